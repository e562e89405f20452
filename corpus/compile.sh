#!/bin/sh
# Makes each kernel.ll of the corpus from its kernel.cu, and each expert.ll from its expert.cu.
#
#   corpus/compile.sh [--check] [FOLDER...]
#
# Without folders: every folder of the corpus that has a kernel.cu. With --check nothing is written: the script says which
# committed files differ from what it would make, and fails if any does.
#
# The IR is taken early: the front end marks it as meant for -O3 but runs no pass; then helpers are inlined, variables are
# promoted to registers, and what is trivially redundant goes. Loops are as they were written, so that edits and facts
# act on them before the whole -O3 runs. CLANG and OPT name other executables of LLVM 22.
set -eu

corpus=$(cd "$(dirname "$0")" && pwd)

find_tool() {
  for candidate in "$@"; do
    if command -v "$candidate" >/dev/null 2>&1; then
      echo "$candidate"
      return
    fi
  done
  echo "compile.sh: found none of: $*; install clang-22 and llvm-22, or set CLANG and OPT" >&2
  exit 1
}
clang=$(find_tool ${CLANG:-clang-22 /usr/lib/llvm-22/bin/clang})
opt=$(find_tool ${OPT:-opt-22 /usr/lib/llvm-22/bin/opt})

check=no
if [ "${1:-}" = --check ]; then
  check=yes
  shift
fi
if [ $# -eq 0 ]; then
  set -- "$corpus"/*/*/
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
early=$scratch/early.ll
promoted=$scratch/promoted.ll
made=$scratch/made.ll
passes='always-inline,globaldce,function(sroa,early-cse,simplifycfg,instsimplify,adce,simplifycfg),strip-dead-prototypes'

# Makes the module of one source: FOLDER NAME. It is compiled from inside the folder, so that no path gets into it.
make_module() (
  cd "$1"
  "$clang" -x cuda --cuda-device-only --cuda-gpu-arch=sm_90 -nocudainc -nocudalib \
    -Xclang -target-feature -Xclang +ptx80 \
    -std=c++17 -fdeclspec -I "$corpus/include" \
    -O3 -Xclang -disable-llvm-passes -fno-discard-value-names -fno-ident \
    -S -emit-llvm "$2.cu" -o "$early"
  "$opt" -S -passes="$passes" "$early" -o "$promoted"
  sed '/^; ModuleID = /d' "$promoted" >"$made"
)

status=0
for folder in "$@"; do
  folder=${folder%/}
  for name in kernel expert; do
    [ -f "$folder/$name.cu" ] || continue
    make_module "$folder" "$name"
    if cmp -s "$made" "$folder/$name.ll"; then
      continue
    elif [ "$check" = yes ]; then
      echo "$folder/$name.ll is not what $name.cu gives:" >&2
      diff -u "$folder/$name.ll" "$made" | head -n 20 >&2 || true
      status=1
    else
      cp "$made" "$folder/$name.ll"
      chmod 644 "$folder/$name.ll"
      echo "$folder/$name.ll"
    fi
  done
done
exit $status
