// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/loader_parts.h"

#include <algorithm>

namespace antecedent {

const SourceClock* clockOf(const SourceClocks& clocks, SourceId source, std::string_view category)
{
    if (clocks.empty())
        return nullptr;
    const auto found = clocks.find(source);
    return found == clocks.end() ? nullptr : clockFor(found->second, category);
}

void CoverageBuilder::add(
    TableId table, std::uint32_t category, SourceId source, std::int64_t firstUs, std::int64_t lastUs)
{
    const auto [span, isNew] = m_spans.try_emplace({table, category, source}, firstUs, lastUs);
    if (isNew)
        return;
    span->second.first = std::min(span->second.first, firstUs);
    span->second.second = std::max(span->second.second, lastUs);
}

void CoverageBuilder::addRows(const RowSet& rows)
{
    const TableSpec& spec = tableSpec(rows.batch.table);
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (!isOccurrence(spec.columns[c]))
            continue;
        const auto& times = rows.batch.columns[c].times;
        for (std::size_t row = 0; row < times.size(); ++row)
            if (times[row].known()) {
                const SourceClock* clock = clockOf(m_clocks, rows.source[row]);
                const std::int64_t us = clock != nullptr ? clock->correctedUs(times[row].utcUs) : times[row].utcUs;
                add(rows.batch.table, 0, rows.source[row], us, us);
            }
    }
}

std::vector<Coverage> CoverageBuilder::build(const std::map<SourceId, Interval>& declared) const
{
    std::vector<Coverage> out;
    for (const auto& [key, span] : m_spans) {
        if (out.empty() || out.back().table != key.table || out.back().category != key.category)
            out.push_back({key.table, key.category, {}});
        const auto stated = declared.find(key.source);
        out.back().intervals.push_back(stated != declared.end()
                ? stated->second
                : Interval{Timestamp(Duration(span.first)), Timestamp(Duration(span.second + 1))});
    }
    for (Coverage& coverage : out) {
        auto& intervals = coverage.intervals;
        std::sort(intervals.begin(), intervals.end());
        std::vector<Interval> merged;
        for (const Interval& interval : intervals) {
            if (!merged.empty() && interval.begin <= merged.back().end)
                merged.back().end = std::max(merged.back().end, interval.end);
            else
                merged.push_back(interval);
        }
        intervals = std::move(merged);
    }
    return out;
}

} // namespace antecedent
