//! Proves that `mini` prints what its network learned, the same for people and for programs.

use crate::support::tool::*;

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
