// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A format by its id, ANTECEDENT_FUZZ_FORMAT: one program for each line of importers/format/format_list.cpp.
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/import_checks.h"
#include "tests/fuzz/workbook_text.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace antecedent;
    if (size > fuzz::kMostInput)
        return 0;
    constexpr std::string_view kFormat = ANTECEDENT_FUZZ_FORMAT;
    const std::string_view input = fuzz::textOf(data, size);
    const std::string bytes = fuzz::isWorkbookText(input) ? fuzz::workbookOf(input) : std::string(input);
    const std::string name = "source." + std::string(kFormat);
    if (fuzz::checkFormat(bytes, kFormat, name))
        fuzz::checkImport(bytes, name);
    return 0;
}
