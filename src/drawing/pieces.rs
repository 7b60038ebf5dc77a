//! Counts the separate pieces of a drawing. A face with two eyes and a mouth has four; no digit has as many.
//!
//! Eyes and mouth within a ring are too little ink to distinguish it from a 0 by edges at 14 × 14 places: the nearest of
//! 18,000 training images is closer to a smiley than to a quarter of the drawn digits (`docs/notebook.md`). Strokes show
//! the pieces; in the picture, those that nearly touch have merged.

use super::strokes::{self, Bounds, Line};
use crate::Error;

/// Most separate pieces of a digit. Of 1,508 digits drawn with a pen (`docs/drawings.md`), 1,449 have one piece, 58 have
/// two, 1 has three, and none has more.
pub const MOST_PIECES: usize = 3;

/// Places along the longer side of the drawing.
const PLACES: usize = 40;
/// Largest distance between places of the same piece: a twentieth of the longer side.
const GAP: usize = 2;

/// Places along each side of the grid.
const WIDTH: usize = PLACES + 1;

/// Counts the separate pieces of a drawing. Strokes within a twentieth of its longer side of each other are one piece.
///
/// # Errors
/// As [`super::image_from_strokes`].
pub fn pieces(strokes: &[Vec<[f32; 2]>]) -> Result<usize, Error> {
    let mut inked = laid(&strokes::lines(strokes)?);
    let mut count = 0;
    while let Some(start) = inked.iter().position(|&ink| ink) {
        count += 1;
        inked[start] = false;
        let mut edge = vec![start];
        while let Some(place) = edge.pop() {
            for near in around(place) {
                if std::mem::replace(&mut inked[near], false) {
                    edge.push(near);
                }
            }
        }
    }
    Ok(count)
}

/// Whether each place has ink.
fn laid(lines: &[Line]) -> Vec<bool> {
    let bounds = Bounds::of(lines);
    let scale = PLACES as f64 / bounds.extent();
    let mut inked = vec![false; WIDTH * WIDTH];
    let mut ink = |[x, y]: [f64; 2]| inked[(y as usize).min(PLACES) * WIDTH + (x as usize).min(PLACES)] = true;
    for line in lines {
        let points: Vec<[f64; 2]> = line
            .iter()
            .map(|&[x, y]| [(x - bounds.low[0]) * scale, (y - bounds.low[1]) * scale])
            .inspect(|&point| ink(point))
            .collect();
        for ends in points.windows(2) {
            let (along, across) = (ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
            let steps = along.abs().max(across.abs()) as usize + 1;
            for step in 1..steps {
                let part = step as f64 / steps as f64;
                ink([ends[0][0] + part * along, ends[0][1] + part * across]);
            }
        }
    }
    inked
}

/// The places within [`GAP`] of a place, including itself.
fn around(place: usize) -> impl Iterator<Item = usize> {
    let (row, column) = (place / WIDTH, place % WIDTH);
    let near = |at: usize| at.saturating_sub(GAP)..=(at + GAP).min(PLACES);
    near(row).flat_map(move |row| near(column).map(move |column| row * WIDTH + column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(x: f32, y: f32, radius: f32) -> Vec<[f32; 2]> {
        (0..=24)
            .map(|k| k as f32 * std::f32::consts::TAU / 24.0)
            .map(|a| [x + radius * a.sin(), y - radius * a.cos()])
            .collect()
    }

    #[test]
    fn strokes_that_touch_are_one_piece() {
        let cross = [vec![[0.2, 0.5], [0.8, 0.5]], vec![[0.5, 0.2], [0.5, 0.8]]];
        assert_eq!(pieces(&cross).expect("a cross"), 1);
        let five = [vec![[0.3, 0.2], [0.3, 0.5], [0.6, 0.6], [0.3, 0.9]], vec![[0.32, 0.2], [0.7, 0.2]]];
        assert_eq!(pieces(&five).expect("a five whose bar nearly touches"), 1);
        assert_eq!(pieces(&[ring(0.5, 0.5, 0.4)]).expect("a ring"), 1);
    }

    #[test]
    fn strokes_apart_are_counted_wherever_and_however_large_they_are() {
        let face = [ring(0.5, 0.5, 0.4), vec![[0.4, 0.4]], vec![[0.6, 0.4]], vec![[0.4, 0.65], [0.6, 0.65]]];
        assert_eq!(pieces(&face).expect("a face"), 4);
        for (factor, shift) in [(0.2, 0.1), (7.0, -30.0)] {
            let moved = face.clone().map(|stroke| stroke.into_iter().map(|p| p.map(|c| c * factor + shift)).collect());
            assert_eq!(pieces(&moved).expect("the same face"), 4, "{factor} {shift}");
        }
        // The limit is one twentieth, to within half of that.
        for (gap, expected) in [(0.02, 1), (0.04, 1), (0.08, 2), (0.3, 2)] {
            let bars = [vec![[0.0, 0.0], [1.0, 0.0]], vec![[0.0, gap], [1.0, gap]]];
            assert_eq!(pieces(&bars).expect("two bars"), expected, "{gap} apart");
        }
    }

    #[test]
    fn a_line_has_no_holes_however_few_points_it_has() {
        assert_eq!(pieces(&[vec![[0.0, 0.0], [1.0, 0.37]]]).expect("a line"), 1);
        assert_eq!(pieces(&[vec![[0.0, 0.0], [0.0, 1.0]]]).expect("upright"), 1);
        assert!(pieces(&[]).is_err(), "nothing drawn");
        assert!(pieces(&[vec![[f32::NAN, 0.0], [1.0, 1.0]]]).is_err(), "no number");
    }
}
