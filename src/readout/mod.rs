//! From spikes to an answer. Labels enter here and nowhere else: learning never sees them.
//!
//! After learning, weights and thetas are frozen and training images are shown once more (paper sect. 2.6). For each
//! cell, two things are kept: its mean response to each digit, and the digit it responds to most, its *label*. A silent
//! cell has no label and no vote (the published code labelled it 0, which biases answers towards 0).
//!
//! The answer to a new image is the digit under which the counts n_j are likeliest, given the total number of spikes:
//! each spike comes from cell j with a probability equal to that cell's share of all responses to the digit.
//!
//! ```text
//! λ_jc = (S_jc + SMOOTHING·m_j) / (n_c + SMOOTHING)       S_jc spikes of cell j over the n_c images of digit c,
//!                                                         m_j its mean response to any image
//! L_c  = Σ_j n_j · ln(λ_jc / Λ_c)                         Λ_c = Σ_j λ_jc
//! evidence_c = exp(L_c / T) / Σ_k exp(L_k / T)
//! ```
//!
//! The total number of spikes says little about the digit but much about the amount and place of the ink. Treating the
//! counts as Poisson variables, with Λ_c subtracted instead, costs 6,400 cells 1.3 points on held-out training images,
//! and smaller networks nothing.
//!
//! Cells do not fire independently: those of one digit fire together, so the plain likelihood (T = 1) is far too
//! confident. T is half the average number of spikes in a look, as if together they had the information of two
//! independent ones. On held-out training images this makes evidence match the share of right answers, for 100 cells
//! (10 spikes, best T 5) as well as for 400 (26 spikes, best T 12 to 16). For a look with more spikes than average, T
//! is half of its own number: otherwise a pad full of ink would be read with great certainty.
//!
//! If the evidence for the winner is below a threshold ([`SURE`] by default) or no labelled cell fired, there is no
//! answer. [`at_thresholds`] measures coverage and accuracy at each threshold. The *votes* for a digit are the spikes
//! of the cells labelled with it: the paper's readout divides them by the number of such cells and takes the highest,
//! [`Readout::highest_average`].

mod responses;
mod threshold;
mod verdict;

pub use responses::{Fired, Responses};
pub use threshold::{AtThreshold, at_thresholds};
pub use verdict::{FAMILIAR, Unsure, Verdict};

use crate::error::{Error, ModelFault};

/// Number of digits.
pub const CLASSES: usize = 10;
/// Weight of a cell's overall mean, in images of each digit.
const SMOOTHING: f64 = 4.0;
/// T as a fraction of the number of spikes in a look.
const TEMPERATURE_PER_SPIKE: f64 = 0.5;
/// Least evidence for an answer: 1–2 % of held-out images are below it, and a third of those would have been read
/// correctly.
pub const SURE: f64 = 0.35;

/// Labels the cells of a network by how they fired at labelled images.
pub fn label<'a>(neurons: usize, looks: impl IntoIterator<Item = (u8, &'a Fired)>) -> Readout {
    let mut responses = Responses::new(neurons);
    looks.into_iter().for_each(|(label, fired)| responses.add_fired(label, fired));
    Readout::fit(&responses)
}

/// What each cell stands for, and how to read an answer from spike counts.
///
/// ```
/// use stdp_digits::Readout;
/// use stdp_digits::readout::Responses;
///
/// let mut responses = Responses::new(2);
/// responses.add(3, &[4, 0]);                                          // at a 3, the first cell fires
/// responses.add(8, &[0, 6]);                                          // at an 8, the second
/// let readout = Readout::fit(&responses);
/// assert_eq!(readout.labels(), [Some(3), Some(8)]);
/// assert_eq!(readout.verdict(&[0, 5]).digit, Some(8));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    labels: Vec<Option<u8>>,
    rates: Vec<f32>,
    /// ln(λ_jc / Λ_c), cell-major; 0 where λ is 0.
    log_shares: Vec<f64>,
    /// Λ_c = Σ_j λ_jc
    totals: [f64; CLASSES],
    /// Mean number of spikes in a look.
    mean_spikes: f64,
    /// Cells of each label.
    cells: [u32; CLASSES],
}

