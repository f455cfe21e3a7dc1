// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/usage.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace antecedent {

namespace {

constexpr std::int64_t kDayUs = 86'400'000'000;

// Local midnight of a civil day as an instant; where a change of clocks leaves it out, the first instant after.
Timestamp midnight(const Zone& zone, int year, int month, int day)
{
    const std::int64_t local = civilToUs({year, month, day, 0, 0, 0, 0});
    const LocalMatch match = zone.resolveLocal(local);
    if (match.count > 0)
        return Timestamp(Duration(match.utcUs[0]));
    const std::int64_t guess = local - std::int64_t{zone.offsetAt(Timestamp(Duration(local))).seconds} * 1'000'000;
    return Timestamp(Duration(zone.offsetAt(Timestamp(Duration(guess - kDayUs / 2))).endUs));
}

CivilTime civilAt(const Zone& zone, Timestamp t)
{
    return usToCivil(t.time_since_epoch().count() + std::int64_t{zone.offsetAt(t).seconds} * 1'000'000);
}

CivilTime dayOf(std::int64_t number)
{
    return usToCivil(number * kDayUs);
}

// ISO 8601: the week belongs to the year that its Thursday stands in.
std::string weekName(std::int64_t monday)
{
    const CivilTime thursday = dayOf(monday + 3);
    const std::int64_t newYear = daysFromCivil(thursday.year, 1, 1);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-W%02d", thursday.year, static_cast<int>((monday + 3 - newYear) / 7) + 1);
    return text;
}

std::string monthName(int year, int month)
{
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d", year, month);
    return text;
}

// The first known step or running state of all; nullopt without any.
std::optional<Timestamp> operatingBegin(const AlignmentContext& context)
{
    std::optional<Timestamp> first;
    for (std::size_t i = 0; i < context.dataset.assets.size(); ++i) {
        const auto asset = indexOf<AssetIndexTag>(i);
        if (context.operating.basis(asset) != OperatingBasis::StepsAndStates)
            continue;
        const Timestamp begin = context.operating.intervals(asset).front().begin;
        first = std::min(first.value_or(begin), begin);
    }
    return first;
}

class Counting
{
public:
    explicit Counting(const AlignmentContext& context)
        : m_context(context)
        , m_begin(operatingBegin(context))
        , m_cleanings(context.dataset.assets.size())
    {
        const auto& all = context.dataset.cleanings;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (!whenOf(all[i]).known())
                continue;
            if (all[i].asset.valid())
                m_cleanings[all[i].asset.value].push_back(i);
            if (all[i].skid.valid() && all[i].skid != all[i].asset)
                m_cleanings[all[i].skid.value].push_back(i);
        }
    }

    AssetUsage of(AssetIndex asset, const Interval& time) const
    {
        const OperatingTime& operating = m_context.operating;
        AssetUsage out;
        out.asset = asset;
        out.cycles = operating.meterCycles(asset, time);
        out.isMetered = out.cycles.has_value();
        // Before the first record nothing is known; a period that reaches further back counts from there.
        const Interval known{m_begin ? std::max(*m_begin, time.begin) : time.begin, time.end};
        if (known.begin < known.end)
            out.runHours = operating.runHours(asset, known);
        if (operating.basis(asset) == OperatingBasis::StepsAndStates && m_begin && *m_begin < time.end) {
            const auto uses = operating.uses(asset, time);
            out.batches = static_cast<int>(operating.batches(asset, time).size());
            if (!out.cycles)
                out.cycles = static_cast<double>(uses.size());
            for (const std::uint32_t step : uses)
                out.records.push_back(m_context.dataset.steps[step].head.id);
        }
        if (!m_context.dataset.cleanings.empty())
            addCleanings(asset, time, out);
        return out;
    }

private:
    static const TimeValue& whenOf(const Cleaning& cleaning)
    {
        return cleaning.end.known() ? cleaning.end : cleaning.start;
    }

