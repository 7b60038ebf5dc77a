//! What the 784 inputs see: the pixels of a picture, as in the paper, or the edges in it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::{Config, INPUTS};
use crate::edges::edges;
use crate::error::Error;
use crate::upright::{posed, upright};

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
    /// All there are.
    pub const ALL: [FrontEnd; 2] = [FrontEnd::Pixels, FrontEnd::Edges];

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            FrontEnd::Pixels => "pixels",
            FrontEnd::Edges => "edges",
        }
    }

    /// The front end that a configuration's key `front_end` names.
    pub(crate) fn from_value(name: &Value) -> Result<FrontEnd, Error> {
        let known = FrontEnd::ALL.into_iter().find(|front_end| *name == front_end.name());
        known.ok_or_else(|| Error::Config {
            name: "front_end".into(),
            found: name.to_string(),
            expected: format!("one of {}", FrontEnd::ALL.map(FrontEnd::name).join(", ")),
        })
    }
}

impl Config {
    /// How strongly each of the 784 inputs is driven, 0…255: a pixel's brightness, or an edge's strength.
    ///
    /// # Errors
    /// A picture of another size than 784 pixels.
    pub fn inputs(&self, pixels: &[u8]) -> Result<[u8; INPUTS], Error> {
        let picture = picture(pixels)?;
        Ok(match self.front_end {
            FrontEnd::Pixels if self.upright => upright(picture),
            FrontEnd::Pixels => *picture,
            FrontEnd::Edges => edges(picture),
        })
    }

    /// The picture that the inputs are taken from: the given one, without its slant where [`Config::upright`] is on, and
    /// brought to one size where edges are.
    ///
    /// # Errors
    /// A picture of another size than 784 pixels.
    pub fn seen(&self, pixels: &[u8]) -> Result<[u8; INPUTS], Error> {
        match self.front_end {
            FrontEnd::Pixels => self.inputs(pixels),
            FrontEnd::Edges => Ok(posed(picture(pixels)?).map(|grey| (grey + 0.5) as u8)),
        }
    }
}

fn picture(pixels: &[u8]) -> Result<&[u8; INPUTS], Error> {
    let shape = Error::Shape { what: "pixels of an image", found: pixels.len(), expected: INPUTS };
    pixels.try_into().map_err(|_| shape)
}
