//! `labels`: how accuracy depends on the number of labelled images that name the cells.

use anyhow::{Context, Result, bail};
use clap::Args;
use rand::Rng;
use serde_json::json;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::{self, Fired};
use stdp_digits::rng::{Stream, stream};
use stdp_digits::{Network, Readout};

use crate::tool::files::{self, Set};
use crate::tool::looks;
use crate::tool::options::{Data, ModelFile, Output, Threads};

#[derive(Args)]
pub(crate) struct LabelsArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Numbers of labelled images to try
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "10,20,50,100,300,600,1000,10000,60000")]
    pub(crate) counts: Vec<u64>,
    /// Number of random choices for each number
    #[arg(long, value_name = "C", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(crate) choices: u64,
    /// Choose from the first K training images [default: all]
    #[arg(long, value_name = "K")]
    pub(crate) images: Option<u64>,
    /// Seed of the noise in reading
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

pub(crate) fn run(args: &LabelsArgs) -> Result<()> {
    let model = files::model(&args.model)?;
    let mut network = model.network()?;
    let (train, test) = (files::digits(&args.data.mnist, Set::Train)?, files::digits(&args.data.mnist, Set::Test)?);
    let images = args.images.unwrap_or(train.len() as u64);
    if images == 0 || images > train.len() as u64 {
        bail!("--images: found {images}, expected 1 to {}", train.len());
    }
    if let Some(count) = args.counts.iter().find(|&&count| count == 0 || count > images) {
        bail!("--counts: found {count}, expected 1 to {images}, the number of labelled images");
    }
    // Each look depends only on its index, so it is made once for all choices.
    let looks = |network: &Network, purpose, digits: &Digits, images, doing| {
        let bar = looks::progress(images, doing);
        let all = looks::fired(network, &args.threads, purpose, images, &bar, |index| digits.image(index as usize));
        bar.finish_and_clear();
        all.context("cannot look")
    };
    let named = looks(&network, Stream::Label, &train, images, "labelling")?;
    network.set_seed(args.seed);
    let read = looks(&network, Stream::Look, &test, test.len() as u64, "reading")?;
    for &count in &args.counts {
        let choices = if count == images { 1 } else { args.choices };
        let accuracies: Vec<f64> = (0..choices)
            .map(|choice| {
                let chosen = choose(count, images, choice);
                let shown = chosen.iter().map(|&index| (train.label(index), &named[index]));
                accuracy(&readout::label(model.neurons(), shown), &read, |index| test.label(index))
            })
            .collect();
        tell(args, count, &accuracies);
    }
    Ok(())
}

/// A random choice of `count` of the first `images` images, each at most once.
fn choose(count: u64, images: u64, choice: u64) -> Vec<usize> {
    let mut rng = stream(choice, Stream::Choice, count, 0);
    let mut all: Vec<usize> = (0..images as usize).collect();
    // The start of a Fisher–Yates shuffle; the bias of the remainder is below images / 2⁶⁴.
    for place in 0..count as usize {
        let other = place + (rng.next_u64() % (images - place as u64)) as usize;
        all.swap(place, other);
    }
    all.truncate(count as usize);
    all
}

/// The share of looks read correctly if every look is answered.
fn accuracy(readout: &Readout, looks: &[Fired], label: impl Fn(usize) -> u8) -> f64 {
    let mut counts = vec![0; readout.labels().len()];
    let mut right = 0;
    for (index, look) in looks.iter().enumerate() {
        look.fill(&mut counts);
        right += usize::from(readout.verdict_at(0.0, &counts).digit == Some(label(index)));
    }
    right as f64 / looks.len() as f64
}

fn tell(args: &LabelsArgs, count: u64, accuracies: &[f64]) {
    let n = accuracies.len() as f64;
    let mean = accuracies.iter().sum::<f64>() / n;
    let deviation = accuracies.iter().map(|a| (a - mean) * (a - mean)).sum::<f64>();
    let sd = if accuracies.len() > 1 { (deviation / (n - 1.0)).sqrt() } else { 0.0 };
    if args.output.json {
        print_line!("{}", json!({ "labels": count, "accuracy": mean, "sd": sd, "accuracies": accuracies }));
    } else {
        print_line!("{count:>8} labels: {mean:.4} ± {sd:.4} ({} choices)", accuracies.len());
    }
}
