//! How the input weights learn from spikes: the rule, and the traces it reads.
//!
//! Traces are those of the published code: a spike *sets* its trace to 1 (nearest spike counts), from where it decays
//! exponentially. So a trace is known from the time of the last spike alone, and is looked up, never stepped.
//! A trace below [`TRACE_FLOOR`] counts as 0: at the default rates what it could still change is below the
//! rounding of a weight.

use serde::{Deserialize, Serialize};

use crate::config::{Config, in_range};
use crate::error::Error;

/// Traces below this are 0.
pub const TRACE_FLOOR: f32 = 1e-3;
/// No spike yet in this presentation.
const NEVER: u32 = u32::MAX;
/// Normalisation turns weights below this into 0, lest weights that are scaled down for ever become denormal numbers,
/// which are slow.
const WEIGHT_FLOOR: f32 = 1e-8;
/// A sum this close to `w_norm`, relative to it, counts as equal. Rounding leaves up to 1e-7, and scaling by that again would
/// move weights that nothing has changed: a run that goes on from a file, where all cells count as changed, would part
/// from one that was never interrupted.
const NORMALISED: f64 = 1e-6;

/// A learning rule with its constants. A closed set: it is chosen by name, stored in models and matched once per event.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum LearningRule {
    /// The rule of the published code, after Pfister & Gerstner 2006 (code at d527ca3, `eqs_stdp_pre_ee`,
    /// `eqs_stdp_post_ee`):
    ///
    /// ```text
    /// input spike of i:  w_ij ← max(0, w_ij − nu_pre · x_post1_j)                    x_pre_i ← 1
    /// spike of cell j:   w_ij ← min(w_max, w_ij + nu_post · x_pre_i · x_post2_j)     x_post1_j ← 1, x_post2_j ← 1
    /// ```
    ///
    /// `x_post2` is read before this spike sets it, so the first spike of a cell in a presentation changes nothing.
    Triplet {
        /// Rate of depression (1e-4, code).
        nu_pre: f32,
        /// Rate of potentiation (0.06 at the start of a run; code: 0.01 throughout).
        nu_post: f32,
        /// Time constant of `x_pre` \[ms\] (20, code).
        tau_x_pre: f32,
        /// Time constant of `x_post1` \[ms\] (20, code).
        tau_x_post1: f32,
        /// Time constant of `x_post2` \[ms\] (80; code 40): with it, spikes of a cell in one look find each other.
        tau_x_post2: f32,
    },
}

impl Default for LearningRule {
    fn default() -> Self {
        LearningRule::Triplet { nu_pre: 1e-4, nu_post: 0.06, tau_x_pre: 20.0, tau_x_post1: 20.0, tau_x_post2: 80.0 }
    }
}

impl LearningRule {
    pub(crate) fn validate(&self) -> Result<(), Error> {
        let LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 } = *self;
        in_range("rule.nu_pre", nu_pre, 0.0, 1.0, "")?;
        in_range("rule.nu_post", nu_post, 0.0, 1.0, "")?;
        in_range("rule.tau_x_pre", tau_x_pre, 0.1, 1e4, " ms")?;
        in_range("rule.tau_x_post1", tau_x_post1, 0.1, 1e4, " ms")?;
        in_range("rule.tau_x_post2", tau_x_post2, 0.1, 1e4, " ms")
    }
}

/// A trace that spikes set to 1 and that decays with `tau`, by steps since the spike.
#[derive(Clone, Debug)]
struct Trace(Vec<f32>);

impl Trace {
    fn new(tau: f32, dt: f32) -> Trace {
        let value = |age: u32| libm::exp(-f64::from(age) * f64::from(dt) / f64::from(tau)) as f32;
        Trace((0..).map(value).take_while(|&x| x >= TRACE_FLOOR).collect())
    }

    fn at(&self, step: u32, spike: u32) -> f32 {
        if spike == NEVER { 0.0 } else { self.0.get((step - spike) as usize).copied().unwrap_or(0.0) }
    }
}

/// What learning remembers within one presentation, and the rule's working constants.
#[derive(Clone, Debug)]
pub(crate) struct Plasticity {
    w_max: f32,
    w_norm: f32,
    nu_pre: f32,
    nu_post: f32,
    trace_pre: Trace,
    trace_post1: Trace,
    trace_post2: Trace,
    /// Step of the last spike of each input, and which inputs have spiked at all.
    pre_spike: Vec<u32>,
    active: Vec<u16>,
    /// Step of the last spike of each cell.
    post_spike: Vec<u32>,
    /// Cells with `x_post1` above the floor, and how much it depresses now.
    recent: Vec<(u16, f32)>,
    /// Cells whose weights may have changed since the last normalisation, ascending.
    changed: Vec<u16>,
    sums: Vec<f64>,
}

