//! A network that looks.

use js_sys::{Float32Array, Int8Array, JSON, Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{pairs, to_js};
use crate::error::{Error, ModelFault};
use crate::field::{Painter, column};
use crate::likeness::Likeness;
use crate::model::Model;
use crate::network::{Network, Phase};
use crate::readout::{Readout, SURE, Unsure, Verdict};
use crate::rng::Stream;

/// A trained network that looks at pictures and does not learn.
#[wasm_bindgen]
pub struct Recognizer {
    model: Model,
    /// Where the model comes from, as JSON, kept as stored in its file: serialising it would need more code.
    origin: String,
    readout: Readout,
    network: Network,
    threshold: f64,
    likeness: Option<Likeness>,
    /// Of what it looks at.
    shown: Option<f64>,
    /// Separate pieces of what is shown.
    pieces: usize,
}

#[derive(Serialize)]
struct JsStatus {
    step: u32,
    #[serde(rename = "lookStep")]
    look_step: u32,
    attempt: u32,
    #[serde(rename = "maxRateHz")]
    max_rate: f32,
    phase: &'static str,
}

#[derive(Serialize)]
pub(super) struct JsVerdict {
    pub(super) digit: Option<u8>,
    pub(super) votes: [u32; 10],
    pub(super) spikes: u32,
    pub(super) evidence: [f64; 10],
    pub(super) likeness: Option<f64>,
    pub(super) reason: Option<&'static str>,
}

impl From<Verdict> for JsVerdict {
    fn from(verdict: Verdict) -> JsVerdict {
        let Verdict { digit, reason, likeness, votes, spikes, evidence } = verdict;
        JsVerdict { digit, votes, spikes, evidence, likeness, reason: reason.map(Unsure::name) }
    }
}

#[wasm_bindgen]
impl Recognizer {
    /// Reads a labelled model from the bytes of its safetensors file.
    pub fn load(bytes: &[u8]) -> Result<Recognizer, JsValue> {
        Recognizer::of(Model::from_bytes(bytes)?, Model::origin_text(bytes)?)
    }

    pub(super) fn of(model: Model, origin: String) -> Result<Recognizer, JsValue> {
        let readout = model
            .readout()
            .cloned()
            .ok_or_else(|| Error::Model(ModelFault::Unlabelled, "its cells have no labels yet".into()))?;
        let mut network = model.network()?;
        network.set_monitor(true);
        let likeness = model.likeness(&network)?;
        Ok(Recognizer { model, origin, readout, network, threshold: SURE, likeness, shown: None, pieces: 1 })
    }

    /// Excitatory cells.
    #[wasm_bindgen(getter)]
    pub fn neurons(&self) -> usize {
        self.network.neurons()
    }

    /// Time step in ms.
    #[wasm_bindgen(getter)]
    pub fn dt(&self) -> f32 {
        self.network.config().dt
    }

    /// Steps of one look.
    #[wasm_bindgen(getter, js_name = stepsPerLook)]
    pub fn steps_per_look(&self) -> u32 {
        self.network.config().steps_look()
    }

    /// The digit of each cell, −1 for one that was silent in labelling.
    pub fn labels(&self) -> Int8Array {
        let labels: Vec<i8> = self.readout.labels().iter().map(|label| label.map_or(-1, |digit| digit as i8)).collect();
        Int8Array::from(&labels[..])
    }

    /// What the inputs see: `pixels` or `edges`.
    #[wasm_bindgen(getter, js_name = frontEnd)]
    pub fn front_end(&self) -> String {
        self.network.config().front_end.name().into()
    }

    /// Receptive fields as pictures: 784 bytes per cell, cell by cell; 128 is full darkness.
    pub fn fields(&self) -> Uint8Array {
        let painter = Painter::new(self.network.config());
        Uint8Array::from(&painter.paint_all(&self.model.weights(), self.neurons())[..])
    }

    /// The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
    #[wasm_bindgen(js_name = weightsOf)]
    pub fn weights_of(&self, cell: usize) -> Option<Float32Array> {
        let neurons = self.neurons();
        (cell < neurons).then(|| Float32Array::from(&column(&self.model.weights(), neurons, cell)[..]))
    }

    /// Where the model comes from: constants, seed, accuracy.
    pub fn metadata(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.origin)
    }

    /// Begins to look at 784 pixels with the noise of `seed`; `pieces` is how many separate pieces the drawing is in, 1
    /// unless told otherwise.
    pub fn begin(&mut self, pixels: &[u8], seed: u32, pieces: Option<usize>) -> Result<(), JsValue> {
        self.pieces = pieces.unwrap_or(1);
        self.network.set_seed(u64::from(seed));
        self.shown = self.likeness.as_ref().map(|likeness| likeness.of(&self.network, pixels)).transpose()?;
        Ok(self.network.begin(pixels, Stream::Look, 0)?)
    }

    /// How strongly each of the 784 inputs is driven when these pixels are shown, 0…255. Inputs that see edges come
    /// channel by channel (edges that run –, /, |, \\), each 14 rows of 14 places.
    pub fn inputs(&self, pixels: &[u8]) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(&self.network.config().inputs(pixels)?[..]))
    }

    /// The picture behind the inputs when these pixels are shown: with its slant removed if the network learned that
    /// way.
    pub fn seen(&self, pixels: &[u8]) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(&self.network.config().seen(pixels)?[..]))
    }

    /// Plays up to `steps` steps; returns the number played, 0 if the look is over.
    pub fn advance(&mut self, steps: u32) -> u32 {
        self.network.advance(steps)
    }

    /// Plays until `step` steps have passed; to go back, begin again.
    #[wasm_bindgen(js_name = advanceTo)]
    pub fn advance_to(&mut self, step: u32) {
        self.network.advance_to(step);
    }

    /// Plays until an excitatory cell has spiked, or to the end.
    #[wasm_bindgen(js_name = advanceToSpike)]
    pub fn advance_to_spike(&mut self) {
        self.network.advance_to_spike();
    }

    /// Digest of the state of all cells, equal for equal histories.
    pub fn digest(&self) -> String {
        self.network.state_digest().hex()
    }

    /// Mean spikes of each cell in a look at each digit, ten values per cell.
    pub fn rates(&self) -> Float32Array {
        Float32Array::from(self.readout.rates())
    }

    /// Adaptive parts of the thresholds in mV.
    pub fn theta(&self) -> Float32Array {
        Float32Array::from(self.network.theta())
    }

    /// Current membrane potentials in mV.
    pub fn membranes(&self) -> Float32Array {
        Float32Array::from(self.network.membranes())
    }

    /// Weights from these inputs to a cell; 0 if there is no such input or cell.
    #[wasm_bindgen(js_name = weightsBetween)]
    pub fn weights_between(&self, inputs: &[u16], cell: usize) -> Float32Array {
        Float32Array::from(&self.network.weights_between(inputs, cell)[..])
    }

    /// Thresholds in mV.
    pub fn thresholds(&self) -> Float32Array {
        Float32Array::from(self.network.thresholds())
    }

    /// Records the membranes of these cells from the next step; invalid cells are ignored.
    pub fn trace(&mut self, cells: &[u16]) {
        let neurons = self.neurons();
        if let Some(monitor) = self.network.monitor() {
            monitor.traced = cells.iter().copied().filter(|&cell| usize::from(cell) < neurons).collect();
            monitor.traces.clear();
        }
    }

    /// For each step since the last call: its number, then v in mV, g_e and g_i of every traced cell.
    #[wasm_bindgen(js_name = takeTraces)]
    pub fn take_traces(&mut self) -> Float32Array {
        let traces = self.network.monitor().map(|monitor| std::mem::take(&mut monitor.traces)).unwrap_or_default();
        Float32Array::from(&traces[..])
    }

    /// `{step, lookStep, attempt, maxRateHz, phase}`
    #[wasm_bindgen(unchecked_return_type = "Status")]
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let status = self.network.status();
        let phase = match status.phase {
            Phase::Look => "look",
            Phase::Rest => "rest",
            Phase::Done => "done",
        };
        to_js(&JsStatus {
            step: status.step,
            look_step: status.look_step,
            attempt: status.look,
            max_rate: status.max_rate,
            phase,
        })
    }

    /// Input spikes since the last call: step, input, step, input, …
    #[wasm_bindgen(js_name = takeInputSpikes)]
    pub fn take_input_spikes(&mut self) -> Uint32Array {
        self.network.monitor().map_or_else(Uint32Array::default, |monitor| pairs(&mut monitor.input))
    }

    /// Excitatory spikes since the last call: step, cell, step, cell, …
    #[wasm_bindgen(js_name = takeExcSpikes)]
    pub fn take_exc_spikes(&mut self) -> Uint32Array {
        self.network.monitor().map_or_else(Uint32Array::default, |monitor| pairs(&mut monitor.exc))
    }

    /// Inhibitory spikes since the last call: step, cell, step, cell, …
    #[wasm_bindgen(js_name = takeInhSpikes)]
    pub fn take_inh_spikes(&mut self) -> Uint32Array {
        self.network.monitor().map_or_else(Uint32Array::default, |monitor| pairs(&mut monitor.inh))
    }

    /// Sets the least evidence for an answer, 0 to 1.
    #[wasm_bindgen(js_name = setThreshold)]
    pub fn set_threshold(&mut self, threshold: f64) {
        self.threshold = threshold;
    }

    /// `{digit, votes, spikes, evidence, likeness, reason}` of this look so far.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn verdict(&self) -> Result<JsValue, JsValue> {
        let verdict = self.readout.verdict_at(self.threshold, self.network.counts());
        to_js(&JsVerdict::from(verdict.with_likeness(self.shown).with_pieces(self.pieces)))
    }
}
