// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All records of a file as the canonical tables, one CSV file each (RFC 4180, UTF-8, CRLF, every column of the table,
// then what the sources had beside them): what another site, or a new file, imports without a mapping. Times carry
// their offset and are as exact as the source stated them, numbers keep its digits, a sample
// without a value is NaN, texts are guarded (model/base/csv_guard.h). A file that imports the tables has the same
// content hash, unless something is not carried, which is stated. Not records, and so not in them: sources, coverage,
// decisions, cases. Equal content gives equal bytes but for the order of events and samples of one source that came in
// parts. Memory: one table without events and samples. Threads: those of the file.

#include "model/base/phrase.h"
#include "model/base/result.h"
#include "model/domain/table_spec.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace antecedent {

class CaseFile;

// Takes the next bytes of a table; all of one table follow each other.
using TableSink = std::function<Result<void>(TableId table, std::string_view bytes)>;

struct ExportedTable
{
    TableId table = TableId::Events;
    std::uint64_t rows = 0;
};

struct CanonicalExport
{
    std::vector<ExportedTable> tables; // those with records
    std::vector<Phrase> notCarried;
};

// Errors: those of the sink and of the file, Cancelled.
Result<CanonicalExport> writeCanonicalTables(
    const CaseFile& file, const TableSink& sink, const std::stop_token& stop = {});

// One of them; without records nothing is written, and the count is 0.
Result<std::uint64_t> writeCanonicalTable(
    const CaseFile& file, TableId table, const TableSink& sink, const std::stop_token& stop = {});

} // namespace antecedent
