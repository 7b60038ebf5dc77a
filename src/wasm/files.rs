//! Networks from elsewhere: NumPy files, or models without labels.

use wasm_bindgen::prelude::*;

use super::Recognizer;
use crate::config::INPUTS;
use crate::error::Error;
use crate::interchange;
use crate::model::Model;
use crate::readout::{Readout, Responses};
use crate::rng::Stream;

#[wasm_bindgen]
impl Recognizer {
    /// Reads a model. If its cells have no labels yet, they are named by looks at `images`, 784 pixels each, of
    /// `digits`.
    #[wasm_bindgen(js_name = loadUnlabelled)]
    pub fn load_unlabelled(bytes: &[u8], images: &[u8], digits: &[u8]) -> Result<Recognizer, JsValue> {
        let model = named(Model::from_bytes(bytes)?, images, digits)?;
        let origin = model.origin.to_json()?;
        Recognizer::of(model, origin)
    }

    /// Reads the published code's NumPy files, with its constants. Without labels, the cells are named by looks at
    /// `images`, as above.
    #[wasm_bindgen(js_name = fromNumpy)]
    pub fn from_numpy(
        weights: &[u8],
        theta: &[u8],
        labels: Option<Vec<u8>>,
        images: &[u8],
        digits: &[u8],
    ) -> Result<Recognizer, JsValue> {
        let model = named(interchange::model(weights, theta, labels.as_deref())?, images, digits)?;
        let origin = model.origin.to_json()?;
        Recognizer::of(model, origin)
    }
}

/// The model with its cells named, if they are not yet, as by the tool's `label`.
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
