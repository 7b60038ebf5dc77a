//! The library's error type: what is wrong and where, what was found and what was expected.

/// Everything that can be wrong with a caller's input. Each message is one readable sentence.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A configuration value is invalid.
    #[error("config: {name} is {found}, expected {expected}")]
    Config {
        /// The field's name in the file.
        name: String,
        /// What was found, as text.
        found: String,
        /// What would have worked.
        expected: String,
    },
    /// A configuration text that cannot be read: not JSON, an unknown key, a wrong type.
    #[error("config: {1}")]
    ConfigText(TextFault, String),
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
    /// Not an IDX file, or an incomplete one.
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
    #[error("model: {1}")]
    Model(ModelFault, String),
    /// Input spikes that cannot be shown.
    #[error("input spikes: {1}")]
    Spikes(SpikesFault, String),
    /// A NumPy array of an unexpected kind.
    #[error("npy: {1}")]
    Npy(NpyFault, String),
    /// A drawing with too little ink to be a digit.
    #[error("nothing to see: {0}")]
    NothingToSee(&'static str),
    /// A picture that cannot become a drawing.
    #[error("picture: {1}")]
    Picture(PictureFault, String),
}

impl Error {
    /// The kind of error, for callers that word errors themselves.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Config { .. } => "config",
            Error::ConfigText(fault, _) => fault.name(),
            Error::Shape { .. } => "shape",
            Error::Idx { .. } => "idx",
            Error::Model(fault, _) => fault.name(),
            Error::Spikes(fault, _) => fault.name(),
            Error::Npy(fault, _) => fault.name(),
            Error::NothingToSee(_) => "nothing-to-see",
            Error::Picture(fault, _) => fault.name(),
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
            Error::ConfigText(_, what)
            | Error::Model(_, what)
            | Error::Spikes(_, what)
            | Error::Npy(_, what)
            | Error::Picture(_, what) => what.clone(),
        }
    }

    /// What would have worked, if stated separately.
    pub fn expected(&self) -> Option<String> {
        match self {
            Error::Config { expected, .. } | Error::Idx { expected, .. } => Some(expected.clone()),
            Error::Shape { expected, .. } => Some(expected.to_string()),
            _ => None,
        }
    }
}

/// Declares an enum of faults and the name of each for callers outside Rust.
macro_rules! faults {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $fault:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name { $($(#[$about])* $fault,)* }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$fault,)*];

            /// Its name, as [`Error::kind`] gives it.
            pub const fn name(self) -> &'static str {
                match self { $($name::$fault => $text,)* }
            }
        }
    };
}

faults! {
    /// What is wrong with the text of a configuration.
    TextFault {
        /// It is not JSON.
        NotJson = "text-not-json",
        /// It is JSON, but not an object.
        NotObject = "text-not-object",
        /// A value has the wrong type for its field.
        Value = "text-value",
    }
}

faults! {
    /// What is wrong with a model.
    ModelFault {
        /// Not a safetensors file, or an incomplete one.
        NotSafetensors = "model-not-safetensors",
        /// A safetensors file of another program.
        Foreign = "model-foreign",
        /// Its header cannot be understood.
        Header = "model-header",
        /// It is of another version of the format.
        Format = "model-format",
        /// A tensor is missing or has the wrong type or shape for its configuration.
        Tensor = "model-tensor",
        /// A number in it is invalid.
        Number = "model-number",
        /// It has changed since it was written.
        Damaged = "model-damaged",
        /// Its cells have no labels.
        Unlabelled = "model-unlabelled",
        /// An incomplete packed network.
        Link = "model-link",
        /// It could not be written.
        Unwritable = "model-unwritable",
    }
}

faults! {
    /// What is wrong with given spikes.
    SpikesFault {
        /// A train without steps.
        Empty = "spikes-empty",
        /// An input that does not exist.
        Input = "spikes-input",
        /// A time outside the train.
        Time = "spikes-time",
        /// One source spikes twice at one time.
        Twice = "spikes-twice",
    }
}

faults! {
    /// What is wrong with a NumPy file.
    NpyFault {
        /// Not a NumPy file.
        NotNumpy = "npy-not-numpy",
        /// Cut short.
        Cut = "npy-cut",
        /// Its header cannot be understood.
        Header = "npy-header",
        /// Its elements are in Fortran order.
        Order = "npy-order",
        /// Its elements are not little-endian numbers.
        Dtype = "npy-dtype",
        /// It has the wrong shape for its purpose.
        Shape = "npy-shape",
        /// A value in it is invalid.
        Value = "npy-value",
    }
}

faults! {
    /// What is wrong with a picture, or with a requested change to it.
    PictureFault {
        /// No pixels, or too many.
        Size = "picture-size",
        /// A change that is not a finite number or out of range.
        Change = "picture-change",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::Model;

    #[test]
    fn a_caller_learns_what_was_wrong_without_reading_the_sentence() {
        let error = Config::from_json(r#"{"neurons": 0}"#).expect_err("no cells");
        assert_eq!((error.kind(), error.field()), ("config", Some("neurons")));
        assert_eq!(error.found(), "0");
        assert_eq!(error.to_string(), format!("config: neurons is 0, expected {}", error.expected().expect("a range")));

        let error = Model::from_bytes(b"no model").expect_err("no model");
        assert_eq!((error.kind(), error.field(), error.expected()), ("model-not-safetensors", None, None));
        assert_eq!(error.to_string(), format!("model: {}", error.found()));
    }

    /// TypeScript gets the kinds from `wasm/types.ts`, which has to name each.
    #[test]
    fn every_kind_is_declared_for_typescript() {
        let declared = include_str!("wasm/types.ts");
        let names = [
            TextFault::ALL.iter().map(|fault| fault.name()).collect::<Vec<_>>(),
            ModelFault::ALL.iter().map(|fault| fault.name()).collect(),
            SpikesFault::ALL.iter().map(|fault| fault.name()).collect(),
            NpyFault::ALL.iter().map(|fault| fault.name()).collect(),
            PictureFault::ALL.iter().map(|fault| fault.name()).collect(),
            vec!["config", "shape", "idx", "nothing-to-see"],
        ];
        for name in names.concat() {
            assert!(declared.contains(&format!("'{name}'")), "{name} is not in wasm/types.ts");
        }
    }
}
