# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Run at every build: writes OUTPUT with the commit hash of SOURCE_DIR, and leaves it alone when nothing changed.
execute_process(COMMAND git -C ${SOURCE_DIR} rev-parse --short=10 HEAD OUTPUT_VARIABLE hash OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
    set(hash "unknown")
else()
    execute_process(COMMAND git -C ${SOURCE_DIR} status --porcelain --untracked-files=no OUTPUT_VARIABLE changes ERROR_QUIET)
    if(changes)
        string(APPEND hash "+")
    endif()
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#define ANTECEDENT_BUILD_HASH \"@hash@\"\n" @ONLY)
