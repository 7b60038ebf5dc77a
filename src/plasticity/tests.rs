//! Every rule against its equation in f64, on hand-made spikes.

use super::*;

const STRIDE: usize = 8;
const CELL: u16 = 2;
const DT: f64 = 0.5;

/// Constants far enough from 0 and 1 for each to show in the result.
fn rules() -> [LearningRule; 7] {
    let (nu_pre, nu_post, tau_x_pre) = (0.03, 0.07, 13.0);
    [
        LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1: 17.0, tau_x_post2: 29.0 },
        LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar: 0.3, mu: 0.2 },
        LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar: 0.3, mu: 0.0 },
        LearningRule::Exponential { nu_post, tau_x_pre, x_tar: 0.3, beta: 2.5 },
        LearningRule::PrePost { nu_pre, nu_post, tau_x_pre, tau_x_post: 17.0, x_tar: 0.3, mu: 0.7 },
        LearningRule::PrePost { nu_pre, nu_post, tau_x_pre, tau_x_post: 17.0, x_tar: 0.3, mu: 1.0 },
        LearningRule::Pair { nu_pre, nu_post, tau_x_pre, tau_x_post: 17.0 },
    ]
}

/// The trace at `step` of `spikes` (ascending), by definition: what remains of the last one, or of all since the trace
/// was last below the floor.
fn trace(spikes: impl Iterator<Item = u32>, step: u32, tau: f32, additive: bool) -> f64 {
    let left = |from: u32, to: u32| match (-f64::from(to - from) * DT / f64::from(tau)).exp() {
        share if share < f64::from(TRACE_FLOOR) => 0.0,
        share => share,
    };
    let (mut value, mut last) = (0.0, 0);
    for spike in spikes {
        value = if additive { value * left(last, spike) + 1.0 } else { 1.0 };
        last = spike;
    }
    value * left(last, step)
}

/// The weight of one synapse after spikes of its input and of its cell (steps, ascending), by the rule's equation.
fn expected(rule: LearningRule, w_max: f64, additive: bool, w: f64, pre: &[u32], post: &[u32]) -> f64 {
    let mut w = w;
    let last = pre.iter().chain(post).max().copied().unwrap_or(0);
    for step in 0..=last {
        let x_pre = |tau| trace(pre.iter().copied().filter(|&spike| spike <= step), step, tau, additive);
        let x_post = |tau| trace(post.iter().copied().filter(|&spike| spike < step), step, tau, additive);
        if pre.contains(&step) {
            w = match rule {
                LearningRule::Triplet { nu_pre, tau_x_post1: tau, .. }
                | LearningRule::Pair { nu_pre, tau_x_post: tau, .. } => w - f64::from(nu_pre) * x_post(tau),
                LearningRule::PrePost { nu_pre, tau_x_post, mu, .. } => {
                    w - f64::from(nu_pre) * x_post(tau_x_post) * w.powf(mu.into())
                }
                LearningRule::PowerLaw { .. } | LearningRule::Exponential { .. } => w,
            }
            .max(0.0);
        }
        if post.contains(&step) {
            w = match rule {
                LearningRule::Triplet { nu_post, tau_x_pre, tau_x_post2, .. } => {
                    w + f64::from(nu_post) * x_pre(tau_x_pre) * x_post(tau_x_post2)
                }
                LearningRule::Pair { nu_post, tau_x_pre, .. } => w + f64::from(nu_post) * x_pre(tau_x_pre),
                LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar, mu }
                | LearningRule::PrePost { nu_post, tau_x_pre, x_tar, mu, .. } => {
                    w + f64::from(nu_post) * (x_pre(tau_x_pre) - f64::from(x_tar)) * (w_max - w).powf(mu.into())
                }
                LearningRule::Exponential { nu_post, tau_x_pre, x_tar, beta } => {
                    let (beta, x_tar) = (f64::from(beta), f64::from(x_tar));
                    let change = x_pre(tau_x_pre) * (-beta * w).exp() - x_tar * (-beta * (w_max - w)).exp();
                    w + f64::from(nu_post) * change
                }
            }
            .clamp(0.0, w_max);
        }
    }
    w
}

fn config(rule: LearningRule, w_max: f32, additive_traces: bool) -> Config {
    Config { neurons: STRIDE as u32, rule, w_max, additive_traces, ..Config::default() }
}

/// The weight of (input, cell) after the same, by the library; all other inputs and cells stay silent.
fn learned(config: &Config, w: f32, pre: &[u32], post: &[u32]) -> Vec<f32> {
    let mut plasticity = Plasticity::new(config, 3);
    let mut weights = vec![w; 3 * STRIDE];
    for step in 0..=pre.iter().chain(post).max().copied().unwrap_or(0) {
        if pre.contains(&step) {
            plasticity.on_pre(&mut weights, STRIDE, step, &[1]);
        }
        if post.contains(&step) {
            plasticity.on_post(&mut weights, STRIDE, step, CELL);
        }
    }
    weights
}

