//! A configuration from JSON: differences from a preset, or stored completely.

use serde_json::Value;

use super::{Config, Refractory};
use crate::error::{Error, TextFault};
use crate::front_end::FrontEnd;
use crate::presets::Preset;
use crate::rule::LearningRule;

impl Config {
    /// Reads a configuration from JSON that holds only the differences from a preset: the one named by its key
    /// `preset`, or the default, [`Preset::Best`].
    ///
    /// ```
    /// use stdp_digits::Config;
    ///
    /// let config = Config::from_json(r#"{"neurons": 100, "t_present": 250}"#)?;
    /// assert_eq!((config.neurons, config.t_present), (100, 250.0));
    /// let error = Config::from_json(r#"{"dt": -1}"#).unwrap_err();
    /// assert_eq!((error.field(), error.found().as_str()), (Some("dt"), "-1"));
    /// # Ok::<(), stdp_digits::Error>(())
    /// ```
    ///
    /// # Errors
    /// Text that is not JSON, an unknown key, a wrong type, or a value that [`Config::validate`] refuses.
    pub fn from_json(text: &str) -> Result<Config, Error> {
        Config::from_json_over(text, None)
    }

    /// The same with the preset given, if any; the text must not contradict it.
    ///
    /// # Errors
    /// Those of [`Config::from_json`], and a text that names another preset.
    pub fn from_json_over(text: &str, preset: Option<Preset>) -> Result<Config, Error> {
        let mut changes: Value = serde_json::from_str(text)
            .map_err(|error| Error::ConfigText(TextFault::NotJson, format!("not JSON: {error}")))?;
        let Some(keys) = changes.as_object_mut() else {
            let found = shown(&changes);
            return Err(Error::ConfigText(
                TextFault::NotObject,
                format!("found {found}, expected an object like {{\"neurons\": 100}}"),
            ));
        };
        let named = keys.remove("preset").map(|name| Preset::from_value(&name)).transpose()?;
        if let (Some(asked), Some(named)) = (preset, named)
            && asked != named
        {
            let (found, expected) = (named.name().into(), format!("{}, the preset asked for", asked.name()));
            return Err(Error::Config { name: "preset".into(), found, expected });
        }
        let preset = named.or(preset).unwrap_or_default();
        let usual = preset.config();
        let front_end = keys.get("front_end").map(FrontEnd::from_value).transpose()?.unwrap_or(usual.front_end);
        // A wrong number of cells is reported below, with everything else that does not fit.
        let neurons = keys.get("neurons").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        let config = preset.config_for(front_end, neurons.unwrap_or(usual.neurons)).with(changes)?;
        config.validate()?;
        Ok(config)
    }

    /// A complete configuration, as in a model's header. Older files lack newer fields; each of these gets the value
    /// that reproduces the program's behaviour before the field existed.
    ///
    /// # Errors
    /// An unknown key or a wrong type. Values are not checked, see [`Config::validate`].
    pub fn from_stored(stored: Value) -> Result<Config, Error> {
        let mut before = Config {
            front_end: FrontEnd::Pixels,
            delay_max: 0.0,
            refractory: Refractory::Lockout,
            normalize: true,
            additive_traces: false,
            ..Config::default()
        };
        (before.theta.adaptive, before.theta.scale_with_n) = (true, false);
        before.with(stored)
    }

    /// This configuration with the given differences applied.
    fn with(&self, changes: Value) -> Result<Config, Error> {
        let mut value =
            serde_json::to_value(self).map_err(|error| Error::ConfigText(TextFault::Value, error.to_string()))?;
        overlay(&mut value, changes, "")?;
        serde_json::from_value(value).map_err(|error| Error::ConfigText(TextFault::Value, error.to_string()))
    }
}

/// Applies `changes` to `value`: objects key by key, everything else as a whole. A rule of another kind starts from the
/// defaults of that kind, because its constants mean something else. `path` locates the value in errors.
fn overlay(value: &mut Value, changes: Value, path: &str) -> Result<(), Error> {
    let wrong =
        |found: String, expected: &str| Err(Error::Config { name: path.into(), found, expected: expected.into() });
    match (value, changes) {
        (Value::Object(old), Value::Object(new)) => {
            if let Some(kind) = new.get("kind").filter(|&kind| old.get("kind").is_some_and(|old| old != kind)) {
                let rule = kind.as_str().and_then(LearningRule::of_kind).map(serde_json::to_value);
                let Some(Ok(Value::Object(rule))) = rule else {
                    let expected = format!("one of {}", LearningRule::KINDS.join(", "));
                    return Err(Error::Config { name: format!("{path}.kind"), found: shown(kind), expected });
                };
                *old = rule;
            }
            for (key, change) in new {
                let name = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let known = old.keys().cloned().collect::<Vec<_>>().join(", ");
                let Some(old) = old.get_mut(&key) else {
                    return Err(Error::Config { name, found: "unknown".into(), expected: format!("one of {known}") });
                };
                overlay(old, change, &name)?;
            }
        }
        (Value::Object(_), new) => return wrong(shown(&new), "an object"),
        (old, new) if old.is_u64() && new.as_u64().is_none_or(|n| n > u64::from(u32::MAX)) => {
            return wrong(shown(&new), "a whole number from 0 to 4294967295");
        }
        (old, new) if old.is_number() && !new.is_number() => return wrong(shown(&new), "a number"),
        (old, new) if old.is_boolean() && !new.is_boolean() => return wrong(shown(&new), "true or false"),
        (old, new) => *old = new,
    }
    Ok(())
}

/// A value as shown in an error.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.as_f64().unwrap_or(f64::NAN).to_string(),
        Value::String(text) => format!("\"{text}\""),
        Value::Array(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Object(_) => "an object".into(),
    }
}
