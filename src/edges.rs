//! From a picture to the edges in it: four directions at 14 × 14 places, as the simple and complex cells of the primary
//! visual cortex report them (Hubel & Wiesel 1962).
//!
//! ```text
//! p       the picture, upright and scaled                            28 × 28       upright::posed
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
//! Light-to-dark and dark-to-light edges count alike, and with pooling an edge may move by a pixel without much change.
//! The strength √(gx² + gy²) of a gradient along one of the four directions goes to that channel alone; half-way
//! between two directions, each channel gets 0.77 of it.
//!
//! Channels are named by the direction in which an edge *runs*, perpendicular to its gradient: a vertical stroke has
//! vertical edges.
//!
//! Only `+ − × ÷ √` and comparisons of `f32` (`f64` in [`posed`]), in a fixed order: the same bytes
//! on every machine and in WebAssembly.

use crate::shape::{INPUTS, SIDE};
use crate::upright::posed;

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

/// Blur of σ = 0.6: exp(−k² / 2σ²) for k = 0, 1, 2, scaled so that all five taps sum to 1.
const BLUR: [f32; 3] = [0.663_818_3, 0.165_524_57, 0.002_566_268_6];
/// Blur of σ = 1 with seven taps, then the mean of two neighbours: taps for the eight pixels around the pair.
const POOL: [f32; 8] =
    [0.002_216_524, 0.029_219_316, 0.148_020_9, 0.320_543_26, 0.320_543_26, 0.148_020_9, 0.029_219_316, 0.002_216_524];
/// How many values reach 255.
const FULL: usize = 8;

/// The edges of a 28 × 28 picture: 4 × 14 × 14 values, channel by channel, row by row.
///
/// A picture without ink has none.
pub fn edges(pixels: &[u8; INPUTS]) -> [u8; INPUTS] {
    scaled(&energies(&posed(pixels)))
}

