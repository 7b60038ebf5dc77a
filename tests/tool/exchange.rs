//! Proves that a network can be looked into, run on given spikes, and carried from and to NumPy files: what comes back
//! is what went in, and bad input ends in one sentence with all files as they were.

use std::fs;

use serde_json::Value;
use stdp_digits::config::INPUTS;
use stdp_digits::encoding::SpikeTrain;
use stdp_digits::npy::{Array, Dtype};
use stdp_digits::rng::Stream;
use stdp_digits::{Model, Network};
use tempfile::TempDir;

use crate::support::mini;

/// Under which sixty images make cells that speak.
const CONFIG: &str = r#"{"front_end": "pixels", "upright": false, "w_norm": 60, "theta": {"plus": 0.05, "tau": 5e6}}"#;
const MNIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mini");

/// A folder with a trained and labelled model of twelve cells.
struct Bench(TempDir);

impl Bench {
    fn new() -> Bench {
        let bench = Bench(TempDir::new().expect("a folder for temporary files"));
        let (trained, model, config) = (bench.path("trained"), bench.path("model"), bench.write("config.json", CONFIG));
        bench.run(&[
            "train",
            "--config",
            &config,
            "--mnist",
            MNIST,
            "--images",
            "60",
            "--passes",
            "5",
            "--neurons",
            "12",
            "--out",
            &trained,
        ]);
        bench.run(&["label", "--mnist", MNIST, "--images", "60", "--exact", "--model", &trained, "--out", &model]);
        bench
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("a name in UTF-8").into()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn model(&self, name: &str) -> Model {
        Model::from_bytes(&fs::read(self.path(name)).expect("a file")).expect("a model")
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).expect("a writable folder");
        self.path(name)
    }