impl Plasticity {
    pub(crate) fn new(config: &Config, inputs: usize) -> Plasticity {
        let LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 } = config.rule;
        let cells = config.neurons as usize;
        Plasticity {
            w_max: config.w_max,
            w_norm: config.w_norm,
            nu_pre,
            nu_post,
            trace_pre: Trace::new(tau_x_pre, config.dt),
            trace_post1: Trace::new(tau_x_post1, config.dt),
            trace_post2: Trace::new(tau_x_post2, config.dt),
            pre_spike: vec![NEVER; inputs],
            active: Vec::with_capacity(inputs),
            post_spike: vec![NEVER; cells],
            recent: Vec::with_capacity(cells),
            changed: (0..config.neurons as u16).collect(),
            sums: Vec::with_capacity(cells),
        }
    }

    /// Sets the rates to `share` of the rule's.
    pub(crate) fn scale_rates(&mut self, rule: LearningRule, share: f32) {
        let LearningRule::Triplet { nu_pre, nu_post, .. } = rule;
        (self.nu_pre, self.nu_post) = (nu_pre * share, nu_post * share);
    }

    /// Forgets all spikes: every trace is 0.
    pub(crate) fn rest(&mut self) {
        self.active.iter().for_each(|&input| self.pre_spike[usize::from(input)] = NEVER);
        self.active.clear();
        self.post_spike.fill(NEVER);
        self.recent.clear();
    }

    /// Input spikes of this step: depress, then set `x_pre`. Reads `x_post1` before this step's spikes of cells.
    ///
    /// `weights` is row-major by input with rows of `stride`; `spikes` ascend.
    pub(crate) fn on_pre(&mut self, weights: &mut [f32], stride: usize, step: u32, spikes: &[u16]) {
        let (post_spike, trace, nu) = (&self.post_spike, &self.trace_post1, self.nu_pre);
        self.recent.retain_mut(|(cell, drop)| {
            *drop = nu * trace.at(step, post_spike[usize::from(*cell)]);
            *drop > 0.0
        });
        for &input in spikes {
            let row = &mut weights[usize::from(input) * stride..][..stride];
            for &(cell, drop) in &self.recent {
                let w = &mut row[usize::from(cell)];
                *w = (*w - drop).max(0.0);
            }
            let last = &mut self.pre_spike[usize::from(input)];
            if *last == NEVER {
                self.active.push(input);
            }
            *last = step;
        }
    }

    /// A spike of `cell`: potentiate, then set `x_post1` and `x_post2`. Reads `x_pre` after this step's input spikes.
    pub(crate) fn on_post(&mut self, weights: &mut [f32], stride: usize, step: u32, cell: u16) {
        let j = usize::from(cell);
        let rate = self.nu_post * self.trace_post2.at(step, self.post_spike[j]);
        if rate > 0.0 {
            for &input in &self.active {
                let gain = rate * self.trace_pre.at(step, self.pre_spike[usize::from(input)]);
                let w = &mut weights[usize::from(input) * stride + j];
                // A weight that normalisation lifted above w_max comes down to it only when it learns, as in the code.
                if gain > 0.0 {
                    *w = (*w + gain).min(self.w_max);
                }
            }
        }
        self.post_spike[j] = step;
        if !self.recent.iter().any(|&(other, _)| other == cell) {
            self.recent.push((cell, 0.0));
        }
        if let Err(place) = self.changed.binary_search(&cell) {
            self.changed.insert(place, cell);
        }
    }

    /// Brings Σ_i w_ij back to `w_norm` for each cell j that learned since the last time.
    ///
    /// Sums run over i ascending in f64. A cell whose weights are all 0 stays so. Done twice, it is the same as done once.
    pub(crate) fn normalize(&mut self, weights: &mut [f32], stride: usize) {
        self.sums.clear();
        self.sums.resize(self.changed.len(), 0.0);
        for row in weights.chunks_exact(stride) {
            for (sum, &cell) in self.sums.iter_mut().zip(&self.changed) {
                *sum += f64::from(row[usize::from(cell)]);
            }
        }
        for sum in &mut self.sums {
            let scale = f64::from(self.w_norm) / sum.max(1e-30);
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
