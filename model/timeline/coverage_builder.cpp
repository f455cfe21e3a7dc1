// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/loader_parts.h"

#include <algorithm>

namespace antecedent {

namespace {

Interval corrected(const SourceClock* clock, const Interval& stated)
{
    if (clock == nullptr)
        return stated;
    const auto at = [&](Timestamp t) { return Timestamp(Duration(clock->correctedUs(t.time_since_epoch().count()))); };
    return {at(stated.begin), at(stated.end)};
}

} // namespace

const SourceClock* clockOf(const SourceClocks& clocks, SourceId source, std::string_view category)
{
    if (clocks.empty())
        return nullptr;
    const auto found = clocks.find(source);
    return found == clocks.end() ? nullptr : clockFor(found->second, category);
}

void correctTimes(const SourceClocks& clocks, RowSet& rows)
{
    if (clocks.empty())
        return;
    const TableSpec& spec = tableSpec(rows.batch.table);
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (!isOccurrence(spec.columns[c]) && spec.columns[c].name != "recorded")
            continue;
        auto& times = rows.batch.columns[c].times;
        for (std::size_t row = 0; row < times.size(); ++row)
            if (times[row].known())
                if (const SourceClock* clock = clockOf(clocks, rows.sourceOfTime(c, row)))
                    times[row].utcUs = clock->correctedUs(times[row].utcUs);
    }
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

std::vector<Coverage> CoverageBuilder::build(
    const std::map<SourceId, Interval>& declared, const StringPool& strings) const
{
    std::vector<Coverage> out;
    for (const auto& [key, span] : m_spans) {
        if (out.empty() || out.back().table != key.table || out.back().category != key.category)
            out.push_back({key.table, key.category, {}});
        Interval covered{Timestamp(Duration(span.first)), Timestamp(Duration(span.second + 1))};
        if (const auto stated = declared.find(key.source); stated != declared.end())
            covered = corrected(clockOf(m_clocks, key.source, strings.text(key.category)), stated->second);
        out.back().intervals.push_back(covered);
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
