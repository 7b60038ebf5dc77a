//! Proves that data and configurations that cannot work are refused by the library in a sentence that names the field,
//! what was found and what was expected.

use stdp_digits::config::{INPUTS, MAX_NEURONS};
use stdp_digits::mnist::Digits;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Error, Network, Readout, Run, Trainer};

use crate::support::mini;

/// An image file and its label file of `count` digits.
fn idx(count: u32) -> (Vec<u8>, Vec<u8>) {
    let header = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>();
    let mut images = header(&[0x803, count, 28, 28]);
    images.extend((0..count as usize * INPUTS).map(|k| (k % 251) as u8));
    let mut labels = header(&[0x801, count]);
    labels.extend((0..count).map(|k| (k % 10) as u8));
    (images, labels)
}

/// A sentence for people: says all of `parts`.
fn assert_says(error: &Error, parts: &[&str], what: &str) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "{what}: '{text}' does not say '{part}'");
    }
    assert!(!text.contains('\n') && !text.ends_with('.'), "{what}: '{text}' is no single sentence");
}

fn refused_idx(images: Vec<u8>, labels: Vec<u8>, parts: &[&str], what: &str) {
    match Digits::from_idx(images, labels) {
        Err(error) => assert_says(&error, parts, what),
        Ok(digits) => panic!("{what}: {} digits were let in", digits.len()),
    }
}

#[test]
fn sound_idx_is_read_whole() {
    let (images, labels) = idx(12);
    let digits = Digits::from_idx(images.clone(), labels).expect("it is sound");
    assert_eq!(digits.len(), 12, "count");
    for index in 0..12 {
        assert_eq!(digits.image(index), &images[16 + index * INPUTS..][..INPUTS], "image {index}");
        assert_eq!(usize::from(digits.label(index)), index % 10, "label {index}");
    }
    assert_eq!((digits.clone().first(5).len(), digits.first(50).len()), (5, 12), "the first 5 and the first 50 of 12");
    assert!(Digits::from_idx(idx(0).0, idx(0).1).expect("none, but sound").is_empty(), "no digits at all");
}

#[test]
fn idx_cut_anywhere_is_refused() {
    let (images, labels) = idx(3);
    for length in (0..40).chain((40..images.len()).step_by(97)).chain([images.len() - 1]) {
        refused_idx(
            images[..length].to_vec(),
            labels.clone(),
            &["IDX image", "found", "expected"],
            &format!("images cut to {length} bytes"),
        );
    }
    for length in 0..labels.len() {
        refused_idx(
            images.clone(),
            labels[..length].to_vec(),
            &["IDX label", "found", "expected"],
            &format!("labels cut to {length} bytes"),
        );
    }
}

#[test]
fn idx_with_a_wrong_part_is_refused_by_name() {
    let (images, labels) = idx(3);
    let changed = |bytes: &[u8], place: usize, value: u8| {
        let mut bytes = bytes.to_vec();
        bytes[place] = value;
        bytes
    };
    let longer = |bytes: &[u8]| [bytes, &[0]].concat();
    for (what, images, labels, parts) in [
        ("swapped files", labels.clone(), images.clone(), &["image magic", "0x00000801", "0x00000803"][..]),
        ("images as labels", images.clone(), images.clone(), &["label magic", "0x00000803", "0x00000801"]),
        ("gzip", [&[0x1f, 0x8b, 8, 0], &images[4..]].concat(), labels.clone(), &["image magic", "0x1f8b0800"]),
        ("wrong magic", changed(&images, 3, 4), labels.clone(), &["image magic", "0x00000804"]),
        ("27 rows", changed(&images, 11, 27), labels.clone(), &["image size", "27", "28"]),
        ("32 columns", changed(&images, 15, 32), labels.clone(), &["image size", "32", "28"]),
        ("a count too high", changed(&images, 7, 4), labels.clone(), &["image data", "2352", "3136"]),
        ("a count beyond measure", changed(&images, 4, 255), labels.clone(), &["image data", "2352"]),
        ("labels beyond measure", images.clone(), changed(&labels, 4, 255), &["label data", "3 bytes"]),
        ("a byte too many", longer(&images), labels.clone(), &["image data", "2353", "2352"]),
        ("a label too many", images.clone(), longer(&labels), &["label data", "4", "3"]),
        ("other counts", images.clone(), idx(4).1, &["label count", "4 labels", "3 images"]),
        ("label 11", images.clone(), changed(&labels, 9, 11), &["label data", "11 at place 1", "0 to 9"]),
        ("label 10", images.clone(), changed(&labels, 10, 10), &["label data", "10 at place 2"]),
    ] {
        refused_idx(images, labels, parts, what);
    }
}

