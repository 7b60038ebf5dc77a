//! What JavaScript sees: thin handles on the library, without arithmetic or policy of their own.
//!
//! Errors leave as `Error` objects whose message is the library's sentence. Bulk data leaves as fresh typed arrays.

use js_sys::{Float32Array, Int8Array, Uint8Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::config::INPUTS;
use crate::drawing::{self, Distortion, Image, Placing};
use crate::error::Error;
use crate::interchange;
use crate::model::Model;
use crate::network::{Network, Phase};
use crate::readout::{Readout, Responses, SURE};
use crate::rng::Stream;

mod judge;
mod mini;
mod trainer;

pub use judge::{Judge, unpack_brain};
pub use mini::JsMini;
pub use trainer::JsTrainer;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

impl From<Error> for JsValue {
    fn from(error: Error) -> JsValue {
        let js = js_sys::Error::new(&error.to_string());
        if matches!(error, Error::NothingToSee(_)) {
            js.set_name("NothingToSee");
        }
        js.into()
    }
}

/// Plain objects and arrays, as `JSON.parse` would make them.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn pairs(spikes: &mut Vec<(u32, u16)>) -> Uint32Array {
    let flat: Vec<u32> = spikes.drain(..).flat_map(|(step, cell)| [step, u32::from(cell)]).collect();
    Uint32Array::from(&flat[..])
}

/// A trained network that looks at pictures and does not learn.
#[wasm_bindgen]
pub struct Recognizer {
    model: Model,
    readout: Readout,
    network: Network,
    threshold: f64,
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
struct JsVerdict {
    digit: Option<u8>,
    votes: [u32; 10],
    spikes: u32,
    evidence: [f64; 10],
}

#[wasm_bindgen]
impl Recognizer {
    /// Reads a labelled model from the bytes of its safetensors file.
    pub fn load(bytes: &[u8]) -> Result<Recognizer, JsValue> {
        Recognizer::of(Model::from_bytes(bytes)?)
    }

    /// Reads a model whose cells may have no labels yet: those are named by looks at `images`, 784 pixels each, of `digits`.
    #[wasm_bindgen(js_name = loadUnlabelled)]
    pub fn load_unlabelled(bytes: &[u8], images: &[u8], digits: &[u8]) -> Result<Recognizer, JsValue> {
        Recognizer::of(named(Model::from_bytes(bytes)?, images, digits)?)
    }

    /// Reads the NumPy files of the published code, with its constants. Without labels the cells are named by looks at
    /// `images`, as above.
    #[wasm_bindgen(js_name = fromNumpy)]
    pub fn from_numpy(
        weights: &[u8],
        theta: &[u8],
        labels: Option<Vec<u8>>,
        images: &[u8],
        digits: &[u8],
    ) -> Result<Recognizer, JsValue> {
        let model = interchange::model(weights, theta, labels.as_deref())?;
        Recognizer::of(named(model, images, digits)?)
    }

    fn of(model: Model) -> Result<Recognizer, JsValue> {
        let readout = model.readout().cloned().ok_or_else(|| Error::Model("its cells have no labels yet".into()))?;
        let mut network = model.network()?;
        network.set_monitor(true);
        Ok(Recognizer { model, readout, network, threshold: SURE })
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

    /// Receptive fields as pictures: 784 bytes a cell, cell by cell, 255 for a weight of w_max or more.
    pub fn fields(&self) -> Uint8Array {
        Uint8Array::from(&fields(&self.model.weights(), self.neurons(), self.network.config().w_max)[..])
    }

    /// Where the model comes from: constants, seed, accuracy.
    pub fn metadata(&self) -> Result<JsValue, JsValue> {
        to_js(&self.model.origin)
    }

    /// Begins to look at 784 pixels with the noise of `seed`.
    pub fn begin(&mut self, pixels: &[u8], seed: u32) -> Result<(), JsValue> {
        self.network.set_seed(u64::from(seed));
        Ok(self.network.begin(pixels, Stream::Look, 0)?)
    }

    /// The 784 pixels that become spikes when these are shown: upright where the network learnt from upright pictures.
    pub fn seen(&self, pixels: &[u8]) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(&self.network.config().seen(pixels)?[..]))
    }

    /// Plays up to `steps` steps; returns how many, 0 when it is over.
    pub fn advance(&mut self, steps: u32) -> u32 {
        self.network.advance(steps)
    }

    /// Plays until `step` steps have passed; begin again to go back.
    #[wasm_bindgen(js_name = advanceTo)]
    pub fn advance_to(&mut self, step: u32) {
        self.network.advance_to(step);
    }

    /// Plays until an excitatory cell has spiked, or to the end.
    #[wasm_bindgen(js_name = advanceToSpike)]
    pub fn advance_to_spike(&mut self) {
        self.network.advance_to_spike();
    }

    /// Digest of the state of all cells, equal for equal pasts.
    pub fn digest(&self) -> String {
        self.network.state_digest().hex()
    }

    /// Mean spikes of each cell in a look at each digit, ten a cell.
    pub fn rates(&self) -> Float32Array {
        Float32Array::from(self.readout.rates())
    }

    /// Adaptive parts of the thresholds in mV.
    pub fn theta(&self) -> Float32Array {
        Float32Array::from(self.network.theta())
    }

    /// Thresholds in mV.
    pub fn thresholds(&self) -> Float32Array {
        Float32Array::from(self.network.thresholds())
    }

