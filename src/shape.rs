//! The size of a picture, and so the number of inputs.

/// Pixels along each side.
pub(crate) const SIDE: usize = 28;
/// Inputs: one per pixel of a 28 × 28 picture.
pub const INPUTS: usize = SIDE * SIDE;
