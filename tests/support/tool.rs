//! The tool as a person runs it, in a folder of its own, on a hundred digits.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use image::GrayImage;
use serde_json::Value;
use tempfile::TempDir;

pub(crate) const MNIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mini");
pub(crate) const STROKES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pen_drawings.jsonl");

/// Runs the tool; panics only if it cannot be started.
pub(crate) fn tool<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    assert_cmd::cargo::cargo_bin_cmd!("stdp-digits").args(args).output().expect("the tool starts")
}

/// Standard output of a run that must succeed.
pub(crate) fn output(args: &[&str]) -> String {
    let output = tool(args);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).expect("text")
}

/// The one JSON object on standard output.
pub(crate) fn json(args: &[&str]) -> Value {
    let text = output(args);
    assert_eq!(text.lines().count(), 1, "{args:?}: one line expected, found {text}");
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{args:?}: {error} in {text}"));
    assert!(value.is_object(), "{args:?}: {value}");
    value
}

/// Runs that must fail: one sentence that says all of `parts`, no output.
pub(crate) fn refused(args: &[&str], parts: &[&str]) {
    let output = tool(args);
    let errors = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{args:?}: exit status; {errors}");
    assert!(output.stdout.is_empty(), "{args:?}: prints {}", String::from_utf8_lossy(&output.stdout));
    assert!(errors.starts_with("error: ") && errors.trim_end().lines().count() == 1, "{args:?}: no sentence: {errors}");
    assert!(!errors.contains("panicked"), "{args:?}: {errors}");
    for part in parts {
        assert!(errors.contains(part), "{args:?}: '{}' does not say '{part}'", errors.trim_end());
    }
}

/// A folder to work in, with a labelled model of twelve cells.
pub(crate) struct Bench {
    pub(crate) folder: TempDir,
}

impl Bench {
    pub(crate) fn empty() -> Bench {
        Bench { folder: TempDir::new().expect("a folder for temporary files") }
    }

    pub(crate) fn new() -> Bench {
        let bench = Bench::empty();
        output(&bench.train(&bench.path("trained"), 12));
        let (trained, model) = (bench.path("trained"), bench.path("model"));
        output(&["label", "--mnist", MNIST, "--images", "60", "--model", &trained, "--out", &model]);
        bench
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("a name in UTF-8").into()
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.path(name), bytes).expect("a writable folder");
        self.path(name)
    }

    /// A picture as a PNG file.
    pub(crate) fn picture(&self, name: &str, pixels: &[u8], width: usize) -> String {
        let height = pixels.len() / width;
        let picture = GrayImage::from_raw(width as u32, height as u32, pixels.to_vec()).expect("whole rows");
        picture.save(self.path(name)).expect("a writable folder");
        self.path(name)
    }

    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<_> = fs::read_dir(self.folder.path())
            .expect("the folder exists")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort();
        files
    }

    pub(crate) fn train<'a>(&self, out: &'a str, neurons: u32) -> Vec<&'a str> {
        let neurons = if neurons == 12 { "12" } else { "7" };
        vec![
            "train",
            "--mnist",
            MNIST,
            "--neurons",
            neurons,
            "--images",
            "60",
            "--passes",
            "30",
            "--seed",
            "3",
            "--out",
            out,
        ]
    }
}

/// MNIST in plain files, the same forty digits for both halves.
pub(crate) fn plain_mnist(bench: &Bench) -> String {
    let folder = bench.path("mnist");
    fs::create_dir(&folder).expect("a writable folder");
    for kind in ["images-idx3-ubyte", "labels-idx1-ubyte"] {
        for set in ["train", "t10k"] {
            fs::copy(format!("{MNIST}/t10k-{kind}"), format!("{folder}/{set}-{kind}")).expect("a writable folder");
        }
    }
    folder
}

/// A whole number from an object.
pub(crate) fn whole(object: &Value, field: &str) -> u64 {
    object[field].as_u64().unwrap_or_else(|| panic!("{field} of {object} is no whole number"))
}
pub(crate) fn number(object: &Value, field: &str) -> f64 {
    object[field].as_f64().unwrap_or_else(|| panic!("{field} of {object} is no number"))
}
/// The same object without what depends on the clock and the place.
pub(crate) fn timeless(mut object: Value) -> Value {
    for field in ["ms_per_image", "seconds", "out", "model", "file"] {
        object.as_object_mut().expect("an object").remove(field);
    }
    object
}
