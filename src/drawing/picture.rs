//! Grey pictures of a digit, from any source.

use super::normalise::{self, Paper, Placing};
use super::raster::{self, Pen};
use super::strokes::{Bounds, Line};
use super::{BOX_SIDE, Image, MASS_CENTRE, PEN_SOFTNESS, PEN_WIDTH, SIDE};
use crate::error::{Error, PictureFault};

/// The longest accepted side of a picture, in pixels.
pub const MAX_PICTURE_SIDE: usize = 4096;

/// Least difference of ink from the background, in grey values.
const LEAST_CONTRAST: u8 = 32;

/// Least strength of the ink in network input.
const FULL_CONTRAST: u8 = 200;

/// Differences below this fraction of the strongest are paper.
const PAPER: f64 = 0.125;

/// Ink of at least this fraction of full strength belongs to the digit's box.
const IN_BOX: f64 = 0.25;

/// Least length of the digit's longer side, as a fraction of the picture's longer side.
const LEAST_PART: f64 = 0.05;

/// Lines thinner than this, in pixels of the result, are redrawn: a tenth of MNIST's images have thinner ones.
const THIN: f64 = 1.7;

/// The grey of a pixel of red, green, blue and opacity as it looks on white paper (luma of ITU-R BT.709, rounded).
///
/// # Panics
/// If there are not four values.
#[must_use]
pub fn grey_on_white(rgba: &[u8]) -> u8 {
    let [red, green, blue, opacity] = [rgba[0], rgba[1], rgba[2], rgba[3]].map(u32::from);
    let grey = 2126 * red + 7152 * green + 722 * blue;
    ((grey * opacity + 2_550_000 * (255 - opacity) + 1_275_000) / 2_550_000) as u8
}

pub(super) fn image(pixels: &[u8], width: usize, height: usize, placing: Placing) -> Result<Image, Error> {
    if width == 0 || height == 0 || width > MAX_PICTURE_SIDE || height > MAX_PICTURE_SIDE {
        return Err(Error::Picture(
            PictureFault::Size,
            format!("found {width}×{height} pixels, expected 1×1 to {MAX_PICTURE_SIDE}×{MAX_PICTURE_SIDE}"),
        ));
    }
    if pixels.len() != width * height {
        return Err(Error::Shape { what: "pixels of the picture", found: pixels.len(), expected: width * height });
    }
    let departure = departures(pixels, width, height);
    let strongest = departure.iter().copied().max().unwrap_or(0);
    if strongest < LEAST_CONTRAST {
        return Err(Error::NothingToSee("the picture is one even grey"));
    }
    if let Some(image) = network_input(pixels, &departure, width, height, strongest) {
        return Ok(image);
    }
    let picture = Ink::new(&departure, width, height, strongest);
    let (x, y, across, down) = picture.ink_box();
    let longer = across.max(down) as f64;
    if longer < LEAST_PART * width.max(height) as f64 {
        return Err(Error::NothingToSee("the picture holds only a dot"));
    }
    let digit = picture.cropped(x, y, across, down);
    let side = width.max(height) as f64;
    let left_top = [(x, width), (y, height)].map(|(at, length)| 0.5 * (length as f64 - side) - at as f64);
    let paper = Paper { origin: left_top, side };
    let scale = placing.factor(paper, longer, 0.0);
    let line_width = digit.line_width() * scale;
    let lines = digit.runs();
    // A mostly faint digit has too few runs to represent it.
    let redraw = line_width < THIN && Bounds::of(&lines).extent() >= 0.5 * longer;
    Ok(if redraw { redrawn(lines, line_width - scale, paper, placing) } else { digit.averaged(scale, paper, placing) })
}