#[test]
fn configurations_that_cannot_work_are_refused_by_field() {
    for (text, parts) in [
        (r#"{"neurons": 0}"#, &["neurons", "0", "1 to 10000"][..]),
        (r#"{"neurons": 10001}"#, &["neurons", "10001", "1 to 10000"]),
        (r#"{"neurons": -1}"#, &["neurons", "-1", "whole number"]),
        (r#"{"neurons": 5000000000}"#, &["neurons", "5000000000"]),
        (r#"{"neurons": 100.5}"#, &["neurons", "100.5", "whole number"]),
        (r#"{"neurons": "100"}"#, &["neurons", "\"100\"", "whole number"]),
        (r#"{"nuerons": 100}"#, &["nuerons", "unknown", "neurons"]),
        (r#"{"dt": 0}"#, &["dt", "0.01 to 1 ms"]),
        (r#"{"dt": 1e300}"#, &["dt", "inf"]),
        (r#"{"dt": null}"#, &["dt", "null", "a number"]),
        (r#"{"dt": "NaN"}"#, &["dt", "NaN", "a number"]),
        (r#"{"dt": NaN}"#, &["not JSON"]),
        (r#"{"dt": [0.5]}"#, &["dt", "[0.5]"]),
        (r#"{"dt": 1.0, "t_present": 0.5}"#, &["t_present", "0.5"]),
        (r#"{"max_looks": 0}"#, &["max_looks", "0"]),
        (r#"{"min_spikes": 1.5}"#, &["min_spikes", "1.5"]),
        (r#"{"max_spikes": 3}"#, &["max_spikes", "3", "min_spikes, 5"]),
        (r#"{"nu_final": 0}"#, &["nu_final"]),
        (r#"{"w_norm": -78}"#, &["w_norm", "-78"]),
        (r#"{"inh": {"tau_m": 0}}"#, &["inh.tau_m", "0"]),
        (r#"{"inh": {"tau": 10}}"#, &["inh.tau", "unknown", "tau_m"]),
        (r#"{"inh": 10}"#, &["inh", "10", "an object"]),
        (r#"{"inh": {"v_rest": -30}}"#, &["inh.v_rest", "-30"]),
        (r#"{"inh": {"v_thresh": -50}}"#, &["inh.v_reset", "inh.v_thresh"]),
        (r#"{"exc": {"t_ref": -1}}"#, &["exc.t_ref", "-1"]),
        (r#"{"exc": {"t_ref": true}}"#, &["exc.t_ref", "true"]),
        (r#"{"theta": {"tau": 0}}"#, &["theta.tau"]),
        (r#"{"rule": {"kind": "hebb"}}"#, &["hebb", "triplet"]),
        (r#"{"rule": "triplet"}"#, &["rule", "\"triplet\"", "an object"]),
        (r#"{"rule": {"nu_post": -0.1}}"#, &["rule.nu_post", "-0.1"]),
        (r#"{"rule": {"tau_x_pre": 0}}"#, &["rule.tau_x_pre"]),
        (r#"{"rule": {"nu": 1}}"#, &["rule.nu", "unknown", "nu_post"]),
        (r#"{"kind": "triplet"}"#, &["kind", "unknown"]),
        ("", &["not JSON"]),
        ("{", &["not JSON"]),
        (r#"{"dt": 0.5}x"#, &["not JSON"]),
        ("[]", &["[]", "an object"]),
        ("400", &["400", "an object"]),
        ("null", &["null", "an object"]),
    ] {
        match Config::from_json(text) {
            Err(error) => assert_says(&error, &[&["config"], parts].concat(), text),
            Ok(_) => panic!("{text} was let in"),
        }
    }
}

/// How many numbers with a fraction a configuration has.
fn numbers(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Object(fields) => fields.values().map(numbers).sum(),
        other => usize::from(other.is_f64()),
    }
}

/// JSON has no NaN, but a program can write one.
#[test]
fn no_number_of_a_configuration_may_be_nan() {
    type Field = fn(&mut Config) -> &mut f32;
    let fields: [(&str, Field); 36] = [
        ("dt", |c| &mut c.dt),
        ("t_present", |c| &mut c.t_present),
        ("t_rest", |c| &mut c.t_rest),
        ("intensity", |c| &mut c.intensity),
        ("intensity_step", |c| &mut c.intensity_step),
        ("w_exc_inh", |c| &mut c.w_exc_inh),
        ("w_inh_exc", |c| &mut c.w_inh_exc),
        ("delay_max", |c| &mut c.delay_max),
        ("w_max", |c| &mut c.w_max),
        ("w_norm", |c| &mut c.w_norm),
        ("w_init", |c| &mut c.w_init),
        ("nu_final", |c| &mut c.nu_final),
        ("theta.init", |c| &mut c.theta.init),
        ("theta.plus", |c| &mut c.theta.plus),
        ("theta.offset", |c| &mut c.theta.offset),
        ("theta.tau", |c| &mut c.theta.tau),
        ("exc.tau_m", |c| &mut c.exc.tau_m),
        ("exc.v_rest", |c| &mut c.exc.v_rest),
        ("exc.v_reset", |c| &mut c.exc.v_reset),
        ("exc.v_thresh", |c| &mut c.exc.v_thresh),
        ("exc.t_ref", |c| &mut c.exc.t_ref),
        ("exc.e_exc", |c| &mut c.exc.e_exc),
        ("exc.e_inh", |c| &mut c.exc.e_inh),
        ("exc.tau_g_e", |c| &mut c.exc.tau_g_e),
        ("exc.tau_g_i", |c| &mut c.exc.tau_g_i),
        ("inh.tau_m", |c| &mut c.inh.tau_m),
        ("inh.v_rest", |c| &mut c.inh.v_rest),
        ("inh.v_reset", |c| &mut c.inh.v_reset),
        ("inh.v_thresh", |c| &mut c.inh.v_thresh),
        ("inh.t_ref", |c| &mut c.inh.t_ref),
        ("inh.e_exc", |c| &mut c.inh.e_exc),
        ("inh.e_inh", |c| &mut c.inh.e_inh),
        ("inh.tau_g_e", |c| &mut c.inh.tau_g_e),
        ("inh.tau_g_i", |c| &mut c.inh.tau_g_i),
        ("rule.nu_pre", |c| match &mut c.rule {
            LearningRule::Triplet { nu_pre, .. } => nu_pre,
            _ => unreachable!("the default rule is the triplet rule"),
        }),
        ("rule.nu_post", |c| match &mut c.rule {
            LearningRule::Triplet { nu_post, .. } => nu_post,
            _ => unreachable!("the default rule is the triplet rule"),
        }),
    ];
    // A field that is missing above is one that nobody checks. The three time constants of the rule go with its rates.
    let json = serde_json::to_value(Config::default()).expect("a struct of numbers");
    assert_eq!(numbers(&json), fields.len() + 3, "numbers of a configuration that may be fractions");
    for (name, field) in fields {
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let mut config = Config::default();
            *field(&mut config) = bad;
            match Network::new(config, 1) {
                Err(error) => assert_says(&error, &[name], &format!("{name} {bad}")),
                Ok(_) => panic!("{name} {bad} was let in"),
            }
        }
    }
}

#[test]
fn a_partial_configuration_keeps_every_other_default() {
    let default = Config::default();
    let mut expected = default.clone();
    expected.inh.tau_m = 12.5;
    assert_eq!(Config::from_json(r#"{"inh": {"tau_m": 12.5}}"#), Ok(expected), "inh.tau_m alone");
    let mut expected = default.clone();
    expected.neurons = 100;
    expected.theta.plus = 0.1;
    let LearningRule::Triplet { nu_post, .. } = &mut expected.rule else { panic!("the default rule is triplet") };
    *nu_post = 0.5;
    let text = r#"{"neurons": 100, "theta": {"plus": 0.1}, "rule": {"nu_post": 0.5}}"#;
    assert_eq!(Config::from_json(text), Ok(expected.clone()), "three of three groups");
    let text = r#"{"neurons": 100, "theta": {"plus": 0.1}, "rule": {"kind": "triplet", "nu_post": 0.5}}"#;
    assert_eq!(Config::from_json(text), Ok(expected), "with the kind of rule that it is anyway");
    assert_eq!(Config::from_json("{}"), Ok(default), "nothing");
    // A whole number where a fraction may stand.
    assert_eq!(Config::from_json(r#"{"t_present": 200}"#).expect("sound").t_present, 200.0, "t_present");
}

#[test]
fn the_default_configuration_is_sound() {
    assert_eq!(Config::default().validate(), Ok(()), "the default");
    assert_eq!(mini::config(1).validate(), Ok(()), "that of the tests");
}

#[test]
fn sizes_that_do_not_fit_are_refused() {
    let config = mini::config(4);
    let weights = vec![0.1; INPUTS * 4];
    let parts = |weights: &[f32], theta: Vec<f32>| Network::from_parts(config.clone(), 1, weights, theta).map(|_| ());
    assert_eq!(parts(&weights, vec![20.0; 4]), Ok(()), "parts that fit");
    for (what, error, says) in [
        ("weights of five", parts(&[0.1; INPUTS * 5], vec![20.0; 4]), &["weights", "3920", "3136"][..]),
        ("five thetas", parts(&weights, vec![20.0; 5]), &["thetas", "5", "4"]),
        ("a theta that is none", parts(&weights, vec![20.0, f32::NAN, 20.0, 20.0]), &["finite"]),
        ("a weight that is none", parts(&[&[f32::INFINITY], &weights[1..]].concat(), vec![20.0; 4]), &["finite"]),
        ("a negative weight", parts(&[&[-0.5], &weights[1..]].concat(), vec![20.0; 4]), &["-0.5", "from 0 up"]),
        ("rates of five", Readout::from_rates(vec![1.0; 50], 4).map(|_| ()), &["rates", "50", "40"]),
    ] {
        assert_says(&error.expect_err(what), says, what);
    }
    let mut network = Network::new(config.clone(), 1).expect("sound");
    for pixels in [vec![], vec![0; 783], vec![0; 785]] {
        let found = pixels.len().to_string();
        let looked = network.look(&pixels, Stream::Look, 0).map(|_| ()).expect_err("a look");
        let learned = network.learn(&pixels, 0, 1.0).map(|_| ()).expect_err("a lesson");
        assert_says(&looked, &["pixels", &found, "784"], "a look");
        assert_says(&learned, &["pixels", &found, "784"], "a lesson");
    }
    for (what, images, passes, presented, says) in [
        ("no images", 0, 1, 0, "images"),
        ("no passes", 10, 0, 0, "passes"),
        ("more shown than there are", 10, 2, 21, "presented"),
    ] {
        let error = Trainer::resume(network.clone(), Run { seed: network.seed(), images, passes }, presented)
            .map(|_| ())
            .expect_err(what);
        assert_says(&error, &[says], what);
    }
    let endless = Trainer::new(config, Run { seed: 1, images: u64::MAX, passes: u32::MAX }).expect("long, but a run");
    assert_eq!(endless.next_image(), Some(0), "a run too long to count begins all the same");
}

#[test]
fn the_smallest_and_the_largest_network_run() {
    let digits = mini::digits();
    for neurons in [1, MAX_NEURONS] {
        let config = Config { neurons, t_present: 20.0, max_looks: 1, ..mini::config(1) };
        let mut network = Network::new(config, 1).expect("sound");
        let counts = network.learn(digits.image(0), 0, 1.0).expect("784 pixels");
        assert_eq!(counts.len(), neurons as usize, "N {neurons}");
    }
}
