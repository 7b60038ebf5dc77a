//! How strongly a picture drives each input, depending on the configuration's front end.

use crate::config::{Config, INPUTS};
use crate::edges::edges;
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::upright::{posed, upright};

impl Config {
    /// How strongly each of the 784 inputs is driven, 0…255: a pixel's brightness, or an edge's strength.
    ///
    /// # Errors
    /// A picture that does not have 784 pixels.
    pub fn inputs(&self, pixels: &[u8]) -> Result<[u8; INPUTS], Error> {
        let picture = picture(pixels)?;
        Ok(match self.front_end {
            FrontEnd::Pixels if self.upright => upright(picture),
            FrontEnd::Pixels => *picture,
            FrontEnd::Edges => edges(picture),
        })
    }

    /// The picture behind the inputs: the given one, without its slant if [`Config::upright`] is on, and scaled to one
    /// size if the inputs see edges.
    ///
    /// # Errors
    /// A picture that does not have 784 pixels.
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
