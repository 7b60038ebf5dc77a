//! A training run in the browser: its network, and which fields have changed since the last call.

use js_sys::{Uint8Array, Uint16Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::{pairs, to_js};
use crate::config::INPUTS;
use crate::error::{Error, TextFault};
use crate::field::{Painter, column};
use crate::model::Model;
use crate::network::Network;
use crate::run::Run;
use crate::{Config, Trainer};

/// A network that learns.
#[wasm_bindgen(js_name = Trainer)]
pub struct JsTrainer {
    trainer: Trainer,
    painter: Painter,
    /// Receptive fields as last returned.
    shown: Vec<u8>,
    /// The weights that these show.
    weights: Vec<f32>,
    /// Number of the presentation in which each cell last spiked, if it was during this session.
    spoke: Vec<u64>,
}

#[wasm_bindgen(js_class = Trainer)]
impl JsTrainer {
    /// A run over `images` images, `passes` times; `config` holds what differs from the default constants.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue, seed: u32, images: u32, passes: u32) -> Result<JsTrainer, JsValue> {
        let trainer = Trainer::new(read(config)?, Run { seed: u64::from(seed), images: u64::from(images), passes })?;
        Ok(JsTrainer::of(trainer))
    }

    /// Resumes a run from a checkpoint written by this class or by the tool's `train`.
    pub fn resume(bytes: &[u8]) -> Result<JsTrainer, JsValue> {
        let model = Model::from_bytes(bytes)?;
        Ok(JsTrainer::of(Trainer::from_model(&model)?))
    }

    /// Continues with other constants from the next image; the number of cells stays the same.
    pub fn reconfigure(&mut self, config: JsValue) -> Result<(), JsValue> {
        let (config, network) = (read(config)?, self.trainer.network());
        self.painter = Painter::new(&config);
        self.weights.fill(0.0);
        let network = Network::from_parts(config, network.seed(), &network.weights(), network.theta().to_vec())?;
        self.trainer = Trainer::resume(network, self.trainer.run(), self.trainer.presented())?;
        Ok(())
    }

    /// Learns from one picture of 784 pixels; returns the number of output spikes.
    pub fn learn(&mut self, pixels: &[u8]) -> Result<u32, JsValue> {
        let number = self.trainer.presented() + 1;
        let counts = self.trainer.learn(pixels)?;
        for (spoke, _) in self.spoke.iter_mut().zip(counts).filter(|(_, count)| **count > 0) {
            *spoke = number;
        }
        Ok(counts.iter().sum())
    }

    /// Number of looks at the last picture.
    #[wasm_bindgen(getter)]
    pub fn looks(&self) -> u32 {
        self.trainer.network().status().look
    }

    /// Which image of the pass comes next; undefined at the end.
    #[wasm_bindgen(js_name = nextImage)]
    pub fn next_image(&self) -> Option<usize> {
        self.trainer.next_image()
    }

    /// Presentations so far.
    #[wasm_bindgen(getter)]
    pub fn presented(&self) -> f64 {
        self.trainer.presented() as f64
    }

    /// Presentations of the whole run.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> f64 {
        self.trainer.total() as f64
    }

    /// Images of one pass.
    #[wasm_bindgen(getter)]
    pub fn images(&self) -> f64 {
        self.trainer.run().images as f64
    }

    /// Passes over them.
    #[wasm_bindgen(getter)]
    pub fn passes(&self) -> u32 {
        self.trainer.run().passes
    }

    /// Seed of the initial weights and of all noise.
    #[wasm_bindgen(getter)]
    pub fn seed(&self) -> f64 {
        self.trainer.network().seed() as f64
    }

    /// Excitatory cells.
    #[wasm_bindgen(getter)]
    pub fn neurons(&self) -> usize {
        self.trainer.network().neurons()
    }

    /// All constants.
    pub fn config(&self) -> Result<JsValue, JsValue> {
        to_js(self.trainer.network().config())
    }

    /// What the inputs see: `pixels` or `edges`.
    #[wasm_bindgen(getter, js_name = frontEnd)]
    pub fn front_end(&self) -> String {
        self.trainer.network().config().front_end.name().into()
    }

    /// How strongly each of the 784 inputs is driven when these pixels are shown, as in a `Recognizer`.
    pub fn inputs(&self, pixels: &[u8]) -> Result<Uint8Array, JsValue> {
        Ok(Uint8Array::from(&self.trainer.network().config().inputs(pixels)?[..]))
    }

    /// Receptive fields as pictures, like those of a `Recognizer`.
    pub fn fields(&self) -> Uint8Array {
        let network = self.trainer.network();
        Uint8Array::from(&self.painter.paint_all(&network.weights(), network.neurons())[..])
    }

    /// The cells whose pictures have changed since the last call.
    #[wasm_bindgen(js_name = takeChanged)]
    pub fn take_changed(&mut self) -> Uint16Array {
        let (now, neurons) = (self.trainer.network().weights(), self.neurons());
        let mut moved = vec![false; neurons];
        for (now, before) in now.chunks_exact(neurons).zip(self.weights.chunks_exact(neurons)) {
            moved.iter_mut().zip(now.iter().zip(before)).for_each(|(moved, (now, before))| *moved |= now != before);
        }
        let mut changed = Vec::new();
        for (cell, shown) in self.shown.chunks_exact_mut(INPUTS).enumerate().filter(|(cell, _)| moved[*cell]) {
            let picture = self.painter.paint(&column(&now, neurons, cell));
            if shown != picture {
                shown.copy_from_slice(&picture);
                changed.push(cell as u16);
            }
        }
        self.weights = now;
        Uint16Array::from(&changed[..])
    }

    /// The pictures of these cells as of the last `takeChanged`, one after the other.
    #[wasm_bindgen(js_name = shownFields)]
    pub fn shown_fields(&self, cells: &[u16]) -> Uint8Array {
        let of_cell = |&cell: &u16| self.shown.chunks_exact(INPUTS).nth(usize::from(cell)).unwrap_or_default();
        Uint8Array::from(&cells.iter().flat_map(of_cell).copied().collect::<Vec<u8>>()[..])
    }

    /// Number of cells without a spike in the last look of any of the last `presentations`.
    pub fn silent(&self, presentations: u32) -> usize {
        let before = self.trainer.presented().saturating_sub(u64::from(presentations));
        self.spoke.iter().filter(|&&spoke| spoke <= before).count()
    }

    /// Starts or stops recording spikes.
    #[wasm_bindgen(js_name = setMonitor)]
    pub fn set_monitor(&mut self, on: bool) {
        self.trainer.set_monitor(on);
    }

    /// Input spikes of the last picture: step, input, step, input, …
    #[wasm_bindgen(js_name = takeInputSpikes)]
    pub fn take_input_spikes(&mut self) -> Uint32Array {
        self.trainer.monitor().map_or_else(Uint32Array::default, |monitor| pairs(&mut monitor.input))
    }

    /// Excitatory spikes of the last picture: step, cell, step, cell, …
    #[wasm_bindgen(js_name = takeExcSpikes)]
    pub fn take_exc_spikes(&mut self) -> Uint32Array {
        self.trainer.monitor().map_or_else(Uint32Array::default, |monitor| pairs(&mut monitor.exc))
    }

    /// The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
    #[wasm_bindgen(js_name = weightsOf)]
    pub fn weights_of(&self, cell: usize) -> Option<js_sys::Float32Array> {
        let network = self.trainer.network();
        let neurons = network.neurons();
        (cell < neurons).then(|| js_sys::Float32Array::from(&column(&network.weights(), neurons, cell)[..]))
    }

    /// The weight between an input and a cell; undefined if there is none.
    pub fn weight(&self, input: usize, cell: usize) -> Option<f32> {
        let network = self.trainer.network();
        (cell < network.neurons()).then(|| network.weights().get(input * network.neurons() + cell).copied()).flatten()
    }

    /// The share of the rule's rates for the next picture.
    #[wasm_bindgen(getter)]
    pub fn share(&self) -> f32 {
        self.trainer.share()
    }

    /// Adaptive parts of the thresholds in mV.
    pub fn theta(&self) -> js_sys::Float32Array {
        js_sys::Float32Array::from(self.trainer.network().theta())
    }

    /// Digest of weights and thetas, equal to the tool's for the same run.
    pub fn digest(&self) -> String {
        self.trainer.network().digest().hex()
    }

    /// The checkpoint: a model file from which the run can be resumed, also in the tool.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Result<Vec<u8>, JsValue> {
        Ok(self.trainer.model().to_bytes()?)
    }
}

impl JsTrainer {
    fn of(trainer: Trainer) -> JsTrainer {
        let (cells, presented) = (trainer.network().neurons(), trainer.presented());
        JsTrainer {
            painter: Painter::new(trainer.network().config()),
            trainer,
            shown: vec![0; cells * INPUTS],
            weights: vec![0.0; cells * INPUTS],
            spoke: vec![presented; cells],
        }
    }
}

/// The differences from the default constants, as in a configuration file.
pub(super) fn read(config: JsValue) -> Result<Config, Error> {
    if config.is_undefined() || config.is_null() {
        return Ok(Config::default());
    }
    let text = js_sys::JSON::stringify(&config)
        .map_err(|_| Error::ConfigText(TextFault::NotObject, "not an object".into()))?;
    Config::from_json(&String::from(text))
}
