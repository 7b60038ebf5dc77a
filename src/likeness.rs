//! How much a picture resembles anything the network has learned, so that it need not answer to what it does not know.
//!
//! Evidence distinguishes digits but cannot reject a letter, because a letter also drives some cell the most. This
//! score can:
//!
//! ```text
//! x̂   = x / |x|                    the inputs, 0…255 each, at length 1
//! ŵ_j = w_j / |w_j|                the field of cell j, likewise
//! m   = COMMON · (Σ_j ŵ_j) / N     what most fields share
//! score = max_j cos(x̂ − m, ŵ_j − m) − ease(label of cell j)
//! ```
//!
//! Subtracting most of the common part makes the score depend on shape: with none of it subtracted, 1,508 drawn digits
//! and 554 capital letters have an AUROC of 0.974, with 0.7 of it 0.983, with all of it 0.979 (`docs/notebook.md`).
//!
//! Some digits are easier to match than others: a 0 rarely has a cosine below 0.75, an 8 often does, so a heart that matches
//! a 0 at 0.7 is a poor 0 although many an 8 has less. The *ease* of a label is half the difference between the cosine that
//! all but 5 % of its digits reach and the mean of that cosine over all labels. Subtracting it refuses 77 % of the letters
//! instead of 74 % where 2 % of the drawn digits are refused, and twice as many hearts (`docs/drawings.md`).
//!
//! *Likeness* is the share of unseen digits that score lower: 0.5 for a typical digit. Eases and scores are measured when the
//! cells are labelled, and stored in the model file.

use crate::error::{Error, ModelFault};
use crate::network::Network;
use crate::readout::CLASSES;

/// Share of the mean field that is subtracted.
const COMMON: f64 = 0.7;
/// Share of the difference between a label's cosine and the mean that is its ease.
const EASE: f64 = 0.5;
/// Share of a label's digits that are below the cosine that its ease is computed from.
const HARD: f64 = 0.05;
/// Number of stored scores: the lowest, the highest, and 255 at even ranks between them.
pub const KEPT: usize = 257;

/// What scores are computed from, and the scores of digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// m
    common: Vec<f64>,
    /// 1 / |w_j|; 0 for a cell without weights.
    lengths: Vec<f64>,
    /// m · ŵ_j
    shared: Vec<f64>,
    /// The ease of each cell's label; 0 for a cell without one.
    eases: Vec<f64>,
    /// What was measured on digits.
    usual: Usual,
}

/// What is measured on digits, as stored in a model file.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    /// Scores of the digits at even ranks, ascending: [`KEPT`] of them.
    pub scores: Vec<f32>,
    /// The ease of each label; all 0 in older files.
    pub ease: [f32; CLASSES],
}

impl Likeness {
    /// For the fields of a network, the labels of its cells, and what was measured on digits.
    ///
    /// # Errors
    /// A different number of scores or labels, scores that do not ascend, or numbers that are not finite.
    pub fn new(network: &Network, labels: &[Option<u8>], usual: Usual) -> Result<Likeness, Error> {
        if usual.scores.len() != KEPT {
            return Err(Error::Shape { what: "scores of likeness", found: usual.scores.len(), expected: KEPT });
        }
        let finite = usual.scores.iter().chain(&usual.ease).all(|score| score.is_finite());
        if !finite || !usual.scores.is_sorted() {
            return Err(Error::Model(ModelFault::Number, "its scores of likeness are not finite and ascending".into()));
        }
        let mut likeness = Likeness::of_fields(network);
        likeness.set_ease(labels, usual.ease)?;
        likeness.usual.scores = usual.scores;
        Ok(likeness)
    }

