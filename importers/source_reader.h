// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a source by its plan: blocks of rows in, mapped blocks out. Memory does not grow with the source. Threads: the
// sink is called from the calling thread.

#include "importers/format/flat_source.h"
#include "importers/import_plan.h"
#include "importers/recognise.h"
#include "importers/record_sink.h"
#include "importers/text/byte_source.h"
#include "importers/text/row_block.h"
#include "model/base/progress.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace antecedent::importers {

struct ReadTotals
{
    std::uint64_t read = 0;
    std::uint64_t rejected = 0;
    std::uint64_t sourceRows =
        0; // of the list as it was exported: a format may make more rows of one, or fewer of many
};

// Opens the packed source from its start.
using SourceOpener = std::function<Result<std::unique_ptr<ByteSource>>()>;

// Looks through the whole source where the head leaves the order of a column's dates open; a number beyond 12 settles
// it, else the order of the other columns; and which columns have several values, where the mapping asks. A format that
// orders rows by their times is told.
Result<void> settleDateOrders(
    const SourceOpener& open, const SourceHead& head, const PlanOptions& options, ImportPlan& plan);

// `bytes`: the packed source from its start. Errors: CorruptInput, Cancelled, those of the sink.
// The encoding by all bytes of the source, for a source whose beginning alone was looked at and does not state it.
// Changes the plan, and its note, if the whole says otherwise than the plan; true then. Errors: FileUnreadable,
// CorruptInput, Cancelled.
Result<bool> settleEncoding(const SourceOpener& open, ImportPlan& plan, const std::stop_token& stop);
// True if only a beginning was looked at, and neither the user, a profile nor a byte order mark states the encoding.
bool isEncodingOpen(const SourceHead& head, const PlanOptions& options, const ImportPlan& plan);

// A block of rows with what they became.
using RowsFn = std::function<Result<void>(const RowBlock& rows, MappedBlock mapped)>;
// `take` is called for the diagnostics of the source as a whole first, with a block without rows.
Result<ReadTotals> readRows(ByteSource& bytes, const ImportPlan& plan, const RowsFn& take, const std::stop_token& stop,
    std::size_t blockBytes = TextSource::kBlockBytes);
Result<ReadTotals> readSource(ByteSource& bytes, const ImportPlan& plan, RecordSink& sink, const std::stop_token& stop,
    std::size_t blockBytes = TextSource::kBlockBytes);

} // namespace antecedent::importers
