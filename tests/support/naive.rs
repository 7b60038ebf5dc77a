//! The network once more, slow and obvious: f64, dense N × N matrices for both fixed connections, every trace stepped,
//! every cell integrated in every step, every column normalised. Nothing of the library's is used but
//! its configuration and its input spikes.
#![allow(clippy::needless_range_loop, reason = "i and j are those of the equations")]

use rand::Rng;
use stdp_digits::Config;
use stdp_digits::config::{LifParams, Refractory};
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
    /// Steps that an input spike is under way, [input][cell].
    delays: Vec<Vec<usize>>,
    /// Factor of theta's constants, 0 where theta does not move.
    theta_scale: f64,
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

/// What is left of spikes: of all of them, or of the last.
#[derive(Clone)]
struct Trace {
    decay: f64,
    floor: f64,
    additive: bool,
    value: f64,
    /// How much of the last spike is left.
    left: f64,
}

impl Trace {
    fn step(&mut self) {
        self.value *= self.decay;
        self.left *= self.decay;
    }

    fn read(&self) -> f64 {
        if self.left < self.floor { 0.0 } else { self.value }
    }

    fn spike(&mut self) {
        self.value = if self.additive { self.read() + 1.0 } else { 1.0 };
        self.left = 1.0;
    }
}

/// Time constants of the input's trace and of the cell's fast and slow ones; any where there is none.
fn taus(rule: &LearningRule) -> (f32, f32, f32) {
    match *rule {
        LearningRule::Triplet { tau_x_pre, tau_x_post1, tau_x_post2, .. } => (tau_x_pre, tau_x_post1, tau_x_post2),
        LearningRule::PowerLaw { tau_x_pre, .. } | LearningRule::Exponential { tau_x_pre, .. } => (tau_x_pre, 1.0, 1.0),
        LearningRule::PrePost { tau_x_pre, tau_x_post, .. } | LearningRule::Pair { tau_x_pre, tau_x_post, .. } => {
            (tau_x_pre, tau_x_post, 1.0)
        }
        _ => panic!("a rule that the twin does not know"),
    }
}

/// The weight after a spike of its input; `x_post` is the cell's (fast) trace.
fn at_input_spike(rule: &LearningRule, w: f64, share: f64, x_post: f64) -> f64 {
    match *rule {
        LearningRule::Triplet { nu_pre, .. } | LearningRule::Pair { nu_pre, .. } => {
            (w - share * f64::from(nu_pre) * x_post).max(0.0)
        }
        LearningRule::PrePost { nu_pre, mu, .. } if x_post > 0.0 => {
            (w - share * f64::from(nu_pre) * x_post * w.powf(mu.into())).max(0.0)
        }
        _ => w,
    }
}

/// The weight after a spike of its cell.
fn at_own_spike(rule: &LearningRule, w: f64, w_max: f64, share: f64, x_pre: f64, x_post2: f64) -> f64 {
    match *rule {
        LearningRule::Triplet { nu_post, .. } => match share * f64::from(nu_post) * x_pre * x_post2 {
            0.0 => w,
            gain => (w + gain).min(w_max),
        },
        LearningRule::Pair { nu_post, .. } => match share * f64::from(nu_post) * x_pre {
            0.0 => w,
            gain => (w + gain).min(w_max),
        },
        LearningRule::PowerLaw { nu_post, x_tar, mu, .. } | LearningRule::PrePost { nu_post, x_tar, mu, .. } => {
            let w = w.min(w_max);
            (w + share * f64::from(nu_post) * (x_pre - f64::from(x_tar)) * (w_max - w).powf(mu.into()))
                .clamp(0.0, w_max)
        }
        LearningRule::Exponential { nu_post, x_tar, beta, .. } => {
            let (w, beta) = (w.min(w_max), f64::from(beta));
            let change = x_pre * (-beta * w).exp() - f64::from(x_tar) * (-beta * (w_max - w)).exp();
            (w + share * f64::from(nu_post) * change).clamp(0.0, w_max)
        }
        _ => panic!("a rule that the twin does not know"),
    }
}

