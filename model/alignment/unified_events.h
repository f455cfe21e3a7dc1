// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unified events: every dated record of a Dataset as one row on the time axis, with its class (semantics.md,
// "Classes"): events `category:code`, work orders `work_order:TYPE/FAILURE_MODE`, calibrations `calibration:RESULT`,
// cleanings `cleaning:TYPE[:RESULT]`, steps `step:NAME`, consumed materials `material:LOT`, changes `change:KIND`,
// results `result:TEST:OUTCOME`; empty parts are left out. Undated records are counted and never on the axis. Structure
// of arrays, ascending by (onset, table, record id). The Dataset must outlive it. Threads: immutable.

#include "model/domain/dataset.h"

#include <map>

namespace antecedent {

using ClassIndex = Index<struct ClassIndexTag>;
using EventIndex = Index<struct EventIndexTag>; // position in UnifiedEvents

struct EventClass
{
    std::string name; // "alarm:TI_HIGH"
    TableId table = TableId::Events;
    std::uint32_t category = 0; // for events, id of Dataset::strings
};

struct UnifiedEvents
{
    static constexpr std::int64_t kNoEnd = TimeValue::kUnknown; // an instant, or no end stated
    static constexpr std::int64_t kOpenEnd = std::numeric_limits<std::int64_t>::max(); // still open (work order)

    std::vector<std::int64_t> onsetUs; // UTC
    std::vector<std::int64_t> endUs; // UTC, kNoEnd or kOpenEnd
    std::vector<std::int64_t>
        uncertaintyUs; // onset +- this: half the precision's width, plus the source's clock uncertainty
    std::vector<AssetIndex> asset;
    std::vector<BatchIndex> batch;
    std::vector<ClassIndex> eventClass;
    std::vector<TableId> table;
    std::vector<std::uint32_t> item; // position in the Dataset's vector (or columns) of that table
    std::vector<std::int64_t> recordedUs; // when entered in its system; TimeValue::kUnknown where not stated

    std::vector<EventClass> classes; // ascending by name
    std::map<TableId, std::size_t> undated; // records without a time, by table

    std::size_t size() const { return onsetUs.size(); }
    void reserve(std::size_t rows);
    const std::string& className(std::size_t i) const { return classes[eventClass[i].value].name; }
    std::optional<ClassIndex> findClass(std::string_view name) const;
};

UnifiedEvents unifyEvents(const Dataset& dataset);

// The instant at which a work order enters the axis: reported, else started, else finished. Unknown if undated.
const TimeValue& onsetOf(const WorkOrder& order);
// A word of the status says that the order is closed or cancelled (CLOSED, COMP, TECO, CAN, ...).
bool isClosedStatus(std::string_view status);
// A status is known and says neither closed nor finished.
bool isOpen(const WorkOrder& order);

// Where a unified event comes from and what its source says; empty texts where the table has no such field.
struct RecordRef
{
    TableId table = TableId::Events;
    RecordId id;
    SourceIndex source;
    std::uint64_t row = 0;
};
RecordRef recordOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);
TimeValue onsetTime(const Dataset& dataset, const UnifiedEvents& events, std::size_t i); // as stated, with precision
std::string_view categoryOf(
    const Dataset& dataset, const UnifiedEvents& events, std::size_t i); // table word if no event
std::string codeOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);
std::string_view severityOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);
std::string_view textOf(
    const Dataset& dataset, const UnifiedEvents& events, std::size_t i); // empty if only in the store
std::string_view actorOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);

// +- uncertainty of a stated time: half the width its precision leaves open, plus the source's clock uncertainty if
// known.
Duration uncertaintyOf(const Dataset& dataset, const TimeValue& time, SourceIndex source);

enum class Order : std::uint8_t { Before, After, Undetermined };
// Order of two instants: certain only if they are apart by at least the sum of their uncertainties; equal is
// undetermined.
Order orderOf(Timestamp a, Duration uncertaintyA, Timestamp b, Duration uncertaintyB);

} // namespace antecedent
