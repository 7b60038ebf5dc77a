//! Proves that the tool does what its help says on a hundred digits: trains, labels, evaluates and reads, the same
//! bytes every time, on any number of threads and after an interruption; and that bad input ends in one sentence on
//! standard error, nothing on standard output, and files as they were.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

#[path = "support/mini.rs"]
mod mini;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;

use image::GrayImage;
use serde_json::Value;
use stdp_digits::config::INPUTS;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::Responses;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Model, Readout, Trainer};
use tempfile::TempDir;

const MNIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mini");
const STROKES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pen_strokes.csv");

/// Runs the tool; panics only if it cannot be started.
fn tool<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    assert_cmd::cargo::cargo_bin_cmd!("stdp-digits").args(args).output().expect("the tool starts")
}

/// Standard output of a run that must succeed.
fn output(args: &[&str]) -> String {
    let output = tool(args);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).expect("text")
}

/// The one JSON object on standard output.
fn json(args: &[&str]) -> Value {
    let text = output(args);
    assert_eq!(text.lines().count(), 1, "{args:?}: one line expected, found {text}");
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{args:?}: {error} in {text}"));
    assert!(value.is_object(), "{args:?}: {value}");
    value
}

/// Runs that must fail: one sentence that says all of `parts`, no output.
fn refused(args: &[&str], parts: &[&str]) {
    let output = tool(args);
    let errors = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{args:?}: exit status; {errors}");
    assert!(output.stdout.is_empty(), "{args:?}: prints {}", String::from_utf8_lossy(&output.stdout));
    assert!(errors.starts_with("error: ") && errors.trim_end().lines().count() == 1, "{args:?}: no sentence: {errors}");
    assert!(!errors.contains("panicked"), "{args:?}: {errors}");
    for part in parts {
        assert!(errors.contains(part), "{args:?}: '{}' does not say '{part}'", errors.trim_end());
    }
}

/// A folder to work in, with a labelled model of twelve cells.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn empty() -> Bench {
        Bench { folder: TempDir::new().expect("a folder for temporary files") }
    }

    fn new() -> Bench {
        let bench = Bench::empty();
        output(&bench.train(&bench.path("trained"), 12));
        let (trained, model) = (bench.path("trained"), bench.path("model"));
        output(&["label", "--mnist", MNIST, "--images", "60", "--model", &trained, "--out", &model]);
        bench
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("a name in UTF-8").into()
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.path(name), bytes).expect("a writable folder");
        self.path(name)
    }

    /// A picture as a PNG file.
    fn picture(&self, name: &str, pixels: &[u8], width: usize) -> String {
        let height = pixels.len() / width;
        let picture = GrayImage::from_raw(width as u32, height as u32, pixels.to_vec()).expect("whole rows");
        picture.save(self.path(name)).expect("a writable folder");
        self.path(name)
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<_> = fs::read_dir(self.folder.path())
            .expect("the folder exists")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort();
        files
    }

    fn train<'a>(&self, out: &'a str, neurons: u32) -> Vec<&'a str> {
        let neurons = if neurons == 12 { "12" } else { "7" };
        vec![
            "train",
            "--mnist",
            MNIST,
            "--neurons",
            neurons,
            "--images",
            "60",
            "--passes",
            "2",
            "--seed",
            "3",
            "--out",
            out,
        ]
    }
}

/// A whole number from an object.
fn whole(object: &Value, field: &str) -> u64 {
    object[field].as_u64().unwrap_or_else(|| panic!("{field} of {object} is no whole number"))
}

fn number(object: &Value, field: &str) -> f64 {
    object[field].as_f64().unwrap_or_else(|| panic!("{field} of {object} is no number"))
}

/// The same object without what depends on the clock and the place.
fn timeless(mut object: Value) -> Value {
    for field in ["ms_per_image", "seconds", "out", "model", "file"] {
        object.as_object_mut().expect("an object").remove(field);
    }
    object
}

