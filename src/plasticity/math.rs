//! Powers and exponentials for the loops over a cell's 784 weights. They use only `+ − × ÷`, comparisons and the bits
//! of a float, so that they give the same bits in every instruction set and vectorise fully.

/// Numbers below this count as 0 for [`pow`].
const TINY: f32 = 1e-30;
/// Adding it to a number below 2²² rounds the number to an integer, which is then in the low bits.
const ROUND: f32 = 12_582_912.0;
/// The bits of √½.
const SQRT_HALF: u32 = 0x3f35_04f3;

/// base^exponent for base ≥ 0 and 0 ≤ exponent ≤ 4, to within 3·10⁻⁶ of the result; 0⁰ is 1.
#[inline(always)]
pub(crate) fn pow(base: f32, exponent: f32) -> f32 {
    // The factor comes last, because a choice between two results would prevent vectorisation.
    let of_zero = if exponent == 0.0 { 1.0 } else { 0.0 };
    let factor = if base < TINY { of_zero } else { 1.0 };
    factor * exp2(exponent * log2(base.max(TINY)))
}

/// e^x for −80 ≤ x ≤ 80, to within 10⁻⁵ of the result.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    exp2(x * std::f32::consts::LOG2_E)
}

/// log₂ of a normal number above 0: its exponent, and `2·artanh((m − 1)/(m + 1)) / ln 2` for its mantissa m, taken
/// between √½ and √2 so that the series converges fast.
#[inline(always)]
fn log2(x: f32) -> f32 {
    let bits = x.to_bits().wrapping_sub(SQRT_HALF);
    let exponent = ((bits as i32) >> 23) as f32;
    let m = f32::from_bits((bits & 0x007f_ffff).wrapping_add(SQRT_HALF));
    let t = (m - 1.0) / (m + 1.0);
    let s = t * t;
    let series = t * (1.0 + s * (1.0 / 3.0 + s * (0.2 + s * (1.0 / 7.0 + s * (1.0 / 9.0)))));
    exponent + 2.0 * std::f32::consts::LOG2_E * series
}

/// 2^x for −126 ≤ x ≤ 126: the integer power through its bits, and a Taylor series for the rest, which is at most ½.
#[inline(always)]
fn exp2(x: f32) -> f32 {
    let shifted = x.clamp(-126.0, 126.0) + ROUND;
    let whole = (shifted.to_bits() as i32).wrapping_sub(ROUND.to_bits() as i32);
    let r = (x.clamp(-126.0, 126.0) - (shifted - ROUND)) * std::f32::consts::LN_2;
    let high = 1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5040.0)));
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * high)));
    series * f32::from_bits(((whole + 127) << 23) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_libm() {
        for exponent in [0.0, 0.2, 0.5, 0.9, 1.0, 2.0, 4.0] {
            for k in 0..=4000 {
                let base = k as f32 / 2000.0;
                let (found, expected) = (f64::from(pow(base, exponent)), libm::pow(base.into(), exponent.into()));
                assert!((found - expected).abs() <= 3e-6 * expected, "{base}^{exponent}: {found}, expected {expected}");
            }
        }
    }

    #[test]
    fn exponentials_are_those_of_libm() {
        for k in -8000..=8000 {
            let x = k as f32 / 100.0;
            let (found, expected) = (f64::from(exp(x)), libm::exp(x.into()));
            assert!((found - expected).abs() <= 1e-5 * expected, "e^{x}: {found}, expected {expected}");
        }
    }
}
