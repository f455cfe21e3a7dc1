#!/usr/bin/env bash
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with libFuzzer and runs them one after another: fuzz.sh [SECONDS] [TARGET...]. 600 seconds for
# each of all targets unless stated. What is found on the way is kept under build/fuzz/found, the input of a finding beside
# it; the log of each run under build/log. Ends at the first finding.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=${1:-600}
shift || true
install_packages "${PACKAGES[@]}" clang libclang-rt-dev
build fuzz
programs=$ROOT/build/fuzz/tests/fuzz
if [ $# -eq 0 ]; then
    for program in "$programs"/fuzz_*; do
        if [ -x "$program" ] && [ -f "$program" ]; then set -- "$@" "${program##*/fuzz_}"; fi
    done
fi
export TZ=Asia/Kolkata
for target in "$@"; do
    found=$ROOT/build/fuzz/found/$target
    mkdir -p "$found"
    cd "$ROOT/build/fuzz/found"
    run_logged "fuzz-$target" "$programs/fuzz_$target" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=20 \
        -dict="$ROOT/tests/fuzz/dictionaries/$target.dict" -artifact_prefix="$target-" "$found" \
        "$ROOT/tests/fuzz/corpus/$target"
done
