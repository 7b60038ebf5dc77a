//! `label`: shows training images to the frozen network and names its cells by what they respond to.

use anyhow::{Result, bail};
use serde_json::json;
use stdp_digits::Readout;
use stdp_digits::readout::{CLASSES, Responses};
use stdp_digits::rng::Stream;

use crate::cli::LabelArgs;
use crate::files::{self, Set};
use crate::looks;

pub(crate) fn run(args: &LabelArgs) -> Result<()> {
    let out = args.out.as_ref().unwrap_or(&args.model.model);
    files::check_writable(out)?;
    let trained = files::model(&args.model)?;
    let model = if args.exact { trained } else { trained.quantized() };
    let digits = files::digits(&args.data.mnist, Set::Train)?;
    if args.images == 0 || args.images > digits.len() as u64 {
        bail!("--images: found {}, expected 1 to {}", args.images, digits.len());
    }
    let network = model.network()?;
    let image = |index: u64| digits.image(index as usize);
    let counts =
        looks::map(&network, &args.threads, Stream::Label, 0..args.images, "labelling", image, |_, counts| {
            // Most cells are silent: keep who spoke.
            counts.iter().zip(0u16..).filter(|&(&n, _)| n > 0).map(|(&n, cell)| (cell, n)).collect::<Vec<_>>()
        })?;
    let mut responses = Responses::new(model.neurons());
    for (index, spoke) in counts.iter().enumerate() {
        responses.add_sparse(digits.label(index), spoke);
    }
    let readout = Readout::fit(&responses);
    let cells = |digit: Option<u8>| readout.labels().iter().filter(|&&label| label == digit).count();
    let per_digit: Vec<usize> = (0..CLASSES as u8).map(|digit| cells(Some(digit))).collect();
    let silent = cells(None);
    files::write(out, &model.labelled(readout, args.images).to_bytes()?)?;
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
