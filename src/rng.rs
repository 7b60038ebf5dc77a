//! Random numbers that are the same everywhere: one named portable generator, one stream per purpose and index.
//!
//! A stream depends only on (seed, purpose, index, look), so image 7 gets the same spikes whatever ran before it, on
//! any number of threads, natively and in WebAssembly. Changing a stream changes every result: a breaking entry in the
//! changelog.

use rand::SeedableRng;
#[doc(hidden)] // for benchmarks and tests; not part of the interface
pub use rand_xoshiro::Xoshiro256PlusPlus as Generator;

/// What a stream of random numbers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Stream {
    /// Initial weights.
    Weights = 1,
    /// Input spikes while learning.
    Learn = 2,
    /// Input spikes while labelling cells.
    Label = 3,
    /// Input spikes while recognising: evaluation, the tool's `recognize`, the page.
    Look = 4,
    /// Delays of input synapses.
    Delays = 5,
    /// Noise in a picture.
    Picture = 6,
    /// Fixed random connections of a [`crate::reservoir`].
    Connections = 7,
    /// Which images are labelled, if not all are.
    Choice = 8,
}

/// The generator for one purpose and index; `look` counts repeated looks at one image.
///
/// The four numbers are folded one by one through the SplitMix64 finaliser (Steele, Lea & Flood 2014), so neighbouring
/// indices give unrelated streams.
pub fn stream(seed: u64, purpose: Stream, index: u64, look: u32) -> Generator {
    let folded = [purpose as u64, index, u64::from(look)].iter().fold(mix(seed), |state, &part| mix(state ^ mix(part)));
    Generator::seed_from_u64(folded)
}

/// SplitMix64: add the golden gamma, then the finaliser of variant 13.
fn mix(value: u64) -> u64 {
    let z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number in [0, 1) with 24 random bits, exactly representable in f32.
pub(crate) fn uniform(rng: &mut Generator) -> f32 {
    use rand::Rng;
    (rng.next_u64() >> 40) as f32 * (1.0 / 16_777_216.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    /// SplitMix64 seeded with 0: the first outputs of the reference implementation.
    #[test]
    fn mix_is_splitmix64() {
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf, "first output of SplitMix64 from state 0");
        assert_eq!(mix(0x9e37_79b9_7f4a_7c15), 0x6e78_9e6a_a1b9_65f4, "second output");
    }

    #[test]
    fn streams_differ_in_every_coordinate() {
        let first = |s, p, i, l| stream(s, p, i, l).next_u64();
        let base = first(1, Stream::Learn, 0, 0);
        for other in [
            first(2, Stream::Learn, 0, 0),
            first(1, Stream::Look, 0, 0),
            first(1, Stream::Learn, 1, 0),
            first(1, Stream::Learn, 0, 1),
        ] {
            assert_ne!(base, other, "two streams start alike");
        }
    }
}
