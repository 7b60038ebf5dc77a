//! `inspect`: describes a model, its weights and thresholds, and anything wrong with it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};
use stdp_digits::Model;
use stdp_digits::field::Painter;
use stdp_digits::health::{self, Health, Stats};

use crate::tool::options::Output;
use crate::tool::{files, png};

#[derive(Args)]
pub(crate) struct InspectArgs {
    /// A model, trained or labelled
    #[arg(value_name = "MODEL")]
    pub(crate) model: PathBuf,
    /// Write the receptive fields as a PNG picture: 28 × 28 pixels per cell, black 0, white w_max
    #[arg(long, value_name = "FILE.png")]
    pub(crate) picture: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(crate) fn run(args: &InspectArgs) -> Result<()> {
    if let Some(picture) = &args.picture {
        files::check_writable(picture)?;
    }
    let model = Model::from_bytes(&files::read(&args.model)?).with_context(|| args.model.display().to_string())?;
    if let Some(picture) = &args.picture {
        files::write(picture, &receptive_fields(&model)?)?;
    }
    let health = Health::of(&model);
    if args.output.json {
        print_line!("{}", report(&args.model, &model, &health));
    } else {
        print(&args.model, &model, &health);
    }
    Ok(())
}

/// The receptive fields as a PNG file.
fn receptive_fields(model: &Model) -> Result<Vec<u8>> {
    let fields = Painter::new(&model.origin.config).paint_all(&model.weights(), model.neurons());
    let (width, height, pixels) = health::atlas(&fields);
    png::grey(width, height, &pixels)
}

fn report(file: &Path, model: &Model, health: &Health) -> Value {
    let origin = &model.origin;
    json!({
        "model": file.to_string_lossy(), "neurons": model.neurons(), "rule": origin.config.rule.kind(), "seed": origin.seed,
        "version": origin.version, "images": origin.images, "passes": origin.passes, "presented": origin.presented,
        "training": origin.training, "labelled": origin.labelled,
        "accuracy": origin.accuracy.as_ref().map(|found| found.correct as f64 / found.images.max(1) as f64),
        "measured": origin.accuracy, "config": origin.config, "health": health,
    })
}

fn print(file: &Path, model: &Model, health: &Health) {
    let origin = &model.origin;
    print_line!(
        "{}: {} neurons, rule {}, seed {}",
        file.display(),
        model.neurons(),
        origin.config.rule.kind(),
        origin.seed
    );
    match origin.presented {
        0 => print_line!("learned      nothing on record: new, imported or changed by hand"),
        seen => print_line!(
            "learned      {seen} presentations of {} ({} images, {} passes), version {}",
            origin.images.saturating_mul(u64::from(origin.passes)),
            origin.images,
            origin.passes,
            origin.version
        ),
    }
    match &origin.accuracy {
        Some(found) => print_line!(
            "accuracy     {:.4} ({} of {} test images, {} undecided, seed {})",
            found.correct as f64 / found.images.max(1) as f64,
            found.correct,
            found.images,
            found.undecided,
            found.seed
        ),
        None => print_line!("accuracy     not measured; run `stdp-digits evaluate --record`"),
    }
    print_stats("theta", &health.theta, " mV");
    print_stats("weights", &health.weights, "");
    print_stats("sums", &health.sums, " a cell");
    let known = |count: Option<usize>| count.map_or("unknown".into(), |count| count.to_string());
    print_line!(
        "cells        {} without weights, idle in training: {}, silent in labelling: {}",
        health.dead.len(),
        known(health.idle),
        known(health.silent)
    );
    match health.cells {
        Some(cells) => {
            print_line!("cells of 0…9 {cells:?}, {:.1} spikes an image", health.spikes_per_image.unwrap_or(0.0))
        }
        None => print_line!("cells of 0…9 unknown; run `stdp-digits label`"),
    }
    match health.retried {
        Some(retried) => print_line!("shown again  {:.2} % of the images in training", 100.0 * retried),
        None => print_line!("shown again  unknown"),
    }
    if let (Some(likeness), Some(pair)) = (health.likeness, health.most_similar) {
        let [a, b] = pair.cells;
        print_line!("likeness     mean cosine {likeness:.3}; most similar: cells {a} and {b}, {:.3}", pair.cosine);
    }
    match &health.findings[..] {
        [] => print_line!("health       nothing out of range"),
        findings => findings.iter().for_each(|finding| print_line!("health       {finding}")),
    }
}

fn print_stats(name: &str, Stats { mean, sd, min, max }: &Stats, unit: &str) {
    print_line!("{name:12} mean {mean:.4} ± {sd:.4}, {min:.4} to {max:.4}{unit}");
}
