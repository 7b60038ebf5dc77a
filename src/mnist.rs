//! Reading IDX, the format of MNIST (<http://yann.lecun.com/exdb/mnist/>): big-endian header, then bytes.
//!
//! ```text
//! images: 0x00000803, count, rows = 28, columns = 28, then count × 784 pixels
//! labels: 0x00000801, count, then count digits 0…9
//! ```

use crate::config::INPUTS;
use crate::error::Error;

/// Bytes before the first pixel, and before the first label.
const IMAGE_HEADER: usize = 16;
const LABEL_HEADER: usize = 8;

/// Pictures with their digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The image file, including its header: kept whole, because a copy would double 47 MB.
    images: Vec<u8>,
    labels: Vec<u8>,
}

impl Digits {
    /// Reads an image file and its label file, both uncompressed.
    ///
    /// # Errors
    /// [`Error::Idx`] for a wrong magic number or size, a truncated or overlong file, a label above 9, or files of
    /// different counts.
    pub fn from_idx(images: Vec<u8>, mut labels: Vec<u8>) -> Result<Digits, Error> {
        let pixels = body(&images, 0x803, &[28, 28], ["image magic", "image header", "image size", "image data"])?;
        let digits = body(&labels, 0x801, &[], ["label magic", "label header", "label size", "label data"])?.len();
        if pixels.len() != digits * INPUTS {
            return Err(Error::Idx {
                part: "label count",
                found: format!("{digits} labels"),
                expected: format!("one for each of the {} images", pixels.len() / INPUTS),
            });
        }
        labels.drain(..LABEL_HEADER);
        if let Some(place) = labels.iter().position(|&label| label > 9) {
            return Err(Error::Idx {
                part: "label data",
                found: format!("{} at place {place}", labels[place]),
                expected: "a digit from 0 to 9".into(),
            });
        }
        Ok(Digits { images, labels })
    }

    /// Number of pictures.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Pixels of one picture: 784, row-major, 0 black to 255 white ink.
    pub fn image(&self, index: usize) -> &[u8] {
        &self.images[IMAGE_HEADER + index * INPUTS..][..INPUTS]
    }

    /// Its digit, according to a person.
    pub fn label(&self, index: usize) -> u8 {
        self.labels[index]
    }

    /// The first `count` of them, or all if there are fewer.
    pub fn first(mut self, count: usize) -> Digits {
        self.labels.truncate(count);
        self
    }
}

/// The bytes after a header of magic number, count and `sides`. `parts` names header fields in errors.
fn body<'a>(file: &'a [u8], magic: u32, sides: &[u32], parts: [&'static str; 4]) -> Result<&'a [u8], Error> {
    let number = |place: usize| {
        let bytes = file.get(4 * place..4 * place + 4)?;
        Some(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    };
    let short = || Error::Idx {
        part: parts[1],
        found: format!("{} bytes", file.len()),
        expected: format!("at least {}", 8 + 4 * sides.len()),
    };
    let found = number(0).ok_or_else(short)?;
    if found != magic {
        return Err(Error::Idx { part: parts[0], found: format!("{found:#010x}"), expected: format!("{magic:#010x}") });
    }
    let count = number(1).ok_or_else(short)? as usize;
    for (place, &side) in sides.iter().enumerate() {
        let found = number(2 + place).ok_or_else(short)?;
        if found != side {
            return Err(Error::Idx {
                part: parts[2],
                found: format!("{found} pixels a side"),
                expected: side.to_string(),
            });
        }
    }
    let body = &file[8 + 4 * sides.len()..];
    let expected = sides.iter().fold(count, |size, &side| size.saturating_mul(side as usize));
    if body.len() != expected {
        return Err(Error::Idx {
            part: parts[3],
            found: format!("{} bytes", body.len()),
            expected: format!("{expected} for the {count} that the header announces"),
        });
    }
    Ok(body)
}
