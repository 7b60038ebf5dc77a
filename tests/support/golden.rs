//! One number for the whole simulation, asserted natively and in WebAssembly: everything that learning and looking made
//! of a few pictures, under the default configuration with fifty cells.

use stdp_digits::config::INPUTS;
use stdp_digits::digest::Digest;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Trainer};

/// Moves whenever a default constant, a random stream or the arithmetic does: that is a change of results, to be named
/// in the changelog. The failing test prints the new value; put it here.
const GOLDEN: &str = "bcb785806f5b1211";

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

/// Learns from 36 presentations and looks at 12 pictures; panics with the new value where the digest is not [`GOLDEN`].
pub(crate) fn check() {
    let pictures: Vec<Vec<u8>> = (0..12).map(picture).collect();
    let config = Config { neurons: 50, ..Config::default() };
    let mut trainer = Trainer::new(config, 2015, 12, 3).expect("a valid run");
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
    assert_eq!(digest.hex(), GOLDEN, "the golden digest: see tests/support/golden.rs for how to renew it");
}