    /// Standard output of a run that must succeed.
    fn run(&self, args: &[&str]) -> String {
        let output = assert_cmd::cargo::cargo_bin_cmd!("stdp-digits").args(args).output().expect("the tool starts");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// A run that must fail in one sentence that says `part`, and leave the file `untouched` as it is.
    fn refused(&self, args: &[&str], part: &str) {
        let untouched = self.write("untouched", "as it was");
        let args: Vec<&str> = args.iter().map(|&arg| if arg == "OUT" { &untouched[..] } else { arg }).collect();
        let output = assert_cmd::cargo::cargo_bin_cmd!("stdp-digits").args(&args).output().expect("the tool starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {errors}");
        assert!(errors.starts_with("error: ") && errors.trim_end().lines().count() == 1, "{args:?}: {errors}");
        assert!(errors.contains(part), "{args:?}: '{}' does not say '{part}'", errors.trim_end());
        assert_eq!(self.read("untouched"), "as it was", "{args:?}: the output file");
    }
}

#[test]
fn inspect_tells_size_rule_seed_and_health() {
    let bench = Bench::new();
    let report: Value = serde_json::from_str(&bench.run(&["inspect", &bench.path("model"), "--json"])).expect("JSON");
    assert_eq!((&report["neurons"], &report["rule"], &report["seed"]), (&12.into(), &"triplet".into(), &1.into()));
    assert_eq!((&report["presented"], &report["labelled"]), (&300.into(), &60.into()), "{report}");
    let cells: u64 = (0..10).filter_map(|digit| report["health"]["cells"][digit].as_u64()).sum();
    assert_eq!(Some(12 - cells), report["health"]["silent"].as_u64(), "every cell has a digit or is silent: {report}");
    let theta = bench.model("model").theta().iter().map(|&theta| f64::from(theta)).sum::<f64>() / 12.0;
    let found = report["health"]["theta"]["mean"].as_f64().expect("a number");
    assert!((found - theta).abs() < 1e-9, "mean theta {found}, expected {theta}");
    let text = bench.run(&["inspect", &bench.path("trained")]);
    assert!(text.contains("12 neurons") && text.contains("run `stdp-digits label`"), "{text}");
}

#[test]
fn inspect_draws_the_receptive_fields_of_any_number_of_cells() {
    let bench = Bench::new();
    bench.run(&["inspect", &bench.path("model"), "--picture", &bench.path("fields.png")]);
    let picture = image::open(bench.path("fields.png")).expect("a PNG file").to_luma8();
    assert_eq!(picture.dimensions(), (4 * 28, 3 * 28), "twelve cells in four columns and three rows");
    let model = bench.model("model");
    let w = model.weights()[(14 * 28 + 10) * 12 + 5];
    let expected = (w / model.origin.config.w_max * 255.0).clamp(0.0, 255.0).round() as u8;
    assert_eq!(picture.get_pixel(28 + 10, 28 + 14).0, [expected], "cell 5 at row 14, column 10: weight {w}");
}

#[test]
fn inspect_refuses_what_is_no_model() {
    let bench = Bench(TempDir::new().expect("a folder for temporary files"));
    bench.refused(&["inspect", &bench.write("bad", "{}"), "--picture", "OUT"], "not a whole safetensors file");
    bench.refused(&["inspect", &bench.path("none"), "--picture", "OUT"], "cannot be read");
}

/// The spikes that `encode` writes are those that evaluation shows, so `simulate` finds the same answers.
#[test]
fn simulated_spikes_are_those_of_a_look_at_the_same_picture() {
    let bench = Bench::new();
    let digits = mini::digits();
    let mut network = bench.model("model").network().expect("sound parts");
    network.set_monitor(true);
    let (spikes, out) = (bench.path("in.csv"), bench.path("out.csv"));
    let config = bench.path("config.json");
    let mut spoken = 0;
    for image in [0, 3, 7] {
        bench.run(&["encode", "--config", &config, "--mnist", MNIST, "--image", &image.to_string(), "--out", &spikes]);
        bench.run(&["simulate", "--model", &bench.path("model"), "--input-spikes", &spikes, "--out", &out]);
        network.begin(digits.image(image), Stream::Look, image as u64).expect("784 pixels");
        network.advance(700);
        let monitor = network.monitor().expect("it is on");
        let expected: Vec<String> =
            monitor.exc.iter().map(|(t, j)| format!("{},exc,{j}", f64::from(*t) * 0.5)).collect();
        let text = bench.read("out.csv");
        let found: Vec<&str> = text.lines().filter(|line| line.contains(",exc,")).collect();
        spoken += found.len();
        assert_eq!(found, expected, "image {image}");
        assert_eq!(text.lines().filter(|line| line.contains(",inh,")).count(), monitor.inh.len(), "image {image}");
    }
    assert!(spoken > 10, "three pictures and {spoken} spikes: nothing to compare");
}

#[test]
fn simulate_learns_and_writes_what_it_learned() {
    let bench = Bench::new();
    let [model, spikes, out, next] = ["model", "in.csv", "out.csv", "next"].map(|name| bench.path(name));
    let config = bench.path("config.json");
    bench.run(&["encode", "--config", &config, "--mnist", MNIST, "--set", "train", "--image", "3", "--out", &spikes]);
    let args =
        ["simulate", "--model", &model, "--input-spikes", &spikes, "--out", &out, "--learn", "--out-model", &next];
    let first = bench.run(&args);
    let (before, after) = (bench.model("model"), bench.model("next"));
    assert!(first.contains(&after.network().expect("sound").digest().hex()), "{first} tells the digest of the model");
    let risen = before.theta().iter().zip(after.theta()).filter(|(before, after)| after > before).count();
    let fired: std::collections::BTreeSet<String> = bench
        .read("out.csv")
        .lines()
        .filter(|line| line.contains(",exc,"))
        .map(|line| line[line.rfind(',').unwrap_or(0)..].into())
        .collect();
    assert_eq!(risen, fired.len(), "thetas rise in the cells that fired and in no other");
    assert_ne!(before.weights(), after.weights(), "weights after learning");
    assert_eq!(bench.run(&args), first, "a second run");
}

#[test]
fn a_trace_holds_what_was_asked_for_and_follows_the_closed_form() {
    let bench = Bench::new();
    let [model, out, trace] = ["model", "out.csv", "trace.csv"].map(|name| bench.path(name));
    let spikes = bench.write("in.csv", "time_ms,input\n2.0,400\n");
    bench.run(&[
        "simulate",
        "--model",
        &model,
        "--input-spikes",
        &spikes,
        "--out",
        &out,
        "--duration-ms",
        "10",
        "--record",
        "g_e,v",
        "--cells",
        "7,2",
        "--trace",
        &trace,
    ]);
    let text = bench.read("trace.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines[0], lines.len()), ("time_ms,cell,g_e,v", 1 + 20 * 2), "header and length: {text}");
    assert_eq!(lines[1], "0,7,0,-65", "at rest before the spike");
    let w = f64::from(bench.model("model").weights()[400 * 12 + 7]);
    let g_e: f64 = lines[1 + 2 * 5].split(',').nth(2).and_then(|g| g.parse().ok()).expect("a number");
    // The spike of step 4 decays in steps 4 and 5.
    let expected = w * (-1.0f64).exp();
    assert!((g_e - expected).abs() < 1e-6, "{}: expected {expected}", lines[11]);
}

#[test]
fn simulate_and_encode_refuse_bad_input() {
    let bench = Bench::new();
    let model = bench.path("model");
    for (text, part) in [
        ("", "expected the header time_ms,input"),
        ("time,input\n", "expected the header time_ms,input"),
        ("time_ms,input\n1.0\n", "line 2: found '1.0'"),
        ("time_ms,input\n\n-1,3\n", "line 3: found time '-1'"),
        ("time_ms,input\nNaN,3\n", "found time 'NaN'"),
        ("time_ms,input\n350,3\n", "from 0 to below 350"),
        ("time_ms,input\n1,784\n", "an input from 0 to 783"),
        ("time_ms,input\n1,3\n1.2,3\n", "input 3 spikes twice in step 2"),
    ] {
        let spikes = bench.write("bad.csv", text);
        bench.refused(&["simulate", "--model", &model, "--input-spikes", &spikes, "--out", "OUT"], part);
    }
    let spikes = bench.write("good.csv", "time_ms,input\n1,3\n");
    let args = ["simulate", "--model", &model, "--input-spikes", &spikes, "--out", "OUT"];
    bench.refused(&[&args[..], &["--cells", "12", "--trace", "OUT"]].concat(), "cells 0 to 11");
    bench.refused(&[&args[..], &["--duration-ms", "0.1"]].concat(), "0.5 (one step)");
    bench.refused(&["encode", "--mnist", MNIST, "--image", "40", "--out", "OUT"], "expected 0 to 39");
}

#[test]
fn what_is_exported_is_imported_again_bit_for_bit() {
    let bench = Bench::new();
    let [model, weights, theta, labels, again] =
        ["model", "w.npy", "theta.npy", "labels.npy", "again"].map(|name| bench.path(name));
    bench.run(&["export", "--model", &model, "--weights", &weights, "--theta", &theta, "--labels", &labels]);
    bench.run(&["import", "--weights", &weights, "--theta", &theta, "--labels", &labels, "--out", &again]);
    let (model, again) = (bench.model("model"), bench.model("again"));
    assert_eq!(model.weights(), again.weights(), "weights");
    assert_eq!(model.theta(), again.theta(), "thetas");
    let labels = |model: &Model| model.readout().map(|readout| readout.labels().to_vec());
    assert_eq!(labels(&model), labels(&again), "labels");
    assert_eq!(again.origin.config.w_norm, 78.0, "the constants of the published code");
    let exported = Array::from_bytes(&fs::read(&theta).expect("a file")).expect("an array");
    assert!(exported.values.iter().all(|&volts| volts < 0.1), "thetas in volts: {:?}", exported.values);
}

#[test]
fn import_refuses_arrays_that_are_no_network() {
    let bench = Bench(TempDir::new().expect("a folder for temporary files"));
    let file = |name, shape: &[usize], value: f64| {
        let values = vec![value; shape.iter().product()];
        bench.write(name, Array { shape: shape.to_vec(), values }.to_bytes(Dtype::F64))
    };
    let (good, theta) = (file("good.npy", &[INPUTS, 2], 0.1), file("theta.npy", &[2], 0.02));
    let fortran = fs::read(&good).expect("a file");
    let fortran: Vec<u8> = String::from_utf8_lossy(&fortran[10..128]).replace("False, ", "True,  ").into_bytes();
    let fortran =
        bench.write("fortran.npy", [&fs::read(&good).expect("a file")[..10], &fortran, &[0; INPUTS * 16]].concat());
    for (weights, part) in [
        (file("w.npy", &[INPUTS, 5], 0.1), "shape [784, 5]"),
        (file("nan.npy", &[INPUTS, 2], f64::NAN), "weight of NaN"),
        (file("minus.npy", &[INPUTS * 2], -1.0), "weight of -1"),
        (file("large.npy", &[INPUTS * 2], 11.0), "numbers from 0 to 10"),
        (bench.write("text.npy", "0.1,0.2"), "found no NumPy file"),
        (fortran, "Fortran order"),
    ] {
        bench.refused(&["import", "--weights", &weights, "--theta", &theta, "--out", "OUT"], part);
    }
    for (theta, part) in
        [(file("t.npy", &[2, 2], 20.0), "theta of shape [2, 2]"), (file("t1.npy", &[2], 1e6), "a theta of 1000000")]
    {
        bench.refused(&["import", "--weights", &good, "--theta", &theta, "--out", "OUT"], part);
    }
    let labels = file("labels.npy", &[2], 12.0);
    bench.refused(&["import", "--weights", &good, "--theta", &theta, "--labels", &labels, "--out", "OUT"], "label 12");
    bench.run(&["import", "--weights", &good, "--theta", &theta, "--out", &bench.path("model")]);
    bench.refused(&["export", "--model", &bench.path("model"), "--labels", "OUT"], "no labels yet");
    bench.refused(&["export", "--model", &bench.path("model")], "name at least one file");
}

#[test]
fn given_spikes_are_one_look_without_retry_or_rest() {
    let mut network = Network::new(mini::config(5), 1).expect("a sound configuration");
    network.set_learning(false);
    network.begin_with(SpikeTrain::from_spikes(30, &[(3, 400)]).expect("sound spikes")).expect("30 steps");
    assert_eq!(network.advance(u32::MAX), 30, "one spike excites nobody, and yet there is no second look");
    network.set_learning(true);
    network.begin_with(SpikeTrain::from_spikes(30, &[]).expect("sound spikes")).expect("30 steps");
    assert_eq!(network.advance(u32::MAX), 30, "no rest after learning either");
    let expected = 20.0 * (-15.0f64 / 1e7).exp() as f32;
    assert!(network.theta().iter().all(|&theta| theta == expected), "15 ms of decay: {:?}", network.theta());
    assert!(network.begin_with(SpikeTrain::default()).is_err(), "a train without steps");
}
