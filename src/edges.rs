//! From a picture to the edges in it: four directions at 14 × 14 places, as the simple and complex cells of the primary
//! visual cortex report them (Hubel & Wiesel 1962).
//!
//! ```text
//! p       the picture, upright and brought to size                   28 × 28       upright::posed
//! b       p blurred with σ = 0.6 px
//! gx, gy  (b(x + 1, y) − b(x − 1, y)) / 2, and likewise down the column
//! e       with u = |gx|, v = |gy|:                                   4 × 28 × 28   simple cells
//!           across |   max(u − v, 0)
//!           across –   max(v − u, 0)
//!           across /   √2·min(u, v) where gx·gy > 0
//!           across \   √2·min(u, v) where gx·gy < 0
//! c       e blurred with σ = 1 px, then the mean of 2 × 2            4 × 14 × 14   complex cells
//! output  255·c / (the eighth-largest of all c), at most 255
//! ```
//!
//! Light-to-dark and dark-to-light edges count alike, and pooling lets an edge move by a pixel without much change. The
//! strength √(gx² + gy²) of a gradient along one of the four directions goes to that channel alone; half-way between two,
//! each has 0.77 of it.
//!
//! Channels are named by the way an edge *runs*, which is across its gradient: a vertical stroke has vertical edges.
//!
//! Only `+ − × ÷ √` and comparisons of `f32` (`f64` in [`posed`](crate::upright::posed)), in a fixed order: the same bytes
//! on every machine and in WebAssembly.

use crate::config::INPUTS;
use crate::upright::{SIDE, posed};

/// Places along each side of a channel.
pub const PLACES: usize = 14;
/// Channels: edges that run –, /, |, \, in this order.
pub const DIRECTIONS: usize = 4;
/// Places of one channel.
const MAP: usize = PLACES * PLACES;

/// Pixels of zeros on each side of a picture, which blurs may read.
const MARGIN: usize = 4;
const WIDE: usize = SIDE + 2 * MARGIN;
/// A picture with its margins, row by row.
type Wide = [[f32; WIDE]; WIDE];

/// Blur of σ = 0.6: exp(−k² / 2σ²) for k = 0, 1, 2, where all five taps sum to 1.
const BLUR: [f32; 3] = [0.663_818_3, 0.165_524_57, 0.002_566_268_6];
/// Blur of σ = 1 with seven taps, then the mean of two neighbours: taps for the eight pixels around the pair.
const POOL: [f32; 8] = [
    0.002_216_524,
    0.029_219_316,
    0.148_020_9,
    0.320_543_26,
    0.320_543_26,
    0.148_020_9,
    0.029_219_316,
    0.002_216_524,
];
/// How many of the values reach 255.
const FULL: usize = 8;

/// The edges of a 28 × 28 picture: 4 × 14 × 14 values, channel by channel, row by row.
///
/// A picture without ink, or of one grey, has none.
pub fn edges(pixels: &[u8; INPUTS]) -> [u8; INPUTS] {
    let mut wide = [[0.0; WIDE]; WIDE];
    for (row, from) in wide[MARGIN..].iter_mut().zip(posed(pixels).chunks_exact(SIDE)) {
        row[MARGIN..MARGIN + SIDE].copy_from_slice(from);
    }
    let simple = simple(&blurred(&wide));
    let mut complex = [0.0; INPUTS];
    for (map, simple) in complex.chunks_exact_mut(MAP).zip(&simple) {
        pool(simple, map);
    }
    scaled(&complex)
}

fn blurred(picture: &Wide) -> Wide {
    let mut down = [[0.0; WIDE]; WIDE];
    for y in MARGIN..MARGIN + SIDE {
        for x in 0..WIDE {
            let pair = |k: usize| picture[y - k][x] + picture[y + k][x];
            down[y][x] = BLUR[0] * picture[y][x] + BLUR[1] * pair(1) + BLUR[2] * pair(2);
        }
    }
    let mut out = [[0.0; WIDE]; WIDE];
    for (out, row) in out.iter_mut().zip(&down) {
        for x in MARGIN..MARGIN + SIDE {
            let pair = |k: usize| row[x - k] + row[x + k];
            out[x] = BLUR[0] * row[x] + BLUR[1] * pair(1) + BLUR[2] * pair(2);
        }
    }
    out
}

/// Strength of the edges that run –, /, |, \.
fn simple(picture: &Wide) -> [Wide; DIRECTIONS] {
    let mut out = [[[0.0; WIDE]; WIDE]; DIRECTIONS];
    let [flat, rising, steep, falling] = &mut out;
    for y in MARGIN..MARGIN + SIDE {
        for x in MARGIN..MARGIN + SIDE {
            let gx = 0.5 * (picture[y][x + 1] - picture[y][x - 1]);
            let gy = 0.5 * (picture[y + 1][x] - picture[y - 1][x]);
            let (u, v) = (gx.abs(), gy.abs());
            let slanted = std::f32::consts::SQRT_2 * u.min(v);
            steep[y][x] = (u - v).max(0.0);
            flat[y][x] = (v - u).max(0.0);
            rising[y][x] = if gx * gy > 0.0 { slanted } else { 0.0 };
            falling[y][x] = if gx * gy > 0.0 { 0.0 } else { slanted };
        }
    }
    out
}

/// Blurs one channel and takes means of 2 × 2.
fn pool(map: &Wide, out: &mut [f32]) {
    // Columns first, then rows as columns: so every sum runs over whole rows of memory.
    let mut turned = [[0.0; 16]; WIDE];
    for row in 0..PLACES {
        let mut line = [0.0; WIDE];
        for (tap, from) in POOL.iter().zip(&map[2 * row + MARGIN - 3..]) {
            line.iter_mut().zip(from).for_each(|(sum, value)| *sum += tap * value);
        }
        turned.iter_mut().zip(line).for_each(|(column, value)| column[row] = value);
    }
    for column in 0..PLACES {
        let mut line = [0.0; 16];
        for (tap, from) in POOL.iter().zip(&turned[2 * column + MARGIN - 3..]) {
            line.iter_mut().zip(from).for_each(|(sum, value)| *sum += tap * value);
        }
        out.iter_mut().skip(column).step_by(PLACES).zip(line).for_each(|(out, value)| *out = value);
    }
}

fn scaled(values: &[f32; INPUTS]) -> [u8; INPUTS] {
    // The largest so far, ascending.
    let mut largest = [0.0; FULL];
    for &value in values {
        if value > largest[0] {
            largest[0] = value;
            for k in 1..FULL {
                if largest[k - 1] > largest[k] {
                    largest.swap(k - 1, k);
                }
            }
        }
    }
    if largest[0] == 0.0 {
        return [0; INPUTS];
    }
    let scale = 255.0 / largest[0];
    values.map(|value| (value * scale + 0.5).min(255.0) as u8)
}
