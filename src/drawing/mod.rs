//! From a drawing or a picture to the network's input: 28×28 grey values, made the way MNIST was made.
//!
//! MNIST's makers fitted each digit's ink into a box of 20×20 pixels, keeping its aspect ratio, and placed that box in
//! 28×28 pixels with the ink's centre of mass in the middle. A network trained on such images reads others only if they
//! were made alike, so a drawing goes through the same steps:
//!
//! ```text
//! strokes ───────────────────► fitted to 20×20 ──► drawn with one pen ───► centred by mass    (image_from_strokes)
//! picture ──► ink on black ──► fitted to 20×20 ──► averaged or redrawn ──► centred by mass    (image_from_gray)
//! ```
//!
//! Strokes are fitted *before* they are drawn, so the pen is as wide in a small drawing as in a large one. Its width
//! and softness are MNIST's own, measured on the 60,000 training images (see [`PEN_WIDTH`] and [`PEN_SOFTNESS`]).
//!
//! # What was tried and rejected
//!
//! Measured on 300 digits of the UCI collection *Pen-Based Recognition of Handwritten Digits* (Alpaydin & Alimoglu),
//! read by the 3 nearest neighbours among 20,000 MNIST training images (the halves are alternate rows), and by a
//! network of 400 cells trained for one pass that reads 10 times with different noise. Those digits have eight points
//! each and have lost their aspect ratio and every pen lift ([`stroke_from_pen_row`]), which costs much accuracy: of
//! the 300 drawings in `tests/fixtures/pen_drawings.jsonl`, which kept both, the same neighbours read 95.7 % with the
//! current drawing code.
//!
//! | | neighbours: halves | all | network: halves | all |
//! |---|---|---|---|---|
//! | pen 2.45 px, ink 20 px long at half ink, centred on 14.0 | 76.0, 74.0 % | 75.0 % | 68.1, 66.2 % | 67.1 % |
//! | centred on 14.5, the middle of pixel 14, as MNIST is | 78.0, 77.3 % | 77.7 % | 68.3, 68.9 % | 68.6 % |
//! | soft edge included in the 20 px: **as it is now** | 78.0, 79.3 % | 78.7 % | 72.0, 70.4 % | 71.2 % |
//! | … ink 19 px long | 79.3, 80.0 % | 79.7 % | 73.1, 69.4 % | 71.2 % |
//! | … pen of 1.7 px | 78.7, 80.7 % | 79.7 % | 70.1, 68.3 % | 69.2 % |
//! | … pen of 3.2 px | 78.0, 77.3 % | 77.7 % | 71.4, 68.9 % | 70.2 % |
//! | … softness 0.6 px | 78.0, 78.7 % | 78.3 % | 70.7, 69.3 % | 70.0 % |
//! | … softness 2 px | 79.3, 80.7 % | 80.0 % | 72.1, 68.6 % | 70.3 % |
//! | … a Catmull–Rom curve through the points | 78.7, 79.3 % | 79.0 % | 70.7, 68.7 % | 69.7 % |
//! | … half of the slant removed | 76.0, 80.7 % | 78.3 % | 69.1, 69.3 % | 69.2 % |
//! | … all of the slant removed | 70.7, 78.7 % | 74.7 % | 69.4, 68.7 % | 69.0 % |
//! | … width drawn half-way to MNIST's mean aspect, 0.8 | 78.0, 80.0 % | 79.0 % | 70.7, 70.0 % | 70.4 % |
//!
//! Lines that begin with … change one thing each. One digit is 0.3 %, so differences of a point or two are chance.
//! Curves, slant and aspect ratio are left alone, and the pen is MNIST's own rather than the table's best.
//!
//! # Determinism
//!
//! Only `+ − × ÷`, square roots and comparisons of `f64` in a fixed order (and `libm` to rotate a picture): the same
//! input gives the same bytes on every machine and in WebAssembly.

mod distortion;
mod normalise;
mod pen_row;
mod picture;
mod pieces;
mod raster;
mod strokes;

use crate::Error;

pub use distortion::Distortion;
pub use normalise::Placing;
pub use pen_row::stroke_from_pen_row;
pub use picture::{MAX_PICTURE_SIDE, grey_on_white};
pub use pieces::{MOST_PIECES, pieces};
pub use strokes::MIN_EXTENT;

/// Pixels along each side of the network's input.
pub const SIDE: usize = 28;

/// The network's input: white ink (255) on black (0), row by row from the top left.
pub type Image = [u8; SIDE * SIDE];

/// The side of the square that the ink is fitted into, including its soft edge, in pixels. As in MNIST.
pub const BOX_SIDE: f64 = 20.0;

