// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One stored row with every value that its source states, for a look at a single record: the columns of its table that
// are known, then what the source has beside them. Reads one table, or one chunk of events. Threads: those of the file.

#include "model/base/result.h"
#include "model/domain/record_batch.h"
#include "model/store/source_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent {

class CaseFile;

struct StatedValue
{
    std::string name; // of the canonical column, or of the source's own column
    std::string text; // as stored; a time in UTC
    std::optional<TimeValue> time; // of a column that holds times
    bool isAttribute = false; // a column of the source that the table does not know
};

struct StatedRow
{
    SourceRow place;
    std::vector<StatedValue> values; // in the order of the table's columns; only what is known
};

// `timeUs`: when an event happened, as this source states it; other tables do not need it. InvalidArgument if the file
// holds no such row.
Result<StatedRow> readStatedRow(
    const CaseFile& file, TableId table, SourceId source, std::uint64_t row, std::int64_t timeUs);

} // namespace antecedent
