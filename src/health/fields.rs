//! Receptive fields: how alike they are, and a picture of all of them.

use pulp::{Arch, Simd, WithSimd};

use super::Pair;
use crate::config::INPUTS;

/// Lanes of the sums in a dot product; 784 is 49 times as many.
const LANES: usize = 16;
/// Number of fields multiplied with one other at a time, so that the other is loaded only once.
const TOGETHER: usize = 4;
/// Fields in a block; two blocks stay in the processor's cache while all their pairs are computed.
const BLOCK: usize = 64;

/// Receptive fields of length 1, cell-major; all 0 for a cell without weights.
pub(super) struct Fields(Vec<f32>);

impl Fields {
    pub(super) fn new(weights: &[f32], n: usize) -> Fields {
        let mut fields = vec![0f32; weights.len()];
        // In blocks of cells, because a whole row of the transposed matrix does not fit into the cache.
        for first in (0..n).step_by(BLOCK) {
            for (input, row) in weights.chunks_exact(n).enumerate() {
                for (cell, &w) in (first..n.min(first + BLOCK)).zip(&row[first..]) {
                    fields[cell * INPUTS + input] = w;
                }
            }
        }
        for field in fields.chunks_exact_mut(INPUTS) {
            let length = libm::sqrtf(dot(field, field));
            if length > 0.0 {
                field.iter_mut().for_each(|w| *w /= length);
            }
        }
        Fields(fields)
    }

    /// Mean of all cosines: (|Σ_j u_j|² − N) / (N·(N − 1)), where u_j are the receptive fields at length 1.
    pub(super) fn likeness(&self) -> Option<f64> {
        let n = (self.0.len() / INPUTS) as f64;
        let (mut sum, mut own) = (vec![0f64; INPUTS], 0.0);
        for field in self.0.chunks_exact(INPUTS) {
            sum.iter_mut().zip(field).for_each(|(sum, &w)| *sum += f64::from(w));
            own += f64::from(dot(field, field));
        }
        let all: f64 = sum.iter().map(|x| x * x).sum();
        (n > 1.0).then(|| (all - own) / (n * (n - 1.0)))
    }

    /// The first of the pairs with the largest cosine. All pairs are tried, in blocks that fit into the cache.
    pub(super) fn most_similar(&self) -> Option<Pair> {
        let n = self.0.len() / INPUTS;
        let mut best: Option<Pair> = None;
        let arch = Arch::new();
        for first_a in (0..n).step_by(BLOCK) {
            for first_b in (first_a..n).step_by(BLOCK) {
                let found = arch.dispatch(Block { fields: &self.0, n, first_a, first_b });
                best = match (best, found) {
                    // Blocks do not follow the order of the pairs.
                    (Some(best), Some(found)) => {
                        let first = found.cosine == best.cosine && found.cells < best.cells;
                        Some(if found.cosine > best.cosine || first { found } else { best })
                    }
                    (best, found) => best.or(found),
                };
            }
        }
        best
    }
}

/// The most similar pair of a cell of one block and a later cell of another.
struct Block<'a> {
    fields: &'a [f32],
    n: usize,
    first_a: usize,
    first_b: usize,
}

impl WithSimd for Block<'_> {
    type Output = Option<Pair>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> Option<Pair> {
        let Block { fields, n, first_a, first_b } = self;
        let field = |cell: usize| &fields[cell * INPUTS..][..INPUTS];
        let mut best: Option<Pair> = None;
        for a in first_a..n.min(first_a + BLOCK) {
            let mut keep = |b: usize, cosine: f32| {
                let cosine = f64::from(cosine);
                if b > a && best.is_none_or(|best| cosine > best.cosine) {
                    best = Some(Pair { cells: [a, b], cosine });
                }
            };
            let end = n.min(first_b + BLOCK);
            let mut b = first_b.max(a + 1);
            while b + TOGETHER <= end {
                let cosines = dots(field(a), std::array::from_fn(|k| field(b + k)));
                cosines.iter().enumerate().for_each(|(k, &cosine)| keep(b + k, cosine));
                b += TOGETHER;
            }
            (b..end).for_each(|b| keep(b, dot(field(a), field(b))));
        }
        best
    }
}

