//! Proves that the fast network computes the model: the same spikes, weights and thetas as a slow f64 twin with dense
//! matrices (`support/naive/`), fed with the same input spikes, on real digits.
//!
//! f32 and f64 may part where a potential comes within rounding of its threshold: the spike then comes a step later in
//! one of them. Such a tie counts as two differences, the spike that is missing and the one that is too many, and so do
//! the spikes that it delays. [`SAME_SPIKES`] of all spikes must be of the same cell in the same step.

use std::collections::BTreeSet;

use crate::support::naive::Twin;
use stdp_digits::config::{INPUTS, LifParams, Refractory, ThetaParams};
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Network};

use crate::support::mini;

/// Least share of spikes that both have in the same step.
const SAME_SPIKES: f64 = 0.99;
/// Largest difference of a weight after twenty presentations; weights are up to 1.
const SAME_WEIGHT: f64 = 1e-4;
/// Largest difference of a theta \[mV\]; less than a spike's worth (0.05).
const SAME_THETA: f64 = 1e-3;

/// Both, and how far they agree so far.
struct Pair {
    network: Network,
    twin: Twin,
    seed: u64,
    spikes: usize,
    differences: Vec<String>,
}

impl Pair {
    fn new(config: Config, seed: u64) -> Pair {
        let network = Network::new(config, seed).expect("a sound configuration");
        Pair::of(network)
    }

    fn of(mut network: Network) -> Pair {
        network.set_monitor(true);
        let twin = Twin::new(network.config(), network.seed(), &network.weights(), network.theta());
        Pair { seed: network.seed(), network, twin, spikes: 0, differences: Vec::new() }
    }

    /// Shows an image to both; returns how many looks it took.
    fn show(&mut self, pixels: &[u8], index: u64, learning_share: Option<f32>) -> u32 {
        let purpose = if learning_share.is_some() { Stream::Learn } else { Stream::Look };
        match learning_share {
            Some(share) => self.network.learn(pixels, index, share).map(|_| ()),
            None => self.network.look(pixels, purpose, index).map(|_| ()),
        }
        .expect("784 pixels");
        let looks = self.network.status().look;
        let expected = self.twin.present(pixels, self.seed, purpose, index, learning_share);
        assert_eq!(looks, expected.looks, "seed {}, image {index}: looks", self.seed);
        let counts = self.network.counts().to_vec();
        let monitor = self.network.monitor().expect("it is on");
        for (what, found, expected) in [("exc", &monitor.exc, &expected.exc), ("inh", &monitor.inh, &expected.inh)] {
            let (found, expected): (BTreeSet<_>, BTreeSet<_>) = (found.iter().collect(), expected.iter().collect());
            self.spikes += expected.len();
            for (step, cell) in found.symmetric_difference(&expected) {
                self.differences.push(format!("image {index}, {what} cell {cell}, step {step}"));
            }
        }
        let counted = |counts: &[u32]| counts.iter().sum::<u32>();
        let (found, expected) = (counted(&counts), counted(&expected.counts));
        assert!(found.abs_diff(expected) <= 1 + expected / 50, "image {index}: {found} counted, twin {expected}");
        looks
    }

    fn assert_same(&self, least_spikes: usize) {
        let (seed, n, spikes) = (self.seed, self.network.neurons(), self.spikes);
        assert!(spikes >= least_spikes, "seed {seed}, N {n}: {spikes} spikes prove little");
        let share = 1.0 - self.differences.len() as f64 / (2 * spikes) as f64;
        assert!(
            share >= SAME_SPIKES,
            "seed {seed}, N {n}: {share:.4} of {spikes} spikes agree; they part first at {}",
            self.differences[0]
        );
        let weights = self.network.weights();
        for (at, (w, twin)) in weights.iter().zip(self.twin.weights.iter().flatten()).enumerate() {
            let (input, cell) = (at / n, at % n);
            assert!(
                (f64::from(*w) - twin).abs() <= SAME_WEIGHT,
                "seed {seed}, N {n}, weight of input {input} to cell {cell}: {w}, twin {twin}; spikes part at {:?}",
                self.differences.first()
            );
        }
        for (cell, (theta, twin)) in self.network.theta().iter().zip(&self.twin.theta).enumerate() {
            assert!(
                (f64::from(*theta) - twin).abs() <= SAME_THETA,
                "seed {seed}, N {n}, theta of cell {cell}: {theta}, twin {twin}"
            );
        }
    }
}

