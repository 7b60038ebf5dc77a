//! Traces: the decaying memory of spikes.
//!
//! A spike *sets* its trace to 1 (published code: the nearest spike counts) or, with
//! [`Config::additive_traces`](crate::Config::additive_traces), *adds* 1 to it (all spikes count). The trace then
//! decays as exp(−t/tau):
//!
//! ```text
//! set:       x(t) = exp(−(t − t_last)/tau)
//! additive:  x(t) = Σ_k exp(−(t − t_k)/tau)
//! ```
//!
//! Both follow from the last spike and the value right after it, so traces are looked up, never stepped. Below
//! [`TRACE_FLOOR`] a trace counts as 0: at the default rates, its effect would be below the rounding of a weight.

/// A trace that has decayed to less than this fraction is 0.
pub const TRACE_FLOOR: f32 = 1e-3;
/// No spike yet in this presentation.
const NEVER: u32 = u32::MAX;

/// One trace for each input or cell.
#[derive(Clone, Debug)]
pub(crate) struct Traces {
    /// exp(−dt · age / tau) down to the floor.
    decay: Vec<f32>,
    /// Step of the last spike.
    last: Vec<u32>,
    /// Value right after the last spike; empty if every spike sets it to 1.
    peak: Vec<f32>,
}

impl Traces {
    /// `count` traces at 0 that decay with `tau` in steps of `dt` \[ms\].
    pub(crate) fn new(count: usize, tau: f32, dt: f32, additive: bool) -> Traces {
        let value = |age: u32| libm::exp(-f64::from(age) * f64::from(dt) / f64::from(tau)) as f32;
        Traces {
            decay: (0..).map(value).take_while(|&x| x >= TRACE_FLOOR).collect(),
            last: vec![NEVER; count],
            peak: if additive { vec![0.0; count] } else { Vec::new() },
        }
    }

    /// The value at `step`, whose spikes may already be included.
    #[inline]
    pub(crate) fn at(&self, step: u32, index: usize) -> f32 {
        let last = self.last[index];
        if last == NEVER {
            return 0.0;
        }
        let decay = self.decay.get((step - last) as usize).copied().unwrap_or(0.0);
        match self.peak.get(index) {
            Some(peak) => peak * decay,
            None => decay,
        }
    }

    /// A spike at `step`.
    #[inline]
    pub(crate) fn spike(&mut self, step: u32, index: usize) {
        if !self.peak.is_empty() {
            self.peak[index] = self.at(step, index) + 1.0;
        }
        self.last[index] = step;
    }

    /// Whether there has been any spike.
    #[inline]
    pub(crate) fn silent(&self, index: usize) -> bool {
        self.last[index] == NEVER
    }

    /// Forgets the spikes of one.
    pub(crate) fn forget(&mut self, index: usize) {
        self.last[index] = NEVER;
    }

    /// Forgets all spikes.
    pub(crate) fn forget_all(&mut self) {
        self.last.fill(NEVER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spikes of 20 ms traces at several distances, coinciding with the reading too.
    #[test]
    fn set_and_additive_traces_are_their_closed_forms() {
        let (tau, dt, spikes) = (20.0f32, 0.5f32, [0u32, 1, 7, 40, 41, 90]);
        for additive in [false, true] {
            let mut traces = Traces::new(2, tau, dt, additive);
            for step in 0..140 {
                if spikes.contains(&step) {
                    traces.spike(step, 1);
                }
                let past = spikes.iter().filter(|&&spike| spike <= step);
                let each = past.map(|&spike| libm::exp(-f64::from(step - spike) * f64::from(dt) / f64::from(tau)));
                let expected = if additive { each.sum() } else { each.fold(0.0, f64::max) };
                let found = f64::from(traces.at(step, 1));
                assert!((found - expected).abs() < 1e-6, "additive {additive}, step {step}: {found}, not {expected}");
                assert_eq!(traces.at(step, 0), 0.0, "one without spikes");
            }
            traces.forget_all();
            assert!(traces.silent(1) && traces.at(140, 1) == 0.0, "additive {additive}: forgotten");
            traces.spike(150, 1);
            assert_eq!(traces.at(150, 1), 1.0, "additive {additive}: nothing is left of what was forgotten");
        }
    }
}
