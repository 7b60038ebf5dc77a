//! Receptive fields as pictures: what a cell has learned to look for, at a glance.
//!
//! For a cell that sees pixels, the picture is its weights. A cell that sees edges has weights on both sides of a
//! stroke; where edges of one direction are side by side, the picture shows the stroke between them:
//!
//! ```text
//! r(x, y) = Σ_d max(0, Σ_places w_d · k_d(offset))       k: along the edge exp(−a²/2·1.5²); across it a Gaussian of
//!                                                        σ = 1.3 px less 0.9 times one of σ = 4 px of the same area
//! grey    = 128 · (r / (0.0125 · Σw))^1.5                the 40th-brightest pixel of a learned field has about 128
//! ```
//!
//! Only for display: the network does not depend on it.

use crate::config::Config;
use crate::edges::{DIRECTIONS, PLACES};
use crate::front_end::FrontEnd;
use crate::shape::{INPUTS, SIDE};

/// Grey value to display at full darkness; higher values look the same.
pub const FULL: u8 = 128;
/// Largest distance of the places that contribute to a pixel.
const REACH: usize = 2;
const TAPS: usize = 2 * REACH + 1;
const PADDED: usize = PLACES + 2 * REACH;
/// A full response, as a fraction of the sum of a cell's weights.
const SHARE: f32 = 0.0125;
/// Positions of a pixel within the 2 × 2 of its place.
const PHASES: usize = 4;
/// The taps of one direction, by phase, row and column.
type Phases = [[[f32; TAPS]; TAPS]; PHASES];

/// Draws receptive fields of one kind.
#[derive(Clone, Debug)]
pub struct Painter {
    w_max: f32,
    /// Of edges, by direction.
    kernels: Option<Box<[Phases; DIRECTIONS]>>,
}

impl Painter {
    /// A painter for the fields of a network with these constants.
    pub fn new(config: &Config) -> Painter {
        let kernels = (config.front_end == FrontEnd::Edges).then(kernels);
        Painter { w_max: config.w_max, kernels }
    }

    /// The field with these 784 weights: 28 × 28 grey values, 0 where it looks for nothing, [`FULL`] for a weight of
    /// half w_max or a full stroke.
    pub fn paint(&self, weights: &[f32; INPUTS]) -> [u8; INPUTS] {
        let Some(kernels) = &self.kernels else {
            return weights.map(|w| (w / self.w_max * 255.0 + 0.5).min(255.0) as u8);
        };
        let mut sum = [0.0f32; INPUTS];
        for (map, kernels) in weights.chunks_exact(PLACES * PLACES).zip(kernels.iter()) {
            strokes(map, kernels, &mut sum);
        }
        let full = SHARE * weights.iter().sum::<f32>();
        sum.map(|r| {
            let r = if full > 0.0 { r / full } else { 0.0 };
            (f32::from(FULL) * r * r.sqrt()).min(255.0) as u8
        })
    }

    /// The fields of all cells, cell by cell, from weights that are row-major by input (784 × N).
    pub fn paint_all(&self, weights: &[f32], neurons: usize) -> Vec<u8> {
        (0..neurons).flat_map(|cell| self.paint(&column(weights, neurons, cell))).collect()
    }
}

/// The weights of one cell from a matrix that is row-major by input.
pub fn column(weights: &[f32], neurons: usize, cell: usize) -> [f32; INPUTS] {
    std::array::from_fn(|input| weights[input * neurons + cell])
}

