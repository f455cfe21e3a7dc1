# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by demo.sh and test.sh: packages, building, logs. Sourced, not run.

set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
LOGS=$ROOT/build/log

# All from the distribution: Debian 12 or newer, Ubuntu 24.04 or newer.
# shellcheck disable=SC2034  # used by the scripts that source this
PACKAGES=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-l10n-tools qt6-translations-l10n libsqlite3-dev libssl-dev
    zlib1g-dev libxml2-dev libzstd-dev nlohmann-json3-dev libcli11-dev libboost-graph-dev)

say() { printf '== %s\n' "$*"; }

die() {
    printf '\n%s failed: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# run_logged NAME COMMAND...: one stage, its output in a log; on a terminal the last line is shown as it goes.
run_logged() {
    local name=$1 log=$LOGS/$1.log start=$SECONDS status=0
    shift
    mkdir -p "$LOGS"
    if [ -t 1 ]; then
        "$@" 2>&1 | tee "$log" | while IFS= read -r line; do printf '\r\033[K   %.100s' "$line"; done || status=$?
        printf '\r\033[K'
    else
        "$@" >"$log" 2>&1 || status=$?
    fi
    if [ "$status" -ne 0 ]; then
        printf '\n' >&2
        grep -nE '(^|[: ])([Ee]rror|fatal error|FAILED|E):' "$log" | cut -c 1-200 | head -n 10 >&2 || true
        tail -n 10 "$log" | cut -c 1-200 >&2
        die "$name (exit status $status). The whole log: $log"
    fi
    say "$name: done in $((SECONDS - start)) s"
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages PACKAGE...: asks apt only for what is missing, so a second run needs no network.
install_packages() {
    local missing=() as_root=()
    command -v dpkg-query >/dev/null || die "this needs Debian 12, Ubuntu 24.04 or newer. Packages needed: $*"
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "packages: all there"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "not root and no sudo. Install these packages, then run again: ${missing[*]}"
        as_root=(sudo env "DEBIAN_FRONTEND=$DEBIAN_FRONTEND")
        sudo -v || die "sudo was refused. Install these packages, then run again: ${missing[*]}"
    fi
    say "packages to install: ${missing[*]}"
    run_logged package-lists "${as_root[@]}" apt-get update
    run_logged packages "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
}

# As many compilers at once as there are cores, and 1.5 GB of free memory for each where that is known.
build_jobs() {
    local cores free_kb jobs
    cores=$(nproc)
    free_kb=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo 2>/dev/null || true)
    jobs=$((${free_kb:-$((cores * 1500000))} / 1500000))
    if [ "$jobs" -lt 1 ]; then jobs=1; fi
    if [ "$jobs" -lt "$cores" ]; then echo "$jobs"; else echo "$cores"; fi
}

# build PRESET [TARGET...]: configures and builds into build/PRESET.
build() {
    local preset=$1 options=() cache=$ROOT/build/$1/CMakeCache.txt
    shift
    export CCACHE_SLOPPINESS=pch_defines,time_macros # or it keeps nothing that uses a precompiled header
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
    # A tree that was moved or copied cannot use the cache of its old place.
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$cache"; then options+=(--fresh); fi
    cd "$ROOT"
    run_logged "configure-$preset" cmake --preset "$preset" "${options[@]}"
    run_logged "build-$preset" cmake --build --preset "$preset" --parallel "$(build_jobs)" ${1:+--target "$@"}
}