/// Σ a·b in [`LANES`] partial sums, always in the same order.
#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0f32; LANES];
    for (a, b) in a.as_chunks().0.iter().zip(b.as_chunks().0) {
        add(&mut sums, a, b);
    }
    sums.iter().sum()
}

/// The same for several b, with all sums in registers.
#[inline(always)]
fn dots(a: &[f32], [b0, b1, b2, b3]: [&[f32]; TOGETHER]) -> [f32; TOGETHER] {
    let [mut s0, mut s1, mut s2, mut s3] = [[0f32; LANES]; TOGETHER];
    let [b0, b1, b2, b3] = [b0, b1, b2, b3].map(|b| b.as_chunks().0.iter());
    for ((((a, b0), b1), b2), b3) in a.as_chunks().0.iter().zip(b0).zip(b1).zip(b2).zip(b3) {
        add(&mut s0, a, b0);
        add(&mut s1, a, b1);
        add(&mut s2, a, b2);
        add(&mut s3, a, b3);
    }
    [s0, s1, s2, s3].map(|sums| sums.iter().sum())
}

#[inline(always)]
fn add(sums: &mut [f32; LANES], a: &[f32; LANES], b: &[f32; LANES]) {
    for lane in 0..LANES {
        sums[lane] += a[lane] * b[lane];
    }
}

/// All receptive fields in one grey picture, as square as N allows: columns, rows and pixels.
///
/// `fields` are the pictures of the cells, 784 pixels each, cell by cell, as [`crate::field::Painter`] paints them.
pub fn atlas(fields: &[u8]) -> (usize, usize, Vec<u8>) {
    const SIDE: usize = 28;
    let neurons = fields.len() / INPUTS;
    let columns = (1..=neurons).find(|columns| columns * columns >= neurons).unwrap_or(1);
    let width = columns * SIDE;
    let height = neurons.div_ceil(columns).max(1) * SIDE;
    let mut pixels = vec![0; width * height];
    for (cell, field) in fields.chunks_exact(INPUTS).enumerate() {
        let corner = cell / columns * SIDE * width + cell % columns * SIDE;
        for (y, row) in field.chunks_exact(SIDE).enumerate() {
            pixels[corner + y * width..][..SIDE].copy_from_slice(row);
        }
    }
    (width, height, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Stream, stream, uniform};

    #[test]
    fn the_most_similar_pair_is_that_of_all_pairs_tried_one_by_one() {
        for n in [2, 3, 5, 63, 64, 65, 70, 131, 200] {
            let mut rng = stream(n as u64, Stream::Weights, 0, 0);
            let weights: Vec<f32> = (0..INPUTS * n).map(|_| uniform(&mut rng)).collect();
            let fields = Fields::new(&weights, n);
            let field = |cell: usize| &fields.0[cell * INPUTS..][..INPUTS];
            let mut best = Pair { cells: [0, 0], cosine: -1.0 };
            for a in 0..n {
                for b in a + 1..n {
                    let cosine = f64::from(dot(field(a), field(b)));
                    if cosine > best.cosine {
                        best = Pair { cells: [a, b], cosine };
                    }
                }
            }
            assert_eq!(fields.most_similar(), Some(best), "{n} cells");
        }
    }

    #[test]
    fn of_equal_pairs_the_first_is_named() {
        // All alike; and with 200 cells, the pairs of several blocks.
        for n in [2, 7, 200] {
            let pair = Fields::new(&vec![0.5; INPUTS * n], n).most_similar().expect("two cells or more");
            assert_eq!(pair.cells, [0, 1], "{n} cells");
        }
    }

    #[test]
    fn any_number_of_cells_makes_a_picture() {
        for (n, columns, rows) in [(1, 1, 1), (2, 2, 1), (5, 3, 2), (150, 13, 12), (400, 20, 20)] {
            let fields: Vec<u8> = (0..INPUTS * n).map(|k| if k / INPUTS == n - 1 { 255 } else { 128 }).collect();
            let (width, height, pixels) = atlas(&fields);
            assert_eq!((width, height, pixels.len()), (28 * columns, 28 * rows, 784 * columns * rows), "{n} cells");
            let last = (n - 1) / columns * 28 * width + (n - 1) % columns * 28;
            assert_eq!(pixels[last], 255, "cell {} of {n}", n - 1);
            assert_eq!(pixels[0], if n == 1 { 255 } else { 128 }, "cell 0 of {n}");
        }
    }
}