#[test]
fn learning_is_that_of_the_dense_twin() {
    let digits = mini::digits();
    for (neurons, seed) in [(20, 3), (50, 4), (101, 5)] {
        let mut pair = Pair::new(mini::config(neurons), seed);
        let before = pair.network.weights();
        (0..20).for_each(|k| _ = pair.show(digits.image(k), k as u64, Some(0.9f32.powi(k as i32))));
        pair.assert_same(300);
        let moved = before.iter().zip(pair.network.weights()).filter(|&(a, b)| (a - b).abs() > 0.01).count();
        assert!(moved > 784, "seed {seed}, N {neurons}: only {moved} weights moved by more than 0.01");
    }
}

#[test]
fn looking_is_that_of_the_dense_twin_and_changes_nothing() {
    let digits = mini::digits();
    for (neurons, seed) in [(20, 6), (50, 7), (101, 8)] {
        let mut pair = Pair::new(mini::config(neurons), seed);
        let before = pair.network.digest();
        (0..20).for_each(|k| _ = pair.show(digits.image(k), k as u64, None));
        pair.assert_same(300);
        assert_eq!(pair.network.digest(), before, "seed {seed}, N {neurons}: a look changed weights or thetas");
    }
}

#[test]
fn learning_then_looking_then_learning_is_that_of_the_dense_twin() {
    let digits = mini::digits();
    let mut pair = Pair::new(mini::config(50), 9);
    for k in 0..24 {
        pair.show(digits.image(k), k as u64, (k % 4 != 3).then_some(1.0));
    }
    pair.assert_same(300);
}

#[test]
fn retries_are_those_of_the_dense_twin() {
    let digits = mini::digits();
    // Too dim for the first looks, so that several follow, each brighter.
    let config = Config { intensity: 0.3, intensity_step: 0.4, ..mini::config(50) };
    for learning_share in [Some(1.0), None] {
        let mut pair = Pair::new(config.clone(), 10);
        let looks: Vec<u32> = (0..8).map(|k| pair.show(digits.image(k), k as u64, learning_share)).collect();
        assert!(looks.iter().any(|&looks| looks > 2), "seed 10: looks {looks:?}, none needed a third");
        pair.assert_same(60);
    }
}

#[test]
fn a_capped_presentation_is_that_of_the_dense_twin() {
    let digits = mini::digits();
    let config = Config { min_spikes: 100_000, max_looks: 3, ..mini::config(20) };
    let mut pair = Pair::new(config, 11);
    for learning_share in [Some(1.0), None] {
        assert_eq!(pair.show(digits.image(1), 0, learning_share), 3, "seed 11: looks");
    }
    pair.assert_same(150);
}

/// Learning stops looking once it has enough; looking does not.
#[test]
fn a_look_with_enough_spikes_ends_as_in_the_dense_twin() {
    let digits = mini::digits();
    let mut pair = Pair::new(Config { max_spikes: 7, ..mini::config(20) }, 14);
    for k in 0..12 {
        pair.show(digits.image(k), k as u64, (k % 3 != 2).then_some(1.0));
    }
    pair.assert_same(60);
    let counts = |network: &mut Network, learn: bool| -> u32 {
        let counts = if learn {
            network.learn(digits.image(1), 0, 1.0)
        } else {
            network.look(digits.image(1), Stream::Learn, 0)
        };
        counts.expect("784 pixels").iter().sum()
    };
    let mut network = pair.network.clone();
    let (learnt, looked) = (counts(&mut network.clone(), true), counts(&mut network, false));
    assert!(
        (7..=9).contains(&learnt) && looked > 12,
        "seed 14: {learnt} spikes while learning, {looked} while looking"
    );
}

#[test]
fn other_steps_and_times_are_those_of_the_dense_twin() {
    let digits = mini::digits();
    for dt in [1.0, 0.25, 0.1] {
        let mut config = Config { dt, t_present: 200.0, t_rest: 20.0, ..mini::config(20) };
        (config.exc.t_ref, config.inh.t_ref) = (3.0, 1.0);
        let mut pair = Pair::new(config, 12);
        (0..6).for_each(|k| _ = pair.show(digits.image(k), k as u64, Some(1.0)));
        pair.assert_same(60);
    }
}

/// The floor saves time; its only excuse is that it does not matter. (Below `w_max`: above it, even the smallest gain
/// would bring a weight down.)
#[test]
fn traces_below_the_floor_would_not_move_a_weight_by_a_thousandth() {
    let digits = mini::digits();
    let mut pair = Pair::new(Config { w_max: 100.0, ..mini::config(20) }, 13);
    pair.twin.trace_floor = 0.0;
    (0..10).for_each(|k| _ = pair.show(digits.image(k), k as u64, Some(1.0)));
    let worst = (pair.network.weights().iter())
        .zip(pair.twin.weights.iter().flatten())
        .map(|(&w, twin)| (f64::from(w) - twin).abs())
        .fold(0.0, f64::max);
    assert!(worst < 1e-3, "seed 13: a weight differs by {worst} for want of small traces");
}

