//! Proves what holds for every network, picture and seed: weights stay weights, cells keep their lock-out, thresholds
//! never fall by a spike, silence stays silence, and the same start gives the same bits, in pieces, resumed or
//! shuffled.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use stdp_digits::config::{INPUTS, ThetaParams};
use stdp_digits::network::Phase;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Model, Network, Run, Trainer};

use crate::support::mini;

/// The same cases on every machine.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(2015), ..ProptestConfig::default() }
}

prop_compose! {
    fn any_rule()(
        nu_pre in prop_oneof![Just(0.0f32), 1e-5f32..0.1],
        nu_post in prop_oneof![Just(0.0f32), 1e-4f32..0.5],
        tau_x_pre in 1.0f32..100.0,
        tau_x_post1 in 1.0f32..100.0,
        tau_x_post2 in 1.0f32..100.0,
    ) -> LearningRule {
        LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 }
    }
}

prop_compose! {
    /// Networks of all sizes, and constants around those that work.
    fn any_config(largest: u32)(
        neurons in 1..=largest,
        dt in prop_oneof![Just(0.5f32), Just(1.0), 0.2f32..1.0],
        t_present in 20.0f32..200.0,
        t_rest in prop_oneof![Just(0.0f32), 0.0f32..150.0],
        intensity in prop_oneof![Just(0.0f32), 0.0f32..10.0],
        min_spikes in 0u32..10,
        max_looks in 1u32..4,
        t_ref in (0.0f32..10.0, 0.0f32..5.0),
        w in (0.0f32..20.0, 0.0f32..40.0, 0.5f32..2.0, 20.0f32..150.0),
        theta in (15.0f32..25.0, 0.0f32..1.0, 1e3f32..1e8),
        rule in any_rule(),
        nu_final in 0.01f32..=1.0,
    ) -> Config {
        let mut config = mini::config(neurons);
        config.theta = ThetaParams { init: theta.0, plus: theta.1, tau: theta.2, ..config.theta };
        (config.exc.t_ref, config.inh.t_ref) = t_ref;
        (config.w_exc_inh, config.w_inh_exc, config.w_max, config.w_norm) = w;
        Config { dt, t_present, t_rest, intensity, min_spikes, max_looks, rule, nu_final, ..config }
    }
}

/// A picture with a run of ink, short or long, faint or bright.
#[derive(Clone, Debug)]
struct Picture {
    from: usize,
    length: usize,
    grey: u8,
}

impl Picture {
    fn pixels(&self) -> Vec<u8> {
        let ink = |k: usize| {
            if (self.from..self.from + self.length).contains(&k) { self.grey.saturating_sub((k % 50) as u8) } else { 0 }
        };
        (0..INPUTS).map(ink).collect()
    }
}

prop_compose! {
    fn any_picture()(from in 0..INPUTS, length in 0..INPUTS, grey in 1..=255u8) -> Picture {
        Picture { from, length, grey }
    }
}

