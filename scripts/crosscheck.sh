#!/usr/bin/env bash
# Runs the network in Brian 2 beside ours on the same spikes and prints how far they agree; ends with an error below 99 %.
# `crosscheck.sh --golden tests/crosscheck` writes the files with which `cargo test` repeats the comparison without Brian 2.
source "$(dirname "$0")/env.sh"

venv=target/crosscheck/venv
have python3 || die "found no python3, expected 3.10 or newer; install it first"
cargo build --release
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import brian2' 2>/dev/null; then
    say "installing Brian 2 into $venv"
    python3 -m venv "$venv"
    # With numpy 2.4 and newer Brian 2.9 does not import.
    "$venv/bin/pip" install --quiet 'brian2==2.9.0' 'numpy<2.4' 'setuptools<81'
fi
"$venv/bin/python" tests/crosscheck/brian2_twin.py target/release/stdp-digits target/crosscheck \
    tests/fixtures/mini "$@"
