#!/usr/bin/env bash
# Installs what the build needs and this machine lacks: LLVM 22, clang 22, what they link, and a C compiler.
# Says nothing and changes nothing when all of it is there.
set -euo pipefail

prefix=${LLVM_SYS_221_PREFIX:-/usr/lib/llvm-22}
wanted=()

want() { # want PACKAGE TEST...: the package is wanted when the test fails
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || wanted+=("$package")
}

header() { printf '#include <%s>\n' "$1" | cc -E - ; }

command -v cargo >/dev/null || {
    echo "setup: cargo is not on the PATH; install Rust 1.91 or newer with rustup" >&2
    exit 1
}
want gcc cc --version
want libc6-dev header stdio.h
want llvm-22-dev test -e "$prefix/lib/libLLVM.so" -a -x "$prefix/bin/llvm-config"
want clang-22 test -x "$prefix/bin/clang"
want libpolly-22-dev test -e "$prefix/lib/libPolly.a"
want zlib1g-dev header zlib.h
want libzstd-dev header zstd.h
[ ${#wanted[@]} -eq 0 ] && exit 0

give_up() {
    echo "setup: this machine lacks: ${wanted[*]} (the names of Debian's packages)." >&2
    echo "setup: $1" >&2
    echo "setup: install LLVM 22 with its headers and shared library, clang 22, zlib and zstd with their headers, and a C compiler;" >&2
    echo "setup: where LLVM is not in /usr/lib/llvm-22, set LLVM_SYS_221_PREFIX to its folder." >&2
    exit 1
}

command -v apt-get >/dev/null || give_up "it has no apt-get, so nothing was installed."
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || give_up "installing needs root, and there is no sudo."
    as_root=(sudo)
fi
echo "setup: installing ${wanted[*]}"
"${as_root[@]}" apt-get update -q >/dev/null || give_up "apt-get update failed."
for package in "${wanted[@]}"; do
    apt-cache show "$package" >/dev/null 2>&1 ||
        give_up "this release does not serve $package; the LLVM project's own packages do."
done
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${wanted[@]}" >/dev/null ||
    give_up "apt-get install failed."
[ -x "$prefix/bin/llvm-config" ] || give_up "LLVM 22 was installed, but not to $prefix, where LLVM_SYS_221_PREFIX points."
