//! How a network is doing while it learns: counts over a stretch of training, and findings from them.

use serde::Serialize;

use super::{Fields, Finding, Pair, diagnosis, finding, restless};
use crate::network::Network;

/// Mean spikes per cell above which a cell's silence means something.
const ENOUGH_SPIKES: u64 = 50;

/// Counts over some presentations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    presentations: u64,
    spikes: u64,
    retried: u64,
    fired: Vec<bool>,
}

/// What a stretch of training says about the network at its end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// Presentations in the stretch.
    pub presentations: u64,
    /// Mean total of spikes in the last look at an image.
    pub spikes_per_image: f64,
    /// Share of the presentations that needed more than one look.
    pub retried: f64,
    /// Cells without a spike.
    pub silent: usize,
    /// The most similar pair of receptive fields; `None` with fewer than two cells.
    pub most_similar: Option<Pair>,
    /// What is out of range; empty for a healthy network. JSON has their sentences.
    #[serde(serialize_with = "finding::sentences")]
    pub findings: Vec<Finding>,
}

impl Stretch {
    /// An empty stretch for a network of this number of cells.
    pub fn new(neurons: usize) -> Stretch {
        Stretch { presentations: 0, spikes: 0, retried: 0, fired: vec![false; neurons] }
    }

    /// Adds the presentation that the network has just finished.
    pub fn add(&mut self, network: &Network) {
        self.presentations += 1;
        self.retried += u64::from(network.status().look > 1);
        for (fired, &count) in self.fired.iter_mut().zip(network.counts()) {
            self.spikes += u64::from(count);
            *fired |= count > 0;
        }
    }

    /// Sums it up. Takes as long as [`super::Health::of`].
    pub fn course(&self, network: &Network) -> Course {
        let (n, config) = (network.neurons(), network.config());
        let fields = Fields::new(&network.weights(), n);
        let mean = |count: u64| count as f64 / self.presentations.max(1) as f64;
        let silent = self.fired.iter().filter(|&&fired| !fired).count();
        let (spikes_per_image, retried) = (mean(self.spikes), mean(self.retried));
        let seen = self.presentations > 0;
        let findings = [
            diagnosis::restless(restless(network.theta(), config), n),
            fields.likeness().and_then(diagnosis::alike),
            if self.spikes >= ENOUGH_SPIKES * n as u64 { diagnosis::idling(silent, n) } else { None },
            if seen { diagnosis::spiking(spikes_per_image, config) } else { None },
            diagnosis::shown_again(retried),
        ];
        Course {
            presentations: self.presentations,
            spikes_per_image,
            retried,
            silent,
            most_similar: fields.most_similar(),
            findings: findings.into_iter().flatten().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Run;
    use crate::{Config, Trainer};

    /// Bars five pixels wide, each in a different place.
    fn picture(k: usize) -> Vec<u8> {
        (0..784).map(|p| if (k * 5..k * 5 + 5).contains(&(p % 28)) { 255 } else { 0 }).collect()
    }

    fn course(config: Config) -> (Course, Trainer) {
        let mut stretch = Stretch::new(config.neurons as usize);
        let mut trainer = Trainer::new(config, Run { seed: 1, images: 4, passes: 10 }).expect("a sound run");
        while let Some(k) = trainer.next_image() {
            trainer.learn(&picture(k)).expect("784 pixels");
            stretch.add(trainer.network());
        }
        (stretch.course(trainer.network()), trainer)
    }

    #[test]
    fn counts_are_those_of_the_trainer() {
        let (course, trainer) = course(Config { neurons: 8, ..Config::default() });
        let training = trainer.training().expect("a run from its beginning");
        assert_eq!(course.presentations, 40, "{course:?}");
        assert!((course.spikes_per_image - training.spikes as f64 / 40.0).abs() < 1e-12, "{course:?}, {training:?}");
        assert!((course.retried - training.retried as f64 / 40.0).abs() < 1e-12, "{course:?}, {training:?}");
        assert!(course.silent < 8 && course.most_similar.is_some(), "{course:?}");
    }

    #[test]
    fn what_is_out_of_range_is_named_with_its_cause() {
        let mut high = Config { neurons: 8, max_looks: 2, ..Config::default() };
        high.theta.init = 60.0;
        let (found, _) = course(high);
        assert!(found.retried > 0.9, "thresholds 40 mV too high: {found:?}");
        assert_eq!((found.silent, found.findings.len()), (8, 2), "{found:?}");
        assert!(found.findings[0].to_string().contains("fewer than the 5"), "{found:?}");
        assert!(found.findings[1].to_string().contains("shown again"), "{found:?}");
        let mut low = Config { neurons: 8, ..Config::default() };
        (low.theta.init, low.theta.plus) = (6.0, 0.0);
        let (found, _) = course(low);
        assert!(found.findings[0].to_string().contains("fire without input"), "{found:?}");
    }
}
