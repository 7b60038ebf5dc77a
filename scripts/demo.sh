#!/usr/bin/env bash
# Serves the page. It takes Node only, as long as pkg/ was built from the sources that lie here.
source "$(dirname "$0")/env.sh"

scripts/setup.sh demo
if ! node scripts/source-digest.mjs --check; then
    if have cargo; then
        say "the sources have changed since pkg/ was built: building it again"
        scripts/setup.sh node wasm
        scripts/build-pkg.sh
    elif [ -e pkg/stdp_digits_bg.wasm ]; then
        say "the sources have changed since pkg/ was built, and there is no Rust here to build it again: the page will show what the old sources did (see https://rustup.rs)"
    else
        die "pkg/ is missing and there is no Rust here to build it; see https://rustup.rs"
    fi
fi
exec vite
