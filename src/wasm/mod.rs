//! The JavaScript interface: thin handles on the library, without arithmetic or policy of their own.
//!
//! Errors become `Error` objects whose message is the library's sentence, with `kind`, `field`, `found` and `expected`
//! beside it (`types.ts`). Bulk data is returned in fresh typed arrays.
//! Without the feature `whole`, the module only looks at drawings, and loads in half the time.

use js_sys::Uint32Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::Error;

mod recognizer;
mod strokes;

#[cfg(feature = "whole")]
mod files;
#[cfg(feature = "whole")]
mod judge;
#[cfg(feature = "whole")]
mod lab;
#[cfg(feature = "whole")]
mod mini;
#[cfg(feature = "whole")]
mod pictures;
#[cfg(feature = "whole")]
mod trainer;

pub use recognizer::Recognizer;
pub use strokes::{image_from_strokes, pieces};
#[cfg(feature = "whole")]
pub use {
    judge::{Judge, unpack_brain},
    mini::JsMini,
    pictures::{distort, image_from_picture},
    trainer::JsTrainer,
};

/// The shapes of plain objects, for the module's TypeScript declarations.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

impl From<Error> for JsValue {
    fn from(error: Error) -> JsValue {
        let js = js_sys::Error::new(&error.to_string());
        let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
        for (name, value) in [
            ("kind", text(Some(error.kind()))),
            ("field", text(error.field())),
            ("found", text(Some(&error.found()))),
            ("expected", text(error.expected().as_deref())),
        ] {
            // Only a frozen object would refuse, and this one is new.
            let _ = js_sys::Reflect::set(&js, &name.into(), &value);
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

/// A seed from the browser's randomness, the only place that uses any.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<u32, JsValue> {
    getrandom::u32().map_err(|error| js_sys::Error::new(&format!("no fresh seed: {error}")).into())
}
