//! Proves that experiments run as their files say, once, to the same numbers every time, and that the table tells the
//! truth about them.

use std::fs;
use std::io::Read;

use serde_json::{Value, json};
use stdp_digits::mnist::Digits;
use stdp_digits::{Config, Run, Trainer};

use crate::support::tool::*;

/// A folder with an experiment of twelve cells: 60 images, twice.
struct Lab(Bench);

impl Lab {
    fn new() -> Lab {
        let lab = Lab(Bench::empty());
        fs::create_dir(lab.0.path("experiments")).expect("a writable folder");
        lab.experiment("tiny", &lab.tiny());
        lab
    }

    fn tiny(&self) -> Value {
        json!({
            "about": "Twelve cells.", "kind": "size", "config": {"neurons": 12, "t_present": 100}, "images": 60,
            "passes": 2, "label_images": 60, "seeds": [3, 1], "paper": 20.0, "goal": 30.0,
            "model": self.0.path("shipped"),
        })
    }

    fn experiment(&self, name: &str, file: &Value) {
        self.0.write(&format!("experiments/{name}.json"), file.to_string().as_bytes());
    }

    /// The command line with these words, in this folder.
    fn args(&self, words: &[&str]) -> Vec<String> {
        let folder = |name: &str| self.0.path(name);
        let own = [
            "reproduce",
            "--mnist",
            MNIST,
            "--experiments",
            &folder("experiments"),
            "--out",
            &folder("docs"),
            "--work",
            &folder("work"),
        ];
        own.iter().chain(words).map(ToString::to_string).collect()
    }

