//! What the loops are measured against: one step of the kernel alone, and how fast this processor reads the same rows.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use pulp::{Arch, Simd, WithSimd};
use stdp_digits::Config;
use stdp_digits::kernel::{self, Cells, LANES, Membrane};

/// Inputs that a digit makes spike.
const ROWS: usize = 150;

/// Σ of all numbers in eight independent sums: as fast as they can be read.
struct Read<'a>(&'a [f32]);

impl WithSimd for Read<'_> {
    type Output = f32;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> f32 {
        let mut sums = [simd.splat_f32s(0.0); 8];
        for registers in S::as_simd_f32s(self.0).0.chunks_exact(8) {
            for (sum, &register) in sums.iter_mut().zip(registers) {
                *sum = simd.add_f32s(*sum, register);
            }
        }
        sums.iter().fold(0.0, |total, &sum| total + simd.reduce_sum_f32s(sum))
    }
}

fn step(c: &mut Criterion) {
    let arch = Arch::new();
    // Conductances stay, or else they would soon be denormal numbers.
    let membrane = Membrane { decay_e: 1.0, decay_i: 1.0, ..Membrane::new(&Config::default().exc, 0.5) };
    for cells in [400usize, 6400] {
        let n = cells.next_multiple_of(LANES);
        let weights = vec![0.1; ROWS * n];
        let (mut v, mut g_e, mut g_i) = (vec![-65.0; n], vec![1.0; n], vec![1.0; n]);
        let threshold = vec![f32::INFINITY; n];
        for (spikes, inhibited) in [(0, false), (0, true), (4, true)] {
            let name = format!("{spikes} spikes{}", if inhibited { ", inhibited" } else { "" });
            let mut input = 0;
            let mut group = c.benchmark_group("step");
            group.throughput(Throughput::Elements(n as u64));
            group.bench_function(BenchmarkId::new(name, cells), |bencher| {
                bencher.iter(|| {
                    input = (input + 37) % ROWS;
                    let fired: [u16; 4] = std::array::from_fn(|k| ((input + 31 * k) % ROWS) as u16);
                    let cells = Cells { v: &mut v, g_e: &mut g_e, g_i: &mut g_i, threshold: &threshold };
                    kernel::step(arch, membrane, cells, &weights, &fired[..spikes], inhibited)
                });
            });
            group.finish();
        }
        let mut group = c.benchmark_group("read");
        group.throughput(Throughput::Bytes(4 * weights.len() as u64));
        group.bench_function(BenchmarkId::new("rows", cells), |bencher| {
            bencher.iter(|| arch.dispatch(Read(black_box(&weights))));
        });
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).without_plots();
    targets = step
}
criterion_main!(benches);
