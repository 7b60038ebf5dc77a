#!/usr/bin/env bash
# Measures the speed: criterion natively, then the same kind of work in WebAssembly, then the page. Nothing is asserted.
source "$(dirname "$0")/env.sh"

node scripts/source-digest.mjs --check || scripts/build-pkg.sh
cargo bench --bench '*'
node benches/wasm.js
vite build --logLevel warn
node benches/page.js
node benches/training.js
