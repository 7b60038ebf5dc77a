//! Proves that cells, synapses and thresholds follow their equations, against closed forms and ever finer time steps.
//!
//! Potentials inside a [`Network`] are found from outside: a cell fires when its potential exceeds a threshold that the
//! test chooses, so the highest threshold at which it still fires is the peak.

use stdp_digits::config::{INPUTS, LifParams};
use stdp_digits::kernel::Membrane;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Network};

use crate::support::mini;

/// The excitatory cells of the published code.
const EXC: LifParams = LifParams {
    tau_m: 100.0,
    v_rest: -65.0,
    v_reset: -65.0,
    v_thresh: -52.0,
    t_ref: 5.0,
    e_exc: 0.0,
    e_inh: -100.0,
    tau_g_e: 1.0,
    tau_g_i: 2.0,
};
const INH: LifParams = LifParams {
    tau_m: 10.0,
    v_rest: -60.0,
    v_reset: -45.0,
    v_thresh: -40.0,
    t_ref: 2.0,
    e_exc: 0.0,
    e_inh: -85.0,
    tau_g_e: 1.0,
    tau_g_i: 2.0,
};

/// Mean of a conductance over a step relative to its start, as the library takes it.
fn mean_over_step(tau: f32, dt: f64) -> f64 {
    f64::from(tau) / dt * (1.0 - (-dt / f64::from(tau)).exp())
}

#[test]
fn without_input_v_decays_to_rest_with_tau_m() {
    for (lif, dt) in [(EXC, 0.5), (INH, 0.5), (EXC, 0.1), (INH, 1.0)] {
        let membrane = Membrane::new(&lif, dt);
        let mut v = -90.0;
        for step in 1..=600 {
            v = membrane.step(v, 0.0, 0.0);
            let rest = f64::from(lif.v_rest);
            let exact = rest + (-90.0 - rest) * (-f64::from(step) * f64::from(dt) / f64::from(lif.tau_m)).exp();
            assert!((f64::from(v) - exact).abs() < 3e-3, "dt {dt}, step {step}: v {v}, exact {exact}");
        }
    }
}

#[test]
fn a_cell_at_rest_stays_there_to_the_bit() {
    for (lif, dt) in [(EXC, 0.5), (INH, 0.5), (EXC, 0.07), (INH, 0.33)] {
        let membrane = Membrane::new(&lif, dt);
        let v = (0..1000).fold(lif.v_rest, |v, _| membrane.step(v, 0.0, 0.0));
        assert_eq!(v.to_bits(), lif.v_rest.to_bits(), "dt {dt}: v {v} after 1000 steps at rest");
    }
}

#[test]
fn conductances_decay_with_their_own_time_constants() {
    for (lif, dt) in [(EXC, 0.5), (INH, 0.25), (EXC, 1.0)] {
        let membrane = Membrane::new(&lif, dt);
        for (decay, tau) in [(membrane.decay_e, lif.tau_g_e), (membrane.decay_i, lif.tau_g_i)] {
            let g = (0..20).fold(1.0, |g, _| g * decay);
            let exact = (-20.0 * f64::from(dt) / f64::from(tau)).exp();
            assert!((f64::from(g) / exact - 1.0).abs() < 1e-5, "dt {dt}, tau {tau}: g {g}, exact {exact}");
        }
    }
}

#[test]
fn constant_conductances_give_v_inf_and_tau_eff() {
    let dt = 0.5;
    for lif in [EXC, INH] {
        let membrane = Membrane::new(&lif, dt);
        let (c_e, c_i) = (mean_over_step(lif.tau_g_e, 0.5), mean_over_step(lif.tau_g_i, 0.5));
        for (g_e, g_i) in [(0.3, 0.0), (2.0, 0.0), (0.0, 1.0), (0.7, 3.0), (0.5, 0.5)] {
            let leak = 1.0 + g_e + g_i;
            let v_inf = (f64::from(lif.v_rest) + g_e * f64::from(lif.e_exc) + g_i * f64::from(lif.e_inh)) / leak;
            let tau_eff = f64::from(lif.tau_m) / leak;
            // The conductance at the start of a step whose mean over it is the one wanted.
            let step = |v| membrane.step(v, (g_e / c_e) as f32, (g_i / c_i) as f32);
            let mut v = -70.0;
            for k in 1..=(20.0 / f64::from(dt)) as u32 {
                v = step(v);
                let exact = v_inf + (-70.0 - v_inf) * (-f64::from(k) * f64::from(dt) / tau_eff).exp();
                assert!((f64::from(v) - exact).abs() < 0.02, "g {g_e} {g_i}, step {k}: v {v}, exact {exact}");
            }
            let v = (0..4000).fold(v, |v, _| step(v));
            assert!((f64::from(v) - v_inf).abs() < 1e-3, "g {g_e} {g_i}: v {v}, v_inf {v_inf}");
        }
    }
}

