#!/usr/bin/env bash
# A linker for the self-contained binary: the C compiler, but what a machine may lack is taken from archives: zlib, zstd, libffi, and the C++
# and unwinding libraries. The C library itself stays shared: a CUDA driver can only be loaded through it.
set -euo pipefail

arguments=()
for argument in "$@"; do
    case $argument in
        -lz | -lzstd | -lffi | -lstdc++) arguments+=("-l:lib${argument#-l}.a") ;;
        -lgcc_s) arguments+=(-l:libgcc_eh.a) ;;
        *) arguments+=("$argument") ;;
    esac
done
# Functions that are alike are kept once, where there is a linker that does so: LLVM's templates make many.
if command -v ld.gold >/dev/null; then
    arguments+=(-fuse-ld=gold -Wl,--icf=safe -lgcc)
fi
exec cc "${arguments[@]}"
