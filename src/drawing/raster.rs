//! Draws lines into the network's input with a round, soft pen.

use super::strokes::{Bounds, Line};
use super::{Image, SIDE, normalise};

/// A round pen. Ink at distance `d` from a line is `0.5 + (width/2 − d)/softness`, clamped to 0…1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    /// Width at half ink, in pixels.
    pub(super) width: f64,
    /// Width of the fading edge, in pixels.
    pub(super) softness: f64,
}

impl Pen {
    /// How far ink reaches from the line, in pixels.
    pub(super) fn reach(self) -> f64 {
        0.5 * (self.width + self.softness)
    }

    fn ink(self, distance: f64) -> f64 {
        (0.5 + (0.5 * self.width - distance) / self.softness).clamp(0.0, 1.0)
    }
}

type Ink = [f64; SIDE * SIDE];

/// Draws `lines` (in pixels) and, if `centre` is set, moves them to bring the ink's centre of mass to the right place.
///
/// Where lines cross, ink counts once, so its mass is known only after drawing. It is drawn three times; the last two
/// correct the remaining error, leaving hundredths of a pixel, a fifth at worst.
pub(super) fn draw(lines: &[Line], pen: Pen, centre: bool) -> Image {
    let bounds = Bounds::of(lines);
    let mut offset = [0.0; 2];
    let mut drawn = ink(lines, pen, offset);
    for _ in 0..if centre { 2 } else { 0 } {
        let mass = mass_centre(&drawn);
        for axis in 0..2 {
            let low = bounds.low[axis] + offset[axis] - pen.reach();
            let high = bounds.high[axis] + offset[axis] + pen.reach();
            offset[axis] += normalise::shift(low, high, mass[axis]);
        }
        drawn = ink(lines, pen, offset);
    }
    drawn.map(|v| (255.0 * v + 0.5) as u8)
}

/// The centre of mass of a picture of ink, in pixels from the top left corner.
pub(super) fn mass_centre(ink: &Ink) -> [f64; 2] {
    let (mut sum, mut x_sum, mut y_sum) = (0.0, 0.0, 0.0);
    for (i, &v) in ink.iter().enumerate() {
        sum += v;
        x_sum += v * ((i % SIDE) as f64 + 0.5);
        y_sum += v * ((i / SIDE) as f64 + 0.5);
    }
    [x_sum / sum, y_sum / sum]
}

/// The ink at every pixel's middle, 0…1, of `lines` moved by `offset`.
fn ink(lines: &[Line], pen: Pen, offset: [f64; 2]) -> Ink {
    let mut nearest = [f64::INFINITY; SIDE * SIDE];
    for line in lines {
        let moved = |i: usize| [line[i][0] + offset[0], line[i][1] + offset[1]];
        if line.len() == 1 {
            approach(&mut nearest, moved(0), moved(0), pen.reach());
        }
        for i in 1..line.len() {
            approach(&mut nearest, moved(i - 1), moved(i), pen.reach());
        }
    }
    nearest.map(|square| pen.ink(square.sqrt()))
}

/// Lowers each pixel's squared distance to that from the segment `a…b`, for pixels within reach of the pen.
fn approach(nearest: &mut Ink, a: [f64; 2], b: [f64; 2], reach: f64) {
    let span = |axis: usize| {
        let first = (a[axis].min(b[axis]) - reach).max(0.0) as usize;
        let end = (a[axis].max(b[axis]) + reach + 1.0).clamp(0.0, SIDE as f64) as usize;
        first..end
    };
    let along = [b[0] - a[0], b[1] - a[1]];
    let square = along[0] * along[0] + along[1] * along[1];
    for y in span(1) {
        for x in span(0) {
            let from_a = [x as f64 + 0.5 - a[0], y as f64 + 0.5 - a[1]];
            let dot = from_a[0] * along[0] + from_a[1] * along[1];
            let t = if square > 0.0 { (dot / square).clamp(0.0, 1.0) } else { 0.0 };
            let away = [from_a[0] - t * along[0], from_a[1] - t * along[1]];
            let pixel = &mut nearest[y * SIDE + x];
            *pixel = pixel.min(away[0] * away[0] + away[1] * away[1]);
        }
    }
}
