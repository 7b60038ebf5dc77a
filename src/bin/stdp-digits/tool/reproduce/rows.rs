//! The records of each experiment, for the table of results and the figures.

use std::path::Path;

use anyhow::Result;

use super::experiment::Experiment;
use super::record::Record;

/// An experiment's current records by seed, and the seeds whose records have outdated constants.
pub(super) struct Row<'a> {
    pub(super) experiment: &'a Experiment,
    pub(super) records: Vec<Record>,
    pub(super) stale: Vec<u64>,
}

/// The rows of all experiments, from the records in `out`.
pub(super) fn rows<'a>(out: &Path, experiments: &'a [Experiment]) -> Result<Vec<Row<'a>>> {
    let row = |experiment: &'a Experiment| {
        let (mut records, mut stale) = (Vec::new(), Vec::new());
        for &seed in &experiment.seeds {
            match Record::read(out, experiment, seed)? {
                Some(record) if record.is_current(experiment) => records.push(record),
                Some(_) => stale.push(seed),
                None => {}
            }
        }
        Ok(Row { experiment, records, stale })
    };
    experiments.iter().map(row).collect()
}

/// 50000 as 50,000.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
