//! FNV-1a, 64 bit: a short name for a long state, to compare two runs or to notice a damaged file.
//!
//! Not cryptographic. Each byte goes through a bijection of the state, so changing any single byte always changes the
//! digest.
//! Source: Fowler, Noll & Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>.

/// A running digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    /// Adds bytes.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// Adds numbers, bit for bit; −0 counts as 0, because the two compare equal.
    pub fn floats(&mut self, values: &[f32]) -> &mut Self {
        values.iter().fold(self, |digest, &value| digest.bytes(&(value + 0.0).to_bits().to_le_bytes()))
    }

    /// Adds counts.
    pub fn counts(&mut self, values: &[u32]) -> &mut Self {
        values.iter().fold(self, |digest, value| digest.bytes(&value.to_le_bytes()))
    }

    /// The digest as 16 hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vectors published with the algorithm.
    #[test]
    fn known_vectors() {
        assert_eq!(Digest::default().hex(), "cbf29ce484222325", "empty input");
        assert_eq!(Digest::default().bytes(b"a").hex(), "af63dc4c8601ec8c", "'a'");
        assert_eq!(Digest::default().bytes(b"foobar").hex(), "85944171f73967e8", "'foobar'");
    }

    #[test]
    fn minus_zero_is_zero() {
        assert_eq!(Digest::default().floats(&[-0.0]), Digest::default().floats(&[0.0]), "signs of zero");
    }
}