impl Twin {
    /// From weights (784 × N, row-major by input) and thetas.
    pub(crate) fn new(config: &Config, seed: u64, weights: &[f32], theta: &[f32]) -> Twin {
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
            delays: {
                let mut rng = stream(seed, Stream::Delays, 0, 0);
                let mut uniform = || (rng.next_u64() >> 40) as f32 / 16_777_216.0;
                let most = config.delay_max / config.dt;
                (0..784)
                    .map(|_| (0..n).map(|_| if most > 0.0 { (uniform() * most) as usize } else { 0 }).collect())
                    .collect()
            },
            theta_scale: match (config.theta.adaptive, config.theta.scale_with_n) {
                (false, _) => 0.0,
                (true, false) => 1.0,
                (true, true) => (n as f64 / 400.0).sqrt(),
            },
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
        let share = f64::from(learning_share.unwrap_or(0.0));
        let learning = learning_share.is_some();
        let (n, dt) = (self.theta.len(), f64::from(config.dt));
        let steps_of = |duration: f32| (duration / config.dt).round() as u32;
        if learning {
            self.normalize();
        }
        let mut exc = vec![Cell::at_rest(&config.exc); n];
        let mut inh = vec![Cell::at_rest(&config.inh); n];
        let (tau_pre, tau_post1, tau_post2) = taus(&config.rule);
        let trace = |tau: f32| Trace {
            decay: (-dt / f64::from(tau)).exp(),
            floor: self.trace_floor,
            additive: config.additive_traces,
            value: 0.0,
            left: 0.0,
        };
        let (mut x_pre, mut x_post1, mut x_post2) =
            (vec![trace(tau_pre); 784], vec![trace(tau_post1); n], vec![trace(tau_post2); n]);
        // Conductance that arrives in each step, from now on.
        let mut under_way = vec![vec![0.0; n]; (config.delay_max / config.dt) as usize + 1];
        spikes.counts = vec![0; n];
        let mut rest_from = config.steps_look();
        for step in 0..config.steps_look() + config.steps_rest() {
            if step >= rest_from + config.steps_rest() {
                break;
            }
            let looking = step < rest_from;
            let inputs = if looking { train.at(step) } else { &[] };
            for trace in x_pre.iter_mut().chain(&mut x_post1).chain(&mut x_post2) {
                trace.step();
            }

            // 1: input spikes arrive
            for &input in inputs {
                let i = usize::from(input);
                (0..n).for_each(|j| under_way[self.delays[i][j]][j] += self.weights[i][j]);
            }
            let arriving = under_way.remove(0);
            (0..n).for_each(|j| exc[j].g_e += arriving[j]);
            under_way.push(vec![0.0; n]);
            // 2: excitatory cells integrate
            for cell in &mut exc {
                cell.integrate(&config.exc, dt);
                cell.decay(&config.exc, dt);
                let locked = cell.last_spike.is_some_and(|last| step - last < steps_of(config.exc.t_ref));
                if locked && config.refractory == Refractory::Clamped {
                    cell.v = f64::from(config.exc.v_reset);
                }
            }
            // 3: input spikes depress
            if learning {
                for &input in inputs {
                    let i = usize::from(input);
                    for j in 0..n {
                        let w = self.weights[i][j];
                        self.weights[i][j] = at_input_spike(&config.rule, w, share, x_post1[j].read());
                    }
                    x_pre[i].spike();
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
                        let (x_pre, x_post2) = (x_pre[i].read(), x_post2[j].read());
                        let w = self.weights[i][j];
                        self.weights[i][j] =
                            at_own_spike(&config.rule, w, f64::from(config.w_max), share, x_pre, x_post2);
                    }
                    x_post1[j].spike();
                    x_post2[j].spike();
                    self.theta[j] += f64::from(config.theta.plus) * self.theta_scale;
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
            let earned = spikes.counts.iter().sum::<u32>();
            if looking && learning && config.max_spikes > 0 && earned >= config.max_spikes {
                rest_from = step + 1;
            }
            if step + 1 == config.steps_look() && !learning {
                let enough = spikes.counts.iter().sum::<u32>() >= config.min_spikes;
                if enough || spikes.looks == config.max_looks {
                    return;
                }
            }
        }
        if learning && config.theta.adaptive {
            let past = f64::from(config.t_present) + f64::from(config.t_rest);
            let tau = f64::from(config.theta.tau) * self.theta_scale;
            self.theta.iter_mut().for_each(|theta| *theta *= (-past / tau).exp());
        }
    }

    fn normalize(&mut self) {
        if !self.config.normalize {
            return;
        }
        for j in 0..self.theta.len() {
            let sum: f64 = self.weights.iter().map(|row| row[j]).sum();
            let scale = f64::from(self.config.w_norm) / sum;
            self.weights.iter_mut().for_each(|row| row[j] *= scale);
        }
    }
}
