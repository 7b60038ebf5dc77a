//! One excitatory cell with hand-made input spikes: its potential, threshold and conductances, step by step.

use serde::Deserialize;

use super::{step_of, steps_of};
use crate::check::in_range;
use crate::config::{Config, LifParams, Refractory};
use crate::encoding::{Encoder, SpikeTrain};
use crate::error::Error;
use crate::neuron::{Excitatory, SWEEP};
use crate::rng::{Stream, stream};

/// What a spike at a synapse does to the membrane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It opens a conductance, as in the network: the current depends on the distance of v from the reversal potential.
    ///
    /// ```text
    /// tau_m · dv/dt = (v_rest − v) + g_e·(e_exc − v) + g_i·(e_inh − v)
    /// ```
    #[default]
    Conductance,
    /// It causes a current that does not depend on v: the driving forces stay those at rest.
    ///
    /// ```text
    /// tau_m · dv/dt = (v_rest − v) + g_e·(e_exc − v_rest) + g_i·(e_inh − v_rest)
    /// ```
    ///
    /// This is the simpler textbook synapse (Gerstner et al., *Neuronal Dynamics*, 2014, sect. 1.3), for contrast:
    /// inputs add up without limit, v may pass e_exc and e_inh, and tau_m does not change. No network here has it. As
    /// with conductances, a step takes the mean of both inputs and solves the equation exactly.
    Current,
}

/// Inputs with the same rate; their spikes are drawn like those of a network's white pixels.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Poisson {
    /// Number of inputs (default 1; at most 784).
    pub inputs: u32,
    /// Rate of each \[Hz\] (default 63.75, that of a white pixel).
    pub hertz: f32,
    /// Weight of each (default 1).
    pub weight: f32,
    /// Seed of the noise (default 2015).
    pub seed: u32,
}

impl Default for Poisson {
    fn default() -> Self {
        Poisson { inputs: 1, hertz: 63.75, weight: 1.0, seed: 2015 }
    }
}

/// What reaches the cell.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Input {
    /// Duration of the recording \[ms\] (default 200).
    pub duration: f32,
    /// Kind of synapses (default `conductance`).
    pub synapses: Kind,
    /// Excitatory spikes: time \[ms\] and weight.
    pub exc: Vec<[f32; 2]>,
    /// Inhibitory spikes, which act from the next step, as in a network: time \[ms\] and weight.
    pub inh: Vec<[f32; 2]>,
    /// Additional Poisson inputs.
    pub poisson: Option<Poisson>,
}

impl Default for Input {
    fn default() -> Self {
        Input { duration: 200.0, synapses: Kind::default(), exc: Vec::new(), inh: Vec::new(), poisson: None }
    }
}

/// What the cell did: one value per step, at the end of the step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// Membrane potential \[mV\].
    pub v: Vec<f32>,
    /// v_thresh + theta − offset \[mV\].
    pub threshold: Vec<f32>,
    /// Adaptive part of the threshold \[mV\].
    pub theta: Vec<f32>,
    /// Excitatory conductance in multiples of the leak, or its counterpart in a current synapse.
    pub g_e: Vec<f32>,
    /// The same for inhibition.
    pub g_i: Vec<f32>,
    /// Steps in which it spiked.
    pub spikes: Vec<u32>,
    /// The highest potential, including just before a reset \[mV\].
    pub peak: f32,
    /// Spikes of the Poisson inputs: step and input.
    pub drawn: Vec<(u32, u16)>,
}

/// A cell with the constants of a configuration: only `exc`, `theta`, `refractory` and `dt` matter.
#[derive(Clone, Debug)]
pub struct Cell {
    config: Config,
}

impl Cell {
    /// # Errors
    /// Whatever [`Config::validate`] refuses.
    pub fn new(config: &Config) -> Result<Cell, Error> {
        config.validate()?;
        let mut config = Config { neurons: 1, ..config.clone() };
        // A single cell has no others to share looks with: the constants of theta are used unscaled.
        config.theta.scale_with_n = false;
        Ok(Cell { config })
    }