    fn run(&self, words: &[&str]) -> String {
        output(&self.args(words).iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Must fail with one sentence that says all of `parts`, whatever progress it told before.
    fn refused(&self, words: &[&str], parts: &[&str]) {
        let output = tool(self.args(words));
        let errors = String::from_utf8(output.stderr).expect("text");
        let sentence: Vec<_> = errors.lines().filter(|line| !line.starts_with("tiny seed ")).collect();
        assert_eq!((output.status.code(), sentence.len()), (Some(1), 1), "{words:?}: {errors}");
        assert!(sentence[0].starts_with("error: ") && output.stdout.is_empty(), "{words:?}: {errors}");
        for part in parts {
            assert!(sentence[0].contains(part), "{words:?}: '{part}' is not in {errors}");
        }
    }

    fn record(&self, run: &str) -> Value {
        serde_json::from_slice(&self.0.bytes(&format!("docs/results/{run}.json"))).expect("JSON")
    }

    fn set_record(&self, run: &str, change: impl Fn(&mut Value)) {
        let mut record = self.record(run);
        change(&mut record);
        self.0.write(&format!("docs/results/{run}.json"), record.to_string().as_bytes());
    }

    fn table(&self) -> String {
        String::from_utf8(self.0.bytes("docs/results.md")).expect("text")
    }
}

/// A record without what depends on the clock.
fn timeless(mut record: Value) -> Value {
    record.as_object_mut().expect("an object").remove("seconds").expect("how long it took");
    record
}

#[test]
fn a_run_leaves_the_same_line_every_time_and_the_model_that_the_single_commands_make() {
    let lab = Lab::new();
    lab.run(&[]);
    let records = ["tiny-3", "tiny-1"].map(|run| lab.record(run));
    assert_ne!(records[0]["digest"], records[1]["digest"], "seeds 3 and 1");
    let shipped = lab.0.bytes("shipped");
    assert!(fs::read_dir(lab.0.path("work")).expect("the folder").next().is_none(), "checkpoints are gone at the end");

    let config = lab.0.write("config.json", br#"{"neurons": 12, "t_present": 100}"#);
    let model = lab.0.path("model");
    let data = ["--mnist", MNIST, "--images", "60"];
    output(&[&["train", "--config", &config, "--passes", "2", "--seed", "3", "--out", &model], &data[..]].concat());
    output(&[&["label", "--model", &model], &data[..]].concat());
    output(&["evaluate", "--model", &model, "--mnist", MNIST, "--record"]);
    assert!(shipped == lab.0.bytes("model"), "the model of the first seed is what train, label and evaluate make");
    let report = json(&["evaluate", "--model", &model, "--mnist", MNIST, "--json"]);
    for (name, field) in [
        ("best_guess", "accuracy_best_guess"),
        ("when_sure", "accuracy"),
        ("highest_average", "accuracy_highest_average"),
        ("votes_by_share", "accuracy_votes_by_share"),
    ] {
        assert_eq!(records[0]["accuracy"][name], report[field], "{name}: {report}");
    }

    let fields = image::load_from_memory(&lab.0.bytes("docs/figures/fields-tiny.png")).expect("a PNG file");
    assert_eq!((fields.width(), fields.height()), (4 * 28, 3 * 28), "twelve receptive fields");
    let figures = ["confusion-tiny.png", "spikes.png"].map(|name| lab.0.bytes(&format!("docs/figures/{name}")));
    let linked = ["fields-tiny.png", "confusion-tiny.png", "spikes.png"].map(|name| format!("](figures/{name})"));
    assert!(linked.iter().all(|link| lab.table().contains(link)), "{}", lab.table());
    fs::remove_dir_all(lab.0.path("docs/figures")).expect("it is there");
    lab.run(&["--report"]);
    let again = ["confusion-tiny.png", "spikes.png"].map(|name| lab.0.bytes(&format!("docs/figures/{name}")));
    assert!(figures == again, "the same results make the same pictures");

    let lines = lab.0.bytes("docs/results/tiny-3.json");
    assert!(lab.run(&[]).is_empty(), "all is done, so nothing is run");
    let text = lab.run(&["tiny", "--force", "--jobs", "1", "--json"]);
    let again: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for (again, before) in again.iter().zip(records) {
        assert_eq!(timeless(again.clone()), timeless(before), "run again, one after the other");
    }
    assert_eq!(lab.0.bytes("docs/results/tiny-3.json"), lines, "a result that is the same stays as it was");
    fs::remove_file(lab.0.path("shipped")).expect("it is there");
    lab.run(&[]);
    assert!(lab.0.bytes("shipped") == shipped, "a model that is missing is made again");
}

#[test]
fn a_killed_run_goes_on_to_the_same_bytes() {
    let lab = Lab::new();
    let mut file = lab.tiny();
    (file["checkpoints"], file["seeds"]) = (json!([40, 70]), json!([3]));
    lab.experiment("tiny", &file);
    lab.run(&[]);
    let (shipped, record) = (lab.0.bytes("shipped"), lab.record("tiny-3"));
    fs::remove_dir_all(lab.0.path("docs")).expect("it is there");

    // A table that cannot be written leaves the checkpoint of the whole run; then one of the middle in its place.
    fs::create_dir_all(lab.0.path("docs/results.md")).expect("a writable folder");
    lab.refused(&[], &["tiny seed 3", "results.md"]);
    fs::remove_dir_all(lab.0.path("docs")).expect("it is there");
    let mut unpacked = ["images-idx3", "labels-idx1"].map(|name| {
        let packed = fs::read(format!("{MNIST}/train-{name}-ubyte.gz")).expect("the fixture");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes).expect("a whole file");
        bytes
    });
    let digits = Digits::from_idx(std::mem::take(&mut unpacked[0]), std::mem::take(&mut unpacked[1])).expect("sound");
    let config = Config { neurons: 12, t_present: 100.0, ..Config::default() };
    let mut trainer = Trainer::new(config, Run { seed: 3, images: 60, passes: 2 }).expect("a sound run");
    for _ in 0..70 {
        let image = trainer.next_image().expect("not over yet");
        trainer.learn(digits.image(image)).expect("784 pixels");
    }
    let work = fs::read_dir(lab.0.path("work")).expect("the folder").map(|entry| entry.expect("an entry").path());
    let partial = work.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "partial"));
    let partial = partial.expect("a checkpoint of the run that failed");
    fs::write(&partial, trainer.model().to_bytes().expect("it can be written")).expect("a writable folder");

    let errors = tool(lab.args(&[])).stderr;
    let errors = String::from_utf8_lossy(&errors);
    assert!(errors.contains("120 of 120") && !errors.contains("70 of 120"), "it resumes after 70: {errors}");
    assert_eq!(timeless(lab.record("tiny-3")), timeless(record), "the result of a run that was killed after 70 of 120");
    assert!(lab.0.bytes("shipped") == shipped, "its model");

    fs::write(&partial, b"torn").expect("a writable folder");
    fs::write(partial.with_extension("json"), b"{}").expect("a writable folder");
    lab.refused(&["--force"], &["tiny seed 3", "not a checkpoint of this run", "remove it"]);
}

