//! One run: learning with checkpoints, labelling, reading. A killed run resumes and ends with the same bytes.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};
use stdp_digits::digest::Digest;
use stdp_digits::health::Course;
use stdp_digits::mnist::Digits;
use stdp_digits::{Model, Run, Trainer};

use super::experiment::{Experiment, Setup};
use super::record::{Record, Seconds, Stage};
use crate::tool::evaluate::{self, Reading};
use crate::tool::options::Threads;
use crate::tool::{files, label, train};

/// Presentations between checkpoints.
const CHECKPOINT: u64 = 10_000;
/// Seed of the noise in reading; the default of `evaluate`.
const READING_SEED: u64 = 1;

/// What runs share.
pub(super) struct Workshop<'a> {
    pub(super) train: Digits,
    /// `None` if no run reads test images.
    pub(super) test: Option<Digits>,
    /// Folder for checkpoints.
    pub(super) folder: &'a Path,
    /// For each run.
    pub(super) threads: Threads,
    /// Whether to report progress as JSON.
    pub(super) json: bool,
}

/// Stored beside a checkpoint: the run so far.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Past {
    seconds: f64,
    stages: Vec<Stage>,
}

/// Runs an experiment with one seed; returns its record and labelled model.
pub(super) fn run(
    experiment: &Experiment,
    seed: u64,
    workshop: &Workshop,
    bar: &ProgressBar,
) -> Result<(Record, Model)> {
    let setup = &experiment.setup;
    let files = Files::new(workshop.folder, &experiment.runs_of, seed, setup)?;
    let (mut trainer, mut past) = files.start(setup, seed)?;
    bar.set_length(trainer.total());
    bar.set_position(trainer.presented());
    bar.reset_eta();
    bar.set_message(format!("{} seed {seed}: learning", experiment.name));
    let mut told = Vec::new();
    while trainer.next_image().is_some() {
        let (from, begun) = (trainer.presented(), Instant::now());
        let checkpoint = setup.checkpoints.iter().copied().find(|&at| at > from).unwrap_or(u64::MAX);
        let end = checkpoint.min((from / CHECKPOINT + 1) * CHECKPOINT);
        let stretch = train::learn(&mut trainer, &workshop.train, end, bar)?;
        past.seconds += begun.elapsed().as_secs_f64();
        let course = stretch.course(trainer.network());
        let Course { spikes_per_image, retried, .. } = course;
        let mut stage = Stage { presented: trainer.presented(), spikes_per_image, retried, accuracy: None };
        if trainer.presented() == checkpoint {
            let model = Model::from_network(
                trainer.network(),
                Run { seed: trainer.network().seed(), images: setup.images, passes: setup.passes },
                trainer.presented(),
            );
            let model = labelled(&model, setup, workshop, &ProgressBar::hidden())?;
            stage.accuracy = Some((&read(&model, setup, workshop, &ProgressBar::hidden())?).into());
        }
        past.stages.push(stage);
        files.save(&trainer, &past)?;
        told = train::tell(bar, &format!("{} seed {seed}", experiment.name), &trainer, &course, &told, workshop.json);
    }

    let mut time = Instant::now();
    let mut lap = || std::mem::replace(&mut time, Instant::now()).elapsed().as_secs_f64();
    turn(bar, setup.label_images, format!("{} seed {seed}: labelling", experiment.name));
    let mut model = labelled(&trainer.model(), setup, workshop, bar)?;
    let label = lap();
    let images = workshop.images(setup)?;
    turn(bar, images.0.len() as u64 - images.1, format!("{} seed {seed}: reading", experiment.name));
    let reading = read(&model, setup, workshop, bar)?;
    if setup.held_out == 0 {
        model.origin.accuracy = Some(reading.accuracy(READING_SEED));
    }
    let seconds = Seconds { train: past.seconds, label, test: lap() };
    let record = record(experiment, seed, &trainer, &model, &reading, past.stages, seconds)?;
    Ok((record, model))
}

/// Removes a run's checkpoint once its record is written.
pub(super) fn clear(experiment: &Experiment, seed: u64, workshop: &Workshop) -> Result<()> {
    Files::new(workshop.folder, &experiment.runs_of, seed, &experiment.setup)?.remove()
}

