#!/usr/bin/env bash
# Measures what benches/threads.md reports, into benches/results/threads/: for each model and framework what `tune` finds, and the truth by
# `exhaust`. Needs a machine that does nothing else: about an hour on two cores. `make threads-results` sets the
# environments up first. A run that is there is kept, so that an interrupted script goes on where it was.
set -euo pipefail

place=${PLACE:-runs/threads-demo}
results=${RESULTS:-benches/results/threads}
warpsmith=${WARPSMITH:-target/release/warpsmith}
onnxruntime=${ONNXRUNTIME_MODELS-dlrm_rmc1 dlrm_rmc2 dlrm_rmc3 wide_deep transformer resnet18 width4}
tensorflow=${TENSORFLOW_MODELS-width4}

mkdir -p "$results"
{
    date --utc +"%Y-%m-%d %H:%M UTC"
    "$warpsmith" threads topology
    echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
} >>"$results/machine.txt" # appended: a run that goes on where another was says so

# measure FRAMEWORK MODEL [OPTION...]
measure() {
    local framework=$1 model=$2
    shift 2
    local python=$place/$framework/bin/python
    local file=$place/models/$model.onnx
    local tuned=$results/$framework-$model-tune.json truth=$results/$framework-$model-exhaust.json
    "$warpsmith" threads models --python "$python" --out "$place/models" "$model" >/dev/null
    if ! [ -e "$tuned" ]; then
        "$warpsmith" threads tune "$file" --scenario "$framework" --python "$python" --json \
            --out "$place/results-$framework-$model" --overwrite "$@" >"$tuned.part" || [ $? -eq 2 ]
        mv "$tuned.part" "$tuned"
    fi
    if ! [ -e "$truth" ]; then
        "$warpsmith" threads exhaust "$file" --scenario "$framework" --python "$python" --json \
            --tuned "$place/results-$framework-$model" --out "$place/truth-$framework-$model" --overwrite "$@" >"$truth.part"
        mv "$truth.part" "$truth"
    fi
    echo "$framework $model: done, load $(cut -d' ' -f1 /proc/loadavg)" | tee -a "$results/machine.txt"
}

for model in $onnxruntime; do measure onnxruntime "$model"; done
for model in $tensorflow; do measure tensorflow "$model"; done
