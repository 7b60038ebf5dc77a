//! Conductance-based leaky integrate-and-fire cells.
//!
//! ```text
//! tau_m · dv/dt = (v_rest − v) + g_e·(e_exc − v) + g_i·(e_inh − v)
//! dg_e/dt = −g_e / tau_g_e        dg_i/dt = −g_i / tau_g_i        a spike of weight w adds w to g_e or g_i
//! v > threshold, and no spike in the last t_ref:  a spike, v ← v_reset
//! ```
//!
//! (paper sect. 2.1; code l.311–330.) A step of `dt` takes both conductances at their mean over the step, `g · c` with
//! `c = tau_g/dt · (1 − exp(−dt/tau_g))`, and solves the membrane equation with them exactly: `v ← v_inf + (v −
//! v_inf)·exp(−x)`, `x = dt/tau_m · (1 + c_e·g_e + c_i·g_i)`. So the charge per spike does not depend on dt, and v
//! stays between its reversal potentials. The published code's explicit Euler method diverges when 24 or more
//! inhibitory spikes coincide.
//!
//! During the refractory time, an excitatory cell is locked out or clamped, see
//! [`Refractory`](crate::config::Refractory); an inhibitory cell is clamped at v_reset.

use crate::check::steps;
use crate::config::{Config, LifParams};
use crate::kernel::{LANES, Membrane};

/// Conductances below this are 0: their effect is below the rounding of v, and denormal numbers are slow.
const G_FLOOR: f32 = 1e-6;
/// Excitatory cells are swept for such conductances once every this many steps.
pub(crate) const SWEEP: u32 = 16;

impl Membrane {
    /// Folds the constants of a population for steps of `dt` ms.
    pub fn new(lif: &LifParams, dt: f32) -> Membrane {
        let dt = f64::from(dt);
        let h = dt / f64::from(lif.tau_m);
        let decay = |tau: f32| libm::exp(-dt / f64::from(tau));
        let mean = |tau: f32| f64::from(tau) / dt * (1.0 - decay(tau));
        let (h_e, h_i) = (h * mean(lif.tau_g_e), h * mean(lif.tau_g_i));
        let h32 = h as f32;
        Membrane {
            h: h32,
            h_e: h_e as f32,
            h_i: h_i as f32,
            // In f32, so that a cell at rest stays exactly at rest: drive = h·v_rest − h·v = 0.
            drive_rest: h32 * lif.v_rest,
            drive_e: (h_e * f64::from(lif.e_exc)) as f32,
            drive_i: (h_i * f64::from(lif.e_inh)) as f32,
            decay_e: decay(lif.tau_g_e) as f32,
            decay_i: decay(lif.tau_g_i) as f32,
        }
    }
}

/// The excitatory population: struct of arrays, each padded to [`Excitatory::stride`] with cells that never fire.
#[derive(Clone, Debug)]
pub(crate) struct Excitatory {
    pub(crate) membrane: Membrane,
    pub(crate) v: Vec<f32>,
    pub(crate) g_e: Vec<f32>,
    pub(crate) g_i: Vec<f32>,
    /// v_thresh + theta − offset; infinite for the padding.
    pub(crate) threshold: Vec<f32>,
    pub(crate) theta: Vec<f32>,
    /// First step at which the cell may fire again.
    pub(crate) free_at: Vec<u32>,
    pub(crate) steps_ref: u32,
}

impl Excitatory {
    /// Length of the arrays, and of a row of weights, for `cells` cells.
    pub(crate) fn stride(cells: usize) -> usize {
        cells.next_multiple_of(LANES)
    }

    pub(crate) fn new(config: &Config, theta: Vec<f32>) -> Excitatory {
        let stride = Excitatory::stride(theta.len());
        let mut cells = Excitatory {
            membrane: Membrane::new(&config.exc, config.dt),
            v: vec![config.exc.v_rest; stride],
            g_e: vec![0.0; stride],
            g_i: vec![0.0; stride],
            threshold: vec![f32::INFINITY; stride],
            theta,
            free_at: vec![0; stride],
            steps_ref: steps(config.exc.t_ref, config.dt),
        };
        cells.set_thresholds(config);
        cells
    }

    /// Holds cells that may not fire yet at `v_reset`.
    pub(crate) fn clamp(&mut self, step: u32, v_reset: f32) {
        for (v, &free_at) in self.v.iter_mut().zip(&self.free_at) {
            *v = if step < free_at { v_reset } else { *v };
        }
    }

    /// Whether a cell fires in this step, after integrating; if so, it is reset and locked out.
    pub(crate) fn fires(&mut self, step: u32, cell: usize, v_reset: f32) -> bool {
        let fires = self.v[cell] > self.threshold[cell] && step >= self.free_at[cell];
        if fires {
            self.v[cell] = v_reset;
            self.free_at[cell] = step + self.steps_ref;
        }
        fires
    }

    /// Raises the threshold of an adapting cell after a spike.
    pub(crate) fn adapt(&mut self, cell: usize, theta_plus: f32, config: &Config) {
        self.set_theta(cell, self.theta[cell] + theta_plus, config);
    }