impl Workshop<'_> {
    /// The images to read, and the first of them.
    fn images(&self, setup: &Setup) -> Result<(&Digits, u64)> {
        if setup.held_out > 0 {
            return Ok((&self.train, self.train.len() as u64 - setup.held_out));
        }
        Ok((self.test.as_ref().context("the test images are missing")?, 0))
    }
}

fn labelled(model: &Model, setup: &Setup, workshop: &Workshop, bar: &ProgressBar) -> Result<Model> {
    label::label(model.quantized(), &workshop.train, setup.label_images, &workshop.threads, bar)
}

fn read(model: &Model, setup: &Setup, workshop: &Workshop, bar: &ProgressBar) -> Result<Reading> {
    let (digits, from) = workshop.images(setup)?;
    evaluate::read(model, digits, from, READING_SEED, &workshop.threads, bar)
}

fn record(
    experiment: &Experiment,
    seed: u64,
    trainer: &Trainer,
    model: &Model,
    reading: &Reading,
    stages: Vec<Stage>,
    seconds: Seconds,
) -> Result<Record> {
    let network = model.network()?;
    let theta = network.theta();
    let training = trainer.training().unwrap_or_default();
    let per_image = |count: u64| count as f64 / trainer.presented() as f64;
    Ok(Record {
        experiment: experiment.runs_of.clone(),
        seed,
        version: env!("CARGO_PKG_VERSION").into(),
        accuracy: reading.into(),
        spikes_per_image: per_image(training.spikes),
        retried: per_image(training.retried),
        theta_mean: theta.iter().map(|&theta| f64::from(theta)).sum::<f64>() / theta.len() as f64,
        silent: model.readout().map_or(0, |readout| readout.labels().iter().filter(|label| label.is_none()).count())
            as u64,
        digest: network.digest().hex(),
        seconds,
        stages,
        confusion: reading.guesses,
        setup: experiment.setup.clone(),
    })
}

/// Restarts the bar for another part of the run.
fn turn(bar: &ProgressBar, length: u64, message: String) {
    bar.set_length(length);
    bar.set_position(0);
    bar.reset_eta();
    bar.set_message(message);
}

/// The two files of an unfinished run. Their names depend on its setup, so a changed experiment starts a new run.
struct Files {
    model: PathBuf,
    past: PathBuf,
}

impl Files {
    fn new(folder: &Path, name: &str, seed: u64, setup: &Setup) -> Result<Files> {
        let key = Digest::default().bytes(serde_json::to_string(setup)?.as_bytes()).hex();
        let path = |kind| folder.join(format!("{name}-{seed}-{}.{kind}", &key[..8]));
        Ok(Files { model: path("partial"), past: path("json") })
    }

    /// A new run, or the one whose checkpoint exists.
    fn start(&self, setup: &Setup, seed: u64) -> Result<(Trainer, Past)> {
        let fresh = Trainer::new(setup.config.clone(), Run { seed, images: setup.images, passes: setup.passes })?;
        if !self.model.exists() || !self.past.exists() {
            return Ok((fresh, Past::default()));
        }
        let place = || format!("{}: not a checkpoint of this run; remove it", self.model.display());
        let trainer = Model::from_bytes(&files::read(&self.model)?).and_then(|model| Trainer::from_model(&model));
        let trainer = trainer.with_context(place)?;
        let mut past: Past = serde_json::from_slice(&files::read(&self.past)?)
            .with_context(|| format!("{}: not a checkpoint of this run; remove it", self.past.display()))?;
        // Drops what the run noted before it was killed without saving the network.
        past.stages.retain(|stage| stage.presented <= trainer.presented());
        let whole = past.stages.last().is_some_and(|stage| stage.presented == trainer.presented());
        if !whole || !trainer.model().origin.same_run(&fresh.model().origin) || trainer.training().is_none() {
            anyhow::bail!(place());
        }
        Ok((trainer, past))
    }

    /// The past first: it may be ahead of the network, never behind.
    fn save(&self, trainer: &Trainer, past: &Past) -> Result<()> {
        files::write(&self.past, &serde_json::to_vec(past)?)?;
        files::write(&self.model, &trainer.model().to_bytes()?)
    }

    fn remove(&self) -> Result<()> {
        for path in [&self.model, &self.past] {
            if path.exists() {
                std::fs::remove_file(path).with_context(|| format!("{}: cannot be removed", path.display()))?;
            }
        }
        Ok(())
    }
}
