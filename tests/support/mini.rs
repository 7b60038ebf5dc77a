//! Forty digits of MNIST, and a configuration that no change of defaults can move.

use stdp_digits::config::ThetaParams;
use stdp_digits::mnist::Digits;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{Config, FrontEnd};

/// The test half of the fixture: it is not compressed.
pub(crate) fn digits() -> Digits {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mini");
    let read = |name| std::fs::read(format!("{folder}/{name}")).expect("the fixture is part of the repository");
    Digits::from_idx(read("t10k-images-idx3-ubyte"), read("t10k-labels-idx1-ubyte")).expect("the fixture is sound")
}

/// The published constants, except a learning rate at which forty images leave their mark.
pub(crate) fn config(neurons: u32) -> Config {
    Config {
        neurons,
        intensity: 2.0,
        intensity_step: 1.0,
        min_spikes: 5,
        max_spikes: 0,
        front_end: FrontEnd::Pixels,
        upright: false,
        max_looks: 8,
        theta: ThetaParams { init: 20.0, plus: 0.05, offset: 20.0, tau: 1e7, adaptive: true, scale_with_n: false },
        w_exc_inh: 10.4,
        w_inh_exc: 17.0,
        w_max: 1.0,
        w_norm: 78.0,
        w_init: 0.3,
        rule: LearningRule::Triplet {
            nu_pre: 1e-3,
            nu_post: 0.05,
            tau_x_pre: 20.0,
            tau_x_post1: 20.0,
            tau_x_post2: 40.0,
        },
        nu_final: 0.5,
        ..Config::default()
    }
}
