//! What a pointer gave, made into smooth curves.

use crate::Error;

/// A line through points `[x, y]`; its owner states the units.
pub(super) type Line = Vec<[f64; 2]>;

/// The least extent of a drawing, and the least length of its path, in pad units: a twentieth of the pad.
pub const MIN_EXTENT: f64 = 0.05;

/// Neighbouring points closer than this, in extents of the drawing, are one: far below a pixel, far above rounding.
const SAME_POINT: f64 = 1e-5;

/// Steps along a curve are at most this long, in extents of the drawing: a quarter of a pixel of the result.
const CURVE_STEP: f64 = 1.0 / 80.0;

/// Checks the strokes and lays smooth curves through them. Units stay the pad's.
pub(super) fn curves(strokes: &[Vec<[f32; 2]>]) -> Result<Vec<Line>, Error> {
    let lines: Vec<Line> = strokes
        .iter()
        .filter(|stroke| !stroke.is_empty())
        .map(|stroke| stroke.iter().map(|p| [f64::from(p[0]), f64::from(p[1])]).collect())
        .collect();
    if lines.is_empty() {
        return Err(Error::NothingToSee("the pad is blank, draw a digit"));
    }
    if lines.iter().flatten().flatten().any(|c| !c.is_finite()) {
        return Err(Error::NothingToSee("a point of the drawing is not a finite number"));
    }
    let extent = Bounds::of(&lines).extent();
    let length: f64 = lines.iter().map(|line| line.windows(2).map(|w| distance(w[0], w[1])).sum::<f64>()).sum();
    if extent < MIN_EXTENT || length < MIN_EXTENT {
        return Err(Error::NothingToSee("only a dot was drawn, draw a whole digit"));
    }
    Ok(lines.iter().map(|line| curve(&thinned(line, SAME_POINT * extent), CURVE_STEP * extent)).collect())
}

/// The smallest upright rectangle around some lines.
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

pub(super) fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (x, y) = (b[0] - a[0], b[1] - a[1]);
    (x * x + y * y).sqrt()
}

/// Drops every point nearer than `least` to the last one kept; a curve through nearly equal points would divide by nothing.
fn thinned(line: &[[f64; 2]], least: f64) -> Line {
    let mut kept: Line = Vec::with_capacity(line.len());
    for &point in line {
        if kept.last().is_none_or(|&last| distance(last, point) >= least) {
            kept.push(point);
        }
    }
    kept
}

/// A centripetal Catmull–Rom curve through all points of `line`, in steps of `step` at most.
///
/// Between points `p1` and `p2`, with the knot spacing `d = √distance` that keeps the curve free of loops and cusps, it is the
/// cubic Hermite curve with tangents
///
/// ```text
/// m1 = d1 · ((p1 − p0)/d0 − (p2 − p0)/(d0 + d1) + (p2 − p1)/d1)        m2 likewise from p1, p2, p3
/// ```
///
/// and with the chord for tangent at either end.
/// Source: C. Yuksel, S. Schaefer, J. Keyser, "Parameterization and applications of Catmull–Rom curves", 2011.
fn curve(line: &[[f64; 2]], step: f64) -> Line {
    if line.len() < 3 {
        return line.to_vec();
    }
    let last = line.len() - 1;
    let mut out = vec![line[0]];
    for i in 0..last {
        let (p1, p2) = (line[i], line[i + 1]);
        let length = distance(p1, p2);
        let d1 = length.sqrt();
        let chord = [p2[0] - p1[0], p2[1] - p1[1]];
        let mut m1 = chord;
        if i > 0 {
            let p0 = line[i - 1];
            let d0 = distance(p0, p1).sqrt();
            m1 = tangent(d1, p0, p1, p2, d0, d1);
        }
        let mut m2 = chord;
        if i + 1 < last {
            let p3 = line[i + 2];
            let d2 = distance(p2, p3).sqrt();
            m2 = tangent(d1, p1, p2, p3, d1, d2);
        }
        let steps = (length / step).ceil().max(1.0);
        let mut k = 1.0;
        while k < steps {
            let t = k / steps;
            let u = 1.0 - t;
            let (h1, h2) = (u * u * (1.0 + 2.0 * t), t * t * (1.0 + 2.0 * u));
            let (g1, g2) = (t * u * u, -t * t * u);
            out.push([0, 1].map(|c: usize| h1 * p1[c] + h2 * p2[c] + g1 * m1[c] + g2 * m2[c]));
            k += 1.0;
        }
        out.push(p2);
    }
    out
}

/// The curve's tangent at `b`, for a piece of knot length `span`; `before` and `after` are the knot lengths on either side of `b`.
fn tangent(span: f64, a: [f64; 2], b: [f64; 2], c: [f64; 2], before: f64, after: f64) -> [f64; 2] {
    [0, 1].map(|k: usize| span * ((b[k] - a[k]) / before - (c[k] - a[k]) / (before + after) + (c[k] - b[k]) / after))
}