/// c, of a picture that is upright already.
fn energies(picture: &[f32; INPUTS]) -> [f32; INPUTS] {
    let mut wide = [[0.0; WIDE]; WIDE];
    for (row, from) in wide[MARGIN..].iter_mut().zip(picture.chunks_exact(SIDE)) {
        row[MARGIN..MARGIN + SIDE].copy_from_slice(from);
    }
    let simple = simple(&blurred(&wide));
    let mut complex = [0.0; INPUTS];
    for (map, simple) in complex.chunks_exact_mut(MAP).zip(&simple) {
        pool(simple, map);
    }
    complex
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
    // Columns first, then rows as columns, so that every sum runs along rows in memory.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar through the middle that runs at `degrees` from the horizontal, anticlockwise, its edges one pixel soft.
    fn bar(degrees: f64) -> [f32; INPUTS] {
        let (sin, cos) = degrees.to_radians().sin_cos();
        std::array::from_fn(|k| {
            let (x, y) = ((k % SIDE) as f64 - 13.5, 13.5 - (k / SIDE) as f64);
            let (along, across) = ((x * cos + y * sin).abs(), (y * cos - x * sin).abs());
            (255.0 * (2.0 - across).clamp(0.0, 1.0) * (9.0 - along).clamp(0.0, 1.0)) as f32
        })
    }

    /// A hooked shape without any symmetry.
    fn hook() -> [f32; INPUTS] {
        std::array::from_fn(|k| {
            let (x, y) = (k % SIDE, k / SIDE);
            let ink = ((6..9).contains(&x) && (5..22).contains(&y)) || ((9..19).contains(&x) && (18..21).contains(&y));
            if ink || (x + y == 22 && x > 12) { 220.0 } else { 0.0 }
        })
    }

    fn shares(picture: &[f32; INPUTS]) -> [f64; DIRECTIONS] {
        let energies = energies(picture);
        let all: f64 = energies.iter().map(|&e| f64::from(e)).sum();
        std::array::from_fn(|d| energies[d * MAP..][..MAP].iter().map(|&e| f64::from(e)).sum::<f64>() / all)
    }

    #[test]
    fn a_bar_of_each_direction_excites_its_own_channel_most() {
        for (channel, degrees) in [0.0, 45.0, 90.0, 135.0].into_iter().enumerate() {
            let shares = shares(&bar(degrees));
            assert!(shares[channel] > 0.6, "{degrees}°: {shares:?}");
            let across = shares[(channel + 2) % 4];
            assert!(shares.iter().all(|&share| share >= across - 0.03), "{degrees}°, least across itself: {shares:?}");
        }
    }

    #[test]
    fn turning_a_bar_by_45_degrees_moves_every_channel_on_by_one() {
        for degrees in [0.0, 10.0, 22.5, 30.0, 60.0, 80.0, 100.0] {
            let (before, after) = (shares(&bar(degrees)), shares(&bar(degrees + 45.0)));
            for channel in 0..DIRECTIONS {
                let (from, to) = (before[channel], after[(channel + 1) % DIRECTIONS]);
                assert!((from - to).abs() < 0.05, "{degrees}°, channel {channel}: {before:?}, {after:?}");
            }
        }
    }

    #[test]
    fn a_quarter_turn_swaps_channels_place_by_place() {
        let picture = hook();
        // (x, y) goes to (y, 27 − x): a quarter turn anticlockwise.
        let turned = std::array::from_fn(|k| picture[(k % SIDE) * SIDE + SIDE - 1 - k / SIDE]);
        let (before, after) = (energies(&picture), energies(&turned));
        for (channel, swapped) in [2, 3, 0, 1].into_iter().enumerate() {
            for place in 0..MAP {
                let (x, y) = (place % PLACES, place / PLACES);
                let from = before[swapped * MAP + x * PLACES + PLACES - 1 - y];
                let to = after[channel * MAP + place];
                assert!((from - to).abs() < 1e-3, "channel {channel} at ({x}, {y}): {from} became {to}");
            }
        }
    }

    /// The cosine between a shape's responses before and after it moves by a pixel is at least 0.92 for any shape;
    /// between the pixels themselves it falls to 0.5 and less for thin strokes.
    #[test]
    fn a_pixel_to_the_side_changes_little() {
        let cosine = |a: &[f32; INPUTS], b: &[f32; INPUTS]| {
            let dot = |a: &[f32; INPUTS], b: &[f32; INPUTS]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
            dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
        };
        for picture in [hook(), bar(0.0), bar(30.0), bar(90.0), bar(120.0)] {
            let right: [f32; INPUTS] = std::array::from_fn(|k| if k % SIDE > 0 { picture[k - 1] } else { 0.0 });
            let down: [f32; INPUTS] = std::array::from_fn(|k| if k >= SIDE { picture[k - SIDE] } else { 0.0 });
            for moved in [right, down] {
                let alike = cosine(&energies(&picture), &energies(&moved));
                assert!(alike > 0.92, "{alike}");
            }
        }
    }

    #[test]
    fn where_a_digit_stands_and_how_much_it_leans_makes_no_difference() {
        let picture: [u8; INPUTS] = hook().map(|grey| grey as u8);
        let moved: [u8; INPUTS] = std::array::from_fn(|k| if k % SIDE > 1 { picture[k - 2] } else { 0 });
        let (here, there) = (edges(&picture), edges(&moved));
        let most = here.iter().zip(&there).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(most <= Some(1), "two pixels to the right change a value by {most:?}");
    }

    #[test]
    fn no_ink_has_no_edges_and_any_ink_has_eight_full_ones() {
        assert_eq!(edges(&[0; INPUTS]), [0; INPUTS], "no ink");
        for picture in [hook().map(|grey| grey as u8), hook().map(|grey| grey as u8 / 40), [255; INPUTS]] {
            let full = edges(&picture).iter().filter(|&&value| value == 255).count();
            assert!(full >= FULL, "{full} values are 255");
        }
    }

    /// The same in f64, with full blurs and an arctangent, not optimised.
    fn slow(picture: &[f32; INPUTS]) -> Vec<f64> {
        let at = |map: &[f64], x: i32, y: i32| {
            if (0..28).contains(&x) && (0..28).contains(&y) { map[(y * 28 + x) as usize] } else { 0.0 }
        };
        let blur = |map: &[f64], sigma: f64, reach: i32| -> Vec<f64> {
            let tap = |k: i32| (-f64::from(k * k) / (2.0 * sigma * sigma)).exp();
            let sum = (-reach..=reach).map(tap).sum::<f64>().powi(2);
            let of = |k: i32| {
                let taps = (-reach..=reach).flat_map(|dy| (-reach..=reach).map(move |dx| (dx, dy)));
                taps.map(|(dx, dy)| tap(dx) * tap(dy) * at(map, k % 28 + dx, k / 28 + dy)).sum::<f64>() / sum
            };
            (0..784).map(of).collect()
        };
        let b = blur(&picture.map(f64::from), 0.6, 2);
        let mut channels = vec![vec![0.0; 784]; 4];
        for k in 0..784 {
            let (x, y) = (k % 28, k / 28);
            let gx = (at(&b, x + 1, y) - at(&b, x - 1, y)) / 2.0;
            let gy = (at(&b, x, y + 1) - at(&b, x, y - 1)) / 2.0;
            // The edge runs across its gradient; y points down.
            let runs = ((-gy).atan2(gx).to_degrees() + 90.0).rem_euclid(180.0);
            let (channel, past) = ((runs / 45.0) as usize % 4, (runs / 45.0).fract().to_radians() * 45.0);
            // The gradient as a sum of the two nearest directions.
            let strength = gx.hypot(gy);
            channels[channel][k as usize] = strength * (past.cos() - past.sin());
            channels[(channel + 1) % 4][k as usize] = strength * past.sin() * 2f64.sqrt();
        }
        let pooled = |channel: &Vec<f64>| {
            let wide = blur(channel, 1.0, 3);
            let mean = |place: i32| {
                let (x, y) = (place % 14 * 2, place / 14 * 2);
                (at(&wide, x, y) + at(&wide, x + 1, y) + at(&wide, x, y + 1) + at(&wide, x + 1, y + 1)) / 4.0
            };
            (0..196).map(mean).collect::<Vec<f64>>()
        };
        channels.iter().flat_map(pooled).collect()
    }

    #[test]
    fn the_slow_twin_finds_the_same_edges() {
        for picture in [hook(), bar(0.0), bar(17.0), bar(45.0), bar(77.0), bar(110.0), bar(163.0)] {
            for (k, (fast, slow)) in energies(&picture).iter().zip(slow(&picture)).enumerate() {
                assert!(
                    (f64::from(*fast) - slow).abs() < 2e-3,
                    "channel {}, place {}: {fast}, {slow}",
                    k / MAP,
                    k % MAP
                );
            }
        }
    }
}
