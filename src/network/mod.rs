//! The network: 784 Poisson inputs → N excitatory cells ↔ N inhibitory cells (paper Fig. 1).
//!
//! Every input reaches every excitatory cell over a plastic synapse. Each excitatory cell drives one inhibitory cell,
//! which inhibits all excitatory cells but its own driver. Neither of the two fixed connections is stored as a matrix:
//! one-to-one is an index, all-but-own is the total minus the cell's own share, both O(N).

mod presentation;
mod state;

use pulp::Arch;

use crate::config::{Config, INPUTS, Refractory};
use crate::delays::Delays;
use crate::encoding::{Encoder, SpikeTrain};
use crate::error::{Error, ModelFault};
use crate::kernel::{self, Cells};
use crate::monitor::Monitor;
use crate::neuron::{Excitatory, Inhibitory, SWEEP};
use crate::plasticity::Plasticity;
use crate::rng::{Stream, stream, uniform};

use presentation::Presentation;
pub use presentation::{Phase, Status};

/// A network with its weights, thresholds and the state of the current presentation.
///
/// ```
/// use stdp_digits::rng::Stream;
/// use stdp_digits::{Config, Network};
///
/// let mut network = Network::new(Config { neurons: 20, ..Config::default() }, 1)?;
/// let counts = network.look(&[128; 784], Stream::Look, 0)?;           // spikes of each cell in 350 ms
/// assert_eq!(counts.len(), 20);
/// # Ok::<(), stdp_digits::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Network {
    config: Config,
    seed: u64,
    arch: Arch,
    /// Steps of a look, and of a look with its rest.
    steps_look: u32,
    steps_all: u32,
    stride: usize,
    /// Input weights, row-major by input, rows padded to `stride`.
    weights: Vec<f32>,
    /// Delayed input spikes; `None` without delays.
    delays: Option<Delays>,
    exc: Excitatory,
    inh: Inhibitory,
    /// Learning state; `None` in a network that only looks.
    plasticity: Option<Plasticity>,
    encoder: Encoder,
    train: SpikeTrain,
    presentation: Presentation,
    /// Whether any g_i is not 0.
    inhibited: bool,
    counts: Vec<u32>,
    fired: Vec<u16>,
    fired_inh: Vec<u16>,
    monitor: Option<Monitor>,
}

/// State of an excitatory cell after a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellState {
    /// Membrane potential \[mV\].
    pub v: f32,
    /// Adaptive part of the threshold \[mV\].
    pub theta: f32,
    /// Excitatory conductance, in multiples of the leak.
    pub g_e: f32,
    /// Inhibitory conductance, in multiples of the leak.
    pub g_i: f32,
}

impl Network {
    /// A network with random weights, ready to learn.
    ///
    /// w_ij = (U + 0.01) · w_init with U uniform in [0, 1), then Σ_i w_ij ← w_norm (code, generator script l.62).
    ///
    /// # Errors
    /// Whatever [`Config::validate`] refuses.
    pub fn new(config: Config, seed: u64) -> Result<Network, Error> {
        Network::connected(config, seed, 0..INPUTS)
    }

    /// The same, but only the given inputs (ascending) reach the cells: the weights of all others are 0, and stay 0 as
    /// long as these inputs are silent.
    ///
    /// # Errors
    /// Whatever [`Config::validate`] refuses.
    pub(crate) fn connected(
        config: Config,
        seed: u64,
        inputs: impl IntoIterator<Item = usize>,
    ) -> Result<Network, Error> {
        config.validate()?;
        let n = config.neurons as usize;
        let mut rng = stream(seed, Stream::Weights, 0, 0);
        let mut weights = vec![0.0; INPUTS * n];
        for input in inputs {
            weights[input * n..][..n].fill_with(|| (uniform(&mut rng) + 0.01) * config.w_init);
        }
        let theta = vec![config.theta.init; n];
        let mut network = Network::from_parts(config, seed, &weights, theta)?;
        let mut plasticity = Plasticity::new(&network.config, INPUTS);
        plasticity.normalize(&mut network.weights, network.stride);
        network.plasticity = Some(plasticity);
        Ok(network)
    }

