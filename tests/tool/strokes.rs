//! Proves that `strokes` reads both file formats, counts answers correctly, and refuses bad drawings in one sentence.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use stdp_digits::Model;
use stdp_digits::drawing::image_from_strokes;
use stdp_digits::readout::FAMILIAR;
use stdp_digits::readout::{Unsure, Verdict};
use stdp_digits::rng::Stream;

use crate::support::tool::*;

/// A one, a seven and a four, of one or two strokes.
const ONE: &str = "[[[5,0],[4,20]]]";
const SEVEN: &str = "[[[0,0],[10,0],[4,20]]]";
const FOUR: &str = "[[[3,0],[0,11],[14,11]],[[11,-2],[9,20]]]";

/// What the shipped network answers by the library.
fn by_hand(strokes: &str, seed: u64) -> Verdict {
    let model = Model::from_bytes(&std::fs::read("models/400.safetensors").expect("it is shipped")).expect("sound");
    let mut strokes: Vec<Vec<[f32; 2]>> = serde_json::from_str(strokes).expect("strokes");
    strokes.iter_mut().flatten().flatten().for_each(|at| *at /= 20.0);
    let image = image_from_strokes(&strokes).expect("it is large enough");
    let mut network = model.network().expect("sound parts");
    network.set_seed(seed);
    let likeness = model.likeness(&network).expect("sound scores").expect("they are shipped");
    let likeness = likeness.of(&network, &image).expect("784 pixels");
    let counts = network.look(&image, Stream::Look, 0).expect("784 pixels");
    model.readout().expect("labels").verdict(counts).with_likeness(Some(likeness))
}

fn line(label: &str, strokes: &str) -> String {
    format!("{{\"label\":{label},\"strokes\":{strokes}}}\n")
}

fn written_by(writer: &str, label: u8, strokes: &str) -> String {
    format!("{{\"label\":{label},\"writer\":\"{writer}\",\"strokes\":{strokes},\"src\":[{{}}]}}\n")
}

/// As it comes back from text, which may cost the last bit of a number.
fn read_back(value: &Value) -> Value {
    serde_json::from_str(&value.to_string()).expect("JSON")
}

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"))).collect()
}

#[test]
fn figures_are_those_of_the_answers() {
    let answers = [ONE, SEVEN, FOUR].map(|strokes| by_hand(strokes, 1).digit);
    assert_eq!(answers, [Some(1), Some(7), Some(4)], "the library reads the drawings");
    let bench = Bench::empty();
    // The last one is labelled wrongly, so it counts as misread.
    let drawings = [
        written_by("ann", 1, ONE),
        written_by("bob", 7, SEVEN),
        "\n".into(),
        written_by("bob", 3, FOUR),
        line("4", FOUR),
    ];
    let file = bench.write("small.txt", drawings.concat().as_bytes());
    let report = json(&["strokes", &file, "--json"]);
    let row = |name: &str, of: Value, drawings: u64, right: u64| {
        let accuracy = (drawings > 0).then(|| right as f64 / drawings as f64);
        json!({ name: of, "drawings": drawings, "right": right, "accuracy": accuracy })
    };
    let digit = |digit: usize, drawings, right| row("digit", digit.into(), drawings, right);
    let mut confusion = [[0; 10]; 10];
    for (digit, answer) in [(1, 1), (7, 7), (3, 4), (4, 4)] {
        confusion[digit][answer] = 1;
    }
    let mut digits: Vec<Value> = (0..10).map(|none| digit(none, 0, 0)).collect();
    (digits[1], digits[3], digits[4], digits[7]) = (digit(1, 1, 1), digit(3, 1, 0), digit(4, 1, 1), digit(7, 1, 1));
    let expected = json!({
        "file": file, "drawings": 4, "digits": 4, "right": 3, "undecided": 0,
        "accuracy": 0.75, "accuracy_least": 0.75, "accuracy_largest": 0.75,
        "by_digit": digits,
        "by_writer": [row("writer", "bob".into(), 2, 1), row("writer", "ann".into(), 1, 1)],
        "confusion": confusion,
        "seeds": [{ "seed": 1, "accuracy": 0.75, "undecided": 0 }],
    });
    assert_eq!(report, expected, "by hand");
    assert_eq!(json(&["strokes", &file, "--json"]), report, "the same again");
    let text = output(&["strokes", &file]);
    assert!(text.contains("3 of 4 drawings read correctly (0.750), 0 undecided"), "{text}");
    assert!(!text.contains("more"), "two writers fit: {text}");
}

