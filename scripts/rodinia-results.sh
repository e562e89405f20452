#!/usr/bin/env bash
# Tunes the workloads of docs/rodinia.md, and judges their kernels tuned by hand, into benches/results/rodinia/. Times are by the simulator: they
# come out the same on every machine that lets each variant run to its end: one so busy that the deadline ends some (`timeout`, `deadline` among
# the outcomes) gives other results. A result that is there is kept, so that an interrupted script goes on where it was.
set -euo pipefail

results=${RESULTS:-benches/results/rodinia}
warpsmith=${WARPSMITH:-target/release/warpsmith}
workloads=${WORKLOADS:-$(cd corpus && echo rodinia/*)}
target=${TARGET:-p100}
budget=${BUDGET:-300}
seed=${SEED:-1}
jobs=${JOBS:-1}

# keep FILE COMMAND...: what a command of warpsmith prints as JSON, with paths from here. Nothing better (2) is a result, too.
keep() {
    local file=$1
    shift
    if ! [ -e "$file" ]; then
        "$warpsmith" "$@" --target "$target" --json >"$file.part" || [ $? -eq 2 ]
        sed -i "s|$PWD/||g" "$file.part"
        mv "$file.part" "$file"
    fi
}

mkdir -p "$results"
for workload in $workloads; do
    name=${workload//\//-}
    keep "$results/$name-expert.json" judge "corpus/$workload" --expert
    keep "$results/$name-tune.json" tune "corpus/$workload" --budget "$budget" --seed "$seed" --jobs "$jobs" \
        --out "runs/rodinia/$name" --overwrite
    echo "$workload: done"
done
