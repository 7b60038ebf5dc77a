//! The paper's figures, made from the records and models of finished runs.

mod canvas;
mod confusion;
mod curves;

use std::path::Path;

use anyhow::{Context, Result};
use stdp_digits::field::{FULL, Painter};
use stdp_digits::{Model, health};

use super::experiment::{Experiment, Kind};
use super::rows::Row;
use crate::tool::{files, png};

/// From this many cells on, the picture of all fields uses 32 greys.
const MANY: usize = 2000;

/// A figure: the table it stands under, its file and what it shows.
pub(super) struct Figure {
    pub(super) kind: Kind,
    pub(super) file: String,
    pub(super) shows: String,
    bytes: Vec<u8>,
}

/// Writes every figure that has results.
pub(super) fn write(out: &Path, rows: &[Row]) -> Result<Vec<Figure>> {
    let folder = out.join("figures");
    std::fs::create_dir_all(&folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let figures = draw(rows)?;
    for figure in &figures {
        files::write(&folder.join(&figure.file), &figure.bytes)?;
    }
    Ok(figures)
}

fn draw(rows: &[Row]) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut add = |kind, file: String, shows: String, bytes| figures.push(Figure { kind, file, shows, bytes });
    for row in rows.iter().filter(|row| row.experiment.kind == Kind::Size) {
        let Experiment { name, setup, .. } = row.experiment;
        let cells = setup.config.neurons;
        if let Some(bytes) = fields(row)? {
            let shows = format!("receptive fields of {cells} cells (the paper's Fig. 2A), white: the largest weight");
            add(Kind::Size, format!("fields-{name}.png"), shows, bytes);
        }
        if !row.records.is_empty() {
            let shows = format!("confusion matrix of {cells} cells (the paper's Fig. 3B), over all seeds");
            add(Kind::Size, format!("confusion-{name}.png"), shows, confusion::draw(&row.records)?);
        }
    }
    let sizes: Vec<&Row> =
        rows.iter().filter(|row| row.experiment.kind == Kind::Size && !row.records.is_empty()).collect();
    if !sizes.is_empty() {
        let shows = "output spikes per image during learning, first seed; each point is the mean of 10,000 images";
        add(Kind::Size, "spikes.png".into(), shows.into(), curves::spikes(&sizes)?);
    }
    for row in rows.iter().filter(|row| row.experiment.kind == Kind::LearningCurve) {
        let Some(record) = row.records.first() else { continue };
        let name = &row.experiment.name;
        let shows = "accuracy against training images (the paper's Fig. 3C), on held-out training images";
        add(Kind::LearningCurve, format!("{name}.png"), shows.into(), curves::accuracy(record)?);
        let shows = "output spikes per image against training images";
        add(Kind::LearningCurve, format!("{name}-spikes.png"), shows.into(), curves::spikes(&[row])?);
    }
    Ok(figures)
}

/// The receptive fields of an experiment's model, if it exists and is the recorded one.
fn fields(row: &Row) -> Result<Option<Vec<u8>>> {
    let Some(path) = row.experiment.model.as_ref().filter(|path| path.exists()) else { return Ok(None) };
    let model = Model::from_bytes(&files::read(path)?).with_context(|| path.display().to_string())?;
    let digest = model.network()?.digest().hex();
    if !row.records.iter().any(|record| record.digest == digest) {
        return Ok(None);
    }
    let fields = Painter::new(&model.origin.config).paint_all(&model.weights(), model.neurons());
    let (width, height, mut pixels) = health::atlas(&fields);
    pixels.iter_mut().for_each(|grey| *grey = (*grey).min(FULL) * (255 / FULL) + (*grey).min(FULL) / FULL);
    if model.neurons() > MANY {
        // Fewer greys look the same and halve the file.
        pixels.iter_mut().for_each(|grey| *grey = ((u32::from(*grey) * 31 + 127) / 255 * 255 / 31) as u8);
    }
    png::grey(width, height, &pixels).map(Some)
}