#[test]
fn several_seeds_give_the_mean_and_the_range() {
    let one = |seed: &str| json(&["strokes", STROKES, "--seed", seed, "--json"]);
    let three = json(&["strokes", STROKES, "--seed", "5", "--seeds", "3", "--json"]);
    let single = ["5", "6", "7"].map(one);
    let (mut right, mut undecided) = (0, 0);
    for (report, at) in single.iter().zip(0..) {
        assert_eq!(three["seeds"][at], report["seeds"][0], "seed {}", 5 + at);
        right += report["right"].as_u64().expect("a whole number");
        undecided += report["undecided"].as_u64().expect("a whole number");
    }
    assert_eq!((&three["right"], &three["undecided"]), (&right.into(), &undecided.into()), "sums over seeds");
    assert_eq!((&three["drawings"], &three["digits"]), (&300.into(), &300.into()), "drawings are counted once");
    assert_eq!(three["by_digit"][9]["drawings"], 30, "of a digit, too: {three}");
    assert_eq!(three["accuracy"], read_back(&json!(right as f64 / 900.0)), "the mean");
    let mut accuracies = single.each_ref().map(|report| report["accuracy"].as_f64().expect("a number"));
    accuracies.sort_by(f64::total_cmp);
    let alike = accuracies[0] == accuracies[2] && single[0]["confusion"] == single[1]["confusion"];
    assert!(!alike, "noise makes a difference: {accuracies:?}");
    assert_eq!(three["accuracy_least"], accuracies[0], "{accuracies:?}");
    assert_eq!(three["accuracy_largest"], accuracies[2], "{accuracies:?}");
    let text = output(&["strokes", STROKES, "--seed", "5", "--seeds", "3"]);
    let range = format!("over 3 seeds, {:.3} to {:.3}", accuracies[0], accuracies[2]);
    assert!(text.contains("of 900 readings") && text.contains(&range), "'{range}' is not in {text}");
}

#[test]
fn the_shipped_network_reads_peoples_drawings() {
    let report = json(&["strokes", STROKES, "--json"]);
    let accuracy = report["accuracy"].as_f64().expect("a number");
    assert!(accuracy >= 0.8, "{accuracy} of the drawings");
    let writers = report["by_writer"].as_array().expect("a list");
    let share = |writer: &Value| writer["accuracy"].as_f64().expect("a number");
    assert_eq!(writers.len(), 73, "{report}");
    assert!(writers.is_sorted_by_key(share), "the worst first: {report}");
    assert_eq!(writers.iter().filter_map(|writer| writer["drawings"].as_u64()).sum::<u64>(), 300, "{report}");
    for digit in report["by_digit"].as_array().expect("a list") {
        assert_eq!(digit["drawings"], 30, "{digit}");
    }
    let text = output(&["strokes", STROKES]);
    let shown = |writer: &Value| text.contains(&format!("\n{} ", writer["writer"].as_str().expect("a name")));
    assert!(writers[..10].iter().all(shown) && !writers[10..].iter().any(shown), "ten writers: {text}");
    assert!(text.contains("and 63 more"), "{text}");
}

