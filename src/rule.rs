//! The learning rules, each with its equation, constants, units and source.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::check::in_range;
use crate::error::Error;

/// A learning rule with its constants. The set is closed: a rule is chosen by name, stored in models and matched once
/// per event.
///
/// In all of them, `x_pre_i` is the trace of input i and `x_post_j` that of cell j (see
/// [`Config::additive_traces`](crate::Config::additive_traces)). At an input spike, a rule reads the cell's trace
/// before this step's cell spikes; at a cell's spike, it reads the input's trace after this step's input spikes; the
/// cell's own spike raises its own trace last. Weights end in [0, `w_max`]. Rates `nu` are per event; traces and
/// weights have no unit.
///
/// The paper prints no constants for its rules and its code contains only the triplet rule, so the constants of the
/// others were found by a search on held-out training images (`docs/notebook.md`).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
        /// Time constant of `x_post2` \[ms\] (80; code 40), long enough for a cell's spikes in one look to interact.
        tau_x_post2: f32,
    },
    /// Power-law weight dependence, the paper's main rule (sect. 2.3, first equation):
    ///
    /// ```text
    /// spike of cell j:   w_ij ← w_ij + nu_post · (x_pre_i − x_tar) · (w_max − w_ij)^mu        for every input i
    /// ```
    ///
    /// Inputs that were silent before the spike lose, those that were active win. A weight at `w_max` stays there (mu >
    /// 0).
    PowerLaw {
        /// Rate (0.02 at the start of a run; paper: not printed).
        nu_post: f32,
        /// Time constant of `x_pre` \[ms\] (20, code).
        tau_x_pre: f32,
        /// Trace above which an input wins (0.1; the code's unused `STDP_offset` 0.4).
        x_tar: f32,
        /// Exponent of the weight's room to grow (0.2; the code's unused `exp_ee_post` 0.2).
        mu: f32,
    },
    /// Exponential weight dependence (paper sect. 2.3, after Querlioz et al. 2013):
    ///
    /// ```text
    /// spike of cell j:   w_ij ← w_ij + nu_post · [x_pre_i · e^(−beta·w_ij) − x_tar · e^(−beta·(w_max − w_ij))]
    /// ```
    ///
    /// for every input i: small weights grow fastest, large ones shrink fastest.
    Exponential {
        /// Rate (0.02 at the start of a run; paper: not printed).
        nu_post: f32,
        /// Time constant of `x_pre` \[ms\] (20, code).
        tau_x_pre: f32,
        /// Weight of depression relative to potentiation (0.2; paper: not printed).
        x_tar: f32,
        /// Strength of the weight dependence (0.5; paper: not printed).
        beta: f32,
    },
    /// Pre-and-post, the paper's two-trace rule (sect. 2.3): the power law plus depression at input spikes.
    ///
    /// ```text
    /// input spike of i:  w_ij ← w_ij − nu_pre · x_post_j · w_ij^mu
    /// spike of cell j:   w_ij ← w_ij + nu_post · (x_pre_i − x_tar) · (w_max − w_ij)^mu        for every input i
    /// ```
    PrePost {
        /// Rate at input spikes (1e-4, that of the code's triplet rule; paper: not printed).
        nu_pre: f32,
        /// Rate at spikes of cells (0.02 at the start of a run; paper: not printed).
        nu_post: f32,
        /// Time constant of `x_pre` \[ms\] (20, code).
        tau_x_pre: f32,
        /// Time constant of `x_post` \[ms\] (20, code).
        tau_x_post: f32,
        /// Trace above which an input wins (0.1; the code's unused `STDP_offset` 0.4).
        x_tar: f32,
        /// Exponent of both weight dependences (0.2; the code's unused `exp_ee_pre` and `exp_ee_post` 0.2).
        mu: f32,
    },
    /// Simple pair STDP (Song, Miller & Abbott 2000), as in Brian 2's example `synapses.STDP`:
    ///
    /// ```text
    /// input spike of i:  w_ij ← max(0, w_ij − nu_pre · x_post_j)
    /// spike of cell j:   w_ij ← min(w_max, w_ij + nu_post · x_pre_i)
    /// ```
    ///
    /// The example has additive traces ([`Config::additive_traces`](crate::Config::additive_traces)) and `nu_pre` =
    /// 1.05 · `nu_post`, which suits Poisson inputs without a picture: here, depression at every input spike near a
    /// cell's own would remove more than the few spikes of a look add.
    Pair {
        /// Rate of depression (1e-4; example: 1.05 · `nu_post`).
        nu_pre: f32,
        /// Rate of potentiation (0.04 at the start of a run; example: 0.01 of its largest weight).
        nu_post: f32,
        /// Time constant of `x_pre` \[ms\] (20, example).
        tau_x_pre: f32,
        /// Time constant of `x_post` \[ms\] (20, example).
        tau_x_post: f32,
    },
}

