// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Operating time of assets: batch steps, RUNNING states and meter readings together, of the asset, its parts and, for a
// part, of what it is built into. With none of them known the coverage of the sources stands in, and that is said.
// Threads: immutable once built.

#include "model/alignment/scope.h"
#include "model/alignment/unified_events.h"

namespace antecedent {

enum class OperatingBasis : std::uint8_t { StepsAndStates, Meter, Coverage };
const char* toText(
    OperatingBasis basis); // "batch steps and running states", "meter readings", "coverage of the sources"

// Whether events of the category are operating states, and whether the code of one says that the equipment runs.
bool isStateCategory(std::string_view category);
bool isRunningCode(std::string_view code);

class OperatingTime
{
public:
    OperatingTime(const Dataset& dataset, const ScopeIndex& scopes);

    OperatingBasis basis(AssetIndex asset) const;
    // Disjoint, ascending; empty with basis Meter only when no step or state is known.
    const std::vector<Interval>& intervals(AssetIndex asset) const { return m_intervals[asset.value]; }
    Duration within(AssetIndex asset, const Interval& interval) const;
    // Hours run in the interval; from the meter where its readings bracket the interval. nullopt: not determinable.
    std::optional<double> runHours(AssetIndex asset, const Interval& interval) const;
    // Going back from t, the instant before which `hours` run hours lie in between; nullopt if the data begin later.
    std::optional<Timestamp> backByRunHours(AssetIndex asset, Timestamp t, double hours) const;
    // Uses (unit procedures, else steps) of the asset or its unit that begin in the interval, as positions in
    // Dataset::steps, ascending by start.
    std::vector<std::uint32_t> uses(AssetIndex asset, const Interval& interval) const;
    // Distinct batches of those uses, in order of first use.
    std::vector<BatchIndex> batches(AssetIndex asset, const Interval& interval) const;
    // Distinct batches whose uses overlap the interval, in order of first use.
    std::vector<BatchIndex> batchesDuring(AssetIndex asset, const Interval& interval) const;
    // Counter readings of kind cycles or uses: the difference over the interval; nullopt without readings.
    std::optional<double> meterCycles(AssetIndex asset, const Interval& interval) const;
    // Steps or states are known from t on or earlier: counts of uses since t are whole.
    bool knowsFrom(Timestamp t) const;
    // Product made the longest on the asset's unit in the interval; empty if none is known.
    std::string productIn(AssetIndex asset, const Interval& interval) const;

private:
    struct Use
    {
        std::int64_t beginUs;
        std::int64_t endUs;
        std::int64_t latestEndUs; // of this and all earlier uses
        std::uint32_t step;
    };
    std::vector<std::vector<Interval>> ownIntervals() const;
    void collectIntervals();
    void collectUses();
    void collectMeters();
    // Uses of the unit that overlap the interval, ascending by begin.
    std::vector<Use> overlapping(AssetIndex asset, const Interval& interval) const;
    std::optional<double> meterDifference(AssetIndex asset, bool hours, const Interval& interval) const;

    const Dataset& m_dataset;
    const ScopeIndex& m_scopes;
    std::vector<Interval> m_everything; // all coverage joined
    std::optional<Timestamp> m_dataBegin; // first step or running state of all
    std::vector<std::vector<Interval>> m_intervals;
    std::vector<OperatingBasis> m_basis;
    std::vector<std::vector<Use>> m_uses; // per asset, ascending by begin
    std::vector<std::vector<std::uint32_t>> m_hourMeters; // positions in Dataset::meters, by time
    std::vector<std::vector<std::uint32_t>> m_cycleMeters;
};

// Disjoint, ascending form of any intervals.
std::vector<Interval> joined(std::vector<Interval> intervals);
Duration overlapOf(const std::vector<Interval>& disjoint, const Interval& interval);

} // namespace antecedent
