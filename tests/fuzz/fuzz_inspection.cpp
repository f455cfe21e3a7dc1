// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of delimited text before it is imported: headings, statement of the export, proposed mappings.
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/import_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace antecedent;
    // Hundreds of columns are compared with all that is known, and show nothing more.
    constexpr std::size_t kMost = 2048;
    if (size <= kMost)
        fuzz::checkInspection(fuzz::textOf(data, size), "list.csv");
    return 0;
}
