//! Picture files, and changes to pictures before the network sees them.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::strokes::placing;
use crate::config::INPUTS;
use crate::drawing::{self, Distortion, Image};
use crate::error::Error;

/// The network's input for a picture file, given the pixels from a canvas; it is centred and scaled unless turned off.
///
/// Throws an error named `NothingToSee` if there is no digit to see.
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

/// 784 pixels moved right and down by `x` and `y` pixels, turned clockwise by `rotate` degrees, with lines `thicken`
/// pixels wider, and the share `noise` of the pixels replaced by noise of `seed`.
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
