#!/usr/bin/env bash
# Builds pkg/, what the page loads: the library as a WebAssembly module with its JavaScript and types; and pkg/look/, the
# same with no more than drawing and looking take, for the first view (docs/performance.md has the sizes).
source "$(dirname "$0")/env.sh"

use_wasm_toolchain || die "no Rust here can build for $wasm_target; run scripts/setup.sh first"
digest=$(node scripts/source-digest.mjs)

# build FOLDER WASM_OPT_LEVEL CARGO_ARGUMENT…
build() {
    local folder=$1 module=$1/stdp_digits_bg.wasm optimise=$2
    shift 2
    # no-install: wasm-pack takes the wasm-bindgen that setup.sh installed and downloads nothing.
    # Panic messages name source files: the prefixes are cut so that the module is the same wherever it is built.
    wasm-pack build --mode no-install --target web --release --out-dir "$folder" -- --no-default-features "$@" \
        --config "target.$wasm_target.rustflags = ['--remap-path-prefix=$cargo_home=cargo', '--remap-path-prefix=$PWD=.']"

    # The features are those that rustc itself uses; without naming them, wasm-opt refuses the module.
    wasm-opt "$optimise" \
        --enable-bulk-memory --enable-multivalue --enable-mutable-globals --enable-nontrapping-float-to-int \
        --enable-reference-types --enable-sign-ext --enable-simd \
        -o "$module" "$module"

    # wasm-pack hides its output from git; ours is committed, so that the page can be served without Rust.
    # It also copies the README, which would only go stale here.
    rm -f "$folder/.gitignore" "$folder/README.md"
    say "$folder is built: $(wc -c <"$module") bytes of WebAssembly"
}

build pkg -O3 --features whole
# Of the first view, each byte is waited for: optimised for size, it looks 0.1 ms longer at a digit.
build pkg/look -Oz --config 'profile.release.opt-level = "s"'
echo "$digest" >pkg/SOURCE_DIGEST