/// One input that spikes in every step, one cell: each of its spikes coincides with an input spike, and the weight
/// after it all is known in closed form.
#[test]
fn coincident_spikes_depress_by_the_trace_before_and_potentiate_by_the_trace_after() {
    let (nu_pre, nu_post) = (0.003, 0.07);
    let (tau_x_pre, tau_x_post1, tau_x_post2) = (15.0, 25.0, 35.0);
    let config = Config {
        t_present: 30.0,
        t_rest: 0.0,
        intensity: 1000.0,
        min_spikes: 0,
        w_norm: 4.0,
        w_max: 100.0,
        rule: LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 },
        ..mini::config(1)
    };
    let (pixels, weights) = only_input(300, 4.0);
    let mut network = Network::from_parts(config.clone(), 1, &weights, vec![20.0]).expect("sound parts");
    network.set_monitor(true);
    network.learn(&pixels, 0, 1.0).expect("784 pixels");
    let monitor = network.monitor().expect("it is on");
    assert_eq!(monitor.input, (0..60).map(|step| (step, 300)).collect::<Vec<_>>(), "an input spike in every step");
    let post: Vec<u32> = monitor.exc.iter().map(|&(step, _)| step).collect();
    assert!(post.len() >= 3, "cell 0 fired at {post:?}: too rarely to prove anything");

    let trace = |steps: u32, tau: f32| (-f64::from(steps) * 0.5 / f64::from(tau)).exp();
    let mut expected = 4.0;
    for step in 0..60 {
        // Depression: at its own step a spike of the cell does not count yet.
        if let Some(last) = post.iter().filter(|&&spike| spike < step).max() {
            expected -= f64::from(nu_pre) * trace(step - last, tau_x_post1);
            if post.contains(&step) {
                // Potentiation: the input spike of this very step counts in full, the cell's own counts from the one
                // before.
                expected += f64::from(nu_post) * trace(step - last, tau_x_post2);
            }
        }
    }
    let found = f64::from(network.weights()[300]);
    assert!((found - expected).abs() < 1e-5, "weight {found}, expected {expected} for spikes at {post:?}");
}

/// The trace of an input that fell silent: one spike, then the cell's own later spikes, driven by another input.
#[test]
fn potentiation_decays_with_the_time_since_the_input_spike() {
    let (nu_post, tau_x_pre, tau_x_post2) = (0.05, 7.0, 40.0);
    let rule = LearningRule::Triplet { nu_pre: 0.0, nu_post, tau_x_pre, tau_x_post1: 20.0, tau_x_post2 };
    let config = Config { min_spikes: 0, w_norm: 10.0, w_max: 100.0, rule, ..mini::config(1) };
    let mut weights = vec![0.0; INPUTS];
    (weights[10], weights[11]) = (9.0, 1.0);
    let mut pixels = [0; INPUTS];
    (pixels[10], pixels[11]) = (255, 40);
    let mut network = Network::from_parts(config, 14, &weights, vec![20.0]).expect("sound parts");
    network.set_monitor(true);
    network.learn(&pixels, 0, 1.0).expect("784 pixels");
    let monitor = network.monitor().expect("it is on").clone();
    let trace = |steps: u32, tau: f32| (-f64::from(steps) * 0.5 / f64::from(tau)).exp();
    for (input, start) in [(10u16, 9.0), (11, 1.0)] {
        let mut expected: f64 = start;
        for pair in monitor.exc.windows(2) {
            let (before, now) = (pair[0].0, pair[1].0);
            let pre = monitor.input.iter().filter(|&&(step, i)| i == input && step <= now).map(|&(step, _)| step).max();
            let x_pre = pre.map_or(0.0, |pre| trace(now - pre, tau_x_pre));
            if x_pre >= 1e-3 && trace(now - before, tau_x_post2) >= 1e-3 {
                expected += f64::from(nu_post) * x_pre * trace(now - before, tau_x_post2);
            }
        }
        assert!(monitor.exc.len() > 3, "seed 14: {} spikes of the cell prove little", monitor.exc.len());
        let found = f64::from(network.weights()[usize::from(input)]);
        assert!(
            (found - expected).abs() < 1e-5,
            "seed 14, input {input}: weight {found}, expected {expected} after {:?}",
            monitor.exc
        );
    }
}

