//! One synapse of the laboratory against closed forms, and against the network whose rule it shows.

use stdp_digits::lab::{Cause, Over, Pairing, Spikes, Synapse};
use stdp_digits::plasticity::{LearningRule, TRACE_FLOOR};
use stdp_digits::{Config, Network, Run, Trainer};

/// Rounding of a weight in 32 bits.
const ROUNDING: f64 = 1.2e-7;

fn with(rule: LearningRule) -> Config {
    Config { rule, ..Config::default() }
}

fn pair() -> LearningRule {
    LearningRule::Pair { nu_pre: 0.0105, nu_post: 0.01, tau_x_pre: 20.0, tau_x_post: 30.0 }
}

/// After Pfister & Gerstner 2006, table 4: their model with the fewest constants for visual cortex.
fn visual_cortex() -> LearningRule {
    LearningRule::Triplet { nu_pre: 0.0071, nu_post: 0.0065, tau_x_pre: 16.8, tau_x_post1: 33.7, tau_x_post2: 114.0 }
}

fn intervals() -> Vec<f32> {
    (-160..=160).map(|step| step as f32 * 0.5).collect()
}

#[test]
fn the_window_of_the_pair_rule_is_its_two_exponentials() {
    let mut synapse = Synapse::new(&with(pair())).expect("a sound rule");
    let window = synapse.curve(&Pairing::default(), Over::Interval, &intervals()).expect("sound pairs");
    for (interval, found) in intervals().into_iter().zip(window) {
        let interval = f64::from(interval);
        // An input's spike in the same step is told first, so that the cell's comes after it.
        let exact = if interval >= 0.0 { 0.01 * (-interval / 20.0).exp() } else { -0.0105 * (interval / 30.0).exp() };
        assert!((f64::from(found) - exact).abs() < ROUNDING, "{interval} ms: {found}, exact {exact}");
    }
}

#[test]
fn a_trace_below_the_floor_moves_nothing() {
    let mut synapse = Synapse::new(&with(pair())).expect("a sound rule");
    let floor = -20.0 * f64::from(TRACE_FLOOR).ln();
    let around = [floor as f32 - 1.0, floor as f32 + 1.0];
    let pairing = Pairing { weight: 0.0, ..Pairing::default() };
    let found = synapse.curve(&pairing, Over::Interval, &around).expect("sound pairs");
    assert!(found[0] > 0.0 && found[1] == 0.0, "{found:?} at {around:?} ms");
}

/// Pairs of a rule that adds to its traces, `n` of them a `period` apart [ms]: every sum of exponentials written out.
fn many_pairs(n: u32, period: f64, interval: f64, rule: LearningRule) -> f64 {
    let (nu_pre, nu_post, tau_pre, tau_1, tau_2) = match rule {
        LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 } => {
            (nu_pre, nu_post, tau_x_pre, tau_x_post1, Some(tau_x_post2))
        }
        LearningRule::Pair { nu_pre, nu_post, tau_x_pre, tau_x_post } => (nu_pre, nu_post, tau_x_pre, tau_x_post, None),
        other => panic!("{other:?} depends on the weight"),
    };
    let pre = |k: u32| f64::from(k) * period;
    let post = |k: u32| f64::from(k) * period + interval;
    let trace = |at: f64, spikes: &dyn Fn(u32) -> f64, tau: f32, also_now: bool| -> f64 {
        let past = (0..n).map(spikes).filter(|&time| time < at - 1e-9 || also_now && (time - at).abs() < 1e-9);
        past.map(|time| ((time - at) / f64::from(tau)).exp()).sum()
    };
    (0..n)
        .map(|k| {
            let up = trace(post(k), &pre, tau_pre, true) * tau_2.map_or(1.0, |tau| trace(post(k), &post, tau, false));
            f64::from(nu_post) * up - f64::from(nu_pre) * trace(pre(k), &post, tau_1, false)
        })
        .sum()
}

#[test]
fn the_triplet_rule_depends_on_the_frequency_of_pairs_as_its_closed_form() {
    let hertz = [0.1, 1.0, 5.0, 10.0, 20.0, 40.0, 50.0];
    for (rule, repetitions) in [(visual_cortex(), 60), (pair(), 60)] {
        // Weights far from both ends; traces that are cut off at a thousandth differ by as much.
        let config = Config { w_max: 100.0, additive_traces: true, ..with(rule) };
        let mut synapse = Synapse::new(&config).expect("a sound rule");
        for interval in [10.0, -10.0] {
            let pairing = Pairing { weight: 50.0, interval, repetitions, hertz: 1.0 };
            let found = synapse.curve(&pairing, Over::Hertz, &hertz).expect("sound pairs");
            for (&hertz, found) in hertz.iter().zip(found) {
                let exact = many_pairs(repetitions, 1000.0 / f64::from(hertz), f64::from(interval), rule);
                let far = (f64::from(found) - exact).abs();
                assert!(far < 3e-3 * exact.abs() + 3e-4, "{rule:?} {interval} ms, {hertz} Hz: {found}, exact {exact}");
            }
        }
    }
}

