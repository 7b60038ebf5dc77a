#!/usr/bin/env bash
# Trains, labels and measures models/N.safetensors as experiments/N.json says, N = 400 unless told otherwise. Running it
# again gives the same bytes; interrupted, it goes on where it was.
source "$(dirname "$0")/env.sh"

cargo build --release
for neurons in "${@:-400}"; do
    seed=$(node -p "JSON.parse(fs.readFileSync('experiments/$neurons.json')).seeds[0]")
    target/release/stdp-digits reproduce "$neurons" --seed "$seed" --force
done
