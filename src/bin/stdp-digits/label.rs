//! `label`: shows training images to the frozen network and names its cells by what they respond to.

use anyhow::{Result, bail};
use indicatif::ProgressBar;
use serde_json::json;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::{CLASSES, Responses};
use stdp_digits::rng::Stream;
use stdp_digits::{Model, Readout};

use crate::cli::{LabelArgs, Threads};
use crate::files::{self, Set};
use crate::looks;

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
        println!(
            "{}",
            json!({ "out": out.to_string_lossy(), "images": args.images, "cells": per_digit, "silent": silent })
        );
    } else {
        println!("{}: cells for 0 to 9: {per_digit:?}, silent: {silent}", out.display());
    }
    Ok(())
}

/// Names the cells of a model by its responses to the first `images` training images.
pub(crate) fn label(model: Model, digits: &Digits, images: u64, threads: &Threads, bar: &ProgressBar) -> Result<Model> {
    let network = model.network()?;
    let image = |index: u64| digits.image(index as usize);
    let counts = looks::map(&network, threads, Stream::Label, 0..images, bar, image, |_, counts| {
        // Most cells are silent: keep who spoke.
        counts.iter().zip(0u16..).filter(|&(&n, _)| n > 0).map(|(&n, cell)| (cell, n)).collect::<Vec<_>>()
    })?;
    let mut responses = Responses::new(model.neurons());
    for (index, spoke) in counts.iter().enumerate() {
        responses.add_sparse(digits.label(index), spoke);
    }
    Ok(model.labelled(Readout::fit(&responses), images))
}
