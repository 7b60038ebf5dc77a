//! One plastic synapse: its traces, its weight, every change and its cause; and the effect of spike pairs.

use serde::Deserialize;

use super::{step_of, steps_of};
use crate::check::in_range;
use crate::config::Config;
use crate::error::{Error, SpikesFault};
use crate::plasticity::{LearningRule, Plasticity};

/// Most pairs of a protocol.
const MOST_REPETITIONS: u32 = 1000;
/// Longest interval between the spikes of a pair \[ms\].
const LONGEST_INTERVAL: f32 = 1000.0;

/// Spikes at both ends of a synapse, in ms and in any order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spikes {
    /// Duration of the experiment \[ms\].
    pub duration: f32,
    /// Its weight at the start.
    pub weight: f32,
    /// Times of the input's spikes \[ms\].
    pub pre: Vec<f32>,
    /// Times of the cell's spikes \[ms\].
    pub post: Vec<f32>,
}

/// Repeated pairs of spikes: the usual protocol for measuring plasticity.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pairing {
    /// Weight before the first pair (default 0.5).
    pub weight: f32,
    /// From the input's spike to the cell's \[ms\] (default 10; if negative, the cell fires first).
    pub interval: f32,
    /// Number of pairs (default 1).
    pub repetitions: u32,
    /// Pairs per second \[Hz\] (default 1). Times fall on whole steps, so high rates are rounded.
    pub hertz: f32,
}

impl Default for Pairing {
    fn default() -> Self {
        Pairing { weight: 0.5, interval: 10.0, repetitions: 1, hertz: 1.0 }
    }
}

/// The variable of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Over {
    /// The interval of the pairs \[ms\]: the window Δw(Δt).
    Interval,
    /// The initial weight: how the rule depends on it.
    Weight,
    /// Pairs per second \[Hz\]: shows how a triplet rule differs from a pair rule.
    Hertz,
}

/// Which spike changed a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The input's.
    Pre,
    /// The cell's.
    Post,
}

/// A spike to which the rule responded, whether or not the weight changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Its time, in steps.
    pub step: u32,
    /// Which spike.
    pub cause: Cause,
    /// The weight before and after.
    pub weight: [f32; 2],
    /// The traces as read by the rule, in the order of [`LearningRule::traces`].
    pub traces: [f32; 3],
}

/// Everything that happened to a synapse.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Its traces after each step, each as long as `weight`, in the order of [`LearningRule::traces`].
    pub traces: Vec<Vec<f32>>,
    /// Its weight after each step.
    pub weight: Vec<f32>,
    /// The effects of its spikes, in time order; in a step with both, the input's first, as in a network.
    pub changes: Vec<Change>,
}

/// A synapse with the rule of a configuration: only `rule`, `dt`, `w_max` and `additive_traces` matter.
#[derive(Clone, Debug)]
pub struct Synapse {
    config: Config,
    plasticity: Plasticity,
    weight: f32,
}

impl Synapse {
    /// # Errors
    /// Whatever [`Config::validate`] refuses.
    pub fn new(config: &Config) -> Result<Synapse, Error> {
        config.validate()?;
        let config = Config { neurons: 1, ..config.clone() };
        Ok(Synapse { plasticity: Plasticity::new(&config, 1), weight: 0.0, config })
    }

    /// The rule that it follows.
    pub fn rule(&self) -> &LearningRule {
        &self.config.rule
    }

    /// What the given spikes do to it.
    ///
    /// Rates are those of the rule; the weight is not normalised, because that needs the cell's other 783 synapses.
    ///
    /// # Errors
    /// [`Error::Config`] for an invalid duration or weight, [`Error::Spikes`] for a spike outside the experiment and
    /// for two spikes of the same side in one step.
    pub fn history(&mut self, spikes: &Spikes) -> Result<History, Error> {
        let steps = steps_of(spikes.duration, &self.config)?;
        let pre = self.steps_of("an input", &spikes.pre, steps)?;
        let post = self.steps_of("a cell's", &spikes.post, steps)?;
        self.start(spikes.weight)?;
        let names = self.rule().traces().len();
        let mut history = History { traces: vec![Vec::new(); names], weight: Vec::new(), changes: Vec::new() };
        for step in 0..steps {
            if pre.binary_search(&step).is_ok() {
                history.changes.push(self.spike(step, Cause::Pre));
            }
            if post.binary_search(&step).is_ok() {
                history.changes.push(self.spike(step, Cause::Post));
            }
            let now = self.plasticity.traces(step, 0, 0);
            history.traces.iter_mut().zip(now).for_each(|(trace, x)| trace.push(x));
            history.weight.push(self.weight);
        }
        Ok(history)
    }

