//! `strokes`: how many drawings of a file are read correctly, by digit and by writer, or the answer to each.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};
use stdp_digits::drawing::{self, Image};
use stdp_digits::readout::{CLASSES, Verdict};

use crate::tool::drawings::{self, Drawing};
use crate::tool::reader::{Reader, Reading, answer_fields};

#[derive(Args)]
pub(crate) struct StrokesArgs {
    /// JSON lines, one drawing each: {"label":5,"writer":"ann","strokes":[[[x,y],…],…]}. Each stroke runs from pen down
    /// to pen up; x goes right, y down, on any scale; the writer is optional. Or CSV rows x1,y1,…,x8,y8,digit (0…100, y
    /// up)
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Read each drawing with K noises (seed, seed + 1, …) and report the mean, lowest and highest accuracy; counts of
    /// right and undecided readings are sums over the seeds
    #[arg(long, value_name = "K", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub(crate) seeds: u64,
    /// Print only the answer to each drawing, as a line of JSON; a label may then be any string or number
    #[arg(long, conflicts_with = "seeds")]
    pub(crate) each: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Writers shown in the text table: those with the lowest accuracy.
const WRITERS_SHOWN: usize = 10;

pub(crate) fn run(args: &StrokesArgs) -> Result<()> {
    let mut reader = Reader::new(&args.reading)?;
    let drawings = drawings::read(&args.file)?;
    // Every line is checked before anything is printed.
    let place = |drawing: &Drawing| format!("{} line {}", args.file.display(), drawing.line);
    let shown = |drawing: &Drawing| Shown::new(&drawing.strokes).with_context(|| place(drawing));
    let shown = drawings.iter().map(shown).collect::<Result<Vec<Shown>>>()?;
    if args.each {
        return each(&mut reader, &drawings, &shown);
    }
    let digit = |drawing: &Drawing| drawing.digit().with_context(|| place(drawing));
    let digits = drawings.iter().map(digit).collect::<Result<Vec<u8>>>()?;
    let mut report = Report::default();
    for seed in (0..args.seeds).map(|further| args.reading.seed.wrapping_add(further)) {
        reader.set_seed(seed);
        report.seeds.push((seed, Tally::default()));
        for ((drawing, shown), &digit) in drawings.iter().zip(&shown).zip(&digits) {
            report.add(digit, drawing.writer.as_deref(), shown.read(&mut reader)?.digit);
        }
    }
    let file = args.file.to_string_lossy();
    if args.reading.output.json {
        print_line!("{}", report.json(&file));
    } else {
        print_line!("{}", report.text(&file).trim_end());
    }
    Ok(())
}

/// What is read of a drawing.
struct Shown {
    image: Image,
    pieces: usize,
}

impl Shown {
    fn new(strokes: &[Vec<[f32; 2]>]) -> Result<Shown> {
        Ok(Shown { image: drawing::image_from_strokes(strokes)?, pieces: drawing::pieces(strokes)? })
    }

    fn read(&self, reader: &mut Reader) -> Result<Verdict> {
        Ok(reader.read(&self.image)?.with_pieces(self.pieces))
    }
}

fn each(reader: &mut Reader, drawings: &[Drawing], shown: &[Shown]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for (drawing, shown) in drawings.iter().zip(shown) {
        let mut fields = answer_fields(&shown.read(reader)?);
        fields.insert("line".into(), drawing.line.into());
        fields.insert("label".into(), drawing.label.clone());
        writeln!(out, "{}", Value::Object(fields)).context("standard output: cannot be written")?;
    }
    Ok(())
}

/// Readings of some of the drawings; each drawing is read once for each seed.
#[derive(Clone, Copy, Default)]
struct Tally {
    readings: u64,
    right: u64,
    undecided: u64,
}

impl Tally {
    fn add(&mut self, digit: u8, answer: Option<u8>) {
        self.readings += 1;
        self.right += u64::from(answer == Some(digit));
        self.undecided += u64::from(answer.is_none());
    }

