//! Rewinding is replaying: the same presentation from its beginning, up to the step asked for.

use stdp_digits::rng::Stream;
use stdp_digits::{Config, Network};

fn network() -> Network {
    let mut network = Network::new(Config { neurons: 30, ..Config::default() }, 7).expect("the default configuration");
    network.set_learning(false);
    network.set_monitor(true);
    network
}

fn picture() -> Vec<u8> {
    (0..784).map(|at| if (at / 28) % 9 < 4 { 200 } else { 0 }).collect()
}

fn begin(network: &mut Network) {
    network.begin(&picture(), Stream::Look, 0).expect("784 pixels");
}

#[test]
fn any_step_reached_again_has_the_same_digest() {
    let mut network = network();
    begin(&mut network);
    let digests: Vec<String> = (0..300)
        .map(|_| {
            network.advance(1);
            network.state_digest().hex()
        })
        .collect();
    for step in [300, 1, 137, 299] {
        begin(&mut network);
        network.advance_to(step);
        assert_eq!(network.status().step, step, "where it stands");
        assert_eq!(network.state_digest().hex(), digests[step as usize - 1], "state after {step} steps");
    }
    let mut different = digests;
    different.sort();
    different.dedup();
    assert_eq!(different.len(), 300, "every step has a digest of its own");
}

#[test]
fn the_step_to_the_next_spike_ends_at_a_spike_and_misses_none() {
    let mut network = network();
    begin(&mut network);
    network.advance(u32::MAX);
    let mut expected: Vec<u32> = network.monitor().expect("a monitor").exc.iter().map(|&(step, _)| step).collect();
    expected.dedup();
    assert!(expected.len() > 2, "{} steps with a spike", expected.len());
    begin(&mut network);
    for step in expected {
        network.advance_to_spike();
        assert_eq!(network.status().step, step + 1, "just after the spike");
    }
}

#[test]
fn watching_membranes_changes_nothing_and_shows_every_step() {
    let mut plain = network();
    let mut watched = network();
    watched.monitor().expect("a monitor").traced = vec![3, 0];
    for network in [&mut plain, &mut watched] {
        begin(network);
        network.advance(200);
    }
    assert_eq!(plain.state_digest(), watched.state_digest(), "the same state");
    let traces = &watched.monitor().expect("a monitor").traces;
    assert_eq!(traces.len(), 200 * 7, "one number for the step and three for each cell");
    for (step, row) in traces.chunks_exact(7).enumerate() {
        assert_eq!(row[0], step as f32, "steps in order");
        assert!(row[1] < -20.0 && row[1] >= -100.0, "v of {} mV", row[1]);
    }
    assert!(traces.chunks_exact(7).any(|row| row[2] > 0.0), "some excitation arrived");
}
