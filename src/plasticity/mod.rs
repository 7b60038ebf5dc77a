//! How the input weights learn from spikes: the [rule](LearningRule), and the traces that it reads.

mod column;
mod math;
mod traces;

use pulp::Arch;

use crate::config::Config;
use column::Column;
use traces::Traces;

pub use crate::rule::LearningRule;
pub use traces::TRACE_FLOOR;

/// Normalisation sets weights below this to 0, so that repeated scaling does not create denormal numbers, which are
/// slow.
const WEIGHT_FLOOR: f32 = 1e-8;
/// A sum this close to `w_norm`, relative to it, counts as equal. Rounding leaves up to 1e-7, and scaling again would
/// change weights that nothing else has changed: a run resumed from a file, where all cells count as changed, would
/// diverge from an uninterrupted one.
const NORMALISED: f64 = 1e-6;

/// Learning state within one presentation, and the rule's working constants.
#[derive(Clone, Debug)]
pub(crate) struct Plasticity {
    arch: Arch,
    rule: LearningRule,
    w_max: f32,
    /// Sum of a cell's weights; `None` if they are not normalised.
    w_norm: Option<f32>,
    nu_pre: f32,
    nu_post: f32,
    /// x_pre of each input, and which inputs have spiked at all.
    pre: Traces,
    active: Vec<u16>,
    /// x_post1 (triplet) or x_post of each cell.
    post_fast: Traces,
    /// x_post2 of each cell.
    post_slow: Traces,
    /// Cells with a fast trace above the floor, and its current depression.
    recent: Vec<(u16, f32)>,
    /// Cells whose weights may have changed since the last normalisation, ascending.
    changed: Vec<u16>,
    sums: Vec<f64>,
    /// All x_pre at step `pre_step`, for the rules that change whole columns, and the column.
    pre_now: Vec<f32>,
    pre_step: Option<u32>,
    column: Vec<f32>,
}

impl Plasticity {
    pub(crate) fn new(config: &Config, inputs: usize) -> Plasticity {
        let cells = config.neurons as usize;
        let [tau_pre, tau_fast, tau_slow] = config.rule.taus();
        let traces = |count, tau| Traces::new(count, tau, config.dt, config.additive_traces);
        let (nu_pre, nu_post) = config.rule.rates();
        Plasticity {
            arch: Arch::new(),
            rule: config.rule,
            w_max: config.w_max,
            w_norm: config.normalize.then_some(config.w_norm),
            nu_pre,
            nu_post,
            pre: traces(inputs, tau_pre),
            active: Vec::with_capacity(inputs),
            post_fast: traces(cells, tau_fast),
            post_slow: traces(cells, tau_slow),
            recent: Vec::with_capacity(cells),
            changed: (0..config.neurons as u16).collect(),
            sums: Vec::with_capacity(cells),
            pre_now: vec![0.0; inputs],
            pre_step: None,
            column: vec![0.0; inputs],
        }
    }

    /// Sets the rates to `share` of the rule's.
    pub(crate) fn scale_rates(&mut self, share: f32) {
        let (nu_pre, nu_post) = self.rule.rates();
        (self.nu_pre, self.nu_post) = (nu_pre * share, nu_post * share);
    }

    /// Forgets all spikes: every trace is 0.
    pub(crate) fn rest(&mut self) {
        self.active.iter().for_each(|&input| self.pre.forget(usize::from(input)));
        self.active.clear();
        self.post_fast.forget_all();
        self.post_slow.forget_all();
        self.recent.clear();
        self.pre_step = None;
    }

    /// Traces of an input and of a cell at `step`: x_pre, the fast and the slow one, after the spikes so far.
    pub(crate) fn traces(&self, step: u32, input: usize, cell: usize) -> [f32; 3] {
        [self.pre.at(step, input), self.post_fast.at(step, cell), self.post_slow.at(step, cell)]
    }

    /// Handles this step's input spikes: depresses, then raises `x_pre`. Reads the fast trace before this step's cell
    /// spikes.
    ///
    /// `weights` is row-major by input with rows of `stride`; `spikes` ascend.
    pub(crate) fn on_pre(&mut self, weights: &mut [f32], stride: usize, step: u32, spikes: &[u16]) {
        let (fast, nu, w_max) = (&self.post_fast, self.nu_pre, self.w_max);
        self.recent.retain_mut(|(cell, drop)| {
            *drop = nu * fast.at(step, usize::from(*cell));
            *drop > 0.0
        });
        for &input in spikes {
            let i = usize::from(input);
            let row = &mut weights[i * stride..][..stride];
            match self.rule {
                LearningRule::PrePost { mu, .. } => {
                    for &(cell, drop) in &self.recent {
                        let w = &mut row[usize::from(cell)];
                        *w = (*w - drop * math::pow(*w, mu)).clamp(0.0, w_max);
                    }
                }
                // The last two do not learn at input spikes: their drop is 0.
                LearningRule::Triplet { .. }
                | LearningRule::Pair { .. }
                | LearningRule::PowerLaw { .. }
                | LearningRule::Exponential { .. } => {
                    for &(cell, drop) in &self.recent {
                        let w = &mut row[usize::from(cell)];
                        *w = (*w - drop).max(0.0);
                    }
                }
            }
            if self.pre.silent(i) {
                self.active.push(input);
            }
            self.pre.spike(step, i);
        }
    }

