//! Writes PNG files, as small as possible.

use anyhow::{Context, Result};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

/// A grey picture: one byte per pixel.
pub(crate) fn grey(width: usize, height: usize, pixels: &[u8]) -> Result<Vec<u8>> {
    encode(width, height, pixels, ExtendedColorType::L8)
}

/// A colour picture: three bytes per pixel.
pub(crate) fn rgb(width: usize, height: usize, pixels: &[u8]) -> Result<Vec<u8>> {
    encode(width, height, pixels, ExtendedColorType::Rgb8)
}

fn encode(width: usize, height: usize, pixels: &[u8], color: ExtendedColorType) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    let written = encoder.write_image(pixels, u32::try_from(width)?, u32::try_from(height)?, color);
    written.context("the picture cannot be written as PNG")?;
    Ok(bytes)
}
