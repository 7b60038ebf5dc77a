//! The baseline: a look as one writes it down first. Every input spike adds its row in a sweep of its own, every cell of
//! both populations integrates in every step, and the compiler sees to the lanes. Same model, same spikes.
#![allow(clippy::needless_range_loop, reason = "j is that of the equations")]

use stdp_digits::encoding::{Encoder, SpikeTrain};
use stdp_digits::kernel::Membrane;
use stdp_digits::rng::{Stream, stream};
use stdp_digits::{Config, Network};

/// What is left of a conductance below this is nothing, see the library.
const FLOOR: f32 = 1e-6;

pub(crate) struct Plain {
    config: Config,
    seed: u64,
    weights: Vec<f32>,
    thresholds: Vec<f32>,
    encoder: Encoder,
    train: SpikeTrain,
}

impl Plain {
    pub(crate) fn new(network: &Network) -> Plain {
        Plain {
            config: network.config().clone(),
            seed: network.seed(),
            weights: network.weights(),
            thresholds: network.thresholds().to_vec(),
            encoder: Encoder::default(),
            train: SpikeTrain::default(),
        }
    }

    /// Spikes of each excitatory cell in the last look at image `index`.
    pub(crate) fn look(&mut self, pixels: &[u8], index: u64) -> Vec<u32> {
        let (dt, steps) = (self.config.dt, self.config.steps_look());
        let inputs = self.config.inputs(pixels).expect("784 pixels");
        let mut intensity = self.config.intensity;
        let mut look = 0;
        loop {
            let mut rng = stream(self.seed, Stream::Look, index, look);
            self.train.draw(&mut self.encoder, &inputs, intensity, dt, steps, &mut rng);
            let counts = self.play();
            look += 1;
            if look == self.config.max_looks || counts.iter().sum::<u32>() >= self.config.min_spikes {
                return counts;
            }
            intensity += self.config.intensity_step;
        }
    }

    fn play(&self) -> Vec<u32> {
        let (c, n) = (&self.config, self.thresholds.len());
        let (exc, inh) = (Membrane::new(&c.exc, c.dt), Membrane::new(&c.inh, c.dt));
        let locked = |t_ref: f32| (t_ref / c.dt).round() as u32;
        let (mut v, mut g_e, mut g_i, mut free) = (vec![c.exc.v_rest; n], vec![0.0f32; n], vec![0.0f32; n], vec![0; n]);
        let (mut v_inh, mut g_inh, mut free_inh) = (vec![c.inh.v_rest; n], vec![0.0f32; n], vec![0; n]);
        let mut counts = vec![0; n];
        for step in 0..self.train.steps() {
            for &input in self.train.at(step) {
                for (g, w) in g_e.iter_mut().zip(&self.weights[usize::from(input) * n..]) {
                    *g += w;
                }
            }
            for j in 0..n {
                v[j] = exc.step(v[j], g_e[j], g_i[j]);
                g_e[j] *= exc.decay_e;
                g_i[j] *= exc.decay_i;
            }
            let mut fired = Vec::new();
            for j in 0..n {
                if v[j] > self.thresholds[j] && step >= free[j] {
                    (v[j], free[j]) = (c.exc.v_reset, step + locked(c.exc.t_ref));
                    counts[j] += 1;
                    fired.push(j);
                }
            }
            for from in 0..n {
                if step >= free_inh[from] {
                    v_inh[from] = inh.step(v_inh[from], g_inh[from], 0.0);
                    if v_inh[from] > c.inh.v_thresh {
                        (v_inh[from], free_inh[from]) = (c.inh.v_reset, step + 1 + locked(c.inh.t_ref));
                        (0..n).filter(|&to| to != from).for_each(|to| g_i[to] += c.w_inh_exc);
                    }
                }
                g_inh[from] *= inh.decay_e;
            }
            fired.iter().for_each(|&j| g_inh[j] += c.w_exc_inh);
            if step % 16 == 15 {
                for g in g_e.iter_mut().chain(&mut g_i).chain(&mut g_inh) {
                    *g = if *g < FLOOR { 0.0 } else { *g };
                }
            }
        }
        counts
    }
}
