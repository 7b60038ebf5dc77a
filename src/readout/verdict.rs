//! The verdict on one look: a digit, or why there is none.

use super::CLASSES;
use crate::drawing::MOST_PIECES;

/// Least [`likeness`](crate::likeness) for an answer. With 400 cells, 2.1 % of the digits and 78 % of the capital letters of the
/// development drawings are below it (`docs/drawings.md`). A third of those digits would be misread.
pub const FAMILIAR: f64 = 0.007;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// The evidence is split between digits, or no labelled cell fired.
    Split,
    /// The picture is unlike anything the network has learned.
    Unlike,
}

impl Unsure {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Unsure::Split => "split",
            Unsure::Unlike => "unlike",
        }
    }
}

/// The verdict on one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The answer; `None` if there is a reason not to give one.
    pub digit: Option<u8>,
    /// Why there is no answer.
    pub reason: Option<Unsure>,
    /// How much the picture resembles anything learned, see [`crate::likeness`]; `None` if unknown.
    pub likeness: Option<f64>,
    /// Spikes of the cells of each digit.
    pub votes: [u32; CLASSES],
    /// Spikes of all cells, including those without a label.
    pub spikes: u32,
    /// How likely each digit is, summing to 1; all 0 if no labelled cell fired.
    pub evidence: [f64; CLASSES],
}

impl Verdict {
    /// The same for a picture of this likeness: no answer below [`FAMILIAR`].
    pub fn with_likeness(mut self, likeness: Option<f64>) -> Verdict {
        self.likeness = likeness;
        if likeness.is_some_and(|likeness| likeness < FAMILIAR) {
            (self.digit, self.reason) = (None, Some(Unsure::Unlike));
        }
        self
    }

    /// The same for a drawing in `pieces` pieces: with more than [`MOST_PIECES`], it is unlike any digit.
    pub fn with_pieces(self, pieces: usize) -> Verdict {
        if pieces > MOST_PIECES { self.with_likeness(Some(0.0)) } else { self }
    }
}
