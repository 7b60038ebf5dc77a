//! What the 784 inputs see: the pixels of a picture, as in the paper, or the edges in it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::Error;

/// What stands between a picture and the input cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FrontEnd {
    /// Nothing: an input is a pixel (paper sect. 2.5).
    #[default]
    Pixels,
    /// Edges in four directions at 14 × 14 places, see [`mod@crate::edges`].
    Edges,
}

impl FrontEnd {
    /// All of them.
    pub const ALL: [FrontEnd; 2] = [FrontEnd::Pixels, FrontEnd::Edges];

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            FrontEnd::Pixels => "pixels",
            FrontEnd::Edges => "edges",
        }
    }

    /// The front end named by a configuration's key `front_end`.
    pub(crate) fn from_value(name: &Value) -> Result<FrontEnd, Error> {
        let known = FrontEnd::ALL.into_iter().find(|front_end| *name == front_end.name());
        known.ok_or_else(|| Error::Config {
            name: "front_end".into(),
            found: name.to_string(),
            expected: format!("one of {}", FrontEnd::ALL.map(FrontEnd::name).join(", ")),
        })
    }
}
