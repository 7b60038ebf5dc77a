//! Files of drawings: pen strokes and their labels, as JSON lines or as rows of the UCI collection of tablet digits.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use serde_json::Value;
use stdp_digits::drawing;

use crate::tool::files;

/// Most points in a drawing: eight minutes of a pen sampled 200 times a second.
const MAX_POINTS: usize = 100_000;
/// Characters of a line, and of the parser's message, that an error shows.
const SHOWN: usize = 20;
const MESSAGE: usize = 120;

const JSON_LINE: &str = r#"{"label":5,"strokes":[[[x,y],…],…]}"#;
const CSV_ROW: &str = "x1,y1,…,x8,y8,digit";

/// One line of a file.
pub(crate) struct Drawing {
    /// Counted from 1.
    pub(crate) line: usize,
    /// A string or a number.
    pub(crate) label: Value,
    pub(crate) writer: Option<String>,
    /// In the form that [`drawing::image_from_strokes`] takes.
    pub(crate) strokes: Vec<Vec<[f32; 2]>>,
}

impl Drawing {
    /// The digit that the label names.
    pub(crate) fn digit(&self) -> Result<u8> {
        let digit = self.label.as_u64().filter(|&digit| digit < 10);
        digit.map(|digit| digit as u8).with_context(|| {
            let found = start(&self.label.to_string());
            format!("found the label {found}, expected a whole number from 0 to 9 (--each takes any number or string)")
        })
    }
}

/// Reads a file; its first character tells the format.
pub(crate) fn read(path: &Path) -> Result<Vec<Drawing>> {
    let text = String::from_utf8(files::read(path)?).map_err(|_| anyhow!("{}: not a text file", path.display()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let parse = if text.trim_start().starts_with('{') { from_json } else { from_csv };
    let rows = (1..).zip(text.lines()).filter(|(_, row)| !row.trim().is_empty());
    let drawings = rows
        .map(|(line, row)| parse(line, row).with_context(|| format!("{} line {line}", path.display())))
        .collect::<Result<Vec<Drawing>>>()?;
    if drawings.is_empty() {
        bail!("{}: found no drawings, expected lines of {JSON_LINE} or {CSV_ROW}", path.display());
    }
    Ok(drawings)
}

/// A JSON line; other keys are ignored.
#[derive(Deserialize)]
struct Line {
    label: Value,
    writer: Option<String>,
    strokes: Vec<Vec<Point>>,
}

#[derive(Deserialize)]
#[serde(try_from = "Vec<f64>")]
struct Point([f64; 2]);

impl TryFrom<Vec<f64>> for Point {
    type Error = String;

    fn try_from(numbers: Vec<f64>) -> Result<Point, String> {
        let found = numbers.len();
        let numbers = <[f64; 2]>::try_from(numbers);
        numbers.map(Point).map_err(|_| format!("coordinates of a point: found {found}, expected 2"))
    }
}

fn from_json(line: usize, text: &str) -> Result<Drawing> {
    if !text.trim_start().starts_with('{') {
        bail!("found '{}', expected {JSON_LINE} as in the file's first line", start(text));
    }
    let Line { label, writer, strokes } = serde_json::from_str(text).map_err(|error| told(&error, text))?;
    if !label.is_string() && !label.is_number() {
        bail!("found the label {}, expected a number or a string", start(&label.to_string()));
    }
    if strokes.is_empty() {
        bail!("found no strokes, expected at least one");
    }
    if let Some(empty) = strokes.iter().position(Vec::is_empty) {
        bail!("found no points in stroke {}, expected at least one", empty + 1);
    }
    let points: usize = strokes.iter().map(Vec::len).sum();
    if points > MAX_POINTS {
        bail!("found {points} points, expected at most {MAX_POINTS}");
    }
    Ok(Drawing { line, label, writer, strokes: on_pad(&strokes) })
}

/// The parser's error in a JSON line, with the column and the text before it.
fn told(error: &serde_json::Error, text: &str) -> anyhow::Error {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&message[..], |(message, _)| message);
    let message: String = message.chars().take(MESSAGE).collect();
    let column = error.column();
    let before: Vec<char> = text.char_indices().take_while(|(at, _)| *at < column).map(|(_, c)| c).collect();
    let before: String = before[before.len().saturating_sub(SHOWN)..].iter().collect();
    anyhow!("{message}, at the end of '{before}' (column {column}); a line is {JSON_LINE}")
}

/// The start of a text, to show in an error.
fn start(text: &str) -> String {
    text.trim_start().chars().take(SHOWN).collect()
}

/// The strokes with the drawing's longer side scaled to 1: a file may hold numbers too large for `f32`.
fn on_pad(strokes: &[Vec<Point>]) -> Vec<Vec<[f32; 2]>> {
    // Halves, because the difference of two numbers may overflow `f64`; that of their halves cannot.
    let ends = |axis: usize| {
        let places = strokes.iter().flatten().map(|point| 0.5 * point.0[axis]);
        places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
    };
    let [(left, right), (top, bottom)] = [ends(0), ends(1)];
    let side = (right - left).max(bottom - top);
    let place = |at: f64, low: f64| if side > 0.0 { ((0.5 * at - low) / side) as f32 } else { 0.0 };
    let stroke = |stroke: &Vec<Point>| stroke.iter().map(|Point([x, y])| [place(*x, left), place(*y, top)]).collect();
    strokes.iter().map(stroke).collect()
}

/// A row of the collection: sixteen coordinates and the digit.
fn from_csv(line: usize, row: &str) -> Result<Drawing> {
    let fields: Vec<&str> = row.split(',').map(str::trim).collect();
    let (coordinates, digit) = match &fields[..] {
        [coordinates @ .., digit] if coordinates.len() == 16 => (coordinates, digit),
        _ => bail!(
            "found '{}' with {} fields, expected 17, {CSV_ROW} (or a file with {JSON_LINE} in every line)",
            start(row),
            fields.len()
        ),
    };
    let mut points = [0.0; 16];
    for (point, field) in points.iter_mut().zip(coordinates) {
        *point = field
            .parse()
            .ok()
            .filter(|x| (0.0..=100.0).contains(x))
            .with_context(|| format!("found '{field}', expected a number from 0 to 100"))?;
    }
    let digit: u8 = digit
        .parse()
        .ok()
        .filter(|&digit| digit < 10)
        .with_context(|| format!("found '{digit}', expected a digit from 0 to 9"))?;
    let strokes = vec![drawing::stroke_from_pen_row(&points)];
    Ok(Drawing { line, label: digit.into(), writer: None, strokes })
}
