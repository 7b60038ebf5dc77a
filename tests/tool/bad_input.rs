//! Proves that bad input ends in one sentence on standard error, nothing on standard output, and files as they were.

use std::fs;
use std::path::Path;

use stdp_digits::config::INPUTS;

use crate::support::tool::*;

use crate::support::mini;

/// A PNG file with a header of this size and nothing in it.
fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8], data: &[u8]| {
        png.extend((data.len() as u32).to_be_bytes());
        let body = [kind, data].concat();
        let crc = body.iter().fold(!0u32, |crc, &byte| {
            (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        });
        png.extend(&body);
        png.extend((!crc).to_be_bytes());
    };
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat());
    // An empty zlib stream.
    chunk(b"IDAT", &[0x78, 0x01, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
    chunk(b"IEND", &[]);
    png
}

#[test]
fn a_picture_that_is_none_is_refused_before_anything_is_printed() {
    let bench = Bench::new();
    let model = bench.path("model");
    let good = bench.picture("good.png", mini::digits().image(0), 28);
    let whole = bench.bytes("good.png");
    let cases = [
        ("missing.png", None, "cannot be read"),
        ("empty.png", Some(vec![]), "PNG"),
        ("text.png", Some(b"not a picture".to_vec()), "PNG"),
        ("gif.png", Some(b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()), "PNG"),
        ("cut.png", Some(whole[..whole.len() / 2].to_vec()), "PNG"),
        ("header.png", Some(whole[..20].to_vec()), "PNG"),
        ("huge.png", Some(png_of_size(60_000, 60_000)), "PNG"),
        ("wide.png", Some(png_of_size(u32::MAX / 2, 1)), "PNG"),
        ("hollow.png", Some(png_of_size(28, 28)), "PNG"),
        ("no-pixels.png", Some(png_of_size(0, 0)), "PNG"),
    ];
    for (name, bytes, says) in cases {
        if let Some(bytes) = bytes {
            bench.write(name, &bytes);
        }
        let path = bench.path(name);
        refused(&["recognize", "--model", &model, "--json", &path], &[name, says]);
        refused(&["recognize", "--model", &model, &good, &path], &[name, says]);
    }
    for (name, grey) in [("white.png", 255), ("black.png", 0), ("grey.png", 128)] {
        let path = bench.picture(name, &vec![grey; 100 * 60], 100);
        refused(&["recognize", "--model", &model, "--json", &path], &[name, "nothing to see"]);
    }
    let mut speck = vec![255; INPUTS];
    speck[400] = 0;
    let path = bench.picture("speck.png", &speck, 28);
    refused(&["recognize", "--model", &model, "--json", &path], &["speck.png", "nothing to see"]);
    refused(
        &["recognize", "--model", &model, "--json", bench.folder.path().to_str().expect("UTF-8")],
        &["cannot be read"],
    );
}

#[test]
fn a_model_that_does_not_fit_is_refused() {
    let bench = Bench::new();
    let (model, trained) = (bench.path("model"), bench.path("trained"));
    let picture = bench.picture("good.png", mini::digits().image(0), 28);
    let whole = bench.bytes("model");
    let mut flipped = whole.clone();
    flipped[whole.len() - 700] ^= 4;
    let mut header = whole.clone();
    header[6] ^= 0x40;
    let flipped = bench.write("flipped", &flipped);
    let header = bench.write("header", &header);
    let cut = bench.write("cut", &whole[..whole.len() - 1]);
    let text = bench.write("text", b"this is no model");
    let empty = bench.write("empty", b"");
    for (model, parts) in [
        (&flipped, &["flipped", "damaged"][..]),
        (&header, &["header", "safetensors"]),
        (&cut, &["cut", "safetensors"]),
        (&text, &["text", "safetensors"]),
        (&empty, &["empty", "safetensors"]),
        (&bench.path("missing"), &["missing", "cannot be read"]),
        (&trained, &["trained", "no labels", "stdp-digits label"]),
    ] {
        refused(&["recognize", "--model", model, "--json", &picture], parts);
        refused(&["evaluate", "--mnist", MNIST, "--model", model, "--json"], parts);
        refused(&["evaluate", "--mnist", MNIST, "--model", model, "--json", "--record"], parts);
        refused(&["strokes", STROKES, "--model", model], parts);
        if model != &trained {
            refused(&["label", "--mnist", MNIST, "--images", "60", "--model", model], parts);
        }
    }
    assert!(!Path::new(&bench.path("missing")).exists(), "nothing was written");
    assert_eq!(fs::read(&text).expect("it is there"), b"this is no model", "files are as they were");
    for command in [
        &["recognize", &picture][..],
        &["evaluate", "--mnist", MNIST],
        &["label", "--mnist", MNIST, "--images", "60"],
        &["strokes", STROKES],
    ] {
        let args = [command, &["--model", &model, "--neurons", "1600", "--json"]].concat();
        refused(&args, &["model", "12 neurons", "1600"]);
    }
    assert!(bench.bytes("model") == whole, "the model is as it was");
}

/// A labelled model, a file at `--out` and MNIST in plain files. Whatever is wrong, the first two stay as they were.
struct Existing {
    bench: Bench,
    model: String,
    out: String,
    mnist: String,
    before: Vec<u8>,
}

impl Existing {
    fn new() -> Existing {
        let bench = Bench::new();
        let (model, out, mnist) = (bench.path("model"), bench.write("out", b"precious"), plain_mnist(&bench));
        Existing { before: bench.bytes("model"), bench, model, out, mnist }
    }

    /// Training that would work.
    fn train(&self) -> [&str; 10] {
        ["train", "--mnist", &self.mnist, "--images", "10", "--passes", "1", "--out", &self.out, "--json"]
    }

    fn assert_untouched(&self) {
        let (bench, before) = (&self.bench, &self.before);
        assert_eq!(bench.bytes("out"), b"precious", "the file at --out");
        assert!(bench.bytes("model") == *before, "the model");
        let left: Vec<_> = bench
            .files()
            .into_iter()
            .filter(|file| {
                let name = file.to_string_lossy().into_owned();
                name.ends_with(".new") || name.ends_with(".partial")
            })
            .collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}

#[test]
fn bad_data_leaves_an_existing_model_as_it_was() {
    let existing = Existing::new();
    let Existing { model, out, mnist, .. } = &existing;
    let images = format!("{mnist}/train-images-idx3-ubyte");
    let labels = format!("{mnist}/train-labels-idx1-ubyte");
    let (whole_images, whole_labels) =
        (fs::read(&images).expect("it is there"), fs::read(&labels).expect("it is there"));
    let changed = |bytes: &[u8], place: usize, value: u8| {
        let mut bytes = bytes.to_vec();
        bytes[place] = value;
        Some(bytes)
    };
    let (good_images, good_labels) = (Some(whole_images.clone()), Some(whole_labels.clone()));
    for (images_now, labels_now, parts) in [
        (
            Some(whole_images[..5000].to_vec()),
            good_labels.clone(),
            &["train-images", "image data", "4984", "31360"][..],
        ),
        (Some(vec![]), good_labels.clone(), &["train-images", "0 bytes"]),
        (changed(&whole_images, 3, 1), good_labels.clone(), &["train-images", "magic", "0x00000801", "0x00000803"]),
        (good_images.clone(), changed(&whole_labels, 3, 3), &["train-labels", "magic"]),
        (good_images.clone(), changed(&whole_labels, 12, 11), &["train-labels", "11 at place 4"]),
        (
            good_images.clone(),
            Some([&[0, 0, 8, 1, 0, 0, 0, 39], &whole_labels[8..47]].concat()),
            &["train-labels", "39 labels", "40 images"],
        ),
        (None, good_labels.clone(), &["mnist", "train-images", "--mnist"]),
        (good_images.clone(), None, &["mnist", "train-labels", "--mnist"]),
    ] {
        for (path, now) in [(&images, &images_now), (&labels, &labels_now)] {
            match now {
                Some(bytes) => fs::write(path, bytes).expect("a writable folder"),
                None => fs::remove_file(path).expect("it was there"),
            }
        }
        let (count, more) = (["--images", "10", "--json"], ["--neurons", "4", "--passes", "1"]);
        refused(&[&["train", "--mnist", mnist, "--out", out][..], &count, &more].concat(), parts);
        refused(&[&["label", "--mnist", mnist, "--model", model][..], &count].concat(), parts);
        refused(&["evaluate", "--mnist", mnist, "--model", model, "--held-out", "1", "--json"], parts);
    }
    existing.assert_untouched();
}

#[test]
fn a_gzip_file_that_is_damaged_or_none_leaves_an_existing_model_as_it_was() {
    let existing = Existing::new();
    let Existing { model, mnist, .. } = &existing;
    let images = format!("{mnist}/train-images-idx3-ubyte");
    let packed = fs::read(format!("{MNIST}/train-images-idx3-ubyte.gz")).expect("the fixture");
    fs::remove_file(&images).expect("it was there");
    for bytes in [&packed[..packed.len() / 2], b"plain text"] {
        fs::write(format!("{images}.gz"), bytes).expect("a writable folder");
        refused(
            &["label", "--mnist", mnist, "--model", model, "--images", "10"],
            &["train-images-idx3-ubyte.gz", "gzip"],
        );
    }
    existing.assert_untouched();
}

#[test]
fn a_bad_configuration_leaves_an_existing_model_as_it_was() {
    let existing = Existing::new();
    let bench = &existing.bench;
    let (unknown, impossible) = (
        bench.write("unknown.json", br#"{"nuerons": 9}"#),
        bench.write("impossible.json", br#"{"exc": {"tau_m": -1}}"#),
    );
    let (no_json, no_text) = (bench.write("no.json", b"neurons = 9"), bench.write("binary.json", b"\xff\xfe\x00"));
    let typed = bench.write("typed.json", br#"{"theta": {"plus": "much"}}"#);
    for (options, parts) in [
        (&["--neurons", "0"][..], &["neurons", "0", "1 to 10000"][..]),
        (&["--neurons", "10001"], &["neurons", "10001", "1 to 10000"]),
        (&["--config", &unknown], &["unknown.json", "nuerons", "neurons"]),
        (&["--config", &impossible], &["impossible.json", "exc.tau_m", "-1"]),
        (&["--config", &typed], &["typed.json", "theta.plus", "much", "a number"]),
        (&["--config", &no_json], &["no.json", "JSON"]),
        (&["--config", &no_text], &["binary.json", "text"]),
        (&["--config", &bench.path("absent.json")], &["absent.json", "cannot be read"]),
    ] {
        refused(&[&existing.train()[..], options].concat(), parts);
    }
    existing.assert_untouched();
}

#[test]
fn bad_options_leave_an_existing_model_as_it_was() {
    let existing = Existing::new();
    let Existing { bench, model, mnist, .. } = &existing;
    let with = |name: &str, value: &str| {
        let mut args = existing.train().map(String::from);
        let place = args.iter().position(|arg| arg == name).expect("an option of train");
        args[place + 1] = value.into();
        args
    };
    let missing_folder = bench.path("no/such/folder/out");
    let folder = bench.folder.path().to_str().expect("UTF-8").to_string();
    for (name, value, parts) in [
        ("--images", "0", &["images", "0", "at least 1"][..]),
        ("--images", "41", &["40 training images", "41"]),
        ("--passes", "0", &["passes", "0", "at least 1"]),
        ("--mnist", "/no/such/folder", &["/no/such/folder", "MNIST"]),
        ("--out", &missing_folder, &["no/such/folder"]),
        ("--out", &folder, &["is a folder"]),
    ] {
        let args = with(name, value);
        refused(&args.each_ref().map(String::as_str), parts);
    }
    for images in ["0", "41"] {
        refused(&["label", "--mnist", mnist, "--model", model, "--images", images], &["--images", images, "1 to 40"]);
        refused(
            &["evaluate", "--mnist", mnist, "--model", model, "--images", images],
            &["--images", images, "1 to 40"],
        );
    }
    existing.assert_untouched();
}

#[test]
fn options_that_do_not_exist_are_refused_with_usage() {
    for args in [
        &["train"][..],
        &["train", "--out", "x", "--rule", "hebb"],
        &["train", "--out", "x", "--neurons", "-1"],
        &["train", "--out", "x", "--neurons", "many"],
        &["evaluate", "--threads", "0"],
        &["evaluate", "--held-out", "5", "--images", "5"],
        &["recognize"],
        &["learn"],
        &[],
    ] {
        let output = tool(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
    assert!(output(&["--version"]).contains(env!("CARGO_PKG_VERSION")), "--version");
}