impl Readout {
    /// Labels cells by their responses to labelled training images.
    pub fn fit(responses: &Responses) -> Readout {
        let all_images = f64::from(responses.images.iter().sum::<u32>()).max(1.0);
        let mut rates = Vec::with_capacity(responses.spikes.len());
        for sums in responses.spikes.chunks_exact(CLASSES) {
            let mean = f64::from(sums.iter().sum::<u32>()) / all_images;
            rates.extend(sums.iter().zip(&responses.images).map(|(&spikes, &images)| match images {
                0 => 0.0,
                _ => ((f64::from(spikes) + SMOOTHING * mean) / (f64::from(images) + SMOOTHING)) as f32,
            }));
        }
        Readout::build(rates)
    }

    /// From stored mean responses λ_jc (cell-major, N × 10).
    ///
    /// # Errors
    /// A size other than neurons × 10, or a rate that is negative or not finite.
    pub fn from_rates(rates: Vec<f32>, neurons: usize) -> Result<Readout, Error> {
        if rates.len() != neurons * CLASSES {
            return Err(Error::Shape {
                what: "rates (neurons × 10)", found: rates.len(), expected: neurons * CLASSES
            });
        }
        match rates.iter().find(|rate| !rate.is_finite() || **rate < 0.0) {
            Some(rate) => {
                Err(Error::Model(ModelFault::Number, format!("a response rate is {rate}, expected a number from 0 up")))
            }
            None => Ok(Readout::build(rates)),
        }
    }

    fn build(rates: Vec<f32>) -> Readout {
        let mut readout = Readout {
            labels: Vec::with_capacity(rates.len() / CLASSES),
            log_shares: Vec::with_capacity(rates.len()),
            totals: [0.0; CLASSES],
            mean_spikes: 0.0,
            cells: [0; CLASSES],
            rates: Vec::new(),
        };
        for of_cell in rates.chunks_exact(CLASSES) {
            readout.totals.iter_mut().zip(of_cell).for_each(|(total, &rate)| *total += f64::from(rate));
        }
        for of_cell in rates.chunks_exact(CLASSES) {
            // The lowest digit wins a tie. Smoothing gives a cell that fired some response to every digit shown.
            let best = (1..CLASSES).fold(0, |best, c| if of_cell[c] > of_cell[best] { c } else { best });
            let spoke = of_cell[best] > 0.0;
            readout.labels.push(spoke.then_some(best as u8));
            readout.cells[best] += u32::from(spoke);
            let log = |(&rate, total): (&f32, &f64)| if rate > 0.0 { libm::log(f64::from(rate) / total) } else { 0.0 };
            readout.log_shares.extend(of_cell.iter().zip(&readout.totals).map(log));
        }
        let shown = readout.totals.iter().filter(|&&total| total > 0.0);
        readout.mean_spikes = readout.totals.iter().sum::<f64>() / shown.count().max(1) as f64;
        readout.rates = rates;
        readout
    }

    /// The digit of each cell; `None` for a silent cell.
    pub fn labels(&self) -> &[Option<u8>] {
        &self.labels
    }

    /// λ_jc, cell-major, N × 10.
    pub fn rates(&self) -> &[f32] {
        &self.rates
    }

    /// Reads the counts of one look, with the default threshold, [`SURE`].
    pub fn verdict(&self, counts: &[u32]) -> Verdict {
        self.verdict_at(SURE, counts)
    }

    /// Reads the counts of one look; an answer needs evidence of at least `threshold` (0 to 1).
    pub fn verdict_at(&self, threshold: f64, counts: &[u32]) -> Verdict {
        let votes = self.votes(counts);
        let mut evidence = [0.0; CLASSES];
        let mut digit = None;
        if votes.iter().any(|&spikes| spikes > 0) {
            let scores = self.log_likelihoods(counts);
            let best = (1..CLASSES).fold(0, |best, c| if scores[c] > scores[best] { c } else { best });
            let temperature = self.temperature(counts.iter().sum());
            evidence = scores.map(|score| libm::exp((score - scores[best]) / temperature));
            let sum: f64 = evidence.iter().sum();
            evidence = evidence.map(|share| share / sum);
            digit = (evidence[best] >= threshold).then_some(best as u8);
        }
        let reason = digit.is_none().then_some(Unsure::Split);
        Verdict { digit, reason, likeness: None, votes, spikes: counts.iter().sum(), evidence }
    }

    /// T for a look with this number of spikes.
    fn temperature(&self, spikes: u32) -> f64 {
        (TEMPERATURE_PER_SPIKE * self.mean_spikes.max(f64::from(spikes))).max(1.0)
    }

