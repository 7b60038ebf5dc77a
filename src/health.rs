//! Whether a network looks as a network that has learned should, from its file alone.
//!
//! | figure | of | meaning |
//! |---|---|---|
//! | theta, sums, weights | cells, cells, synapses | mean, standard deviation, least and largest; theta in mV |
//! | likeness | pairs of cells | mean cosine between two receptive fields: 1 when all cells learned the same |
//! | most similar pair | cells | the two receptive fields with the largest cosine |
//! | idle cells | cells | theta no higher than decay alone has left it: not one spike since long |
//! | silent cells | cells | no spike to any image of the labelling pass |
//! | spikes per image | | Σ_j λ_jc, mean over the digits c shown in labelling |
//!
//! The cosine of cells a and b is Σ_i w_ia·w_ib / √(Σ_i w_ia² · Σ_i w_ib²). Random weights, uniform in \[0, 1), have 0.75.
//! A figure out of its range becomes a sentence in [`Health::findings`] that names the likely cause.

use serde::Serialize;

use crate::config::INPUTS;
use crate::model::Model;
use crate::readout::CLASSES;

/// Lanes of the sums in a dot product; 784 is 49 times as many.
const LANES: usize = 16;
/// Mean cosine above which cells are all alike. Random weights have 0.75, the shipped network of 400 cells 0.62.
const ALIKE: f64 = 0.9;
/// Mean cosine above which no cell has found a picture of its own yet.
const UNFORMED: f64 = 0.7;
/// Share of silent or idle cells above which something is wrong.
const MANY: f64 = 0.2;

/// Mean, standard deviation, least and largest of some numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stats {
    /// Mean.
    pub mean: f64,
    /// Standard deviation of the numbers themselves.
    pub sd: f64,
    /// Least.
    pub min: f64,
    /// Largest.
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

/// The state of health of a network.
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
    /// Cells that have not fired since long; unknown for a network that this program did not train.
    pub idle: Option<usize>,
    /// Cells without a spike in the labelling pass; unknown before it.
    pub silent: Option<usize>,
    /// Cells of each digit; unknown before labelling.
    pub cells: Option<[usize; CLASSES]>,
    /// Mean spikes of all cells in a look; unknown before labelling.
    pub spikes_per_image: Option<f64>,
    /// Mean cosine over all pairs of receptive fields; none with fewer than two cells.
    pub likeness: Option<f64>,
    /// The most similar pair; none with fewer than two cells.
    pub most_similar: Option<Pair>,
    /// What is out of range, with the likely cause: a sentence each, none for a healthy network.
    pub findings: Vec<String>,
}