/// Checks the synapse with both spikes, and those with only one of them.
fn check(rule: LearningRule, w_max: f32, w: f32, pre: &[u32], post: &[u32]) {
    for additive in [false, true] {
        let found = learned(&config(rule, w_max, additive), w, pre, post);
        for (at, &found) in found.iter().enumerate() {
            let (input, cell) = (at / STRIDE, at % STRIDE);
            let pre = if input == 1 { pre } else { &[] };
            let post = if cell == usize::from(CELL) { post } else { &[] };
            let expected = expected(rule, w_max.into(), additive, w.into(), pre, post);
            assert!(
                (f64::from(found) - expected).abs() < 2e-6,
                "{rule:?}, additive {additive}, w_max {w_max}, from {w}, input {input} at {pre:?}, cell {cell} at {post:?}: {found}, expected {expected}"
            );
        }
    }
}

#[test]
fn a_pair_of_spikes_moves_a_weight_by_the_equation_at_every_distance() {
    for rule in rules() {
        for w in [0.0, 0.001, 0.3, 0.97, 1.0] {
            for post in 0..=120 {
                check(rule, 1.0, w, &[60], &[post]);
            }
        }
    }
}

#[test]
fn many_spikes_move_a_weight_by_the_equation() {
    let (pre, post) = ([3, 4, 20, 31, 50, 77, 78, 120, 121], [4, 18, 31, 32, 60, 78, 90, 121, 300]);
    for rule in rules() {
        for (w_max, w) in [(1.0, 0.2), (1.0, 0.9), (0.5, 0.4), (3.0, 2.0)] {
            check(rule, w_max, w, &pre, &post);
            check(rule, w_max, w, &post, &pre);
            check(rule, w_max, w, &pre, &[]);
            check(rule, w_max, w, &[], &post);
        }
    }
}

#[test]
fn weights_end_between_zero_and_the_largest() {
    let (nu_pre, nu_post, tau_x_pre, tau_x_post) = (1.0, 1.0, 100.0, 100.0);
    let steep = [
        LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar: 0.0, mu: 0.0 },
        LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar: 9.0, mu: 0.0 },
        LearningRule::Exponential { nu_post, tau_x_pre, x_tar: 50.0, beta: 0.1 },
        LearningRule::Exponential { nu_post, tau_x_pre, x_tar: 0.0, beta: 0.1 },
        LearningRule::PrePost { nu_pre, nu_post, tau_x_pre, tau_x_post, x_tar: 9.0, mu: 0.3 },
        LearningRule::Pair { nu_pre, nu_post, tau_x_pre, tau_x_post },
    ];
    for rule in steep {
        for w in [0.0, 0.5, 1.0] {
            let all = learned(&config(rule, 1.0, true), w, &[1, 2, 5, 9, 10], &[2, 4, 8, 10, 12]);
            assert!(all.iter().all(|w| (0.0..=1.0).contains(w)), "{rule:?} from {w}: {all:?}");
        }
    }
}

/// Normalisation may raise weights above `w_max`; the rules that change whole columns bring them back at the next
/// spike.
#[test]
fn a_weight_above_the_largest_comes_down_with_the_cells_spike() {
    let rules = [LearningRule::power_law(), LearningRule::exponential(), LearningRule::pre_post()];
    for rule in rules {
        let weights = learned(&config(rule, 1.0, false), 1.7, &[3], &[9]);
        for (at, &w) in weights.iter().enumerate() {
            let moved = at % STRIDE == usize::from(CELL);
            assert!(if moved { w <= 1.0 } else { w == 1.7 }, "{rule:?}: weight {at} is {w}");
        }
    }
}

#[test]
fn a_share_of_the_rates_is_that_share_of_the_change() {
    for rule in rules() {
        let mut changes = [0.0f64; 2];
        for (change, share) in changes.iter_mut().zip([0.01, 0.001]) {
            let mut plasticity = Plasticity::new(&config(rule, 1.0, false), 1);
            plasticity.scale_rates(share);
            let mut weights = vec![0.5; STRIDE];
            for step in 0..40 {
                plasticity.on_pre(&mut weights, STRIDE, step, &[0]);
                plasticity.on_post(&mut weights, STRIDE, step, CELL);
            }
            *change = f64::from(weights[usize::from(CELL)]) - 0.5;
        }
        let ratio = changes[0] / changes[1];
        assert!((ratio - 10.0).abs() < 0.3, "{rule:?}: ten times the rate changes {ratio} times as much");
    }
}

#[test]
fn without_normalisation_sums_stay_as_they_are() {
    let config = Config { normalize: false, w_norm: 60.0, ..config(LearningRule::pair(), 1.0, false) };
    let mut weights = vec![0.4; 3 * STRIDE];
    Plasticity::new(&config, 3).normalize(&mut weights, STRIDE);
    assert_eq!(weights, vec![0.4; 3 * STRIDE], "off");
    Plasticity::new(&Config { normalize: true, ..config }, 3).normalize(&mut weights, STRIDE);
    assert_eq!(weights, vec![20.0; 3 * STRIDE], "on: 60 over three inputs");
}
