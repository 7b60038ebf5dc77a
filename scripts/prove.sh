#!/usr/bin/env bash
# Runs the tests that take minutes: whole trainings on MNIST, compared with what is known of the network.
source "$(dirname "$0")/env.sh"

cargo test --test library equilibrium -- --ignored --nocapture
