//! A trained network as a safetensors file, which NumPy, PyTorch and JavaScript can read without our code.
//!
//! | tensor | type | shape | meaning |
//! |---|---|---|---|
//! | `weights` | f32, or u8 times `scale` | 784 × N | input weights, row-major by input |
//! | `scale` | f32 | N | with u8 weights: size of one step of each cell's weights |
//! | `theta` | f32 | N | adaptive part of the threshold \[mV\] |
//! | `rates` | f32 | N × 10 | after labelling: mean response of each cell to each digit |
//! | `labels` | i8 | N | after labelling: the digit of each cell, −1 for a silent one |
//! | `likeness` | f32 | 257 | after labelling: scores of digits that it did not learn from, see [`crate::likeness`] |
//! | `ease` | f32 | 10 | beside `likeness`, unless all are 0: how easy digits of each label are to match |
//!
//! The header's metadata has one entry, `stdp-digits`: [`Origin`] as JSON. Only one, because safetensors writes several
//! in random order, and the same run must give the same bytes.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::{Config, INPUTS};
use crate::digest::Digest;
use crate::error::{Error, ModelFault};
use crate::likeness::{KEPT, Likeness, Usual};
use crate::network::Network;
use crate::readout::{AtThreshold, CLASSES, Readout};
use crate::run::Run;

/// The layout described above.
const FORMAT: u32 = 1;
const KEY: &str = "stdp-digits";

/// Where a model comes from: enough to reproduce it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Layout of the file.
    pub format: u32,
    /// Version of this crate that trained it.
    pub version: String,
    /// All constants.
    pub config: Config,
    /// Seed of weights and noise.
    pub seed: u64,
    /// Training images of one pass, from the first.
    pub images: u64,
    /// Passes over them.
    pub passes: u32,
    /// Presentations learned from so far; images · passes when done.
    pub presented: u64,
    /// Training images, from the first, whose labels named the cells; 0 before labelling.
    pub labelled: u64,
    /// Counts from training; unknown in older files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
    /// Measured on images that neither learning nor labelling has seen.
    pub accuracy: Option<Accuracy>,
    /// FNV-1a of everything else in the file.
    digest: String,
}

impl Origin {
    /// From a file's header.
    fn read(text: &str) -> Result<Origin, Error> {
        let unreadable = |error| fault(ModelFault::Header, format!("its header is not readable: {error}"));
        let mut origin: Value = serde_json::from_str(text).map_err(unreadable)?;
        if let Some(config) = origin.get_mut("config") {
            *config = serde_json::to_value(Config::from_stored(config.take())?).map_err(unreadable)?;
        }
        let origin: Origin = serde_json::from_value(origin).map_err(unreadable)?;
        if origin.format != FORMAT {
            let sentence = format!("it has format {}, this program reads {FORMAT}", origin.format);
            return Err(fault(ModelFault::Format, sentence));
        }
        origin.config.validate()?;
        Ok(origin)
    }

    /// As stored in a file.
    ///
    /// # Errors
    /// None that a caller can cause; only those of the serialiser.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string(self)
            .map_err(|error| Error::Model(ModelFault::Unwritable, format!("could not be written: {error}")))
    }

    /// Whether both are stages of one training run: same constants, seed, images and passes.
    pub fn same_run(&self, other: &Origin) -> bool {
        (&self.config, self.seed, self.images, self.passes) == (&other.config, other.seed, other.images, other.passes)
    }
}

/// Counts over the presentations of a training run so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Spikes of all cells, in the last look of each presentation.
    pub spikes: u64,
    /// Presentations that needed more than one look.
    pub retried: u64,
}

/// The result of an evaluation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// Test images shown.
    pub images: u64,
    /// Read correctly; undecided images do not count.
    pub correct: u64,
    /// Left undecided.
    pub undecided: u64,
    /// Seed of the noise.
    pub seed: u64,
    /// The same at other evidence thresholds; empty in older files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thresholds: Vec<AtThreshold>,
}

