//! Every constant of the model in one place, with its default, unit and source.
//!
//! Units throughout the crate: ms, mV, Hz; conductances are multiples of the leak conductance (the published code
//! writes `I = g·nS·(E − v)` and divides by nS again, so "10.4" and "17.0" are in units of the leak).
//!
//! Defaults are the values that read the most of the last 10,000 training images after learning from the first 50,000,
//! among some fifty settings tried. Where the paper or the code differs, its value is given too. Test images had no
//! part.
//!
//! Sources: *paper* is Diehl & Cook 2015 (doi:10.3389/fncom.2015.00099); *code* is
//! peter-u-diehl/stdp-mnist `Diehl&Cook_spiking_MNIST.py` at d527ca3.

mod json;

use serde::{Deserialize, Serialize};

use crate::check::{in_range, steps};
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::rule::LearningRule;
pub use crate::shape::INPUTS;

/// Largest number of excitatory cells.
pub const MAX_NEURONS: u32 = 10_000;

/// Everything that determines a run besides the seed and the images.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Excitatory cells, and as many inhibitory ones (default 400; 1…10,000).
    pub neurons: u32,
    /// Time step \[ms\] (default 0.5, as in the code).
    pub dt: f32,
    /// How long an image is shown \[ms\] (default 350, paper sect. 2.5).
    pub t_present: f32,
    /// Pause without input after each look \[ms\] (default 150, paper sect. 2.5). At its end every cell is at rest.
    pub t_rest: f32,
    /// What the inputs see (default `edges`; paper and code `pixels`). Models older than this option see pixels.
    #[serde(default)]
    pub front_end: FrontEnd,
    /// Whether a picture's slant is removed before it is shown (default true; paper and code: no), see
    /// [`mod@crate::upright`]. Models older than this option learned with the slant.
    #[serde(default)]
    pub upright: bool,
    /// Brightness of the first look: rate = pixel / 8 · intensity \[Hz\] (default 2, which is 63.75 Hz for white).
    pub intensity: f32,
    /// Added to the intensity for each further look (default 1, which is +31.875 Hz; the paper says 32).
    pub intensity_step: f32,
    /// A look with fewer output spikes than this is repeated, brighter (default 5, paper sect. 2.5; 8 for 1,600 cells,
    /// 13 for 6,400, see [`Config::best`]).
    pub min_spikes: u32,
    /// While the network learns, a look ends with the step that brings its output spikes to this number (default 20, 24
    /// for 1,600 cells, 39 for 6,400; 0 is never, as in paper and code). Digits with much ink, or with ink in the same
    /// places, cause two or three times the spikes of others; without a limit they also win that many more cells. The
    /// rest follows immediately; theta decays as if the look had lasted its full time. A look without learning always
    /// lasts its full time.
    #[serde(default)]
    pub max_spikes: u32,
    /// Most looks at one image (default 8). The paper has no limit, so a silent network would look for ever.
    pub max_looks: u32,
    /// Excitatory cells.
    pub exc: LifParams,
    /// Inhibitory cells.
    pub inh: LifParams,
    /// Threshold adaptation of the excitatory cells.
    pub theta: ThetaParams,
    /// Conductance an excitatory spike adds to its inhibitory partner (default 10.4, code).
    pub w_exc_inh: f32,
    /// Conductance an inhibitory spike adds to every excitatory cell but its partner (default 20; paper 10, code 17).
    /// Without the code's random input delays, cells fire together more often: below 17, the losers of one round are
    /// ahead of the winner in the next, no cell fires twice in a look, and the triplet rule learns little. 0 is no
    /// inhibition.
    pub w_inh_exc: f32,
    /// Delay of each input synapse \[ms\]: uniform in [0, this), in whole steps, drawn once from the seed (default 0,
    /// none; code 10). A spike carries the weight at its departure, and learning uses the time of departure too. Spikes
    /// that have not arrived by the end of the rest are lost.
    pub delay_max: f32,
    /// What an excitatory cell does during its refractory time (default `lockout`).
    pub refractory: Refractory,
    /// Largest weight that learning can reach (default 1, code). Normalisation may raise a weight above it.
    pub w_max: f32,
    /// Sum of the input weights of each excitatory cell, restored before each look while learning (default 35; code
    /// 78). Smaller sums make thinner receptive fields, which distinguish digits better.
    pub w_norm: f32,
    /// Whether the sum of a cell's input weights is restored at all (default true, code). Without it, only the rule
    /// bounds the weights.
    pub normalize: bool,
    /// Initial weights are uniform in \[0.01, 1.01) times this, then normalised (default 0.3, code).
    pub w_init: f32,
    /// How weights learn.
    pub rule: LearningRule,
    /// Whether a spike adds 1 to its traces (paper) instead of setting them to 1 (default false, code).
    pub additive_traces: bool,
    /// Learning rates fall exponentially to this fraction of their initial values over the run (default 0.05; 1 =
    /// constant, as in paper and code).
    pub nu_final: f32,
}

