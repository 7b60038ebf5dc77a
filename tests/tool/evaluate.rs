//! Proves that `evaluate` and `label` measure what they say and leave the network as it was.

use std::fs;

use stdp_digits::Model;
use stdp_digits::readout::SURE;

use crate::support::tool::*;

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
fn all_models_are_compared_with_what_their_headers_say() {
    let bench = Bench::new();
    let models = bench.path("models");
    fs::create_dir(&models).expect("a writable folder");
    let path = format!("{models}/12.safetensors");
    fs::copy(bench.path("model"), &path).expect("a writable folder");
    let all = ["evaluate", "--all", "--mnist", MNIST, "--models", &models];
    let failed = |parts: &[&str]| {
        let output = tool(all);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(parts.iter().all(|part| errors.contains(part)), "{parts:?} in {errors}");
    };
    failed(&["12.safetensors", "has no accuracy", "--record"]);
    output(&["evaluate", "--model", &path, "--mnist", MNIST, "--images", "30", "--record"]);
    assert!(output(&all).contains("12.safetensors"), "a table");
    let one = json(&["evaluate", "--model", &path, "--mnist", MNIST, "--images", "30", "--json"]);
    let row = json(&[&all[..], &["--json"]].concat());
    for field in ["accuracy", "accuracy_best_guess", "undecided", "images"] {
        assert_eq!(row[field], one[field], "{field}: {row}");
    }
    assert_eq!(row["recorded"], one["accuracy"], "{row}");
    let mut model = Model::from_bytes(&fs::read(&path).expect("it is there")).expect("a sound file");
    model.origin.accuracy.as_mut().expect("it is recorded").correct += 1;
    fs::write(&path, model.to_bytes().expect("it can be written")).expect("a writable folder");
    failed(&["12.safetensors", "of 30 test images", "its header says"]);
    refused(&["evaluate", "--all", "--mnist", MNIST, "--models", &bench.path("none")], &["none", "cannot be read"]);
    refused(&["evaluate", "--all", "--mnist", MNIST, "--models", "src"], &["src", "found no model"]);
}
