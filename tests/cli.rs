//! Proves that the tool does what its help says on a hundred digits: trains, labels, evaluates and reads, the same
//! bytes every time, on any number of threads and after an interruption.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

#[path = "support/mini.rs"]
mod mini;
#[path = "support/tool.rs"]
mod tool;

use std::fs;
use std::io::Read;
use std::path::Path;

use serde_json::Value;
use stdp_digits::mnist::Digits;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::readout::{Responses, SURE};
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Model, Preset, Readout, Trainer};

use tool::*;

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
        (12, 60, 30),
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
    assert!(right >= 8, "{right} of 40 right: twice chance is the least after 1,800 presentations");

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
        bench.write("resumed.partial", &trainer.model().to_bytes().expect("it can be written"));
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
    let accuracy = after.origin.accuracy.clone().expect("it is recorded");
    assert_eq!((accuracy.images, accuracy.undecided), (30, whole(&report, "undecided")), "{report}");
    assert!((number(&report, "accuracy") - accuracy.correct as f64 / 30.0).abs() < 1e-12, "{report}");
    assert_eq!(report["thresholds"], serde_json::json!(accuracy.thresholds), "the table of thresholds");
    let usual = accuracy.thresholds.iter().find(|at| at.threshold == SURE).expect("the usual threshold is among them");
    let found = (usual.correct, 30 - usual.answered);
    assert_eq!(found, (accuracy.correct, accuracy.undecided), "at the usual threshold: {report}");
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

#[test]
fn rules_and_presets_by_name_reach_the_model() {
    let bench = Bench::empty();
    let out = bench.path("model");
    let small = bench.write("small.json", br#"{"neurons": 5, "t_present": 100}"#);
    let own = bench.write("own.json", br#"{"preset": "published-code", "neurons": 5, "rule": {"nu_post": 0.5}}"#);
    let trained = |options: &[&str]| {
        let common = ["train", "--mnist", MNIST, "--images", "3", "--passes", "1", "--out", &out];
        output(&[&common, options].concat());
        Model::from_bytes(&fs::read(&out).expect("written")).expect("a sound model").origin.config
    };
    let small_of = |preset: Preset| Config { neurons: 5, t_present: 100.0, ..preset.config() };
    for kind in LearningRule::KINDS {
        let rule = LearningRule::of_kind(kind).expect("a known kind");
        let expected = Config { rule, ..small_of(Preset::Best) };
        assert_eq!(trained(&["--rule", kind, "--config", &small]), expected, "--rule {kind}");
    }
    for preset in Preset::ALL {
        let found = trained(&["--preset", preset.name(), "--config", &small]);
        assert_eq!(found, small_of(preset), "--preset {}", preset.name());
    }
    let from_file = trained(&["--config", &own]);
    let expected = Config::from_json_over(r#"{"neurons": 5, "rule": {"nu_post": 0.5}}"#, Some(Preset::PublishedCode));
    assert_eq!(Ok(&from_file), expected.as_ref(), "the preset that the file names");
    assert_eq!(trained(&["--config", &own, "--rule", "triplet"]), from_file, "the rule that it has anyway");
    let train = ["train", "--mnist", MNIST, "--out", &out];
    let contradiction = [&train[..], &["--config", &own, "--preset", "paper"]].concat();
    refused(&contradiction, &["own.json", "published-code", "paper"]);
    let unknown = tool([&train[..], &["--preset", "nature"]].concat());
    let errors = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(!unknown.status.success() && errors.contains("published-code"), "an unknown preset: {errors}");
}