/// Difference of each pixel from the background in the direction of the ink; 0 on the other side.
fn departures(pixels: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut border = [0usize; 256];
    let rows = pixels[..width].iter().chain(&pixels[(height - 1) * width..]);
    let columns = pixels.chunks_exact(width).flat_map(|row| [&row[0], &row[width - 1]]);
    rows.chain(columns).for_each(|&pixel| border[usize::from(pixel)] += 1);
    let ranked = |rank: usize| {
        let mut passed = 0;
        let reaches = |count: &usize| {
            passed += count;
            passed > rank
        };
        border.iter().position(reaches).unwrap_or(0) as u8
    };
    // Twice the border's length is even, and its two middle values swap when the picture is inverted. Each direction
    // measures from the nearer one, so that an inverted picture gives exactly the same differences.
    let half = width + height;
    let (below, above) = (ranked(half - 1), ranked(half));
    let lighter = pixels.iter().map(|&p| u64::from(p.saturating_sub(above))).sum::<u64>();
    let darker = pixels.iter().map(|&p| u64::from(below.saturating_sub(p))).sum::<u64>();
    if lighter >= darker {
        pixels.iter().map(|p| p.saturating_sub(above)).collect()
    } else {
        pixels.iter().map(|&p| below.saturating_sub(p)).collect()
    }
}

/// The picture itself if it already is network input, as defined in [`image_from_gray`](super::image_from_gray).
fn network_input(pixels: &[u8], departure: &[u8], width: usize, height: usize, strongest: u8) -> Option<Image> {
    if width != SIDE || height != SIDE || strongest < FULL_CONTRAST {
        return None;
    }
    let image: Image = departure.try_into().ok()?;
    let on_black = pixels == departure;
    let on_white = pixels.iter().zip(departure).all(|(p, d)| 255 - p == *d);
    if !(on_black || on_white) {
        return None;
    }
    let (mut low, mut high) = ([SIDE; 2], [0; 2]);
    for (i, _) in image.iter().enumerate().filter(|(_, v)| **v > 0) {
        for (axis, at) in [i % SIDE, i / SIDE].into_iter().enumerate() {
            low[axis] = low[axis].min(at);
            high[axis] = high[axis].max(at + 1);
        }
    }
    let mass = raster::mass_centre(&image.map(f64::from));
    let fits = |axis: usize| (high[axis] - low[axis]) as f64 <= BOX_SIDE && (mass[axis] - MASS_CENTRE).abs() <= 1.0;
    (fits(0) && fits(1)).then_some(image)
}

/// A picture as ink, 0 none … 1 full, row by row.
struct Ink {
    values: Vec<f64>,
    width: usize,
}

impl Ink {
    fn new(departure: &[u8], width: usize, height: usize, strongest: u8) -> Self {
        debug_assert_eq!(departure.len(), width * height, "one value for each pixel");
        let strongest = f64::from(strongest);
        let values = departure.iter().map(|&d| ((f64::from(d) / strongest - PAPER) / (1.0 - PAPER)).max(0.0)).collect();
        Self { values, width }
    }

