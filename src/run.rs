//! A training run: what it shows, apart from its network's constants.

/// Seed, images and passes of a training run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Seed of the random weights and input spikes.
    pub seed: u64,
    /// Training images of one pass, from the first.
    pub images: u64,
    /// Passes over them.
    pub passes: u32,
}

impl Run {
    /// Presentations of the whole run.
    pub fn total(&self) -> u64 {
        self.images.saturating_mul(u64::from(self.passes))
    }
}
