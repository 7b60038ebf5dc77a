//! Proves that `train` obeys its options, goes on where it was stopped, and tells how it goes.

use std::fs;
use std::path::Path;

use serde_json::Value;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{Config, Model, Preset, Run, Trainer};

use crate::support::mini;
use crate::support::tool::*;

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
        let mut trainer =
            Trainer::new(Config { neurons: 9, ..Config::default() }, Run { seed: 6, images: 40, passes: 2 })
                .expect("a sound run");
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
    let network = Trainer::new(Config { neurons: 12, ..Config::default() }, Run { seed: 99, images: 60, passes: 2 })
        .expect("a sound run")
        .into_network();
    let checkpoint = Model::from_network(&network, Run { seed: network.seed(), images: 60, passes: 2 }, 5)
        .to_bytes()
        .expect("it can be written");
    bench.write("out.partial", &checkpoint);
    refused(&bench.train(&out, 12), &["out.partial", "another run"]);
    assert_eq!(bench.bytes("out.partial"), checkpoint, "the checkpoint is as it was");
    bench.write("out.partial", &checkpoint[..checkpoint.len() / 2]);
    refused(&bench.train(&out, 12), &["out.partial", "safetensors"]);
    assert!(!Path::new(&out).exists(), "nothing was written");
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
    let before = Model::from_network(&network, Run { seed: network.seed(), images: 60, passes: 2 }, 120)
        .to_bytes()
        .expect("it can be written");
    assert!(!String::from_utf8_lossy(&before).contains("training"), "as files were before this was kept");
    let old = json(&["inspect", &bench.write("old", &before), "--json"]);
    assert_eq!((&old["training"], &old["health"]["retried"]), (&Value::Null, &Value::Null), "an older file: {old}");
}
