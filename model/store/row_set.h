// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stored rows of one table, read back as columns: the statements as they came from the sources, or resolved to one row
// per domain key. Threads: plain values; the text is owned by the batch's buffers.

#include "model/base/result.h"
#include "model/domain/dataset.h"
#include "model/domain/record_batch.h"
#include "model/store/source_writer.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace antecedent {

class CaseFile;

inline constexpr SourceId kAllSources = std::numeric_limits<SourceId>::max();

struct RowSet
{
    RecordBatch batch;
    std::vector<SourceId> source; // per row
    std::vector<RecordId> id; // per row: hash of the normal form
    // By column of the table, per row: the source that states the time. Empty: that of the row states all of them.
    std::vector<std::vector<SourceId>> timeSource = {};

    SourceId sourceOfTime(std::size_t column, std::size_t row) const
    {
        return column < timeSource.size() && !timeSource[column].empty() ? timeSource[column][row] : source[row];
    }
};

// The chosen rows, in the order given.
RowSet chosenRows(const RowSet& rows, const std::vector<std::size_t>& chosen);

// What a person calls a row: its key values, joined by /; empty for tables without a key.
std::string keyTextOf(const RecordBatch& batch, std::size_t row);

// Rows of a row table in order of storing, from sources up to `lastSource`.
Result<RowSet> readRows(const CaseFile& file, TableId table, SourceId lastSource = kAllSources);

// One row per domain key, ascending by normal form. Rows that state the same key are merged column by column: a known
// value beats an unknown one, and a time beats the date that it lies on; where several differ, the statement recorded
// latest wins, else the one with the greater normal form, and a note says so. `sourceOrder` ranks the sources (by
// hash): a merged row names the first of its sources and that row. A record that no source states a required value of
// is left out, with a note. Tables without a key are only put in order.
RowSet resolveRows(RowSet rows, const std::vector<SourceId>& sourceOrder, std::vector<ResolutionNote>& notes);

} // namespace antecedent