#[test]
fn a_comparison_finds_another_number_and_changes_nothing() {
    let lab = Lab::new();
    lab.refused(&["tiny", "--check"], &["tiny", "no result for seed 3", "without --check"]);
    lab.run(&["--seed", "3"]);
    assert!(lab.run(&["--seed", "3", "--check"]).contains("the same as before"), "nothing has changed");
    lab.set_record("tiny-3", |record| record["accuracy"]["best_guess"] = json!(0.99));
    let before = lab.0.bytes("docs/results/tiny-3.json");
    lab.refused(&["--seed", "3", "--check"], &["tiny seed 3", "accuracy of best guesses", "99.0000 %", "as recorded"]);
    lab.set_record("tiny-3", |record| record["digest"] = json!("0123456789abcdef"));
    lab.refused(&["--seed", "3", "--check"], &["digest", "0123456789abcdef", "1 more differ"]);
    assert_ne!(lab.0.bytes("docs/results/tiny-3.json"), before, "set by this test");
    lab.set_record("tiny-3", |record| record["setup"]["config"]["w_norm"] = json!(70.0));
    lab.refused(&["--seed", "3", "--check"], &["constants have changed"]);
}

#[test]
fn the_table_tells_means_goals_and_stale_rows_from_the_lines_alone() {
    let lab = Lab::new();
    lab.experiment("twin", &json!({"about": "The same.", "kind": "rule", "same_as": "tiny", "goal": 99}));
    lab.run(&["--report"]);
    assert!(lab.table().contains("**Goals not reached**: tiny (not run yet)."), "{}", lab.table());
    lab.run(&["twin"]);
    for (seed, accuracy) in [(3, 0.31), (1, 0.33)] {
        lab.set_record(&format!("tiny-{seed}"), |record| {
            record["accuracy"] = json!({
                "images": 40, "best_guess": accuracy, "when_sure": 0.25, "undecided": 0.1, "highest_average": 0.2,
                "votes_by_share": 0.3,
            });
        });
    }
    lab.run(&["--report"]);
    let table = lab.table();
    let row = "| [tiny](../experiments/tiny.json) | 12 | triplet | 20.0 | 30.0 | **32.00 ± 1.41** | 31.00, 33.00 | \
               25.00 ± 0.00 | 10.00 ± 0.00 | 20.00 ± 0.00 | 30.00 ± 0.00 |";
    for part in [row, "Goals reached: tiny.", "**Goals not reached**: twin (32.00 of 99.0)."] {
        assert!(table.contains(part), "'{part}' is not in {table}");
    }
    assert_eq!(table.matches("--seed 3 --check").count(), 1, "a run under two names is one run: {table}");

    let mut changed = lab.tiny();
    changed["config"]["w_norm"] = json!(70);
    lab.experiment("tiny", &changed);
    lab.run(&["--report"]);
    assert!(
        lab.table().contains("stale: the experiment has changed since 2 of its 2 seeds were run"),
        "{}",
        lab.table()
    );
    let listed: Value = serde_json::from_str(&lab.run(&["tiny", "--list", "--json"])).expect("JSON");
    assert_eq!((&listed["done"], &listed["stale"]), (&json!(0), &json!(2)), "{listed}");
    assert!(lab.run(&["--list"]).contains("0 of 2 done, 2 stale"), "for people");
}