/// v never passes its equilibrium, from either side, whatever the conductances.
#[test]
fn no_conductance_makes_v_diverge_or_overshoot() {
    let conductances = (-6..=6).flat_map(|exponent| [1.0, 2.5, 5.0].map(|m: f32| m * 10f32.powi(exponent)));
    let conductances: Vec<f32> = [0.0].into_iter().chain(conductances).filter(|&g| g <= 1e6).collect();
    for (lif, dt) in [(EXC, 0.5), (INH, 0.5), (INH, 1.0)] {
        let membrane = Membrane::new(&lif, dt);
        let (c_e, c_i) = (mean_over_step(lif.tau_g_e, f64::from(dt)), mean_over_step(lif.tau_g_i, f64::from(dt)));
        for &g_e in &conductances {
            for &g_i in &conductances {
                let (e, i) = (f64::from(g_e) * c_e, f64::from(g_i) * c_i);
                let v_inf =
                    (f64::from(lif.v_rest) + e * f64::from(lif.e_exc) + i * f64::from(lif.e_inh)) / (1.0 + e + i);
                for start in [lif.e_inh, -80.0, lif.v_rest, lif.v_reset, lif.v_thresh, lif.e_exc] {
                    let v = f64::from(membrane.step(start, g_e, g_i));
                    let (low, high) = (v_inf.min(f64::from(start)), v_inf.max(f64::from(start)));
                    let rounding = 1e-5 * start.abs().max(1.0).max(v_inf.abs() as f32);
                    assert!(
                        v >= low - f64::from(rounding) && v <= high + f64::from(rounding),
                        "dt {dt}, g_e {g_e}, g_i {g_i}: v goes from {start} to {v}, past {v_inf}"
                    );
                }
            }
        }
    }
}

/// One cell that gets one input spike of weight `w` in step 0 and nothing after: when does it first exceed `threshold`?
fn first_spike_after_one_input(w: f32, threshold: f32, dt: f32) -> Option<u32> {
    let mut config = one_spike(1, dt);
    config.exc.v_thresh = threshold;
    let (pixels, weights) = only_input(w, 1);
    let mut network = Network::from_parts(config, 1, &weights, vec![20.0]).expect("sound parts");
    network.set_monitor(true);
    network.look(&pixels, Stream::Look, 0).expect("784 pixels");
    let monitor = network.monitor().expect("it is on");
    assert_eq!(monitor.input[0], (0, 0), "dt {dt}: the input spikes in step 0");
    assert!(monitor.input.iter().all(|&(step, _)| step == 0 || step > 500), "dt {dt}: and not again for long");
    monitor.exc.first().map(|&(step, _)| step).filter(|&step| step < 500)
}

/// A look of a single step in which a white pixel is certain to spike, then a rest that is played to its end because
/// the look was too dim.
fn one_spike(neurons: u32, dt: f32) -> Config {
    Config {
        dt,
        t_present: dt,
        t_rest: 500.0 * dt,
        intensity: 1000.0,
        intensity_step: 0.0,
        min_spikes: 1000,
        max_looks: 2,
        w_exc_inh: 10.4,
        w_inh_exc: 17.0,
        exc: EXC,
        inh: INH,
        ..mini::config(neurons)
    }
}

/// A white pixel at place 0, and `neurons` cells of which the first alone listens to it.
fn only_input(w: f32, neurons: usize) -> ([u8; INPUTS], Vec<f32>) {
    let (mut pixels, mut weights) = ([0; INPUTS], vec![0.0; INPUTS * neurons]);
    (pixels[0], weights[0]) = (255, w);
    (pixels, weights)
}

/// The highest threshold that something still exceeds, to 1 µV.
fn highest(mut low: f32, mut high: f32, exceeds: impl Fn(f32) -> bool) -> f32 {
    assert!(exceeds(low) && !exceeds(high), "the peak lies between {low} and {high} mV");
    while high - low > 1e-3 {
        let middle = (low + high) / 2.0;
        if exceeds(middle) { low = middle } else { high = middle }
    }
    low
}

#[test]
fn an_input_spike_of_weight_1_lifts_v_by_0_617_mv_after_4_6_ms() {
    for dt in [0.5, 0.25, 0.1] {
        let peak = highest(-65.0 + 1e-3, -60.0, |threshold| first_spike_after_one_input(1.0, threshold, dt).is_some());
        let height = peak + 65.0;
        assert!((0.61..=0.625).contains(&height), "dt {dt}: the peak is {height} mV");
        let step = first_spike_after_one_input(1.0, peak, dt).expect("it exceeds this");
        // v after the step with index k is that k + 1 steps after the spike came.
        let ms = (step + 1) as f32 * dt;
        assert!((4.0..=5.2).contains(&ms), "dt {dt}: the peak comes after {ms} ms");
    }
}

