//! From drawings to the network's input.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::drawing::{self, Placing};
use crate::error::Error;

/// The network's input for a drawing: `xy` holds x, y, … in pad units (0…1, y down), `lengths` the number of points of
/// each stroke; it is centred and scaled unless turned off.
///
/// Throws an error named `NothingToSee` if there is no digit to see.
#[wasm_bindgen(js_name = imageFromStrokes)]
pub fn image_from_strokes(
    xy: &[f32],
    lengths: &[u32],
    centre: Option<bool>,
    scale: Option<bool>,
) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::from(&placing(centre, scale).image_from_strokes(&strokes(xy, lengths)?)?[..]))
}

/// How many separate pieces a drawing is in, given as to `imageFromStrokes`.
#[wasm_bindgen]
pub fn pieces(xy: &[f32], lengths: &[u32]) -> Result<usize, JsValue> {
    Ok(drawing::pieces(&strokes(xy, lengths)?)?)
}

fn strokes(xy: &[f32], lengths: &[u32]) -> Result<Vec<Vec<[f32; 2]>>, Error> {
    let total: usize = lengths.iter().map(|&length| length as usize).sum();
    if xy.len() != 2 * total {
        return Err(Error::Shape { what: "coordinates of strokes", found: xy.len(), expected: 2 * total });
    }
    let mut points = xy.chunks_exact(2).map(|point| [point[0], point[1]]);
    Ok(lengths.iter().map(|&length| points.by_ref().take(length as usize).collect()).collect())
}

pub(super) fn placing(centre: Option<bool>, scale: Option<bool>) -> Placing {
    Placing { centre: centre.unwrap_or(true), scale: scale.unwrap_or(true) }
}
