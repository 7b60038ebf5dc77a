//! The rows of the UCI collection of tablet digits.

/// Aspect ratio (width over height) used to draw a digit of the collection.
const ASPECT: f32 = 0.75;

/// The pen stroke in a row of *Pen-Based Recognition of Handwritten Digits*, for
/// [`image_from_strokes`](super::image_from_strokes).
///
/// `row` holds eight points `x1, y1, …, x8, y8` along the pen's path, 0…100, y *upwards*. The collection stretched
/// every digit to 100×100, so its aspect ratio is lost; 0.75 looks natural. Hence, in pad units with y down:
///
/// ```text
/// x' = 0.75 · x / 100        y' = 1 − y / 100
/// ```
///
/// The collection also joins strokes where the pen was lifted; a row does not say where, so they stay joined.
///
/// Source: E. Alpaydin, F. Alimoglu, UCI Machine Learning Repository, 1998,
/// <https://archive.ics.uci.edu/ml/datasets/Pen-Based+Recognition+of+Handwritten+Digits>.
#[must_use]
pub fn stroke_from_pen_row(row: &[f32; 16]) -> Vec<[f32; 2]> {
    row.as_chunks::<2>().0.iter().map(|[x, y]| [ASPECT * x / 100.0, 1.0 - y / 100.0]).collect()
}
