//! The loop that takes most of the time, over plain slices.
//!
//! Each element is computed on its own, using only `+ − × ÷` and comparisons, so the number of lanes cannot change a
//! bit: the results are the same in AVX-512, AVX2, SSE2, WebAssembly SIMD and scalar code. At run time, `pulp` picks
//! the widest instructions that the machine has, without unsafe code here.

use pulp::{Arch, Simd, WithSimd};

/// Lanes of the widest possible instructions: the length of all slices must be a multiple of it.
pub const LANES: usize = if cfg!(target_arch = "x86_64") { 16 } else { 4 };

/// Whether the last rows of a step are added in the sweep that integrates the cells. Browsers run out of registers.
const FUSED: bool = !cfg!(target_arch = "wasm32");

/// One step of the membrane equation with its constants folded; see [`crate::neuron`] for the derivation.
///
/// With `h = dt / tau_m` and `c_e`, `c_i` the mean of a conductance over a step relative to its start:
/// `x = h·(1 + c_e·g_e + c_i·g_i)` and `drive = h·(v_rest + c_e·g_e·e_exc + c_i·g_i·e_inh) − x·v`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Membrane {
    /// h
    pub h: f32,
    /// h · c_e
    pub h_e: f32,
    /// h · c_i
    pub h_i: f32,
    /// h · v_rest
    pub drive_rest: f32,
    /// h · c_e · e_exc
    pub drive_e: f32,
    /// h · c_i · e_inh
    pub drive_i: f32,
    /// exp(−dt / tau_g_e)
    pub decay_e: f32,
    /// exp(−dt / tau_g_i)
    pub decay_i: f32,
}

impl Membrane {
    /// v after one step, from v and the conductances before it.
    ///
    /// The exact solution is `v + drive·(1 − e⁻ˣ)/x`; here `(1 − e⁻ˣ)/x ≈ 1 / (1 + x/2 + x²/12)`, with an error of
    /// x⁴/720. Multiplied by x it stays below 0.93 for every x ≥ 0, so v moves towards its equilibrium but never past
    /// it, however large the conductances.
    #[inline(always)]
    pub fn step(&self, v: f32, g_e: f32, g_i: f32) -> f32 {
        let x = self.h + self.h_e * g_e + self.h_i * g_i;
        let drive = self.drive_rest + self.drive_e * g_e + self.drive_i * g_i - x * v;
        v + drive / (1.0 + x * (0.5 + x * (1.0 / 12.0)))
    }
}

/// State of a population as the kernel sees it: four slices of equal length, a multiple of [`LANES`].
pub struct Cells<'a> {
    /// Membrane potential \[mV\].
    pub v: &'a mut [f32],
    /// Excitatory conductance.
    pub g_e: &'a mut [f32],
    /// Inhibitory conductance.
    pub g_i: &'a mut [f32],
    /// Present threshold \[mV\].
    pub threshold: &'a [f32],
}

/// Advances all cells by one step in which the inputs `spikes` fire; returns whether any cell is above its threshold.
///
/// ```text
/// g_e ← g_e + w_i for each i of spikes, in that order
/// v ← membrane(v, g_e, g_i);   g_e ← g_e · decay_e;   g_i ← g_i · decay_i
/// ```
/// `weights` is row-major by input, with rows as long as the slices of `cells`. `inhibited` false promises that all
/// `g_i` are 0.
pub fn step(
    arch: Arch,
    membrane: Membrane,
    cells: Cells<'_>,
    weights: &[f32],
    spikes: &[u16],
    inhibited: bool,
) -> bool {
    assert!(cells.v.len().is_multiple_of(LANES), "{} cells are not whole registers", cells.v.len());
    if inhibited {
        arch.dispatch(Step::<true> { membrane, cells, weights, spikes })
    } else {
        arch.dispatch(Step::<false> { membrane, cells, weights, spikes })
    }
}

struct Step<'a, const INHIBITED: bool> {
    membrane: Membrane,
    cells: Cells<'a>,
    weights: &'a [f32],
    spikes: &'a [u16],
}

