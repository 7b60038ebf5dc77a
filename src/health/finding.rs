//! What can be wrong with a network, with the figures that show it.

use serde::{Serialize, Serializer};

/// Something out of range. Displayed, it is a sentence with the likely cause; as JSON, its `kind` and its figures.
#[derive(Clone, Debug, PartialEq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "each sentence says what its figures are")]
pub enum Finding {
    /// Cells fire without input.
    #[error(
        "{cells} of {of} cells have thresholds at or below rest and fire without input: theta fell too low; \
         set theta.scale_with_n, or raise theta.plus or theta.tau"
    )]
    Restless { cells: usize, of: usize },
    /// Cells have lost all their weights.
    #[error("{cells} of {of} cells have no weights left: depression is too strong; lower the rule's rates")]
    Dead { cells: usize, of: usize },
    /// All cells have learned the same.
    #[error(
        "all cells learned the same (mean cosine {likeness:.2}): inhibition is too weak or arrives too late; \
         raise w_inh_exc"
    )]
    Alike { likeness: f64 },
    /// No cell has specialised yet.
    #[error(
        "receptive fields are hardly formed (mean cosine {likeness:.2}, random weights have 0.75): \
         train on more images, or raise the learning rate"
    )]
    Unformed { likeness: f64 },
    /// Cells take no part in learning.
    #[error(
        "{cells} of {of} cells have not fired in training for a long time: too few images for this many cells, or \
         theta.plus is so small that the same few win again and again"
    )]
    Idle { cells: usize, of: usize },
    /// Cells were silent in labelling.
    #[error(
        "{cells} of {of} cells stayed silent in labelling: label on more images, or their thresholds are too \
         high; lower theta.plus"
    )]
    Silent { cells: usize, of: usize },
    /// A look causes fewer spikes than it needs.
    #[error(
        "{spikes:.1} spikes an image, fewer than the {least} that a look needs: most images are shown again and \
         again; thresholds are too high (theta.plus) or weights too small (w_norm)"
    )]
    TooFewSpikes { spikes: f64, least: u32 },
    /// Too many cells answer at once.
    #[error(
        "{spikes:.0} spikes an image, expected 5 to 100: too many cells answer at once; raise w_inh_exc, or \
         train longer until thetas have risen"
    )]
    TooManySpikes { spikes: f64 },
    /// Too large a share of the images needed a second look.
    #[error(
        "{:.0} % of the images had to be shown again, brighter: few cells answer; thresholds are too high \
         (theta.plus, theta.tau), weights too small (w_norm) or inhibition too strong (w_inh_exc)",
        100.0 * share
    )]
    ShownAgain { share: f64 },
    /// Digits that no cell stands for.
    #[error("no cell stands for {}: too few cells, or too few images in labelling", list(digits))]
    MissingDigits { digits: Vec<usize> },
}

impl Finding {
    /// Whether both are of the same kind, whatever their figures.
    pub fn same_kind(&self, other: &Finding) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

fn list(digits: &[usize]) -> String {
    digits.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Writes findings as their sentences, as the tool's JSON has them.
pub(super) fn sentences<S: Serializer>(findings: &[Finding], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(findings.iter().map(ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_a_sentence_and_a_kind_with_figures() {
        let missing = Finding::MissingDigits { digits: vec![3, 5] };
        assert_eq!(missing.to_string(), "no cell stands for 3, 5: too few cells, or too few images in labelling");
        let json = serde_json::to_value(&missing).expect("plain figures");
        assert_eq!(json, serde_json::json!({ "kind": "missing-digits", "digits": [3, 5] }));
    }

    #[test]
    fn javascript_is_told_of_every_kind() {
        let declared = include_str!("../wasm/types.ts");
        let all = [
            Finding::Restless { cells: 1, of: 2 },
            Finding::Dead { cells: 1, of: 2 },
            Finding::Alike { likeness: 0.95 },
            Finding::Unformed { likeness: 0.75 },
            Finding::Idle { cells: 1, of: 2 },
            Finding::Silent { cells: 1, of: 2 },
            Finding::TooFewSpikes { spikes: 1.0, least: 5 },
            Finding::TooManySpikes { spikes: 200.0 },
            Finding::ShownAgain { share: 0.9 },
            Finding::MissingDigits { digits: vec![3] },
        ];
        for finding in all {
            let json = serde_json::to_value(&finding).expect("plain figures");
            for (name, value) in json.as_object().expect("an object") {
                let told = if name == "kind" {
                    format!("'{}'", value.as_str().expect("a name"))
                } else {
                    format!("{name}: number")
                };
                assert!(declared.contains(&told), "{told} of {finding:?}");
            }
        }
    }

    #[test]
    fn findings_of_a_kind_are_the_same_whatever_their_figures() {
        let few = |spikes| Finding::TooFewSpikes { spikes, least: 5 };
        assert!(few(1.0).same_kind(&few(2.0)));
        assert!(!few(1.0).same_kind(&Finding::TooManySpikes { spikes: 1.0 }));
    }
}
