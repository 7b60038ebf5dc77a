#!/usr/bin/env bash
# Trains, labels and measures the model that the page loads. Running it again gives the same bytes.
source "$(dirname "$0")/env.sh"

cargo build --release
tool=target/release/stdp-digits
mkdir -p models runs
"$tool" train --neurons 400 --passes 3 --seed 1 --out runs/400.safetensors
"$tool" label --model runs/400.safetensors --out models/400.safetensors
"$tool" evaluate --model models/400.safetensors --record
