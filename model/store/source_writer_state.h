// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a SourceWriter: one transaction and the writers of the parts of a source. Threads: as source_writer.h.

#include "model/store/database.h"
#include "model/store/event_writer.h"
#include "model/store/frame_writer.h"
#include "model/store/row_table.h"
#include "model/store/sample_writer.h"
#include "model/store/source_table.h"
#include "model/store/source_writer.h"

#include <map>
#include <optional>
#include <string>

namespace antecedent {

struct SourceWriter::State
{
    State(Database& target, Actor by, SourceMeta about, Transaction open);
    Result<void> begin();
    void extendSpan(const RecordBatch& batch);
    Result<AddOutcome> addToTable(const RecordBatch& batch, const PreparedBatch& prepared);
    // Over everything that this source stored.
    Result<Digest> contentDigest();
    SourceRecord record(const SourceTotals& totals, const Digest& sha256) const;

    Database& database;
    Actor actor;
    SourceMeta meta;
    SourceId id = 0;
    Transaction transaction;
    FrameWriter frames;
    std::map<TableId, RowTableWriter> rows;
    std::optional<EventWriter> events;
    std::optional<SampleWriter> samples;
    std::optional<SealedInsert> diagnosticInsert;
    std::int64_t nextDiagnostic = 1;
    std::map<std::string, std::int64_t> keysBefore; // highest key of each table when the source began
    std::map<TableId, std::uint64_t> recordCounts;
    std::map<std::string, std::uint64_t> diagnosticCounts;
    std::optional<Interval> span;
};

} // namespace antecedent