    /// Lets thetas and thresholds decay for `past` ms.
    pub(crate) fn decay_thresholds(&mut self, past: f64, config: &Config) {
        let decay = libm::exp(-past / f64::from(config.theta_constants().1)) as f32;
        self.theta.iter_mut().for_each(|theta| *theta *= decay);
        self.set_thresholds(config);
    }

    /// Sets a cell's theta.
    pub(crate) fn set_theta(&mut self, cell: usize, theta: f32, config: &Config) {
        self.theta[cell] = theta;
        self.threshold[cell] = config.exc.v_thresh + (theta - config.theta.offset);
    }

    /// Updates the thresholds from theta.
    fn set_thresholds(&mut self, config: &Config) {
        for (threshold, theta) in self.threshold.iter_mut().zip(&self.theta) {
            *threshold = config.exc.v_thresh + (theta - config.theta.offset);
        }
    }

    /// Sets conductances below the floor to 0; returns whether any inhibition is left.
    pub(crate) fn sweep(&mut self, inhibited: bool) -> bool {
        let floor = |g: &mut f32| *g = if *g < G_FLOOR { 0.0 } else { *g };
        self.g_e.iter_mut().for_each(floor);
        if inhibited {
            self.g_i.iter_mut().for_each(floor);
        }
        inhibited && self.g_i.iter().any(|&g| g > 0.0)
    }

    /// Every cell at its resting potential, without conductances or lock-out.
    pub(crate) fn rest(&mut self, v_rest: f32) {
        self.v.fill(v_rest);
        self.g_e.fill(0.0);
        self.g_i.fill(0.0);
        self.free_at.fill(0);
    }
}

/// The inhibitory population. A cell is stepped only while its partner's spike affects it; otherwise it decays in
/// closed form.
#[derive(Clone, Debug)]
pub(crate) struct Inhibitory {
    membrane: Membrane,
    lif: LifParams,
    v: Vec<f32>,
    g_e: Vec<f32>,
    /// First step at which the cell integrates again.
    free_at: Vec<u32>,
    /// Step since which a parked cell decays towards rest.
    parked_at: Vec<u32>,
    /// Cells with a conductance, ascending.
    active: Vec<u16>,
    steps_ref: u32,
    /// exp(−dt · k / tau_m)
    decay: Vec<f32>,
}

impl Inhibitory {
    pub(crate) fn new(config: &Config) -> Inhibitory {
        let n = config.neurons as usize;
        let decay = |k: u32| libm::exp(-f64::from(k) * f64::from(config.dt) / f64::from(config.inh.tau_m)) as f32;
        Inhibitory {
            membrane: Membrane::new(&config.inh, config.dt),
            lif: config.inh,
            v: vec![config.inh.v_rest; n],
            g_e: vec![0.0; n],
            free_at: vec![0; n],
            parked_at: vec![0; n],
            active: Vec::with_capacity(n),
            steps_ref: steps(config.inh.t_ref, config.dt),
            decay: (0..=config.steps_look() + config.steps_rest()).map(decay).collect(),
        }
    }

    /// Advances the active cells; writes those that fire to `spikes`, ascending.
    pub(crate) fn step(&mut self, step: u32, spikes: &mut Vec<u16>) {
        spikes.clear();
        let Inhibitory { membrane, lif, v, g_e, free_at, parked_at, active, steps_ref, .. } = self;
        active.retain(|&cell| {
            let j = usize::from(cell);
            if step >= free_at[j] {
                v[j] = membrane.step(v[j], g_e[j], 0.0);
                if v[j] > lif.v_thresh {
                    v[j] = lif.v_reset;
                    free_at[j] = step + 1 + *steps_ref;
                    spikes.push(cell);
                }
            }
            g_e[j] *= membrane.decay_e;
            let stays = g_e[j] >= G_FLOOR || step < free_at[j];
            if !stays {
                g_e[j] = 0.0;
                parked_at[j] = step;
            }
            stays
        });
    }

    /// A spike of the partner arrives at the end of this step.
    pub(crate) fn excite(&mut self, step: u32, cell: u16, w: f32) {
        let j = usize::from(cell);
        if let Err(place) = self.active.binary_search(&cell) {
            let parked = (step - self.parked_at[j]) as usize;
            self.v[j] =
                self.lif.v_rest + (self.v[j] - self.lif.v_rest) * self.decay.get(parked).copied().unwrap_or(0.0);
            self.active.insert(place, cell);
        }
        self.g_e[j] += w;
    }

    /// Whether no cell has a conductance left.
    pub(crate) fn is_quiet(&self) -> bool {
        self.active.is_empty()
    }

    /// Every cell at rest.
    pub(crate) fn rest(&mut self) {
        self.v.fill(self.lif.v_rest);
        self.g_e.fill(0.0);
        self.free_at.fill(0);
        self.parked_at.fill(0);
        self.active.clear();
    }
}
