// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an importer hands to the store: some thousand rows of one canonical table as columns, so that millions of rows
// cost no allocation each. A column that the source does not have is empty; all others have `rows` values. Text views
// point into `buffers`, which the batch keeps alive. Threads: built by one thread, then handed over by move.

#include "model/base/decimal.h"
#include "model/base/time.h"
#include "model/domain/table_spec.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent {

// Where a row stands in its source.
struct SourceRow
{
    std::uint64_t row = 0; // 1-based number of the data row; header, title and blank lines are not counted
    std::uint64_t line = 0; // 1-based line in the decoded text where it starts
    std::uint64_t byteOffset = 0; // in the decoded (unpacked, UTF-8) text
    std::uint32_t byteLength = 0;
};

struct BatchColumn
{
    // Exactly the vector of the column's type is filled (or none). An empty text is unknown.
    std::vector<std::string_view> texts;
    std::vector<TimeValue> times;
    std::vector<Decimal> numbers;
};

struct RecordBatch
{
    TableId table = TableId::Events;
    std::size_t rows = 0;
    std::vector<BatchColumn> columns; // one per column of tableSpec(table), in its order
    std::vector<std::string> attributeNames; // unknown columns, in source order
    std::vector<std::vector<std::string_view>> attributes; // one per attributeNames entry, `rows` values each
    std::vector<SourceRow> sourceRows; // one per row
    std::vector<std::shared_ptr<const void>> buffers; // owners of the text
};

} // namespace antecedent