    /// What the cell does, starting at rest with theta at `theta.init`.
    ///
    /// A step is that of a [`Network`](crate::Network): excitatory spikes add to g_e, the cell integrates and may fire,
    /// inhibitory spikes add to g_i. Theta decays in every step; in a network it decays once after a look.
    ///
    /// # Errors
    /// [`Error::Config`] for an invalid duration, weight (0 to 1000), rate or number of inputs, [`Error::Spikes`] for a
    /// spike outside the recording.
    pub fn record(&self, input: &Input) -> Result<Recording, Error> {
        let Cell { config } = self;
        let steps = steps_of(input.duration, config)?;
        let mut exc = arriving("an excitatory", &input.exc, config, steps)?;
        let inh = arriving("an inhibitory", &input.inh, config, steps)?;
        let mut recording = Recording { peak: config.exc.v_rest, ..Recording::default() };
        if let Some(poisson) = &input.poisson {
            recording.drawn = draw(poisson, config, steps)?;
            recording.drawn.iter().for_each(|&(step, _)| exc[step as usize].push(poisson.weight));
        }
        let mut cell = Excitatory::new(config, vec![config.theta.init]);
        let (theta_plus, theta_tau) = config.theta_constants();
        // As f64: with the network's tau_theta, the decay per step is below the resolution of f32.
        let mut theta = f64::from(config.theta.init);
        let decay = libm::exp(-f64::from(config.dt) / f64::from(theta_tau));
        for (step, (exc, inh)) in (0..steps).zip(exc.iter().zip(&inh)) {
            exc.iter().for_each(|w| cell.g_e[0] += w);
            match input.synapses {
                Kind::Conductance => {
                    // Not kernel::step: with a second caller, compilers no longer inline it, and learning takes 7 %
                    // longer.
                    let Excitatory { membrane, v, g_e, g_i, .. } = &mut cell;
                    v[0] = membrane.step(v[0], g_e[0], g_i[0]);
                    g_e[0] *= membrane.decay_e;
                    g_i[0] *= membrane.decay_i;
                }
                Kind::Current => current_step(&mut cell, &config.exc),
            }
            if config.refractory == Refractory::Clamped {
                cell.clamp(step, config.exc.v_reset);
            }
            recording.peak = recording.peak.max(cell.v[0]);
            if cell.fires(step, 0, config.exc.v_reset) {
                theta += f64::from(theta_plus);
                cell.set_theta(0, theta as f32, config);
                recording.spikes.push(step);
            }
            inh.iter().for_each(|w| cell.g_i[0] += w);
            if step % SWEEP == SWEEP - 1 {
                cell.sweep(true);
            }
            recording.note(&cell);
            theta *= decay;
            cell.set_theta(0, theta as f32, config);
        }
        Ok(recording)
    }
}

impl Recording {
    fn note(&mut self, cell: &Excitatory) {
        self.v.push(cell.v[0]);
        self.threshold.push(cell.threshold[0]);
        self.theta.push(cell.theta[0]);
        self.g_e.push(cell.g_e[0]);
        self.g_i.push(cell.g_i[0]);
    }
}

/// [`Kind::Current`]: v ← v_inf + (v − v_inf)·exp(−dt/tau_m), with the driving forces at rest.
fn current_step(cell: &mut Excitatory, lif: &LifParams) {
    let Excitatory { membrane, v, g_e, g_i, .. } = cell;
    let (c_e, c_i) = (membrane.h_e / membrane.h, membrane.h_i / membrane.h);
    let drive = c_e * g_e[0] * (lif.e_exc - lif.v_rest) + c_i * g_i[0] * (lif.e_inh - lif.v_rest);
    let v_inf = lif.v_rest + drive;
    v[0] = v_inf + (v[0] - v_inf) * libm::exp(-f64::from(membrane.h)) as f32;
    g_e[0] *= membrane.decay_e;
    g_i[0] *= membrane.decay_i;
}

/// The weights that arrive in each step.
fn arriving(whose: &str, spikes: &[[f32; 2]], config: &Config, steps: u32) -> Result<Vec<Vec<f32>>, Error> {
    let mut found = vec![Vec::new(); steps as usize];
    for &[time, weight] in spikes {
        in_range("weight", weight, 0.0, 1000.0, "")?;
        found[step_of(whose, time, config.dt, steps)? as usize].push(weight);
    }
    Ok(found)
}

fn draw(poisson: &Poisson, config: &Config, steps: u32) -> Result<Vec<(u32, u16)>, Error> {
    let &Poisson { inputs, hertz, weight, seed } = poisson;
    in_range("poisson.inputs", inputs as f32, 0.0, 784.0, "")?;
    in_range("poisson.hertz", hertz, 0.0, 1000.0 / config.dt, " Hz")?;
    in_range("poisson.weight", weight, 0.0, 1000.0, "")?;
    let mut train = SpikeTrain::default();
    let mut rng = stream(u64::from(seed), Stream::Look, 0, 0);
    // A white pixel's rate is 255 / 8 Hz times the intensity.
    let intensity = hertz * 8.0 / 255.0;
    train.draw(&mut Encoder::default(), &vec![255; inputs as usize], intensity, config.dt, steps, &mut rng);
    Ok((0..steps).flat_map(|step| train.at(step).iter().map(move |&input| (step, input)).collect::<Vec<_>>()).collect())
}