/// Cell 0 is made to fire, so its inhibitory partner fires; does cell 1 then exceed `threshold`? "Inhibition" pulls
/// upwards here, to −30 mV, for a threshold can only notice a rise: 35 mV from rest, as −100 mV is on the other side.
fn inhibition_lifts_another_cell_above(threshold: f32) -> bool {
    let mut config = one_spike(3, 0.5);
    config.exc.e_inh = -30.0;
    config.exc.t_ref = 500.0;
    let (pixels, weights) = only_input(60.0, 3);
    // The third cell keeps a threshold that it cannot reach.
    let theta = vec![20.0, 20.0 + threshold - config.exc.v_thresh, 1000.0];
    let mut network = Network::from_parts(config, 1, &weights, theta).expect("sound parts");
    network.set_monitor(true);
    network.look(&pixels, Stream::Look, 0).expect("784 pixels");
    let monitor = network.monitor().expect("it is on");
    let partner = monitor.inh.iter().filter(|&&(step, cell)| cell == 0 && step < 500).count();
    assert_eq!((monitor.exc[0].1, partner), (0, 1), "cell 0 fires first, and its partner once");
    monitor.exc.iter().any(|&(step, cell)| cell == 1 && step < 500)
}

#[test]
fn an_inhibitory_spike_of_17_moves_a_cell_by_a_quarter() {
    let moved = (highest(-64.9, -40.0, inhibition_lifts_another_cell_above) + 65.0) / 35.0;
    assert!((0.25..=0.30).contains(&moved), "cell 1 moved {moved} of the way to the reversal potential");
}

/// Cell 0 alone is driven; its spikes are those of a network without inhibition.
#[test]
fn an_own_partner_does_not_inhibit() {
    let fire = |w_inh_exc: f32, neurons: u32| {
        let config =
            Config { w_inh_exc, t_present: 100.0, min_spikes: 0, intensity: 1000.0, ..one_spike(neurons, 0.5) };
        let (pixels, weights) = only_input(3.0, neurons as usize);
        let mut network = Network::from_parts(config, 1, &weights, vec![20.0; neurons as usize]).expect("sound parts");
        network.set_monitor(true);
        network.look(&pixels, Stream::Look, 0).expect("784 pixels");
        network.monitor().expect("it is on").clone()
    };
    for neurons in [1, 2, 9] {
        let (without, with) = (fire(0.0, neurons), fire(17.0, neurons));
        assert!(with.inh.len() > 5, "N {neurons}: {} inhibitory spikes prove little", with.inh.len());
        assert_eq!(with.exc, without.exc, "N {neurons}: cell 0 is inhibited by its own partner");
    }
}

/// Neither sooner nor later: the lock-out lasts t_ref, not a step more or less.
#[test]
fn a_cell_driven_beyond_measure_fires_every_t_ref() {
    for (t_ref, dt) in [(5.0, 0.5), (2.0, 0.5), (3.0, 1.0), (1.0, 0.25), (0.0, 0.5)] {
        let mut config =
            Config { t_present: 50.0, min_spikes: 0, intensity: 1000.0, w_inh_exc: 0.0, ..one_spike(1, dt) };
        config.exc.t_ref = t_ref;
        let (pixels, weights) = only_input(1000.0, 1);
        let mut network = Network::from_parts(config, 1, &weights, vec![20.0]).expect("sound parts");
        network.set_monitor(true);
        network.look(&pixels, Stream::Look, 0).expect("784 pixels");
        let found: Vec<u32> = network.monitor().expect("it is on").exc.iter().map(|&(step, _)| step).collect();
        let apart = ((t_ref / dt) as usize).max(1);
        let expected: Vec<u32> = (0..(50.0 / dt) as u32).step_by(apart).collect();
        assert_eq!(found, expected, "t_ref {t_ref}, dt {dt}");
    }
}

/// A look of one step: the cell fires after its end, which still teaches but is no answer.
#[test]
fn spikes_in_the_rest_do_not_count() {
    let mut config = one_spike(1, 0.5);
    config.w_norm = 40.0;
    let (pixels, weights) = only_input(40.0, 1);
    let mut network = Network::from_parts(config, 1, &weights, vec![20.0]).expect("sound parts");
    network.set_monitor(true);
    for learn in [false, true] {
        let counts = if learn { network.learn(&pixels, 0, 1.0) } else { network.look(&pixels, Stream::Look, 0) };
        assert_eq!(counts.expect("784 pixels"), [0], "learn {learn}: counts of the last look");
        let status = network.status().look;
        let monitor = network.monitor().expect("it is on");
        assert!(!monitor.exc.is_empty() && monitor.exc.iter().all(|&(step, _)| step % 501 > 0), "{:?}", monitor.exc);
        assert_eq!(status, 2, "learn {learn}: so the look is repeated");
    }
}