    /// Left, top, width and height of the box around all certain ink. The strongest pixel is certain, so it is never
    /// empty.
    fn ink_box(&self) -> (usize, usize, usize, usize) {
        let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
        for (y, row) in self.values.chunks_exact(self.width).enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, v)| **v >= IN_BOX) {
                left = left.min(x);
                right = right.max(x + 1);
                top = top.min(y);
                bottom = bottom.max(y + 1);
            }
        }
        (left, top, right - left, bottom - top)
    }

    fn cropped(&self, x: usize, y: usize, across: usize, down: usize) -> Self {
        let rows = self.values.chunks_exact(self.width).skip(y).take(down);
        Self { values: rows.flat_map(|row| &row[x..x + across]).copied().collect(), width: across }
    }

    /// The mean width of its lines, in its own pixels: twice the area over the length of the edge, which is the sum of
    /// the gradient. Outside there is no ink.
    fn line_width(&self) -> f64 {
        let height = self.values.len() / self.width;
        let at = |x: usize, y: usize| {
            // One pixel of margin on the left and on top; beyond the right and the bottom there is no ink either.
            if x == 0 || y == 0 || x > self.width || y > height {
                0.0
            } else {
                self.values[(y - 1) * self.width + x - 1]
            }
        };
        let mut edge = 0.0;
        for y in 0..=height {
            for x in 0..=self.width {
                let here = at(x, y);
                let (right, down) = (at(x + 1, y) - here, at(x, y + 1) - here);
                edge += (right * right + down * down).sqrt();
            }
        }
        2.0 * self.values.iter().sum::<f64>() / edge
    }

    /// Every unbroken horizontal run of pixels with at least half ink, as a line through their middles.
    fn runs(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for (y, row) in self.values.chunks_exact(self.width).enumerate() {
            let mut x = 0;
            while x < self.width {
                let run = row[x..].iter().take_while(|v| **v >= 0.5).count();
                if run > 0 {
                    lines.push(vec![[x as f64, y as f64], [(x + run - 1) as f64, y as f64]]);
                }
                x += run + 1;
            }
        }
        lines
    }

    /// Each pixel of the result is the mean of the area it covers, at `scale` result pixels per own pixel.
    fn averaged(&self, scale: f64, paper: Paper, placing: Placing) -> Image {
        let height = self.values.len() / self.width;
        let (mut sum, mut x_sum, mut y_sum) = (0.0, 0.0, 0.0);
        for (i, &v) in self.values.iter().enumerate() {
            sum += v;
            x_sum += v * ((i % self.width) as f64 + 0.5);
            y_sum += v * ((i / self.width) as f64 + 0.5);
        }
        let start = |length: usize, mass: f64, axis: usize| {
            if placing.centre {
                return normalise::shift(0.0, length as f64 * scale, mass * scale);
            }
            let low = paper.pixel(0.5 * length as f64, axis) - 0.5 * length as f64 * scale;
            low + normalise::inside(low, low + length as f64 * scale, 0.0)
        };
        let left = start(self.width, x_sum / sum, 0);
        let top = start(height, y_sum / sum, 1);
        let mut out = [0.0; SIDE * SIDE];
        for (y, row) in self.values.chunks_exact(self.width).enumerate() {
            let down = shares(top + y as f64 * scale, scale);
            for (x, &v) in row.iter().enumerate().filter(|(_, v)| **v > 0.0) {
                for (to_x, part_x) in shares(left + x as f64 * scale, scale) {
                    for (to_y, part_y) in down.clone() {
                        out[to_y * SIDE + to_x] += v * part_x * part_y;
                    }
                }
            }
        }
        // Every MNIST image has full ink somewhere.
        let most = out.iter().copied().fold(0.0, f64::max);
        out.map(|v| (255.0 * v / most + 0.5) as u8)
    }
}

/// Lines of [`PEN_WIDTH`] along `runs`, which together already are `width` result pixels wide. The pen adds the rest; a
/// pen narrower than its own edge would leave no full ink.
fn redrawn(mut runs: Vec<Line>, width: f64, paper: Paper, placing: Placing) -> Image {
    let rest = PEN_WIDTH - width.max(0.0);
    let pen = Pen { width: rest, softness: PEN_SOFTNESS.min(rest) };
    // Runs use pixel indices, which are half a pixel left of the middle.
    let paper = Paper { origin: paper.origin.map(|at| at - 0.5), ..paper };
    placing.fit(&mut runs, paper, pen.reach());
    raster::draw(&runs, pen, placing.centre)
}

/// The pixels covered by the interval of `length` from `start`, each with the covered fraction.
fn shares(start: f64, length: f64) -> impl Iterator<Item = (usize, f64)> + Clone {
    let end = start + length;
    let first = start.max(0.0) as usize;
    (first..SIDE)
        .map(move |at| (at, end.min(at as f64 + 1.0) - start.max(at as f64)))
        .take_while(|(_, part)| *part > 0.0)
}
