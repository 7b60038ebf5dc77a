//! From a picture to input spikes: each pixel is a Poisson source with a rate proportional to its brightness.
//!
//! ```text
//! rate = pixel / 8 · intensity  [Hz]            white at intensity 2: 63.75 Hz (paper sect. 2.5; code l.452)
//! p    = rate · dt / 1000                       chance of a spike in one step, at most 1
//! ```
//!
//! Each step has a spike with probability p, independently of all others. Instead of 784 × 700 random decisions, the
//! gap to the next spike is drawn directly: `gap = 1 + ⌊E / −ln(1 − p)⌋`, with E exponential of mean 1, has exactly the
//! geometric distribution of those gaps (P(gap > k) = P(E ≥ −k·ln(1−p)) = (1−p)^k). Dark pixels cost nothing.

use rand::Rng;

use crate::config::INPUTS;
use crate::error::{Error, SpikesFault};
use crate::rng::Generator;

/// Input spikes of one look, ordered by time and, within a step, by input.
#[derive(Clone, Debug, Default)]
pub struct SpikeTrain {
    /// `inputs[starts[t]..starts[t + 1]]` spike in step t.
    starts: Vec<u32>,
    inputs: Vec<u16>,
    drawn: Vec<(u32, u16)>,
}

impl SpikeTrain {
    /// A train of `steps` steps with the given spikes, (step, input) pairs in any order.
    ///
    /// # Errors
    /// [`Error::Spikes`] for a train without steps, a step or input out of range, and an input that spikes twice in one
    /// step.
    pub fn from_spikes(steps: u32, spikes: &[(u32, u16)]) -> Result<SpikeTrain, Error> {
        if steps == 0 {
            return Err(Error::Spikes(SpikesFault::Empty, "found a train of 0 steps, expected at least 1".into()));
        }
        if let Some((step, input)) = spikes.iter().find(|&&(_, input)| usize::from(input) >= INPUTS) {
            return Err(Error::Spikes(
                SpikesFault::Input,
                format!("found input {input} in step {step}, expected 0 to {}", INPUTS - 1),
            ));
        }
        let mut drawn = spikes.to_vec();
        drawn.sort_unstable();
        if let Some(&(step, input)) = drawn.last().filter(|&&(step, _)| step >= steps) {
            return Err(Error::Spikes(
                SpikesFault::Time,
                format!("found input {input} in step {step}, expected steps 0 to {}", steps - 1),
            ));
        }
        if let Some(&[(step, input), _]) = drawn.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Error::Spikes(
                SpikesFault::Twice,
                format!("input {input} spikes twice in step {step}, expected once at most"),
            ));
        }
        let starts = (0..=steps).map(|step| drawn.partition_point(|&(at, _)| at < step) as u32).collect();
        Ok(SpikeTrain { starts, inputs: drawn.iter().map(|&(_, input)| input).collect(), drawn })
    }

    /// Number of steps.
    pub fn steps(&self) -> u32 {
        (self.starts.len() as u32).saturating_sub(1)
    }

    /// Draws the spikes of `steps` steps of `dt` ms for a picture at the given intensity.
    pub fn draw(
        &mut self,
        encoder: &mut Encoder,
        pixels: &[u8],
        intensity: f32,
        dt: f32,
        steps: u32,
        rng: &mut Generator,
    ) {
        self.drawn.clear();
        self.starts.clear();
        self.starts.resize(steps as usize + 1, 0);
        let gaps = encoder.mean_gaps(intensity, dt);
        let mut exponentials = Exponentials::new(&encoder.logs, rng);
        for (input, &pixel) in pixels.iter().enumerate().filter(|&(_, &pixel)| pixel > 0) {
            let mean = gaps[usize::from(pixel)];
            // `step` counts from 1 here, so that it is also the index of the count of step − 1.
            let mut step = 0u32;
            loop {
                // Clamped to just beyond the end: an infinite gap (p = 0) must not overflow the sum.
                step += 1 + (exponentials.draw() * mean).min(f64::from(steps)) as u32;
                if step > steps {
                    break;
                }
                self.drawn.push((step - 1, input as u16));
                self.starts[step as usize] += 1;
            }
        }
        for step in 1..self.starts.len() {
            self.starts[step] += self.starts[step - 1];
        }
        // Counting sort; stable, so inputs ascend within a step.
        self.inputs.resize(self.drawn.len(), 0);
        for &(step, input) in &self.drawn {
            let place = &mut self.starts[step as usize];
            self.inputs[*place as usize] = input;
            *place += 1;
        }
        // Each start has moved to the next one's position: shift back.
        self.starts.rotate_right(1);
        self.starts[0] = 0;
    }

    /// The inputs that spike in a step, ascending.
    pub fn at(&self, step: u32) -> &[u16] {
        let step = step as usize;
        &self.inputs[self.starts[step] as usize..self.starts[step + 1] as usize]
    }

    /// Number of spikes.
    pub fn len(&self) -> usize {
        self.inputs.len()
    }

    /// Whether no input spikes at all.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }
}