fn network(config: &Config, seed: u64) -> Network {
    Network::new(config.clone(), seed).expect("any_config makes sound configurations")
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn weights_stay_finite_and_never_below_zero(
        config in any_config(60), seed: u64, pictures in prop::collection::vec(any_picture(), 1..5),
    ) {
        let mut network = network(&config, seed);
        for (index, picture) in pictures.iter().enumerate() {
            network.learn(&picture.pixels(), index as u64, 1.0)?;
            for (at, w) in network.weights().into_iter().enumerate() {
                prop_assert!(w.is_finite() && w >= 0.0, "image {index}, input {}, cell {}: {w}", at / network.neurons(), at % network.neurons());
            }
            prop_assert!(network.theta().iter().all(|theta| theta.is_finite()), "image {index}: theta {:?}", network.theta());
        }
    }

    #[test]
    fn weights_of_each_cell_sum_to_w_norm_when_a_look_begins(
        config in any_config(60), seed: u64, pictures in prop::collection::vec(any_picture(), 1..4),
    ) {
        let mut network = network(&config, seed);
        for (index, picture) in pictures.iter().enumerate() {
            network.begin(&picture.pixels(), Stream::Learn, index as u64)?;
            let (weights, n) = (network.weights(), network.neurons());
            for cell in 0..n {
                let sum: f64 = weights.chunks_exact(n).map(|row| f64::from(row[cell])).sum();
                let norm = f64::from(config.w_norm);
                // A cell whose weights were all depressed to 0 stays so.
                prop_assert!((sum / norm - 1.0).abs() < 2e-6 || sum == 0.0, "image {index}, cell {cell}: {sum}, expected {norm}");
            }
            network.advance(u32::MAX);
        }
    }

    #[test]
    fn a_spike_raises_its_own_threshold_and_nothing_lowers_one_within_a_look(
        config in any_config(30), seed: u64, picture in any_picture(),
    ) {
        let mut network = network(&config, seed);
        network.set_monitor(true);
        network.begin(&picture.pixels(), Stream::Learn, 0)?;
        while network.status().phase == Phase::Look {
            let before = network.theta().to_vec();
            let (step, look) = (network.status().step, network.status().look);
            network.advance(1);
            if network.status().look != look || network.status().phase == Phase::Done {
                // A look without a rest ends in the decay of the thetas.
                break;
            }
            let spikes = network.monitor().expect("it is on").exc.clone();
            for (cell, (before, after)) in before.iter().zip(network.theta()).enumerate() {
                let fired = spikes.contains(&(step, cell as u16));
                let expected = if fired { before + config.theta.plus } else { *before };
                prop_assert_eq!(*after, expected, "step {}, cell {}, fired {}", step, cell, fired);
            }
        }
    }

    #[test]
    fn no_cell_fires_twice_within_its_lock_out(config in any_config(40), seed: u64, picture in any_picture(), learn: bool) {
        let mut network = network(&config, seed);
        network.set_learning(learn);
        network.set_monitor(true);
        network.begin(&picture.pixels(), Stream::Look, 0)?;
        network.advance(u32::MAX);
        let monitor = network.monitor().expect("it is on").clone();
        let apart = |t_ref: f32| (t_ref / config.dt).round() as u32;
        let whole = config.steps_look() + config.steps_rest();
        for (what, spikes, least) in [("exc", monitor.exc, apart(config.exc.t_ref)), ("inh", monitor.inh, apart(config.inh.t_ref) + 1)] {
            let mut last = vec![None; network.neurons()];
            for (step, cell) in spikes {
                if let Some(before) = last[usize::from(cell)].replace(step) {
                    // Every look begins with all cells at rest, free of any lock-out.
                    let same_look = before / whole == step / whole;
                    prop_assert!(!same_look || step - before >= least.max(1), "{what} cell {cell}: steps {before} and {step}, {least} apart");
                }
            }
        }
    }

    #[test]
    fn a_black_picture_gets_every_look_and_no_spike(config in any_config(300), seed: u64, learn: bool) {
        let config = Config { min_spikes: 1, ..config };
        // Thresholds above rest: a cell must be driven to fire.
        let config = Config { theta: ThetaParams { init: 20.0, ..config.theta }, ..config };
        let mut network = network(&config, seed);
        network.set_learning(learn);
        network.set_monitor(true);
        network.begin(&[0; INPUTS], Stream::Look, 0)?;
        network.advance(u32::MAX);
        prop_assert_eq!((network.status().look, network.status().phase), (config.max_looks, Phase::Done));
        prop_assert_eq!(network.counts().iter().sum::<u32>(), 0);
        let monitor = network.monitor().expect("it is on");
        prop_assert!(monitor.input.is_empty() && monitor.exc.is_empty() && monitor.inh.is_empty(), "{monitor:?}");
    }

    #[test]
    fn the_same_start_gives_the_same_bits_and_another_seed_does_not(config in any_config(50), seed: u64, picture in any_picture()) {
        let run = |seed| -> Result<_, TestCaseError> {
            let mut network = network(&config, seed);
            network.set_monitor(true);
            let counts = network.learn(&picture.pixels(), 0, 1.0)?.to_vec();
            let monitor = network.monitor().expect("it is on").clone();
            Ok((counts, network.digest(), monitor.input, monitor.exc, monitor.inh))
        };
        prop_assert_eq!(run(seed)?, run(seed)?, "seed {} twice", seed);
        prop_assert_ne!(run(seed)?.1, run(seed ^ 1)?.1, "seed {} and the next", seed);
    }

    #[test]
    fn steps_may_be_played_in_any_pieces(
        config in any_config(30), seed: u64, picture in any_picture(), pieces in prop::collection::vec(1u32..100, 1..20), learn: bool,
    ) {
        let mut whole = network(&config, seed);
        whole.set_learning(learn);
        let mut parts = whole.clone();
        for network in [&mut whole, &mut parts] {
            network.set_monitor(true);
            network.begin(&picture.pixels(), Stream::Learn, 5)?;
        }
        whole.advance(u32::MAX);
        for &piece in pieces.iter().cycle() {
            let played = parts.advance(piece);
            prop_assert!(played <= piece, "asked for {piece}, played {played}");
            if played < piece {
                break;
            }
        }
        prop_assert_eq!(parts.advance(1), 0, "it is over");
        prop_assert_eq!(parts.status(), whole.status());
        prop_assert_eq!(parts.counts(), whole.counts());
        prop_assert_eq!(parts.digest(), whole.digest());
        prop_assert_eq!(&parts.monitor().expect("on").exc, &whole.monitor().expect("on").exc);
    }

    #[test]
    fn a_look_depends_on_its_index_alone_whatever_was_shown_before(
        config in any_config(60), seed: u64, before in prop::collection::vec(any_picture(), 0..3), picture in any_picture(), index: u64,
    ) {
        let mut fresh = network(&config, seed);
        let mut used = fresh.clone();
        for (other, picture) in before.iter().enumerate() {
            used.look(&picture.pixels(), Stream::Label, other as u64)?;
            // Left in the middle.
            used.begin(&picture.pixels(), Stream::Look, other as u64)?;
            used.advance(37);
        }
        prop_assert_eq!(used.look(&picture.pixels(), Stream::Look, index)?, fresh.look(&picture.pixels(), Stream::Look, index)?);
        prop_assert_eq!(used.digest(), fresh.digest(), "a look changed weights or thetas");
    }

    #[test]
    fn looks_between_lessons_do_not_change_what_is_learned(
        config in any_config(40), seed: u64, pictures in prop::collection::vec(any_picture(), 2..6),
    ) {
        let mut plain = network(&config, seed);
        let mut watched = plain.clone();
        for (index, picture) in pictures.iter().enumerate() {
            plain.learn(&picture.pixels(), index as u64, 1.0)?;
            watched.look(&picture.pixels(), Stream::Look, 9)?;
            watched.learn(&picture.pixels(), index as u64, 1.0)?;
            prop_assert_eq!(plain.digest(), watched.digest(), "after image {}", index);
        }
    }

    /// Cells have no places: shuffled cells do the same, shuffled.
    #[test]
    fn shuffled_cells_learn_and_fire_the_same_shuffled(
        config in any_config(40), seed: u64, pictures in prop::collection::vec(any_picture(), 1..4), turn: usize,
    ) {
        let n = config.neurons as usize;
        // from[j]: whose weights cell j gets. A turn and a mirror.
        let from: Vec<usize> = (0..n).map(|j| (turn % n + n - 1 - j) % n).collect();
        let mut plain = network(&config, seed);
        let weights: Vec<f32> = plain.weights().chunks_exact(n).flat_map(|row| from.iter().map(|&j| row[j])).collect();
        let mut shuffled = Network::from_parts(config.clone(), seed, &weights, plain.theta().to_vec())?;
        for (index, picture) in pictures.iter().enumerate() {
            let counts = plain.learn(&picture.pixels(), index as u64, 1.0)?.to_vec();
            let expected: Vec<u32> = from.iter().map(|&j| counts[j]).collect();
            prop_assert_eq!(shuffled.learn(&picture.pixels(), index as u64, 1.0)?, &expected[..], "image {}", index);
            let expected: Vec<f32> = from.iter().map(|&j| plain.theta()[j]).collect();
            prop_assert_eq!(shuffled.theta(), &expected[..], "image {}: thetas", index);
            let expected: Vec<f32> = plain.weights().chunks_exact(n).flat_map(|row| from.iter().map(|&j| row[j])).collect();
            prop_assert!(shuffled.weights() == expected, "image {index}: weights");
        }
    }

    #[test]
    fn a_configuration_survives_json(config in any_config(300)) {
        let text = serde_json::to_string(&config)?;
        prop_assert_eq!(Config::from_json(&text)?, config);
    }

    #[test]
    fn a_run_resumed_from_its_file_after_every_image_ends_in_the_same_bytes(
        config in any_config(20), seed: u64, pictures in prop::collection::vec(any_picture(), 1..4), passes in 1u32..4,
    ) {
        let images = pictures.len() as u64;
        let mut whole = Trainer::new(config, Run { seed, images, passes })?;
        let mut resumed = whole.clone();
        while let Some(image) = whole.next_image() {
            whole.learn(&pictures[image].pixels())?;
            resumed.learn(&pictures[image].pixels())?;
            let bytes = resumed.model().to_bytes()?;
            prop_assert!(bytes == whole.model().to_bytes()?, "files differ after {} of {} presentations", whole.presented(), whole.total());
            resumed = Trainer::from_model(&Model::from_bytes(&bytes)?)?;
        }
    }
}

