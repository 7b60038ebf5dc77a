//! The one error type of the library: what was wrong, where, what was found and what was expected.

/// Everything that can go wrong with what a caller hands in. Each message is one sentence for the person who reads it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A value of the configuration cannot work.
    #[error("config: {name} is {found}, expected {expected}")]
    Config {
        /// The field's name as it stands in the file.
        name: String,
        /// What was found, as text.
        found: String,
        /// What would have worked.
        expected: String,
    },
    /// A configuration text that cannot be read at all: not JSON, an unknown key, a wrong type.
    #[error("config: {0}")]
    ConfigText(String),
    /// Two things that belong together have different sizes.
    #[error("{what}: found {found}, expected {expected}")]
    Shape {
        /// What was counted.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// Not an IDX file, or not a whole one.
    #[error("IDX {part}: found {found}, expected {expected}")]
    Idx {
        /// Which part of the file.
        part: &'static str,
        /// What was found.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// Not a model of this program, or a damaged one.
    #[error("model: {0}")]
    Model(String),
    /// Input spikes that cannot be shown.
    #[error("input spikes: {0}")]
    Spikes(String),
    /// A NumPy array that is not of the kind that was expected.
    #[error("npy: {0}")]
    Npy(String),
    /// A drawing with too little ink to be a digit.
    #[error("nothing to see: {0}")]
    NothingToSee(&'static str),
    /// A picture that cannot become a drawing.
    #[error("picture: {0}")]
    Picture(String),
}