impl<const INHIBITED: bool> WithSimd for Step<'_, INHIBITED> {
    type Output = bool;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> bool {
        let Step { membrane, cells, weights, mut spikes } = self;
        let n = cells.v.len();
        let row = |input: u16| S::as_simd_f32s(&weights[usize::from(input) * n..][..n]).0;
        let last = if FUSED { 4 } else { 0 };
        while spikes.len() > last
            && let &[a, b, c, d, ref more @ ..] = spikes
        {
            add_rows(simd, cells.g_e, [row(a), row(b), row(c), row(d)]);
            spikes = more;
        }
        if !FUSED {
            match *spikes {
                [a, b, c] => add_rows(simd, cells.g_e, [row(a), row(b), row(c)]),
                [a, b] => add_rows(simd, cells.g_e, [row(a), row(b)]),
                [a] => add_rows(simd, cells.g_e, [row(a)]),
                _ => {}
            }
            spikes = &[];
        }
        match *spikes {
            [a, b, c, d] => integrate::<S, INHIBITED, 4>(simd, membrane, cells, [row(a), row(b), row(c), row(d)]),
            [a, b, c] => integrate::<S, INHIBITED, 3>(simd, membrane, cells, [row(a), row(b), row(c)]),
            [a, b] => integrate::<S, INHIBITED, 2>(simd, membrane, cells, [row(a), row(b)]),
            [a] => integrate::<S, INHIBITED, 1>(simd, membrane, cells, [row(a)]),
            _ => integrate::<S, INHIBITED, 0>(simd, membrane, cells, []),
        }
    }
}

#[inline(always)]
fn add_rows<S: Simd, const R: usize>(simd: S, g_e: &mut [f32], rows: [&[S::f32s]; R]) {
    let g_e = S::as_mut_simd_f32s(g_e).0;
    let rows = rows.map(|row| &row[..g_e.len()]);
    for (j, g_e) in g_e.iter_mut().enumerate() {
        *g_e = rows.iter().fold(*g_e, |g, row| simd.add_f32s(g, row[j]));
    }
}

/// [`Membrane::step`], operation by operation, without the terms of g_i if nothing is inhibited.
#[inline(always)]
fn integrate<S: Simd, const INHIBITED: bool, const R: usize>(
    simd: S,
    membrane: Membrane,
    cells: Cells<'_>,
    rows: [&[S::f32s]; R],
) -> bool {
    let v = S::as_mut_simd_f32s(cells.v).0;
    let n = v.len();
    let g_e = &mut S::as_mut_simd_f32s(cells.g_e).0[..n];
    let g_i = &mut S::as_mut_simd_f32s(cells.g_i).0[..n];
    let threshold = &S::as_simd_f32s(cells.threshold).0[..n];
    let rows = rows.map(|row| &row[..n]);

    let (add, mul) = (|a, b| simd.add_f32s(a, b), |a, b| simd.mul_f32s(a, b));
    let all = |x: f32| simd.splat_f32s(x);
    let (h, h_e, h_i) = (all(membrane.h), all(membrane.h_e), all(membrane.h_i));
    let (drive_rest, drive_e, drive_i) = (all(membrane.drive_rest), all(membrane.drive_e), all(membrane.drive_i));
    let (decay_e, decay_i) = (all(membrane.decay_e), all(membrane.decay_i));
    let (one, half, twelfth) = (all(1.0), all(0.5), all(1.0 / 12.0));

    let mut above = simd.less_than_f32s(one, one);
    for j in 0..n {
        let g = rows.iter().fold(g_e[j], |g, row| add(g, row[j]));
        let (mut x, mut drive) = (add(h, mul(h_e, g)), add(drive_rest, mul(drive_e, g)));
        if INHIBITED {
            (x, drive) = (add(x, mul(h_i, g_i[j])), add(drive, mul(drive_i, g_i[j])));
            g_i[j] = mul(g_i[j], decay_i);
        }
        let drive = simd.sub_f32s(drive, mul(x, v[j]));
        let slowed = add(one, mul(x, add(half, mul(x, twelfth))));
        v[j] = add(v[j], simd.div_f32s(drive, slowed));
        above = simd.or_m32s(above, simd.greater_than_f32s(v[j], threshold[j]));
        g_e[j] = mul(g, decay_e);
    }
    simd.first_true_m32s(above) < S::F32_LANES
}