/// Depression stops at 0 and potentiation at w_max.
#[test]
fn learning_keeps_weights_between_zero_and_the_largest() {
    let steep = |nu_pre, nu_post| LearningRule::Triplet {
        nu_pre,
        nu_post,
        tau_x_pre: 20.0,
        tau_x_post1: 20.0,
        tau_x_post2: 40.0,
    };
    let base = Config { t_present: 50.0, intensity: 1000.0, min_spikes: 0, w_norm: 4.0, ..mini::config(1) };
    let (pixels, weights) = only_input(5, 4.0);
    for (rule, w_max, expected) in [(steep(1.0, 0.0), 100.0, 0.0), (steep(0.0, 1.0), 4.5, 4.5)] {
        let config = Config { rule, w_max, ..base.clone() };
        let mut network = Network::from_parts(config, 2, &weights, vec![20.0]).expect("sound parts");
        network.learn(&pixels, 0, 1.0).expect("784 pixels");
        assert_eq!(network.weights()[5], expected, "input 5 under {rule:?}");
    }
}

/// A picture of one white pixel, and the weights of one cell that listens to it alone.
fn only_input(input: usize, w: f32) -> ([u8; INPUTS], Vec<f32>) {
    let (mut pixels, mut weights) = ([0; INPUTS], vec![0.0; INPUTS]);
    (pixels[input], weights[input]) = (255, w);
    (pixels, weights)
}

/// Constants that leave their mark in twenty presentations.
fn all_rules() -> [LearningRule; 5] {
    let (nu_pre, nu_post, tau_x_pre, tau_x_post) = (1e-3, 0.02, 20.0, 25.0);
    [
        LearningRule::Triplet { nu_pre, nu_post: 0.05, tau_x_pre, tau_x_post1: tau_x_post, tau_x_post2: 40.0 },
        LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar: 0.2, mu: 0.4 },
        LearningRule::Exponential { nu_post, tau_x_pre, x_tar: 0.2, beta: 3.0 },
        LearningRule::PrePost { nu_pre, nu_post, tau_x_pre, tau_x_post, x_tar: 0.2, mu: 0.4 },
        LearningRule::Pair { nu_pre, nu_post, tau_x_pre, tau_x_post },
    ]
}

/// Learns from nine digits and looks at three. Of twenty seeds tried, at least sixteen agree to the end; in the others a tie
/// changes who wins, and all that follows.
fn assert_like_the_twin(config: Config, seed: u64) {
    let digits = mini::digits();
    let mut pair = Pair::new(config, seed);
    let before = pair.network.weights();
    (0..12).for_each(|k| _ = pair.show(digits.image(k), k as u64, (k % 4 != 3).then_some(0.9)));
    pair.assert_same(150);
    let moved = before.iter().zip(pair.network.weights()).filter(|&(a, b)| (a - b).abs() > 0.01).count();
    assert!(moved > 300, "seed {seed}: only {moved} weights moved by more than 0.01");
}

#[test]
fn every_rule_is_that_of_the_dense_twin() {
    assert_eq!(all_rules().map(|rule| rule.kind()), LearningRule::KINDS, "those that are checked here");
    for rule in all_rules() {
        for additive_traces in [false, true] {
            assert_like_the_twin(Config { rule, additive_traces, ..mini::config(30) }, 24);
        }
    }
}

#[test]
fn every_option_is_that_of_the_dense_twin() {
    let base = mini::config(30);
    let theta = |adaptive, scale_with_n| ThetaParams { plus: 0.2, tau: 1e5, adaptive, scale_with_n, ..base.theta };
    let long = LifParams { t_ref: 50.0, ..base.exc };
    let options = [
        Config { delay_max: 10.0, ..base.clone() },
        Config { delay_max: 3.2, dt: 0.25, rule: LearningRule::power_law(), ..base.clone() },
        Config { refractory: Refractory::Clamped, exc: LifParams { t_ref: 8.0, ..base.exc }, ..base.clone() },
        Config { exc: long, rule: LearningRule::pair(), ..base.clone() },
        Config { normalize: false, ..base.clone() },
        Config { theta: theta(false, true), ..base.clone() },
        Config { theta: theta(true, false), ..base.clone() },
        Config { theta: theta(true, true), ..base.clone() },
        Config { w_inh_exc: 0.0, ..base.clone() },
    ];
    for config in options {
        assert_like_the_twin(config, 24);
    }
}