/// Rows: the digit, columns: the answer, for the test images and the noise of `seed`.
fn confusion_by_hand(model: &Model, seed: u64) -> [[u64; 10]; 10] {
    let digits = mini::digits();
    let mut network = model.network().expect("sound parts");
    network.set_seed(seed);
    let mut confusion = [[0; 10]; 10];
    for image in 0..digits.len() {
        let counts = network.look(digits.image(image), Stream::Look, image as u64).expect("784 pixels");
        if let Some(answer) = model.readout().expect("labels").verdict(counts).digit {
            confusion[usize::from(digits.label(image))][usize::from(answer)] += 1;
        }
    }
    confusion
}

/// Cells of each digit, when the quantized network looks at the training images.
fn labels_by_hand(bench: &Bench) -> Value {
    let unpacked = |name: &str| {
        let mut bytes = Vec::new();
        let packed = fs::read(format!("{MNIST}/train-{name}-ubyte.gz")).expect("the fixture");
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes).expect("a whole file");
        bytes
    };
    let digits = Digits::from_idx(unpacked("images-idx3"), unpacked("labels-idx1")).expect("the fixture is sound");
    let model = Model::from_bytes(&bench.bytes("trained")).expect("a sound file").quantized();
    let mut network = model.network().expect("sound parts");
    let mut responses = Responses::new(12);
    for image in 0..60 {
        let counts = network.look(digits.image(image), Stream::Label, image as u64).expect("784 pixels");
        responses.add(digits.label(image), counts);
    }
    let readout = Readout::fit(&responses);
    let cells = |digit| readout.labels().iter().filter(|&&label| label == Some(digit)).count();
    serde_json::json!((0..10).map(cells).collect::<Vec<usize>>())
}

#[test]
fn train_label_evaluate_recognize_and_strokes_work_from_end_to_end() {
    let bench = Bench::empty();
    let (trained, model) = (bench.path("trained"), bench.path("model"));

    let report = json(&[&bench.train(&trained, 12)[..], &["--json"]].concat());
    assert_eq!(
        (whole(&report, "neurons"), whole(&report, "images"), whole(&report, "passes")),
        (12, 60, 2),
        "{report}"
    );
    assert_eq!(whole(&report, "seed"), 3, "{report}");
    assert!(number(&report, "spikes_per_image") > 0.0 && number(&report, "ms_per_image") > 0.0, "{report}");
    let network = Model::from_bytes(&bench.bytes("trained")).expect("a sound file").network().expect("sound parts");
    assert_eq!(report["digest"], network.digest().hex(), "the digest is that of the file");

    let label = ["label", "--mnist", MNIST, "--images", "60", "--model", &trained, "--out", &model, "--json"];
    let report = json(&label);
    let cells: u64 = report["cells"].as_array().expect("ten counts").iter().filter_map(Value::as_u64).sum();
    assert_eq!((cells + whole(&report, "silent"), whole(&report, "images")), (12, 60), "{report}");
    assert_eq!(report["cells"].as_array().map(Vec::len), Some(10), "{report}");
    assert_eq!(labels_by_hand(&bench), report["cells"], "the same by the library");

    let report = json(&["evaluate", "--mnist", MNIST, "--model", &model, "--neurons", "12", "--json"]);
    assert_eq!((whole(&report, "images"), whole(&report, "neurons")), (40, 12), "{report}");
    let labelled = Model::from_bytes(&bench.bytes("model")).expect("a sound file");
    let by_hand = confusion_by_hand(&labelled, 1);
    assert_eq!(report["confusion"], serde_json::json!(by_hand), "the same by the library");
    let confusion: Vec<Vec<u64>> = serde_json::from_value(report["confusion"].clone()).expect("a 10 × 10 matrix");
    assert!(confusion.len() == 10 && confusion.iter().all(|row| row.len() == 10), "{report}");
    let answered: u64 = confusion.iter().flatten().sum();
    let right: u64 = (0..10).map(|digit| confusion[digit][digit]).sum();
    assert_eq!(answered + whole(&report, "undecided"), 40, "{report}");
    assert!((number(&report, "accuracy") - right as f64 / 40.0).abs() < 1e-12, "{report}");
    assert!(number(&report, "ms_per_image") > 0.0, "{report}");
    assert!(right >= 8, "{right} of 40 right: twice chance is the least after 120 presentations");

    let digits = mini::digits();
    let pictures: Vec<String> = (0..3).map(|k| bench.picture(&format!("{k}.png"), digits.image(k), 28)).collect();
    let args = [
        &["recognize", "--model", &model, "--seed", "5", "--json"],
        &pictures.iter().map(String::as_str).collect::<Vec<_>>()[..],
    ]
    .concat();
    let text = output(&args);
    assert_eq!(text.lines().count(), 3, "a line per file: {text}");
    let model_file = Model::from_bytes(&bench.bytes("model")).expect("a sound file");
    let mut network = model_file.network().expect("sound parts");
    network.set_seed(5);
    for ((line, picture), k) in text.lines().zip(&pictures).zip(0..) {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let verdict = model_file
            .readout()
            .expect("labels")
            .verdict(network.look(digits.image(k), Stream::Look, 0).expect("784 pixels"));
        assert_eq!(line["file"], picture.as_str(), "{line}");
        assert_eq!(line["digit"].as_u64(), verdict.digit.map(u64::from), "{line}, {verdict:?}");
        assert_eq!(line["votes"], serde_json::json!(verdict.votes), "{line}, {verdict:?}");
        assert_eq!(whole(&line, "spikes"), u64::from(verdict.spikes), "{line}, {verdict:?}");
    }

    let report = json(&["strokes", STROKES, "--model", &model, "--json"]);
    assert_eq!(whole(&report, "drawings"), 300, "{report}");
    assert!((number(&report, "accuracy") - whole(&report, "right") as f64 / 300.0).abs() < 1e-12, "{report}");
    assert!(whole(&report, "right") + whole(&report, "undecided") <= 300, "{report}");
}

