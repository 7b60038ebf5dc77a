//! A training run: which image comes next, and at which share of the learning rates.

use crate::config::Config;
use crate::error::Error;
use crate::model::{Model, Training};
use crate::monitor::Monitor;
use crate::network::Network;
use crate::run::Run;

/// A network in the course of a [`Run`], which shows the images in order.
///
/// ```
/// use stdp_digits::{Config, Run, Trainer};
///
/// let pictures = [[0u8; 784], [255u8; 784]];
/// let mut trainer = Trainer::new(Config { neurons: 5, ..Config::default() }, Run { seed: 1, images: 2, passes: 1 })?;
/// while let Some(index) = trainer.next_image() {
///     trainer.learn(&pictures[index])?;
/// }
/// assert_eq!(trainer.presented(), trainer.total());
/// # Ok::<(), stdp_digits::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Trainer {
    network: Network,
    run: Run,
    presented: u64,
    /// Unknown if the run resumes from a network alone.
    training: Option<Training>,
}

impl Trainer {
    /// A run from random weights.
    ///
    /// # Errors
    /// A configuration that [`Config::validate`] refuses, or no images or passes.
    pub fn new(config: Config, run: Run) -> Result<Trainer, Error> {
        Trainer::resume(Network::new(config, run.seed)?, run, 0)
    }

    /// A run resumed from a network to which `presented` images have been shown.
    ///
    /// Between images, the state of a network is just its weights and thetas, so the run ends with the same bits as an
    /// uninterrupted one.
    ///
    /// # Errors
    /// No images or passes, more presented than the run has, or a network with another seed.
    pub fn resume(network: Network, run: Run, presented: u64) -> Result<Trainer, Error> {
        let bad = |name: &str, found: u64, expected: &str| {
            Err(Error::Config { name: name.into(), found: found.to_string(), expected: expected.into() })
        };
        if run.images == 0 {
            return bad("images", run.images, "at least 1");
        }
        if run.passes == 0 {
            return bad("passes", u64::from(run.passes), "at least 1");
        }
        if run.seed != network.seed() {
            return bad("seed", run.seed, &format!("{}, that of the network", network.seed()));
        }
        let training = (presented == 0).then(Training::default);
        let trainer = Trainer { network, run, presented, training };
        if presented > run.total() {
            return bad("images presented", presented, "no more than the run has");
        }
        Ok(trainer)
    }

    /// A run resumed from its checkpoint, a model made by [`Trainer::model`].
    ///
    /// # Errors
    /// As [`Trainer::resume`].
    pub fn from_model(model: &Model) -> Result<Trainer, Error> {
        let origin = &model.origin;
        let trainer = Trainer::resume(
            model.network()?,
            Run { seed: origin.seed, images: origin.images, passes: origin.passes },
            origin.presented,
        )?;
        Ok(Trainer { training: origin.training, ..trainer })
    }

    /// The current state of the run as a model: its checkpoint, and at the end its result.
    pub fn model(&self) -> Model {
        let mut model = Model::from_network(&self.network, self.run, self.presented);
        model.origin.training = self.training;
        model
    }

    /// What the run shows.
    pub fn run(&self) -> Run {
        self.run
    }

    /// Presentations of the whole run.
    pub fn total(&self) -> u64 {
        self.run.total()
    }

    /// Presentations so far.
    pub fn presented(&self) -> u64 {
        self.presented
    }

    /// Which image comes next; `None` at the end.
    pub fn next_image(&self) -> Option<usize> {
        (self.presented < self.total()).then(|| (self.presented % self.run.images) as usize)
    }

    /// The share of the rule's rates for the next presentation.
    pub fn share(&self) -> f32 {
        share(self.network.config().nu_final, self.presented as f64 / self.total() as f64)
    }

    /// Learns from the pixels of [`Trainer::next_image`]; returns the spikes of each cell in the last look.
    ///
    /// Presentation k learns at nu_final^(k / total) of the rule's rates. Weights are also normalised after it: the
    /// next look would do that, but until then cells that have just fired would have too large a weight sum.
    ///
    /// # Errors
    /// An image that does not have 784 pixels.
    pub fn learn(&mut self, pixels: &[u8]) -> Result<&[u32], Error> {
        let share = self.share();
        self.network.learn(pixels, self.presented, share)?;
        self.network.normalize();
        self.presented += 1;
        if let Some(training) = &mut self.training {
            training.spikes += u64::from(self.network.counts().iter().sum::<u32>());
            training.retried += u64::from(self.network.status().look > 1);
        }
        Ok(self.network.counts())
    }

    /// Spikes and retries so far; unknown for a run resumed from a network alone.
    pub fn training(&self) -> Option<Training> {
        self.training
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Starts or stops recording, see [`Trainer::monitor`].
    pub fn set_monitor(&mut self, on: bool) {
        self.network.set_monitor(on);
    }

    /// The spikes of the last presentation, if recorded.
    pub fn monitor(&mut self) -> Option<&mut Monitor> {
        self.network.monitor()
    }

    /// The network, when the run is over.
    pub fn into_network(self) -> Network {
        self.network
    }
}

/// The share of a rule's rates at a point of a run: nu_final^progress, progress from 0 to 1.
pub fn share(nu_final: f32, progress: f64) -> f32 {
    libm::pow(f64::from(nu_final), progress) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(k: usize) -> Vec<u8> {
        (0..784).map(|p| if (k * 5..k * 5 + 5).contains(&(p % 28)) { 255 } else { 0 }).collect()
    }

    #[test]
    fn a_checkpoint_keeps_the_counts_of_its_run() {
        let mut trainer =
            Trainer::new(Config { neurons: 6, ..Config::default() }, Run { seed: 2, images: 4, passes: 3 })
                .expect("a sound run");
        for _ in 0..7 {
            let k = trainer.next_image().expect("not over yet");
            trainer.learn(&bar(k)).expect("784 pixels");
        }
        let training = trainer.training().expect("known from the beginning");
        assert!(training.spikes > 0, "{training:?}");
        let resumed = Trainer::from_model(&trainer.model()).expect("its own checkpoint");
        assert_eq!((resumed.presented(), resumed.training()), (7, Some(training)), "after 7 of 12");
        let unknown =
            Trainer::resume(trainer.into_network(), Run { seed: 2, images: 4, passes: 3 }, 7).expect("a sound run");
        assert_eq!(unknown.training(), None, "a network alone does not tell");
    }

    #[test]
    fn between_images_every_cell_has_its_sum_of_weights() {
        let config = Config { neurons: 6, ..Config::default() };
        let mut trainer = Trainer::new(config.clone(), Run { seed: 2, images: 4, passes: 3 }).expect("a sound run");
        trainer.learn(&bar(0)).expect("784 pixels");
        let far = |network: &Network| {
            let weights = network.weights();
            let sum = |cell: usize| weights.iter().skip(cell).step_by(6).sum::<f32>();
            (0..6).map(|cell| (sum(cell) - config.w_norm).abs()).fold(0.0, f32::max)
        };
        let network = trainer.into_network();
        assert!(far(&network) < 0.01, "a cell that fired weighs more: {}", far(&network));
    }
}
