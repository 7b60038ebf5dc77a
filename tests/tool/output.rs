//! Standard output may be closed or full: no panic, and files are whole.

use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    for command in [&["schema"][..], &["inspect", "models/100.safetensors"], &["mini"]] {
        let mut tool = Command::new(cargo_bin!("stdp-digits"))
            .args(command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the tool starts");
        drop(tool.stdout.take());
        let ended = tool.wait_with_output().expect("the tool ends");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{command:?}");
        assert!(ended.status.success(), "{command:?}: {}", ended.status);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_a_sentence() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has /dev/full");
    let ended = Command::new(cargo_bin!("stdp-digits")).arg("schema").stdout(full).output().expect("the tool runs");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.starts_with("error: standard output: No space left on device"), "{said}");
    assert_eq!(ended.status.code(), Some(1));
}