#[test]
fn without_json_every_command_says_something_to_people() {
    let bench = Bench::new();
    let picture = bench.picture("digit.png", mini::digits().image(0), 28);
    let (model, out) = (bench.path("model"), bench.path("out"));
    for (args, says) in [
        (&bench.train(&out, 12)[..], "12 neurons"),
        (&["label", "--mnist", MNIST, "--images", "60", "--model", &model], "silent"),
        (&["evaluate", "--mnist", MNIST, "--model", &model], "accuracy"),
        (&["recognize", "--model", &model, &picture], "votes"),
        (&["strokes", STROKES, "--model", &model], "of 300"),
    ] {
        let text = output(args);
        assert!(text.contains(says), "{args:?}: '{says}' is not in {text}");
    }
}

#[test]
fn the_same_command_gives_the_same_bytes_on_any_number_of_threads() {
    let bench = Bench::empty();
    let mut reports = Vec::new();
    for threads in ["1", "2", "3"] {
        let (trained, model) = (bench.path(&format!("trained{threads}")), bench.path(&format!("model{threads}")));
        let with = |args: &[&str]| timeless(json(&[args, &["--threads", threads, "--json"]].concat()));
        let train = with(&bench.train(&trained, 12));
        let label = with(&["label", "--mnist", MNIST, "--images", "60", "--model", &trained, "--out", &model]);
        let evaluate = with(&["evaluate", "--mnist", MNIST, "--model", &model]);
        let strokes = with(&["strokes", STROKES, "--model", &model]);
        reports.push((
            bench.bytes(&format!("trained{threads}")),
            bench.bytes(&format!("model{threads}")),
            train,
            label,
            evaluate,
            strokes,
        ));
    }
    for (report, threads) in reports[1..].iter().zip(2..) {
        assert!(report.0 == reports[0].0, "{threads} threads: another trained file than one");
        assert!(report.1 == reports[0].1, "{threads} threads: another labelled file than one");
        assert_eq!(
            (&report.2, &report.3, &report.4, &report.5),
            (&reports[0].2, &reports[0].3, &reports[0].4, &reports[0].5),
            "{threads} threads"
        );
    }
}

