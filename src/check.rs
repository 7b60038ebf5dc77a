//! Checks of constants.

use crate::error::Error;

/// Refuses a value outside [low, high], including NaN.
pub(crate) fn in_range(name: &str, value: f32, low: f32, high: f32, unit: &str) -> Result<(), Error> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Error::Config { name: name.into(), found: value.to_string(), expected: format!("{low} to {high}{unit}") })
}

/// Number of steps of `dt` in `duration`, both in ms, rounded to the nearest.
pub(crate) fn steps(duration: f32, dt: f32) -> u32 {
    libm::roundf(duration / dt) as u32
}
