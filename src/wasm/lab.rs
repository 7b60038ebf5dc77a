//! The laboratory in the browser: one synapse, one cell.

use js_sys::{Float32Array, Uint32Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::trainer::read;
use crate::error::{Error, TextFault};
use crate::lab::{Cause, Cell, History, Input, Over, Pairing, Recording, Spikes, Synapse};

/// A synapse with a learning rule.
#[wasm_bindgen(js_name = Synapse)]
pub struct JsSynapse(Synapse);

#[wasm_bindgen(js_class = Synapse)]
impl JsSynapse {
    /// `config` holds what differs from the default constants.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue) -> Result<JsSynapse, JsValue> {
        Ok(JsSynapse(Synapse::new(&read(config)?)?))
    }

    /// Names of the traces of its rule.
    #[wasm_bindgen(js_name = traceNames)]
    pub fn trace_names(&self) -> Vec<String> {
        self.0.rule().traces().iter().map(|&name| name.into()).collect()
    }

    /// What `{duration, weight, pre, post}` does to it, times in ms.
    pub fn history(&mut self, spikes: JsValue) -> Result<JsHistory, JsValue> {
        Ok(JsHistory(self.0.history(&plain::<Spikes>(spikes)?)?))
    }

    /// Δw of the pairs `{weight, interval, repetitions, hertz}`, with each of `values` in turn for the key `over`
    /// ("interval", "weight" or "hertz").
    pub fn curve(&mut self, pairing: JsValue, over: JsValue, values: &[f32]) -> Result<Float32Array, JsValue> {
        let changes = self.0.curve(&plain::<Pairing>(pairing)?, plain::<Over>(over)?, values)?;
        Ok(Float32Array::from(&changes[..]))
    }
}

/// What happened to a synapse.
#[wasm_bindgen(js_name = SynapseHistory)]
pub struct JsHistory(History);

#[wasm_bindgen(js_class = SynapseHistory)]
impl JsHistory {
    /// The weight after each step.
    pub fn weight(&self) -> Float32Array {
        Float32Array::from(&self.0.weight[..])
    }

    /// A trace after each step.
    pub fn trace(&self, place: usize) -> Float32Array {
        Float32Array::from(self.0.traces.get(place).map_or(&[][..], |trace| trace))
    }

    /// For each spike to which the rule responded: its step, 0 for the input's or 1 for the cell's, the weight before
    /// and after, and three traces as read by the rule.
    pub fn changes(&self) -> Float32Array {
        let flat = self.0.changes.iter().flat_map(|change| {
            let cause = if change.cause == Cause::Pre { 0.0 } else { 1.0 };
            let ([before, after], [x0, x1, x2]) = (change.weight, change.traces);
            // Exact: an experiment has far fewer than 2²⁴ steps.
            [change.step as f32, cause, before, after, x0, x1, x2]
        });
        Float32Array::from(&flat.collect::<Vec<f32>>()[..])
    }
}

/// An excitatory cell.
#[wasm_bindgen(js_name = Cell)]
pub struct JsCell(Cell);

#[wasm_bindgen(js_class = Cell)]
impl JsCell {
    /// `config` holds what differs from the default constants.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue) -> Result<JsCell, JsValue> {
        Ok(JsCell(Cell::new(&read(config)?)?))
    }

    /// What it does with `{duration, synapses, exc, inh, poisson}`, spikes as pairs of ms and weight.
    pub fn record(&self, input: JsValue) -> Result<JsRecording, JsValue> {
        Ok(JsRecording(self.0.record(&plain::<Input>(input)?)?))
    }
}

/// What a cell did.
#[wasm_bindgen(js_name = CellRecording)]
pub struct JsRecording(Recording);

#[wasm_bindgen(js_class = CellRecording)]
impl JsRecording {
    /// The membrane potential after each step in mV.
    pub fn v(&self) -> Float32Array {
        Float32Array::from(&self.0.v[..])
    }

    /// The threshold after each step in mV.
    pub fn threshold(&self) -> Float32Array {
        Float32Array::from(&self.0.threshold[..])
    }

    /// Its adaptive part in mV.
    pub fn theta(&self) -> Float32Array {
        Float32Array::from(&self.0.theta[..])
    }

    /// The excitatory conductance after each step, in multiples of the leak.
    #[wasm_bindgen(js_name = gE)]
    pub fn g_e(&self) -> Float32Array {
        Float32Array::from(&self.0.g_e[..])
    }

    /// The inhibitory one.
    #[wasm_bindgen(js_name = gI)]
    pub fn g_i(&self) -> Float32Array {
        Float32Array::from(&self.0.g_i[..])
    }

    /// Steps in which it spiked.
    pub fn spikes(&self) -> Uint32Array {
        Uint32Array::from(&self.0.spikes[..])
    }

    /// The highest potential in mV.
    #[wasm_bindgen(getter)]
    pub fn peak(&self) -> f32 {
        self.0.peak
    }

    /// Spikes of the Poisson inputs: step, input, step, input, …
    pub fn drawn(&self) -> Uint32Array {
        super::pairs(&mut self.0.drawn.clone())
    }
}

/// A plain object, converted through JSON.
fn plain<T: DeserializeOwned>(value: JsValue) -> Result<T, Error> {
    let text =
        js_sys::JSON::stringify(&value).map_err(|_| Error::ConfigText(TextFault::NotObject, "not an object".into()))?;
    serde_json::from_str(&String::from(text)).map_err(|error| Error::ConfigText(TextFault::Value, error.to_string()))
}