/// What an excitatory cell does for `exc.t_ref` after a spike.
///
/// The Brian 2 port (zxzhijia/Brian2STDPMNIST) means the code's 5 ms but, through a unit error, locks out for 50 ms:
/// [`Refractory::Lockout`] with `exc.t_ref` 50.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Refractory {
    /// It integrates but does not fire, as in the code (Brian 1 does not hold a cell whose reset has several
    /// statements).
    #[default]
    Lockout,
    /// Its potential is held at `exc.v_reset`; its conductances keep decaying.
    Clamped,
}

/// Constants of one population of leaky integrate-and-fire cells, see [`crate::neuron`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifParams {
    /// Membrane time constant \[ms\] (100 exc, 10 inh; paper sect. 2.1).
    pub tau_m: f32,
    /// Resting potential \[mV\] (−65 exc, −60 inh; code).
    pub v_rest: f32,
    /// Potential after a spike \[mV\] (−65 exc, −45 inh; code).
    pub v_reset: f32,
    /// Threshold \[mV\] (−52 exc, −40 inh; code).
    pub v_thresh: f32,
    /// No further spike for this long \[ms\] (5 exc, 2 inh; code).
    pub t_ref: f32,
    /// Reversal potential of excitation \[mV\] (0; code).
    pub e_exc: f32,
    /// Reversal potential of inhibition \[mV\] (−100 exc, −85 inh; code).
    pub e_inh: f32,
    /// Time constant of the excitatory conductance \[ms\] (1; code).
    pub tau_g_e: f32,
    /// Time constant of the inhibitory conductance \[ms\] (2; code).
    pub tau_g_i: f32,
}

/// The adaptive threshold: a cell fires at v > v_thresh + theta − offset; each of its spikes adds `plus` to theta,
/// which decays towards 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ThetaParams {
    /// theta at the start \[mV\] (20, code).
    pub init: f32,
    /// Added by each of the cell's spikes \[mV\] (0.07; code 0.05).
    pub plus: f32,
    /// Subtracted from the threshold \[mV\] (20, code): theta starts there, so the first threshold is v_thresh.
    pub offset: f32,
    /// Time constant of the decay \[ms\] (1e7, code). In equilibrium a cell spikes theta / (plus · tau) times per ms,
    /// so halving it doubles the spikes for learning and reading.
    pub tau: f32,
    /// Whether theta changes at all (default true). Otherwise it stays at `init` for every cell.
    pub adaptive: bool,
    /// Whether `plus` and `tau` are multiplied by √(neurons / 400) (default true; paper and code: no). The more cells,
    /// the fewer looks each of them may answer, so with fixed constants theta settles at `plus · spikes per look / N ·
    /// tau / 500 ms`: with 1,600 cells or more, thresholds sink below the resting potential. Scaled, they settle where
    /// those of 400 cells do.
    pub scale_with_n: bool,
}

impl Default for Config {
    /// 400 cells that see edges: [`Config::best`].
    fn default() -> Self {
        Config::best(FrontEnd::Edges, 400)
    }
}

impl Config {
    /// The best known constants for this number of cells, seeing pixels or edges.
    ///
    /// Some of them depend on the number of cells N. `theta.plus` and `theta.tau` are multiplied by √(N / 400), see
    /// [`ThetaParams::scale_with_n`]. `rule.nu_post` is 0.06·√(N / 400), but at least 0.06 and at most 0.12, because
    /// one of many cells learns from few images. Above 400 cells, a look needs 5·∛(N / 400) spikes (`min_spikes`) and
    /// learns from at most three times as many (`max_spikes`): when many cells stand for one shape, a few spikes are
    /// noisy. One constant depends on what the inputs see: edges drive three times as many inputs as pixels, so the sum
    /// of weights `w_norm` is 25 for edges and 35 for pixels.
    pub fn best(front_end: FrontEnd, neurons: u32) -> Config {
        let min_spikes = libm::round(5.0 * libm::cbrt(f64::from(neurons.max(400)) / 400.0)) as u32;
        let w_norm = match front_end {
            FrontEnd::Pixels => 35.0,
            FrontEnd::Edges => 25.0,
        };
        Config {
            neurons,
            dt: 0.5,
            t_present: 350.0,
            t_rest: 150.0,
            front_end,
            upright: true,
            intensity: 2.0,
            intensity_step: 1.0,
            min_spikes,
            max_spikes: (3 * min_spikes).max(20),
            max_looks: 8,
            exc: LifParams {
                tau_m: 100.0,
                v_rest: -65.0,
                v_reset: -65.0,
                v_thresh: -52.0,
                t_ref: 5.0,
                e_exc: 0.0,
                e_inh: -100.0,
                tau_g_e: 1.0,
                tau_g_i: 2.0,
            },
            inh: LifParams {
                tau_m: 10.0,
                v_rest: -60.0,
                v_reset: -45.0,
                v_thresh: -40.0,
                t_ref: 2.0,
                e_exc: 0.0,
                e_inh: -85.0,
                tau_g_e: 1.0,
                tau_g_i: 2.0,
            },
            theta: ThetaParams { init: 20.0, plus: 0.07, offset: 20.0, tau: 1e7, adaptive: true, scale_with_n: true },
            w_exc_inh: 10.4,
            w_inh_exc: 20.0,
            delay_max: 0.0,
            refractory: Refractory::Lockout,
            w_max: 1.0,
            w_norm,
            normalize: true,
            w_init: 0.3,
            rule: LearningRule::triplet_for(neurons),
            additive_traces: false,
            nu_final: 0.05,
        }
    }

