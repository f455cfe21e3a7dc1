// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The condition of an asset over time, as known now: which counters to show and the failures on them, when maintenance
// or calibration was overdue, as-found errors, and the records of its upkeep. Agrees with the condition card at every
// time. Errors: Cancelled. Threads: pure.

#include "model/base/progress.h"
#include "model/facts/counter_history.h"

#include <map>
#include <stop_token>

namespace antecedent {

inline constexpr Duration kLongestHistory = std::chrono::hours(24 * 400);

// Failures of the failure's class up to it that happened on the asset's unit, or to a batch that used the asset;
// `failure` itself always. Ascending by time.
std::vector<Failure> failuresOn(
    const AlignmentContext& context, AssetIndex asset, const Failure& failure, const AnchorRule& anchor);

// At most three counters that were set back before t0, each with other resets, with their values at the failures and at
// the controls (id to time). They reach to `until`, and to the last control. `failures` is not empty.
std::vector<CounterHistory> chosenCounters(const ConditionFacts& facts, AssetIndex asset, Timestamp t0,
    const std::vector<Failure>& failures, const std::map<std::string, Timestamp>& controls = {},
    std::optional<Timestamp> until = std::nullopt);

// From before the first failure on the counters, or two resets back, to a little after t0.
Interval counterRange(const std::vector<CounterHistory>& counters, Timestamp t0);

struct OverdueSpan
{
    std::string kind; // calibration, pm
    std::string ref;
    AssetIndex asset;
    RecordId record;
    Interval time; // from the due date to when it was done, or to the end of the stretch
};

// Ascending by begin.
std::vector<OverdueSpan> overdueSpans(const ConditionFacts& facts, AssetIndex asset, const Interval& stretch);

// What a counter may not exceed, in its own unit.
struct CounterLimit
{
    std::size_t counter = 0; // position in ConditionHistory::counters
    double value = 0;
    std::string basis;
};

struct UpkeepMark
{
    Timestamp at; // when it was done; begun where no end is known
    EventIndex event;
};

struct ConditionHistory
{
    AssetIndex asset;
    Timestamp t0;
    Interval range; // shown; reaches beyond t0, for context
    std::vector<CounterHistory> counters; // the chosen ones, and those that have a limit by use
    std::vector<CounterLimit> limits; // at most one per counter
    std::vector<OverdueSpan> overdue;
    std::vector<AsFound> asFound; // with known error and tolerance, ascending by time
    std::vector<UpkeepMark> upkeep; // work orders, calibrations, cleanings, installations; ascending by time
};

Result<ConditionHistory> conditionHistory(const AlignmentContext& context, AssetIndex asset, const Failure& failure,
    const AnchorRule& anchor, const std::stop_token& stop = {});

} // namespace antecedent