    // Its own; if it has none, those of its parts, else of what it is built into, up to its unit.
    std::set<std::uint32_t> cleaningsOf(AssetIndex asset) const
    {
        const auto own = [&](AssetIndex each) { return m_cleanings[each.value]; };
        std::vector<std::uint32_t> found = own(asset);
        if (found.empty())
            for (const AssetIndex part : m_context.scopes.subtree(asset)) {
                const std::vector<std::uint32_t>& more = m_cleanings[part.value];
                found.insert(found.end(), more.begin(), more.end());
            }
        const AssetIndex unit = m_context.scopes.unitOf(asset);
        for (AssetIndex above = asset; found.empty() && above != unit && above.valid();) {
            above = m_context.dataset.assets[above.value].parent;
            if (above.valid())
                found = own(above);
        }
        return {found.begin(), found.end()};
    }

    void addCleanings(AssetIndex asset, const Interval& time, AssetUsage& out) const
    {
        const std::set<std::uint32_t> found = cleaningsOf(asset);
        if (found.empty())
            return; // nothing says that it is cleaned at all
        out.cleanings = 0;
        for (const std::uint32_t i : found) {
            const Cleaning& cleaning = m_context.dataset.cleanings[i];
            if (!time.contains(whenOf(cleaning).at()))
                continue;
            ++*out.cleanings;
            out.records.push_back(cleaning.head.id);
        }
    }

    const AlignmentContext& m_context;
    std::optional<Timestamp> m_begin;
    std::vector<std::vector<std::uint32_t>> m_cleanings; // per asset, those of a skid too
};

} // namespace

const char* toText(UsageUnit unit)
{
    switch (unit) {
    case UsageUnit::Batches:
        return "batches";
    case UsageUnit::RunHours:
        return "run_hours";
    case UsageUnit::Cycles:
        return "cycles";
    case UsageUnit::Cleanings:
        return "cleanings";
    }
    return "";
}

const char* toText(TriggerState state)
{
    switch (state) {
    case TriggerState::Due:
        return "due";
    case TriggerState::Soon:
        return "soon";
    case TriggerState::NotDue:
        return "not_due";
    case TriggerState::Unknown:
        return "unknown";
    }
    return "";
}

std::optional<Interval> usedSpan(const AlignmentContext& context)
{
    const UnifiedEvents& events = context.events;
    if (events.size() == 0)
        return std::nullopt;
    std::int64_t last = events.onsetUs.back();
    for (const std::int64_t end : events.endUs)
        if (end != UnifiedEvents::kNoEnd && end != UnifiedEvents::kOpenEnd)
            last = std::max(last, end);
    const Timestamp first = operatingBegin(context).value_or(Timestamp(Duration(events.onsetUs.front())));
    return Interval{first, std::max(first, Timestamp(Duration(last))) + Duration(1)};
}

std::vector<UsagePeriod> usagePeriods(const Interval& span, PeriodLength length, const Zone& zone)
{
    std::vector<UsagePeriod> out;
    if (length == PeriodLength::All) {
        out.push_back({span, "all"});
        return out;
    }
    const CivilTime first = civilAt(zone, span.begin);
    int year = first.year;
    int month = first.month;
    constexpr std::int64_t kMonday = 4; // 1970-01-05
    const std::int64_t day = daysFromCivil(first.year, first.month, first.day);
    std::int64_t monday = day - (((day - kMonday) % 7) + 7) % 7;
    for (Timestamp begin = span.begin; begin < span.end;) {
        std::string name = length == PeriodLength::Month ? monthName(year, month) : weekName(monday);
        if (++month > 12) {
            month = 1;
            ++year;
        }
        monday += 7;
        const CivilTime next = length == PeriodLength::Month ? CivilTime{year, month, 1, 0, 0, 0, 0} : dayOf(monday);
        const Timestamp end = std::min(span.end, midnight(zone, next.year, next.month, next.day));
        if (begin < end)
            out.push_back({{begin, end}, std::move(name)});
        begin = std::max(begin, end);
    }
    return out;
}

std::vector<AssetUsage> usageOf(
    const AlignmentContext& context, const std::vector<AssetIndex>& assets, const std::vector<UsagePeriod>& periods)
{
    const Counting counting(context);
    std::vector<AssetUsage> out;
    for (const AssetIndex asset : assets)
        for (std::size_t period = 0; period < periods.size(); ++period) {
            out.push_back(counting.of(asset, periods[period].time));
            out.back().period = period;
        }
    return out;
}

} // namespace antecedent
