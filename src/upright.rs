//! Removes the slant of handwriting. A receptive field that has learned an upright 9 matches a slanted one poorly, so
//! some cells would be spent on slants instead of shapes. Here the slant is removed before spikes are drawn.
//!
//! The paper leaves it in ([`crate::Config::upright`] off). Removing it gains about two points of accuracy, as it does
//! for any method that compares with prototypes (`docs/notebook.md`).

use crate::shape::{INPUTS, SIDE};

/// Shears a picture of 784 pixels, row by row, until its ink has no slant:
///
/// ```text
/// a = Σ p·(x − x̄)·(y − ȳ) / Σ p·(y − ȳ)²        p grey value at column x, row y; (x̄, ȳ) centre of mass
/// out(x, y) = in(x + a·(y − ȳ), y)               linear between pixels, 0 outside
/// ```
///
/// Rows move as a whole, so the centre of mass and horizontal strokes stay. Ink without height, or a picture without
/// ink, stays as it is. Sums and products of `f64` in a fixed order give the same bytes on every machine.
pub fn upright(pixels: &[u8; INPUTS]) -> [u8; INPUTS] {
    let Some((slant, middle)) = slant(pixels) else { return *pixels };
    let mut out = [0; INPUTS];
    for (y, (row, out)) in pixels.chunks_exact(SIDE).zip(out.chunks_exact_mut(SIDE)).enumerate() {
        let shift = slant * (y as f64 - middle);
        let whole = shift.floor();
        let part = shift - whole;
        let at = |x: i64| usize::try_from(x).ok().and_then(|x| row.get(x)).map_or(0.0, |&p| f64::from(p));
        for (x, out) in (0..).zip(out) {
            let from = x + whole as i64;
            *out = ((1.0 - part) * at(from) + part * at(from + 1) + 0.5) as u8;
        }
    }
    out
}

/// Digits are scaled half-way to this height, the standard deviation of the ink's rows \[px\].
const HEIGHT: f64 = 5.6;
/// 0.55^¾, where 0.55 is the ratio of width to height that does not change.
const RATIO: f64 = 0.638_663_383_004_115_5;
/// Largest stretch of a side; its inverse is the largest shrinkage.
const STRETCH: f64 = 1.6;

/// A picture with its slant removed and scaled to one size, in a single resampling:
///
/// ```text
/// a    slant, as above; σx, σy standard deviations of the ink's columns and rows without it
/// σy′  √(5.6·σy)                               half-way to 5.6 px, geometrically
/// σx′  σy′ · 0.55^¾ · (σx / σy)^¼              three quarters of the way to 0.55 times as wide as high
/// fx = σx′ / σx, fy = σy′ / σy                 each between 1/1.6 and 1.6
/// out(x, y) = in(x̄ + (x − 14)/fx + a·(y − 14)/fy, ȳ + (y − 14)/fy)      bilinear, 0 outside
/// ```
///
/// The ink's centre of mass moves to the middle of pixel (14, 14). Grey values 0…255 in `f32`, not rounded.
pub fn posed(pixels: &[u8; INPUTS]) -> [f32; INPUTS] {
    let mut out = [0.0; INPUTS];
    let Some(pose) = Pose::of(pixels) else { return out };
    let step = (1.0 / pose.stretch.0) as f32;
    // Two zeros on each side of a row stand for everything outside.
    let mut line = [0.0; SIDE + 4];
    for (y, out) in out.chunks_exact_mut(SIDE).enumerate() {
        let below = (y as f64 - 14.0) / pose.stretch.1;
        let row = (pose.middle.1 + below + 2.0).clamp(0.0, SIDE as f64 + 2.0);
        let (first, part) = (row as usize, row.fract() as f32);
        let pixel = |y: usize, x: usize| {
            if (2..SIDE + 2).contains(&y) { f32::from(pixels[(y - 2) * SIDE + x]) } else { 0.0 }
        };
        for (x, line) in line[2..SIDE + 2].iter_mut().enumerate() {
            *line = (1.0 - part) * pixel(first, x) + part * pixel(first + 1, x);
        }
        let start = (pose.middle.0 - 14.0 / pose.stretch.0 + pose.slant * below + 2.0) as f32;
        for (x, out) in out.iter_mut().enumerate() {
            let from = (start + step * x as f32).clamp(0.0, SIDE as f32 + 2.0);
            let (left, part) = (from as usize, from - from as usize as f32);
            *out = (1.0 - part) * line[left] + part * line[left + 1];
        }
    }
    out
}

/// The pose of a picture's ink.
struct Pose {
    /// (x̄, ȳ)
    middle: (f64, f64),
    /// a
    slant: f64,
    /// (fx, fy)
    stretch: (f64, f64),
}

