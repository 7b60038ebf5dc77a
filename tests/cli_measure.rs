//! Proves that the tool tells of a network what is true: how training goes, and whether a header's accuracy is what it reads.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

#[path = "support/tool.rs"]
mod tool;

use std::fs;

use serde_json::Value;
use stdp_digits::Model;

use tool::*;

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

#[test]
fn training_tells_how_it_goes_and_the_model_keeps_it() {
    let bench = Bench::empty();
    let out = bench.path("out");
    let plain = tool(bench.train(&out, 12));
    let errors = String::from_utf8_lossy(&plain.stderr).into_owned();
    assert!(errors.contains("1800 of 1800 learned") && errors.contains("% shown again"), "{errors}");
    let told = tool([&bench.train(&out, 12)[..], &["--json"]].concat());
    let course: Value = serde_json::from_slice(&told.stderr).expect("a line of JSON");
    let report: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert_eq!(course["course"]["spikes_per_image"], report["spikes_per_image"], "{course} {report}");
    assert_eq!(course["course"]["retried"], report["retried"], "{course} {report}");
    let inspected = json(&["inspect", &out, "--json"]);
    assert_eq!(inspected["health"]["retried"], report["retried"], "{inspected}");
    let origin = Model::from_bytes(&bench.bytes("out")).expect("a sound file").origin;
    let training = origin.training.expect("it is kept");
    assert!(
        (report["spikes_per_image"].as_f64().expect("a number") - training.spikes as f64 / 1800.0).abs() < 1e-12,
        "{report}"
    );
    assert!(output(&["inspect", &out]).contains("shown again"), "for people");
    let network = Model::from_bytes(&bench.bytes("out")).expect("a sound file").network().expect("sound parts");
    let before = Model::from_network(&network, 60, 2, 120).to_bytes().expect("it can be written");
    assert!(!String::from_utf8_lossy(&before).contains("training"), "as files were before this was kept");
    let old = json(&["inspect", &bench.write("old", &before), "--json"]);
    assert_eq!((&old["training"], &old["health"]["retried"]), (&Value::Null, &Value::Null), "an older file: {old}");
}