/// Tables for drawing gaps: logarithms, and the mean gap of each pixel value at the intensity last used.
#[derive(Clone, Debug)]
pub struct Encoder {
    logs: Logs,
    made_for: (f32, f32),
    mean_gaps: [f64; 256],
}

impl Default for Encoder {
    fn default() -> Self {
        Encoder { logs: Logs::new(), made_for: (0.0, 0.0), mean_gaps: [f64::INFINITY; 256] }
    }
}

impl Encoder {
    /// 1 / −ln(1 − p) for each pixel value \[steps\]; 0 where p = 1, infinite where p = 0.
    fn mean_gaps(&mut self, intensity: f32, dt: f32) -> [f64; 256] {
        if self.made_for != (intensity, dt) {
            for (pixel, gap) in self.mean_gaps.iter_mut().enumerate() {
                let p = (pixel as f64 / 8.0 * f64::from(intensity) * f64::from(dt) / 1000.0).min(1.0);
                *gap = -1.0 / libm::log1p(-p);
            }
            self.made_for = (intensity, dt);
        }
        self.mean_gaps
    }
}

/// Natural logarithms from a table and three terms of a series: exact to 1e-11, the same bits everywhere, in a few ns.
#[derive(Clone, Debug)]
struct Logs(Vec<(f64, f64)>);

impl Logs {
    /// For 256 slices of the mantissa range [1, 2): the reciprocal of the slice's middle, and the middle's logarithm.
    fn new() -> Logs {
        let middle = |slice: u32| 1.0 + (f64::from(slice) + 0.5) / 256.0;
        Logs((0..256).map(|slice| (1.0 / middle(slice), libm::log(middle(slice)))).collect())
    }

    /// ln x for a normal x > 0.
    fn ln(&self, x: f64) -> f64 {
        let bits = x.to_bits();
        let exponent = (bits >> 52) as i32 - 1023;
        let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
        let (reciprocal, log) = self.0[(bits >> 44) as usize & 255];
        // mantissa = middle · (1 + r) with |r| ≤ 1/512.
        let r = mantissa * reciprocal - 1.0;
        f64::from(exponent) * std::f64::consts::LN_2 + log + r * (1.0 - r * (0.5 - r * (1.0 / 3.0 - r * 0.25)))
    }

    /// An exponential variate of mean 1 from 64 random bits.
    fn exponential(&self, random: u64) -> f64 {
        // The middle of one of 2⁵² equal slices of (0, 1): never 0, never 1.
        -self.ln(((random >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0))
    }
}

/// Exponential variates of mean 1, made in batches so that one logarithm need not wait for the use of the one before.
struct Exponentials<'a> {
    logs: &'a Logs,
    rng: &'a mut Generator,
    made: [f64; 64],
    used: usize,
}

