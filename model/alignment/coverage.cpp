// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/coverage.h"

#include "model/alignment/operating_time.h"

#include <algorithm>

namespace antecedent {

namespace {

double shareOf(const std::vector<Interval>& disjoint, const Interval& interval)
{
    if (interval.length() <= Duration{}) {
        const bool isIn = std::any_of(
            disjoint.begin(), disjoint.end(), [&](const Interval& i) { return i.contains(interval.begin); });
        return isIn ? 1 : 0;
    }
    return toSeconds(overlapOf(disjoint, interval)) / toSeconds(interval.length());
}

} // namespace

CoverageIndex::CoverageIndex(const Dataset& dataset)
{
    for (const Coverage& coverage : dataset.coverage) {
        auto& kind = m_kinds[{coverage.table, coverage.category}];
        kind.insert(kind.end(), coverage.intervals.begin(), coverage.intervals.end());
        auto& table = m_tables[coverage.table];
        table.insert(table.end(), coverage.intervals.begin(), coverage.intervals.end());
    }
    for (auto& [kind, intervals] : m_kinds)
        intervals = joined(std::move(intervals));
    for (auto& [table, intervals] : m_tables)
        intervals = joined(std::move(intervals));
}

double CoverageIndex::share(TableId table, std::uint32_t category, const Interval& interval) const
{
    const auto found = m_kinds.find({table, table == TableId::Events ? category : 0});
    return found == m_kinds.end() ? 0 : shareOf(found->second, interval);
}

double CoverageIndex::share(const EventClass& eventClass, const Interval& interval) const
{
    return share(eventClass.table, eventClass.category, interval);
}

std::vector<CoverageIndex::Kind> CoverageIndex::kindsBelow(double minShare, const Interval& interval) const
{
    std::vector<Kind> below;
    for (const auto& [kind, intervals] : m_kinds)
        if (shareOf(intervals, interval) < minShare)
            below.push_back(kind);
    return below;
}

double CoverageIndex::worstShare(const Interval& interval) const
{
    std::optional<double> worst;
    for (const TableId table : {TableId::Events, TableId::WorkOrders, TableId::BatchSteps})
        if (const auto found = m_tables.find(table); found != m_tables.end())
            worst = std::min(worst.value_or(1), shareOf(found->second, interval));
    return worst.value_or(0);
}

double CoverageIndex::bestShare(const Interval& interval) const
{
    double best = 0;
    for (const auto& [kind, intervals] : m_kinds)
        best = std::max(best, shareOf(intervals, interval));
    return best;
}

} // namespace antecedent
