//! One number for the whole simulation, asserted natively and in WebAssembly: everything that learning and looking made
//! of a few pictures, under the default configuration with fifty cells.

use stdp_digits::config::INPUTS;
use stdp_digits::digest::Digest;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Run, Trainer};

/// Moves whenever a default constant, a random stream or the arithmetic does: that is a change of results, to be named
/// in the changelog. The failing test prints the new value; put it here.
const GOLDEN: &str = "8ec219c5bfb75b48";

/// Rings, bars and crosses, by whole-number arithmetic, for a rounding of the pictures would hide one of the
/// simulation.
fn picture(index: i32) -> Vec<u8> {
    let (tilt, size) = (index % 5 - 2, 40 + 9 * (index % 4));
    let ink = |k: i32| {
        let (x, y) = (k % 28 - 14, k / 28 - 14);
        let (x, y) = (4 * x + tilt * y, 4 * y - tilt * x);
        let distance = match index % 3 {
            0 => ((x * x + y * y) / size - size).abs() * 2 / 3,
            1 => x.abs().max(y.abs() - size),
            _ => x.abs().min(y.abs()).max(x.abs().max(y.abs()) - size),
        };
        (255 - 24 * distance).clamp(0, 255) as u8
    };
    (0..INPUTS as i32).map(ink).collect()
}

/// The same for every other rule, with constants that no search for better defaults moves, and for the options that take
/// other paths through the code.
const GOLDEN_RULES: [(&str, &str); 6] = [
    (r#"{"front_end": "pixels"}"#, "764e642b5aead400"),
    (r#"{"rule": {"kind": "power_law", "nu_post": 0.01, "x_tar": 0.3, "mu": 0.2}}"#, "96e310cb5bacddfe"),
    (r#"{"rule": {"kind": "exponential", "nu_post": 0.01, "x_tar": 0.3, "beta": 3}}"#, "d8e3afe3e149af0f"),
    (r#"{"rule": {"kind": "pre_post", "nu_pre": 1e-4, "nu_post": 0.01, "x_tar": 0.3, "mu": 0.2}}"#, "1e98c4b4fd7e417d"),
    (r#"{"rule": {"kind": "pair", "nu_pre": 1e-4, "nu_post": 0.01}, "additive_traces": true}"#, "72407d193af747d4"),
    (
        r#"{"delay_max": 10, "refractory": "clamped", "theta": {"scale_with_n": true}, "normalize": false}"#,
        "b2f541d24a347755",
    ),
];

/// Panics with the new value where a digest is not the golden one.
pub(crate) fn check() {
    let found = digest(Config { neurons: 50, ..Config::default() });
    assert_eq!(found, GOLDEN, "the golden digest: see tests/support/golden.rs for how to renew it");
    let configs = GOLDEN_RULES.map(|(text, _)| Config::from_json(text).expect("a sound configuration"));
    for kind in LearningRule::KINDS {
        assert!(configs.iter().any(|config| config.rule.kind() == kind), "no golden digest of the rule {kind}");
    }
    let found = configs.map(|config| digest(Config { neurons: 50, ..config }));
    assert_eq!(found.each_ref().map(String::as_str), GOLDEN_RULES.map(|(_, golden)| golden), "those of the rules");
}

/// Learns from 36 presentations and looks at 12 pictures.
fn digest(config: Config) -> String {
    let pictures: Vec<Vec<u8>> = (0..12).map(picture).collect();
    let mut trainer = Trainer::new(config, Run { seed: 2015, images: 12, passes: 3 }).expect("a valid run");
    let mut spikes = 0;
    while let Some(next) = trainer.next_image() {
        spikes += trainer.learn(&pictures[next]).expect("784 pixels").iter().sum::<u32>();
    }
    let mut network = trainer.into_network();
    let mut digest = Digest::default();
    digest.floats(&network.weights()).floats(network.theta());
    for (index, picture) in (0u64..).zip(&pictures) {
        let counts = network.look(picture, Stream::Look, index).expect("784 pixels");
        spikes += counts.iter().sum::<u32>();
        digest.counts(counts);
    }
    assert!(spikes > 200, "seed 2015: {spikes} spikes in 48 presentations prove little");
    digest.hex()
}
