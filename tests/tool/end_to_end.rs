//! Proves that the tool trains, labels, evaluates and reads a hundred digits, the same bytes on any number of threads.

use std::fs;
use std::io::Read;

use serde_json::Value;
use stdp_digits::mnist::Digits;
use stdp_digits::readout::Responses;
use stdp_digits::rng::Stream;
use stdp_digits::{Model, Readout};

use crate::support::mini;
use crate::support::tool::*;

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
    train(&bench);
    label(&bench);
    evaluate(&bench);
    recognize(&bench);
    read_strokes(&bench);
}

fn train(bench: &Bench) {
    let report = json(&[&bench.train(&bench.path("trained"), 12)[..], &["--json"]].concat());
    assert_eq!(
        (whole(&report, "neurons"), whole(&report, "images"), whole(&report, "passes")),
        (12, 60, 30),
        "{report}"
    );
    assert_eq!(whole(&report, "seed"), 3, "{report}");
    assert!(number(&report, "spikes_per_image") > 0.0 && number(&report, "ms_per_image") > 0.0, "{report}");
    let network = Model::from_bytes(&bench.bytes("trained")).expect("a sound file").network().expect("sound parts");
    assert_eq!(report["digest"], network.digest().hex(), "the digest is that of the file");
}

fn label(bench: &Bench) {
    let (trained, model) = (bench.path("trained"), bench.path("model"));
    let report = json(&["label", "--mnist", MNIST, "--images", "60", "--model", &trained, "--out", &model, "--json"]);
    let cells: u64 = report["cells"].as_array().expect("ten counts").iter().filter_map(Value::as_u64).sum();
    assert_eq!((cells + whole(&report, "silent"), whole(&report, "images")), (12, 60), "{report}");
    assert_eq!(report["cells"].as_array().map(Vec::len), Some(10), "{report}");
    assert_eq!(labels_by_hand(bench), report["cells"], "the same by the library");
}

fn evaluate(bench: &Bench) {
    let report = json(&["evaluate", "--mnist", MNIST, "--model", &bench.path("model"), "--neurons", "12", "--json"]);
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
    assert!(right >= 8, "{right} of 40 right: twice chance is the least after 1,800 presentations");
}

fn recognize(bench: &Bench) {
    let model = bench.path("model");
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
}

fn read_strokes(bench: &Bench) {
    let report = json(&["strokes", STROKES, "--model", &bench.path("model"), "--json"]);
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