#[test]
fn another_seed_gives_another_network() {
    let bench = Bench::empty();
    let (first, second) = (bench.path("first"), bench.path("second"));
    let mut args = bench.train(&first, 12);
    output(&args);
    let seed = args.iter().position(|arg| *arg == "3").expect("the seed");
    args[seed] = "4";
    *args.last_mut().expect("the name of the file") = &second;
    output(&args);
    assert_ne!(bench.bytes("first"), bench.bytes("second"), "seeds 3 and 4");
}

/// MNIST in plain files, the same forty digits for both halves.
fn plain_mnist(bench: &Bench) -> String {
    let folder = bench.path("mnist");
    fs::create_dir(&folder).expect("a writable folder");
    for kind in ["images-idx3-ubyte", "labels-idx1-ubyte"] {
        for set in ["train", "t10k"] {
            fs::copy(format!("{MNIST}/t10k-{kind}"), format!("{folder}/{set}-{kind}")).expect("a writable folder");
        }
    }
    folder
}

#[test]
fn an_interrupted_run_goes_on_to_the_same_bytes() {
    let bench = Bench::empty();
    let mnist = plain_mnist(&bench);
    let train = |out: &str| {
        json(&[
            "train",
            "--mnist",
            &mnist,
            "--neurons",
            "9",
            "--images",
            "40",
            "--passes",
            "2",
            "--seed",
            "6",
            "--out",
            out,
            "--json",
        ])
    };
    train(&bench.path("whole"));
    let digits = mini::digits();
    for stop in [1, 39, 40, 79] {
        let mut trainer = Trainer::new(Config { neurons: 9, ..Config::default() }, 6, 40, 2).expect("a sound run");
        for _ in 0..stop {
            let image = trainer.next_image().expect("not over yet");
            trainer.learn(digits.image(image)).expect("784 pixels");
        }
        let checkpoint = Model::from_network(trainer.network(), 40, 2, trainer.presented());
        bench.write("resumed.partial", &checkpoint.to_bytes().expect("it can be written"));
        train(&bench.path("resumed"));
        assert!(bench.bytes("resumed") == bench.bytes("whole"), "interrupted after {stop} of 80 presentations");
        assert!(!Path::new(&bench.path("resumed.partial")).exists(), "the checkpoint is gone when the run is over");
    }
}

#[test]
fn a_checkpoint_of_another_run_is_refused_and_kept() {
    let bench = Bench::empty();
    let out = bench.path("out");
    let network =
        Trainer::new(Config { neurons: 12, ..Config::default() }, 99, 60, 2).expect("a sound run").into_network();
    let checkpoint = Model::from_network(&network, 60, 2, 5).to_bytes().expect("it can be written");
    bench.write("out.partial", &checkpoint);
    refused(&bench.train(&out, 12), &["out.partial", "another run"]);
    assert_eq!(bench.bytes("out.partial"), checkpoint, "the checkpoint is as it was");
    bench.write("out.partial", &checkpoint[..checkpoint.len() / 2]);
    refused(&bench.train(&out, 12), &["out.partial", "safetensors"]);
    assert!(!Path::new(&out).exists(), "nothing was written");
}

#[test]
fn evaluation_can_be_recorded_without_changing_the_network() {
    let bench = Bench::new();
    let model = bench.path("model");
    let before = Model::from_bytes(&bench.bytes("model")).expect("a sound file");
    let report = json(&["evaluate", "--mnist", MNIST, "--model", &model, "--images", "30", "--record", "--json"]);
    let after = Model::from_bytes(&bench.bytes("model")).expect("a sound file");
    let accuracy = after.origin.accuracy.expect("it is recorded");
    assert_eq!((accuracy.images, accuracy.undecided), (30, whole(&report, "undecided")), "{report}");
    assert!((number(&report, "accuracy") - accuracy.correct as f64 / 30.0).abs() < 1e-12, "{report}");
    assert_eq!(
        (before.weights(), before.theta(), before.readout()),
        (after.weights(), after.theta(), after.readout()),
        "the network"
    );
}

