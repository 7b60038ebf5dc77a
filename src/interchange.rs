//! Files of the published code: weights, thresholds and labels as NumPy arrays.
//!
//! | array | shape | meaning |
//! |---|---|---|
//! | weights (`XeAe.npy`) | (K, 3), (784, N) or (784·N) | rows (input, cell, w), missing pairs are 0; or w, row-major by input |
//! | theta (`theta_A.npy`) | (N) | volts if all are below 1, else mV; with the code's offset, 20 mV is a threshold of −52 mV |
//! | labels | (N) | digit of each cell, −1 for none |
//!
//! Written: weights as all 784·N rows (input, cell, w), theta in volts, labels as integers: the code itself can load
//! them.

use crate::config::{INPUTS, MAX_NEURONS};
use crate::error::{Error, NpyFault};
use crate::model::Model;
use crate::network::Network;
use crate::npy::Array;
use crate::presets::Preset;
use crate::readout::{CLASSES, Readout};
use crate::run::Run;

/// Largest accepted weight: those of the published code end near 1.
pub const MAX_WEIGHT: f64 = 10.0;
/// Thetas are taken as volts if all are below this.
const VOLTS_BELOW: f64 = 1.0;
/// Assumed total of spikes in a look, and the share from cells of the digit shown, if only labels are known (16.1 and
/// four fifths, from the published thresholds in equilibrium and the paper's counts at N = 6400).
const SPIKES: f64 = 16.0;
const RIGHT: f64 = 0.8;

/// The network in files of weights, thetas and optionally labels, with the constants of the published code.
///
/// # Errors
/// [`Error::Npy`] for a file that is invalid or does not fit the others; it begins with which of the three it is.
pub fn model(weights: &[u8], theta: &[u8], labels: Option<&[u8]>) -> Result<Model, Error> {
    let theta = named("thetas", theta, self::theta)?;
    let n = theta.len();
    let weights = named("weights", weights, |array| self::weights(array, n))?;
    let labels = labels.map(|bytes| named("labels", bytes, |array| self::labels(array, n))).transpose()?;
    let mut config = Preset::PublishedCode.config();
    config.neurons = n as u32;
    let network = Network::from_parts(config, 1, &weights, theta)?;
    let model = Model::from_network(&network, Run { seed: network.seed(), images: 0, passes: 0 }, 0);
    Ok(match labels {
        Some(labels) => model.labelled(readout(&labels)?, 0),
        None => model,
    })
}

/// Reads a file and interprets it with `meaning`; errors begin with the file's role.
fn named<T>(file: &str, bytes: &[u8], meaning: impl Fn(&Array) -> Result<T, Error>) -> Result<T, Error> {
    Array::from_bytes(bytes).and_then(|array| meaning(&array)).map_err(|error| match error {
        Error::Npy(fault, sentence) => Error::Npy(fault, format!("{file}: {sentence}")),
        other => other,
    })
}

/// Thetas \[mV\], one per cell; at most one dimension of the array may be longer than 1.
///
/// # Errors
/// [`Error::Npy`] for another shape, no cells or too many, and a theta that is not finite or above 1 V.
pub fn theta(array: &Array) -> Result<Vec<f32>, Error> {
    let n = list(array, "theta")?;
    if n == 0 || n > MAX_NEURONS as usize {
        return Err(Error::Npy(
            NpyFault::Shape,
            format!("found {n} thetas, expected 1 to {MAX_NEURONS}, one per cell"),
        ));
    }
    if let Some(bad) = array.values.iter().find(|theta| !(-1000.0..=1000.0).contains(*theta)) {
        return Err(Error::Npy(
            NpyFault::Value,
            format!("found a theta of {bad}, expected volts below 1 or mV up to 1000"),
        ));
    }
    let volts = array.values.iter().all(|theta| theta.abs() < VOLTS_BELOW);
    Ok(array.values.iter().map(|theta| (if volts { theta * 1000.0 } else { *theta }) as f32).collect())
}

/// Weights of `n` cells, 784 × n, row-major by input.
///
/// # Errors
/// [`Error::Npy`] for another shape, a row with an invalid or repeated pair, and a weight that is not finite, negative
/// or above [`MAX_WEIGHT`].
pub fn weights(array: &Array, n: usize) -> Result<Vec<f32>, Error> {
    let whole = |length: &usize| *length == INPUTS * n;
    match &array.shape[..] {
        [INPUTS, cells] if *cells == n => array.values.iter().map(|&w| weight(w)).collect(),
        [length] if whole(length) => array.values.iter().map(|&w| weight(w)).collect(),
        [rows, 3] if *rows <= INPUTS * n => from_rows(&array.values, n),
        shape => Err(Error::Npy(
            NpyFault::Shape,
            format!(
                "found weights of shape {shape:?}, expected for {n} thetas (784, {n}), ({}), or rows (input, cell, w) of \
             shape ({}, 3)",
                INPUTS * n,
                INPUTS * n
            ),
        )),
    }
}