    /// A network with given weights (784 × N, row-major by input) and thetas (N \[mV\]) that does not learn.
    ///
    /// # Errors
    /// A configuration that [`Config::validate`] refuses; weights or thetas of the wrong size or not finite; a negative
    /// weight.
    pub fn from_parts(config: Config, seed: u64, weights: &[f32], theta: Vec<f32>) -> Result<Network, Error> {
        config.validate()?;
        let n = config.neurons as usize;
        let shape = |what, found, expected| {
            if found == expected { Ok(()) } else { Err(Error::Shape { what, found, expected }) }
        };
        shape("weights (784 inputs times neurons)", weights.len(), INPUTS * n)?;
        shape("thetas (one per neuron)", theta.len(), n)?;
        if !weights.iter().chain(&theta).all(|value| value.is_finite()) {
            return Err(Error::Model(ModelFault::Number, "a weight or theta is not a finite number".into()));
        }
        if let Some(weight) = weights.iter().find(|&&weight| weight < 0.0) {
            return Err(Error::Model(ModelFault::Number, format!("a weight is {weight}, expected a number from 0 up")));
        }
        let stride = Excitatory::stride(n);
        let mut padded = vec![0.0; INPUTS * stride];
        for (row, from) in padded.chunks_exact_mut(stride).zip(weights.chunks_exact(n)) {
            row[..n].copy_from_slice(from);
        }
        Ok(Network {
            arch: Arch::new(),
            steps_look: config.steps_look(),
            steps_all: config.steps_look() + config.steps_rest(),
            stride,
            weights: padded,
            delays: Delays::new(&config, seed, stride),
            exc: Excitatory::new(&config, theta),
            inh: Inhibitory::new(&config),
            plasticity: None,
            encoder: Encoder::default(),
            train: SpikeTrain::default(),
            presentation: Presentation::default(),
            inhibited: false,
            counts: vec![0; n],
            fired: Vec::with_capacity(n),
            fired_inh: Vec::with_capacity(n),
            monitor: None,
            config,
            seed,
        })
    }

    /// Its constants.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The seed of its weights and noise.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Changes the seed of future noise; input delays, which belong to the network, stay.
    pub fn set_seed(&mut self, seed: u64) {
        self.seed = seed;
    }

    /// Number of excitatory cells.
    pub fn neurons(&self) -> usize {
        self.counts.len()
    }

    /// Input weights without padding: 784 × N, row-major by input.
    pub fn weights(&self) -> Vec<f32> {
        self.weights.chunks_exact(self.stride).flat_map(|row| &row[..self.counts.len()]).copied().collect()
    }

    /// Turns learning on or off.
    pub fn set_learning(&mut self, learning: bool) {
        self.plasticity = learning.then(|| Plasticity::new(&self.config, INPUTS));
    }

    /// Normalises the weights, as the next learning look would.
    pub(crate) fn normalize(&mut self) {
        if let Some(plasticity) = &mut self.plasticity {
            plasticity.normalize(&mut self.weights, self.stride);
        }
    }

    /// Starts or stops recording, see [`Network::monitor`].
    pub fn set_monitor(&mut self, on: bool) {
        self.monitor = on.then(Monitor::default);
    }

    /// The recording since it was last drained.
    pub fn monitor(&mut self) -> Option<&mut Monitor> {
        self.monitor.as_mut()
    }

    /// Shows an image and learns from it: image `index` of a run, at `share` of the rule's rates.
    ///
    /// Before each look, the weights of every cell that learned are normalised; after it, the thetas decay once for the
    /// look and its rest, which is practically the same as decay in every step (2·10⁻³ mV at most). At the end all
    /// cells and traces are at rest. Returns the spikes of each excitatory cell in the last look.
    ///
    /// # Errors
    /// An image that does not have 784 pixels.
    pub fn learn(&mut self, pixels: &[u8], index: u64, share: f32) -> Result<&[u32], Error> {
        self.plasticity.get_or_insert_with(|| Plasticity::new(&self.config, INPUTS)).scale_rates(share);
        self.begin(pixels, Stream::Learn, index)?;
        self.advance(u32::MAX);
        Ok(&self.counts)
    }

    /// Shows an image without learning; a network that was learning drops its learning state.
    /// Returns the spikes of each excitatory cell in the last look.
    ///
    /// Depends only on (weights, thetas, config, seed, purpose, index, image), not on what was shown before.
    ///
    /// # Errors
    /// An image that does not have 784 pixels.
    pub fn look(&mut self, pixels: &[u8], purpose: Stream, index: u64) -> Result<&[u32], Error> {
        self.plasticity = None;
        self.begin(pixels, purpose, index)?;
        self.advance(u32::MAX);
        Ok(&self.counts)
    }