/// What the triplet rule was made for (Sjöström et al. 2001): rare pairs depress, frequent ones potentiate in either order.
#[test]
fn frequent_pairs_potentiate_whatever_their_order() {
    let config = Config { w_max: 100.0, additive_traces: true, ..with(visual_cortex()) };
    let mut synapse = Synapse::new(&config).expect("a sound rule");
    for (interval, hertz, sign) in [(-10.0, 1.0, -1.0), (-10.0, 50.0, 1.0), (10.0, 50.0, 1.0)] {
        let pairing = Pairing { weight: 50.0, interval, repetitions: 60, hertz };
        let found = synapse.pairing(&pairing).expect("sound pairs");
        assert!(found * sign > 0.05, "{interval} ms at {hertz} Hz: {found}");
    }
}

#[test]
fn a_pair_moves_a_weight_by_as_much_as_the_rule_lets_its_weight() {
    let weights: Vec<f32> = (0..=50).map(|k| k as f32 / 50.0).collect();
    let (nu_post, tau_x_pre, x_tar, mu, beta) = (0.02, 20.0, 0.1, 0.2, 3.0);
    let x: f64 = (-10.0f64 / 20.0).exp();
    type Exact = Box<dyn Fn(f64) -> f64>;
    let rules: [(LearningRule, Exact); 3] = [
        (pair(), Box::new(move |w| 0.01 * x + w)),
        (
            LearningRule::PowerLaw { nu_post, tau_x_pre, x_tar, mu },
            Box::new(move |w| w + 0.02 * (x - 0.1) * (1.0 - w).powf(0.2)),
        ),
        (
            LearningRule::Exponential { nu_post, tau_x_pre, x_tar, beta },
            Box::new(move |w| w + 0.02 * (x * (-3.0 * w).exp() - 0.1 * (-3.0 * (1.0 - w)).exp())),
        ),
    ];
    for (rule, exact) in rules {
        let mut synapse = Synapse::new(&with(rule)).expect("a sound rule");
        let found = synapse.curve(&Pairing::default(), Over::Weight, &weights).expect("sound pairs");
        for (&w, found) in weights.iter().zip(found) {
            let exact = exact(f64::from(w)).clamp(0.0, 1.0) - f64::from(w);
            assert!((f64::from(found) - exact).abs() < 1e-6, "{rule:?} at {w}: {found}, exact {exact}");
        }
    }
}

#[test]
fn a_history_says_which_spike_did_what_with_which_traces() {
    let config = Config { additive_traces: true, ..with(pair()) };
    let mut synapse = Synapse::new(&config).expect("a sound rule");
    let spikes = Spikes { duration: 100.0, weight: 0.4, pre: vec![60.0, 10.0], post: vec![20.0, 60.0] };
    let history = synapse.history(&spikes).expect("sound spikes");
    assert_eq!((history.weight.len(), history.traces.len()), (200, 2), "steps, and x_pre and x_post");
    let told: Vec<(u32, Cause)> = history.changes.iter().map(|change| (change.step, change.cause)).collect();
    assert_eq!(told, [(20, Cause::Pre), (40, Cause::Post), (120, Cause::Pre), (120, Cause::Post)], "in order of time");
    let e = |age: f64, tau: f64| (-age / tau).exp();
    let moves = [0.0, 0.01 * e(10.0, 20.0), -0.0105 * e(40.0, 30.0), 0.01 * (1.0 + e(50.0, 20.0))];
    let mut w = 0.4;
    for (change, by) in history.changes.iter().zip(moves) {
        assert!((f64::from(change.weight[0]) - w).abs() < ROUNDING, "before {change:?}: {w}");
        w += by;
        assert!((f64::from(change.weight[1]) - w).abs() < ROUNDING, "after {change:?}: {w}");
    }
    assert!(
        (f64::from(history.changes[3].traces[0]) - 1.0 - e(50.0, 20.0)).abs() < ROUNDING,
        "x_pre has this step's spike"
    );
    for (step, (&x_pre, &x_post)) in history.traces[0].iter().zip(&history.traces[1]).enumerate() {
        let exact = |times: [f64; 2], tau: f64| -> f64 {
            let ages = times.iter().map(|time| step as f64 * 0.5 - time).filter(|&age| age >= 0.0);
            ages.map(|age| e(age, tau)).sum()
        };
        let (pre, post) = (exact([10.0, 60.0], 20.0), exact([20.0, 60.0], 30.0));
        assert!((f64::from(x_pre) - pre).abs() < 1e-6 && (f64::from(x_post) - post).abs() < 1e-6, "step {step}");
    }
}

