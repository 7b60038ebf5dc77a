//! Presets, configuration files that say how they differ from one, and models made before there were such options.

use std::collections::HashMap;

use safetensors::SafeTensors;
use safetensors::tensor::TensorView;
use stdp_digits::config::Refractory;
use stdp_digits::digest::Digest;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Error, FrontEnd, Model, Network, Preset, Run};

/// Fields that configurations of the first version had not.
const LATER: [&str; 5] = [
    "\"front_end\":\"pixels\",",
    "\"delay_max\":0.0,",
    "\"refractory\":\"lockout\",",
    "\"normalize\":true,",
    "\"additive_traces\":false,",
];
const LATER_THETA: &str = ",\"adaptive\":true,\"scale_with_n\":false";

#[test]
fn every_preset_is_sound_has_a_name_and_survives_json() {
    for preset in Preset::ALL {
        let config = preset.config();
        assert_eq!(config.validate(), Ok(()), "{preset:?}");
        assert_eq!(Preset::of_name(preset.name()), Ok(preset), "its name");
        let text = serde_json::to_string(&config).expect("numbers");
        assert_eq!(Config::from_json(&text), Ok(config.clone()), "{preset:?} over the default");
        let named = format!(r#"{{"preset": "{}"}}"#, preset.name());
        assert_eq!(Config::from_json(&named), Ok(config.clone()), "{named}");
        assert_eq!(Config::from_json_over("{}", Some(preset)), Ok(config.clone()), "{preset:?} asked for");
        assert_eq!(Config::from_json_over(&named, Some(preset)), Ok(config), "{preset:?} twice");
    }
    assert_eq!(Preset::default().config(), Config::default(), "the default preset is the default configuration");
}

#[test]
fn presets_have_what_their_sources_say() {
    let (code, paper) = (Preset::PublishedCode.config(), Preset::Paper.config());
    assert_eq!((code.w_inh_exc, paper.w_inh_exc), (17.0, 10.0), "inhibition");
    assert_eq!((code.delay_max, code.w_norm, code.theta.tau, code.nu_final), (10.0, 78.0, 1e7, 1.0), "code");
    assert_eq!((code.additive_traces, paper.additive_traces), (false, true), "traces");
    assert_eq!((code.rule.kind(), paper.rule.kind()), ("triplet", "power_law"), "rules");
    let LearningRule::Triplet { nu_pre, nu_post, tau_x_post2, .. } = code.rule else { panic!("the code's rule") };
    assert_eq!((nu_pre, nu_post, tau_x_post2), (1e-4, 0.01, 40.0), "code's rates");
}

#[test]
fn a_file_says_only_how_it_differs_from_its_preset() {
    let found = Config::from_json(r#"{"preset": "published-code", "neurons": 100, "rule": {"nu_post": 0.02}}"#);
    let mut expected = Config { neurons: 100, ..Preset::PublishedCode.config() };
    let LearningRule::Triplet { nu_post, .. } = &mut expected.rule else { panic!("the code's rule") };
    *nu_post = 0.02;
    assert_eq!(found, Ok(expected), "two differences from the code");
}

#[test]
fn a_rule_of_another_kind_starts_from_its_own_defaults() {
    for kind in LearningRule::KINDS {
        let found = Config::from_json(&format!(r#"{{"rule": {{"kind": "{kind}", "nu_post": 0.123}}}}"#));
        let rule = found.as_ref().map(|config| serde_json::to_value(config.rule).expect("numbers"));
        let mut expected = serde_json::to_value(LearningRule::of_kind(kind).expect("a known kind")).expect("numbers");
        expected["nu_post"] = serde_json::to_value(0.123f32).expect("a number");
        assert_eq!(rule, Ok(expected), "{kind}");
        assert_eq!(found.map(|config| config.rule.kind()), Ok(kind), "its name");
    }
    assert_eq!(LearningRule::of_kind("hebb"), None, "an unknown kind");
}

#[test]
fn a_rule_reads_as_it_was_written() {
    let read = |text: &str| serde_json::from_str::<LearningRule>(text).map_err(|error| error.to_string());
    for kind in LearningRule::KINDS {
        let mut value = serde_json::to_value(LearningRule::of_kind(kind).expect("a known kind")).expect("numbers");
        let written = value.as_object_mut().expect("an object");
        // Each constant gets a value of its own, so that none can stand for another.
        let names: Vec<String> = written.keys().filter(|&name| name != "kind").cloned().collect();
        names.iter().zip(1..).for_each(|(name, n)| written[name] = serde_json::json!(n as f32 * 0.125));
        let rule = read(&value.to_string()).expect("a sound rule");
        assert_eq!(serde_json::to_value(rule).expect("numbers"), value, "{kind}");
    }
    let wrong = |text, part: &str| assert!(read(text).is_err_and(|error| error.contains(part)), "{text}: no '{part}'");
    wrong(r#"{"nu_post": 1}"#, "expected one of triplet");
    wrong(r#"{"kind": "pair", "mu": 1}"#, "'pair' has no 'mu'");
    wrong(r#"{"kind": "pair", "nu_post": "much"}"#, "rule.nu_post is not a number");
}

#[test]
fn what_is_unknown_or_contradicts_is_named() {
    let says = |found: Result<Config, Error>, parts: &[&str]| {
        let error = found.expect_err("it is wrong").to_string();
        parts.iter().for_each(|part| assert!(error.contains(part), "{error}: no {part}"));
    };
    says(Config::from_json(r#"{"preset": "nature"}"#), &["preset", "nature", "paper, published-code, best"]);
    says(Config::from_json(r#"{"preset": 7}"#), &["preset", "7", "paper"]);
    says(Config::from_json_over(r#"{"preset": "paper"}"#, Some(Preset::Best)), &["preset", "paper", "best"]);
    says(Config::from_json(r#"{"rule": {"kind": "hebb"}}"#), &["rule.kind", "hebb", "power_law"]);
    says(Config::from_json(r#"{"rule": {"kind": "pair", "mu": 1}}"#), &["rule.mu", "unknown", "nu_post"]);
    says(Config::from_json(r#"{"rule": {"kind": "power_law", "mu": -1}}"#), &["rule.mu", "-1"]);
    says(Config::from_json(r#"{"rule": {"kind": "exponential", "beta": 100}}"#), &["rule.beta", "100"]);
    says(Config::from_json(r#"{"normalize": 1}"#), &["normalize", "true or false"]);
    says(Config::from_json(r#"{"refractory": "none"}"#), &["none", "lockout", "clamped"]);
    says(Config::from_json(r#"{"delay_max": -1}"#), &["delay_max", "-1"]);
}

/// A model with the header of the first version, which knew none of today's options.
fn of_the_first_version(model: &Model) -> Vec<u8> {
    let bytes = model.to_bytes().expect("it can be written");
    let file = SafeTensors::deserialize(&bytes).expect("a sound file");
    let (_, header) = SafeTensors::read_metadata(&bytes).expect("a sound file");
    let mut entry = header.metadata().as_ref().expect("it has metadata")["stdp-digits"].clone();
    for field in LATER.iter().chain([&LATER_THETA]) {
        assert!(entry.contains(field), "{entry} has no {field}");
        entry = entry.replacen(field, "", 1);
    }
    let value: serde_json::Value = serde_json::from_str(&entry).expect("JSON");
    let said = value["digest"].as_str().expect("it has one").to_owned();
    let mut digest = Digest::default();
    for name in ["weights", "theta"] {
        digest.bytes(name.as_bytes()).bytes(file.tensor(name).expect("it has it").data());
    }
    digest.bytes(entry.replacen(&said, "", 1).as_bytes());
    let entry = entry.replacen(&said, &digest.hex(), 1);
    let views: Vec<(String, TensorView<'_>)> = file.tensors().into_iter().collect();
    safetensors::serialize(views, Some(HashMap::from([("stdp-digits".into(), entry)]))).expect("it can be written")
}

#[test]
fn a_model_of_the_first_version_loads_and_means_what_it_meant() {
    let mut before = Config::best(FrontEnd::Pixels, 4);
    before.theta.scale_with_n = false;
    let network = Network::new(before, 3).expect("sound");
    let model = Model::from_network(&network, Run { seed: network.seed(), images: 10, passes: 1 }, 10);
    let mut read = Model::from_bytes(&of_the_first_version(&model)).expect("an older model is a model");
    let config = &read.origin.config;
    assert_eq!(*config, *network.config(), "constants");
    assert_eq!((config.delay_max, config.refractory), (0.0, Refractory::Lockout), "what it did before");
    assert_eq!(config.front_end, FrontEnd::Pixels, "all there was");
    read.origin.version = model.origin.version.clone();
    assert_eq!(read.weights(), model.weights(), "weights");
}

#[test]
fn delays_belong_to_the_network_and_not_to_the_noise() {
    let config = Config { neurons: 8, delay_max: 10.0, ..Config::default() };
    let network = Network::new(config.clone(), 1).expect("sound");
    let pixels: Vec<u8> = (0..784).map(|k| if k % 3 == 0 { 255 } else { 0 }).collect();
    let spikes = |seed: u64, noise: u64| {
        let mut network =
            Network::from_parts(config.clone(), seed, &network.weights(), network.theta().to_vec()).expect("sound");
        network.set_seed(noise);
        network.set_monitor(true);
        network.look(&pixels, Stream::Look, 0).expect("784 pixels");
        network.monitor().expect("it is on").exc.clone()
    };
    assert!(!spikes(1, 5).is_empty(), "seeds 1 and 5: no spike proves nothing");
    assert_eq!(spikes(1, 5), spikes(1, 5), "the same twice");
    assert_ne!(spikes(1, 5), spikes(2, 5), "the same noise through other delays");
}
