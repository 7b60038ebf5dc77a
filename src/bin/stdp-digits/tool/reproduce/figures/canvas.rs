//! What all charts share: size, type, colours. They are drawn at twice their size and scaled down to smooth the edges.

use std::sync::Once;

use anyhow::{Result, anyhow};
use image::RgbImage;
use image::imageops::{self, FilterType};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::register_font;

use crate::tool::png;

pub(super) type Area<'a> = DrawingArea<BitMapBackend<'a>, Shift>;

/// Sizes of type, in pixels of the drawing.
pub(super) const TITLE: (&str, u32) = ("sans-serif", 48);
pub(super) const SMALL: (&str, u32) = ("sans-serif", 42);

/// Colours safe for colour-blind readers (Okabe & Ito), darkest first.
pub(super) const COLORS: [RGBColor; 5] =
    [RGBColor(0, 0, 0), RGBColor(0, 114, 178), RGBColor(213, 94, 0), RGBColor(0, 158, 115), RGBColor(204, 121, 167)];

/// A PNG picture of `width` × `height` pixels, drawn at twice that size.
pub(super) fn picture(width: u32, height: u32, draw: impl FnOnce(&Area) -> Result<()>) -> Result<Vec<u8>> {
    // The system may have no fonts, or different ones.
    static FONT: Once = Once::new();
    FONT.call_once(|| {
        // It fails only for a broken font.
        let _ = register_font("sans-serif", FontStyle::Normal, epaint_default_fonts::UBUNTU_LIGHT);
    });
    let mut pixels = RgbImage::new(2 * width, 2 * height);
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (2 * width, 2 * height)).into_drawing_area();
        area.fill(&WHITE).map_err(failed)?;
        draw(&area)?;
        area.present().map_err(failed)?;
    }
    let small = imageops::resize(&pixels, width, height, FilterType::Triangle);
    png::rgb(width as usize, height as usize, small.as_raw())
}

/// An error of the chart library, which does not name a file.
pub(super) fn failed(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("a figure cannot be drawn: {error}")
}
