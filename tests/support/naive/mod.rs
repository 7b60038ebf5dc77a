//! The network once more, slow and obvious: f64, dense N × N matrices for both fixed connections, every trace stepped,
//! every cell integrated in every step, every column normalised. Nothing of the library's is used but
//! its configuration and its input spikes.
#![allow(clippy::needless_range_loop, reason = "i and j are those of the equations")]

mod rule;

use rand::Rng;
use stdp_digits::Config;
use stdp_digits::config::{LifParams, Refractory};
use stdp_digits::encoding::{Encoder, SpikeTrain};
use stdp_digits::rng::{Stream, stream};

use rule::{at_input_spike, at_own_spike, taus};

/// Spikes as (step since the presentation began, cell).
#[derive(Debug, Default)]
pub(crate) struct Spikes {
    pub(crate) exc: Vec<(u32, u16)>,
    pub(crate) inh: Vec<(u32, u16)>,
    pub(crate) looks: u32,
    /// Spikes of each excitatory cell in the last look, without its rest.
    pub(crate) counts: Vec<u32>,
}

impl Spikes {
    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
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

    fn is_locked(&self, lif: &LifParams, step: u32, dt: f32) -> bool {
        self.last_spike.is_some_and(|last| step - last < steps_of(lif.t_ref, dt))
    }

    fn reset(&mut self, lif: &LifParams, step: u32) {
        self.v = f64::from(lif.v_reset);
        self.last_spike = Some(step);
    }
}

fn steps_of(duration: f32, dt: f32) -> u32 {
    (duration / dt).round() as u32
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
            if self.is_last_look(&spikes) {
                return spikes;
            }
            intensity += self.config.intensity_step;
        }
    }

    fn look(&mut self, train: &SpikeTrain, begin: u32, learning_share: Option<f32>, spikes: &mut Spikes) {
        if learning_share.is_some() {
            self.normalize();
        }
        spikes.counts = vec![0; self.theta.len()];
        let finished = Look::new(self, learning_share, begin, spikes).run(train);
        if finished && learning_share.is_some() && self.config.theta.adaptive {
            let past = f64::from(self.config.t_present) + f64::from(self.config.t_rest);
            let tau = f64::from(self.config.theta.tau) * self.theta_scale;
            self.theta.iter_mut().for_each(|theta| *theta *= (-past / tau).exp());
        }
    }

    fn is_last_look(&self, spikes: &Spikes) -> bool {
        spikes.total() >= self.config.min_spikes || spikes.looks == self.config.max_looks
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

/// A look and its rest: every cell and trace, and what it changes of the twin.
struct Look<'a> {
    twin: &'a mut Twin,
    spikes: &'a mut Spikes,
    /// Step at which it begins, since the presentation did.
    begin: u32,
    /// Share of the rule's rates, if it learns.
    share: Option<f64>,
    dt: f64,
    exc: Vec<Cell>,
    inh: Vec<Cell>,
    x_pre: Vec<Trace>,
    x_post1: Vec<Trace>,
    x_post2: Vec<Trace>,
    /// Conductance that arrives in each step, from now on.
    under_way: Vec<Vec<f64>>,
}

