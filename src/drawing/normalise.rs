//! Size and place of the ink in the network's input.

use super::strokes::{Bounds, Line};
use super::{BOX_SIDE, MASS_CENTRE, SIDE};

/// Scales `lines` by one factor and moves them, so that ink reaching `reach` beyond them fills [`BOX_SIDE`] along its longer
/// side; the box's middle goes to [`MASS_CENTRE`]. Units in: any; out: pixels.
pub(super) fn fit(lines: &mut [Line], reach: f64) {
    let bounds = Bounds::of(lines);
    let scale = (BOX_SIDE - 2.0 * reach) / bounds.extent();
    for point in lines.iter_mut().flatten() {
        for ((at, low), high) in point.iter_mut().zip(bounds.low).zip(bounds.high) {
            *at = (*at - 0.5 * (low + high)) * scale + MASS_CENTRE;
        }
    }
}

/// How far to move ink, along one axis, that fills `low…high` with its mass at `mass` (pixels) to bring the mass to
/// [`MASS_CENTRE`] without leaving the picture.
pub(super) fn shift(low: f64, high: f64, mass: f64) -> f64 {
    (MASS_CENTRE - mass).max(-low).min(SIDE as f64 - high)
}
