//! The two loops in which the time goes, over plain slices.
//!
//! Each element is computed on its own, from `+ − × ÷` and comparisons alone, so the number of lanes that the
//! processor takes at once cannot change a bit: the results are the same in SSE2, AVX2, WebAssembly SIMD and scalar
//! code. `pulp` picks the widest instructions that the machine has, at run time and without unsafe code here; in
//! WebAssembly, where there is nothing to choose, the same loops are compiled with simd128.

use pulp::{Arch, Simd, WithSimd};

/// One step of the membrane equation with its constants folded, see [`crate::neuron`] for the derivation.
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
    /// `1 − exp(−x) ≈ x·q / (1 + x·q)` with `q = 1 + x/2 + x²/6 + x³/24`, that is e^x by its series to the fourth power:
    /// exact to x⁵/120, and between 0 and 1 for every x ≥ 0, so v moves towards its equilibrium and never past it,
    /// however large the conductances.
    #[inline(always)]
    pub fn step(&self, v: f32, g_e: f32, g_i: f32) -> f32 {
        let x = self.h + self.h_e * g_e + self.h_i * g_i;
        let drive = self.drive_rest + self.drive_e * g_e + self.drive_i * g_i - x * v;
        relax(v, x, drive)
    }

    /// The same for a cell without inhibition.
    #[inline(always)]
    fn step_uninhibited(&self, v: f32, g_e: f32) -> f32 {
        let x = self.h + self.h_e * g_e;
        let drive = self.drive_rest + self.drive_e * g_e - x * v;
        relax(v, x, drive)
    }
}

#[inline(always)]
fn relax(v: f32, x: f32, drive: f32) -> f32 {
    let q = 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0)));
    v + drive * q / (1.0 + x * q)
}

/// State of a population as the kernels see it: four slices of one length.
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

/// Advances all cells by one step; tells whether any of them is above its threshold.
///
/// ```text
/// v ← membrane(v, g_e, g_i);   g_e ← g_e · decay_e;   g_i ← g_i · decay_i
/// ```
/// `inhibited` false promises that all `g_i` are 0.
pub fn integrate(arch: Arch, membrane: Membrane, cells: Cells<'_>, inhibited: bool) -> bool {
    if inhibited {
        arch.dispatch(Integrate::<true>(membrane, cells))
    } else {
        arch.dispatch(Integrate::<false>(membrane, cells))
    }
}

struct Integrate<'a, const INHIBITED: bool>(Membrane, Cells<'a>);

impl<const INHIBITED: bool> WithSimd for Integrate<'_, INHIBITED> {
    type Output = bool;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> bool {
        let Integrate(membrane, Cells { v, g_e, g_i, threshold }) = self;
        let n = v.len();
        let (g_e, g_i, threshold) = (&mut g_e[..n], &mut g_i[..n], &threshold[..n]);
        let mut above = 0u32;
        for j in 0..n {
            let next =
                if INHIBITED { membrane.step(v[j], g_e[j], g_i[j]) } else { membrane.step_uninhibited(v[j], g_e[j]) };
            above |= u32::from(next > threshold[j]);
            v[j] = next;
            g_e[j] *= membrane.decay_e;
            if INHIBITED {
                g_i[j] *= membrane.decay_i;
            }
        }
        above != 0
    }
}

/// Delivers input spikes: adds the row of each of `spikes`, in that order, to `g_e`.
///
/// `weights` is row-major by input; its rows are as long as `g_e`.
pub fn add_rows(arch: Arch, g_e: &mut [f32], weights: &[f32], spikes: &[u16]) {
    arch.dispatch(AddRows { g_e, weights, spikes });
}

struct AddRows<'a> {
    g_e: &'a mut [f32],
    weights: &'a [f32],
    spikes: &'a [u16],
}

impl WithSimd for AddRows<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let AddRows { g_e, weights, spikes } = self;
        let n = g_e.len();
        let row = |input: u16| &weights[usize::from(input) * n..][..n];
        // Several rows in one sweep save loads and stores of g_e; the order of the sums stays that of the spikes.
        let mut fours = spikes.chunks_exact(4);
        for four in &mut fours {
            let (a, b, c, d) = (row(four[0]), row(four[1]), row(four[2]), row(four[3]));
            for j in 0..n {
                g_e[j] = g_e[j] + a[j] + b[j] + c[j] + d[j];
            }
        }
        match *fours.remainder() {
            [a, b, c] => {
                let (a, b, c) = (row(a), row(b), row(c));
                for j in 0..n {
                    g_e[j] = g_e[j] + a[j] + b[j] + c[j];
                }
            }
            [a, b] => {
                let (a, b) = (row(a), row(b));
                for j in 0..n {
                    g_e[j] = g_e[j] + a[j] + b[j];
                }
            }
            [a] => {
                let a = row(a);
                for j in 0..n {
                    g_e[j] += a[j];
                }
            }
            _ => {}
        }
    }
}