    /// Handles a spike of `cell`: changes its weights, then raises its traces. Reads `x_pre` after this step's input
    /// spikes.
    pub(crate) fn on_post(&mut self, weights: &mut [f32], stride: usize, step: u32, cell: u16) {
        let j = usize::from(cell);
        let nu = self.nu_post;
        match self.rule {
            LearningRule::Triplet { .. } => {
                let rate = nu * self.post_slow.at(step, j);
                self.potentiate(weights, stride, step, j, rate);
            }
            LearningRule::Pair { .. } => self.potentiate(weights, stride, step, j, nu),
            LearningRule::PowerLaw { x_tar, mu, .. } | LearningRule::PrePost { x_tar, mu, .. } => {
                self.move_column(weights, stride, step, j, Column::Power { x_tar, mu });
            }
            LearningRule::Exponential { x_tar, beta, .. } => {
                self.move_column(weights, stride, step, j, Column::Exponential { x_tar, beta });
            }
        }
        self.post_fast.spike(step, j);
        self.post_slow.spike(step, j);
        if !self.recent.iter().any(|&(other, _)| other == cell) {
            self.recent.push((cell, 0.0));
        }
        if let Err(place) = self.changed.binary_search(&cell) {
            self.changed.insert(place, cell);
        }
    }

    /// Adds rate · x_pre to the weights of cell `j`.
    fn potentiate(&self, weights: &mut [f32], stride: usize, step: u32, j: usize, rate: f32) {
        if rate <= 0.0 {
            return;
        }
        for &input in &self.active {
            let i = usize::from(input);
            let gain = rate * self.pre.at(step, i);
            // A weight that normalisation raised above w_max returns to it when it next learns; in the code, at any
            // spike.
            if gain > 0.0 {
                let w = &mut weights[i * stride + j];
                *w = (*w + gain).min(self.w_max);
            }
        }
    }

    /// Changes all weights of cell `j`, including those of silent inputs.
    fn move_column(&mut self, weights: &mut [f32], stride: usize, step: u32, j: usize, rule: Column) {
        if self.pre_step != Some(step) {
            let pre = &self.pre;
            self.pre_now.iter_mut().enumerate().for_each(|(i, x)| *x = pre.at(step, i));
            self.pre_step = Some(step);
        }
        for (w, row) in self.column.iter_mut().zip(weights.chunks_exact(stride)) {
            *w = row[j];
        }
        rule.update(self.arch, &mut self.column, &self.pre_now, self.nu_post, self.w_max);
        for (w, row) in self.column.iter().zip(weights.chunks_exact_mut(stride)) {
            row[j] = *w;
        }
    }

    /// Restores Σ_i w_ij to `w_norm` for each cell j that learned since the last time.
    ///
    /// Sums run over i ascending, in f64. A cell whose weights are all 0 keeps them. The operation is idempotent.
    pub(crate) fn normalize(&mut self, weights: &mut [f32], stride: usize) {
        let Some(w_norm) = self.w_norm else { return };
        self.sums.clear();
        self.sums.resize(self.changed.len(), 0.0);
        for row in weights.chunks_exact(stride) {
            for (sum, &cell) in self.sums.iter_mut().zip(&self.changed) {
                *sum += f64::from(row[usize::from(cell)]);
            }
        }
        for sum in &mut self.sums {
            let scale = f64::from(w_norm) / sum.max(1e-30);
            *sum = if (scale - 1.0).abs() < NORMALISED { 1.0 } else { scale };
        }
        for row in weights.chunks_exact_mut(stride) {
            for (&scale, &cell) in self.sums.iter().zip(&self.changed) {
                let scaled = row[usize::from(cell)] * scale as f32;
                row[usize::from(cell)] = if scaled < WEIGHT_FLOOR { 0.0 } else { scaled };
            }
        }
        self.changed.clear();
    }
}

#[cfg(test)]
mod tests;
