//! A labelled model that reads drawings, and how its answers are reported.

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Map, Value, json};
use stdp_digits::drawing::Image;
use stdp_digits::likeness::Likeness;
use stdp_digits::readout::{Unsure, Verdict};
use stdp_digits::rng::Stream;
use stdp_digits::{Network, Readout};

use crate::tool::files;
use crate::tool::options::{ModelFile, Output, Threads};

/// How drawings are read, whatever their source.
#[derive(Args)]
pub(crate) struct Reading {
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

/// Gives every drawing the same noise: that of the page for the same seed.
pub(crate) struct Reader {
    network: Network,
    readout: Readout,
    likeness: Option<Likeness>,
}

impl Reader {
    pub(crate) fn new(args: &Reading) -> Result<Reader> {
        let model = files::model(&args.model)?;
        let readout = model.readout().cloned();
        let readout = readout.with_context(|| {
            format!("{}: its cells have no labels yet; run `stdp-digits label` on it first", args.model.model.display())
        })?;
        let mut network = model.network()?;
        network.set_seed(args.seed);
        let likeness = model.likeness(&network)?;
        Ok(Reader { network, readout, likeness })
    }

    pub(crate) fn set_seed(&mut self, seed: u64) {
        self.network.set_seed(seed);
    }

    pub(crate) fn read(&mut self, image: &Image) -> Result<Verdict> {
        let verdict = self.readout.verdict(self.network.look(image, Stream::Look, 0)?);
        let likeness = self.likeness.as_ref().map(|likeness| likeness.of(&self.network, image)).transpose()?;
        Ok(verdict.with_likeness(likeness))
    }
}

/// An answer in JSON; its `reason` says why there is no digit.
pub(crate) fn answer_fields(verdict: &Verdict) -> Map<String, Value> {
    [
        ("digit", json!(verdict.digit)),
        ("votes", json!(verdict.votes)),
        ("spikes", json!(verdict.spikes)),
        ("evidence", json!(verdict.evidence)),
        ("likeness", json!(verdict.likeness)),
        ("reason", json!(verdict.reason.map(Unsure::name))),
    ]
    .map(|(name, value)| (name.to_string(), value))
    .into_iter()
    .collect()
}