impl<'a> Exponentials<'a> {
    fn new(logs: &'a Logs, rng: &'a mut Generator) -> Exponentials<'a> {
        Exponentials { logs, rng, made: [0.0; 64], used: 64 }
    }

    #[inline(always)]
    fn draw(&mut self) -> f64 {
        if self.used == self.made.len() {
            for made in &mut self.made {
                *made = self.logs.exponential(self.rng.next_u64());
            }
            self.used = 0;
        }
        self.used += 1;
        self.made[self.used - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Stream, stream};

    #[test]
    fn logarithm_agrees_with_libm() {
        let logs = Logs::new();
        for k in 1..100_000 {
            let x = f64::from(k) / 100_000.0;
            let (ours, exact) = (logs.ln(x), libm::log(x));
            assert!((ours - exact).abs() < 1e-12 + 1e-12 * exact.abs(), "ln {x}: {ours} instead of {exact}");
        }
    }

    /// A grey of 128 for 2,000 looks of 700 steps: mean and variance of the count are those of a binomial.
    #[test]
    fn counts_have_the_mean_and_variance_of_independent_steps() {
        let (mut encoder, mut train) = (Encoder::default(), SpikeTrain::default());
        let p: f64 = 128.0 / 8.0 * 2.0 * 0.5 / 1000.0;
        let counts: Vec<f64> = (0..2000)
            .map(|index| {
                train.draw(&mut encoder, &[128], 2.0, 0.5, 700, &mut stream(5, Stream::Look, index, 0));
                train.len() as f64
            })
            .collect();
        let mean = counts.iter().sum::<f64>() / 2000.0;
        let variance = counts.iter().map(|count| (count - mean) * (count - mean)).sum::<f64>() / 1999.0;
        assert!((mean - 700.0 * p).abs() < 0.3, "mean {mean}, expected {} within 4 standard errors", 700.0 * p);
        let expected = 700.0 * p * (1.0 - p);
        assert!((variance / expected - 1.0).abs() < 0.13, "variance {variance}, expected {expected} within 13 %");
    }

    #[test]
    fn every_step_is_equally_likely_and_inputs_ascend() {
        let (mut encoder, mut train) = (Encoder::default(), SpikeTrain::default());
        let mut per_step = [0usize; 10];
        for index in 0..2000 {
            train.draw(&mut encoder, &[255; 20], 10.0, 0.5, 10, &mut stream(6, Stream::Look, index, 0));
            for (step, count) in per_step.iter_mut().enumerate() {
                let spikes = train.at(step as u32);
                assert!(spikes.is_sorted_by(|a, b| a < b), "step {step} of look {index}: {spikes:?}");
                *count += spikes.len();
            }
        }
        let expected = 2000.0 * 20.0 * 255.0 / 8.0 * 10.0 * 0.0005;
        for (step, &count) in per_step.iter().enumerate() {
            assert!((count as f64 / expected - 1.0).abs() < 0.05, "step {step}: {count} spikes, expected {expected}");
        }
    }

    #[test]
    fn a_certain_spike_comes_in_every_step_and_black_never_spikes() {
        let (mut encoder, mut train) = (Encoder::default(), SpikeTrain::default());
        train.draw(&mut encoder, &[0, 255], 1000.0, 0.5, 50, &mut stream(7, Stream::Look, 0, 0));
        assert!((0..50).all(|step| train.at(step) == [1]), "white at rate ≥ 1/dt spikes in every step, black in none");
    }

    #[test]
    fn given_spikes_are_sorted_and_bad_ones_refused() {
        let train = SpikeTrain::from_spikes(4, &[(3, 5), (0, 783), (3, 2)]).expect("sound spikes");
        let steps: Vec<&[u16]> = (0..4).map(|step| train.at(step)).collect();
        assert_eq!(steps, [&[783][..], &[], &[], &[2, 5]], "spikes of each step");
        assert_eq!((train.steps(), train.len()), (4, 3), "steps and spikes");
        for (steps, spikes, part) in [
            (0, &[][..], "0 steps"),
            (4, &[(4, 0)], "steps 0 to 3"),
            (4, &[(0, 784)], "0 to 783"),
            (4, &[(1, 7), (2, 7), (1, 7)], "twice in step 1"),
        ] {
            let error = SpikeTrain::from_spikes(steps, spikes).expect_err(part).to_string();
            assert!(error.contains(part), "'{error}' does not say '{part}'");
        }
    }

    /// Fixed seed, literal spikes: changes only if the generator, the streams or the sampling change.
    #[test]
    fn value_stability() {
        let (mut encoder, mut train) = (Encoder::default(), SpikeTrain::default());
        train.draw(&mut encoder, &[200, 0, 100], 2.0, 0.5, 300, &mut stream(42, Stream::Look, 7, 0));
        let spikes: Vec<(u32, u16)> = (0..300).flat_map(|t| train.at(t).iter().map(move |&i| (t, i))).collect();
        assert_eq!(spikes, GOLDEN, "the spikes of seed 42, image 7");
    }
    // Confirmed by a separate program: SplitMix64, xoshiro256++ and log in Python.
    const GOLDEN: [(u32, u16); 12] = [
        (11, 0),
        (92, 0),
        (153, 0),
        (162, 0),
        (174, 2),
        (188, 0),
        (198, 2),
        (200, 0),
        (231, 0),
        (236, 0),
        (257, 2),
        (288, 2),
    ];
}