#[test]
fn each_drawing_has_its_answer_whatever_its_label() {
    let bench = Bench::empty();
    let lines = [line("\"A\"", SEVEN), "\n".into(), line("4", FOUR), line("-2.5", ONE)];
    let file = bench.write("letters", lines.concat().as_bytes());
    let text = output(&["strokes", &file, "--seed", "2", "--each"]);
    assert_eq!(output(&["strokes", &file, "--seed", "2", "--each", "--json"]), text, "it is JSON already");
    let answers = objects(&text);
    assert_eq!(answers.len(), 3, "{text}");
    for (answer, (at, label, strokes)) in
        answers.iter().zip([(1, json!("A"), SEVEN), (3, json!(4), FOUR), (4, json!(-2.5), ONE)])
    {
        let verdict = by_hand(strokes, 2);
        assert_eq!((&answer["line"], &answer["label"]), (&json!(at), &label), "{answer}");
        assert_eq!(answer["digit"], json!(verdict.digit), "{answer}");
        assert_eq!(answer["evidence"], read_back(&json!(verdict.evidence)), "{answer}");
        assert_eq!(answer["likeness"], read_back(&json!(verdict.likeness)), "{answer}");
        assert_eq!(answer["reason"], json!(verdict.reason.map(Unsure::name)), "{answer}");
    }
    let refusal = tool(["strokes", &file, "--each", "--seeds", "2"]);
    assert_eq!(refusal.status.code(), Some(2), "an answer is one of one seed");
}

#[test]
fn an_answer_that_is_none_says_why() {
    let strokes = ["strokes", STROKES];
    let answers = objects(&output(&[&strokes[..], &["--each"]].concat()));
    let undecided = json(&[&strokes[..], &["--json"]].concat())["undecided"].as_u64().expect("a whole number");
    assert!((1..300).contains(&undecided), "{undecided} drawings leave the network unsure");
    let with = |reason: &str| answers.iter().filter(|answer| answer["reason"] == reason).count() as u64;
    assert_eq!(with("split") + with("unlike"), undecided, "unsure ones");
    assert!(answers.iter().all(|answer| answer["digit"].is_null() != answer["reason"].is_null()), "{answers:?}");
    for answer in &answers {
        let likeness = answer["likeness"].as_f64().expect("a labelled model knows");
        assert!((0.0..=1.0).contains(&likeness), "{answer}");
        assert_eq!(answer["reason"] == "unlike", likeness < FAMILIAR, "{answer}");
    }
}

#[test]
fn what_is_no_digit_is_unlike_any() {
    let answers = objects(&output(&["strokes", "tests/fixtures/no_digits.jsonl", "--each"]));
    assert_eq!(answers.len(), 4, "{answers:?}");
    for answer in &answers {
        assert_eq!((&answer["digit"], &answer["reason"]), (&Value::Null, &json!("unlike")), "{answer}");
    }
    // A face is known by its pieces, however well its ring matches a 0.
    assert_eq!((&answers[1]["label"], &answers[1]["likeness"]), (&json!("smiley"), &json!(0.0)));
}

#[test]
fn place_scale_name_and_byte_order_mark_make_no_difference() {
    let bench = Bench::empty();
    let answer = |name: &str, text: &str| {
        let mut answers = objects(&output(&["strokes", &bench.write(name, text.as_bytes()), "--each"]));
        answers[0].as_object_mut().expect("an object").remove("line");
        answers.remove(0)
    };
    let scaled = |scale: f64, shift: f64| {
        let strokes: Vec<Vec<[f64; 2]>> = serde_json::from_str(FOUR).expect("strokes");
        let place = |at: f64| at * scale + shift;
        let stroke = |stroke: Vec<[f64; 2]>| stroke.iter().map(|point| point.map(place)).collect::<Vec<_>>();
        line("4", &json!(strokes.into_iter().map(stroke).collect::<Vec<_>>()).to_string())
    };
    let plain = answer("plain.csv", &line("4", FOUR));
    assert_eq!(plain["digit"], 4, "{plain}");
    // Powers of two lose no bit.
    for (scale, shift) in [(1024.0, 0.0), (2f64.powi(-40), 0.0), (2f64.powi(1000), 0.0), (2f64.powi(54), 2f64.powi(57))]
    {
        assert_eq!(answer("scaled", &scaled(scale, shift)), plain, "scale {scale}, shift {shift}");
    }
    assert_eq!(answer("marked", &format!("\u{feff}\n {}", line("4", FOUR))), plain, "a byte order mark");
    assert_eq!(answer("windows", &line("4", FOUR).replace('\n', "\r\n")), plain, "lines end as on Windows");
    let widest = answer("widest", &line("0", "[[[-1.7e308,1.7e308],[1.7e308,-1.7e308]]]"));
    assert!(widest["spikes"].as_u64() > Some(0), "the picture has ink: {widest}");
}

