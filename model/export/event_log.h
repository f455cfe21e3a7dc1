// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event log for other tools, as CSV (RFC 4180, column names of process-mining tools), XES (IEEE 1849) or OCEL 2.0
// (JSON, SQLite), where assets, batches and windows are objects and an event has its end as an attribute. A trace is
// an aligned window, case or control, with its events in time relative to the anchor; or a batch with all its events
// (what belongs to no batch is a trace per asset, so that no event is lost). The resource is the asset: people are left
// out. Equal input gives equal bytes. Errors: those of the sink, Cancelled, and TooLarge for a database that can't be
// made. Threads: pure; memory is bounded by one trace, but for the form SQLite, which is made as a whole.

#include "model/alignment/align.h"
#include "model/base/result.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace antecedent {

enum class EventLogFormat : std::uint8_t { Csv, Xes, OcelJson, OcelSqlite };

// Takes the next bytes of the file.
using ByteSink = std::function<Result<void>(std::string_view)>;

// Windows in the order of the alignment. Excluded windows are left out.
Result<void> writeAlignedLog(const AlignmentContext& context, const Alignment& alignment, EventLogFormat format,
    const ByteSink& sink, const std::stop_token& stop = {});

// Batches ascending by id, then assets ascending by id, then what names neither.
Result<void> writeBatchLog(const Dataset& dataset, const UnifiedEvents& events, EventLogFormat format,
    const ByteSink& sink, const std::stop_token& stop = {});

} // namespace antecedent