    /// Plays given input spikes, see [`Network::begin_with`], and learns from them at `share` of the rule's rates.
    pub(crate) fn learn_from(&mut self, train: SpikeTrain, share: f32) -> Result<&[u32], Error> {
        self.plasticity.get_or_insert_with(|| Plasticity::new(&self.config, INPUTS)).scale_rates(share);
        self.begin_with(train)?;
        self.advance(u32::MAX);
        Ok(&self.counts)
    }

    /// Plays given input spikes, see [`Network::begin_with`], without learning.
    pub(crate) fn look_at(&mut self, train: SpikeTrain) -> Result<&[u32], Error> {
        self.plasticity = None;
        self.begin_with(train)?;
        self.advance(u32::MAX);
        Ok(&self.counts)
    }

    /// One time step. The order is part of the model:
    ///
    /// 1. input spikes add their rows of weights to g_e, immediately or after their delays
    /// 2. excitatory cells integrate; conductances decay
    /// 3. input spikes depress and set x_pre
    /// 4. excitatory cells above threshold and not locked out fire: potentiate, set x_post, v ← v_reset,
    ///    theta ← theta + theta_plus
    /// 5. inhibitory cells integrate and fire; their spikes add to g_i of all but their partner, from the next step
    /// 6. this step's excitatory spikes add to g_e of their inhibitory partners, from the next step
    fn step(&mut self) {
        let step = self.presentation.step;
        let inputs = if self.presentation.phase == Phase::Look { self.train.at(step) } else { &[] };
        let at_once = match &mut self.delays {
            None => inputs,
            Some(delays) => {
                delays.step(step, &self.weights, inputs, &mut self.exc.g_e);
                &[]
            }
        };
        let Excitatory { membrane, v, g_e, g_i, threshold, .. } = &mut self.exc;
        let above = kernel::step(
            self.arch,
            *membrane,
            Cells { v, g_e, g_i, threshold },
            &self.weights,
            at_once,
            self.inhibited,
        );
        if self.config.refractory == Refractory::Clamped {
            self.exc.clamp(step, self.config.exc.v_reset);
        }
        if let (Some(plasticity), false) = (&mut self.plasticity, inputs.is_empty()) {
            plasticity.on_pre(&mut self.weights, self.stride, step, inputs);
        }
        self.fired.clear();
        if above {
            self.fire(step);
        }
        self.inh.step(step, &mut self.fired_inh);
        if !self.fired_inh.is_empty() {
            self.inhibit();
        }
        for &cell in &self.fired {
            self.inh.excite(step, cell, self.config.w_exc_inh);
        }
        if step % SWEEP == SWEEP - 1 {
            self.inhibited = self.exc.sweep(self.inhibited);
        }
        if let Some(monitor) = &mut self.monitor {
            let inputs = if self.presentation.phase == Phase::Look { self.train.at(step) } else { &[] };
            monitor.record(self.presentation.elapsed, inputs, &self.fired, &self.fired_inh);
            monitor.trace(self.presentation.elapsed, |cell| [self.exc.v[cell], self.exc.g_e[cell], self.exc.g_i[cell]]);
        }
    }

    fn fire(&mut self, step: u32) {
        let exc = &mut self.exc;
        let (theta_plus, _) = self.config.theta_constants();
        for cell in 0..self.counts.len() {
            if !exc.fires(step, cell, self.config.exc.v_reset) {
                continue;
            }
            self.fired.push(cell as u16);
            self.counts[cell] += u32::from(self.presentation.phase == Phase::Look);
            if let Some(plasticity) = &mut self.plasticity {
                plasticity.on_post(&mut self.weights, self.stride, step, cell as u16);
                exc.adapt(cell, theta_plus, &self.config);
            }
        }
    }

    /// Adds w · (all spikes − own spike) to every g_i. Spikes are counted and multiplied once, so order does not
    /// matter.
    fn inhibit(&mut self) {
        let (w, total) = (self.config.w_inh_exc, self.fired_inh.len() as f32);
        let mut rest = &mut self.exc.g_i[..];
        let mut passed = 0;
        for &cell in &self.fired_inh {
            let (others, from_own) = rest.split_at_mut(usize::from(cell) - passed);
            others.iter_mut().for_each(|g| *g += w * total);
            from_own[0] += w * (total - 1.0);
            rest = &mut from_own[1..];
            passed = usize::from(cell) + 1;
        }
        rest.iter_mut().for_each(|g| *g += w * total);
        self.inhibited = true;
    }
}