#[test]
fn rows_of_eight_points_are_read_too() {
    let bench = Bench::empty();
    let rows = "\u{feff}50,100,50,90,49,80,49,60,48,40,48,20,48,10,48,0,1\r\n\n\
                0,100,30,100,60,100,100,100,90,80,75,50,60,20,50,0,7\n";
    let file = bench.write("rows.jsonl", rows.as_bytes());
    let report = json(&["strokes", &file, "--json"]);
    assert_eq!((&report["drawings"], &report["right"]), (&2.into(), &2.into()), "{report}");
    assert_eq!(report["by_writer"], json!([]), "rows tell no writer");
    let answers = objects(&output(&["strokes", &file, "--each"]));
    assert_eq!((&answers[1]["line"], &answers[1]["label"]), (&json!(3), &json!(7)), "{answers:?}");
    for (name, text, parts) in [
        ("short.csv", &b"1,2,3\n"[..], &["short.csv line 1", "3 fields", "17"][..]),
        ("high.csv", b"\n0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,101,3", &["high.csv line 2", "101", "0 to 100"]),
        ("nan.csv", b"0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NaN,3", &["nan.csv line 1", "NaN"]),
        ("digit.csv", b"0,0,9,9,0,0,0,0,0,0,0,0,0,0,0,50,10", &["digit.csv line 1", "10", "0 to 9"]),
        ("dot.csv", b"5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,3", &["dot.csv line 1", "nothing to see"]),
        ("binary.csv", b"\xff\xfe", &["binary.csv", "text"]),
    ] {
        refused(&["strokes", &bench.write(name, text), "--json"], parts);
    }
}

