//! The smallest network that shows the whole idea: six patterns of 5 × 5 pixels, a handful of cells, simple pair STDP.
//!
//! ```
//! use stdp_digits::mini::{Mini, PRESENTATIONS};
//!
//! let mut mini = Mini::new(8, 1)?;
//! for _ in 0..PRESENTATIONS {
//!     mini.learn()?;
//! }
//! println!("{:.1?}", mini.field(0));              // all 25 synapses of cell 0, row by row
//! let answers = mini.answers(20)?;
//! println!("{:?}", answers.labels);               // the pattern of each cell
//! assert_eq!(answers.right, answers.looks);       // every look is answered by a cell of the pattern shown
//! # Ok::<(), stdp_digits::Error>(())
//! ```
//!
//! It is [`Network`] itself, with nothing left out. A pattern is in the top left corner of the picture. The synapses of
//! all other pixels stay at weight 0, because pair STDP changes only those of inputs that spike and normalisation
//! multiplies. So a cell has 25 synapses, few enough to show each as a number.
//!
//! Constants that differ from the defaults: 9 pixels drive a cell less than a digit's 100, so they are brighter
//! (intensity 4, 127.5 Hz) and a cell's weights sum to 8; thetas settle within 200 presentations instead of 10,000, and
//! learning rates fall to a tenth. With these, networks of 6, 8, 12 and 16 cells with seeds 1 to 10 answer at least 96
//! of 100 looks correctly, in most runs all; 4 cells can answer four patterns.

use crate::config::{Config, INPUTS};
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::network::Network;
use crate::plasticity::LearningRule;
use crate::rng::Stream;
use crate::trainer::share;

/// Pixels in a row of a pattern, and rows.
pub const SIDE: usize = 5;
/// Synapses of a cell.
pub const PIXELS: usize = SIDE * SIDE;
/// Presentations after which learning rates have reached their final value: 40 of each pattern.
pub const PRESENTATIONS: u64 = 240;
/// Pixels in a row of the picture that contains a pattern.
const PICTURE_SIDE: usize = 28;

/// A picture to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What to call it.
    pub name: &'static str,
    /// `#` is white, everything else black.
    pub rows: [&'static str; SIDE],
}

/// The patterns shown to the network, in turn.
pub const PATTERNS: [Pattern; 6] = [
    Pattern { name: "plus", rows: ["..#..", "..#..", "#####", "..#..", "..#.."] },
    Pattern { name: "cross", rows: ["#...#", ".#.#.", "..#..", ".#.#.", "#...#"] },
    Pattern { name: "T", rows: ["#####", "..#..", "..#..", "..#..", "..#.."] },
    Pattern { name: "L", rows: ["#....", "#....", "#....", "#....", "#####"] },
    Pattern { name: "diamond", rows: ["..#..", ".#.#.", "#...#", ".#.#.", "..#.."] },
    Pattern { name: "bars", rows: [".....", "#####", ".....", "#####", "....."] },
];

impl Pattern {
    /// The picture of 28 × 28 pixels that the network sees.
    pub fn picture(&self) -> Vec<u8> {
        let mut picture = vec![0; INPUTS];
        for (row, pixels) in self.rows.iter().enumerate() {
            for (column, pixel) in pixels.bytes().enumerate() {
                picture[row * PICTURE_SIDE + column] = if pixel == b'#' { 255 } else { 0 };
            }
        }
        picture
    }
}

/// What the cells have learned to stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Spikes of each cell for each pattern, over the looks used for labelling.
    pub spikes: Vec<[u32; PATTERNS.len()]>,
    /// The pattern for which each cell fires most (index in [`PATTERNS`]); `None` for a silent cell.
    pub labels: Vec<Option<usize>>,
    /// Further looks, with different noise.
    pub looks: u32,
    /// How many of them the most active cell's label answered correctly.
    pub right: u32,
}

/// A small network and how far it has learned.
#[derive(Clone, Debug)]
pub struct Mini {
    network: Network,
    presented: u64,
}

