//! The network once more, slow and obvious: f64, dense N × N matrices for both fixed connections, every trace stepped,
//! every cell integrated in every step, every column normalised. Nothing of the library's is used but
//! its configuration and its input spikes.
#![allow(clippy::needless_range_loop, reason = "i and j are those of the equations")]

use stdp_digits::Config;
use stdp_digits::config::LifParams;
use stdp_digits::encoding::{Encoder, SpikeTrain};
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::{Stream, stream};

/// Spikes as (step since the presentation began, cell).
#[derive(Debug, Default)]
pub(crate) struct Spikes {
    pub(crate) exc: Vec<(u32, u16)>,
    pub(crate) inh: Vec<(u32, u16)>,
    pub(crate) looks: u32,
    /// Spikes of each excitatory cell in the last look, without its rest.
    pub(crate) counts: Vec<u32>,
}

pub(crate) struct Twin {
    config: Config,
    /// [input][cell]
    pub(crate) weights: Vec<Vec<f64>>,
    pub(crate) theta: Vec<f64>,
    /// [from][to]
    exc_to_inh: Vec<Vec<f64>>,
    inh_to_exc: Vec<Vec<f64>>,
    /// Traces below this count as 0.
    pub(crate) trace_floor: f64,
}

#[derive(Clone)]
struct Cell {
    v: f64,
    g_e: f64,
    g_i: f64,
    last_spike: Option<u32>,
}

impl Cell {
    fn at_rest(lif: &LifParams) -> Cell {
        Cell { v: f64::from(lif.v_rest), g_e: 0.0, g_i: 0.0, last_spike: None }
    }

    /// One step with both conductances at their mean over it, solved exactly.
    fn integrate(&mut self, lif: &LifParams, dt: f64) {
        let mean = |tau: f32| f64::from(tau) / dt * (1.0 - (-dt / f64::from(tau)).exp());
        let (g_e, g_i) = (self.g_e * mean(lif.tau_g_e), self.g_i * mean(lif.tau_g_i));
        let leak = 1.0 + g_e + g_i;
        let v_inf = (f64::from(lif.v_rest) + g_e * f64::from(lif.e_exc) + g_i * f64::from(lif.e_inh)) / leak;
        let x = dt / f64::from(lif.tau_m) * leak;
        self.v = v_inf + (self.v - v_inf) * (-x).exp();
    }

    fn decay(&mut self, lif: &LifParams, dt: f64) {
        self.g_e *= (-dt / f64::from(lif.tau_g_e)).exp();
        self.g_i *= (-dt / f64::from(lif.tau_g_i)).exp();
    }
}

impl Twin {
    /// From weights (784 × N, row-major by input) and thetas.
    pub(crate) fn new(config: &Config, weights: &[f32], theta: &[f32]) -> Twin {
        let n = theta.len();
        let dense = |value: &dyn Fn(usize, usize) -> f32| -> Vec<Vec<f64>> {
            (0..n).map(|from| (0..n).map(|to| f64::from(value(from, to))).collect()).collect()
        };
        Twin {
            config: config.clone(),
            weights: weights.chunks_exact(n).map(|row| row.iter().map(|&w| f64::from(w)).collect()).collect(),
            theta: theta.iter().map(|&theta| f64::from(theta)).collect(),
            exc_to_inh: dense(&|from, to| if from == to { config.w_exc_inh } else { 0.0 }),
            inh_to_exc: dense(&|from, to| if from == to { 0.0 } else { config.w_inh_exc }),
            trace_floor: 1e-3,
        }
    }

    /// A presentation; learns at a share of the rule's rates, or not at all.
    pub(crate) fn present(
        &mut self,
        pixels: &[u8],
        seed: u64,
        purpose: Stream,
        index: u64,
        learning_share: Option<f32>,
    ) -> Spikes {
        let (look_steps, rest_steps) = (self.config.steps_look(), self.config.steps_rest());
        let mut spikes = Spikes::default();
        let mut intensity = self.config.intensity;
        loop {
            let mut train = SpikeTrain::default();
            let mut rng = stream(seed, purpose, index, spikes.looks);
            train.draw(&mut Encoder::default(), pixels, intensity, self.config.dt, look_steps, &mut rng);
            let begin = spikes.looks * (look_steps + rest_steps);
            spikes.looks += 1;
            self.look(&train, begin, learning_share, &mut spikes);
            if spikes.counts.iter().sum::<u32>() >= self.config.min_spikes || spikes.looks == self.config.max_looks {
                return spikes;
            }
            intensity += self.config.intensity_step;
        }
    }

