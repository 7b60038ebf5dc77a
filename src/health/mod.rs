//! Whether a network looks like one that has learned, judged from its file alone.
//!
//! | figure | of | meaning |
//! |---|---|---|
//! | theta, sums, weights | cells, cells, synapses | mean, standard deviation, minimum and maximum; theta in mV |
//! | likeness | pairs of cells | mean cosine between two receptive fields: 1 when all cells learned the same |
//! | most similar pair | cells | the two receptive fields with the largest cosine |
//! | idle cells | cells | theta no higher than after decay alone: no spike for a long time |
//! | silent cells | cells | no spike to any image of the labelling pass |
//! | spikes per image | | Σ_j λ_jc, mean over the digits c shown in labelling |
//! | retried | presentations | share of those in training that needed a second, brighter look |
//!
//! The cosine of cells a and b is Σ_i w_ia·w_ib / √(Σ_i w_ia² · Σ_i w_ib²). Random weights, uniform in \[0, 1), have
//! 0.75. A figure out of range becomes a [`Finding`], whose sentence names the likely cause. [`Stretch`] does the same
//! for a network while it learns.

mod diagnosis;
mod fields;
mod finding;
mod stretch;

use serde::Serialize;

pub use fields::atlas;
pub use finding::Finding;
pub use stretch::{Course, Stretch};

use fields::Fields;

use crate::config::Config;
use crate::model::Model;
use crate::readout::CLASSES;

/// Mean, standard deviation, minimum and maximum of some numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stats {
    /// Mean.
    pub mean: f64,
    /// Standard deviation of the population.
    pub sd: f64,
    /// Minimum.
    pub min: f64,
    /// Maximum.
    pub max: f64,
}

impl Stats {
    fn of(values: &[f32]) -> Stats {
        let n = values.len().max(1) as f64;
        let mean = values.iter().map(|&x| f64::from(x)).sum::<f64>() / n;
        let variance = values.iter().map(|&x| (f64::from(x) - mean) * (f64::from(x) - mean)).sum::<f64>() / n;
        let fold = |pick: fn(f64, f64) -> f64, from| values.iter().fold(from, |best, &x| pick(best, f64::from(x)));
        Stats {
            mean,
            sd: libm::sqrt(variance),
            min: fold(f64::min, f64::INFINITY),
            max: fold(f64::max, f64::NEG_INFINITY),
        }
    }
}

/// Two cells and how alike their receptive fields are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The two cells, ascending.
    pub cells: [usize; 2],
    /// Cosine of the angle between their weights.
    pub cosine: f64,
}

/// The health of a network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Health {
    /// Excitatory cells.
    pub neurons: usize,
    /// Adaptive part of the thresholds \[mV\].
    pub theta: Stats,
    /// Cells whose threshold lies at or below their resting potential: they fire without input.
    pub restless: usize,
    /// All input weights.
    pub weights: Stats,
    /// Σ_i w_ij of each cell.
    pub sums: Stats,
    /// Share of the weights at w_max or above.
    pub saturated: f64,
    /// Cells without any weight.
    pub dead: Vec<usize>,
    /// Cells that have not fired for a long time; unknown for a network that this program did not train.
    pub idle: Option<usize>,
    /// Cells without a spike in the labelling pass; unknown before labelling.
    pub silent: Option<usize>,
    /// Cells of each digit; unknown before labelling.
    pub cells: Option<[usize; CLASSES]>,
    /// Mean total of spikes in a look; unknown before labelling.
    pub spikes_per_image: Option<f64>,
    /// Share of the presentations in training that needed more than one look; unknown for a network that this program
    /// did not train, or from before it counted them.
    pub retried: Option<f64>,
    /// Mean cosine over all pairs of receptive fields; `None` with fewer than two cells.
    pub likeness: Option<f64>,
    /// The most similar pair; `None` with fewer than two cells.
    pub most_similar: Option<Pair>,
    /// What is out of range; empty for a healthy network. JSON has their sentences.
    #[serde(serialize_with = "finding::sentences")]
    pub findings: Vec<Finding>,
}

impl Health {
    /// Examines a model. The time grows with the square of its size: a moment for 400 cells, a second for 6400.
    pub fn of(model: &Model) -> Health {
        let (weights, n) = (model.weights(), model.neurons());
        let config = &model.origin.config;
        let mut sums = vec![0f32; n];
        for row in weights.chunks_exact(n) {
            sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += w);
        }
        let fields = Fields::new(&weights, n);
        let readout = model.readout();
        let count = |digit| readout.map(|readout| readout.labels().iter().filter(|&&label| label == digit).count());
        let mut health = Health {
            neurons: n,
            theta: Stats::of(model.theta()),
            restless: restless(model.theta(), config),
            weights: Stats::of(&weights),
            sums: Stats::of(&sums),
            saturated: weights.iter().filter(|&&w| w >= config.w_max).count() as f64 / weights.len() as f64,
            dead: (0..n).filter(|&cell| sums[cell] <= 0.0).collect(),
            idle: idle(model),
            silent: count(None),
            cells: readout.map(|_| std::array::from_fn(|digit| count(Some(digit as u8)).unwrap_or(0))),
            spikes_per_image: readout.map(|readout| spikes_per_image(readout.rates())),
            retried: retried(model),
            likeness: fields.likeness(),
            most_similar: fields.most_similar(),
            findings: Vec::new(),
        };
        health.findings = diagnosis::of(&health, config);
        health
    }
}