fn from_rows(values: &[f64], n: usize) -> Result<Vec<f32>, Error> {
    let index =
        |value: f64, end: usize| (value >= 0.0 && value < end as f64 && value.fract() == 0.0).then_some(value as usize);
    let mut weights = vec![0f32; INPUTS * n];
    let mut named = vec![false; INPUTS * n];
    for (row, triple) in values.chunks_exact(3).enumerate() {
        let (Some(input), Some(cell)) = (index(triple[0], INPUTS), index(triple[1], n)) else {
            return Err(Error::Npy(
                NpyFault::Value,
                format!(
                    "row {row} is of input {} and cell {}, expected inputs 0 to {} and cells 0 to {}",
                    triple[0],
                    triple[1],
                    INPUTS - 1,
                    n - 1
                ),
            ));
        };
        let place = input * n + cell;
        if std::mem::replace(&mut named[place], true) {
            return Err(Error::Npy(
                NpyFault::Value,
                format!("row {row} gives input {input} and cell {cell} a weight for the second time"),
            ));
        }
        weights[place] = weight(triple[2])?;
    }
    Ok(weights)
}

fn weight(w: f64) -> Result<f32, Error> {
    if (0.0..=MAX_WEIGHT).contains(&w) {
        return Ok(w as f32);
    }
    Err(Error::Npy(NpyFault::Value, format!("found a weight of {w}, expected numbers from 0 to {MAX_WEIGHT}")))
}

/// Labels of `n` cells.
///
/// # Errors
/// [`Error::Npy`] for a different number of them, or one that is not a digit or −1.
pub fn labels(array: &Array, n: usize) -> Result<Vec<Option<u8>>, Error> {
    let found = list(array, "labels")?;
    if found != n {
        return Err(Error::Npy(NpyFault::Shape, format!("found {found} labels, expected {n}, one per theta")));
    }
    let label = |&label: &f64| match label {
        -1.0 => Ok(None),
        digit if (0.0..CLASSES as f64).contains(&digit) && digit.fract() == 0.0 => Ok(Some(digit as u8)),
        other => {
            Err(Error::Npy(NpyFault::Value, format!("found label {other}, expected digits 0 to 9, or -1 for none")))
        }
    };
    array.values.iter().map(label).collect()
}

/// Length of an array in which at most one dimension is not 1.
fn list(array: &Array, what: &str) -> Result<usize, Error> {
    if array.shape.iter().filter(|&&length| length != 1).count() > 1 {
        return Err(Error::Npy(
            NpyFault::Shape,
            format!("found {what} of shape {:?}, expected a list, one per cell", array.shape),
        ));
    }
    Ok(array.values.len())
}

/// A readout if only labels are known: a look at a digit is assumed to cause 16 spikes, four fifths from the cells of
/// that digit and the rest from all other cells. A digit without cells is never the answer.
///
/// ```text
/// λ_jc = 0.8 · 16 / n_c         for the n_c cells j of digit c
/// λ_jc = 0.2 · 16 / (n − n_c)   for the others of the n cells with a label
/// ```
/// Labelling (`stdp-digits label`) measures these rates instead.
///
/// # Errors
/// None: the rates are finite and as many as there are cells.
pub fn readout(labels: &[Option<u8>]) -> Result<Readout, Error> {
    let of = |digit: usize| labels.iter().filter(|label| label.map(usize::from) == Some(digit)).count();
    let cells: [usize; CLASSES] = std::array::from_fn(of);
    let all: usize = cells.iter().sum();
    let rate = |label: Option<u8>, digit: usize| match label {
        Some(label) if usize::from(label) == digit => (RIGHT * SPIKES / cells[digit] as f64) as f32,
        Some(_) if cells[digit] > 0 => ((1.0 - RIGHT) * SPIKES / (all - cells[digit]) as f64) as f32,
        _ => 0.0,
    };
    let rates = labels.iter().flat_map(|&label| (0..CLASSES).map(move |digit| rate(label, digit))).collect();
    Readout::from_rates(rates, labels.len())
}

/// Weights (784 × n, row-major by input) as rows (input, cell, w).
pub fn rows(weights: &[f32], n: usize) -> Array {
    let row = |(place, &w): (usize, &f32)| [(place / n) as f64, (place % n) as f64, f64::from(w)];
    Array { shape: vec![weights.len(), 3], values: weights.iter().enumerate().flat_map(row).collect() }
}

/// Thetas \[mV\] in volts.
pub fn volts(theta: &[f32]) -> Array {
    Array { shape: vec![theta.len()], values: theta.iter().map(|&theta| f64::from(theta) / 1000.0).collect() }
}

