//! Evaluates a network: its cells are named by labelled pictures, then it reads others.

use js_sys::{Float32Array, Int8Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::recognizer::JsVerdict;
use super::to_js;
use crate::brain;
use crate::config::INPUTS;
use crate::error::{Error, ModelFault};
use crate::field::Painter;
use crate::health::Health;
use crate::interchange;
use crate::model::Model;
use crate::network::Network;
use crate::npy::Dtype;
use crate::readout::{CLASSES, Readout, Responses};
use crate::rng::Stream;

/// A trained network that does not learn here.
#[wasm_bindgen]
pub struct Judge {
    model: Model,
    network: Network,
    responses: Responses,
}

#[wasm_bindgen]
impl Judge {
    /// Reads a model or a checkpoint from the bytes of its safetensors file.
    pub fn load(bytes: &[u8]) -> Result<Judge, JsValue> {
        Judge::of(Model::from_bytes(bytes)?)
    }

    /// Reads the published code's NumPy files, with its constants: the start of a run over `images` images.
    #[wasm_bindgen(js_name = fromNumpy)]
    pub fn from_numpy(weights: &[u8], theta: &[u8], images: u32) -> Result<Judge, JsValue> {
        let mut model = interchange::model(weights, theta, None)?;
        (model.origin.images, model.origin.passes) = (u64::from(images), 1);
        Judge::of(model)
    }

    fn of(model: Model) -> Result<Judge, JsValue> {
        let (network, responses) = (model.network()?, Responses::new(model.neurons()));
        Ok(Judge { model, network, responses })
    }

    /// Excitatory cells.
    #[wasm_bindgen(getter)]
    pub fn neurons(&self) -> usize {
        self.model.neurons()
    }

    /// What the inputs see: `pixels` or `edges`.
    #[wasm_bindgen(getter, js_name = frontEnd)]
    pub fn front_end(&self) -> String {
        self.network.config().front_end.name().into()
    }

    /// Where the model comes from.
    pub fn metadata(&self) -> Result<JsValue, JsValue> {
        to_js(&self.model.origin)
    }

    /// Records how the cells respond to labelled pictures, the first being number `from` of the labelling pass.
    pub fn show(&mut self, pictures: &[u8], labels: &[u8], from: u32) -> Result<(), JsValue> {
        for ((index, picture), &label) in (u64::from(from)..).zip(pictures.chunks(INPUTS)).zip(labels) {
            if usize::from(label) >= CLASSES {
                return Err(Error::Shape { what: "classes", found: usize::from(label) + 1, expected: CLASSES }.into());
            }
            let counts = self.network.look(picture, Stream::Label, index)?;
            self.responses.add(label, counts);
        }
        Ok(())
    }

    /// Names the cells by the recorded responses.
    pub fn name(&mut self) {
        let images = self.responses.images.iter().map(|&images| u64::from(images)).sum();
        self.model = self.model.clone().labelled(Readout::fit(&self.responses), images);
    }

    /// Takes over the cells' names from another state of the same network.
    #[wasm_bindgen(js_name = nameAs)]
    pub fn name_as(&mut self, other: &Judge) {
        if let Some(readout) = other.model.readout().filter(|_| other.neurons() == self.neurons()) {
            self.model = self.model.clone().labelled(readout.clone(), other.model.origin.labelled);
        }
    }

    /// The digits read from pictures, −1 for undecided; the first is number `from` of the test, with the noise of the
    /// network's own seed.
    pub fn read(&mut self, pictures: &[u8], from: u32) -> Result<Int8Array, JsValue> {
        let readout = self.model.readout().ok_or_else(unnamed)?;
        let mut answers = Vec::new();
        for (index, picture) in (u64::from(from)..).zip(pictures.chunks(INPUTS)) {
            let verdict = readout.verdict(self.network.look(picture, Stream::Look, index)?);
            answers.push(verdict.digit.map_or(-1, |digit| digit as i8));
        }
        Ok(Int8Array::from(&answers[..]))
    }

    /// `{digit, votes, spikes, evidence, likeness, reason}` of one picture, with the noise of `seed`.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn vote(&mut self, pixels: &[u8], seed: u32) -> Result<JsValue, JsValue> {
        let readout = self.model.readout().ok_or_else(unnamed)?;
        let own = self.network.seed();
        self.network.set_seed(u64::from(seed));
        let looked = self.network.look(pixels, Stream::Look, 0).map(|counts| readout.verdict(counts));
        self.network.set_seed(own);
        to_js(&JsVerdict::from(looked?))
    }

    /// The digit of each cell, −1 for a silent one; empty before the cells are named.
    pub fn labels(&self) -> Int8Array {
        let labels = self.model.readout().map(Readout::labels).unwrap_or_default();
        Int8Array::from(&labels.iter().map(|label| label.map_or(-1, |digit| digit as i8)).collect::<Vec<i8>>()[..])
    }

    /// Receptive fields as pictures, like those of a `Recognizer`.
    pub fn fields(&self) -> Uint8Array {
        let painter = Painter::new(self.network.config());
        Uint8Array::from(&painter.paint_all(&self.model.weights(), self.neurons())[..])
    }

    /// Adaptive parts of the thresholds in mV.
    pub fn theta(&self) -> Float32Array {
        Float32Array::from(self.model.theta())
    }

    /// The health of the network, as in `stdp-digits inspect --json`, but with findings as objects.
    #[wasm_bindgen(unchecked_return_type = "Health")]
    pub fn health(&self) -> Result<JsValue, JsValue> {
        let health = Health::of(&self.model);
        let told = to_js(&health)?;
        js_sys::Reflect::set(&told, &"findings".into(), &to_js(&health.findings)?)?;
        Ok(told)
    }

    /// Digest of weights and thetas.
    pub fn digest(&self) -> String {
        self.network.digest().hex()
    }

    /// The model file, with the names of its cells.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Result<Vec<u8>, JsValue> {
        Ok(self.model.to_bytes()?)
    }

    /// The network in a few kilobytes, for a link; `unpackBrain` turns it back into a model file.
    pub fn pack(&self) -> Result<Vec<u8>, JsValue> {
        Ok(brain::pack(&self.model)?)
    }

    /// The weights in the format of the published code's `XeAe.npy`.
    #[wasm_bindgen(js_name = weightsNpy)]
    pub fn weights_npy(&self) -> Vec<u8> {
        interchange::rows(&self.model.weights(), self.neurons()).to_bytes(Dtype::F64)
    }

    /// The thresholds in the format of the published code's `theta_A.npy`.
    #[wasm_bindgen(js_name = thetaNpy)]
    pub fn theta_npy(&self) -> Vec<u8> {
        interchange::volts(self.model.theta()).to_bytes(Dtype::F64)
    }
}

/// The model file of a network packed by [`Judge::pack`].
///
/// # Errors
/// Bytes that are not a complete packed network.
#[wasm_bindgen(js_name = unpackBrain)]
pub fn unpack_brain(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    Ok(brain::unpack(bytes)?.to_bytes()?)
}

fn unnamed() -> Error {
    Error::Model(ModelFault::Unlabelled, "its cells have no labels yet".into())
}
