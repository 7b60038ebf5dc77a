//! The record of a finished run, one line of JSON: what was run, and the result.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use serde::{Deserialize, Serialize};
use stdp_digits::readout::CLASSES;

use super::experiment::{Experiment, Setup};
use crate::tool::evaluate::Reading;
use crate::tool::files;

/// A finished run. Everything but `seconds` and `version` follows from `setup` and `seed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    pub(super) experiment: String,
    pub(super) seed: u64,
    pub(super) version: String,
    pub(super) accuracy: Accuracy,
    pub(super) spikes_per_image: f64,
    /// Share of the presentations that needed more than one look.
    pub(super) retried: f64,
    /// Mean over the cells \[mV\].
    pub(super) theta_mean: f64,
    /// Cells without a spike in labelling.
    pub(super) silent: u64,
    /// Of the labelled network's weights and thetas.
    pub(super) digest: String,
    pub(super) seconds: Seconds,
    pub(super) stages: Vec<Stage>,
    /// Rows: the digit, columns: the best guess.
    pub(super) confusion: [[u64; CLASSES]; CLASSES],
    pub(super) setup: Setup,
}

/// Shares of the images that were read correctly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accuracy {
    /// Images that were read.
    pub(super) images: u64,
    /// Likelihood readout, with an answer for every image.
    pub(super) best_guess: f64,
    /// Likelihood readout, with undecided images counted as wrong.
    pub(super) when_sure: f64,
    /// Share left undecided.
    pub(super) undecided: f64,
    /// The paper's readout.
    pub(super) highest_average: f64,
    /// Votes by share.
    pub(super) votes_by_share: f64,
}

impl From<&Reading> for Accuracy {
    fn from(reading: &Reading) -> Accuracy {
        Accuracy {
            images: reading.images,
            best_guess: reading.share(reading.best_guess()),
            when_sure: reading.share(reading.correct()),
            undecided: reading.share(reading.undecided),
            highest_average: reading.share(reading.highest_average),
            votes_by_share: reading.share(reading.votes_by_share),
        }
    }
}

/// How long the parts of the run took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seconds {
    pub(super) train: f64,
    pub(super) label: f64,
    pub(super) test: f64,
}

/// A stretch of training.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    /// Presentations at its end.
    pub(super) presented: u64,
    /// Mean over the stretch.
    pub(super) spikes_per_image: f64,
    /// Share of its presentations that needed more than one look.
    pub(super) retried: f64,
    /// Accuracy at its end, if that is a checkpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) accuracy: Option<Accuracy>,
}

impl Stage {
    /// Its numbers, in the form in which they are compared.
    fn shown(&self) -> String {
        let Stage { presented, spikes_per_image, retried, accuracy } = self;
        let read = accuracy.map_or(String::new(), |read| {
            let shares = [read.best_guess, read.when_sure, read.undecided, read.highest_average, read.votes_by_share];
            format!(", reads {}", shares.map(percent).join(" "))
        });
        format!("{presented}: {spikes_per_image:.6} spikes, {} again{read}", percent(*retried))
    }
}

impl Record {
    /// Where the record of a run is stored.
    pub(super) fn path(out: &Path, experiment: &str, seed: u64) -> PathBuf {
        out.join("results").join(format!("{experiment}-{seed}.json"))
    }

    /// Reads the record of a run, if there is one.
    pub(super) fn read(out: &Path, experiment: &Experiment, seed: u64) -> Result<Option<Record>> {
        let path = Record::path(out, &experiment.runs_of, seed);
        if !path.exists() {
            return Ok(None);
        }
        let record = serde_json::from_slice(&files::read(&path)?);
        Ok(Some(record.map_err(|error| anyhow!("{}: not the result of a run: {error}; remove it", path.display()))?))
    }

    /// Writes it, unless the stored one differs only in time and version.
    pub(super) fn write(&self, out: &Path) -> Result<()> {
        let path = Record::path(out, &self.experiment, self.seed);
        let before = files::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Record>(&bytes).ok());
        if before.is_some_and(|before| self.differences(&before).is_empty() && self.setup == before.setup) {
            return Ok(());
        }
        files::write(&path, format!("{}\n", serde_json::to_string(self)?).as_bytes())
    }

    /// The learning curve: presentations, spikes an image in the stretch before, accuracy; at checkpoints and at the
    /// end.
    pub(super) fn curve(&self) -> impl Iterator<Item = (u64, f64, Accuracy)> {
        let end = self.setup.presentations();
        self.stages.iter().filter_map(move |stage| {
            let accuracy = if stage.presented == end { Some(self.accuracy) } else { stage.accuracy };
            Some((stage.presented, stage.spikes_per_image, accuracy?))
        })
    }

    /// Whether the experiment is unchanged since it was run.
    pub(super) fn is_current(&self, experiment: &Experiment) -> bool {
        self.setup == experiment.setup
    }

    /// What differs in another run of the same experiment: name, value here, value there.
    pub(super) fn differences(&self, other: &Record) -> Vec<(&'static str, String, String)> {
        let numbers = |record: &Record| {
            let Accuracy { best_guess, when_sure, undecided, highest_average, votes_by_share, images } =
                record.accuracy;
            [
                ("digest of weights and thetas", record.digest.clone()),
                ("images", images.to_string()),
                ("accuracy of best guesses", percent(best_guess)),
                ("accuracy with undecided as wrong", percent(when_sure)),
                ("share of undecided images", percent(undecided)),
                ("accuracy by highest average", percent(highest_average)),
                ("accuracy of votes by share", percent(votes_by_share)),
                ("spikes per image", format!("{:.6}", record.spikes_per_image)),
                ("share of images shown again", percent(record.retried)),
                ("mean theta", format!("{:.6}", record.theta_mean)),
                ("silent cells", record.silent.to_string()),
                ("confusion matrix", format!("{:?}", record.confusion)),
                ("training in stages", record.stages.iter().map(Stage::shown).collect::<Vec<_>>().join("; ")),
            ]
        };
        let pairs = numbers(self).into_iter().zip(numbers(other));
        pairs.filter(|(here, there)| here != there).map(|((name, here), (_, there))| (name, here, there)).collect()
    }
}

/// To four decimals: finer than one of 60,000 images.
fn percent(share: f64) -> String {
    format!("{:.4} %", 100.0 * share)
}
