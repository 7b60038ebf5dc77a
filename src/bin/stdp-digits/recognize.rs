//! `recognize` and `strokes`: one drawing, one answer.

use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use image::{ImageFormat, ImageReader, Limits};
use serde_json::json;
use stdp_digits::drawing::{self, Image, MAX_PICTURE_SIDE};
use stdp_digits::readout::Verdict;
use stdp_digits::rng::Stream;
use stdp_digits::{Network, Readout};

use crate::cli::{Reading, RecognizeArgs, StrokesArgs};
use crate::files;

/// Reads one picture after the other; each gets the same noise, that of the page for the same seed.
pub(crate) fn pictures(args: &RecognizeArgs) -> Result<()> {
    let mut reader = Reader::new(&args.reading)?;
    // All files are opened first: a bad one among many stops before anything is printed.
    let images = args.files.iter().map(|file| picture(file).with_context(|| file.display().to_string()));
    for (file, image) in args.files.iter().zip(images.collect::<Result<Vec<Image>>>()?) {
        let verdict = reader.read(&image)?;
        if args.reading.output.json {
            let line = json!({
                "file": file.to_string_lossy(), "digit": verdict.digit, "votes": verdict.votes,
                "spikes": verdict.spikes, "evidence": verdict.evidence,
            });
            println!("{line}");
        } else {
            let digit = verdict.digit.map_or("?".into(), |digit| digit.to_string());
            println!("{}: {digit}  votes {:?} of {} spikes", file.display(), verdict.votes, verdict.spikes);
        }
    }
    Ok(())
}

/// Reads the pen strokes of a CSV file and counts how many are read rightly.
pub(crate) fn strokes(args: &StrokesArgs) -> Result<()> {
    let mut reader = Reader::new(&args.reading)?;
    let text =
        String::from_utf8(files::read(&args.file)?).map_err(|_| anyhow!("{}: not a text file", args.file.display()))?;
    let (mut read, mut right, mut undecided) = (0u32, 0u32, 0u32);
    for (line, row) in text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        let place = || format!("{} line {}", args.file.display(), line + 1);
        let (points, digit) = pen_row(row).with_context(place)?;
        let image = drawing::image_from_strokes(&[drawing::stroke_from_pen_row(&points)]).with_context(place)?;
        let answer = reader.read(&image)?.digit;
        read += 1;
        right += u32::from(answer == Some(digit));
        undecided += u32::from(answer.is_none());
    }
    if read == 0 {
        bail!("{}: found no rows, expected x1,y1,…,x8,y8,digit", args.file.display());
    }
    let accuracy = f64::from(right) / f64::from(read);
    if args.reading.output.json {
        println!(
            "{}",
            json!({
                "file": args.file.to_string_lossy(), "drawings": read, "right": right, "undecided": undecided,
                "accuracy": accuracy,
            })
        );
    } else {
        println!(
            "{}: {right} of {read} drawings read rightly ({accuracy:.3}), {undecided} undecided",
            args.file.display()
        );
    }
    Ok(())
}

struct Reader {
    network: Network,
    readout: Readout,
}

impl Reader {
    fn new(args: &Reading) -> Result<Reader> {
        let model = files::model(&args.model)?;
        let readout = model.readout().cloned();
        let readout = readout.with_context(|| {
            format!("{}: its cells have no labels yet; run `stdp-digits label` on it first", args.model.model.display())
        })?;
        let mut network = model.network()?;
        network.set_seed(args.seed);
        Ok(Reader { network, readout })
    }

    fn read(&mut self, image: &Image) -> Result<Verdict> {
        Ok(self.readout.verdict(self.network.look(image, Stream::Look, 0)?))
    }
}

/// Decodes a PNG file, on white where it is transparent.
fn picture(path: &Path) -> Result<Image> {
    let bytes = files::read(path)?;
    let mut reader = ImageReader::with_format(Cursor::new(&bytes), ImageFormat::Png);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MAX_PICTURE_SIDE as u32), Some(MAX_PICTURE_SIDE as u32));
    reader.limits(limits);
    let decoded = reader
        .decode()
        .map_err(|error| anyhow!("not a PNG picture of at most {MAX_PICTURE_SIDE} pixels a side ({error})"))?;
    let picture = decoded.to_rgba8();
    let grey: Vec<u8> = picture.pixels().map(|pixel| drawing::grey_on_white(&pixel.0)).collect();
    Ok(drawing::image_from_gray(&grey, picture.width() as usize, picture.height() as usize)?)
}

/// A row of the pen file: sixteen coordinates and the digit.
fn pen_row(row: &str) -> Result<([f32; 16], u8)> {
    let fields: Vec<&str> = row.split(',').map(str::trim).collect();
    let [coordinates @ .., digit] = &fields[..] else { bail!("found an empty row") };
    let mut points = [0.0; 16];
    if coordinates.len() != points.len() {
        bail!("found {} fields, expected 17: x1,y1,…,x8,y8,digit", fields.len());
    }
    for (point, field) in points.iter_mut().zip(coordinates) {
        *point = field
            .parse()
            .ok()
            .filter(|x| (0.0..=100.0).contains(x))
            .with_context(|| format!("found '{field}', expected a number from 0 to 100"))?;
    }
    let digit = digit
        .parse()
        .ok()
        .filter(|&digit| digit < 10)
        .with_context(|| format!("found '{digit}', expected a digit from 0 to 9"))?;
    Ok((points, digit))
}