    /// The weight change caused by all pairs of a protocol together.
    ///
    /// # Errors
    /// [`Error::Config`] for an invalid weight, an interval beyond ±1000 ms, no pairs, more than 1000 or more than fit
    /// into 2³² steps, and pairs more often than one per step or less often than one per 100 s.
    pub fn pairing(&mut self, pairing: &Pairing) -> Result<f32, Error> {
        let &Pairing { weight, interval, repetitions, hertz } = pairing;
        let dt = self.config.dt;
        in_range("interval", interval, -LONGEST_INTERVAL, LONGEST_INTERVAL, " ms")?;
        in_range("repetitions", repetitions as f32, 1.0, MOST_REPETITIONS as f32, "")?;
        in_range("hertz", hertz, 0.01, 1000.0 / dt, " Hz (one pair in a step)")?;
        self.start(weight)?;
        let interval = libm::roundf(interval / dt) as i32;
        let period = libm::round(1000.0 / (f64::from(hertz) * f64::from(dt))) as u32;
        let last = u64::from(repetitions) * u64::from(period) + u64::from(interval.unsigned_abs());
        if last > u64::from(u32::MAX) {
            let expected =
                format!("at most {} at {hertz} Hz and dt {dt} ms", (u32::MAX - interval.unsigned_abs()) / period);
            return Err(Error::Config { name: "repetitions".into(), found: repetitions.to_string(), expected });
        }
        let first = |end: i32| end.max(0) as u32;
        let mut spikes: Vec<(u32, Cause)> = (0..repetitions)
            .flat_map(|k| [(k * period + first(-interval), Cause::Pre), (k * period + first(interval), Cause::Post)])
            .collect();
        // The sort is stable, and an input's spike precedes the cell's.
        spikes.sort_by_key(|&(step, cause)| (step, cause == Cause::Post));
        for (step, cause) in spikes {
            self.spike(step, cause);
        }
        Ok(self.weight - weight)
    }

    /// [`Synapse::pairing`] for each of `values`, substituted for that part of the protocol.
    ///
    /// # Errors
    /// As for [`Synapse::pairing`].
    pub fn curve(&mut self, pairing: &Pairing, over: Over, values: &[f32]) -> Result<Vec<f32>, Error> {
        let at = |value| match over {
            Over::Interval => Pairing { interval: value, ..*pairing },
            Over::Weight => Pairing { weight: value, ..*pairing },
            Over::Hertz => Pairing { hertz: value, ..*pairing },
        };
        values.iter().map(|&value| self.pairing(&at(value))).collect()
    }

    fn start(&mut self, weight: f32) -> Result<(), Error> {
        in_range("weight", weight, 0.0, 100.0, "")?;
        self.plasticity.rest();
        self.weight = weight;
        Ok(())
    }

    /// Ascending steps of the spikes of one side.
    fn steps_of(&self, whose: &str, times: &[f32], steps: u32) -> Result<Vec<u32>, Error> {
        let step = |&time: &f32| step_of(whose, time, self.config.dt, steps);
        let mut found = times.iter().map(step).collect::<Result<Vec<u32>, Error>>()?;
        found.sort_unstable();
        if let Some(&[step, _]) = found.windows(2).find(|pair| pair[0] == pair[1]) {
            let time = step as f32 * self.config.dt;
            return Err(Error::Spikes(
                SpikesFault::Twice,
                format!("found {whose} spike twice at {time} ms, expected once at most"),
            ));
        }
        Ok(found)
    }

    /// Passes a spike to the rule, as a network does.
    fn spike(&mut self, step: u32, cause: Cause) -> Change {
        let (before, traces) = (self.weight, self.plasticity.traces(step, 0, 0));
        let weights = std::slice::from_mut(&mut self.weight);
        match cause {
            Cause::Pre => self.plasticity.on_pre(weights, 1, step, &[0]),
            Cause::Post => self.plasticity.on_post(weights, 1, step, 0),
        }
        Change { step, cause, weight: [before, self.weight], traces }
    }
}