/// Position of the ink's centre of mass, on both axes, in pixels from the picture's edge: the middle of pixel 14.
///
/// Not 14.0, the picture's geometric middle: in MNIST's 60,000 training images the centre of mass is between 14.0 and
/// 15.0 on both axes, on average at 14.5. The half pixel matters (see the [module's table](self)).
pub const MASS_CENTRE: f64 = 14.5;

/// The pen's width at half ink, in pixels.
///
/// MNIST's mean stroke width, estimated as twice the ink's area over the length of its edge (twice the sum of the
/// pixels over the sum of their gradients), is 2.45; a tenth of its images are below 1.7 and a tenth above 3.2.
pub const PEN_WIDTH: f64 = 2.45;

/// The width over which the pen's edge fades from full ink to none, in pixels.
///
/// With it, 300 drawings (`tests/fixtures/pen_drawings.jsonl`) nearly match MNIST's training images: mean grey 32
/// (MNIST 33), 146 pixels with any ink (150), 53 with full ink (58).
pub const PEN_SOFTNESS: f64 = 1.2;

/// Draws pen strokes as the network's input.
///
/// `strokes` are the paths of the pen from touching to leaving the pad, each a list of `[x, y]` in pad units: 0…1, x to
/// the right, y down. Place, size, speed and direction of the drawing make no difference. Points outside 0…1 are valid,
/// because a pen that slips over the pad's edge still draws. A stroke of one point is a dot.
///
/// In order: the strokes are scaled by one factor so that the ink's longer side is [`BOX_SIDE`]; straight lines between
/// the points are drawn with a round pen of [`PEN_WIDTH`] and [`PEN_SOFTNESS`]; everything is moved to bring the ink's
/// centre of mass to [`MASS_CENTRE`], but never so far that ink is cut off.
///
/// # Errors
///
/// [`Error::NothingToSee`] if there is no point, if one is not finite, or if the drawing or its path is shorter than
/// [`MIN_EXTENT`]: a finger tap is not a digit.
pub fn image_from_strokes(strokes: &[Vec<[f32; 2]>]) -> Result<Image, Error> {
    Placing::default().image_from_strokes(strokes)
}

/// Turns a grey picture of one digit into the network's input.
///
/// `pixels` are `width × height` grey values, row by row from the top left. Ink may be dark on light or light on dark:
/// the background is the median of the outermost pixels, and ink is what differs from it, in the direction in which
/// more differs. A difference below an eighth of the strongest counts as paper.
///
/// **Pictures that already are network input stay as they are** (inverted to white on black if needed). Such a picture
/// is 28×28, its background is exactly 0 (or 255), its strongest ink differs by at least 200, everything but the
/// background lies within a box of 20×20, and its centre of mass is at most one pixel from [`MASS_CENTRE`] on each
/// axis. Every MNIST image passes.
///
/// Others are fitted to 20×20 and centred as in [`image_from_strokes`]. Each pixel becomes the mean of the area it
/// covers. If that would leave lines thinner than 1.7 pixels (only a tenth of MNIST's images are thinner), they are
/// redrawn at [`PEN_WIDTH`]: a hairline in a large picture would fade to nothing.
///
/// # Errors
///
/// * [`Error::Picture`] if a side is 0 or above [`MAX_PICTURE_SIDE`];
/// * [`Error::Shape`] if the number of pixels is not `width × height`;
/// * [`Error::NothingToSee`] if nothing differs from the background by an eighth of the scale, or only a speck does.
pub fn image_from_gray(pixels: &[u8], width: usize, height: usize) -> Result<Image, Error> {
    Placing::default().image_from_gray(pixels, width, height)
}

impl Placing {
    /// Like [`image_from_strokes`](fn@image_from_strokes), with the pad as paper. The pen stays the same.
    ///
    /// Unscaled ink is still shrunk if it would not fit into the picture, and uncentred ink is moved if it would be cut
    /// off.
    ///
    /// # Errors
    /// As [`image_from_strokes`](fn@image_from_strokes).
    pub fn image_from_strokes(self, strokes: &[Vec<[f32; 2]>]) -> Result<Image, Error> {
        let mut lines = strokes::lines(strokes)?;
        let pen = raster::Pen { width: PEN_WIDTH, softness: PEN_SOFTNESS };
        self.fit(&mut lines, normalise::Paper { origin: [0.0; 2], side: 1.0 }, pen.reach());
        Ok(raster::draw(&lines, pen, self.centre))
    }

    /// Like [`image_from_gray`](fn@image_from_gray), with the picture as paper, centred in a square if it is not
    /// square. Network input stays as it is here too.
    ///
    /// # Errors
    /// As [`image_from_gray`](fn@image_from_gray).
    pub fn image_from_gray(self, pixels: &[u8], width: usize, height: usize) -> Result<Image, Error> {
        picture::image(pixels, width, height, self)
    }
}
