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

impl Error {
    /// The name of the variant, for callers that word errors themselves.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Config { .. } => "config",
            Error::ConfigText(_) => "config-text",
            Error::Shape { .. } => "shape",
            Error::Idx { .. } => "idx",
            Error::Model(_) => "model",
            Error::Spikes(_) => "spikes",
            Error::Npy(_) => "npy",
            Error::NothingToSee(_) => "nothing-to-see",
            Error::Picture(_) => "picture",
        }
    }

    /// What is wrong: a field of the configuration, a part of a file, or what was counted.
    pub fn field(&self) -> Option<&str> {
        match self {
            Error::Config { name, .. } => Some(name),
            Error::Shape { what, .. } => Some(what),
            Error::Idx { part, .. } => Some(part),
            _ => None,
        }
    }

    /// What was found there.
    pub fn found(&self) -> String {
        match self {
            Error::Config { found, .. } | Error::Idx { found, .. } => found.clone(),
            Error::Shape { found, .. } => found.to_string(),
            Error::NothingToSee(what) => (*what).into(),
            Error::ConfigText(what)
            | Error::Model(what)
            | Error::Spikes(what)
            | Error::Npy(what)
            | Error::Picture(what) => what.clone(),
        }
    }

    /// What would have worked, if that is said apart.
    pub fn expected(&self) -> Option<String> {
        match self {
            Error::Config { expected, .. } | Error::Idx { expected, .. } => Some(expected.clone()),
            Error::Shape { expected, .. } => Some(expected.to_string()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::model::Model;

    #[test]
    fn a_caller_learns_what_was_wrong_without_reading_the_sentence() {
        let error = Config::from_json(r#"{"neurons": 0}"#).expect_err("no cells");
        assert_eq!((error.kind(), error.field()), ("config", Some("neurons")));
        assert_eq!(error.found(), "0");
        assert_eq!(error.to_string(), format!("config: neurons is 0, expected {}", error.expected().expect("a range")));

        let error = Model::from_bytes(b"no model").expect_err("no model");
        assert_eq!((error.kind(), error.field(), error.expected()), ("model", None, None));
        assert_eq!(error.to_string(), format!("model: {}", error.found()));
    }
}