    /// Records the membranes of these cells from the next step on; cells that there are not are left out.
    pub fn trace(&mut self, cells: &[u16]) {
        let neurons = self.neurons();
        if let Some(monitor) = self.network.monitor() {
            monitor.traced = cells.iter().copied().filter(|&cell| usize::from(cell) < neurons).collect();
            monitor.traces.clear();
        }
    }

    /// Of each step since the last call: its number, then v in mV, g_e and g_i of every traced cell.
    #[wasm_bindgen(js_name = takeTraces)]
    pub fn take_traces(&mut self) -> Float32Array {
        let traces = self.network.monitor().map(|monitor| std::mem::take(&mut monitor.traces)).unwrap_or_default();
        Float32Array::from(&traces[..])
    }

    /// `{step, lookStep, attempt, maxRateHz, phase}`
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

    /// Answers from so much evidence on, 0 to 1.
    #[wasm_bindgen(js_name = setThreshold)]
    pub fn set_threshold(&mut self, threshold: f64) {
        self.threshold = threshold;
    }

    /// `{digit, votes, spikes, evidence}` of this look so far.
    pub fn verdict(&self) -> Result<JsValue, JsValue> {
        let verdict = self.readout.verdict_at(self.threshold, self.network.counts());
        to_js(&JsVerdict {
            digit: verdict.digit,
            votes: verdict.votes,
            spikes: verdict.spikes,
            evidence: verdict.evidence,
        })
    }
}

fn fields(weights: &[f32], neurons: usize, w_max: f32) -> Vec<u8> {
    let shade = |cell: usize, input: usize| (weights[input * neurons + cell] / w_max * 255.0).min(255.0) as u8;
    (0..neurons).flat_map(|cell| (0..INPUTS).map(move |input| shade(cell, input))).collect()
}

/// The model with its cells named, if they are not, as the tool's `label` names them.
fn named(model: Model, images: &[u8], digits: &[u8]) -> Result<Model, Error> {
    if model.readout().is_some() {
        return Ok(model);
    }
    if images.len() != digits.len() * INPUTS {
        let expected = digits.len() * INPUTS;
        return Err(Error::Shape { what: "pixels of the labelled images", found: images.len(), expected });
    }
    let mut network = model.network()?;
    let mut responses = Responses::new(model.neurons());
    for ((index, pixels), &digit) in (0..).zip(images.chunks_exact(INPUTS)).zip(digits) {
        network.begin(pixels, Stream::Label, index)?;
        network.advance_to(u32::MAX);
        responses.add(digit, network.counts());
    }
    Ok(model.labelled(Readout::fit(&responses), digits.len() as u64))
}

/// The picture that the network gets of a drawing: `xy` holds x, y, … in pad units (0…1, y down), `lengths` the number
/// of points of each stroke; it is centred and scaled unless told otherwise.
///
/// Throws an error named `NothingToSee` where there is no digit to be seen.
#[wasm_bindgen(js_name = imageFromStrokes)]
pub fn image_from_strokes(
    xy: &[f32],
    lengths: &[u32],
    centre: Option<bool>,
    scale: Option<bool>,
) -> Result<Uint8Array, JsValue> {
    let total: usize = lengths.iter().map(|&length| length as usize).sum();
    if xy.len() != 2 * total {
        return Err(Error::Shape { what: "coordinates of strokes", found: xy.len(), expected: 2 * total }.into());
    }
    let mut points = xy.chunks_exact(2).map(|point| [point[0], point[1]]);
    let strokes: Vec<Vec<[f32; 2]>> =
        lengths.iter().map(|&length| points.by_ref().take(length as usize).collect()).collect();
    Ok(Uint8Array::from(&placing(centre, scale).image_from_strokes(&strokes)?[..]))
}

/// The picture that the network gets of a picture file, as a canvas hands out its pixels; it is centred and scaled unless
/// told otherwise.
///
/// Throws an error named `NothingToSee` where there is no digit to be seen.
#[wasm_bindgen(js_name = imageFromPicture)]
pub fn image_from_picture(
    picture: &web_sys::ImageData,
    centre: Option<bool>,
    scale: Option<bool>,
) -> Result<Uint8Array, JsValue> {
    let grey: Vec<u8> = picture.data().chunks_exact(4).map(drawing::grey_on_white).collect();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let image = placing(centre, scale).image_from_gray(&grey, width, height)?;
    Ok(Uint8Array::from(&image[..]))
}

fn placing(centre: Option<bool>, scale: Option<bool>) -> Placing {
    Placing { centre: centre.unwrap_or(true), scale: scale.unwrap_or(true) }
}

/// 784 pixels moved right and down by `x` and `y` pixels, turned clockwise by `rotate` degrees, with lines `thicken` pixels
/// wider, and the share `noise` of the pixels replaced by noise of `seed`.
#[wasm_bindgen]
pub fn distort(
    pixels: &[u8],
    x: f64,
    y: f64,
    rotate: f64,
    thicken: f64,
    noise: f64,
    seed: u32,
) -> Result<Uint8Array, JsValue> {
    let shape = Error::Shape { what: "pixels of the picture", found: pixels.len(), expected: INPUTS };
    let image: &Image = pixels.try_into().map_err(|_| shape)?;
    let changed = Distortion { shift: [x, y], rotate, thicken, noise }.apply(image, u64::from(seed))?;
    Ok(Uint8Array::from(&changed[..]))
}

/// A seed from the browser's own randomness, the only place where there is any.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<u32, JsValue> {
    getrandom::u32().map_err(|error| js_sys::Error::new(&format!("no fresh seed: {error}")).into())
}
