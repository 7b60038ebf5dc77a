//! A presentation: looks at one image, each with its rest, until one causes enough spikes.

use super::Network;
use crate::delays::Delays;
use crate::encoding::SpikeTrain;
use crate::error::{Error, SpikesFault};
use crate::neuron::SWEEP;
use crate::rng::{Stream, stream};

/// The network's position in a presentation.
#[derive(Clone, Debug, Default)]
pub(super) struct Presentation {
    /// How strongly each input is driven.
    inputs: Vec<u8>,
    index: u64,
    purpose: Option<Stream>,
    /// Whether its spikes were given, not drawn: one look of their length, without rest.
    given: bool,
    pub(super) phase: Phase,
    pub(super) look: u32,
    /// Step within this look and its rest.
    pub(super) step: u32,
    /// Step at which the rest begins: the full length of a look, or less once there were enough spikes to learn from.
    rest_from: u32,
    /// Steps since the presentation began, over all looks.
    pub(super) elapsed: u32,
    intensity: f32,
}

/// Phases of a presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The image is shown.
    Look,
    /// No input, after a look.
    Rest,
    /// The presentation is over, or none has begun.
    #[default]
    Done,
}

/// The status of a presentation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Status {
    /// Steps since the presentation began, over all looks.
    pub step: u32,
    /// Steps since this look began.
    pub look_step: u32,
    /// Looks begun: 1 for the first.
    pub look: u32,
    /// Rate of a white pixel in this look \[Hz\].
    pub max_rate: f32,
    /// Looking, resting or done.
    pub phase: Phase,
}

impl Network {
    /// Begins a presentation to be played by [`Network::advance`]; all cells start at rest.
    ///
    /// # Errors
    /// An image that does not have 784 pixels.
    pub fn begin(&mut self, pixels: &[u8], purpose: Stream, index: u64) -> Result<(), Error> {
        let shown = &mut self.presentation;
        shown.inputs.clear();
        shown.inputs.extend(self.config.inputs(pixels)?);
        (shown.index, shown.purpose, shown.given) = (index, Some(purpose), false);
        shown.intensity = self.config.intensity;
        self.steps_look = self.config.steps_look();
        self.steps_all = self.steps_look + self.config.steps_rest();
        self.start();
        Ok(())
    }

    /// Begins a presentation of given input spikes, to be played by [`Network::advance`]; all cells start at rest.
    ///
    /// It is one look as long as the train, however few spikes it causes, without rest. A learning network normalises
    /// its weights before, and its thetas decay at the end, by exp(−length / theta.tau).
    ///
    /// # Errors
    /// [`Error::Spikes`] for a train without steps.
    pub fn begin_with(&mut self, train: SpikeTrain) -> Result<(), Error> {
        if train.steps() == 0 {
            return Err(Error::Spikes(SpikesFault::Empty, "found a train of 0 steps, expected at least 1".into()));
        }
        self.train = train;
        (self.presentation.intensity, self.presentation.given) = (0.0, true);
        (self.steps_look, self.steps_all) = (self.train.steps(), self.train.steps());
        self.start();
        Ok(())
    }

    fn start(&mut self) {
        (self.presentation.look, self.presentation.elapsed) = (0, 0);
        if let Some(monitor) = &mut self.monitor {
            monitor.clear();
        }
        self.start_look();
    }

    /// Plays up to `steps` steps of the presentation; returns the number played, 0 if it is over.
    pub fn advance(&mut self, steps: u32) -> u32 {
        let mut played = 0;
        while played < steps && self.presentation.phase != Phase::Done {
            self.step();
            self.presentation.step += 1;
            self.presentation.elapsed += 1;
            played += 1;
            self.turn();
        }
        played
    }

    /// Plays up to and including the step before `step`, counted as in [`Status::step`].
    ///
    /// A rest in which nothing more can happen is skipped in one go, so the presentation may end up past `step`.
    pub fn advance_to(&mut self, step: u32) {
        while self.presentation.elapsed < step && self.advance(1) > 0 {}
    }

