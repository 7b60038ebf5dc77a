//! Experiments: what to train and how, one file `experiments/NAME.json` each.
//!
//! | key | value |
//! |---|---|
//! | `about` | what it is, in one sentence |
//! | `kind` | the table it belongs to: `size`, `rule`, `preset` or `learning_curve` |
//! | `config` | differences from a preset, as in a configuration file (default: none) |
//! | `images`, `passes` | number of training images, from the first (default: 60,000), and passes over them (default: 1) |
//! | `label_images` | number of training images that name the cells, from the first (default: 60,000) |
//! | `held_out` | read this many of the last training images instead of the test images |
//! | `checkpoints` | numbers of presentations after which to label and read, besides the end |
//! | `seeds` | one run for each |
//! | `paper`, `goal` | the paper's accuracy and our goal \[%\] |
//! | `model` | where to write the model of the first seed |
//! | `same_as` | an experiment whose runs to reuse; only `about`, `kind`, `paper` and `goal` may stand beside it |

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use stdp_digits::Config;

use crate::tool::files;

/// Tables of the report, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Size,
    Rule,
    Preset,
    LearningCurve,
}

/// An experiment's file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: String,
    kind: Kind,
    config: Option<Value>,
    images: Option<u64>,
    passes: Option<u32>,
    label_images: Option<u64>,
    held_out: Option<u64>,
    #[serde(default)]
    checkpoints: Vec<u64>,
    #[serde(default)]
    seeds: Vec<u64>,
    paper: Option<f64>,
    goal: Option<f64>,
    model: Option<std::path::PathBuf>,
    same_as: Option<String>,
}

/// Everything that determines a run besides its seed: equal setups give equal results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Setup {
    pub(super) images: u64,
    pub(super) passes: u32,
    pub(super) label_images: u64,
    /// Number of training images, from the last, to read instead of the test images; 0 for the test images.
    pub(super) held_out: u64,
    pub(super) checkpoints: Vec<u64>,
    #[serde(deserialize_with = "stored_config")]
    pub(super) config: Config,
}

/// A stored configuration may be older than some fields of [`Config`].
fn stored_config<'de, D: serde::Deserializer<'de>>(stored: D) -> Result<Config, D::Error> {
    Config::from_stored(Value::deserialize(stored)?).map_err(serde::de::Error::custom)
}

/// An experiment, ready to run.
#[derive(Clone, Debug)]
pub(super) struct Experiment {
    pub(super) name: String,
    /// The experiment that owns the runs: this one or another.
    pub(super) runs_of: String,
    pub(super) about: String,
    pub(super) kind: Kind,
    pub(super) setup: Setup,
    pub(super) seeds: Vec<u64>,
    pub(super) paper: Option<f64>,
    pub(super) goal: Option<f64>,
    pub(super) model: Option<std::path::PathBuf>,
}

