//! Checks and measures pointer input.

use crate::Error;

/// A line through points `[x, y]`; the context defines the units. A single point is a dot.
pub(super) type Line = Vec<[f64; 2]>;

/// The least extent of a drawing, and the least length of its path, in pad units: a twentieth of the pad.
pub const MIN_EXTENT: f64 = 0.05;

/// The non-empty strokes, in pad units, if they are large enough for a digit.
pub(super) fn lines(strokes: &[Vec<[f32; 2]>]) -> Result<Vec<Line>, Error> {
    let lines: Vec<Line> = strokes
        .iter()
        .filter(|stroke| !stroke.is_empty())
        .map(|stroke| stroke.iter().map(|point| point.map(f64::from)).collect())
        .collect();
    if lines.is_empty() {
        return Err(Error::NothingToSee("the pad is blank, draw a digit"));
    }
    if lines.iter().flatten().flatten().any(|c| !c.is_finite()) {
        return Err(Error::NothingToSee("a point of the drawing is not a finite number"));
    }
    let path: f64 = lines.iter().map(|line| length(line)).sum();
    if Bounds::of(&lines).extent() < MIN_EXTENT || path < MIN_EXTENT {
        return Err(Error::NothingToSee("only a dot was drawn, draw a whole digit"));
    }
    Ok(lines)
}

fn length(line: &[[f64; 2]]) -> f64 {
    line.windows(2)
        .map(|ends| {
            let (x, y) = (ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
            (x * x + y * y).sqrt()
        })
        .sum()
}

/// The bounding box of some lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) low: [f64; 2],
    pub(super) high: [f64; 2],
}

impl Bounds {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut bounds = Self { low: [f64::INFINITY; 2], high: [f64::NEG_INFINITY; 2] };
        for point in lines.iter().flatten() {
            for (axis, &at) in point.iter().enumerate() {
                bounds.low[axis] = bounds.low[axis].min(at);
                bounds.high[axis] = bounds.high[axis].max(at);
            }
        }
        bounds
    }

    /// The longer side.
    pub(super) fn extent(&self) -> f64 {
        (self.high[0] - self.low[0]).max(self.high[1] - self.low[1])
    }
}