    /// Plays up to and including the next step in which an excitatory cell spikes, or to the end.
    pub fn advance_to_spike(&mut self) {
        while self.advance(1) > 0 && self.fired.is_empty() {}
    }

    /// The status of the presentation.
    pub fn status(&self) -> Status {
        let shown = &self.presentation;
        Status {
            step: shown.elapsed,
            look_step: shown.step,
            look: shown.look + 1,
            max_rate: 255.0 / 8.0 * shown.intensity,
            phase: shown.phase,
        }
    }

    fn start_look(&mut self) {
        let shown = &mut self.presentation;
        if let Some(plasticity) = &mut self.plasticity {
            plasticity.normalize(&mut self.weights, self.stride);
            plasticity.rest();
        }
        self.exc.rest(self.config.exc.v_rest);
        self.inh.rest();
        if let Some(delays) = &mut self.delays {
            delays.rest();
        }
        self.inhibited = false;
        self.counts.fill(0);
        (shown.phase, shown.step, shown.rest_from) = (Phase::Look, 0, self.steps_look);
        if shown.given {
            return;
        }
        let mut rng = stream(self.seed, shown.purpose.unwrap_or(Stream::Look), shown.index, shown.look);
        let (dt, steps) = (self.config.dt, self.steps_look);
        self.train.draw(&mut self.encoder, &shown.inputs, shown.intensity, dt, steps, &mut rng);
    }

    /// Moves from look to rest, and from rest to the end or, after too few spikes, to a brighter look.
    fn turn(&mut self) {
        if self.presentation.phase == Phase::Look {
            if self.has_enough() {
                self.presentation.rest_from = self.presentation.step;
            }
            if self.presentation.step < self.presentation.rest_from {
                return;
            }
            // The rest after the last look matters only for learning.
            let needs_rest = self.plasticity.is_some() || self.looks_again();
            self.presentation.phase = if needs_rest { Phase::Rest } else { Phase::Done };
            if !needs_rest {
                return;
            }
        }
        let end = self.presentation.rest_from + self.steps_all - self.steps_look;
        if self.presentation.step.is_multiple_of(SWEEP) && self.is_quiet() {
            self.presentation.elapsed += end - self.presentation.step;
            self.presentation.step = end;
        }
        if self.presentation.step >= end {
            self.end_rest();
        }
    }

    /// Whether this look has reached the number of spikes to learn from.
    fn has_enough(&self) -> bool {
        let most = self.config.max_spikes;
        let learns = self.plasticity.is_some() && !self.presentation.given;
        learns && most > 0 && !self.fired.is_empty() && self.counts.iter().sum::<u32>() >= most
    }

    /// Whether this look caused too few spikes and another one may follow.
    fn looks_again(&self) -> bool {
        let shown = &self.presentation;
        let too_few = self.counts.iter().sum::<u32>() < self.config.min_spikes;
        !shown.given && shown.look + 1 < self.config.max_looks && too_few
    }

    fn end_rest(&mut self) {
        if self.plasticity.is_some() {
            let past = if self.presentation.given {
                f64::from(self.train.steps()) * f64::from(self.config.dt)
            } else {
                f64::from(self.config.t_present) + f64::from(self.config.t_rest)
            };
            self.exc.decay_thresholds(past, &self.config);
        }
        if self.looks_again() {
            self.presentation.look += 1;
            self.presentation.intensity += self.config.intensity_step;
            self.start_look();
        } else {
            self.presentation.phase = Phase::Done;
        }
    }

    /// Whether no cell can fire without further input: no conductances left, and v and v_rest below every threshold.
    fn is_quiet(&self) -> bool {
        let v_rest = self.config.exc.v_rest;
        self.inh.is_quiet()
            && !self.inhibited
            && self.delays.as_ref().is_none_or(Delays::is_quiet)
            && self.exc.g_e.iter().all(|&g| g == 0.0)
            && self.exc.v.iter().zip(&self.exc.threshold).all(|(&v, &threshold)| v.max(v_rest) <= threshold)
    }
}
