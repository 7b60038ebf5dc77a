//! A second topology: a pool of randomly connected cells that do not learn, followed by a few cells that do.
//!
//! ```text
//! 784 inputs ──20 %──▶ 400 excitatory ⇄ 100 inhibitory ──all──▶ 10 output cells, inhibiting each other
//!              fixed        20 %, fixed             plastic, pair STDP
//! ```
//!
//! The pool's cells are those of [`crate::neuron`] with a fixed threshold. Every pair of an input and a cell of either
//! population, and of two different cells, is connected with the same probability; a weight is uniform in [0, 2w),
//! where w is the mean for its kind of connection ([`Pool`]). Input spikes act immediately, all others from the next
//! step.
//!
//! The outputs do not feed back, so the pool can be played first: its excitatory spikes are the input spikes of a
//! [`Network`] of ten cells, which provides learning rule, competition and adaptive threshold. A presentation is one
//! look, from rest.

use crate::check::{in_range, steps};
use crate::config::{Config, INPUTS, LifParams};
use crate::encoding::{Encoder, SpikeTrain};
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::kernel::Membrane;
use crate::network::Network;
use crate::plasticity::LearningRule;
use crate::rng::{Generator, Stream, stream, uniform};

/// The fixed part: sizes, and mean weights of the connections, in multiples of the leak.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// Excitatory cells (400; at most 784, because each is an input of the output cells).
    pub exc: u32,
    /// Inhibitory cells (100).
    pub inh: u32,
    /// Probability of a connection (0.2).
    pub connectivity: f32,
    /// Input to excitatory cells (0.5).
    pub w_in_exc: f32,
    /// Input to inhibitory cells (0.1).
    pub w_in_inh: f32,
    /// Excitatory to excitatory cells (0.05).
    pub w_exc_exc: f32,
    /// Excitatory to inhibitory cells (1).
    pub w_exc_inh: f32,
    /// Inhibitory to excitatory cells (4).
    pub w_inh_exc: f32,
    /// Inhibitory to inhibitory cells (0.2).
    pub w_inh_inh: f32,
}

impl Default for Pool {
    fn default() -> Self {
        Pool {
            exc: 400,
            inh: 100,
            connectivity: 0.2,
            w_in_exc: 0.5,
            w_in_inh: 0.1,
            w_exc_exc: 0.05,
            w_exc_inh: 1.0,
            w_inh_exc: 4.0,
            w_inh_inh: 0.2,
        }
    }
}

impl Pool {
    fn validate(&self) -> Result<(), Error> {
        in_range("exc", self.exc as f32, 1.0, INPUTS as f32, " (one input of the output cells each)")?;
        in_range("inh", self.inh as f32, 0.0, 10_000.0, "")?;
        in_range("connectivity", self.connectivity, 0.0, 1.0, "")?;
        let weights = [
            ("w_in_exc", self.w_in_exc),
            ("w_in_inh", self.w_in_inh),
            ("w_exc_exc", self.w_exc_exc),
            ("w_exc_inh", self.w_exc_inh),
            ("w_inh_exc", self.w_inh_exc),
            ("w_inh_inh", self.w_inh_inh),
        ];
        weights.into_iter().try_for_each(|(name, w)| in_range(name, w, 0.0, 1000.0, ""))
    }
}

/// Pool and output cells.
#[derive(Clone, Debug)]
pub struct Reservoir {
    seed: u64,
    encoder: Encoder,
    train: SpikeTrain,
    exc: Cells,
    inh: Cells,
    /// From each input, and from each cell, to the cells of both populations.
    from_input: [Connections; 2],
    from_exc: [Connections; 2],
    from_inh: [Connections; 2],
    output: Network,
}

/// For each source, the cells that it reaches, with weights.
type Connections = Vec<Vec<(u16, f32)>>;

impl Reservoir {
    /// Constants of a look, of the cells, and of the outputs: the defaults, and what the notebook's search found for
    /// ten cells behind 400: pair STDP at half its rate, weights that sum to 100, thetas that settle within 200
    /// presentations.
    pub fn config(outputs: u32) -> Config {
        let rule = LearningRule::Pair { nu_pre: 1e-4, nu_post: 0.02, tau_x_pre: 20.0, tau_x_post: 20.0 };
        let mut config =
            Config { neurons: outputs, w_norm: 100.0, nu_final: 0.1, rule, ..Config::best(FrontEnd::Pixels, 400) };
        (config.theta.plus, config.theta.tau, config.theta.scale_with_n) = (0.1, 1e5, false);
        config
    }

    /// A pool and output cells with random weights. `config` holds the time step, the duration and brightness of a
    /// look, the constants of the pool's cells, and everything about the output cells.
    ///
    /// # Errors
    /// A configuration that [`Config::validate`] refuses, a pool without excitatory cells or with more than 784, a
    /// probability outside [0, 1] or a negative weight.
    pub fn new(pool: &Pool, config: Config, seed: u64) -> Result<Reservoir, Error> {
        pool.validate()?;
        config.validate()?;
        let mut rng = stream(seed, Stream::Connections, 0, 0);
        let mut connect = |from: usize, to: u32, w: f32, recurrent: bool| -> Connections {
            (0..from).map(|source| targets(&mut rng, source, to, pool.connectivity, w, recurrent)).collect()
        };
        let (exc, inh) = (pool.exc as usize, pool.inh as usize);
        let from_input =
            [connect(INPUTS, pool.exc, pool.w_in_exc, false), connect(INPUTS, pool.inh, pool.w_in_inh, false)];
        let from_exc = [connect(exc, pool.exc, pool.w_exc_exc, true), connect(exc, pool.inh, pool.w_exc_inh, false)];
        let from_inh = [connect(inh, pool.exc, pool.w_inh_exc, false), connect(inh, pool.inh, pool.w_inh_inh, true)];
        Ok(Reservoir {
            seed,
            encoder: Encoder::default(),
            train: SpikeTrain::default(),
            exc: Cells::new(&config.exc, config.dt, exc),
            inh: Cells::new(&config.inh, config.dt, inh),
            from_input,
            from_exc,
            from_inh,
            output: Network::connected(config, seed, 0..exc)?,
        })
    }

