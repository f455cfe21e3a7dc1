// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text by the whole way of an import: encoding, dialect, recognition, dates, mapping.
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/import_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace antecedent;
    if (size <= fuzz::kMostInput)
        fuzz::checkImport(fuzz::textOf(data, size), "source.csv");
    return 0;
}