impl<'a> Look<'a> {
    fn new(twin: &'a mut Twin, learning_share: Option<f32>, begin: u32, spikes: &'a mut Spikes) -> Look<'a> {
        let (config, n) = (&twin.config, twin.theta.len());
        let dt = f64::from(config.dt);
        let (tau_pre, tau_post1, tau_post2) = taus(&config.rule);
        let trace = |tau: f32| Trace {
            decay: (-dt / f64::from(tau)).exp(),
            floor: twin.trace_floor,
            additive: config.additive_traces,
            value: 0.0,
            left: 0.0,
        };
        Look {
            spikes,
            begin,
            share: learning_share.map(f64::from),
            dt,
            exc: vec![Cell::at_rest(&config.exc); n],
            inh: vec![Cell::at_rest(&config.inh); n],
            x_pre: vec![trace(tau_pre); 784],
            x_post1: vec![trace(tau_post1); n],
            x_post2: vec![trace(tau_post2); n],
            under_way: vec![vec![0.0; n]; (config.delay_max / config.dt) as usize + 1],
            twin,
        }
    }

    /// Steps through the look and its rest; false if it ends before the rest, as the last look of a presentation that does
    /// not learn.
    fn run(&mut self, train: &SpikeTrain) -> bool {
        let (look_steps, rest_steps) = (self.twin.config.steps_look(), self.twin.config.steps_rest());
        let mut rest_from = look_steps;
        for step in 0..look_steps + rest_steps {
            if step >= rest_from + rest_steps {
                break;
            }
            let looking = step < rest_from;
            self.step(step, if looking { train.at(step) } else { &[] }, looking);
            if looking && self.has_learnt_enough() {
                rest_from = step + 1;
            }
            if step + 1 == look_steps && self.share.is_none() && self.twin.is_last_look(self.spikes) {
                return false;
            }
        }
        true
    }

    fn step(&mut self, step: u32, inputs: &[u16], looking: bool) {
        for trace in self.x_pre.iter_mut().chain(&mut self.x_post1).chain(&mut self.x_post2) {
            trace.step();
        }
        // 1: input spikes arrive
        self.receive(inputs);
        // 2: excitatory cells integrate
        self.integrate(step);
        // 3: input spikes depress
        if let Some(share) = self.share {
            self.depress(inputs, share);
        }
        // 4: excitatory cells fire
        let fired = self.fire(step, looking);
        // 5: inhibitory cells integrate and fire
        let fired_inh = self.inhibit(step);
        // 6: spikes of both arrive at the other kind
        self.exchange(&fired, &fired_inh);
    }

    fn receive(&mut self, inputs: &[u16]) {
        let n = self.exc.len();
        for &input in inputs {
            let i = usize::from(input);
            (0..n).for_each(|j| self.under_way[self.twin.delays[i][j]][j] += self.twin.weights[i][j]);
        }
        let arriving = self.under_way.remove(0);
        (0..n).for_each(|j| self.exc[j].g_e += arriving[j]);
        self.under_way.push(vec![0.0; n]);
    }

    fn integrate(&mut self, step: u32) {
        let config = &self.twin.config;
        for cell in &mut self.exc {
            cell.integrate(&config.exc, self.dt);
            cell.decay(&config.exc, self.dt);
            if cell.is_locked(&config.exc, step, config.dt) && config.refractory == Refractory::Clamped {
                cell.v = f64::from(config.exc.v_reset);
            }
        }
    }

    fn depress(&mut self, inputs: &[u16], share: f64) {
        for &input in inputs {
            let i = usize::from(input);
            for (w, x_post) in self.twin.weights[i].iter_mut().zip(&self.x_post1) {
                *w = at_input_spike(&self.twin.config.rule, *w, share, x_post.read());
            }
            self.x_pre[i].spike();
        }
    }

    /// 1 for each cell that fires.
    fn fire(&mut self, step: u32, looking: bool) -> Vec<f64> {
        let mut fired = vec![0.0; self.exc.len()];
        for j in 0..fired.len() {
            let Config { exc, theta, dt, .. } = &self.twin.config;
            let threshold = f64::from(exc.v_thresh) + self.twin.theta[j] - f64::from(theta.offset);
            if self.exc[j].v <= threshold || self.exc[j].is_locked(exc, step, *dt) {
                continue;
            }
            fired[j] = 1.0;
            self.spikes.exc.push((self.begin + step, j as u16));
            self.spikes.counts[j] += u32::from(looking);
            self.exc[j].reset(exc, step);
            if let Some(share) = self.share {
                self.learn(j, share);
            }
        }
        fired
    }

    fn learn(&mut self, j: usize, share: f64) {
        let Twin { config, weights, theta, theta_scale, .. } = &mut *self.twin;
        let (w_max, x_post2) = (f64::from(config.w_max), self.x_post2[j].read());
        for (row, x_pre) in weights.iter_mut().zip(&self.x_pre) {
            row[j] = at_own_spike(&config.rule, row[j], w_max, share, x_pre.read(), x_post2);
        }
        self.x_post1[j].spike();
        self.x_post2[j].spike();
        theta[j] += f64::from(config.theta.plus) * *theta_scale;
    }

    /// 1 for each inhibitory cell that fires.
    fn inhibit(&mut self, step: u32) -> Vec<f64> {
        let (lif, dt) = (&self.twin.config.inh, self.twin.config.dt);
        let mut fired = vec![0.0; self.inh.len()];
        for (j, cell) in self.inh.iter_mut().enumerate() {
            let clamped = cell.last_spike.is_some_and(|last| step - last <= steps_of(lif.t_ref, dt));
            if !clamped {
                cell.integrate(lif, self.dt);
                if cell.v > f64::from(lif.v_thresh) {
                    cell.reset(lif, step);
                    fired[j] = 1.0;
                    self.spikes.inh.push((self.begin + step, j as u16));
                }
            }
            cell.decay(lif, self.dt);
        }
        fired
    }

    fn exchange(&mut self, fired: &[f64], fired_inh: &[f64]) {
        let n = fired.len();
        for to in 0..n {
            self.exc[to].g_i += (0..n).map(|from| fired_inh[from] * self.twin.inh_to_exc[from][to]).sum::<f64>();
            self.inh[to].g_e += (0..n).map(|from| fired[from] * self.twin.exc_to_inh[from][to]).sum::<f64>();
        }
    }

    /// Learning stops looking once it has this many; looking does not.
    fn has_learnt_enough(&self) -> bool {
        let enough = self.twin.config.max_spikes;
        self.share.is_some() && enough > 0 && self.spikes.total() >= enough
    }
}
