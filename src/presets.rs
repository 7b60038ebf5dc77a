//! Named configurations; a configuration file lists only the differences from one.

use serde_json::Value;

use crate::config::Config;
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::plasticity::LearningRule;

/// A named configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Preset {
    /// The paper's text: power-law rule with additive traces, inhibition 10, constant rates. Values that it does not
    /// print are from the published code, whether used there (delays, theta, neurons, sum of weights) or not (the
    /// rule's constants).
    Paper,
    /// The published code at d527ca3: triplet rule with traces that are set, inhibition 17, input delays of 0–10 ms,
    /// Σw = 78, constant rates. Remaining differences are listed in the [crate's documentation](crate).
    PublishedCode,
    /// The values that read the most held-out training images: [`Config::default`].
    #[default]
    Best,
}

impl Preset {
    /// All of them.
    pub const ALL: [Preset; 3] = [Preset::Paper, Preset::PublishedCode, Preset::Best];

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Preset::Paper => "paper",
            Preset::PublishedCode => "published-code",
            Preset::Best => "best",
        }
    }

    /// The preset of that name.
    ///
    /// # Errors
    /// An unknown name.
    pub fn of_name(name: &str) -> Result<Preset, Error> {
        Preset::from_value(&Value::from(name))
    }

    /// The preset named by a configuration file's key `preset`.
    pub(crate) fn from_value(name: &Value) -> Result<Preset, Error> {
        let known = Preset::ALL.into_iter().find(|preset| *name == preset.name());
        known.ok_or_else(|| Error::Config {
            name: "preset".into(),
            found: name.to_string(),
            expected: format!("one of {}", Preset::ALL.map(Preset::name).join(", ")),
        })
    }

    /// Its constants for 400 cells and its own front end: edges for [`Preset::Best`], pixels for the others.
    pub fn config(self) -> Config {
        match self {
            Preset::Best => Config::default(),
            Preset::Paper | Preset::PublishedCode => self.config_for(FrontEnd::Pixels, 400),
        }
    }

    /// Its constants for this number of cells, seeing pixels or edges. Those of [`Preset::Best`] depend on both; the
    /// others have the constants of their source.
    pub fn config_for(self, front_end: FrontEnd, neurons: u32) -> Config {
        let mut config = Config::best(front_end, neurons);
        match self {
            Preset::Best => {}
            Preset::PublishedCode => {
                published(&mut config);
                config.rule = LearningRule::Triplet {
                    nu_pre: 1e-4,
                    nu_post: 0.01,
                    tau_x_pre: 20.0,
                    tau_x_post1: 20.0,
                    tau_x_post2: 40.0,
                };
            }
            Preset::Paper => {
                published(&mut config);
                config.w_inh_exc = 10.0;
                config.additive_traces = true;
                config.rule = LearningRule::PowerLaw { nu_post: 0.01, tau_x_pre: 20.0, x_tar: 0.4, mu: 0.2 };
            }
        }
        config
    }
}

/// Where the published code differs from [`Config::default`].
fn published(config: &mut Config) {
    let neurons = config.neurons;
    *config = Config { neurons, front_end: config.front_end, ..Config::best(FrontEnd::Pixels, 400) };
    config.upright = false;
    config.max_spikes = 0;
    config.theta.plus = 0.05;
    config.theta.scale_with_n = false;
    config.w_inh_exc = 17.0;
    config.w_norm = 78.0;
    config.delay_max = 10.0;
    config.nu_final = 1.0;
}
