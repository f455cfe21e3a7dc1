// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an import by a plan would give, before anything is stored: the first rows as records, and a reading of the whole
// source by the code that imports, with counts, the first rejected rows, and what the dates of each column say about
// their order. Whether a row repeats a stored record is only known when it is stored. Threads: pure.

#include "importers/proposal/mapping_edit.h"
#include "importers/source_reader.h"
#include "model/base/phrase.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

// One record as it would be stored.
struct PreviewCell
{
    std::string text; // normal form: times as `2026-03-01 08:00:00 +01:00`, numbers with a point
    bool isBad = false; // the value could not be read; the text is the original one
};
struct PreviewRow
{
    std::uint64_t row = 0; // of the source
    std::uint64_t line = 0;
    bool isRejected = false;
    std::vector<PreviewCell> cells; // by PreviewTable::columns
    Phrase reason; // what is wrong with the row; empty: nothing
};
struct PreviewTable
{
    TableId table = TableId::Events;
    std::vector<std::size_t> columns; // of the table, those with a value in the mapping
    std::vector<PreviewRow> rows; // rejected source rows stand in the first table only
};
struct Preview
{
    std::vector<PreviewTable> tables; // of equal table in order of the mapping, merged
    std::uint64_t read = 0;
    std::uint64_t rejected = 0;
};
// The rows of the head. Errors: those of Mapper::compile.
Result<Preview> previewRows(const SourceHead& head, const ImportPlan& plan, std::size_t limit);

struct TrialReject
{
    Diagnostic diagnostic;
    std::string original; // the row as in the source, at most kMaxOriginal bytes
    static constexpr std::size_t kMaxOriginal = 400;
};
struct Trial
{
    std::uint64_t read = 0;
    std::uint64_t rejected = 0;
    std::uint64_t repeated = 0; // rows that equal an earlier row of the source, byte by byte
    bool isRepeatedKnown = true; // false: too many rows to compare them all
    std::map<TableId, std::uint64_t> records;
    std::map<DiagnosticCode, std::uint64_t> diagnostics;
    std::vector<TrialReject> rejects; // the first ones
    std::map<std::string, DateEvidence> dates; // by source column; those with numeric dates only
    // By source column: its different texts in all rows, most frequent first. Columns with more than kTrialValues of
    // them, or with long texts, are no codes and are left out.
    std::map<std::string, std::vector<ValueCount>> values;
    std::optional<Timestamp> first; // of the times at which something happened
    std::optional<Timestamp> last;
    std::uint64_t withoutZone = 0; // values that no zone could be found for
    std::uint64_t byZone = 0; // local times that were read in the plan's zone
};
inline constexpr std::size_t kTrialRejects = 500;
inline constexpr std::size_t kTrialValues = 500;

// `progress`: unpacked bytes read; their total is not known. Errors: Cancelled, those of readSource.
Result<Trial> tryImport(
    const SourceOpener& open, const ImportPlan& plan, const std::stop_token& stop, const ProgressFn& progress = {});

} // namespace antecedent::importers
