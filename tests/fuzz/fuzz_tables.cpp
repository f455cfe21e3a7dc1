// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that a site edits or hands over: resets, plausibility, thresholds of use, lists of names (CSV).
#include "model/alignment/plausibility.h"
#include "model/alignment/reset_table.h"
#include "model/base/csv_table.h"
#include "model/facts/usage.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace antecedent;
using fuzz::require;

template <class Value> void requireWords(const Result<Value>& result)
{
    require(result || !result.error().detail.empty(), "what is refused says why");
}

void checkPlausibility(std::string_view text)
{
    const Result<PlausibilityTable> table = parsePlausibility(text);
    requireWords(table);
    if (!table)
        return;
    const double weight = table->weight("pH drift of the buffer", "pH probe of the dosing pump");
    require(weight >= 0 && weight <= 1, "plausibility is from 0 to 1");
    (void)table->isAdministrative("label missing");
}

void checkCsv(std::string_view text)
{
    const Result<CsvTable> table = csvTableFrom(text);
    requireWords(table);
    if (!table)
        return;
    for (const auto& row : table->rows)
        require(row.size() == table->columns.size(), "rows have as many fields as columns");
    if (table->columns.empty() || table->columns.front().starts_with("\xEF\xBB\xBF"))
        return; // nothing, or what would be read as the mark of a file
    const Result<CsvTable> again = csvTableFrom(toCsv(*table));
    require(
        again && again->columns == table->columns && again->rows == table->rows, "a table is read as it is written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > fuzz::kMostInput)
        return 0;
    const std::string_view text = fuzz::textOf(data, size);
    const Result<ResetTable> resets = parseResetTable(text);
    requireWords(resets);
    if (resets)
        (void)resets->resetsOf(WorkOrder{});
    checkPlausibility(text);
    requireWords(parseThresholds(text));
    checkCsv(text);
    return 0;
}