#[test]
fn theta_grows_by_each_spike_and_decays_once_per_presentation() {
    let mut config = Config { t_present: 50.0, t_rest: 100.0, min_spikes: 0, intensity: 1000.0, ..one_spike(1, 0.5) };
    (config.theta.plus, config.theta.tau) = (0.25, 1e4);
    let (pixels, weights) = only_input(1.0, 1);
    let config = Config { w_norm: 10.0, ..config };
    let mut network = Network::from_parts(config, 1, &weights, vec![20.0]).expect("sound parts");
    network.set_monitor(true);
    let mut expected = 20.0;
    for presentation in 0..30 {
        let spikes = network.learn(&pixels, presentation, 1.0).expect("784 pixels")[0];
        let monitored = network.monitor().expect("it is on").exc.len();
        assert!(spikes > 0, "presentation {presentation}: no spikes");
        expected = (expected + 0.25 * monitored as f64) * (-150.0f64 / 1e4).exp();
        let theta = f64::from(network.theta()[0]);
        assert!((theta - expected).abs() < 1e-4 * expected, "presentation {presentation}: {theta}, exact {expected}");
    }
    network.look(&pixels, Stream::Look, 0).expect("784 pixels");
    assert!((f64::from(network.theta()[0]) - expected).abs() < 1e-4 * expected, "a look without learning moved theta");
}

/// Conductance spikes at fixed times; v at the end, for steps of `dt`.
fn v_after_volley(dt: f32) -> f64 {
    let membrane = Membrane::new(&EXC, dt);
    let (mut v, mut g_e, mut g_i) = (EXC.v_rest, 0.0, 0.0);
    let per_ms = (1.0 / dt) as u32;
    for step in 0..30 * per_ms {
        if step % per_ms == 0 {
            match step / per_ms {
                2 | 5 | 6 | 11 => g_e += 8.0,
                8 => g_i += 30.0,
                _ => {}
            }
        }
        v = membrane.step(v, g_e, g_i);
        g_e *= membrane.decay_e;
        g_i *= membrane.decay_i;
    }
    f64::from(v)
}

/// The same by Runge–Kutta of fourth order in steps of 1 µs, in f64: as good as exact.
fn v_after_volley_exactly() -> f64 {
    let (tau_e, tau_i) = (f64::from(EXC.tau_g_e), f64::from(EXC.tau_g_i));
    let slope = |v: f64, g_e: f64, g_i: f64| {
        ((f64::from(EXC.v_rest) - v) + g_e * (f64::from(EXC.e_exc) - v) + g_i * (f64::from(EXC.e_inh) - v))
            / f64::from(EXC.tau_m)
    };
    let (mut v, mut g_e, mut g_i) = (f64::from(EXC.v_rest), 0.0, 0.0);
    let dt = 1e-3;
    for step in 0..30_000 {
        match step {
            2000 | 5000 | 6000 | 11_000 => g_e += 8.0,
            8000 => g_i += 30.0,
            _ => {}
        }
        let g_at = |t: f64| (g_e * (-t / tau_e).exp(), g_i * (-t / tau_i).exp());
        let at = |v: f64, t: f64| slope(v, g_at(t).0, g_at(t).1);
        let k1 = at(v, 0.0);
        let k2 = at(v + dt / 2.0 * k1, dt / 2.0);
        let k3 = at(v + dt / 2.0 * k2, dt / 2.0);
        let k4 = at(v + dt * k3, dt);
        v += dt / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
        (g_e, g_i) = g_at(dt);
    }
    v
}

#[test]
fn without_spikes_the_error_falls_with_the_square_of_dt() {
    let exact = v_after_volley_exactly();
    let errors = [1.0, 0.5, 0.25, 0.125].map(|dt| (v_after_volley(dt) - exact).abs());
    for (pair, dt) in errors.windows(2).zip([1.0, 0.5, 0.25]) {
        let order = (pair[0] / pair[1]).log2();
        assert!((1.7..=2.4).contains(&order), "from dt {dt} to {}: errors {errors:?} mV, order {order}", dt / 2.0);
    }
    assert!(errors[1] < 0.15, "error at dt 0.5: {} mV of a volley of tens of mV", errors[1]);
}
