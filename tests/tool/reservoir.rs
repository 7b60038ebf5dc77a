//! Proves that `reservoir` compares a network that learns with one that does not.

use crate::support::tool::*;

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