#[test]
fn labelling_over_the_model_twice_is_labelling_once() {
    let bench = Bench::new();
    let model = bench.path("model");
    let before = bench.bytes("model");
    output(&["label", "--mnist", MNIST, "--images", "60", "--model", &model]);
    assert!(bench.bytes("model") == before, "the file moved");
    let exact = bench.path("exact");
    output(&[
        "label",
        "--mnist",
        MNIST,
        "--images",
        "60",
        "--model",
        &bench.path("trained"),
        "--out",
        &exact,
        "--exact",
    ]);
    let (trained, exact) = (bench.bytes("trained"), bench.bytes("exact"));
    let weights = |bytes: &[u8]| Model::from_bytes(bytes).expect("a sound file").weights();
    assert_eq!(weights(&exact), weights(&trained), "--exact keeps every weight");
}

#[test]
fn only_unseen_training_images_can_be_held_out() {
    let bench = Bench::empty();
    let (trained, model) = (bench.path("trained"), bench.path("model"));
    output(&["train", "--mnist", MNIST, "--neurons", "7", "--images", "30", "--passes", "1", "--out", &trained]);
    output(&["label", "--mnist", MNIST, "--images", "45", "--model", &trained, "--out", &model]);
    let report = json(&["evaluate", "--mnist", MNIST, "--model", &model, "--held-out", "15", "--json"]);
    assert_eq!(whole(&report, "images"), 15, "{report}");
    refused(&["evaluate", "--mnist", MNIST, "--model", &model, "--held-out", "16"], &["--held-out", "16", "1 to 15"]);
    refused(&["evaluate", "--mnist", MNIST, "--model", &model, "--held-out", "0"], &["--held-out", "0"]);
}

