//! Findings: each figure that is out of range, with the likely cause.

use super::{Finding, Health};
use crate::config::Config;
use crate::readout::CLASSES;

/// Mean cosine above which cells are all alike. Random weights have 0.75, the shipped network of 400 cells 0.62.
const ALIKE: f64 = 0.9;
/// Mean cosine above which no cell has specialised yet.
const UNFORMED: f64 = 0.7;
/// Share of silent or idle cells above which something is wrong.
const MANY: f64 = 0.2;
/// Share of images shown again above which something is wrong; healthy networks show up to a third again early in
/// training, and a tenth at the end.
const MANY_RETRIES: f64 = 0.5;
/// Spikes per image above which too many cells answer at once.
const MOST_SPIKES: f64 = 100.0;

/// Everything that is wrong with a network, from its file.
pub(super) fn of(health: &Health, config: &Config) -> Vec<Finding> {
    let n = health.neurons;
    let spikes = health.spikes_per_image.and_then(|spikes| spiking(spikes, config));
    [
        restless(health.restless, n),
        dead(health.dead.len(), n),
        health.likeness.and_then(|likeness| alike(likeness).or_else(|| unformed(likeness))),
        health.idle.and_then(|idle| idling(idle, n)),
        health.silent.and_then(|silent| silent_in_labelling(silent, n)),
        spikes,
        health.retried.and_then(shown_again),
        health.cells.as_ref().and_then(missing),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Cells that fire without input.
pub(super) fn restless(cells: usize, of: usize) -> Option<Finding> {
    (cells > 0).then_some(Finding::Restless { cells, of })
}

fn dead(cells: usize, of: usize) -> Option<Finding> {
    (cells > 0).then_some(Finding::Dead { cells, of })
}

/// Cells that have all learned the same.
pub(super) fn alike(likeness: f64) -> Option<Finding> {
    (likeness > ALIKE).then_some(Finding::Alike { likeness })
}

fn unformed(likeness: f64) -> Option<Finding> {
    (likeness > UNFORMED).then_some(Finding::Unformed { likeness })
}

/// Cells that take no part in learning.
pub(super) fn idling(cells: usize, of: usize) -> Option<Finding> {
    (cells as f64 > MANY * of as f64).then_some(Finding::Idle { cells, of })
}

fn silent_in_labelling(cells: usize, of: usize) -> Option<Finding> {
    (cells as f64 > MANY * of as f64).then_some(Finding::Silent { cells, of })
}

/// Too few or too many spikes an image.
pub(super) fn spiking(spikes: f64, config: &Config) -> Option<Finding> {
    if spikes < f64::from(config.min_spikes) {
        return Some(Finding::TooFewSpikes { spikes, least: config.min_spikes });
    }
    (spikes > MOST_SPIKES).then_some(Finding::TooManySpikes { spikes })
}

/// Too many images that needed a second look.
pub(super) fn shown_again(share: f64) -> Option<Finding> {
    (share > MANY_RETRIES).then_some(Finding::ShownAgain { share })
}

fn missing(cells: &[usize; CLASSES]) -> Option<Finding> {
    let digits: Vec<usize> = (0..CLASSES).filter(|&digit| cells[digit] == 0).collect();
    (!digits.is_empty()).then_some(Finding::MissingDigits { digits })
}
