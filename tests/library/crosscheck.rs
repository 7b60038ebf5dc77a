//! Proves that the network computes what Brian 2 computes from the same equations: `tests/crosscheck/` holds weights,
//! input spikes, and what Brian 2 made of them (`brian2_twin.py` there; `make crosscheck` runs the whole comparison).

use std::fs;

use serde_json::Value;
use stdp_digits::config::INPUTS;
use stdp_digits::encoding::SpikeTrain;
use stdp_digits::npy::Array;
use stdp_digits::{Config, Network, interchange};

const DIGITS: u32 = 3;
/// Steps of 0.5 ms in a look.
const STEPS: u32 = 700;

fn read(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/crosscheck/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn array(name: &str) -> Array {
    Array::from_bytes(&read(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// (step, number) of the rows of a CSV file: its first and last columns.
fn spikes(name: &str) -> Vec<(u32, u16)> {
    let text = String::from_utf8(read(name)).expect("text");
    let row = |line: &str| {
        let (time, number) = (line.split(',').next()?, line.rsplit(',').next()?);
        Some(((time.parse::<f64>().ok()? * 2.0).round() as u32, number.parse().ok()?))
    };
    text.lines().skip(1).map(|line| row(line).unwrap_or_else(|| panic!("{name}: {line}"))).collect()
}

fn network() -> Network {
    with_option(&Value::Null)
}

/// The network with the values of an option laid over its configuration.
fn with_option(option: &Value) -> Network {
    let mut config: Value = serde_json::from_slice(&read("config.json")).expect("JSON");
    for (key, value) in option.as_object().into_iter().flatten() {
        match (&mut config[key], value) {
            (Value::Object(old), Value::Object(new)) => old.extend(new.clone()),
            (old, new) => *old = new.clone(),
        }
    }
    let config = Config::from_json(&config.to_string()).expect("a configuration");
    let n = config.neurons as usize;
    let weights = interchange::weights(&array("weights.npy"), n).expect("weights");
    let theta = interchange::theta(&array("theta.npy")).expect("thetas");
    Network::from_parts(config, 1, &weights, theta).expect("sound parts")
}

/// Shows the inputs of all digits; asserts the excitatory spikes of each.
fn show_all(network: &mut Network, kind: &str) {
    network.set_monitor(true);
    for digit in 0..DIGITS {
        let train = SpikeTrain::from_spikes(STEPS, &spikes(&format!("looking{digit}_in.csv"))).expect("sound spikes");
        network.begin_with(train).expect("700 steps");
        assert_eq!(network.advance(u32::MAX), STEPS, "{kind}, digit {digit}: one look without rest");
        let expected = spikes(&format!("{kind}{digit}_out.csv"));
        assert!(!expected.is_empty(), "{kind}, digit {digit}: Brian 2 has no spikes to compare with");
        let found = &network.monitor().expect("it is on").exc;
        assert_eq!(*found, expected, "{kind}, digit {digit}: steps and cells of the excitatory spikes");
    }
}

#[test]
fn a_network_that_looks_spikes_at_the_steps_of_brian2() {
    show_all(&mut network(), "looking");
}

#[test]
fn a_network_that_learns_spikes_at_the_steps_of_brian2_and_ends_with_its_weights() {
    let mut network = network();
    network.set_learning(true);
    show_all(&mut network, "learning");
    let expected = array("weights_after.npy");
    for (place, (&found, &expected)) in network.weights().iter().zip(&expected.values).enumerate() {
        let off = (f64::from(found) - expected).abs();
        assert!(off < 1e-6, "weight of input {}: {found}, Brian 2 {expected}", place / network.neurons());
    }
    let moved = network
        .weights()
        .iter()
        .zip(&array("weights.npy").values)
        .filter(|(a, b)| (f64::from(**a) - **b).abs() > 1e-3)
        .count();
    assert!(moved > INPUTS / 10, "{moved} weights moved: too few to prove that learning is the same");
    for (cell, (&found, expected)) in network.theta().iter().zip(array("theta_after.npy").values).enumerate() {
        assert!((f64::from(found) - expected).abs() < 1e-4, "theta of cell {cell}: {found} mV, Brian 2 {expected} mV");
    }
}

/// Additive traces, clamped cells, the 50 ms of the Brian 2 port, no normalisation: other paths through the code, each
/// learning.
#[test]
fn options_do_what_they_do_in_brian2() {
    let options: Value = serde_json::from_slice(&read("options.json")).expect("JSON");
    let options = options.as_object().expect("an object");
    for (name, option) in options {
        let mut network = with_option(option);
        network.set_learning(true);
        show_all(&mut network, name);
        let same = (0..DIGITS)
            .all(|digit| spikes(&format!("{name}{digit}_out.csv")) == spikes(&format!("learning{digit}_out.csv")));
        assert!(!same, "{name}: the spikes are those without the option, which proves nothing");
    }
}

/// The table of the last whole comparison, as `make crosscheck` printed it.
#[test]
fn the_recorded_comparison_agrees_in_99_of_100_spikes() {
    let table: Vec<Value> = serde_json::from_slice(&read("table.json")).expect("JSON");
    let triplet = |n: u64, learning: bool| {
        table.iter().any(|row| row["neurons"] == n && row["learning"] == learning && row["rule"] == "triplet")
    };
    for n in [20, 100, 400] {
        assert!(triplet(n, false) && triplet(n, true), "{n} cells, looking and learning");
    }
    let number = |row: &Value, key: &str| row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"));
    for row in &table {
        assert_eq!(row["digits"], 50, "{row}");
        assert!(row["rule"] != "triplet" || number(row, "share") >= 0.99, "{row}");
        assert!(number(row, "largest_margin_mv") < 0.02, "a first difference that rounding does not explain: {row}");
        assert!(number(row, "weight_difference") < 1e-5, "{row}");
    }
    let sum = |key| table.iter().map(|row| number(row, key)).sum::<f64>();
    assert!(sum("same") / sum("spikes").max(sum("spikes_brian2")) >= 0.99, "spikes at the same step in all");
}
