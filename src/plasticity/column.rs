//! The rules that change every weight of a cell when it fires: one pass over a contiguous copy of its 784 weights.
//!
//! As in [`crate::kernel`], each element is computed on its own, with operations that every target rounds alike.

use pulp::{Arch, Simd, WithSimd};

use super::math::{exp, pow};

/// A rule for the whole column, with its constants.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column {
    /// w ← w + nu · (x − x_tar) · (w_max − w)^mu
    Power { x_tar: f32, mu: f32 },
    /// w ← w + nu · (x · e^(−beta·w) − x_tar · e^(−beta·(w_max − w)))
    Exponential { x_tar: f32, beta: f32 },
}

impl Column {
    /// Changes `weights` by the traces `x` at rate `nu`; all end in [0, w_max].
    pub(crate) fn update(self, arch: Arch, weights: &mut [f32], x: &[f32], nu: f32, w_max: f32) {
        match self {
            Column::Power { x_tar, mu } => arch.dispatch(Power { weights, x, nu, w_max, x_tar, mu }),
            Column::Exponential { x_tar, beta } => arch.dispatch(Exponential { weights, x, nu, w_max, x_tar, beta }),
        }
    }
}

struct Power<'a> {
    weights: &'a mut [f32],
    x: &'a [f32],
    nu: f32,
    w_max: f32,
    x_tar: f32,
    mu: f32,
}

impl WithSimd for Power<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Power { weights, x, nu, w_max, x_tar, mu } = self;
        for (weight, &x) in weights.iter_mut().zip(x) {
            let w = weight.min(w_max);
            *weight = (w + nu * (x - x_tar) * pow(w_max - w, mu)).clamp(0.0, w_max);
        }
    }
}

struct Exponential<'a> {
    weights: &'a mut [f32],
    x: &'a [f32],
    nu: f32,
    w_max: f32,
    x_tar: f32,
    beta: f32,
}

impl WithSimd for Exponential<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Exponential { weights, x, nu, w_max, x_tar, beta } = self;
        for (weight, &x) in weights.iter_mut().zip(x) {
            let w = weight.min(w_max);
            let change = x * exp(-beta * w) - x_tar * exp(-beta * (w_max - w));
            *weight = (w + nu * change).clamp(0.0, w_max);
        }
    }
}