    /// The same with eases and scores measured on digits. Eases compare labels, so `shown`, labels with pictures, may be
    /// digits that the network learned from; `unseen` must be digits that it did not.
    ///
    /// # Errors
    /// No unseen pictures, one that does not have 784 pixels, or not one label for each cell.
    pub fn measure<'a>(
        network: &Network,
        labels: &[Option<u8>],
        shown: impl Iterator<Item = (u8, &'a [u8])>,
        unseen: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Likeness, Error> {
        let mut likeness = Likeness::of_fields(network);
        let mut cosines: [Vec<f32>; CLASSES] = Default::default();
        for (label, pixels) in shown {
            let cosine = likeness.score(network, pixels)?;
            if let Some(cosines) = cosines.get_mut(usize::from(label)) {
                cosines.push(cosine);
            }
        }
        likeness.set_ease(labels, ease(&mut cosines))?;
        let mut scores = unseen.map(|pixels| likeness.score(network, pixels)).collect::<Result<Vec<f32>, Error>>()?;
        if scores.is_empty() {
            return Err(Error::Shape { what: "digits to measure likeness on", found: 0, expected: 1 });
        }
        scores.sort_unstable_by(f32::total_cmp);
        likeness.usual.scores = (0..KEPT).map(|k| scores[k * (scores.len() - 1) / (KEPT - 1)]).collect();
        Ok(likeness)
    }

    fn set_ease(&mut self, labels: &[Option<u8>], ease: [f32; CLASSES]) -> Result<(), Error> {
        if labels.len() != self.lengths.len() {
            return Err(Error::Shape { what: "labels of cells", found: labels.len(), expected: self.lengths.len() });
        }
        let of =
            |label: &Option<u8>| label.and_then(|label| ease.get(usize::from(label))).map_or(0.0, |&e| f64::from(e));
        self.eases = labels.iter().map(of).collect();
        self.usual.ease = ease;
        Ok(())
    }

    fn of_fields(network: &Network) -> Likeness {
        let (weights, n) = (network.weights(), network.neurons());
        let mut lengths = vec![0.0f64; n];
        for row in weights.chunks_exact(n) {
            lengths.iter_mut().zip(row).for_each(|(sum, &w)| *sum += f64::from(w) * f64::from(w));
        }
        lengths.iter_mut().for_each(|sum| *sum = if *sum > 0.0 { 1.0 / sum.sqrt() } else { 0.0 });
        let along = |row: &[f32]| row.iter().zip(&lengths).map(|(&w, length)| f64::from(w) * length).sum::<f64>();
        let common: Vec<f64> = weights.chunks_exact(n).map(|row| COMMON * along(row) / n as f64).collect();
        let mut shared = vec![0.0; n];
        for (row, common) in weights.chunks_exact(n).zip(&common) {
            shared.iter_mut().zip(row).for_each(|(sum, &w)| *sum += f64::from(w) * common);
        }
        shared.iter_mut().zip(&lengths).for_each(|(sum, length)| *sum *= length);
        let usual = Usual { scores: Vec::new(), ease: [0.0; CLASSES] };
        Likeness { common, lengths, shared, eases: vec![0.0; n], usual }
    }

    /// What was measured on digits.
    pub fn usual(&self) -> &Usual {
        &self.usual
    }

    /// The likeness of a picture, 0 to 1; 0 for one without ink. `network` must be the one that this was made for.
    ///
    /// # Errors
    /// A picture that does not have 784 pixels.
    pub fn of(&self, network: &Network, pixels: &[u8]) -> Result<f64, Error> {
        let score = self.score(network, pixels)?;
        // Between two kept scores, in proportion; the first of equal ones.
        let scores = &self.usual.scores;
        let above = scores.partition_point(|&usual| usual < score);
        let Some((&low, &high)) = above.checked_sub(1).and_then(|k| scores.get(k)).zip(scores.get(above)) else {
            return Ok(if above == 0 { 0.0 } else { 1.0 });
        };
        let part = f64::from(score - low) / f64::from(high - low);
        Ok(((above - 1) as f64 + part) / (KEPT - 1) as f64)
    }

    fn score(&self, network: &Network, pixels: &[u8]) -> Result<f32, Error> {
        let inputs = network.config().inputs(pixels)?;
        let square: u64 = inputs.iter().map(|&x| u64::from(x) * u64::from(x)).sum();
        if square == 0 {
            return Ok(0.0);
        }
        let length = 1.0 / (square as f64).sqrt();
        let common: f64 = self.common.iter().map(|m| m * m).sum();
        let shared = length * inputs.iter().zip(&self.common).map(|(&x, m)| f64::from(x) * m).sum::<f64>();
        // |x̂ − m|² = 1 − 2·x̂·m + m², and likewise for each field.
        let rest = |shared: f64| (1.0 - 2.0 * shared + common).sqrt();
        let own = rest(shared);
        let drives = network.drives(&inputs);
        let score = |cell: usize, drive: f32| {
            let (per, field) = (self.lengths[cell], self.shared[cell]);
            if per == 0.0 {
                0.0
            } else {
                (f64::from(drive) * length * per - shared - field + common) / (own * rest(field)) - self.eases[cell]
            }
        };
        Ok(drives.iter().enumerate().map(|(cell, &drive)| score(cell, drive)).fold(0.0, f64::max) as f32)
    }
}

/// The ease of each label from the cosines of its digits; 0 for a label without digits.
fn ease(cosines: &mut [Vec<f32>; CLASSES]) -> [f32; CLASSES] {
    let reached = |cosines: &mut Vec<f32>| {
        cosines.sort_unstable_by(f32::total_cmp);
        cosines.get((HARD * cosines.len() as f64) as usize).map(|&cosine| f64::from(cosine))
    };
    let reached: [Option<f64>; CLASSES] = std::array::from_fn(|label| reached(&mut cosines[label]));
    let known = reached.iter().flatten().count().max(1);
    let mean = reached.iter().flatten().sum::<f64>() / known as f64;
    reached.map(|reached| reached.map_or(0.0, |reached| (EASE * (reached - mean)) as f32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::INPUTS;
    use crate::{Config, FrontEnd};

    /// Three cells, each of which has learned a bar.
    fn network() -> Network {
        let config = Config { neurons: 3, upright: false, ..Config::best(FrontEnd::Pixels, 3) };
        let weights: Vec<f32> =
            (0..INPUTS).flat_map(|k| (0..3).map(move |cell| f32::from(bar(cell)[k]) / 255.0)).collect();
        Network::from_parts(config, 1, &weights, vec![20.0; 3]).expect("sound parts")
    }

    fn bar(cell: usize) -> [u8; INPUTS] {
        std::array::from_fn(|k| if (8 * cell + 2..8 * cell + 6).contains(&(k % 28)) { 200 } else { 0 })
    }

    /// Parts of bars, from a quarter to three quarters of their length.
    fn parts() -> Vec<[u8; INPUTS]> {
        (7..21).map(|rows| std::array::from_fn(|k| if k / 28 < rows { bar(1)[k] } else { 0 })).collect()
    }

    /// The definition without ease, with every vector written out.
    fn slow(network: &Network, pixels: &[u8; INPUTS]) -> f64 {
        let unit = |v: Vec<f64>| {
            let length = v.iter().map(|x| x * x).sum::<f64>().sqrt();
            v.iter().map(|x| x / length).collect::<Vec<f64>>()
        };
        let n = network.neurons();
        let weights = network.weights();
        let field = |j: usize| unit(weights.iter().skip(j).step_by(n).map(|&w| f64::from(w)).collect());
        let fields: Vec<Vec<f64>> = (0..n).map(field).collect();
        let mean = |k: usize| 0.7 * fields.iter().map(|field| field[k]).sum::<f64>() / n as f64;
        let less = |v: &[f64]| unit((0..INPUTS).map(|k| v[k] - mean(k)).collect());
        let x = less(&unit(network.config().inputs(pixels).expect("784").iter().map(|&x| f64::from(x)).collect()));
        fields.iter().map(|field| x.iter().zip(less(field)).map(|(a, b)| a * b).sum()).fold(0.0, f64::max)
    }

    #[test]
    fn the_score_is_the_largest_cosine_without_most_of_what_is_common() {
        let network = network();
        let likeness = Likeness::of_fields(&network);
        for picture in parts().iter().chain([&bar(0), &std::array::from_fn(|k| (k % 251) as u8)]) {
            let (found, expected) =
                (f64::from(likeness.score(&network, picture).expect("784")), slow(&network, picture));
            assert!((found - expected).abs() < 1e-5, "{found} instead of {expected}");
        }
    }

    #[test]
    fn likeness_is_the_share_of_digits_with_a_lower_score() {
        let (network, parts) = (network(), parts());
        let digits = parts.iter().map(|part| &part[..]);
        let likeness = Likeness::measure(&network, &[None; 3], [].into_iter(), digits).expect("14 digits");
        let of = |pixels: &[u8]| likeness.of(&network, pixels).expect("784");
        for (k, part) in parts.iter().enumerate() {
            assert!((of(part) - k as f64 / 13.0).abs() < 0.08, "part {k}: {}", of(part));
        }
        assert_eq!(of(&bar(2)), 1.0, "a whole bar is more like what was learned than any part");
        let across: [u8; INPUTS] = std::array::from_fn(|k| if k / 28 == 3 { 255 } else { 0 });
        assert_eq!(of(&across), 0.0, "a bar that lies");
        assert_eq!(of(&[0; INPUTS]), 0.0, "no ink");
    }

    #[test]
    fn scores_that_cannot_be_are_refused() {
        let network = network();
        let of = |labels: usize, scores, ease| Likeness::new(&network, &vec![None; labels], Usual { scores, ease });
        for bad in [vec![0.5; KEPT - 1], vec![f32::NAN; KEPT], (0..KEPT).map(|k| -(k as f32)).collect()] {
            assert!(of(3, bad, [0.0; CLASSES]).is_err(), "unsound scores were taken");
        }
        assert!(of(3, vec![0.5; KEPT], [f32::NAN; CLASSES]).is_err(), "an ease that is no number");
        assert!(of(2, vec![0.5; KEPT], [0.0; CLASSES]).is_err(), "two labels for three cells");
        assert!(of(3, vec![0.5; KEPT], [0.0; CLASSES]).is_ok());
        assert!(Likeness::measure(&network, &[None; 3], [].into_iter(), [].into_iter()).is_err(), "no digits");
    }

    #[test]
    fn a_label_that_is_easy_to_match_asks_for_more() {
        let (network, labels) = (network(), [Some(0), Some(1), None]);
        // Whole bars are easy, halves are not.
        let half: [u8; INPUTS] = std::array::from_fn(|k| if k < INPUTS / 2 { bar(1)[k] } else { 0 });
        let whole = bar(0);
        let digits = [(0, &whole[..]), (1, &half[..])];
        let plain = Likeness::of_fields(&network);
        let unseen = [&whole[..]].into_iter();
        let likeness = Likeness::measure(&network, &labels, digits.into_iter(), unseen).expect("two digits");
        let cosine = |pixels: &[u8; INPUTS]| f64::from(plain.score(&network, pixels).expect("784"));
        let apart = (cosine(&whole) - cosine(&half)) / 2.0;
        let ease = likeness.usual().ease.map(f64::from);
        assert!(apart > 0.05, "the halves are no harder: {apart}");
        assert!((ease[0] - apart / 2.0).abs() < 1e-6 && (ease[1] + apart / 2.0).abs() < 1e-6, "{ease:?} of {apart}");
        assert!(ease[2..].iter().all(|&ease| ease == 0.0), "labels without digits: {ease:?}");
        // Each is scored with the ease of the label of the cell that it matches, and one without a label with none.
        for (pixels, ease) in [(&whole, ease[0]), (&half, ease[1]), (&bar(2), 0.0)] {
            let score = f64::from(likeness.score(&network, pixels).expect("784"));
            assert!((score - (cosine(pixels) - ease)).abs() < 1e-6, "{score} of {} less {ease}", cosine(pixels));
        }
    }
}
