//! `schema`: the JSON Schema of configuration files, made from the documentation of [`Config`] itself.

use anyhow::Result;
use schemars::schema_for;
use serde::Serialize;
use serde_json::{Value, json};
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{Config, Preset};

pub(crate) fn run() -> Result<()> {
    print_line!("{:#}", schema()?);
    Ok(())
}

/// The schema of [`Config`], with a default for every key and none required.
fn schema() -> Result<Value> {
    let mut schema = schema_for!(Config).to_value();
    schema["title"] = json!("stdp-digits configuration: what differs from a preset");
    let defaults = plain(&Config::default())?;
    optional(&mut schema);
    for (name, property) in schema["properties"].as_object_mut().into_iter().flatten() {
        property["default"] = defaults[name].clone();
    }
    schema["properties"]["preset"] = json!({
        "description": "The preset that provides all constants not listed.", "default": Preset::Best.name(),
        "enum": Preset::ALL.map(Preset::name),
    });
    for part in schema["$defs"].as_object_mut().into_iter().flat_map(|parts| parts.values_mut()) {
        optional(part);
    }
    for rule in schema["$defs"]["LearningRule"]["oneOf"].as_array_mut().into_iter().flatten() {
        let kind = rule["properties"]["kind"]["const"].as_str().unwrap_or_default();
        rule["default"] = plain(&LearningRule::of_kind(kind))?;
        // Without its kind, a rule is ambiguous.
        rule["required"] = json!(["kind"]);
    }
    Ok(schema)
}

fn optional(schema: &mut Value) {
    schema.as_object_mut().and_then(|keys| keys.remove("required"));
}

/// Numbers as they are written, converted through text because 0.05 in 32 bits is 0.05000000074505806 in 64.
fn plain(value: &impl Serialize) -> Result<Value> {
    Ok(serde_json::from_str(&serde_json::to_string(value)?)?)
}