/// Cells whose threshold lies at or below their resting potential.
fn restless(theta: &[f32], config: &Config) -> usize {
    let rest = |&&theta: &&f32| config.exc.v_thresh + (theta - config.theta.offset) <= config.exc.v_rest;
    theta.iter().filter(rest).count()
}

/// Share of the presentations in training that needed more than one look.
fn retried(model: &Model) -> Option<f64> {
    let origin = &model.origin;
    let training = origin.training.filter(|_| origin.presented > 0)?;
    Some(training.retried as f64 / origin.presented as f64)
}

/// Cells whose theta is no higher than decay alone leaves of `theta.init`, in a network that has learned.
fn idle(model: &Model) -> Option<usize> {
    let (origin, config) = (&model.origin, &model.origin.config);
    let (plus, tau) = config.theta_constants();
    if origin.presented == 0 || plus <= 0.0 {
        return None;
    }
    let past = origin.presented as f64 * (f64::from(config.t_present) + f64::from(config.t_rest));
    let left = f64::from(config.theta.init) * libm::exp(-past / f64::from(tau));
    let least = left + 0.5 * f64::from(plus);
    Some(model.theta().iter().filter(|&&theta| f64::from(theta) <= least).count())
}

/// Mean over the digits shown of the expected spikes of all cells; 0 if nothing was shown or no cell fired.
fn spikes_per_image(rates: &[f32]) -> f64 {
    let mut totals = [0f64; CLASSES];
    for of_cell in rates.chunks_exact(CLASSES) {
        totals.iter_mut().zip(of_cell).for_each(|(total, &rate)| *total += f64::from(rate));
    }
    let shown = totals.iter().filter(|&&total| total > 0.0).count();
    totals.iter().sum::<f64>() / shown.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Network;
    use crate::config::INPUTS;
    use crate::run::Run;

    fn model(theta: &[f32], weight: impl Fn(usize, usize) -> f32) -> Model {
        let n = theta.len();
        let weights: Vec<f32> = (0..INPUTS * n).map(|k| weight(k / n, k % n)).collect();
        let config = Config { neurons: n as u32, ..Config::default() };
        Model::from_network(
            &Network::from_parts(config, 1, &weights, theta.to_vec()).expect("sound"),
            Run { seed: 1, images: 0, passes: 0 },
            0,
        )
    }

    #[test]
    fn cosines_are_those_of_hand_made_fields() {
        // Cells 0 and 1 share half of their inputs: 1/2. Cell 2 shares none.
        let health = Health::of(&model(&[20.0; 3], |input, cell| {
            f32::from(u8::from(match cell {
                0 => input < 20,
                1 => (10..30).contains(&input),
                _ => input >= 700,
            }))
        }));
        let pair = health.most_similar.expect("three cells");
        assert_eq!(pair.cells, [0, 1], "{pair:?}");
        assert!((pair.cosine - 0.5).abs() < 1e-6, "{pair:?}");
        let likeness = health.likeness.expect("three cells");
        assert!((likeness - 0.5 / 3.0).abs() < 1e-6, "mean of 1/2, 0 and 0: {likeness}");
        assert_eq!((health.sums.min, health.sums.max), (20.0, 84.0), "{:?}", health.sums);
    }

    #[test]
    fn cells_that_are_all_alike_are_named_with_their_cause() {
        let health = Health::of(&model(&[20.0; 4], |input, _| (input % 7) as f32 / 7.0));
        assert_eq!(health.findings.len(), 1, "{:?}", health.findings);
        assert!(matches!(health.findings[0], Finding::Alike { .. }), "{:?}", health.findings);
    }

    #[test]
    fn a_threshold_below_rest_and_a_cell_without_weights_are_found() {
        // −52 + (6 − 20) = −66 mV, below the rest of −65.
        let health = Health::of(&model(&[6.0, 20.0], |input, cell| if cell == 1 { 0.0 } else { (input % 2) as f32 }));
        assert_eq!((health.restless, &health.dead[..]), (1, &[1][..]), "{health:?}");
        assert_eq!(health.findings.len(), 2, "{:?}", health.findings);
    }

    #[test]
    fn one_cell_has_no_pair() {
        let health = Health::of(&model(&[20.0], |_, _| 0.1));
        assert_eq!((health.likeness, health.most_similar), (None, None), "{health:?}");
    }
}
