// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a window of a candidate stands on the time axis: its time with some room at both ends, its failure, and the
// last record that exposes it. A window by batch stands where the steps of the batch do. Threads: pure.

#include "model/evidence/assessment.h"
#include "widgets/document/investigation_data.h"

namespace antecedent::app {

struct WindowPlace
{
    std::optional<Interval> interval; // nullopt: nothing is known of its time
    std::optional<std::size_t> failure; // position in InvestigationData::failures
    std::optional<std::uint32_t> event; // position in UnifiedEvents
};

// First to last step of a batch; nullopt: no dated step is known.
std::optional<Interval> stepsOf(const widgets::InvestigationData& snapshot, BatchIndex batch);
// A twelfth, five minutes at least, at each end.
Interval withRoom(const Interval& interval);

// Where a record stands among the unified events; `time` is its time as printed (UTC, ISO 8601), which makes the search
// short. nullopt: it is not dated, or not in the data.
std::optional<std::uint32_t> eventOf(
    const widgets::InvestigationData& snapshot, const RecordId& record, const std::string& time);

WindowPlace placeOf(const widgets::InvestigationData& snapshot, const WindowUse& use);

} // namespace antecedent::app
