//! Delayed input spikes: each synapse has its own delay, and a ring buffer of future steps collects the arrivals.

use crate::config::{Config, INPUTS};
use crate::rng::{Stream, stream, uniform};

/// Delays of all input synapses, and the conductance yet to arrive.
#[derive(Clone, Debug)]
pub(crate) struct Delays {
    stride: usize,
    /// Delay of each synapse in steps, laid out like the weights.
    delays: Vec<u16>,
    /// Conductance arriving at each cell in each of the next steps: `slots` rows of `stride`, step s in row s mod
    /// `slots`.
    ring: Vec<f32>,
    slots: usize,
    /// Steps until the ring is empty.
    pending: usize,
}

impl Delays {
    /// floor(U · delay_max / dt) steps for each synapse, U uniform in [0, 1), row by row of inputs (code l.286, 420: 0
    /// to 19 steps of 0.5 ms). `None` if `delay_max` is 0.
    pub(crate) fn new(config: &Config, seed: u64, stride: usize) -> Option<Delays> {
        if config.delay_max <= 0.0 {
            return None;
        }
        let most = config.delay_max / config.dt;
        let mut rng = stream(seed, Stream::Delays, 0, 0);
        let mut delays = vec![0; INPUTS * stride];
        for row in delays.chunks_exact_mut(stride) {
            row[..config.neurons as usize].fill_with(|| (uniform(&mut rng) * most) as u16);
        }
        let slots = 1 + usize::from(delays.iter().copied().max().unwrap_or(0));
        Some(Delays { stride, delays, ring: vec![0.0; slots * stride], slots, pending: 0 })
    }

    /// Queues the weights of this step's `spikes` and adds this step's arrivals to `g_e`.
    pub(crate) fn step(&mut self, step: u32, weights: &[f32], spikes: &[u16], g_e: &mut [f32]) {
        let Delays { stride, delays, ring, slots, pending } = self;
        let now = step as usize % *slots;
        for &input in spikes {
            let from = usize::from(input) * *stride;
            let row = weights[from..][..*stride].iter().zip(&delays[from..][..*stride]);
            for (cell, (&weight, &delay)) in row.enumerate() {
                let slot = now + usize::from(delay);
                let slot = if slot < *slots { slot } else { slot - *slots };
                ring[slot * *stride + cell] += weight;
            }
            *pending = *slots;
        }
        if *pending == 0 {
            return;
        }
        for (g, arriving) in g_e.iter_mut().zip(&mut ring[now * *stride..][..*stride]) {
            *g += *arriving;
            *arriving = 0.0;
        }
        *pending -= 1;
    }

    /// Whether nothing is queued.
    pub(crate) fn is_quiet(&self) -> bool {
        self.pending == 0
    }

    /// Empties the queue.
    pub(crate) fn rest(&mut self) {
        if self.pending > 0 {
            self.ring.fill(0.0);
            self.pending = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delays() -> (Config, Delays) {
        let config = Config { neurons: 12, delay_max: 10.0, ..Config::default() };
        let delays = Delays::new(&config, 5, 16).expect("there are delays");
        (config, delays)
    }

    #[test]
    fn delays_are_whole_steps_below_the_largest_and_those_of_the_seed() {
        let (config, delays) = delays();
        let (mut count, mut other) = ([0; 20], 0);
        let again = Delays::new(&config, 6, 16).expect("there are delays");
        for (i, &delay) in delays.delays.iter().enumerate().filter(|(i, _)| i % 16 < 12) {
            count[usize::from(delay)] += 1;
            other += u32::from(delay != again.delays[i]);
        }
        // 784 · 12 / 20 = 470 of each, standard deviation 21.
        assert!(count.iter().all(|count| (370..570).contains(count)), "0 to 19 steps alike: {count:?}");
        assert!(other > 8000, "another seed gave the same delays to all but {other}");
        assert!(Delays::new(&Config { delay_max: 0.0, ..config }, 5, 16).is_none(), "none");
    }

    #[test]
    fn a_spike_arrives_after_its_delay_with_the_weight_at_which_it_set_out() {
        let (_, mut delays) = delays();
        let mut weights: Vec<f32> = (0..INPUTS * 16).map(|i| 1.0 + i as f32 / 1000.0).collect();
        let before = weights.clone();
        // Near the end of the ring, so that some wrap around.
        let start = 37;
        for step in start..start + 25 {
            let mut g_e = [0.0; 16];
            let spikes: &[u16] = if step == start { &[3, 700] } else { &[] };
            delays.step(step, &weights, spikes, &mut g_e);
            weights.fill(9.0);
            for (cell, &found) in g_e.iter().enumerate() {
                let due = [3, 700].map(|input| input * 16 + cell);
                let due = due.iter().filter(|&&at| u32::from(delays.delays[at]) == step - start);
                let expected: f32 = due.map(|&at| before[at]).sum();
                assert_eq!(found, expected, "cell {cell}, {} steps after the spikes", step - start);
            }
        }
        assert!(delays.is_quiet(), "all have arrived");
    }

    #[test]
    fn rest_drops_what_is_under_way() {
        let (_, mut delays) = delays();
        delays.step(0, &[1.0; INPUTS * 16], &[1, 2, 3], &mut [0.0; 16]);
        assert!(!delays.is_quiet(), "some are slower than a step");
        delays.rest();
        for step in 0..40 {
            let mut g_e = [0.0; 16];
            delays.step(step, &[1.0; INPUTS * 16], if step == 20 { &[9] } else { &[] }, &mut g_e);
            assert!(step >= 20 || g_e == [0.0; 16], "step {step}: something came through the rest");
        }
    }
}
