#!/usr/bin/env bash
# Six short runs through GNU parallel, merged into one table; then the same with a run that is killed and goes on, which
# has to give the same bytes.
source "$(dirname "$0")/env.sh"

[ -n "${STDP_DIGITS-}" ] || cargo build --release
work=target/sweep-smoke
rm -rf "$work"
mkdir -p "$work/configs"
echo '{ "neurons": 10 }' >"$work/configs/triplet.json"
echo '{ "neurons": 10, "rule": { "kind": "pair" } }' >"$work/configs/pair.json"
echo '{ "neurons": 10, "rule": { "kind": "power_law" } }' >"$work/configs/power-law.json"
# A checkpoint is written every 10,000 images: enough to have one, and to be killed after it.
export IMAGES=12000 LABEL_IMAGES=500 HELD_OUT=500

sweep() { parallel --halt now,fail=1 scripts/sweep-run.sh {1} {2} "$1" ::: "$work"/configs/*.json ::: 1 2; }

say "six runs"
sweep "$work/whole"

say "the same, one of them killed after its first checkpoint"
checkpoint=$work/killed/triplet-2.trained.partial
setsid scripts/sweep-run.sh "$work/configs/triplet.json" 2 "$work/killed" &
run=$!
until [ -e "$checkpoint" ] || ! kill -0 $run 2>/dev/null; do sleep 0.02; done
kill -KILL -- -$run 2>/dev/null || true
wait $run 2>/dev/null || true
[ -e "$checkpoint" ] || die "the run was over before it could be killed; nothing is proved"
sweep "$work/killed"

for file in "$work"/whole/*; do
    cmp "$file" "$work/killed/$(basename "$file")" || die "$file: a killed run gave other bytes"
done
[ "$(find "$work/killed" -type f | wc -l)" = 12 ] || die "$work/killed: expected 6 models and 6 lines, and nothing else"

node scripts/sweep-table.mjs "$work"/whole/*.json
say "killed and resumed: the same 12 files, byte for byte"