    fn look(&mut self, train: &SpikeTrain, begin: u32, learning_share: Option<f32>, spikes: &mut Spikes) {
        let config = self.config.clone();
        let LearningRule::Triplet { nu_pre, nu_post, tau_x_pre, tau_x_post1, tau_x_post2 } = config.rule else {
            panic!("the twin knows the triplet rule only");
        };
        let share = learning_share.unwrap_or(0.0);
        let (nu_pre, nu_post) = (f64::from(nu_pre * share), f64::from(nu_post * share));
        let learning = learning_share.is_some();
        let (n, dt) = (self.theta.len(), f64::from(config.dt));
        let steps_of = |duration: f32| (duration / config.dt).round() as u32;
        if learning {
            self.normalize();
        }
        let mut exc = vec![Cell::at_rest(&config.exc); n];
        let mut inh = vec![Cell::at_rest(&config.inh); n];
        let (mut x_pre, mut x_post1, mut x_post2) = (vec![0.0; 784], vec![0.0; n], vec![0.0; n]);
        spikes.counts = vec![0; n];
        for step in 0..config.steps_look() + config.steps_rest() {
            let looking = step < config.steps_look();
            let inputs = if looking { train.at(step) } else { &[] };
            for (trace, tau) in [(&mut x_pre, tau_x_pre), (&mut x_post1, tau_x_post1), (&mut x_post2, tau_x_post2)] {
                trace.iter_mut().for_each(|x| *x *= (-dt / f64::from(tau)).exp());
            }
            let floored = |x: f64| if x < self.trace_floor { 0.0 } else { x };

            // 1: input spikes arrive
            for &input in inputs {
                (0..n).for_each(|j| exc[j].g_e += self.weights[usize::from(input)][j]);
            }
            // 2: excitatory cells integrate
            for cell in &mut exc {
                cell.integrate(&config.exc, dt);
                cell.decay(&config.exc, dt);
            }
            // 3: input spikes depress
            if learning {
                for &input in inputs {
                    let i = usize::from(input);
                    for j in 0..n {
                        self.weights[i][j] = (self.weights[i][j] - nu_pre * floored(x_post1[j])).max(0.0);
                    }
                    x_pre[i] = 1.0;
                }
            }
            // 4: excitatory cells fire
            let mut fired = vec![0.0; n];
            for j in 0..n {
                let threshold = f64::from(config.exc.v_thresh) + self.theta[j] - f64::from(config.theta.offset);
                let locked = exc[j].last_spike.is_some_and(|last| step - last < steps_of(config.exc.t_ref));
                if exc[j].v <= threshold || locked {
                    continue;
                }
                fired[j] = 1.0;
                spikes.exc.push((begin + step, j as u16));
                spikes.counts[j] += u32::from(looking);
                exc[j].v = f64::from(config.exc.v_reset);
                exc[j].last_spike = Some(step);
                if learning {
                    for i in 0..784 {
                        let gain = nu_post * floored(x_pre[i]) * floored(x_post2[j]);
                        if gain > 0.0 {
                            self.weights[i][j] = (self.weights[i][j] + gain).min(f64::from(config.w_max));
                        }
                    }
                    (x_post1[j], x_post2[j]) = (1.0, 1.0);
                    self.theta[j] += f64::from(config.theta.plus);
                }
            }
            // 5: inhibitory cells integrate and fire
            let mut fired_inh = vec![0.0; n];
            for j in 0..n {
                let clamped = inh[j].last_spike.is_some_and(|last| step - last <= steps_of(config.inh.t_ref));
                if !clamped {
                    inh[j].integrate(&config.inh, dt);
                    if inh[j].v > f64::from(config.inh.v_thresh) {
                        inh[j].v = f64::from(config.inh.v_reset);
                        inh[j].last_spike = Some(step);
                        fired_inh[j] = 1.0;
                        spikes.inh.push((begin + step, j as u16));
                    }
                }
                inh[j].decay(&config.inh, dt);
            }
            for to in 0..n {
                exc[to].g_i += (0..n).map(|from| fired_inh[from] * self.inh_to_exc[from][to]).sum::<f64>();
                // 6: excitatory spikes arrive at inhibitory cells
                inh[to].g_e += (0..n).map(|from| fired[from] * self.exc_to_inh[from][to]).sum::<f64>();
            }
            if step + 1 == config.steps_look() && !learning {
                let enough = spikes.counts.iter().sum::<u32>() >= config.min_spikes;
                if enough || spikes.looks == config.max_looks {
                    return;
                }
            }
        }
        if learning {
            let past = f64::from(config.t_present) + f64::from(config.t_rest);
            self.theta.iter_mut().for_each(|theta| *theta *= (-past / f64::from(config.theta.tau)).exp());
        }
    }

    fn normalize(&mut self) {
        for j in 0..self.theta.len() {
            let sum: f64 = self.weights.iter().map(|row| row[j]).sum();
            let scale = f64::from(self.config.w_norm) / sum;
            self.weights.iter_mut().for_each(|row| row[j] *= scale);
        }
    }
}