/// Labels as numbers, −1 for none.
pub fn label_numbers(labels: &[Option<u8>]) -> Array {
    Array { shape: vec![labels.len()], values: labels.iter().map(|label| label.map_or(-1.0, f64::from)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array(shape: &[usize], values: Vec<f64>) -> Array {
        Array { shape: shape.to_vec(), values }
    }

    #[test]
    fn all_three_shapes_of_weights_are_the_same_weights() {
        let plain: Vec<f64> = (0..INPUTS * 2).map(|k| k as f64 / 2048.0).collect();
        let expected: Vec<f32> = plain.iter().map(|&w| w as f32).collect();
        let mut backwards = rows(&expected, 2);
        backwards.values = backwards.values.chunks(3).rev().flatten().copied().collect();
        for found in [array(&[INPUTS, 2], plain.clone()), array(&[INPUTS * 2], plain), rows(&expected, 2), backwards] {
            assert_eq!(weights(&found, 2), Ok(expected.clone()), "shape {:?}", found.shape);
        }
    }

    #[test]
    fn three_cells_are_a_matrix_and_not_rows() {
        assert_eq!(weights(&array(&[INPUTS, 3], vec![0.5; INPUTS * 3]), 3), Ok(vec![0.5; INPUTS * 3]), "(784, 3)");
    }

    #[test]
    fn files_make_a_network_or_say_which_of_them_is_wrong() {
        use crate::npy::Dtype;
        let weights = array(&[INPUTS, 2], vec![0.25; INPUTS * 2]).to_bytes(Dtype::F64);
        let theta = volts(&[20.0, 30.0]).to_bytes(Dtype::F64);
        let digits = array(&[2], vec![3.0, 8.0]).to_bytes(Dtype::I64);
        let whole = model(&weights, &theta, Some(&digits)).expect("sound files");
        assert_eq!((whole.neurons(), whole.theta()), (2, &[20.0, 30.0][..]), "cells and thetas");
        assert_eq!(whole.readout().map(Readout::labels), Some(&[Some(3), Some(8)][..]), "labels");
        assert!(model(&weights, &theta, None).expect("sound files").readout().is_none(), "no labels, no readout");
        for (found, part) in [
            (model(&theta, &theta, None), "npy: weights: found weights of shape [2]"),
            (model(&weights, &weights, None), "npy: thetas: found theta of shape"),
            (model(&weights, &theta, Some(&theta)), "npy: labels: found label 0.02"),
            (model(b"PK", &theta, None), "npy: weights: "),
        ] {
            let error = found.map(|_| ()).expect_err(part).to_string();
            assert!(error.starts_with(part), "'{error}' does not begin with '{part}'");
        }
    }

    #[test]
    fn volts_and_millivolts_are_told_apart() {
        assert_eq!(theta(&array(&[2], vec![0.02, 0.04])), Ok(vec![20.0, 40.0]), "volts");
        assert_eq!(theta(&array(&[1, 2], vec![20.0, 0.5])), Ok(vec![20.0, 0.5]), "mV");
        assert_eq!(theta(&volts(&[33.3, 41.7])), Ok(vec![33.3, 41.7]), "there and back, bit for bit");
    }

    #[test]
    fn bad_arrays_are_refused_in_a_sentence() {
        let row = |i, j, w| array(&[1, 3], vec![i, j, w]);
        for (found, part) in [
            (array(&[784, 3], vec![0.1; 2352]), "shape [784, 3]"),
            (array(&[2, 784], vec![0.1; 1568]), "shape [2, 784]"),
            (array(&[1568], vec![f64::NAN; 1568]), "weight of NaN"),
            (array(&[1568], vec![-0.1; 1568]), "weight of -0.1"),
            (row(0.0, 0.0, 10.5), "weight of 10.5"),
            (row(784.0, 0.0, 0.1), "inputs 0 to 783"),
            (row(0.0, 1.5, 0.1), "cell 1.5"),
            (array(&[2, 3], vec![1.0, 1.0, 0.1, 1.0, 1.0, 0.1]), "second time"),
        ] {
            let found = weights(&found, 2);
            // (784, 3) for two cells is also a list of 784 rows: their inputs are no whole numbers.
            let error = found.expect_err(part).to_string();
            assert!(
                error.contains(part) || (part.contains("784, 3") && error.contains("row 0")),
                "'{error}': '{part}'"
            );
        }
        for (found, part) in [
            (theta(&array(&[2, 2], vec![20.0; 4])).err(), "shape [2, 2]"),
            (theta(&array(&[0], vec![])).err(), "0 thetas"),
            (theta(&array(&[1], vec![f64::INFINITY])).err(), "theta of inf"),
            (labels(&array(&[1], vec![1.0]), 2).err(), "1 labels"),
            (labels(&array(&[1], vec![10.0]), 1).err(), "label 10"),
            (labels(&array(&[1], vec![0.5]), 1).err(), "label 0.5"),
        ] {
            let error = found.map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(part), "'{error}' does not say '{part}'");
        }
    }

    #[test]
    fn with_labels_alone_the_digit_whose_cells_speak_is_the_answer() {
        let named = labels(&array(&[4], vec![3.0, 3.0, 8.0, -1.0]), 4).expect("sound labels");
        let readout = readout(&named).expect("sound rates");
        assert_eq!(readout.labels(), named, "labels");
        assert_eq!(readout.verdict(&[0, 1, 7, 9]).digit, Some(8), "{:?}", readout.verdict(&[0, 1, 7, 9]));
        assert_eq!(label_numbers(readout.labels()).values, [3.0, 3.0, 8.0, -1.0], "back again");
    }
}