/// A synapse of a network that learns: from the spikes that it had, the laboratory makes the weight that it got, bit for bit.
#[test]
fn a_real_synapse_has_the_history_that_the_laboratory_tells() {
    for kind in LearningRule::KINDS {
        let rule = LearningRule::of_kind(kind).expect("a known rule");
        // Without normalisation, for that moves weights by what happens elsewhere.
        let config = Config { neurons: 6, normalize: false, max_spikes: 0, max_looks: 1, ..with(rule) };
        let mut network = Network::new(config.clone(), 3).expect("a sound network");
        let pixels: Vec<u8> = (0..784).map(|k| if (10..16).contains(&(k % 28)) { 255 } else { 0 }).collect();
        let before = network.weights();
        network.set_monitor(true);
        network.learn(&pixels, 0, 1.0).expect("784 pixels");
        let after = network.weights();
        let monitor = network.monitor().expect("it is on");
        let busiest = |cell: u16| monitor.exc.iter().filter(|&&(_, other)| other == cell).count();
        let cell = (0..6).max_by_key(|&cell| busiest(cell)).expect("six cells");
        assert!(busiest(cell) >= 2, "{kind}: a cell that spikes twice");
        let of = |spikes: &[(u32, u16)], who: u16| -> Vec<f32> {
            spikes.iter().filter(|&&(_, other)| other == who).map(|&(step, _)| step as f32 * 0.5).collect()
        };
        let mut synapse = Synapse::new(&config).expect("a sound rule");
        for input in (0..784u16).step_by(28).map(|row| row + 12) {
            let at = usize::from(input) * 6 + usize::from(cell);
            let (pre, post) = (of(&monitor.input, input), of(&monitor.exc, cell));
            let spikes = Spikes { duration: 500.0, weight: before[at], pre, post };
            let weight = synapse.history(&spikes).expect("its own spikes").weight;
            assert_eq!(weight.last(), Some(&after[at]), "{kind}: input {input} to cell {cell}");
        }
    }
}

#[test]
fn a_run_tells_the_share_of_the_rates() {
    let mut trainer = Trainer::new(Config { neurons: 4, ..Config::default() }, Run { seed: 1, images: 2, passes: 1 })
        .expect("a sound run");
    assert_eq!(trainer.share(), 1.0, "at the start");
    trainer.learn(&[0; 784]).expect("784 pixels");
    assert!((trainer.share() - 0.05f32.sqrt()).abs() < 1e-7, "half way: {}", trainer.share());
}

#[test]
fn what_cannot_be_is_told_in_a_sentence() {
    let mut synapse = Synapse::new(&with(pair())).expect("a sound rule");
    let sound = Spikes { duration: 100.0, weight: 0.5, pre: vec![], post: vec![] };
    for (spikes, part) in [
        (Spikes { duration: 0.0, ..sound.clone() }, "duration is 0, expected 0.5 to 5000 ms"),
        (Spikes { duration: f32::NAN, ..sound.clone() }, "duration is NaN"),
        (Spikes { weight: -0.1, ..sound.clone() }, "weight is -0.1, expected 0 to 100"),
        (
            Spikes { pre: vec![100.0], ..sound.clone() },
            "an input spike at 100 ms, expected times from 0 to before 100 ms",
        ),
        (Spikes { post: vec![f32::NAN], ..sound.clone() }, "a cell's spike at NaN ms"),
        (Spikes { post: vec![10.0, 10.1], ..sound.clone() }, "a cell's spike twice at 10 ms, expected once at most"),
    ] {
        let error = synapse.history(&spikes).expect_err(part).to_string();
        assert!(error.contains(part), "'{error}' does not say '{part}'");
    }
    let sound = Pairing::default();
    for (pairing, part) in [
        (Pairing { interval: 1001.0, ..sound }, "interval is 1001"),
        (Pairing { repetitions: 0, ..sound }, "repetitions is 0, expected 1 to 1000"),
        (Pairing { hertz: 2001.0, ..sound }, "hertz is 2001, expected 0.01 to 2000 Hz (one pair in a step)"),
        (Pairing { weight: 200.0, ..sound }, "weight is 200"),
    ] {
        let error = synapse.pairing(&pairing).expect_err(part).to_string();
        assert!(error.contains(part), "'{error}' does not say '{part}'");
    }
    let finest = Config { dt: 0.01, ..Config::default() };
    let rare = Pairing { hertz: 0.01, repetitions: 1000, ..sound };
    let error = Synapse::new(&finest).expect("sound").pairing(&rare).expect_err("too long").to_string();
    assert!(error.contains("repetitions is 1000, expected at most 429"), "{error}");
    assert!(Synapse::new(&Config { dt: 9.0, ..Config::default() }).is_err(), "a configuration that cannot be");
}
