//! What is out of range, with the likely cause: a sentence for each.

use super::Health;
use crate::config::Config;
use crate::readout::CLASSES;

/// Mean cosine above which cells are all alike. Random weights have 0.75, the shipped network of 400 cells 0.62.
const ALIKE: f64 = 0.9;
/// Mean cosine above which no cell has found a picture of its own yet.
const UNFORMED: f64 = 0.7;
/// Share of silent or idle cells above which something is wrong.
const MANY: f64 = 0.2;
/// Share of images shown again above which something is wrong; healthy networks here show up to a third again while they
/// are young, and a tenth in the end.
const MANY_RETRIES: f64 = 0.5;
/// Spikes an image above which too many cells answer at once.
const MOST_SPIKES: f64 = 100.0;

/// All that is wrong with a network by its file.
pub(super) fn of(health: &Health, config: &Config) -> Vec<String> {
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
pub(super) fn restless(restless: usize, n: usize) -> Option<String> {
    (restless > 0).then(|| {
        format!(
            "{restless} of {n} cells have thresholds at or below rest and fire without input: theta fell too low; \
             set theta.scale_with_n, or raise theta.plus or theta.tau"
        )
    })
}

fn dead(dead: usize, n: usize) -> Option<String> {
    (dead > 0)
        .then(|| format!("{dead} of {n} cells have no weights left: depression is too strong; lower the rule's rates"))
}

/// Cells that have all learned the same.
pub(super) fn alike(likeness: f64) -> Option<String> {
    (likeness > ALIKE).then(|| {
        format!(
            "all cells learned the same (mean cosine {likeness:.2}): inhibition is too weak or arrives too late; \
             raise w_inh_exc"
        )
    })
}

fn unformed(likeness: f64) -> Option<String> {
    (likeness > UNFORMED).then(|| {
        format!(
            "receptive fields are hardly formed (mean cosine {likeness:.2}, random weights have 0.75): \
             train on more images, or raise the learning rate"
        )
    })
}

/// Cells that take no part in learning.
pub(super) fn idling(idle: usize, n: usize) -> Option<String> {
    (idle as f64 > MANY * n as f64).then(|| {
        format!(
            "{idle} of {n} cells have not fired in training for long: too few images for so many cells, or \
             theta.plus is so small that the same few win again and again"
        )
    })
}

fn silent_in_labelling(silent: usize, n: usize) -> Option<String> {
    (silent as f64 > MANY * n as f64).then(|| {
        format!(
            "{silent} of {n} cells stayed silent in labelling: label on more images, or their thresholds are too \
             high; lower theta.plus"
        )
    })
}

/// Too few or too many spikes an image.
pub(super) fn spiking(spikes: f64, config: &Config) -> Option<String> {
    if spikes < f64::from(config.min_spikes) {
        return Some(format!(
            "{spikes:.1} spikes an image, fewer than the {} that a look needs: most images are shown again and \
             again; thresholds are too high (theta.plus) or weights too small (w_norm)",
            config.min_spikes
        ));
    }
    (spikes > MOST_SPIKES).then(|| {
        format!(
            "{spikes:.0} spikes an image, expected 5 to 100: too many cells answer at once; raise w_inh_exc, or \
             train longer until thetas have risen"
        )
    })
}

/// Too many images that needed a second look.
pub(super) fn shown_again(retried: f64) -> Option<String> {
    (retried > MANY_RETRIES).then(|| {
        format!(
            "{:.0} % of the images had to be shown again, brighter: few cells answer; thresholds are too high \
             (theta.plus, theta.tau), weights too small (w_norm) or inhibition too strong (w_inh_exc)",
            100.0 * retried
        )
    })
}

fn missing(cells: &[usize; CLASSES]) -> Option<String> {
    let missing: Vec<String> = (0..CLASSES).filter(|&digit| cells[digit] == 0).map(|digit| digit.to_string()).collect();
    (!missing.is_empty())
        .then(|| format!("no cell stands for {}: too few cells, or too few images in labelling", missing.join(", ")))
}