/// All experiments in a folder, in table order: sizes by number of cells, others by name.
pub(super) fn all(folder: &Path) -> Result<Vec<Experiment>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("{}: no folder of experiments", folder.display()))?;
    let mut read = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("{}: cannot be read", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let file: File = serde_json::from_slice(&files::read(&path)?)
                .map_err(|error| anyhow!("{}: not an experiment: {error}", path.display()))?;
            read.push((path, name, file));
        }
    }
    if read.is_empty() {
        bail!("{}: found no experiment, expected files like 400.json", folder.display());
    }
    let mut experiments = Vec::new();
    for (path, name, file) in &read {
        let of = |other: &String| read.iter().find(|(_, name, file)| name == other && file.same_as.is_none());
        experiments.push(experiment(name, file, of).with_context(|| path.display().to_string())?);
    }
    experiments.sort_by(|a, b| {
        let key = |e: &Experiment| (e.kind, if e.kind == Kind::Size { e.setup.config.neurons } else { 0 });
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(experiments)
}

type Read = (std::path::PathBuf, String, File);

fn experiment<'a>(name: &str, file: &File, of: impl Fn(&String) -> Option<&'a Read>) -> Result<Experiment> {
    let (runs_of, run) = match &file.same_as {
        None => (name, file),
        Some(other) => {
            let own = File { about: String::new(), paper: None, goal: None, same_as: None, ..file.clone() };
            let empty = own.config.is_none() && own.images.is_none() && own.passes.is_none();
            if !empty || own.label_images.or(own.held_out).is_some() || own.model.is_some() || !own.seeds.is_empty() {
                bail!("same_as: found other keys beside it, expected only about, kind, paper and goal");
            }
            let (_, name, run) =
                of(other).with_context(|| format!("same_as: found '{other}', expected another experiment's name"))?;
            (name.as_str(), run)
        }
    };
    if run.seeds.is_empty() || (1..run.seeds.len()).any(|k| run.seeds[..k].contains(&run.seeds[k])) {
        bail!("seeds: found {:?}, expected at least one and no repeats", run.seeds);
    }
    for (name, percent) in [("paper", file.paper), ("goal", file.goal)] {
        if let Some(percent) = percent.filter(|percent| !(0.0..=100.0).contains(percent)) {
            bail!("{name}: found {percent}, expected 0 to 100 %");
        }
    }
    let config = match &run.config {
        Some(changes) => Config::from_json(&changes.to_string())?,
        None => Config::default(),
    };
    let setup = Setup {
        images: run.images.unwrap_or(60_000),
        passes: run.passes.unwrap_or(1),
        label_images: run.label_images.unwrap_or(60_000),
        held_out: run.held_out.unwrap_or(0),
        checkpoints: run.checkpoints.clone(),
        config,
    };
    setup.check()?;
    Ok(Experiment {
        name: name.into(),
        runs_of: runs_of.into(),
        about: file.about.clone(),
        kind: file.kind,
        setup,
        seeds: run.seeds.clone(),
        paper: file.paper,
        goal: file.goal,
        model: run.model.clone(),
    })
}

impl Setup {
    /// Presentations of the whole run.
    pub(super) fn presentations(&self) -> u64 {
        self.images.saturating_mul(u64::from(self.passes))
    }

    fn check(&self) -> Result<()> {
        for (name, count) in
            [("images", self.images), ("passes", u64::from(self.passes)), ("label_images", self.label_images)]
        {
            if count == 0 {
                bail!("{name}: found 0, expected at least 1");
            }
        }
        let total = self.presentations();
        let ascending = self.checkpoints.windows(2).all(|pair| pair[0] < pair[1]);
        if !ascending || self.checkpoints.iter().any(|&at| at == 0 || at >= total) {
            bail!("checkpoints: found {:?}, expected ascending numbers from 1 to below {total}", self.checkpoints);
        }
        Ok(())
    }

    /// Fails unless there are enough training images and the held-out ones are neither learned from nor labelled.
    pub(super) fn fits(&self, training_images: u64) -> Result<()> {
        let seen = self.images.max(self.label_images);
        if seen.saturating_add(self.held_out) > training_images {
            bail!(
                "found {training_images} training images, expected at least {}: {seen} to learn from or to label with, and {} held out",
                seen.saturating_add(self.held_out),
                self.held_out
            );
        }
        Ok(())
    }
}

/// The named experiments, or all if there are no names.
pub(super) fn select(all: Vec<Experiment>, names: &[String]) -> Result<Vec<Experiment>> {
    for name in names {
        if !all.iter().any(|experiment| experiment.name == *name) {
            let mut known: Vec<&str> = all.iter().map(|experiment| experiment.name.as_str()).collect();
            known.sort_by(|a, b| strsim::jaro_winkler(b, name).total_cmp(&strsim::jaro_winkler(a, name)));
            let near = known.iter().take(3).copied().collect::<Vec<_>>().join(", ");
            bail!("there is no experiment '{name}'; similar names: {near}; --list shows all");
        }
    }
    Ok(all.into_iter().filter(|experiment| names.is_empty() || names.contains(&experiment.name)).collect())
}
