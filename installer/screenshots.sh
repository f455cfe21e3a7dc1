#!/usr/bin/env bash
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A picture of every view, mode, tab and dialog of the window, at 1280x800, at 1920x1080 and at 1280x800 on a screen of
# 200 %, light and dark, in each language, of the sample, of an investigation without failures, of an empty one and of an
# error: screenshots.sh [OUT] [--data FOLDER] [OPTIONS of the program]; --help lists them. OUT is build/screenshots if
# not said. Text that does not fit its place is listed in OUT/faults*.txt.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

OUT=$ROOT/build/screenshots
case ${1:-} in -* | '') ;; *) OUT=$(realpath -m "$1") && shift ;; esac
PRESET=${PRESET:-dev}
PROGRAM=$ROOT/build/$PRESET/tests/gui/antecedent-screenshots

install_packages "${PACKAGES[@]}"
build "$PRESET" antecedent-screenshots
"$PROGRAM" "$OUT" "$@"
"$PROGRAM" "$OUT" "$@" --sizes 1280x800 --scale 2
say "pictures in $OUT"
cat "$OUT"/faults*.txt | sort | uniq | head -n 40