#[test]
fn what_is_no_drawing_is_refused_with_its_line_before_anything_is_printed() {
    let bench = Bench::empty();
    let shape = r#"{"label":5,"strokes":[[[x,y],…],…]}"#;
    let row = "0,0,9,9,0,0,0,0,0,0,0,0,0,0,0,50,1\n";
    let five = |strokes: &str| line("5", strokes);
    for (name, wrong, parts) in [
        ("missing", "{\"label\":5}".into(), &["missing field `strokes`", shape][..]),
        ("none", five("[]"), &["found no strokes", "at least one"]),
        ("hollow", five("[[[0,0],[1,1]],[]]"), &["no points in stroke 2", "at least one"]),
        ("flat", five("[[0,0],[1,1]]"), &["`0`", "a sequence", shape]),
        ("infinite", five("[[[0,0],[1e999,1]]]"), &["out of range", "1e999'", shape]),
        ("null", five("[[[0,0],[null,1]]]"), &["null", "expected f64", shape]),
        ("text", five("[[[0,0],[\"x\",1]]]"), &["\"x\"", "expected f64", shape]),
        ("single", five("[[[0,0],[1]]]"), &["point", "found 1,", "expected 2", shape]),
        ("triple", five("[[[0,0],[1,2,3]]]"), &["point", "found 3,", "expected 2", shape]),
        ("dot", five("[[[7,7]]]"), &["nothing to see"]),
        ("dots", five("[[[7,7]],[[9,9]]]"), &["nothing to see"]),
        ("writer", "{\"label\":5,\"writer\":5,\"strokes\":[[[0,0],[1,1]]]}".into(), &["`5`", "expected a string"]),
        ("unlabelled", format!("{{\"strokes\":{ONE}}}"), &["missing field `label`", shape]),
        ("listed", line("[5]", ONE), &["label [5]", "a number or a string"]),
        ("cut", "{\"label\":5,\"strokes\":[[[0,0],".into(), &["EOF", "column 29", shape]),
        ("words", "{oops".into(), &["'{o'", shape]),
        ("array", format!("[5,null,{ONE}]"), &["found '[5,null", shape]),
        ("row", row.into(), &["found '0,0,9,9", shape]),
        ("long", five(&format!("\"{}\"", "x".repeat(100_000))), &["invalid type", shape]),
    ] {
        let place = format!("{name} line 3: ");
        let parts = [&[&place[..]], parts].concat();
        let file = bench.write(name, [&line("1", ONE), "\n", &wrong].concat().as_bytes());
        refused(&["strokes", &file, "--json"], &parts);
        refused(&["strokes", &file, "--each"], &parts);
    }
    let file = bench.path("long");
    assert!(tool(["strokes", &file]).stderr.len() < 400, "a sentence does not repeat all of the line");
    for label in ["11", "-1", "5.5", "5.0", "\"5\"", "\"A\""] {
        let file = bench.write("label", [line("1", ONE), line(label, ONE)].concat().as_bytes());
        refused(&["strokes", &file], &["label line 2: ", &format!("the label {label},"), "from 0 to 9", "--each"]);
    }
    for (name, text, parts) in [
        ("empty", String::new(), &["empty: found no drawings", shape, "x1,y1"][..]),
        ("blank", "\n \r\n\t".into(), &["blank: found no drawings", shape]),
        ("first", format!("[5,null,{ONE}]"), &["first line 1: ", "found '[5,null", "17", shape]),
        ("mixed", format!("{row}{}", line("5", ONE)), &["mixed line 2: ", "found '{\"label\"", "17", shape]),
    ] {
        refused(&["strokes", &bench.write(name, text.as_bytes())], parts);
    }
}

#[test]
fn the_shipped_network_reads_four_hands() {
    let answers = objects(&output(&["strokes", "tests/fixtures/handwriting.jsonl", "--each"]));
    let misread: Vec<&Value> = answers.iter().filter(|answer| answer["digit"] != answer["label"]).collect();
    assert_eq!(answers.len(), 40);
    assert!(misread.len() <= 2, "{} of 40 misread: {misread:#?}", misread.len());
}

#[test]
fn a_letter_and_a_scribble_are_unlike_any_digit() {
    let answers = objects(&output(&["strokes", "tests/fixtures/no_digits.jsonl", "--each"]));
    for name in ["A", "scribble"] {
        let answer = answers.iter().find(|answer| answer["label"] == name).expect("it is in the file");
        assert_eq!((&answer["digit"], &answer["reason"]), (&Value::Null, &json!("unlike")), "{answer}");
    }
}

#[test]
fn far_too_many_points_are_refused_quickly() {
    let bench = Bench::empty();
    let drawing = |points: usize| {
        let points: Vec<String> = (0..points).map(|at| format!("[{at},{}]", at % 1000)).collect();
        line("5", &format!("[[{}]]", points.join(",")))
    };
    let file = bench.write("million", drawing(1_000_000).as_bytes());
    let begun = Instant::now();
    refused(&["strokes", &file], &["million line 1: ", "1000000 points", "at most 100000"]);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?} for a million points", begun.elapsed());
    refused(&["strokes", &bench.write("more", drawing(100_001).as_bytes())], &["100001 points"]);
    output(&["strokes", &bench.write("most", drawing(100_000).as_bytes())]);
}