impl Mini {
    /// Its constants.
    pub fn config(cells: u32) -> Config {
        let mut config = Config {
            neurons: cells,
            intensity: 4.0,
            max_spikes: 0,
            w_norm: 8.0,
            nu_final: 0.1,
            rule: LearningRule::pair(),
            upright: false,
            ..Config::best(FrontEnd::Pixels, 400)
        };
        (config.theta.plus, config.theta.tau, config.theta.scale_with_n) = (0.1, 1e5, false);
        config
    }

    /// `cells` cells with random weights between the 25 pixels and each of them.
    ///
    /// # Errors
    /// An invalid number of cells.
    pub fn new(cells: u32, seed: u64) -> Result<Mini, Error> {
        let network = Network::connected(Mini::config(cells), seed, (0..PIXELS).map(input))?;
        Ok(Mini { network, presented: 0 })
    }

    /// Presentations so far.
    pub fn presented(&self) -> u64 {
        self.presented
    }

    /// Which pattern [`Mini::learn`] shows next.
    pub fn next_pattern(&self) -> usize {
        (self.presented % PATTERNS.len() as u64) as usize
    }

    /// Shows the next pattern and learns from it.
    ///
    /// # Errors
    /// None that a caller can cause: each picture has its 784 pixels.
    pub fn learn(&mut self) -> Result<(), Error> {
        let progress = self.presented.min(PRESENTATIONS) as f64 / PRESENTATIONS as f64;
        let share = share(self.network.config().nu_final, progress);
        let picture = PATTERNS[self.next_pattern()].picture();
        self.network.learn(&picture, self.presented, share)?;
        self.presented += 1;
        Ok(())
    }

    /// The synapses of a cell, row by row.
    ///
    /// # Panics
    /// If there is no such cell.
    pub fn field(&self, cell: usize) -> [f32; PIXELS] {
        let (weights, n) = (self.network.weights(), self.network.neurons());
        assert!(cell < n, "found cell {cell}, expected 0 to {}", n - 1);
        std::array::from_fn(|pixel| weights[input(pixel) * n + cell])
    }

    /// Labels the cells by `looks` looks at each pattern, then tests them with as many. Nothing is learned.
    ///
    /// # Errors
    /// None that a caller can cause: each picture has its 784 pixels.
    pub fn answers(&self, looks: u32) -> Result<Answers, Error> {
        let mut network = self.network.clone();
        let mut spikes = vec![[0; PATTERNS.len()]; network.neurons()];
        show(&mut network, Stream::Label, looks, |pattern, counts| {
            spikes.iter_mut().zip(counts).for_each(|(of_cell, count)| of_cell[pattern] += count);
        })?;
        let labels: Vec<Option<usize>> = spikes.iter().map(|of_cell| most(of_cell)).collect();
        let mut right = 0;
        show(&mut network, Stream::Look, looks, |pattern, counts| {
            right += u32::from(most(counts).and_then(|cell| labels[cell]) == Some(pattern));
        })?;
        Ok(Answers { spikes, labels, looks: looks * PATTERNS.len() as u32, right })
    }

    /// The network itself.
    pub fn network(&self) -> &Network {
        &self.network
    }
}

/// The input of a pixel of a pattern.
fn input(pixel: usize) -> usize {
    pixel / SIDE * PICTURE_SIDE + pixel % SIDE
}

/// The index of the largest count, the first of equals; `None` if all are 0.
fn most(counts: &[u32]) -> Option<usize> {
    let best = counts.iter().copied().max().filter(|&best| best > 0)?;
    counts.iter().position(|&count| count == best)
}

fn show(network: &mut Network, purpose: Stream, looks: u32, mut see: impl FnMut(usize, &[u32])) -> Result<(), Error> {
    for look in 0..u64::from(looks) {
        for (place, pattern) in PATTERNS.iter().enumerate() {
            let index = look * PATTERNS.len() as u64 + place as u64;
            see(place, network.look(&pattern.picture(), purpose, index)?);
        }
    }
    Ok(())
}
