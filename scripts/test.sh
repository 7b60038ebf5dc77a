#!/usr/bin/env bash
# Runs every part of the tests, or those named as arguments; ends with a table and the line "N passed, 0 failed".
# A part without tests has failed: nothing passes by being absent.
source "$(dirname "$0")/env.sh"

wasm() {
    use_wasm_toolchain || die "no Rust here can build for $wasm_target; run scripts/setup.sh first"
    "$@"
}

# Parts that are one check each.
check_format() { cargo fmt --check; }
check_lint() { cargo clippy --all-targets -- -D warnings; }
check_lint_wasm() {
    wasm cargo clippy --target $wasm_target --no-default-features --features whole --lib --tests -- -D warnings
    wasm cargo clippy --target $wasm_target --no-default-features --lib -- -D warnings
}
check_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --no-deps; }
check_types() { tsc -p www; }
check_spelling() { typos; }
check_page() { biome check www/js www/words www/public; }

# Parts that count their tests.
test_rust() { cargo test --no-fail-fast; }
# Only whether they run: the development profile shares what the tests have compiled.
test_benches() { cargo bench --profile dev --bench '*' -- --test; }
test_wasm() {
    # The driver is named, or else wasm-pack may download one that does not match the browser.
    # webdriver.json says --no-sandbox because Chrome refuses to start as root with one; it loads only our own tests.
    export WASM_BINDGEN_TEST_TIMEOUT=120
    wasm wasm-pack test --mode no-install --headless --chrome --chromedriver "$(command -v chromedriver)" . \
        --no-default-features --features whole
}
test_web() { vitest run; }
# What a failed test leaves behind, a picture and where it stood, is in target/test-results.
test_browser() { vite build --logLevel warn && playwright test; }
# Only what is quick; test_rust has these too.
test_lib() { cargo test --lib; }

all=(check_format check_lint check_lint_wasm check_docs check_types check_page check_spelling test_rust test_benches test_wasm test_web test_browser)

# count passed|failed LOG: sums what cargo, criterion, wasm-bindgen, vitest and Playwright report.
count() {
    sed 's/\x1b\[[0-9;]*[A-Za-z]//g' "$2" | awk -v what="$1" '
        /^test result:/ { sub(/^test result: [A-Za-z]+\. /, ""); split($0, part, "; ")
                          for (i in part) { split(part[i], word, " "); if (word[2] == what) sum += word[1] } }
        /^ *Tests  / { for (i = 1; i < NF; i++) if ($(i + 1) ~ "^" what) sum += $i }
        /^ +[0-9]+ (passed|failed)( \([0-9.]+[a-z]+\))?$/ && $2 == what { sum += $1 }
        what == "passed" && /^Success$/ { sum += 1 }
        END { print sum + 0 }'
}

logs=target/test-logs
mkdir -p "$logs"
table=$(printf '%-16s %7s %7s %8s' part passed failed seconds)
all_passed=0
all_failed=0

for name in "${@:-${all[@]}}"; do
    declare -F "$name" >/dev/null || die "there is no part '$name'; the parts are: ${all[*]}"
    say "$name"
    log=$logs/$name.log
    start=$SECONDS
    status=0
    ("$name") 2>&1 | tee "$log" || status=$?
    if [[ $name == check_* ]]; then
        passed=$((status == 0)) failed=$((status != 0))
    else
        passed=$(count passed "$log") failed=$(count failed "$log")
        if [ "$failed" = 0 ] && { [ $status != 0 ] || [ "$passed" = 0 ]; }; then failed=1; fi
    fi
    all_passed=$((all_passed + passed))
    all_failed=$((all_failed + failed))
    table+=$'\n'$(printf '%-16s %7d %7d %8d' "$name" "$passed" "$failed" $((SECONDS - start)))
done

printf '\n%s\n\n%d passed, %d failed\n' "$table" $all_passed $all_failed
[ $all_failed = 0 ]