#[test]
fn a_config_file_counts_and_an_option_counts_more() {
    let bench = Bench::empty();
    let config = bench.write("config.json", br#"{"neurons": 5, "t_present": 100, "inh": {"tau_m": 12.5}}"#);
    let (out, other) = (bench.path("out"), bench.path("other"));
    let common = ["train", "--mnist", MNIST, "--images", "3", "--passes", "1", "--config", &config];
    output(&[&common[..], &["--out", &out]].concat());
    let origin = Model::from_bytes(&bench.bytes("out")).expect("a sound file").origin;
    let mut expected = Config { neurons: 5, t_present: 100.0, ..Config::default() };
    expected.inh.tau_m = 12.5;
    assert_eq!(origin.config, expected, "the file's constants");
    output(&[&common[..], &["--neurons", "6", "--rule", "triplet", "--out", &other]].concat());
    let origin = Model::from_bytes(&bench.bytes("other")).expect("a sound file").origin;
    assert_eq!(origin.config, Config { neurons: 6, ..expected }, "--neurons over the file's");
}

#[test]
fn pictures_are_read_whatever_their_form() {
    let bench = Bench::new();
    let digits = mini::digits();
    let plain = bench.picture("plain.png", digits.image(0), 28);
    let inverted: Vec<u8> = digits.image(0).iter().map(|grey| 255 - grey).collect();
    let inverted = bench.picture("inverted.png", &inverted, 28);
    let rgba = bench.path("rgba.png");
    image::RgbaImage::from_fn(28, 28, |x, y| image::Rgba([0, 0, 0, digits.image(0)[(y * 28 + x) as usize]]))
        .save(&rgba)
        .expect("a writable folder");
    let text = output(&["recognize", "--model", &bench.path("model"), "--json", &plain, &inverted, &rgba]);
    let lines: Vec<Value> = text.lines().map(|line| timeless(serde_json::from_str(line).expect("JSON"))).collect();
    assert_eq!(lines[1], lines[0], "black on white is white on black");
    assert_eq!(lines[2], lines[0], "black ink on nothing is black ink on white paper");
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_unicode_is_no_trouble() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    let bench = Bench::new();
    let odd = bench.folder.path().join(OsStr::from_bytes(b"ink-\xff.png"));
    fs::rename(bench.picture("plain.png", mini::digits().image(0), 28), &odd).expect("a writable folder");
    let args = ["recognize", "--json", "--model", &bench.path("model")].map(OsString::from);
    let output = tool(args.into_iter().chain([odd.into_os_string()]));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let line: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(line["file"].as_str().is_some_and(|file| file.ends_with(".png")), "{line}");
}

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

/// One wrong thing about the data or the options at a time; the model that is already there survives each.
#[test]
fn bad_data_and_options_leave_an_existing_model_as_it_was() {
    let bench = Bench::new();
    let (out, model) = (bench.write("out", b"precious"), bench.path("model"));
    let before = bench.bytes("model");
    let mnist = plain_mnist(&bench);
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
        refused(&[&["train", "--mnist", &mnist, "--out", &out][..], &count, &more].concat(), parts);
        refused(&[&["label", "--mnist", &mnist, "--model", &model][..], &count].concat(), parts);
        refused(&["evaluate", "--mnist", &mnist, "--model", &model, "--held-out", "1", "--json"], parts);
    }
    fs::write(&images, &whole_images).expect("a writable folder");
    fs::write(&labels, &whole_labels).expect("a writable folder");
    // Half of a gzip file, and one that is none.
    let packed = fs::read(format!("{MNIST}/train-images-idx3-ubyte.gz")).expect("the fixture");
    fs::remove_file(&images).expect("it was there");
    for bytes in [&packed[..packed.len() / 2], b"plain text"] {
        fs::write(format!("{images}.gz"), bytes).expect("a writable folder");
        refused(
            &["label", "--mnist", &mnist, "--model", &model, "--images", "10"],
            &["train-images-idx3-ubyte.gz", "gzip"],
        );
    }
    fs::remove_file(format!("{images}.gz")).expect("it was there");
    fs::write(&images, &whole_images).expect("a writable folder");

    let config = |name: &str, text: &[u8]| bench.write(name, text);
    let (unknown, impossible) =
        (config("unknown.json", br#"{"nuerons": 9}"#), config("impossible.json", br#"{"exc": {"tau_m": -1}}"#));
    let (no_json, no_text) = (config("no.json", b"neurons = 9"), config("binary.json", b"\xff\xfe\x00"));
    let typed = config("typed.json", br#"{"theta": {"plus": "much"}}"#);
    let train = ["train", "--mnist", &mnist, "--images", "10", "--passes", "1", "--out", &out, "--json"];
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
        refused(&[&train[..], options].concat(), parts);
    }
    let with = |name: &str, value: &str| {
        let mut args = train.map(String::from);
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
        refused(&["label", "--mnist", &mnist, "--model", &model, "--images", images], &["--images", images, "1 to 40"]);
        refused(
            &["evaluate", "--mnist", &mnist, "--model", &model, "--images", images],
            &["--images", images, "1 to 40"],
        );
    }
    for (name, text, parts) in [
        ("short.csv", &b"1,2,3\n"[..], &["short.csv line 1", "3 fields", "17"][..]),
        ("high.csv", b"\n0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,101,3", &["high.csv line 2", "101", "0 to 100"]),
        ("nan.csv", b"0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NaN,3", &["nan.csv line 1", "NaN"]),
        ("digit.csv", b"0,0,9,9,0,0,0,0,0,0,0,0,0,0,0,50,10", &["digit.csv line 1", "10", "0 to 9"]),
        ("dot.csv", b"5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,3", &["dot.csv line 1", "nothing to see"]),
        ("empty.csv", b"\n", &["empty.csv", "no rows"]),
        ("binary.csv", b"\xff\xfe", &["binary.csv", "text"]),
    ] {
        refused(&["strokes", &bench.write(name, text), "--model", &model, "--json"], parts);
    }

    assert_eq!(bench.bytes("out"), b"precious", "the file at --out");
    assert!(bench.bytes("model") == before, "the model");
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