impl Health {
    /// Examines a model. Takes time in proportion to the square of its size: a moment for 400 cells, seconds for 6400.
    pub fn of(model: &Model) -> Health {
        let (weights, n) = (model.weights(), model.neurons());
        let config = &model.origin.config;
        let mut sums = vec![0f32; n];
        for row in weights.chunks_exact(n) {
            sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += w);
        }
        let fields = Fields::new(&weights, n);
        let rest = |&&theta: &&f32| config.exc.v_thresh + (theta - config.theta.offset) <= config.exc.v_rest;
        let readout = model.readout();
        let count = |digit| readout.map(|readout| readout.labels().iter().filter(|&&label| label == digit).count());
        let mut health = Health {
            neurons: n,
            theta: Stats::of(model.theta()),
            restless: model.theta().iter().filter(rest).count(),
            weights: Stats::of(&weights),
            sums: Stats::of(&sums),
            saturated: weights.iter().filter(|&&w| w >= config.w_max).count() as f64 / weights.len() as f64,
            dead: (0..n).filter(|&cell| sums[cell] <= 0.0).collect(),
            idle: idle(model),
            silent: count(None),
            cells: readout.map(|_| std::array::from_fn(|digit| count(Some(digit as u8)).unwrap_or(0))),
            spikes_per_image: readout.map(|readout| spikes_per_image(readout.rates())),
            likeness: fields.likeness(),
            most_similar: fields.most_similar(),
            findings: Vec::new(),
        };
        health.findings = health.diagnose(model);
        health
    }

    fn diagnose(&self, model: &Model) -> Vec<String> {
        let (config, n) = (&model.origin.config, self.neurons as f64);
        let mut findings = Vec::new();
        if self.restless > 0 {
            findings.push(format!(
                "{} of {n} cells have thresholds at or below rest and fire without input: theta fell too low; \
                 set theta.scale_with_n, or raise theta.plus or theta.tau",
                self.restless
            ));
        }
        if !self.dead.is_empty() {
            findings.push(format!(
                "{} of {n} cells have no weights left: depression is too strong; lower the rule's rates",
                self.dead.len()
            ));
        }
        match self.likeness {
            Some(likeness) if likeness > ALIKE => findings.push(format!(
                "all cells learned the same (mean cosine {likeness:.2}): inhibition is too weak or arrives too late; \
                 raise w_inh_exc"
            )),
            Some(likeness) if likeness > UNFORMED => findings.push(format!(
                "receptive fields are hardly formed (mean cosine {likeness:.2}, random weights have 0.75): \
                 train on more images, or raise the learning rate"
            )),
            _ => {}
        }
        if let Some(idle) = self.idle.filter(|&idle| idle as f64 > MANY * n) {
            findings.push(format!(
                "{idle} of {n} cells have not fired in training for long: too few images for so many cells, or \
                 theta.plus is so small that the same few win again and again"
            ));
        }
        if let Some(silent) = self.silent.filter(|&silent| silent as f64 > MANY * n) {
            findings.push(format!(
                "{silent} of {n} cells stayed silent in labelling: label on more images, or their thresholds are too \
                 high; lower theta.plus"
            ));
        }
        match self.spikes_per_image {
            Some(spikes) if spikes < f64::from(config.min_spikes) => findings.push(format!(
                "{spikes:.1} spikes an image, fewer than the {} that a look needs: most images are shown again and \
                 again; thresholds are too high (theta.plus) or weights too small (w_norm)",
                config.min_spikes
            )),
            Some(spikes) if spikes > 100.0 => findings.push(format!(
                "{spikes:.0} spikes an image, expected 5 to 100: too many cells answer at once; raise w_inh_exc, or \
                 train longer until thetas have risen"
            )),
            _ => {}
        }
        let missing = self.cells.map(|cells| (0..CLASSES).filter(|&digit| cells[digit] == 0).collect::<Vec<_>>());
        if let Some(missing) = missing.filter(|missing| !missing.is_empty()) {
            let digits = missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            findings.push(format!("no cell stands for {digits}: too few cells, or too few images in labelling"));
        }
        findings
    }
}

/// Cells with a theta no higher than what decay alone leaves of `theta.init`, in a network that has learned.
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

/// Mean over the digits shown of the expected spikes of all cells; 0 where nothing was shown or nobody spoke.
fn spikes_per_image(rates: &[f32]) -> f64 {
    let mut totals = [0f64; CLASSES];
    for of_cell in rates.chunks_exact(CLASSES) {
        totals.iter_mut().zip(of_cell).for_each(|(total, &rate)| *total += f64::from(rate));
    }
    let shown = totals.iter().filter(|&&total| total > 0.0).count();
    totals.iter().sum::<f64>() / shown.max(1) as f64
}

/// Receptive fields of length 1, cell-major; all 0 for a cell without weights.
struct Fields(Vec<f32>);

impl Fields {
    fn new(weights: &[f32], n: usize) -> Fields {
        let mut fields = vec![0f32; weights.len()];
        for (input, row) in weights.chunks_exact(n).enumerate() {
            row.iter().enumerate().for_each(|(cell, &w)| fields[cell * INPUTS + input] = w);
        }
        for field in fields.chunks_exact_mut(INPUTS) {
            let length = libm::sqrtf(dot(field, field));
            if length > 0.0 {
                field.iter_mut().for_each(|w| *w /= length);
            }
        }
        Fields(fields)
    }

