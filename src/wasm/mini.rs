//! The small task in the browser.

use js_sys::{Float32Array, Int32Array};
use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::mini::{Mini, PATTERNS, PRESENTATIONS};

/// Six patterns, a handful of cells, every synapse a number.
#[wasm_bindgen(js_name = Mini)]
pub struct JsMini(Mini);

#[wasm_bindgen(js_class = Mini)]
impl JsMini {
    /// 4 to 16 cells with random weights.
    #[wasm_bindgen(constructor)]
    pub fn new(cells: u32, seed: u32) -> Result<JsMini, JsValue> {
        if !(4..=16).contains(&cells) {
            let (found, expected) = (cells.to_string(), "4 to 16".into());
            return Err(Error::Config { name: "cells".into(), found, expected }.into());
        }
        Ok(JsMini(Mini::new(cells, u64::from(seed))?))
    }

    /// Presentations after which learning rates have reached their final value.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> u32 {
        PRESENTATIONS as u32
    }

    /// Presentations so far.
    #[wasm_bindgen(getter)]
    pub fn presented(&self) -> u32 {
        self.0.presented() as u32
    }

    /// The rows of a pattern, # for white; undefined if there is none.
    pub fn pattern(&self, place: usize) -> Option<Vec<String>> {
        PATTERNS.get(place).map(|pattern| pattern.rows.iter().map(|row| (*row).into()).collect())
    }

    /// The name of a pattern; undefined if there is none.
    #[wasm_bindgen(js_name = nameOf)]
    pub fn name_of(&self, place: usize) -> Option<String> {
        PATTERNS.get(place).map(|pattern| pattern.name.into())
    }

    /// Shows the next pattern and learns from it; returns its place.
    pub fn learn(&mut self) -> Result<usize, JsValue> {
        let pattern = self.0.next_pattern();
        self.0.learn()?;
        Ok(pattern)
    }

    /// The 25 synapses of each cell, cell by cell, row by row.
    pub fn fields(&self) -> Float32Array {
        let cells = self.0.network().neurons();
        Float32Array::from(&(0..cells).flat_map(|cell| self.0.field(cell)).collect::<Vec<f32>>()[..])
    }

    /// The pattern of each cell, −1 for none; then the number of looks, and how many were answered correctly.
    pub fn answers(&self, looks: u32) -> Result<Int32Array, JsValue> {
        let answers = self.0.answers(looks)?;
        let labels = answers.labels.iter().map(|label| label.map_or(-1, |pattern| pattern as i32));
        let share = [answers.looks as i32, answers.right as i32];
        Ok(Int32Array::from(&labels.chain(share).collect::<Vec<i32>>()[..]))
    }
}
