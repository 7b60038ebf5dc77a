//! Size and position of the ink in the network's input.

use super::strokes::{Bounds, Line};
use super::{BOX_SIDE, MASS_CENTRE, SIDE};

/// Which of MNIST's two steps a drawing goes through; both by default. Turning one off shows what it is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placing {
    /// The ink's centre of mass moves to [`MASS_CENTRE`]; otherwise the ink stays where it is on its paper.
    pub centre: bool,
    /// The ink's longer side becomes [`BOX_SIDE`]; otherwise the ink is as large as on its paper, which fills the
    /// input.
    pub scale: bool,
}

impl Default for Placing {
    fn default() -> Self {
        Self { centre: true, scale: true }
    }
}

/// The square on which ink lies, in the ink's own units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// Its top left corner.
    pub(super) origin: [f64; 2],
    pub(super) side: f64,
}

impl Paper {
    /// The input pixel at a place on the paper.
    pub(super) fn pixel(self, at: f64, axis: usize) -> f64 {
        (at - self.origin[axis]) * (SIDE as f64 / self.side)
    }
}

impl Placing {
    /// Input pixels per unit of the ink, for ink that covers `extent` of its paper and reaches `reach` pixels beyond.
    pub(super) fn factor(self, paper: Paper, extent: f64, reach: f64) -> f64 {
        let boxed = |side: f64| (side - 2.0 * reach) / extent;
        if self.scale { boxed(BOX_SIDE) } else { (SIDE as f64 / paper.side).min(boxed(SIDE as f64)) }
    }

    /// Scales `lines` by one factor and moves them, so that ink reaching `reach` beyond them has the right size; the
    /// middle of its box moves to [`MASS_CENTRE`], or stays where it is on `paper`. Units in: any; out: pixels.
    pub(super) fn fit(self, lines: &mut [Line], paper: Paper, reach: f64) {
        let bounds = Bounds::of(lines);
        let factor = self.factor(paper, bounds.extent(), reach);
        let middle: [f64; 2] = std::array::from_fn(|axis| {
            if self.centre {
                return MASS_CENTRE;
            }
            let half = 0.5 * (bounds.high[axis] - bounds.low[axis]) * factor + reach;
            let place = paper.pixel(0.5 * (bounds.low[axis] + bounds.high[axis]), axis);
            place + inside(place - half, place + half, 0.0)
        });
        for point in lines.iter_mut().flatten() {
            for (((at, low), high), middle) in point.iter_mut().zip(bounds.low).zip(bounds.high).zip(middle) {
                *at = (*at - 0.5 * (low + high)) * factor + middle;
            }
        }
    }
}

/// How far to move ink along one axis to bring its centre of mass from `mass` to [`MASS_CENTRE`] (pixels); ink that
/// fills `low…high` must not leave the picture.
pub(super) fn shift(low: f64, high: f64, mass: f64) -> f64 {
    inside(low, high, MASS_CENTRE - mass)
}

/// `wanted`, or as much of it as keeps ink that fills `low…high` in the picture.
pub(super) fn inside(low: f64, high: f64, wanted: f64) -> f64 {
    wanted.max(-low).min(SIDE as f64 - high)
}
