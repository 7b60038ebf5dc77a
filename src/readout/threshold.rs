//! Coverage and accuracy at each evidence threshold.

use serde::{Deserialize, Serialize};

use super::CLASSES;

/// The result for one evidence threshold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtThreshold {
    /// Least evidence for an answer, 0 to 1.
    pub threshold: f64,
    /// Looks that were answered.
    pub answered: u64,
    /// Of these, how many were answered correctly.
    pub correct: u64,
}

/// Thresholds that are tried: 0, 0.05, … 0.95.
const THRESHOLDS: u32 = 20;

/// How many looks are answered at each threshold, and how many of them correctly.
///
/// `looks` are pairs of the digit shown and the evidence of its [`Verdict`](super::Verdict).
pub fn at_thresholds(looks: &[(u8, [f64; CLASSES])]) -> Vec<AtThreshold> {
    let at = |threshold: f64| {
        let mut found = AtThreshold { threshold, answered: 0, correct: 0 };
        for (digit, evidence) in looks {
            // The lowest digit wins a tie, as in a verdict; without any evidence there is no answer.
            let best = (1..CLASSES).fold(0, |best, c| if evidence[c] > evidence[best] { c } else { best });
            if evidence[best] > 0.0 && evidence[best] >= threshold {
                found.answered += 1;
                found.correct += u64::from(best == usize::from(*digit));
            }
        }
        found
    };
    (0..THRESHOLDS).map(|step| at(f64::from(step) / f64::from(THRESHOLDS))).collect()
}
