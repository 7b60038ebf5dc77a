#!/usr/bin/env bash
# One run of a sweep: sweep-run.sh CONFIG.json SEED FOLDER
#
# Leaves FOLDER/NAME-SEED.safetensors and FOLDER/NAME-SEED.json, one line. Both depend on configuration file, seed and
# the settings below alone. A run that was killed goes on from its checkpoint, one that is finished is not done again.
source "$(dirname "$0")/env.sh"

[ $# = 3 ] || die "found $# arguments, expected a configuration file, a seed and a folder"
config=$1 seed=$2 folder=$3
name=$(basename "$config" .json)-$seed
tool=${STDP_DIGITS:-target/release/stdp-digits}
# Learn from the first so many training images, so many times; measure on the last so many. Test images are for the end.
images=${IMAGES:-50000} passes=${PASSES:-1} label_images=${LABEL_IMAGES:-10000} held_out=${HELD_OUT:-10000}

line=$folder/$name.json model=$folder/$name.safetensors
[ ! -e "$line" ] || exit 0
mkdir -p "$folder"
trained=$folder/$name.trained
[ -e "$trained" ] ||
    "$tool" train --config "$config" --seed "$seed" --images "$images" --passes "$passes" --out "$trained" >&2
"$tool" label --model "$trained" --images "$label_images" --threads 1 --out "$model" >&2
# What depends on clock and place has no business in a result.
"$tool" evaluate --model "$model" --held-out "$held_out" --threads 1 --json |
    sed -E 's/"ms_per_image":[^,]*,|"model":"[^"]*",|"thresholds":\[[^]]*\],//g; s/"seed":[^,}]*,?//' |
    sed "s|^{|{\"run\":\"$name\",\"config\":\"$config\",\"seed\":$seed,\"passes\":$passes,\"learned\":$images,|" >"$line.new"
rm "$trained"
mv "$line.new" "$line"
