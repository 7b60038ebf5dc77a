//! The description of all constants that the page shows is the one that the library's documentation gives.

use serde_json::Value;

/// If it fails: `stdp-digits schema > www/data/config.schema.json`.
#[test]
fn the_page_has_the_constants_as_the_library_documents_them() {
    let output = assert_cmd::cargo::cargo_bin_cmd!("stdp-digits").arg("schema").output().expect("it runs");
    let printed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let kept: Value = serde_json::from_str(include_str!("../../www/data/config.schema.json")).expect("JSON");
    assert!(printed == kept, "www/data/config.schema.json is not what `stdp-digits schema` prints");
}

#[test]
fn every_constant_has_a_meaning_and_a_default() {
    let schema: Value = serde_json::from_str(include_str!("../../www/data/config.schema.json")).expect("JSON");
    let parts = schema["$defs"].as_object().expect("parts").values();
    for properties in parts.chain([&schema]).filter_map(|part| part["properties"].as_object()) {
        for (name, constant) in properties {
            assert!(constant["description"].as_str().is_some_and(|text| text.len() > 10), "{name} has no meaning");
        }
    }
    for (name, constant) in schema["properties"].as_object().expect("constants") {
        assert!(!constant["default"].is_null(), "{name} has no default");
    }
}
