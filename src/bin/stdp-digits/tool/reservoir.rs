//! `reservoir`: a pool of randomly connected cells passes a few digits on to a few cells that learn; compared with the
//! same network without learning.

use anyhow::{Result, bail};
use clap::Args;
use indicatif::ProgressBar;
use rayon::prelude::*;
use serde_json::{Value, json};
use stdp_digits::mnist::Digits;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::readout::{CLASSES, Responses};
use stdp_digits::reservoir::{Pool, Reservoir};
use stdp_digits::rng::Stream;
use stdp_digits::trainer::share;
use stdp_digits::{Config, Readout};

use crate::tool::files::{self, Set};
use crate::tool::looks;
use crate::tool::options::{Data, Output};

#[derive(Args)]
pub(crate) struct ReservoirArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Digits to tell apart
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "0,1,2", value_parser = clap::value_parser!(u8).range(0..=9))]
    pub(crate) digits: Vec<u8>,
    /// Output cells, which learn
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) cells: u32,
    /// Excitatory cells of the pool
    #[arg(long, value_name = "N", default_value_t = 400)]
    pub(crate) exc: u32,
    /// Inhibitory cells of the pool
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) inh: u32,
    /// Probability that two cells of the pool, or an input and a cell of it, are connected
    #[arg(long, value_name = "P", default_value_t = 0.2)]
    pub(crate) connectivity: f32,
    /// Learn from the first K training images of these digits, once
    #[arg(long, value_name = "K", default_value_t = 2500)]
    pub(crate) images: usize,
    /// Seed of connections, initial weights and all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Measure on the last 10,000 training images instead of the test set, for tuning
    #[arg(long)]
    pub(crate) held_out: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Training images from here on are for measuring, not for learning.
const HELD_OUT_FROM: usize = 50_000;

pub(crate) fn run(args: &ReservoirArgs) -> Result<()> {
    let train = files::digits(&args.data.mnist, Set::Train)?;
    let test = if args.held_out { train.clone() } else { files::digits(&args.data.mnist, Set::Test)? };
    let wanted = wanted(args)?;
    let of = |digits: &Digits, range: std::ops::Range<usize>| -> Vec<usize> {
        range.filter(|&k| wanted.contains(&usize::from(digits.label(k)))).collect()
    };
    let mut learn = of(&train, 0..train.len().min(HELD_OUT_FROM));
    if args.images == 0 || args.images > learn.len() {
        bail!("--images: found {}, expected 1 to {}: there are no more of these digits", args.images, learn.len());
    }
    learn.truncate(args.images);
    let ask = of(&test, if args.held_out { HELD_OUT_FROM.min(test.len())..test.len() } else { 0..test.len() });
    if ask.is_empty() {
        bail!("{}: found no image of these digits to measure on", args.data.mnist.display());
    }

    let pool = Pool { exc: args.exc, inh: args.inh, connectivity: args.connectivity, ..Pool::default() };
    let config = Reservoir::config(args.cells);
    let still = LearningRule::Pair { nu_pre: 0.0, nu_post: 0.0, tau_x_pre: 20.0, tau_x_post: 20.0 };
    let configs = [config.clone(), Config { rule: still, ..config }];
    let bar = looks::progress(2 * (2 * learn.len() + ask.len()) as u64, "playing");
    let run = |config: &Config| -> Result<Outcome> {
        let mut network = Reservoir::new(&pool, config.clone(), args.seed)?;
        let spikes = teach(&mut network, &train, &learn, &bar)?;
        let readout = name(&mut network, &train, &learn, &bar)?;
        measure(&mut network, &readout, (&test, &ask), spikes, &bar)
    };
    let outcomes = configs.par_iter().map(run).collect::<Result<Vec<_>>>()?;
    bar.finish_and_clear();
    report(args, &wanted, ask.len(), &outcomes);
    Ok(())
}

fn wanted(args: &ReservoirArgs) -> Result<Vec<usize>> {
    let mut digits: Vec<usize> = args.digits.iter().map(|&digit| usize::from(digit)).collect();
    digits.sort_unstable();
    digits.dedup();
    if digits.len() != args.digits.len() || digits.len() < 2 {
        bail!("--digits: found {:?}, expected at least two different digits like 0,1,2", args.digits);
    }
    Ok(digits)
}

