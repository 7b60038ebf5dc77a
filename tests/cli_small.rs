//! Proves that the commands for a first look print what they have learned, the same for people and for programs.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

#[path = "support/tool.rs"]
mod tool;

use tool::*;

#[test]
fn mini_prints_patterns_fields_and_answers() {
    let text = output(&["mini", "--cells", "6", "--seed", "2"]);
    let report = json(&["mini", "--cells", "6", "--seed", "2", "--json"]);
    for name in ["plus", "cross", "T", "L", "diamond", "bars"] {
        assert!(text.contains(&format!(": {name}")), "no cell for {name} in {text}");
    }
    let (right, looks) = (&report["right"], &report["looks"]);
    assert!(text.contains(&format!("{right} of {looks} further looks")), "{right} of {looks}, but {text}");
    let fields = report["fields"].as_array().expect("a list");
    assert_eq!((fields.len(), fields[0].as_array().map(Vec::len)), (6, Some(25)), "cells and their synapses");
    let other = json(&["mini", "--cells", "6", "--seed", "3", "--json"]);
    assert_ne!(other["digest"], report["digest"], "seeds 2 and 3 learned the same");
    refused(&["mini", "--cells", "0"], &["--cells", "found 0", "1 to 100"]);
    refused(&["mini", "--cells", "101"], &["--cells", "found 101", "1 to 100"]);
}

#[test]
fn reservoir_compares_learning_with_none() {
    let base = ["reservoir", "--mnist", MNIST, "--cells", "4", "--exc", "80", "--inh", "20"];
    let with = |more: &[&'static str]| [&base[..], more].concat();
    let nine = ["--digits=1,0", "--images=9"];
    let report = json(&with(&[nine[0], nine[1], "--json"]));
    assert_eq!(json(&with(&[nine[0], nine[1], "--json"])), report, "the same twice");
    let asked = (&report["digits"], &report["chance"]);
    assert_eq!(asked, (&serde_json::json!([0, 1]), &serde_json::json!(0.5)), "what was asked");
    for which in ["learned", "not_learned"] {
        let accuracy = report[which]["accuracy"].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&accuracy), "{which}: {accuracy}");
        assert_eq!(report[which]["labels"].as_array().map(Vec::len), Some(4), "{which}: a label for each output cell");
    }
    assert_ne!(report["learned"], report["not_learned"], "learning changed nothing");
    assert!(output(&with(&nine)).contains("pair STDP"), "a table for people");
    refused(&with(&["--digits=3,3"]), &["--digits", "two different"]);
    refused(&with(&["--images=0"]), &["--images", "found 0"]);
    refused(&with(&[]), &["--images", "found 2500", "no more of these digits"]);
    refused(&with(&[nine[0], nine[1], "--held-out"]), &["no image of these digits"]);
    refused(&with(&[nine[0], nine[1], "--connectivity=2"]), &["connectivity is 2", "0 to 1"]);
}