fn kernels() -> Box<[Phases; DIRECTIONS]> {
    let slanted = std::f64::consts::FRAC_1_SQRT_2;
    let along = [(1.0, 0.0), (slanted, -slanted), (0.0, 1.0), (slanted, slanted)];
    let bell = |x: f64, sigma: f64| libm::exp(-x * x / (2.0 * sigma * sigma));
    let tap = |(dx, dy): (f64, f64), phase: usize, row: usize, column: usize| {
        // From the middle of the place to the pixel.
        let offset = |half: usize, tap: usize| half as f64 - 0.5 + 2.0 * (tap as f64 - REACH as f64);
        let (y, x) = (offset(phase / 2, row), offset(phase % 2, column));
        let (a, b) = (x * dx + y * dy, y * dx - x * dy);
        (bell(a, 1.5) * (bell(b, 1.3) / 1.3 - 0.9 * bell(b, 4.0) / 4.0)) as f32
    };
    let of = |direction: usize| {
        std::array::from_fn(|phase| {
            std::array::from_fn(|row| std::array::from_fn(|column| tap(along[direction], phase, row, column)))
        })
    };
    Box::new(std::array::from_fn(of))
}

/// Adds the strokes of one direction to a picture.
fn strokes(map: &[f32], kernels: &Phases, picture: &mut [f32; INPUTS]) {
    let mut padded = [[0.0; PADDED]; PADDED];
    for (row, from) in padded[REACH..].iter_mut().zip(map.chunks_exact(PLACES)) {
        row[REACH..REACH + PLACES].copy_from_slice(from);
    }
    for (phase, kernel) in kernels.iter().enumerate() {
        for row in 0..PLACES {
            let mut line = [0.0f32; PLACES];
            // A tap lower in the kernel is a place higher up: the offset is from place to pixel.
            for (taps, from) in kernel.iter().rev().zip(&padded[row..]) {
                for (tap, from) in taps.iter().rev().zip(from.windows(PLACES)) {
                    line.iter_mut().zip(from).for_each(|(sum, w)| *sum += tap * w);
                }
            }
            let out = &mut picture[(2 * row + phase / 2) * SIDE..][..SIDE];
            out.iter_mut().skip(phase % 2).step_by(2).zip(line).for_each(|(out, r)| *out += r.max(0.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edges::edges;

    fn painted(picture: &[u8; INPUTS]) -> [u8; INPUTS] {
        let config = Config { front_end: FrontEnd::Edges, ..Config::default() };
        Painter::new(&config).paint(&edges(picture).map(|value| f32::from(value) / 255.0))
    }

    #[test]
    fn a_cell_that_learned_the_edges_of_a_cross_shows_a_cross() {
        let arm = |k: usize| (13..16).contains(&k);
        let inside = |k: usize| (5..24).contains(&k);
        let cross: [u8; INPUTS] = std::array::from_fn(|k| {
            let (x, y) = (k % SIDE, k / SIDE);
            if (arm(x) && inside(y)) || (arm(y) && inside(x)) { 255 } else { 0 }
        });
        let field = painted(&cross);
        let at = |x: usize, y: usize| field[y * SIDE + x];
        assert!(at(14, 14) >= FULL / 2 && at(14, 8) >= FULL / 2 && at(20, 14) >= FULL / 2, "arms: {field:?}");
        assert!(at(8, 8) < FULL / 8 && at(21, 21) < FULL / 8 && at(2, 2) == 0, "between the arms: {field:?}");
    }

    #[test]
    fn pixels_are_shown_as_they_are_and_no_weights_show_nothing() {
        let config = Config { front_end: FrontEnd::Pixels, w_max: 2.0, ..Config::default() };
        let weights = std::array::from_fn(|k| k as f32 / 100.0);
        let shown = Painter::new(&config).paint(&weights);
        assert_eq!((shown[0], shown[100], shown[783]), (0, 128, 255), "w / w_max of 255, at most 255");
        assert_eq!(painted(&[0; INPUTS]), [0; INPUTS], "a cell without weights");
    }

    #[test]
    fn all_cells_are_painted_in_their_order() {
        let painter = Painter::new(&Config { front_end: FrontEnd::Edges, ..Config::default() });
        let weights: Vec<f32> = (0..3 * INPUTS).map(|k| (k * 7 % 101) as f32 / 100.0).collect();
        let all = painter.paint_all(&weights, 3);
        for (cell, painted) in all.chunks_exact(INPUTS).enumerate() {
            assert_eq!(painted, painter.paint(&column(&weights, 3, cell)), "cell {cell}");
        }
    }
}