    /// The output cells.
    pub fn output(&self) -> &Network {
        &self.output
    }

    /// Shows an image and learns from it at `share` of the rule's rates. Returns the spikes of each output cell.
    ///
    /// # Errors
    /// An image of another size than 784 pixels.
    pub fn learn(&mut self, pixels: &[u8], index: u64, share: f32) -> Result<&[u32], Error> {
        let train = self.spikes(pixels, Stream::Learn, index)?;
        self.output.learn_from(train, share)
    }

    /// Shows an image without learning. Returns the spikes of each output cell.
    ///
    /// # Errors
    /// An image of another size than 784 pixels.
    pub fn look(&mut self, pixels: &[u8], purpose: Stream, index: u64) -> Result<&[u32], Error> {
        let train = self.spikes(pixels, purpose, index)?;
        self.output.look_at(train)
    }

    /// Spikes of the pool's excitatory cells during one look at an image, from rest.
    ///
    /// # Errors
    /// An image of another size than 784 pixels.
    pub fn spikes(&mut self, pixels: &[u8], purpose: Stream, index: u64) -> Result<SpikeTrain, Error> {
        if pixels.len() != INPUTS {
            return Err(Error::Shape { what: "pixels of an image", found: pixels.len(), expected: INPUTS });
        }
        let config = self.output.config();
        let (intensity, dt, steps) = (config.intensity, config.dt, config.steps_look());
        let mut rng = stream(self.seed, purpose, index, 0);
        self.train.draw(&mut self.encoder, pixels, intensity, dt, steps, &mut rng);
        self.exc.rest();
        self.inh.rest();
        let mut fired = Vec::new();
        for step in 0..steps {
            for &input in self.train.at(step) {
                let [exc, inh] = &self.from_input;
                add(&mut self.exc.g_e, &exc[usize::from(input)]);
                add(&mut self.inh.g_e, &inh[usize::from(input)]);
            }
            self.exc.step(step);
            self.inh.step(step);
            for &cell in &self.exc.fired {
                let [exc, inh] = &self.from_exc;
                add(&mut self.exc.g_e, &exc[usize::from(cell)]);
                add(&mut self.inh.g_e, &inh[usize::from(cell)]);
                fired.push((step, cell));
            }
            for &cell in &self.inh.fired {
                let [exc, inh] = &self.from_inh;
                add(&mut self.exc.g_i, &exc[usize::from(cell)]);
                add(&mut self.inh.g_i, &inh[usize::from(cell)]);
            }
        }
        SpikeTrain::from_spikes(steps, &fired)
    }
}

/// One population of the pool: the cells of [`crate::neuron`], clamped during their refractory time.
#[derive(Clone, Debug)]
struct Cells {
    membrane: Membrane,
    lif: LifParams,
    steps_ref: u32,
    v: Vec<f32>,
    g_e: Vec<f32>,
    g_i: Vec<f32>,
    /// First step at which the cell integrates again.
    free_at: Vec<u32>,
    /// Cells that fired in this step, ascending.
    fired: Vec<u16>,
}

impl Cells {
    fn new(lif: &LifParams, dt: f32, count: usize) -> Cells {
        Cells {
            membrane: Membrane::new(lif, dt),
            lif: *lif,
            steps_ref: steps(lif.t_ref, dt),
            v: vec![lif.v_rest; count],
            g_e: vec![0.0; count],
            g_i: vec![0.0; count],
            free_at: vec![0; count],
            fired: Vec::with_capacity(count),
        }
    }

    fn rest(&mut self) {
        self.v.fill(self.lif.v_rest);
        self.g_e.fill(0.0);
        self.g_i.fill(0.0);
        self.free_at.fill(0);
    }

    fn step(&mut self, step: u32) {
        let Cells { membrane, lif, steps_ref, v, g_e, g_i, free_at, fired } = self;
        let n = v.len();
        let (g_e, g_i, free_at) = (&mut g_e[..n], &mut g_i[..n], &mut free_at[..n]);
        for j in 0..n {
            let next = membrane.step(v[j], g_e[j], g_i[j]);
            v[j] = if step < free_at[j] { lif.v_reset } else { next };
            g_e[j] *= membrane.decay_e;
            g_i[j] *= membrane.decay_i;
        }
        fired.clear();
        for j in 0..n {
            if v[j] > lif.v_thresh {
                v[j] = lif.v_reset;
                free_at[j] = step + 1 + *steps_ref;
                fired.push(j as u16);
            }
        }
    }
}

fn add(g: &mut [f32], reached: &[(u16, f32)]) {
    reached.iter().for_each(|&(cell, weight)| g[usize::from(cell)] += weight);
}

/// The cells that one source reaches; a cell never reaches itself.
fn targets(rng: &mut Generator, source: usize, to: u32, chance: f32, w: f32, recurrent: bool) -> Vec<(u16, f32)> {
    let mut reached = Vec::new();
    for cell in 0..to as u16 {
        let (drawn, weight) = (uniform(rng), uniform(rng) * 2.0 * w);
        if drawn < chance && !(recurrent && source == usize::from(cell)) {
            reached.push((cell, weight));
        }
    }
    reached
}