    /// L_c for each digit; −∞ for a digit without images in labelling.
    pub fn log_likelihoods(&self, counts: &[u32]) -> [f64; CLASSES] {
        let mut scores = self.totals.map(|total| if total > 0.0 { 0.0 } else { f64::NEG_INFINITY });
        for (logs, &count) in self.log_shares.chunks_exact(CLASSES).zip(counts) {
            if count > 0 {
                scores.iter_mut().zip(logs).for_each(|(score, log)| *score += f64::from(count) * log);
            }
        }
        scores
    }

    /// The paper's readout (sect. 2.6): the digit whose cells fired most on average; the lowest digit wins a tie.
    pub fn highest_average(&self, counts: &[u32]) -> Option<u8> {
        let votes = self.votes(counts);
        let average = |c: usize| f64::from(votes[c]) / f64::from(self.cells[c].max(1));
        let best = (1..CLASSES).fold(0, |best, c| if average(c) > average(best) { c } else { best });
        (votes[best] > 0).then_some(best as u8)
    }

    /// Votes by share: each spike of cell j votes for every digit c with λ_jc / Σ_k λ_jk, its share of the cell's
    /// responses (similar to BindsNET's `proportion_weighting`, which counts a cell's share for its own label only).
    /// The lowest digit wins a tie.
    pub fn highest_share(&self, counts: &[u32]) -> Option<u8> {
        let mut votes = [0.0; CLASSES];
        for (of_cell, &count) in self.rates.chunks_exact(CLASSES).zip(counts) {
            let total: f64 = of_cell.iter().map(|&rate| f64::from(rate)).sum();
            if count > 0 && total > 0.0 {
                let weight = f64::from(count) / total;
                votes.iter_mut().zip(of_cell).for_each(|(vote, &rate)| *vote += weight * f64::from(rate));
            }
        }
        let best = (1..CLASSES).fold(0, |best, c| if votes[c] > votes[best] { c } else { best });
        (votes[best] > 0.0).then_some(best as u8)
    }