/// A network and what its cells stand for.
///
/// ```
/// use stdp_digits::{Config, Model, Run, Trainer};
///
/// let trainer = Trainer::new(Config { neurons: 5, ..Config::default() }, Run { seed: 1, images: 2, passes: 1 })?;
/// let bytes = trainer.model().to_bytes()?;                            // a checkpoint
/// let network = Model::from_bytes(&bytes)?.network()?;
/// assert_eq!(network.digest(), trainer.network().digest());
/// # Ok::<(), stdp_digits::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Where it comes from.
    pub origin: Origin,
    weights: Weights,
    theta: Vec<f32>,
    readout: Option<Readout>,
    /// What likeness was measured on digits; none before labelling and in files from before it was.
    usual: Option<Usual>,
}

#[derive(Clone, Debug, PartialEq)]
enum Weights {
    Exact(Vec<f32>),
    Steps { steps: Vec<u8>, scale: Vec<f32> },
}

impl Model {
    /// The model of a network in the middle of a run.
    pub fn from_network(network: &Network, run: Run, presented: u64) -> Model {
        Model {
            origin: Origin {
                format: FORMAT,
                version: env!("CARGO_PKG_VERSION").into(),
                config: network.config().clone(),
                seed: run.seed,
                images: run.images,
                passes: run.passes,
                presented,
                labelled: 0,
                training: None,
                accuracy: None,
                digest: String::new(),
            },
            weights: Weights::Exact(network.weights()),
            theta: network.theta().to_vec(),
            readout: None,
            usual: None,
        }
    }

    /// Number of excitatory cells.
    pub fn neurons(&self) -> usize {
        self.theta.len()
    }

    /// Input weights, 784 × N, row-major by input.
    pub fn weights(&self) -> Vec<f32> {
        match &self.weights {
            Weights::Exact(weights) => weights.clone(),
            Weights::Steps { steps, scale } => {
                let row = |row: &[u8]| row.iter().zip(scale).map(|(&k, s)| f32::from(k) * s).collect::<Vec<f32>>();
                steps.chunks_exact(scale.len()).flat_map(row).collect()
            }
        }
    }

    /// Thetas \[mV\].
    pub fn theta(&self) -> &[f32] {
        &self.theta
    }

    /// What its cells stand for; `None` before labelling.
    pub fn readout(&self) -> Option<&Readout> {
        self.readout.as_ref()
    }

    /// Measures how much a picture resembles what it has learned; `None` before labelling and in older files.
    ///
    /// # Errors
    /// Invalid scores.
    pub fn likeness(&self, network: &Network) -> Result<Option<Likeness>, Error> {
        let Some((usual, readout)) = self.usual.as_ref().zip(self.readout.as_ref()) else { return Ok(None) };
        Likeness::new(network, readout.labels(), usual.clone()).map(Some)
    }

    /// The network, with its own seed.
    ///
    /// # Errors
    /// None for a model from [`Model::from_bytes`].
    pub fn network(&self) -> Result<Network, Error> {
        Network::from_parts(self.origin.config.clone(), self.origin.seed, &self.weights(), self.theta.clone())
    }

    /// The same with weights in 255 steps of each cell's largest: a quarter of the size. Drops the labels, which belong
    /// to the exact weights.
    pub fn quantized(&self) -> Model {
        let (weights, n) = (self.weights(), self.neurons());
        let mut scale = vec![0f32; n];
        for row in weights.chunks_exact(n) {
            scale.iter_mut().zip(row).for_each(|(scale, w)| *scale = scale.max(*w / 255.0));
        }
        let step = |(w, scale): (&f32, &f32)| {
            if *scale > 0.0 { libm::roundf(w / scale).min(255.0) as u8 } else { 0 }
        };
        let steps = weights.chunks_exact(n).flat_map(|row| row.iter().zip(&scale).map(step).collect::<Vec<u8>>());
        let weights = Weights::Steps { steps: steps.collect(), scale };
        let mut origin = self.origin.clone();
        (origin.labelled, origin.accuracy) = (0, None);
        Model { origin, weights, theta: self.theta.clone(), readout: None, usual: None }
    }

