#!/usr/bin/env bash
# Everything that needs a GPU, with one command, on a machine that has a driver and nothing else: what the machine has, microbenchmarks, how
# well the simulator's clock ranks measured variants, and tuning runs with confirmed results. Eight minutes unless SECONDS_TOTAL says otherwise.
#
#   make static                      # elsewhere: the self-contained binary target/static/release/warpsmith
#   scripts/gpu.sh [OUT]             # here, in a checkout; results go to OUT (default: gpu-results)
#
# WARPSMITH names another binary, GPU another device, TARGET the device's description, ARGUMENTS further arguments of `bench gpu`.
set -euo pipefail
cd "$(dirname "$0")/.."

warpsmith=${WARPSMITH:-target/static/release/warpsmith}
out=${1:-gpu-results}
gpu=${GPU:-0}
total=${SECONDS_TOTAL:-470}

mkdir -p "$out"
"$warpsmith" doctor --json >"$out/doctor.json" || true
"$warpsmith" doctor || true
# Clocks, modes and temperatures before and after; read, never set.
query=timestamp,name,driver_version,pstate,clocks.sm,clocks.mem,clocks.max.sm,temperature.gpu,power.draw,power.limit,mig.mode.current
state() { nvidia-smi --id="$gpu" --query-gpu="$query" --format=csv 2>/dev/null || echo "nvidia-smi is not here"; }
state >"$out/before.csv"
read -ra more <<<"${ARGUMENTS:-}"
status=0
"$warpsmith" bench gpu --gpu "$gpu" --target "${TARGET:-h200}" --seconds "$total" --out "$out" "${more[@]}" | tee "$out/table.txt" || status=$?
state >"$out/after.csv"
# One file in place of many: results are carried home from such machines.
if [ -d "$out/runs" ] && tar -C "$out" -czf "$out/runs.tar.gz" runs; then
    rm -r "$out/runs"
fi
exit "$status"