#[test]
fn a_learning_curve_reads_held_out_training_images_at_each_checkpoint() {
    let lab = Lab::new();
    let file = json!({
        "about": "A curve.", "kind": "learning_curve", "config": {"neurons": 7, "t_present": 100}, "images": 40,
        "label_images": 30, "held_out": 20, "checkpoints": [5, 20], "seeds": [2],
    });
    lab.experiment("curve", &file);
    lab.run(&["curve"]);
    let record = lab.record("curve-2");
    let stages = record["stages"].as_array().expect("stages");
    let presented: Vec<_> = stages.iter().map(|stage| stage["presented"].as_u64().expect("a number")).collect();
    assert_eq!(presented, [5, 20, 40], "{record}");
    assert!(stages[..2].iter().all(|stage| stage["accuracy"]["images"] == 20), "{record}");
    assert_eq!(record["accuracy"]["images"], 20, "held out: {record}");
    let spikes: f64 =
        stages.iter().zip([5.0, 15.0, 20.0]).map(|(s, n)| s["spikes_per_image"].as_f64().expect("n") * n).sum();
    assert!((spikes / 40.0 - record["spikes_per_image"].as_f64().expect("a number")).abs() < 1e-9, "{record}");
    lab.set_record("curve-2", |record| record["stages"][1]["accuracy"]["best_guess"] = json!(0.99));
    let check = tool(lab.args(&["curve", "--check"]));
    let errors = String::from_utf8_lossy(&check.stderr).into_owned();
    assert!(
        !check.status.success() && errors.contains("training in stages"),
        "a checkpoint is compared, too: {errors}"
    );
    lab.run(&["curve", "--force"]);
    assert_eq!(timeless(lab.record("curve-2")), timeless(record.clone()), "and corrected");
    // By the single commands, the network at its end.
    let config = lab.0.write("config.json", br#"{"neurons": 7, "t_present": 100}"#);
    let model = lab.0.path("model");
    let common = ["--mnist", MNIST, "--images"];
    let train = ["train", "--config", &config, "--passes", "1", "--seed", "2", "--out", &model];
    output(&[&train, &common[..], &["40"]].concat());
    output(&[&["label", "--model", &model], &common[..], &["30"]].concat());
    let report = json(&["evaluate", "--model", &model, "--mnist", MNIST, "--held-out", "20", "--json"]);
    assert_eq!(record["accuracy"]["best_guess"], report["accuracy_best_guess"], "{report}");
    assert!(lab.table().contains("| 20 | "), "{}", lab.table());
    assert!(lab.table().contains("![Accuracy against training images"), "{}", lab.table());
    for name in ["curve", "curve-spikes"] {
        let figure = image::load_from_memory(&lab.0.bytes(&format!("docs/figures/{name}.png"))).expect("a PNG file");
        let colours: std::collections::BTreeSet<_> = figure.to_rgb8().pixels().map(|pixel| pixel.0).collect();
        assert!(colours.len() > 10, "{name}: something is drawn, and in colour");
    }
}

#[test]
fn what_cannot_be_run_is_refused_in_one_sentence() {
    let lab = Lab::new();
    lab.refused(&["tyni"], &["no experiment 'tyni'", "tiny", "--list"]);
    lab.refused(&["--seed", "9"], &["--seed", "9", "--list"]);
    for (key, value, says) in [
        ("passess", json!(3), "unknown field `passess`"),
        ("kind", json!("sizes"), "unknown variant `sizes`"),
        ("passes", json!(0), "passes: found 0"),
        ("passes", json!(-1), "invalid value"),
        ("seeds", json!([]), "seeds: found []"),
        ("seeds", json!([1, 1]), "no repeats"),
        ("goal", json!(930), "goal: found 930"),
        ("checkpoints", json!([120]), "from 1 to below 120"),
        ("checkpoints", json!([9, 5]), "ascending"),
        ("config", json!({"neuron": 3}), "neuron is unknown"),
        ("config", json!({"neurons": 0}), "neurons is 0"),
        ("same_as", json!("tiny"), "same_as"),
    ] {
        let mut file = lab.tiny();
        file[key] = value;
        lab.experiment("bad", &file);
        lab.refused(&["tiny"], &["bad.json", says]);
    }
    lab.experiment("bad", &json!({"about": "Nobody's.", "kind": "rule", "same_as": "tinny"}));
    lab.refused(&["tiny"], &["bad.json", "tinny", "another experiment"]);
    lab.0.write("experiments/bad.json", b"{");
    lab.refused(&["tiny"], &["bad.json", "not an experiment"]);
    let mut large = lab.tiny();
    large["images"] = json!(61);
    lab.experiment("bad", &large);
    lab.refused(&["bad"], &["found 60 training images", "at least 61"]);
    fs::remove_file(lab.0.path("experiments/bad.json")).expect("it is there");

    fs::create_dir_all(lab.0.path("docs/results")).expect("a writable folder");
    lab.0.write("docs/results/tiny-3.json", b"{\"experiment\":\"tiny\"}");
    lab.refused(&[], &["tiny-3.json", "not the result of a run", "remove it"]);
    refused(&["reproduce", "--experiments", &lab.0.path("none")], &["none", "no folder of experiments"]);
    refused(&["reproduce", "--experiments", &lab.0.path("docs")], &["found no experiment"]);
    let nowhere = lab.args(&["--mnist", "nowhere"]);
    let nowhere: Vec<_> = nowhere.iter().map(String::as_str).filter(|word| *word != MNIST).collect();
    let place = nowhere.iter().position(|word| *word == "--mnist").expect("the first one");
    fs::remove_file(lab.0.path("docs/results/tiny-3.json")).expect("it is there");
    refused(&[&nowhere[..place], &nowhere[place + 1..]].concat(), &["nowhere", "MNIST"]);
}