    /// The same with the likeness scores of digits.
    pub fn with_likeness(mut self, likeness: &Likeness) -> Model {
        self.usual = Some(likeness.usual().clone());
        self
    }

    /// The same with its cells named.
    pub fn labelled(mut self, readout: Readout, images: u64) -> Model {
        self.readout = Some(readout);
        (self.origin.labelled, self.origin.accuracy) = (images, None);
        self
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None that a caller can cause; only those of the serialiser.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let failed = |error: String| Error::Model(ModelFault::Unwritable, format!("could not be written: {error}"));
        let tensors = self.tensors();
        let text = |digest| Origin { digest, ..self.origin.clone() }.to_json();
        let origin = text(digest(&tensors, &text(String::new())?))?;
        let views: Result<Vec<_>, _> = tensors
            .iter()
            .map(|(name, dtype, shape, data)| Ok((*name, TensorView::new(*dtype, shape.clone(), data)?)))
            .collect();
        let views = views.map_err(|error: safetensors::SafeTensorError| failed(error.to_string()))?;
        safetensors::serialize(views, Some(HashMap::from([(KEY.to_string(), origin)])))
            .map_err(|error| failed(error.to_string()))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Model`] or [`Error::Shape`] for anything that is not a complete and valid model of this program: not
    /// safetensors, truncated, a flipped bit, a tensor missing or of the wrong size for the configuration, a weight
    /// that is negative or not finite.
    pub fn from_bytes(bytes: &[u8]) -> Result<Model, Error> {
        let file = SafeTensors::deserialize(bytes)
            .map_err(|error| fault(ModelFault::NotSafetensors, format!("not a whole safetensors file ({error})")))?;
        let text = Model::origin_text(bytes)?;
        let origin = Origin::read(&text)?;
        let n = origin.config.neurons as usize;
        let tensor = |name, dtype, shape: &[usize]| tensor(&file, name, dtype, shape);
        let has = |name| file.tensor(name).is_ok();
        let exact = file.tensor("weights").is_ok_and(|view| view.dtype() == Dtype::F32);
        let weights = if exact {
            Weights::Exact(floats(tensor("weights", Dtype::F32, &[INPUTS, n])?))
        } else {
            let steps = tensor("weights", Dtype::U8, &[INPUTS, n])?.to_vec();
            Weights::Steps { steps, scale: floats(tensor("scale", Dtype::F32, &[n])?) }
        };
        let theta = floats(tensor("theta", Dtype::F32, &[n])?);
        let readout = if has("rates") {
            Some(Readout::from_rates(floats(tensor("rates", Dtype::F32, &[n, CLASSES])?), n)?)
        } else {
            None
        };
        let usual = if has("likeness") {
            let mut ease = [0.0; CLASSES];
            if has("ease") {
                ease.copy_from_slice(&floats(tensor("ease", Dtype::F32, &[CLASSES])?));
            }
            Some(Usual { scores: floats(tensor("likeness", Dtype::F32, &[KEPT])?), ease })
        } else {
            None
        };
        let model = Model { origin, weights, theta, readout, usual };
        model.check(&file, &text)?;
        Ok(model)
    }

    /// Checks numbers, tensors and digest.
    fn check(&self, file: &SafeTensors, text: &str) -> Result<(), Error> {
        let bad = |value: &f32| !value.is_finite() || *value < 0.0;
        if let Some(weight) = self.weights().iter().find(|weight| bad(weight)) {
            return Err(fault(ModelFault::Number, format!("a weight is {weight}, expected a number from 0 up")));
        }
        if let Some(theta) = self.theta.iter().find(|theta| !theta.is_finite()) {
            return Err(fault(ModelFault::Number, format!("a theta is {theta}, expected a finite number of mV")));
        }
        let tensors = self.tensors();
        for (name, dtype, shape, data) in &tensors {
            if tensor(file, name, *dtype, shape)? != data {
                let sentence = format!("it is damaged: tensor '{name}' does not fit the others");
                return Err(fault(ModelFault::Damaged, sentence));
            }
        }
        // Of the text in the file, because two texts can parse to the same number.
        let said = &self.origin.digest;
        let found = digest(&tensors, &text.replacen(said.as_str(), "", 1));
        if *said != found {
            let sentence = format!("it is damaged: its digest is {found}, its header says {said}");
            return Err(fault(ModelFault::Damaged, sentence));
        }
        Ok(())
    }

    /// Where the model in a file comes from: its [`Origin`] as JSON, exactly as stored.
    ///
    /// # Errors
    /// [`Error::Model`] for a file that is not safetensors or was not written by this program.
    pub fn origin_text(bytes: &[u8]) -> Result<String, Error> {
        let (_, header) = SafeTensors::read_metadata(bytes)
            .map_err(|error| Error::Model(ModelFault::NotSafetensors, error.to_string()))?;
        header.metadata().as_ref().and_then(|entries| entries.get(KEY)).cloned().ok_or_else(|| {
            Error::Model(
                ModelFault::Foreign,
                format!("its header has no entry '{KEY}', so this program did not write it or it is damaged"),
            )
        })
    }

    fn tensors(&self) -> Vec<(&'static str, Dtype, Vec<usize>, Vec<u8>)> {
        let n = self.neurons();
        let bytes = |values: &[f32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
        let mut tensors = match &self.weights {
            Weights::Exact(weights) => vec![("weights", Dtype::F32, vec![INPUTS, n], bytes(weights))],
            Weights::Steps { steps, scale } => vec![
                ("weights", Dtype::U8, vec![INPUTS, n], steps.clone()),
                ("scale", Dtype::F32, vec![n], bytes(scale)),
            ],
        };
        tensors.push(("theta", Dtype::F32, vec![n], bytes(&self.theta)));
        if let Some(readout) = &self.readout {
            let label = |label: &Option<u8>| label.map_or(u8::MAX, |digit| digit);
            tensors.push(("rates", Dtype::F32, vec![n, CLASSES], bytes(readout.rates())));
            tensors.push(("labels", Dtype::I8, vec![n], readout.labels().iter().map(label).collect()));
        }
        if let Some(usual) = &self.usual {
            tensors.push(("likeness", Dtype::F32, vec![KEPT], bytes(&usual.scores)));
            if usual.ease != [0.0; CLASSES] {
                tensors.push(("ease", Dtype::F32, vec![CLASSES], bytes(&usual.ease)));
            }
        }
        tensors
    }
}

/// Digest of everything but itself; `origin` is the header's entry without it.
fn digest(tensors: &[(&'static str, Dtype, Vec<usize>, Vec<u8>)], origin: &str) -> String {
    let mut digest = Digest::default();
    tensors.iter().for_each(|(name, _, _, data)| {
        digest.bytes(name.as_bytes()).bytes(data);
    });
    digest.bytes(origin.as_bytes()).hex()
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn fault(fault: ModelFault, sentence: String) -> Error {
    Error::Model(fault, sentence)
}

/// The data of a tensor, which must be of this type and shape.
fn tensor<'a>(file: &SafeTensors<'a>, name: &str, dtype: Dtype, shape: &[usize]) -> Result<&'a [u8], Error> {
    let view = file.tensor(name).map_err(|_| fault(ModelFault::Tensor, format!("it has no tensor '{name}'")))?;
    if view.dtype() != dtype || view.shape() != shape {
        let (found, of) = (view.dtype(), view.shape());
        let sentence = format!("tensor '{name}' is {found:?} {of:?}, expected {dtype:?} {shape:?}");
        return Err(fault(ModelFault::Tensor, sentence));
    }
    Ok(view.data())
}
