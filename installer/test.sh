#!/usr/bin/env bash
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs every test; the core's tests also with the address and undefined-behaviour
# sanitizers. Works from any directory. Ends with the summary of ctest; the exit status is that of ctest.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages "${PACKAGES[@]}" python3
build dev
build asan antecedent_tests
if [ ! -r /proc/self/task ]; then
    say "leaks are not looked for, because /proc is not mounted; all other checks of the sanitizers are on"
    export ASAN_OPTIONS=detect_leaks=0
fi
# One run over both builds, so that the last summary counts every test. Sanitized tests are called asan.<name>.
printf 'subdirs(dev asan)\n' >"$ROOT/build/CTestTestfile.cmake"
cd "$ROOT/build"
exec ctest --output-on-failure --parallel "$(build_jobs)"
