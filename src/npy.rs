//! NumPy's `.npy` files: the part of the format that weights, thresholds and labels need.
//!
//! ```text
//! \x93NUMPY, major, minor, header length (u16, from version 2 on u32), header, elements
//! header: {'descr': '<f8', 'fortran_order': False, 'shape': (784, 400), }
//! ```
//!
//! Read: little-endian floats of 4 or 8 bytes and integers of 1 to 8 bytes, row-major, with one or more dimensions.
//! Anything else is refused with an explanation. Written: format 1.0, with the header padded to a multiple of 64 bytes,
//! as NumPy does. Format: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>

use crate::error::{Error, NpyFault};

const MAGIC: &[u8] = b"\x93NUMPY";

/// An array from a file, row-major, whatever the type of its numbers was.
#[derive(Clone, Debug, PartialEq)]
pub struct Array {
    /// Length of each dimension.
    pub shape: Vec<usize>,
    /// Elements, the last dimension fastest. Integers beyond 2⁵³ are rounded.
    pub values: Vec<f64>,
}

/// Number types for writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dtype {
    /// `<f8`
    F64,
    /// `<i8`
    I64,
}

impl Array {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Npy`] for anything but a complete `.npy` file of numbers in row-major, little-endian order.
    pub fn from_bytes(bytes: &[u8]) -> Result<Array, Error> {
        let (header, data) = split(bytes)?;
        let descr = value(header, "descr")?;
        let (size, read) = reader(descr)?;
        match value(header, "fortran_order")? {
            "False" => {}
            "True" => {
                return Err(Error::Npy(
                    NpyFault::Order,
                    "found an array in Fortran order, expected row-major; save numpy.ascontiguousarray of it".into(),
                ));
            }
            other => {
                return Err(Error::Npy(
                    NpyFault::Header,
                    format!("found fortran_order {other}, expected True or False"),
                ));
            }
        }
        let shape = shape(value(header, "shape")?)?;
        let expected = shape.iter().try_fold(size, |product: usize, &length| product.checked_mul(length));
        if expected != Some(data.len()) {
            let found = data.len();
            return Err(Error::Npy(
                NpyFault::Cut,
                format!("found {found} bytes of data, expected shape {shape:?} of {descr}"),
            ));
        }
        Ok(Array { shape, values: data.chunks_exact(size).map(read).collect() })
    }

    /// The file.
    pub fn to_bytes(&self, dtype: Dtype) -> Vec<u8> {
        let descr = match dtype {
            Dtype::F64 => "<f8",
            Dtype::I64 => "<i8",
        };
        let lengths: String = self.shape.iter().map(|length| format!("{length}, ")).collect();
        // A tuple of one keeps its comma.
        let tuple = if self.shape.len() == 1 { lengths.trim_end() } else { lengths.trim_end_matches(", ") };
        let mut header = format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': ({tuple}), }}");
        let unpadded = MAGIC.len() + 4 + header.len() + 1;
        header.push_str(&" ".repeat(unpadded.next_multiple_of(64) - unpadded));
        header.push('\n');
        let mut bytes = MAGIC.to_vec();
        bytes.extend([1, 0]);
        bytes.extend((header.len() as u16).to_le_bytes());
        bytes.extend(header.as_bytes());
        for &value in &self.values {
            match dtype {
                Dtype::F64 => bytes.extend(value.to_le_bytes()),
                Dtype::I64 => bytes.extend((value as i64).to_le_bytes()),
            }
        }
        bytes
    }
}

/// Header text and data.
fn split(bytes: &[u8]) -> Result<(&str, &[u8]), Error> {
    let cut = || Error::Npy(NpyFault::Cut, "the file is cut short in its header".into());
    let rest = bytes.strip_prefix(MAGIC).ok_or_else(|| {
        Error::Npy(
            NpyFault::NotNumpy,
            "found no NumPy file, expected one that starts with \\x93NUMPY, as numpy.save writes it".into(),
        )
    })?;
    let (&[major, _minor], rest) = rest.split_first_chunk().ok_or_else(cut)?;
    let (length, rest) = match major {
        1 => rest.split_first_chunk().map(|(length, rest)| (usize::from(u16::from_le_bytes(*length)), rest)),
        2 | 3 => rest.split_first_chunk().map(|(length, rest)| (u32::from_le_bytes(*length) as usize, rest)),
        _ => return Err(Error::Npy(NpyFault::Header, format!("found format version {major}, expected 1 to 3"))),
    }
    .ok_or_else(cut)?;
    let (header, data) = rest.split_at_checked(length).ok_or_else(cut)?;
    let header = str::from_utf8(header).map_err(|_| Error::Npy(NpyFault::Header, "its header is not text".into()))?;
    Ok((header, data))
}

/// The value of a header key: the content of a string or tuple, or a bare word.
fn value<'a>(header: &'a str, key: &str) -> Result<&'a str, Error> {
    let missing = || Error::Npy(NpyFault::Header, format!("its header has no {key}: {}", header.trim()));
    let (_, after) = header.split_once(&format!("'{key}':")).ok_or_else(missing)?;
    let after = after.trim_start();
    let found = match after.chars().next() {
        Some('\'') => after[1..].split('\'').next(),
        Some('(') => after[1..].split(')').next(),
        Some('[') => Some("a record of several fields"),
        _ => after.split([',', '}']).next().map(str::trim),
    };
    found.ok_or_else(missing)
}

fn shape(tuple: &str) -> Result<Vec<usize>, Error> {
    let lengths = tuple.split(',').map(str::trim).filter(|length| !length.is_empty());
    let shape: Result<Vec<usize>, _> = lengths.map(str::parse).collect();
    match shape {
        Ok(shape) if !shape.is_empty() => Ok(shape),
        _ => Err(Error::Npy(NpyFault::Shape, format!("found shape ({tuple}), expected one or more whole numbers"))),
    }
}

type Read = fn(&[u8]) -> f64;

/// Bytes of an element, and how to read it.
fn reader(descr: &str) -> Result<(usize, Read), Error> {
    macro_rules! number {
        ($type:ty) => {
            (size_of::<$type>(), |b| {
                let mut bytes = [0; size_of::<$type>()];
                bytes.copy_from_slice(b);
                <$type>::from_le_bytes(bytes) as f64
            })
        };
    }
    Ok(match descr {
        "<f4" => number!(f32),
        "<f8" => number!(f64),
        "|i1" => number!(i8),
        "|u1" => number!(u8),
        "<i2" => number!(i16),
        "<u2" => number!(u16),
        "<i4" => number!(i32),
        "<u4" => number!(u32),
        "<i8" => number!(i64),
        "<u8" => number!(u64),
        _ => {
            return Err(Error::Npy(
                NpyFault::Dtype,
                format!(
                    "found dtype {descr}, expected little-endian floats (f4, f8) or integers; save array.astype('<f8')"
                ),
            ));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// numpy.save of numpy.array([[1.5, -2], [0, 1e-3]]): header of 118 bytes, then the numbers.
    fn by_numpy(header: &str, data: &[u8]) -> Vec<u8> {
        let mut bytes = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
        bytes.extend(format!("{header:117}\n").as_bytes());
        bytes.extend(data);
        bytes
    }

    #[test]
    fn what_is_written_is_what_numpy_writes_and_is_read_back() {
        let array = Array { shape: vec![2, 2], values: vec![1.5, -2.0, 0.0, 1e-3] };
        let data: Vec<u8> = array.values.iter().flat_map(|x| x.to_le_bytes()).collect();
        let bytes = by_numpy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", &data);
        assert_eq!(array.to_bytes(Dtype::F64), bytes, "the file");
        assert_eq!(Array::from_bytes(&bytes), Ok(array), "the array");
        let labels = Array { shape: vec![3], values: vec![7.0, -1.0, 0.0] };
        let bytes = labels.to_bytes(Dtype::I64);
        assert!(bytes.windows(4).any(|part| part == b"(3,)"), "a tuple of one");
        assert_eq!(Array::from_bytes(&bytes), Ok(labels), "labels");
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_a_sentence() {
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";
        let good = by_numpy(header, &[0; 16]);
        assert!(Array::from_bytes(&good).is_ok(), "the good file");
        let with = |from, to| by_numpy(&header.replace(from, to), &[0; 16]);
        for (bytes, part) in [
            (b"PK\x03\x04".to_vec(), "no NumPy file"),
            (good[..100].to_vec(), "cut short"),
            (good[..140].to_vec(), "found 12 bytes of data"),
            (with("False", "True"), "Fortran order"),
            (with("<f8", ">f8"), "dtype >f8"),
            (with("'<f8'", "'|O'"), "dtype |O"),
            (with("'<f8'", "[('a', '<f8')]"), "record"),
            (with("(2,)", "()"), "shape ()"),
            (with("(2,)", "(18446744073709551615, 2)"), "bytes of data"),
            (with("shape", "size"), "no shape"),
        ] {
            let error = Array::from_bytes(&bytes).expect_err(part).to_string();
            assert!(error.contains(part), "'{error}' does not say '{part}'");
        }
    }
}
