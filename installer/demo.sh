#!/usr/bin/env bash
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare Debian 12 or Ubuntu 24.04 to a finished investigation: installs what is missing, builds, creates the sample
# investigation, imports the exports of resources/sample, weighs the evidence and writes the report. Works from any
# directory; run again, it starts the investigation anew and needs no network.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

FAILURE=DEV-26-007 # the last of the six tablet weight failures
OUT=$ROOT/build/demo
CLI=$ROOT/build/release/app/cli/antecedent-cli

install_packages "${PACKAGES[@]}"
build release antecedent-cli antecedent

rm -rf "$OUT"
mkdir -p "$OUT"
cd "$OUT"
run_logged demo-new "$CLI" new sample.ante --title "Tablet line 3" --site-zone Europe/Vienna
# The maintenance system exports local time without offset: its zone is said here, the other systems say theirs.
run_logged demo-import "$CLI" import sample.ante "$ROOT/resources/sample" --time-zone Europe/Vienna
cat "$LOGS/demo-import.log"
run_logged demo-assess "$CLI" assess sample.ante --failure "$FAILURE"
run_logged demo-report "$CLI" report sample.ante --failure "$FAILURE" -o report.pdf --html report.html --twin twin
run_logged demo-verify "$CLI" verify sample.ante

printf '\n'
cat "$LOGS/demo-assess.log"
printf '\nInvestigation  %s\nReport         %s\nas HTML        %s\nits twin       %s\n' \
    "$OUT/sample.ante" "$OUT/report.pdf" "$OUT/report.html" "$OUT/twin"
printf '\nLook at it in the window:\n    %s %s\n' "$ROOT/build/release/app/window/antecedent" "$OUT/sample.ante"
