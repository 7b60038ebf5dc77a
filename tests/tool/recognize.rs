//! Proves that `recognize` reads pictures whatever their form and name.

use std::fs;

use serde_json::Value;

use crate::support::mini;
use crate::support::tool::*;

#[test]
fn pictures_are_read_whatever_their_form() {
    let bench = Bench::new();
    let digits = mini::digits();
    let plain = bench.picture("plain.png", digits.image(0), 28);
    let inverted: Vec<u8> = digits.image(0).iter().map(|grey| 255 - grey).collect();
    let inverted = bench.picture("inverted.png", &inverted, 28);
    let rgba = bench.path("rgba.png");
    image::RgbaImage::from_fn(28, 28, |x, y| image::Rgba([0, 0, 0, digits.image(0)[(y * 28 + x) as usize]]))
        .save(&rgba)
        .expect("a writable folder");
    let text = output(&["recognize", "--model", &bench.path("model"), "--json", &plain, &inverted, &rgba]);
    let lines: Vec<Value> = text.lines().map(|line| timeless(serde_json::from_str(line).expect("JSON"))).collect();
    assert_eq!(lines[1], lines[0], "black on white is white on black");
    assert_eq!(lines[2], lines[0], "black ink on nothing is black ink on white paper");
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_unicode_is_no_trouble() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    let bench = Bench::new();
    let odd = bench.folder.path().join(OsStr::from_bytes(b"ink-\xff.png"));
    fs::rename(bench.picture("plain.png", mini::digits().image(0), 28), &odd).expect("a writable folder");
    let args = ["recognize", "--json", "--model", &bench.path("model")].map(OsString::from);
    let output = tool(args.into_iter().chain([odd.into_os_string()]));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let line: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(line["file"].as_str().is_some_and(|file| file.ends_with(".png")), "{line}");
}
