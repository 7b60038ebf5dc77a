//! `recognize`: one picture, one answer.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::Args;
use image::{ImageFormat, ImageReader, Limits};
use serde_json::Value;
use stdp_digits::drawing::{self, Image, MAX_PICTURE_SIDE};

use crate::tool::files;
use crate::tool::reader::{Reader, Reading, answer_fields};

#[derive(Args)]
pub(crate) struct RecognizeArgs {
    /// PNG pictures of one digit each, dark on light or light on dark
    #[arg(required = true, value_name = "FILE.png")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Reads the pictures one by one.
pub(crate) fn run(args: &RecognizeArgs) -> Result<()> {
    let mut reader = Reader::new(&args.reading)?;
    // All files are opened first, so that one bad file fails before anything is printed.
    let images = args.files.iter().map(|file| picture(file).with_context(|| file.display().to_string()));
    for (file, image) in args.files.iter().zip(images.collect::<Result<Vec<Image>>>()?) {
        let verdict = reader.read(&image)?;
        if args.reading.output.json {
            let mut line = answer_fields(&verdict);
            line.insert("file".into(), file.to_string_lossy().into());
            print_line!("{}", Value::Object(line));
        } else {
            let digit = verdict.digit.map_or("?".into(), |digit| digit.to_string());
            print_line!("{}: {digit}  votes {:?} of {} spikes", file.display(), verdict.votes, verdict.spikes);
        }
    }
    Ok(())
}

/// Decodes a PNG file; transparent parts are white.
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
