//! One synapse, one cell: a network's rule and membrane with hand-made spikes.
//!
//! A laboratory for learning what one of them does before 400 do it at once. It has no formulas of its own: [`Synapse`]
//! passes spikes to the same rule and traces as a [`Network`](crate::Network) of the same [`Config`], and [`Cell`]
//! steps the same membrane, threshold and refractory time, in the same order, to the same bits. One thing is added for
//! contrast: the textbooks' [current synapse](Kind::Current).
//!
//! ```
//! use stdp_digits::lab::{Over, Pairing, Synapse};
//! use stdp_digits::plasticity::LearningRule;
//! use stdp_digits::Config;
//!
//! let config = Config { rule: LearningRule::pair(), ..Config::default() };
//! let mut synapse = Synapse::new(&config)?;
//! // Δw if the cell spikes 10 ms before and 10 ms after its input: two points of the rule's window.
//! let window = synapse.curve(&Pairing::default(), Over::Interval, &[-10.0, 10.0])?;
//! assert!(window[0] < 0.0 && window[1] > 0.0);
//! # Ok::<(), stdp_digits::Error>(())
//! ```
//!
//! Times are in ms, rounded to the nearest step: step k is at k · dt.

mod membrane;
mod synapse;

pub use membrane::{Cell, Input, Kind, Poisson, Recording};
pub use synapse::{Cause, Change, History, Over, Pairing, Spikes, Synapse};

use crate::check::{in_range, steps};
use crate::config::Config;
use crate::error::{Error, SpikesFault};

/// Longest experiment \[ms\].
const LONGEST: f32 = 5000.0;

/// Steps of an experiment of `duration` ms, at least one.
fn steps_of(duration: f32, config: &Config) -> Result<u32, Error> {
    in_range("duration", duration, config.dt, LONGEST, " ms")?;
    Ok(steps(duration, config.dt).max(1))
}

/// The step of a spike at `time` ms in an experiment of `steps` steps.
fn step_of(whose: &str, time: f32, dt: f32, steps: u32) -> Result<u32, Error> {
    let step = libm::roundf(time / dt);
    if step >= 0.0 && step < steps as f32 {
        return Ok(step as u32);
    }
    let end = steps as f32 * dt;
    Err(Error::Spikes(
        SpikesFault::Time,
        format!("found {whose} spike at {time} ms, expected times from 0 to before {end} ms"),
    ))
}