impl Pose {
    /// `None` without ink.
    fn of(pixels: &[u8; INPUTS]) -> Option<Pose> {
        // Whole numbers, so exact in any order.
        let [mut mass, mut x1, mut y1, mut xx, mut xy, mut yy] = [0u64; 6];
        for (y, row) in (0u64..).zip(pixels.chunks_exact(SIDE)) {
            let [mut m, mut mx, mut mxx] = [0u32; 3];
            for (x, &p) in (0u32..).zip(row) {
                let p = u32::from(p);
                (m, mx, mxx) = (m + p, mx + x * p, mxx + x * x * p);
            }
            let [m, mx, mxx] = [m, mx, mxx].map(u64::from);
            (mass, x1, xx) = (mass + m, x1 + mx, xx + mxx);
            (y1, xy, yy) = (y1 + y * m, xy + y * mx, yy + y * y * m);
        }
        if mass == 0 {
            return None;
        }
        let mean = |sum: u64| sum as f64 / mass as f64;
        // m·Σpuv − Σpu·Σpv is also a whole number below 2⁵³.
        let moment =
            |uv: u64, u: u64, v: u64| ((mass * uv) as i64 - (u * v) as i64) as f64 / (mass as f64 * mass as f64);
        let (var_x, cov, var_y) = (moment(xx, x1, x1), moment(xy, x1, y1), moment(yy, y1, y1));
        let slant = if var_y > 0.0 { cov / var_y } else { 0.0 };
        let (width, height) = ((var_x - slant * cov).max(0.0).sqrt(), var_y.sqrt());
        let factor = |to: f64, from: f64| if from > 0.0 { (to / from).clamp(1.0 / STRETCH, STRETCH) } else { STRETCH };
        let tall = factor((HEIGHT * height).sqrt(), height);
        let shape = if height > 0.0 { (width / height).sqrt().sqrt() } else { 0.0 };
        let wide = factor(tall * height * RATIO * shape, width);
        Some(Pose { middle: (mean(x1), mean(y1)), slant, stretch: (wide, tall) })
    }
}

/// a and ȳ; `None` if the ink has no height.
fn slant(pixels: &[u8; INPUTS]) -> Option<(f64, f64)> {
    let ink = || {
        pixels.chunks_exact(SIDE).enumerate().flat_map(|(y, row)| {
            row.iter().enumerate().filter(|&(_, &p)| p > 0).map(move |(x, &p)| (x as f64, y as f64, f64::from(p)))
        })
    };
    // Whole numbers, so exact in any order.
    let (mut mass, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
    for (x, y, p) in ink() {
        mass += p;
        sum_x += p * x;
        sum_y += p * y;
    }
    let (middle_x, middle_y) = (sum_x / mass, sum_y / mass);
    let (mut along, mut height) = (0.0, 0.0);
    for (x, y, p) in ink() {
        along += p * (x - middle_x) * (y - middle_y);
        height += p * (y - middle_y) * (y - middle_y);
    }
    (height > 0.0).then(|| (along / height, middle_y))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stroke three pixels wide through the middle that leans `lean` columns a row, by whole-number arithmetic.
    fn stroke(lean: i32) -> [u8; INPUTS] {
        let mut picture = [0; INPUTS];
        for y in 4..24 {
            for dx in -1..=1 {
                picture[(y * 28 + 14 + lean * (y - 14) + dx) as usize] = 200;
            }
        }
        picture
    }

    #[test]
    fn a_leaning_stroke_stands_up() {
        for lean in [-1, 1] {
            let (before, _) = slant(&stroke(lean)).expect("a stroke has height");
            let (after, _) = slant(&upright(&stroke(lean))).expect("a stroke has height");
            assert!((before - f64::from(lean)).abs() < 1e-9, "a stroke built with slant {lean} has {before}");
            assert!(after.abs() < 0.03, "slant {after} left of {before}");
        }
    }

    #[test]
    fn ink_and_its_centre_stay() {
        let sums = |picture: &[u8; INPUTS]| {
            let sum = |f: fn(usize) -> usize| {
                picture.iter().enumerate().map(|(k, &p)| f(k) as f64 * f64::from(p)).sum::<f64>()
            };
            let mass = sum(|_| 1);
            (mass, sum(|k| k % 28) / mass, sum(|k| k / 28) / mass)
        };
        let (before, after) = (sums(&stroke(1)), sums(&upright(&stroke(1))));
        assert!((before.0 - after.0).abs() < 0.01 * before.0, "ink {} became {}", before.0, after.0);
        assert!((before.1 - after.1).abs() < 0.05 && (before.2 - after.2).abs() < 0.05, "{before:?} became {after:?}");
    }

    #[test]
    fn what_stands_already_or_has_no_height_stays_to_the_bit() {
        assert_eq!(upright(&stroke(0)), stroke(0), "an upright stroke");
        let mut flat = [0; INPUTS];
        flat[14 * 28 + 3..14 * 28 + 25].fill(255);
        assert_eq!(upright(&flat), flat, "a flat line");
        assert_eq!(upright(&[0; INPUTS]), [0; INPUTS], "no ink");
    }

    /// By hand: two points, one column and two rows apart, so a = 1/2 about row 14; each row moves half a column.
    #[test]
    fn half_a_column_is_shared_between_neighbours() {
        let mut points = [0; INPUTS];
        (points[13 * 28 + 10], points[15 * 28 + 11]) = (200, 200);
        let mut expected = [0; INPUTS];
        for k in [13 * 28 + 10, 13 * 28 + 11, 15 * 28 + 10, 15 * 28 + 11] {
            expected[k] = 100;
        }
        assert_eq!(upright(&points), expected, "each point shared between columns 10 and 11");
    }
}