    /// The increment of theta per spike \[mV\] and the time constant of its decay \[ms\] in a network of this size.
    pub(crate) fn theta_constants(&self) -> (f32, f32) {
        let ThetaParams { plus, tau, adaptive, scale_with_n, .. } = self.theta;
        let scale = if scale_with_n { libm::sqrtf(self.neurons as f32 / 400.0) } else { 1.0 };
        if adaptive { (plus * scale, tau * scale) } else { (0.0, f32::INFINITY) }
    }

    /// Checks that the model can run with every value.
    ///
    /// # Errors
    /// [`Error::Config`] with the first invalid field, its value and its valid range.
    pub fn validate(&self) -> Result<(), Error> {
        in_range("neurons", self.neurons as f32, 1.0, MAX_NEURONS as f32, "")?;
        in_range("dt", self.dt, 0.01, 1.0, " ms")?;
        if self.front_end == FrontEnd::Edges && !self.upright {
            return Err(Error::Config {
                name: "upright".into(),
                found: "false".into(),
                expected: "true: edges need upright pictures; to keep the slant, set \"front_end\": \"pixels\"".into(),
            });
        }
        in_range("t_present", self.t_present, self.dt, 10_000.0, " ms")?;
        in_range("t_rest", self.t_rest, 0.0, 10_000.0, " ms")?;
        in_range("intensity", self.intensity, 0.0, 1000.0, "")?;
        in_range("intensity_step", self.intensity_step, 0.0, 1000.0, "")?;
        if (1..self.min_spikes).contains(&self.max_spikes) {
            return Err(Error::Config {
                name: "max_spikes".into(),
                found: self.max_spikes.to_string(),
                expected: format!("0 (no limit) or at least min_spikes, {}", self.min_spikes),
            });
        }
        in_range("max_looks", self.max_looks as f32, 1.0, 100.0, "")?;
        self.exc.validate("exc")?;
        self.inh.validate("inh")?;
        // An inhibitory cell without input is not stepped, so it must not fire on its own.
        in_range("inh.v_rest", self.inh.v_rest, -1000.0, self.inh.v_thresh, " mV (inh.v_thresh)")?;
        in_range("inh.v_reset", self.inh.v_reset, -1000.0, self.inh.v_thresh, " mV (inh.v_thresh)")?;
        in_range("theta.init", self.theta.init, -1000.0, 1000.0, " mV")?;
        in_range("theta.plus", self.theta.plus, 0.0, 1000.0, " mV")?;
        in_range("theta.offset", self.theta.offset, -1000.0, 1000.0, " mV")?;
        in_range("theta.tau", self.theta.tau, 1.0, 1e12, " ms")?;
        in_range("w_exc_inh", self.w_exc_inh, 0.0, 10_000.0, "")?;
        in_range("w_inh_exc", self.w_inh_exc, 0.0, 10_000.0, "")?;
        in_range("delay_max", self.delay_max, 0.0, 100.0, " ms")?;
        in_range("w_max", self.w_max, 0.001, 100.0, "")?;
        in_range("w_norm", self.w_norm, 0.001, 10_000.0, "")?;
        in_range("w_init", self.w_init, 0.001, 100.0, "")?;
        in_range("nu_final", self.nu_final, 0.000_001, 1.0, "")?;
        self.rule.validate()
    }

    /// Time steps of one look.
    pub fn steps_look(&self) -> u32 {
        steps(self.t_present, self.dt)
    }

    /// Time steps of one pause.
    pub fn steps_rest(&self) -> u32 {
        steps(self.t_rest, self.dt)
    }
}

impl LifParams {
    fn validate(&self, population: &str) -> Result<(), Error> {
        let check =
            |name: &str, value, low, high, unit| in_range(&format!("{population}.{name}"), value, low, high, unit);
        check("tau_m", self.tau_m, 0.1, 1e6, " ms")?;
        check("v_rest", self.v_rest, -1000.0, 1000.0, " mV")?;
        check("v_reset", self.v_reset, -1000.0, 1000.0, " mV")?;
        check("v_thresh", self.v_thresh, -1000.0, 1000.0, " mV")?;
        check("t_ref", self.t_ref, 0.0, 1000.0, " ms")?;
        check("e_exc", self.e_exc, -1000.0, 1000.0, " mV")?;
        check("e_inh", self.e_inh, -1000.0, 1000.0, " mV")?;
        check("tau_g_e", self.tau_g_e, 0.1, 1000.0, " ms")?;
        check("tau_g_i", self.tau_g_i, 0.1, 1000.0, " ms")
    }
}
