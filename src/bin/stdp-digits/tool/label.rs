//! `label`: shows training images to the frozen network and names its cells by what they respond to.

use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use indicatif::ProgressBar;
use serde_json::json;
use stdp_digits::likeness::Likeness;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::{self, CLASSES};
use stdp_digits::rng::Stream;
use stdp_digits::{Model, Readout};

use crate::tool::files::{self, Set};
use crate::tool::looks;
use crate::tool::options::{Data, ModelFile, Output, Threads};

#[derive(Args)]
pub(crate) struct LabelArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Use the first K training images and their labels
    #[arg(long, value_name = "K", default_value_t = 60_000)]
    pub(crate) images: u64,
    /// Where to write the labelled model [default: overwrite the model]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Keep weights as 32-bit floats instead of 255 steps
    #[arg(long)]
    pub(crate) exact: bool,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

pub(crate) fn run(args: &LabelArgs) -> Result<()> {
    let out = args.out.as_ref().unwrap_or(&args.model.model);
    files::check_writable(out)?;
    let trained = files::model(&args.model)?;
    let digits = files::digits(&args.data.mnist, Set::Train)?;
    if args.images == 0 || args.images > digits.len() as u64 {
        bail!("--images: found {}, expected 1 to {}", args.images, digits.len());
    }
    let bar = looks::progress(args.images, "labelling");
    let model = if args.exact { trained } else { trained.quantized() };
    let model = label(model, &digits, args.images, &args.threads, &bar)?;
    bar.finish_and_clear();
    files::write(out, &model.to_bytes()?)?;
    let labels = model.readout().map(Readout::labels).unwrap_or_default();
    let cells = |digit: Option<u8>| labels.iter().filter(|&&label| label == digit).count();
    let per_digit: Vec<usize> = (0..CLASSES as u8).map(|digit| cells(Some(digit))).collect();
    let silent = cells(None);
    if args.output.json {
        print_line!(
            "{}",
            json!({ "out": out.to_string_lossy(), "images": args.images, "cells": per_digit, "silent": silent })
        );
    } else {
        print_line!("{}: cells for 0 to 9: {per_digit:?}, silent: {silent}", out.display());
    }
    Ok(())
}

/// Least and largest number of digits to measure likeness on. With fewer, a digit could be unlike all others by chance.
const REFERENCE: std::ops::RangeInclusive<u64> = 250..=2_000;
/// Number of digits to measure eases on: the last ones that label the cells.
const EASE: u64 = 20_000;

/// Names a model's cells by their responses to the first `images` training images, and measures how like its fields
/// digits are.
pub(crate) fn label(model: Model, digits: &Digits, images: u64, threads: &Threads, bar: &ProgressBar) -> Result<Model> {
    let network = model.network()?;
    let image = |index: u64| digits.image(index as usize);
    let looks = looks::fired(&network, threads, Stream::Label, images, bar, image)?;
    let shown = looks.iter().enumerate().map(|(index, fired)| (digits.label(index), fired));
    let reference = reference(&model, digits, images);
    let model = model.clone().labelled(readout::label(model.neurons(), shown), images);
    if reference.end - reference.start < *REFERENCE.start() {
        return Ok(model);
    }
    let labels = model.readout().map(Readout::labels).unwrap_or_default();
    let shown = (images.saturating_sub(EASE)..images).map(|index| (digits.label(index as usize), image(index)));
    let likeness = Likeness::measure(&network, labels, shown, reference.map(image))?;
    Ok(model.with_likeness(&likeness))
}

/// The digits to measure likeness on: the last ones that the model has not seen. If it has seen all, a tenth of them:
/// fields learned from many images are hardly more like these than like others.
fn reference(model: &Model, digits: &Digits, labelled: u64) -> Range<u64> {
    let all = digits.len() as u64;
    let unseen = all.saturating_sub(model.origin.images.max(labelled));
    let few = (all / 10).max(1);
    let from = if unseen > 0 { unseen } else { few };
    all - from.min(*REFERENCE.end())..all
}