    fn votes(&self, counts: &[u32]) -> [u32; CLASSES] {
        let mut votes = [0; CLASSES];
        for (label, &count) in self.labels.iter().zip(counts) {
            if let Some(digit) = label {
                votes[usize::from(*digit)] += count;
            }
        }
        votes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two cells for 0 and 1, one silent cell.
    fn readout() -> Readout {
        let mut responses = Responses::new(3);
        for _ in 0..50 {
            (0..2).for_each(|digit| responses.add(digit, &[u32::from(digit == 0) * 4, u32::from(digit == 1) * 8, 0]));
        }
        Readout::fit(&responses)
    }

    #[test]
    fn a_cell_is_labelled_by_its_strongest_response_and_a_silent_cell_not_at_all() {
        assert_eq!(readout().labels(), [Some(0), Some(1), None], "labels");
    }

    #[test]
    fn rates_are_smoothed_means() {
        let expected = (200.0 + SMOOTHING * 2.0) / (50.0 + SMOOTHING);
        assert!(
            (f64::from(readout().rates()[0]) - expected).abs() < 1e-6,
            "{} instead of {expected}",
            readout().rates()[0]
        );
    }

    #[test]
    fn spikes_of_a_cell_without_a_label_count_but_vote_for_nobody() {
        let verdict = readout().verdict(&[0, 0, 9]);
        assert_eq!((verdict.digit, verdict.votes, verdict.spikes), (None, [0; 10], 9), "a silent cell spoke alone");
    }

    /// By hand: cell 0 has responses 6 to digit 2 and 2 to digit 5, cell 1 has 1 to 2 and 3 to 5.
    #[test]
    fn votes_by_share_are_shares_of_each_cells_responses() {
        let mut rates = vec![0.0; 3 * CLASSES];
        (rates[2], rates[5], rates[12], rates[15]) = (6.0, 2.0, 1.0, 3.0);
        let readout = Readout::from_rates(rates, 3).expect("three cells");
        // 2: 4 · 3/4 + 3 · 1/4 = 3.75, 5: 4 · 1/4 + 3 · 3/4 = 3.25
        assert_eq!(readout.highest_share(&[4, 3, 0]), Some(2), "cell 0 ahead");
        assert_eq!(readout.highest_share(&[3, 4, 0]), Some(5), "cell 1 ahead");
        assert_eq!(readout.highest_share(&[2, 2, 0]), Some(2), "the lowest of a tie");
        assert_eq!(readout.highest_share(&[0, 0, 9]), None, "a cell without responses");
    }

    #[test]
    fn clear_counts_are_read_and_split_ones_are_not() {
        let clear = readout().verdict(&[0, 8, 0]);
        assert_eq!(clear.digit, Some(1), "{clear:?}");
        assert!((clear.evidence.iter().sum::<f64>() - 1.0).abs() < 1e-12, "evidence sums to 1: {clear:?}");
        assert_eq!(readout().verdict(&[0, 0, 0]).digit, None, "silence");
    }

    #[test]
    fn a_threshold_moves_the_answer_and_nothing_else() {
        let split = [3, 5, 0];
        let (bold, shy) = (readout().verdict_at(0.0, &split), readout().verdict_at(0.99, &split));
        assert_eq!((bold.digit, shy.digit), (Some(1), None), "{bold:?}");
        assert_eq!((bold.votes, bold.evidence), (shy.votes, shy.evidence), "the same counts say the same");
        assert_eq!(readout().verdict_at(SURE, &split), readout().verdict(&split), "the usual threshold");
        assert_eq!(readout().verdict_at(0.0, &[0, 0, 0]).digit, None, "silence answers nothing");
    }

    /// By hand: evidence 0.3 for the right digit, 0.35 for a wrong one, 0.9 for the right one, and silence.
    #[test]
    fn thresholds_count_what_they_answer_and_what_of_that_is_right() {
        let for_digit = |digit: usize, share: f64| {
            let mut evidence = [(1.0 - share) / 9.0; CLASSES];
            evidence[digit] = share;
            evidence
        };
        let looks = [(4, for_digit(4, 0.3)), (9, for_digit(4, 0.35)), (7, for_digit(7, 0.9)), (1, [0.0; CLASSES])];
        let table = at_thresholds(&looks);
        let found = |step: usize| (table[step].threshold, table[step].answered, table[step].correct);
        assert_eq!(table.len(), 20, "0 to 0.95 in steps of 0.05");
        assert_eq!(found(0), (0.0, 3, 2), "all but silence");
        assert_eq!(found(6), (0.3, 3, 2), "a look of just that evidence is answered");
        assert_eq!(found(7), (0.35, 2, 1), "0.35");
        assert_eq!(found(8), (0.4, 1, 1), "0.4");
        assert_eq!(found(19), (0.95, 0, 0), "0.95");
    }

    /// The likelihood by hand: L_1 − L_0 = Σ_j n_j (ln λ_j1/Λ_1 − ln λ_j0/Λ_0).
    #[test]
    fn likelihood_ratio_is_that_of_shares() {
        let (readout, counts) = (readout(), [3, 5, 0]);
        let rate = |j: usize, c: usize| f64::from(readout.rates()[j * CLASSES + c]);
        let share = |j: usize, c: usize| rate(j, c) / (rate(0, c) + rate(1, c));
        let expected: f64 = (0..2).map(|j| f64::from(counts[j]) * (share(j, 1) / share(j, 0)).ln()).sum();
        let scores = readout.log_likelihoods(&counts);
        assert!((scores[1] - scores[0] - expected).abs() < 1e-9, "{} instead of {expected}", scores[1] - scores[0]);
    }

    #[test]
    fn a_digit_that_labelling_never_showed_is_never_the_answer() {
        let mut responses = Responses::new(2);
        (0..50).for_each(|_| responses.add(4, &[9, 1]));
        (0..50).for_each(|_| responses.add(7, &[1, 9]));
        let verdict = Readout::fit(&responses).verdict(&[2, 8]);
        assert_eq!(verdict.digit, Some(7), "{verdict:?}");
        assert_eq!(verdict.evidence[0], 0.0, "{verdict:?}");
    }

    #[test]
    fn many_times_the_spikes_do_not_make_a_split_look_surer() {
        let evidence = |counts: &[u32]| readout().verdict(counts).evidence[1];
        let (many, tenfold) = (evidence(&[30, 50, 0]), evidence(&[300, 500, 0]));
        assert!((tenfold - many).abs() < 0.02, "{many} for 80 spikes, {tenfold} for 800 in the same shares");
        assert!(tenfold < 0.95, "{tenfold} for a look that is split 3 to 5; its spikes alone would say 1.0");
    }
}