/// Long enough that a weight which is scaled once more than in the other run would show.
#[test]
fn real_digits_learned_in_interrupted_runs_give_the_same_bytes() {
    let digits = mini::digits();
    for seed in 1..=6 {
        let mut whole = Trainer::new(mini::config(40), Run { seed, images: 30, passes: 1 }).expect("a sound run");
        let mut resumed = whole.clone();
        while let Some(image) = whole.next_image() {
            whole.learn(digits.image(image)).expect("784 pixels");
            resumed.learn(digits.image(image)).expect("784 pixels");
            let presented = whole.presented();
            assert_eq!(resumed.network().digest(), whole.network().digest(), "seed {seed}, after {presented} images");
            let network = Model::from_network(
                resumed.network(),
                Run { seed: resumed.network().seed(), images: 30, passes: 1 },
                presented,
            )
            .network()
            .expect("sound parts");
            resumed = Trainer::resume(network, Run { seed, images: 30, passes: 1 }, presented).expect("a sound run");
        }
    }
}

/// Presentation k of n learns from image k mod images at nu_final^(k / n) of the rates, with the noise of index k.
#[test]
fn rates_fall_from_1_to_nu_final_over_the_run() {
    let digits = mini::digits();
    let config = Config { nu_final: 0.1, ..mini::config(10) };
    let mut trainer = Trainer::new(config.clone(), Run { seed: 4, images: 5, passes: 3 }).expect("a sound run");
    let w_norm = config.w_norm;
    let mut network = Network::new(config, 4).expect("a sound configuration");
    for k in 0..15 {
        assert_eq!((trainer.next_image(), trainer.presented()), (Some(k % 5), k as u64), "presentation {k}");
        trainer.learn(digits.image(k % 5)).expect("784 pixels");
        let share = 0.1f32.powf(k as f32 / 15.0);
        network.learn(digits.image(k % 5), k as u64, share).expect("784 pixels");
        let learnt = network.weights();
        for (at, (found, expected)) in trainer.network().weights().iter().zip(&learnt).enumerate() {
            let (input, cell) = (at / 10, at % 10);
            // The network alone is normalised by its next look, the trainer's at once.
            let expected = expected * w_norm / learnt.iter().skip(cell).step_by(10).sum::<f32>();
            assert!(
                (found - expected).abs() < 1e-5,
                "seed 4, presentation {k}, input {input}, cell {cell}: {found}, expected {expected}"
            );
        }
    }
    assert_eq!((trainer.next_image(), trainer.presented()), (None, 15), "the end");
}