impl Default for LearningRule {
    fn default() -> Self {
        LearningRule::triplet()
    }
}

/// From its `kind` and the constants that differ from the kind's defaults. Written by hand, because serde's derived
/// code for five kinds is a tenth of the WebAssembly module.
impl<'de> Deserialize<'de> for LearningRule {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<LearningRule, D::Error> {
        let mut entries = Map::deserialize(from)?;
        let kind = entries.remove("kind");
        let kind = kind.as_ref().and_then(Value::as_str).unwrap_or_default();
        let mut rule = LearningRule::of_kind(kind).ok_or_else(|| {
            D::Error::custom(format!("rule '{kind}', expected one of {}", LearningRule::KINDS.join(", ")))
        })?;
        for (name, value) in &entries {
            let constant = rule.constants().into_iter().find(|(known, _)| known == name);
            let (_, constant) = constant.ok_or_else(|| D::Error::custom(format!("rule '{kind}' has no '{name}'")))?;
            let number = value.as_f64().ok_or_else(|| D::Error::custom(format!("rule.{name} is not a number")))?;
            *constant = number as f32;
        }
        Ok(rule)
    }
}

impl LearningRule {
    /// The names of the rules, as `kind` in a configuration.
    pub const KINDS: [&str; 5] = ["triplet", "power_law", "exponential", "pre_post", "pair"];

    /// The rule of that name with its default constants; `None` for an unknown name.
    pub fn of_kind(kind: &str) -> Option<LearningRule> {
        match kind {
            "triplet" => Some(LearningRule::triplet()),
            "power_law" => Some(LearningRule::power_law()),
            "exponential" => Some(LearningRule::exponential()),
            "pre_post" => Some(LearningRule::pre_post()),
            "pair" => Some(LearningRule::pair()),
            _ => None,
        }
    }