/// The result of one network.
struct Outcome {
    right: usize,
    right_by_average: usize,
    labels: Vec<Option<u8>>,
    spikes_per_image: f64,
    confusion: [[u64; CLASSES]; CLASSES],
}

/// Learns from each image once, without its label. Returns the output spikes per image.
fn teach(network: &mut Reservoir, digits: &Digits, learn: &[usize], bar: &ProgressBar) -> Result<f64> {
    let nu_final = network.output().config().nu_final;
    let mut spikes = 0;
    for (place, &image) in learn.iter().enumerate() {
        let share = share(nu_final, place as f64 / learn.len() as f64);
        spikes += network.learn(digits.image(image), image as u64, share)?.iter().sum::<u32>();
        bar.inc(1);
    }
    Ok(f64::from(spikes) / learn.len() as f64)
}

fn name(network: &mut Reservoir, digits: &Digits, learn: &[usize], bar: &ProgressBar) -> Result<Readout> {
    let mut responses = Responses::new(network.output().neurons());
    for &image in learn {
        responses.add(digits.label(image), network.look(digits.image(image), Stream::Label, image as u64)?);
        bar.inc(1);
    }
    Ok(Readout::fit(&responses))
}

fn measure(
    network: &mut Reservoir,
    readout: &Readout,
    (digits, ask): (&Digits, &[usize]),
    spikes_per_image: f64,
    bar: &ProgressBar,
) -> Result<Outcome> {
    let (mut right, mut right_by_average, mut confusion) = (0, 0, [[0; CLASSES]; CLASSES]);
    for &image in ask {
        let digit = digits.label(image);
        let counts = network.look(digits.image(image), Stream::Look, image as u64)?;
        let answer = readout.verdict(counts).digit;
        right += usize::from(answer == Some(digit));
        right_by_average += usize::from(readout.highest_average(counts) == Some(digit));
        if let Some(answer) = answer {
            confusion[usize::from(digit)][usize::from(answer)] += 1;
        }
        bar.inc(1);
    }
    let labels = readout.labels().to_vec();
    Ok(Outcome { right, right_by_average, labels, spikes_per_image, confusion })
}

fn report(args: &ReservoirArgs, wanted: &[usize], asked: usize, outcomes: &[Outcome]) {
    let share = |right: usize| right as f64 / asked as f64;
    if args.output.json {
        let object = |outcome: &Outcome| -> Value {
            json!({
                "accuracy": share(outcome.right), "accuracy_highest_average": share(outcome.right_by_average),
                "labels": outcome.labels, "spikes_per_image": outcome.spikes_per_image, "confusion": outcome.confusion,
            })
        };
        let report = json!({
            "digits": wanted, "cells": args.cells, "exc": args.exc, "inh": args.inh, "connectivity": args.connectivity,
            "seed": args.seed, "images": args.images, "asked": asked, "chance": 1.0 / wanted.len() as f64,
            "learned": object(&outcomes[0]), "not_learned": object(&outcomes[1]),
        });
        print_line!("{report}");
        return;
    }
    print_line!(
        "{} inputs → {} excitatory and {} inhibitory cells, {} % connected → {} cells; digits {wanted:?}, seed {}",
        stdp_digits::config::INPUTS,
        args.exc,
        args.inh,
        args.connectivity * 100.0,
        args.cells,
        args.seed
    );
    let which = if args.held_out { "held-out training" } else { "test" };
    print_line!(
        "{} images to learn from, {asked} {which} images to read, chance {:.4}\n",
        args.images,
        1.0 / wanted.len() as f64
    );
    print_line!("{:14}{:>10}{:>18}{:>10}  digit of each cell", "", "accuracy", "highest average", "spikes");
    for (name, outcome) in ["pair STDP", "no learning"].into_iter().zip(outcomes) {
        let label = |label: &Option<u8>| label.map_or("–".into(), |digit| digit.to_string());
        print_line!(
            "{name:14}{:>10.4}{:>18.4}{:>10.1}  {}",
            share(outcome.right),
            share(outcome.right_by_average),
            outcome.spikes_per_image,
            outcome.labels.iter().map(label).collect::<Vec<_>>().join(" ")
        );
    }
}