/// Learning makes receptive fields: weights leave the margin that MNIST never inks, and cells come to differ.
#[test]
fn learning_moves_weights_to_where_the_ink_is_and_cells_apart() {
    let digits = mini::digits();
    let mut trainer = Trainer::new(mini::config(20), Run { seed: 1, images: 40, passes: 5 }).expect("a sound run");
    let n = 20;
    // Share of weights on pixels that are inked in at least one in five of the digits.
    let inked: Vec<usize> =
        (0..INPUTS).filter(|&p| (0..40).filter(|&k| digits.image(k)[p] > 64).count() >= 8).collect();
    let on_ink = |network: &Network| {
        let weights = network.weights();
        let sum = |rows: &mut dyn Iterator<Item = usize>| -> f32 {
            rows.map(|i| weights[i * n..][..n].iter().sum::<f32>()).sum()
        };
        sum(&mut inked.iter().copied()) / sum(&mut (0..INPUTS))
    };
    // Standard deviation of a cell's weights, averaged over cells.
    let contrast = |network: &Network| {
        let weights = network.weights();
        let spread = |cell: usize| {
            let of_cell: Vec<f64> = weights.chunks_exact(n).map(|row| f64::from(row[cell])).collect();
            let mean = of_cell.iter().sum::<f64>() / 784.0;
            (of_cell.iter().map(|w| (w - mean) * (w - mean)).sum::<f64>() / 784.0).sqrt()
        };
        (0..n).map(spread).sum::<f64>() / n as f64
    };
    let (ink_before, contrast_before) = (on_ink(trainer.network()), contrast(trainer.network()));
    while let Some(image) = trainer.next_image() {
        trainer.learn(digits.image(image)).expect("784 pixels");
    }
    let (ink, contrast) = (on_ink(trainer.network()), contrast(trainer.network()));
    assert!(ink > 1.3 * ink_before, "seed 1: the share of weights on ink went from {ink_before} to {ink}");
    assert!(contrast > 1.3 * contrast_before, "seed 1: contrast went from {contrast_before} to {contrast}");
}
