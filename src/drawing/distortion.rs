//! Changes to a picture before the network sees it.

use super::{Image, SIDE, raster};
use crate::error::{Error, PictureFault};
use crate::rng::{self, Stream, uniform};

/// Changes to the network's input; none by default.
///
/// In order: lines are thickened, the ink is rotated about its centre of mass and moved, and finally some pixels are
/// replaced by noise. Ink moved out of the picture is lost.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Distortion {
    /// Shift of the ink to the right and down, in pixels, −28…28.
    pub shift: [f64; 2],
    /// Clockwise rotation, in degrees, −360…360.
    pub rotate: f64,
    /// Added to the width of each line, in pixels, −4…8; below 0 lines become thinner.
    pub thicken: f64,
    /// Share of the pixels replaced by a random grey, 0…1. With the same seed, the pixels of a smaller share are among
    /// those of a larger one.
    pub noise: f64,
}

impl Distortion {
    /// The changed picture; `seed` determines the noise.
    ///
    /// # Errors
    /// [`Error::Picture`] for a number that is not finite or is out of range.
    pub fn apply(self, image: &Image, seed: u64) -> Result<Image, Error> {
        let side = SIDE as f64;
        for (name, value, low, high) in [
            ("shift to the right", self.shift[0], -side, side),
            ("shift down", self.shift[1], -side, side),
            ("rotation", self.rotate, -360.0, 360.0),
            ("thickening", self.thicken, -4.0, 8.0),
            ("share of noise", self.noise, 0.0, 1.0),
        ] {
            if !(low..=high).contains(&value) {
                return Err(Error::Picture(
                    PictureFault::Change,
                    format!("found a {name} of {value}, expected {low} to {high}"),
                ));
            }
        }
        let mut out = *image;
        if self.thicken > 0.0 {
            out = thicker(&out, 0.5 * self.thicken);
        } else if self.thicken < 0.0 {
            // Thinner ink is thicker paper.
            out = thicker(&out.map(|v| 255 - v), -0.5 * self.thicken).map(|v| 255 - v);
        }
        if (self.shift, self.rotate) != ([0.0; 2], 0.0) {
            out = self.moved(&out);
        }
        if self.noise > 0.0 {
            self.speckle(&mut out, seed);
        }
        Ok(out)
    }

    /// Each pixel is the bilinear mean of the four around its source.
    fn moved(self, image: &Image) -> Image {
        let ink = |x: f64, y: f64| {
            let within = |at: f64| (0.0..SIDE as f64).contains(&at);
            if within(x) && within(y) { f64::from(image[y as usize * SIDE + x as usize]) } else { 0.0 }
        };
        let (sin, cos) = libm::sincos(self.rotate.to_radians());
        // Pixels are indexed by their top left corners, the mass by pixel centres. A blank picture has none: any place
        // will do.
        let [pivot_x, pivot_y] =
            raster::mass_centre(&image.map(f64::from)).map(|at| if at.is_finite() { at - 0.5 } else { 0.0 });
        std::array::from_fn(|i| {
            let across = (i % SIDE) as f64 - self.shift[0];
            let down = (i / SIDE) as f64 - self.shift[1];
            let (x, y) = if self.rotate == 0.0 {
                (across, down)
            } else {
                let (across, down) = (across - pivot_x, down - pivot_y);
                (pivot_x + cos * across + sin * down, pivot_y + cos * down - sin * across)
            };
            let (left, top) = (x.floor(), y.floor());
            let (right_part, low_part) = (x - left, y - top);
            let upper = ink(left, top) * (1.0 - right_part) + ink(left + 1.0, top) * right_part;
            let lower = ink(left, top + 1.0) * (1.0 - right_part) + ink(left + 1.0, top + 1.0) * right_part;
            (upper * (1.0 - low_part) + lower * low_part + 0.5) as u8
        })
    }

    /// Two random numbers for each pixel, used or not, so that the noise of a smaller share is part of a larger one's.
    fn speckle(self, image: &mut Image, seed: u64) {
        let mut rng = rng::stream(seed, Stream::Picture, 0, 0);
        for pixel in image {
            let (chance, grey) = (uniform(&mut rng), uniform(&mut rng));
            if f64::from(chance) < self.noise {
                *pixel = (grey * 256.0) as u8;
            }
        }
    }
}

/// Ink reaches `by` pixels further: each pixel takes the strongest ink within reach, fading over the last pixel.
fn thicker(image: &Image, by: f64) -> Image {
    let reach = (by + 1.0) as isize;
    let steps = || -reach..=reach;
    let near: Vec<(isize, isize, f64)> = steps()
        .flat_map(|down| steps().map(move |across| (across, down)))
        .map(|(across, down)| {
            (across, down, (by + 1.0 - ((across * across + down * down) as f64).sqrt()).clamp(0.0, 1.0))
        })
        .filter(|&(_, _, part)| part > 0.0)
        .collect();
    let side = SIDE as isize;
    std::array::from_fn(|i| {
        let (x, y) = (i as isize % side, i as isize / side);
        let ink = near.iter().filter_map(|&(across, down, part)| {
            let (x, y) = (x + across, y + down);
            let within = (0..side).contains(&x) && (0..side).contains(&y);
            within.then(|| part * f64::from(image[(y * side + x) as usize]))
        });
        (ink.fold(0.0, f64::max) + 0.5) as u8
    })
}