    /// Mean of all cosines: (|Σ_j u_j|² − N) / (N·(N − 1)) with u_j the receptive fields at length 1.
    fn likeness(&self) -> Option<f64> {
        let n = (self.0.len() / INPUTS) as f64;
        let (mut sum, mut own) = (vec![0f64; INPUTS], 0.0);
        for field in self.0.chunks_exact(INPUTS) {
            sum.iter_mut().zip(field).for_each(|(sum, &w)| *sum += f64::from(w));
            own += f64::from(dot(field, field));
        }
        let all: f64 = sum.iter().map(|x| x * x).sum();
        (n > 1.0).then(|| (all - own) / (n * (n - 1.0)))
    }

    /// The first of the pairs with the largest cosine.
    fn most_similar(&self) -> Option<Pair> {
        let mut best: Option<Pair> = None;
        for (a, of_a) in self.0.chunks_exact(INPUTS).enumerate() {
            for (b, of_b) in self.0.chunks_exact(INPUTS).enumerate().skip(a + 1) {
                let cosine = f64::from(dot(of_a, of_b));
                if best.is_none_or(|best| cosine > best.cosine) {
                    best = Some(Pair { cells: [a, b], cosine });
                }
            }
        }
        best
    }
}

/// Σ a·b in [`LANES`] partial sums, always in the same order.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0f32; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

/// All receptive fields in one grey picture, as near to a square as N allows: columns, rows and pixels.
///
/// Cells run left to right, then down; each is 28 × 28, white at `w_max` and above, black at 0; places left over are
/// black. For N a square number it is the layout of the paper's Fig. 2A, 28·√N on a side.
pub fn picture(weights: &[f32], neurons: usize, w_max: f32) -> (usize, usize, Vec<u8>) {
    const SIDE: usize = 28;
    let columns = (1..=neurons).find(|columns| columns * columns >= neurons).unwrap_or(1);
    let rows = neurons.div_ceil(columns).max(1);
    let mut pixels = vec![0u8; columns * rows * SIDE * SIDE];
    for (input, row) in weights.chunks_exact(neurons.max(1)).enumerate() {
        for (cell, &w) in row.iter().enumerate() {
            let (x, y) = (cell % columns * SIDE + input % SIDE, cell / columns * SIDE + input / SIDE);
            pixels[y * columns * SIDE + x] = libm::roundf((w / w_max * 255.0).clamp(0.0, 255.0)) as u8;
        }
    }
    (columns * SIDE, rows * SIDE, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, Network};

    fn model(theta: &[f32], weight: impl Fn(usize, usize) -> f32) -> Model {
        let n = theta.len();
        let weights: Vec<f32> = (0..INPUTS * n).map(|k| weight(k / n, k % n)).collect();
        let config = Config { neurons: n as u32, ..Config::default() };
        Model::from_network(&Network::from_parts(config, 1, &weights, theta.to_vec()).expect("sound"), 0, 0, 0)
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
        assert!(health.findings[0].contains("w_inh_exc"), "{:?}", health.findings);
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

    #[test]
    fn any_number_of_cells_makes_a_picture() {
        for (n, columns, rows) in [(1, 1, 1), (2, 2, 1), (5, 3, 2), (150, 13, 12), (400, 20, 20)] {
            let weights: Vec<f32> = (0..INPUTS * n).map(|k| if k % n == n - 1 { 2.0 } else { 0.5 }).collect();
            let (width, height, pixels) = picture(&weights, n, 1.0);
            assert_eq!((width, height, pixels.len()), (28 * columns, 28 * rows, 784 * columns * rows), "{n} cells");
            let last = (n - 1) / columns * 28 * width + (n - 1) % columns * 28;
            assert_eq!(pixels[last], 255, "cell {} of {n}, clipped to white", n - 1);
            assert_eq!(pixels[0], if n == 1 { 255 } else { 128 }, "cell 0 of {n}");
        }
    }
}
