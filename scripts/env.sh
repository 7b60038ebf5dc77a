# Sourced by the other scripts: where things are, which versions, and which Rust builds for the browser.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cargo_home="${CARGO_HOME:-$HOME/.cargo}"
export PATH="$PWD/node_modules/.bin:$PWD/target/spelling/bin:$cargo_home/bin:$PATH"

wasm_target=wasm32-unknown-unknown
wasm_pack_version=0.15.1
typos_version=1.52.0
# The wasm-bindgen program and the crate talk through a private format: their versions must be equal.
wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)
rust_minimum=$(awk -F'"' '/^rust-version/ { print $2 }' Cargo.toml)

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '==> %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints the first of the given commands that is on the PATH.
first_of() {
    local command
    for command in "$@"; do
        if command -v "$command"; then return; fi
    done
    return 1
}

find_chrome() {
    first_of chromium chromium-browser google-chrome google-chrome-stable chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}

# Debian ships no standard library for wasm32: setup.sh builds one and notes for which compiler.
debian_wasm_std=/usr/lib/rustlib/$wasm_target
debian_wasm_stamp=$debian_wasm_std/built-for

# Does this compiler have a standard library for wasm32, and if we built it, is it still the one for this compiler?
has_wasm_std() {
    local rustc=$1 sysroot
    sysroot=$("$rustc" --print sysroot 2>/dev/null) || return 1
    compgen -G "$sysroot/lib/rustlib/$wasm_target/lib/libstd-*.rlib" >/dev/null || return 1
    [ "$sysroot" != /usr ] || [ ! -e "$debian_wasm_stamp" ] ||
        [ "$(cat "$debian_wasm_stamp")" = "$("$rustc" --version)" ]
}

# Makes cargo, rustc and wasm-pack use a compiler that can build for wasm32: the usual one if it can, else Debian's.
# Every build for the browser calls this first, so that all of them agree.
use_wasm_toolchain() {
    if have rustc && has_wasm_std rustc; then return 0; fi
    if [ -x /usr/bin/rustc ] && has_wasm_std /usr/bin/rustc; then
        if have rustup; then export RUSTUP_TOOLCHAIN=debian; else export PATH="/usr/bin:$PATH"; fi
        return 0
    fi
    return 1
}
