#!/usr/bin/env bash
# Trains, labels and measures models/N.safetensors with the constants of experiments/N.json, N = 400 unless told
# otherwise. Running it again gives the same bytes.
source "$(dirname "$0")/env.sh"

cargo build --release
tool=target/release/stdp-digits
mkdir -p models runs
for neurons in "${@:-400}"; do
    # Every cell of a larger network learns from fewer images, so it takes more passes.
    case $neurons in 1600) passes=5 ;; *) passes=3 ;; esac
    "$tool" train --config "experiments/$neurons.json" --passes $passes --seed 1 --out "runs/$neurons.safetensors"
    "$tool" label --model "runs/$neurons.safetensors" --out "models/$neurons.safetensors"
    "$tool" evaluate --model "models/$neurons.safetensors" --record
done