    fn accuracy(self) -> Option<f64> {
        (self.readings > 0).then(|| self.right as f64 / self.readings as f64)
    }
}

/// The results of all readings.
#[derive(Default)]
struct Report {
    seeds: Vec<(u64, Tally)>,
    digits: [Tally; CLASSES],
    writers: BTreeMap<String, Tally>,
    /// Rows: the digit, columns: the answer, undecided readings left out.
    confusion: [[u64; CLASSES]; CLASSES],
}

impl Report {
    /// Counts a reading for the last seed.
    fn add(&mut self, digit: u8, writer: Option<&str>, answer: Option<u8>) {
        let row = usize::from(digit);
        let writer = writer.map(|writer| self.writers.entry(writer.into()).or_default());
        let seed = self.seeds.last_mut().map(|(_, tally)| tally);
        for tally in [&mut self.digits[row]].into_iter().chain(writer).chain(seed) {
            tally.add(digit, answer);
        }
        if let Some(answer) = answer {
            self.confusion[row][usize::from(answer)] += 1;
        }
    }

    fn all(&self) -> Tally {
        self.digits.iter().fold(Tally::default(), |all, tally| Tally {
            readings: all.readings + tally.readings,
            right: all.right + tally.right,
            undecided: all.undecided + tally.undecided,
        })
    }

    fn drawings(&self, tally: Tally) -> u64 {
        tally.readings / self.seeds.len().max(1) as u64
    }

    /// Worst first, ties by name.
    fn worst_writers(&self) -> Vec<(&str, Tally)> {
        let mut writers: Vec<_> = self.writers.iter().map(|(writer, &tally)| (&writer[..], tally)).collect();
        writers.sort_by(|(_, a), (_, b)| (a.right * b.readings).cmp(&(b.right * a.readings)));
        writers
    }

    /// The lowest and highest accuracy of any seed.
    fn range(&self) -> (Option<f64>, Option<f64>) {
        let mut accuracies: Vec<f64> = self.seeds.iter().filter_map(|(_, tally)| tally.accuracy()).collect();
        accuracies.sort_by(f64::total_cmp);
        (accuracies.first().copied(), accuracies.last().copied())
    }

    fn json(&self, file: &str) -> Value {
        let (all, (least, largest)) = (self.all(), self.range());
        let row = |name: &str, of: Value, tally: Tally| {
            json!({
                name: of, "drawings": self.drawings(tally), "right": tally.right, "accuracy": tally.accuracy(),
            })
        };
        let digits = self.digits.iter().enumerate().map(|(digit, &tally)| row("digit", digit.into(), tally));
        let writers = self.worst_writers().into_iter().map(|(writer, tally)| row("writer", writer.into(), tally));
        let seeds = self
            .seeds
            .iter()
            .map(|(seed, tally)| json!({ "seed": seed, "accuracy": tally.accuracy(), "undecided": tally.undecided }));
        json!({
            "file": file, "drawings": self.drawings(all), "digits": self.drawings(all), "right": all.right,
            "undecided": all.undecided, "accuracy": all.accuracy(), "accuracy_least": least,
            "accuracy_largest": largest, "by_digit": digits.collect::<Value>(),
            "by_writer": writers.collect::<Value>(), "confusion": self.confusion, "seeds": seeds.collect::<Value>(),
        })
    }

    fn text(&self, file: &str) -> String {
        let all = self.all();
        let share = |accuracy: Option<f64>| accuracy.map_or("-".into(), |accuracy| format!("{accuracy:.3}"));
        let row = |name: &str, tally: Tally| {
            format!("{name:<20} {:8} {:>9}\n", self.drawings(tally), share(tally.accuracy()))
        };
        let mut text = format!("{file}: {} of {} ", all.right, all.readings);
        let (accuracy, undecided) = (share(all.accuracy()), all.undecided);
        text += &match (self.seeds.len(), self.range()) {
            (1, _) => format!("drawings read correctly ({accuracy}), {undecided} undecided\n"),
            (seeds, (least, largest)) => format!(
                "readings right ({accuracy} over {seeds} seeds, {} to {}), {undecided} undecided\n",
                share(least),
                share(largest)
            ),
        };
        text += "\ndigit                drawings  accuracy\n";
        for (digit, &tally) in self.digits.iter().enumerate() {
            text += &row(&digit.to_string(), tally);
        }
        let writers = self.worst_writers();
        if !writers.is_empty() {
            text += "\nwriter               drawings  accuracy\n";
        }
        for (writer, tally) in writers.iter().take(WRITERS_SHOWN) {
            text += &row(writer, *tally);
        }
        if let Some(more) = writers.len().checked_sub(WRITERS_SHOWN).filter(|&more| more > 0) {
            text += &format!("and {more} more\n");
        }
        text += "\nrows: the digit, columns: the answer\n";
        for (digit, row) in self.confusion.iter().enumerate() {
            text += &format!("{digit} |{}\n", row.iter().map(|count| format!("{count:6}")).collect::<String>());
        }
        text
    }
}