    /// Names of the traces that it reads: x_pre, then the cell's.
    pub fn traces(&self) -> &'static [&'static str] {
        match self {
            LearningRule::Triplet { .. } => &["x_pre", "x_post1", "x_post2"],
            LearningRule::PowerLaw { .. } | LearningRule::Exponential { .. } => &["x_pre"],
            LearningRule::PrePost { .. } | LearningRule::Pair { .. } => &["x_pre", "x_post"],
        }
    }

    /// [`LearningRule::Triplet`] with its defaults.
    pub fn triplet() -> LearningRule {
        LearningRule::Triplet { nu_pre: 1e-4, nu_post: 0.06, tau_x_pre: 20.0, tau_x_post1: 20.0, tau_x_post2: 80.0 }
    }

    /// [`LearningRule::Triplet`] with the best rate for this number of cells, see
    /// [`Config::best`](crate::Config::best).
    pub fn triplet_for(neurons: u32) -> LearningRule {
        let scale = libm::sqrt(f64::from(neurons) / 400.0).clamp(1.0, 2.0);
        let nu_post = (0.06 * scale) as f32;
        LearningRule::Triplet { nu_pre: 1e-4, nu_post, tau_x_pre: 20.0, tau_x_post1: 20.0, tau_x_post2: 80.0 }
    }

    /// [`LearningRule::PowerLaw`] with its defaults.
    pub fn power_law() -> LearningRule {
        LearningRule::PowerLaw { nu_post: 0.02, tau_x_pre: 20.0, x_tar: 0.1, mu: 0.2 }
    }

    /// [`LearningRule::Exponential`] with its defaults.
    pub fn exponential() -> LearningRule {
        LearningRule::Exponential { nu_post: 0.02, tau_x_pre: 20.0, x_tar: 0.2, beta: 0.5 }
    }

    /// [`LearningRule::PrePost`] with its defaults.
    pub fn pre_post() -> LearningRule {
        LearningRule::PrePost { nu_pre: 1e-4, nu_post: 0.02, tau_x_pre: 20.0, tau_x_post: 20.0, x_tar: 0.1, mu: 0.2 }
    }

    /// [`LearningRule::Pair`] with its defaults.
    pub fn pair() -> LearningRule {
        LearningRule::Pair { nu_pre: 1e-4, nu_post: 0.04, tau_x_pre: 20.0, tau_x_post: 20.0 }
    }

    /// Its name, as `kind` in a configuration.
    pub fn kind(&self) -> &'static str {
        match self {
            LearningRule::Triplet { .. } => "triplet",
            LearningRule::PowerLaw { .. } => "power_law",
            LearningRule::Exponential { .. } => "exponential",
            LearningRule::PrePost { .. } => "pre_post",
            LearningRule::Pair { .. } => "pair",
        }
    }

    fn constants(&mut self) -> Vec<(&'static str, &mut f32)> {
        macro_rules! named {
            ($($name:ident),*) => { vec![$((stringify!($name), $name)),*] };
        }
        match self {
            LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 } => {
                named![nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2]
            }
            LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar, mu } => named![nu_post, tau_x_pre, x_tar, mu],
            LearningRule::Exponential { nu_post, tau_x_pre, x_tar, beta } => named![nu_post, tau_x_pre, x_tar, beta],
            LearningRule::PrePost { nu_pre, nu_post, tau_x_pre, tau_x_post, x_tar, mu } => {
                named![nu_pre, nu_post, tau_x_pre, tau_x_post, x_tar, mu]
            }
            LearningRule::Pair { nu_pre, nu_post, tau_x_pre, tau_x_post } => {
                named![nu_pre, nu_post, tau_x_pre, tau_x_post]
            }
        }
    }

    /// (nu_pre, nu_post); nu_pre is 0 for a rule that does nothing at input spikes.
    pub(crate) fn rates(&self) -> (f32, f32) {
        match *self {
            LearningRule::Triplet { nu_pre, nu_post, .. }
            | LearningRule::PrePost { nu_pre, nu_post, .. }
            | LearningRule::Pair { nu_pre, nu_post, .. } => (nu_pre, nu_post),
            LearningRule::PowerLaw { nu_post, .. } | LearningRule::Exponential { nu_post, .. } => (0.0, nu_post),
        }
    }

    /// Time constants of x_pre, the cell's fast trace and its slow one \[ms\]; unused ones equal the others.
    pub(crate) fn taus(&self) -> [f32; 3] {
        match *self {
            LearningRule::Triplet { tau_x_pre, tau_x_post1, tau_x_post2, .. } => [tau_x_pre, tau_x_post1, tau_x_post2],
            LearningRule::PowerLaw { tau_x_pre, .. } | LearningRule::Exponential { tau_x_pre, .. } => [tau_x_pre; 3],
            LearningRule::PrePost { tau_x_pre, tau_x_post, .. } | LearningRule::Pair { tau_x_pre, tau_x_post, .. } => {
                [tau_x_pre, tau_x_post, tau_x_post]
            }
        }
    }

    pub(crate) fn validate(&self) -> Result<(), Error> {
        let (nu_pre, nu_post) = self.rates();
        in_range("rule.nu_pre", nu_pre, 0.0, 1.0, "")?;
        in_range("rule.nu_post", nu_post, 0.0, 1.0, "")?;
        let ms = |name: &str, tau| in_range(name, tau, 0.1, 1e4, " ms");
        let target = |x_tar| in_range("rule.x_tar", x_tar, 0.0, 100.0, "");
        match *self {
            LearningRule::Triplet { tau_x_pre, tau_x_post1, tau_x_post2, .. } => {
                ms("rule.tau_x_pre", tau_x_pre)?;
                ms("rule.tau_x_post1", tau_x_post1)?;
                ms("rule.tau_x_post2", tau_x_post2)
            }
            LearningRule::PowerLaw { tau_x_pre, x_tar, mu, .. } => {
                ms("rule.tau_x_pre", tau_x_pre)?;
                target(x_tar)?;
                in_range("rule.mu", mu, 0.0, 4.0, "")
            }
            LearningRule::Exponential { tau_x_pre, x_tar, beta, .. } => {
                ms("rule.tau_x_pre", tau_x_pre)?;
                target(x_tar)?;
                in_range("rule.beta", beta, 0.0, 40.0, "")
            }
            LearningRule::PrePost { tau_x_pre, tau_x_post, x_tar, mu, .. } => {
                ms("rule.tau_x_pre", tau_x_pre)?;
                ms("rule.tau_x_post", tau_x_post)?;
                target(x_tar)?;
                in_range("rule.mu", mu, 0.0, 4.0, "")
            }
            LearningRule::Pair { tau_x_pre, tau_x_post, .. } => {
                ms("rule.tau_x_pre", tau_x_pre)?;
                ms("rule.tau_x_post", tau_x_post)
            }
        }
    }
}
