#!/usr/bin/env bash
# Installs what is missing, and nothing twice.
#
#   scripts/setup.sh [all | demo | node | rust | spelling | wasm | browser | parallel]...
#
# demo is the little that serving the page takes: Node and two packages. parallel is for sweeps. all (the default) is the
# rest.
source "$(dirname "$0")/env.sh"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# apt_install WHAT PACKAGE...: WHAT is for the sentence that is printed where there is no apt.
apt_install() {
    local what=$1
    shift
    have apt-get || die "$what is missing and there is no apt here to install it with; please install it and run this again"
    say "installing $* with apt"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
        die "apt could not install $*; please install $what yourself and run this again"
}

check_node() {
    have node && have npm || die "Node.js 20.19 or newer, with npm, is needed; see https://nodejs.org"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        die "Node.js $(node --version) is too old: 20.19 or newer is needed; see https://nodejs.org"
}

# npm leaves its own copy of the lock file in node_modules; it is as old as the last install.
node_modules_fresh() {
    [ -e "node_modules/$1" ] && [ node_modules/.package-lock.json -nt package-lock.json ]
}

setup_demo() {
    check_node
    node_modules_fresh vite && return
    say "installing the page's packages (npm ci --omit=dev)"
    npm ci --omit=dev --no-audit --no-fund >&2
}

setup_node() {
    check_node
    node_modules_fresh vitest && return
    say "installing the development packages (npm ci)"
    npm ci --no-audit --no-fund >&2
}

rust_new_enough() {
    have cargo && have rustc || return 1
    local found
    found=$(rustc --version | awk '{ print $2 }')
    [ "$(printf '%s\n' "$rust_minimum" "$found" | sort -V | head -n 1)" = "$rust_minimum" ]
}

setup_rust() {
    if ! rust_new_enough; then
        have rustup && die "$(rustc --version) is too old: $rust_minimum or newer is needed; try: rustup update"
        apt_install "Rust $rust_minimum or newer" rustc-web cargo-web
        rust_new_enough || die "$(rustc --version) of this system is too old: $rust_minimum or newer is needed; see https://rustup.rs"
    fi
    if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
    if have rustup; then
        rustup component add rustfmt clippy
    else
        apt_install "rustfmt and clippy" rustfmt-web rust-web-clippy
    fi
}

# rustup waits long and often for a server that does not answer; a closed network must not cost minutes.
rustup_target_add() {
    have rustup || return 1
    say "adding the $wasm_target target with rustup"
    local limit=()
    if have timeout; then limit=(timeout 120); fi
    "${limit[@]}" rustup target add $wasm_target >/dev/null 2>&1 || {
        say "rustup could not fetch it"
        return 1
    }
}

# Where rustup's server is out of reach, Debian's compiler is not, but it comes without a wasm32 standard library
# and without the linker under the name rustc calls it by. Both are made here, in about a minute.
build_debian_wasm_std() {
    local packages=(rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-19) scratch host
    dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || apt_install "a Rust that builds for $wasm_target" "${packages[@]}"
    export RUSTC=/usr/bin/rustc
    host=$($RUSTC -vV | awk '/^host:/ { print $2 }')
    as_root mkdir -p "/usr/lib/rustlib/$host/bin" "$debian_wasm_std/lib"
    as_root ln -sfn "$(command -v lld-19)" "/usr/lib/rustlib/$host/bin/rust-lld"

    say "building the $wasm_target standard library for $($RUSTC --version), once"
    scratch=$(mktemp -d)
    mkdir "$scratch/src"
    printf '[package]\nname = "empty"\nedition = "2024"\n' >"$scratch/Cargo.toml"
    echo '#![no_std]' >"$scratch/src/lib.rs"
    # Without the bitcode, link-time optimisation of our crate fails. Panics name source files: not this machine's.
    (cd "$scratch" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target \
        RUSTFLAGS="-Cembed-bitcode=yes --remap-path-prefix=$cargo_home=cargo" \
        /usr/bin/cargo build --quiet -Z build-std=std,panic_abort,test --target $wasm_target --release)
    rm -f "$scratch/target/$wasm_target/release/deps/"libempty-*.rlib
    as_root find "$debian_wasm_std/lib" -name '*.rlib' -delete
    as_root cp "$scratch/target/$wasm_target/release/deps/"*.rlib "$debian_wasm_std/lib/"
    $RUSTC --version | as_root tee "$debian_wasm_stamp" >/dev/null
    rm -rf "$scratch"
    unset RUSTC
    # Cargo does not notice that the library under its old artefacts has changed.
    rm -rf "target/$wasm_target"
}

setup_wasm_std() {
    use_wasm_toolchain || rustup_target_add || build_debian_wasm_std
    use_wasm_toolchain || die "no Rust here can build for $wasm_target; scripts/doctor.sh tells what was found"
    if [ "${RUSTUP_TOOLCHAIN-}" = debian ] && ! rustup toolchain list | grep -q '^debian'; then
        rustup toolchain link debian /usr
    fi
}

# cargo_install CRATE VERSION PROGRAM: unless PROGRAM is there and of that version.
cargo_install() {
    local crate=$1 version=$2 program=$3
    [ "$("$program" --version 2>/dev/null | awk '{ print $2 }')" = "$version" ] && return
    say "installing $crate $version (some minutes, once)"
    cargo install --quiet --locked "$crate" --version "$version"
}

setup_wasm() {
    setup_rust
    # In a subshell: programs need the usual compiler, not the one chosen for wasm32.
    (setup_wasm_std)
    cargo_install wasm-pack "$wasm_pack_version" wasm-pack
    cargo_install wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen
}

setup_spelling() {
    [ "$(typos --version 2>/dev/null)" = "typos-cli $typos_version" ] && return
    python3 -c 'import venv, ensurepip' 2>/dev/null || apt_install "Python 3 with venv" python3 python3-venv
    say "installing typos $typos_version, the spelling check"
    python3 -m venv target/spelling
    target/spelling/bin/pip install --quiet --disable-pip-version-check "typos==$typos_version"
}

setup_browser() {
    if ! find_chrome >/dev/null || ! have chromedriver; then
        # The last two are what they only recommend: without a font there is no text.
        apt_install "Chrome or Chromium with a chromedriver of the same version" \
            chromium chromium-driver chromium-sandbox fonts-liberation
    fi
    # Debian's Chromium has a shell without windows, in which the tests take less time; it must be of the same version. A Chrome
    # from elsewhere does alone.
    first_of chromium-headless-shell chrome-headless-shell >/dev/null && return
    dpkg-query -W chromium >/dev/null 2>&1 || return 0
    (apt_install "Chromium's shell without windows" chromium chromium-driver chromium-headless-shell) ||
        say "the browser tests run in the whole Chromium"
}

setup_parallel() {
    # moreutils has another program of that name.
    parallel --version 2>/dev/null | grep -q '^GNU parallel' && return
    apt_install "GNU parallel" parallel
}

setup_all() {
    setup_node
    setup_spelling
    setup_wasm
    setup_browser
}

for step in "${@:-all}"; do
    case $step in
    all | demo | node | rust | spelling | wasm | browser | parallel) "setup_$step" ;;
    *) die "scripts/setup.sh knows all, demo, node, rust, spelling, wasm, browser and parallel, not '$step'" ;;
    esac
done
