// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/counter_history.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

// Where the curve has a corner: at each reset and use.
std::vector<Timestamp> cornersOf(const CounterHistory& history)
{
    std::vector<Timestamp> times;
    for (const CounterReset& reset : history.resets)
        times.push_back(reset.at);
    for (const CounterUse& use : history.uses)
        times.push_back(use.at);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace

std::optional<double> CounterHistory::valueAt(Timestamp t) const
{
    const auto after = std::lower_bound(
        resets.begin(), resets.end(), t, [](const CounterReset& reset, Timestamp at) { return reset.at < at; });
    if (after == resets.begin())
        return std::nullopt;
    const Timestamp since = std::prev(after)->at;
    if (!isInBatches)
        return toSeconds(t - since) / 86400;
    std::set<BatchIndex> batches;
    auto use = std::lower_bound(
        uses.begin(), uses.end(), since, [](const CounterUse& each, Timestamp at) { return each.at < at; });
    for (; use != uses.end() && use->at < t; ++use)
        batches.insert(use->batch);
    return static_cast<double>(batches.size());
}

std::vector<CounterVertex> CounterHistory::curve(const Interval& stretch) const
{
    std::vector<CounterVertex> line;
    const Timestamp start = std::max(stretch.begin, resets.front().at);
    if (const std::optional<double> value = valueAt(start))
        line.push_back({start, *value});
    for (const Timestamp t : cornersOf(*this)) {
        if (t < start || t > stretch.end)
            continue;
        if (const std::optional<double> before = valueAt(t))
            line.push_back({t, *before});
        line.push_back({t, valueAt(t + Duration(1)).value_or(0)});
    }
    line.push_back({stretch.end, valueAt(stretch.end).value_or(0)});
    return line;
}

double CounterHistory::highest(const Interval& stretch) const
{
    double highest = 1;
    for (const auto* points : {&failures, &controls})
        for (const CounterPoint& point : *points)
            highest = std::max(highest, point.value);
    std::vector<Timestamp> times = cornersOf(*this);
    times.push_back(stretch.end);
    for (const Timestamp t : times)
        if (stretch.begin <= t && t <= stretch.end)
            highest = std::max(highest, valueAt(t).value_or(0));
    return highest;
}

Phrase counterWords(std::string_view name)
{
    constexpr std::string_view kSince = "since_";
    const std::string_view what = name.starts_with(kSince) ? name.substr(kSince.size()) : name;
    if (what == "maintenance")
        return phrase("since any maintenance");
    if (what == "preventive")
        return phrase("since preventive maintenance");
    if (what == "corrective")
        return phrase("since corrective maintenance");
    return phrase("since %1", term(what));
}

std::optional<CounterHistory> counterHistory(
    const ConditionFacts& facts, AssetIndex asset, const std::string& name, const Interval& stretch, std::size_t most)
{
    CounterHistory history;
    history.asset = asset;
    history.name = name;
    // Back from the end, from reset to reset, as the card sees them.
    Timestamp at = stretch.end;
    while (history.resets.size() < most) {
        const ConditionCard card = facts.card(asset, at, AsKnown::Now);
        const Counter& counter = card.counter(name);
        if (!counter.last.known())
            break;
        const Timestamp last = counter.last.at();
        if (last >= at) { // at the very time asked for: what stood before it?
            at = last - Duration(1);
            if (history.resets.empty() || history.resets.back().at != last)
                history.resets.push_back({last, counter.ref, counter.record});
            continue;
        }
        if (history.resets.empty() || history.resets.back().at != last)
            history.resets.push_back({last, counter.ref, counter.record});
        if (last < stretch.begin)
            break;
        at = last;
    }
    if (history.resets.empty())
        return std::nullopt;
    std::reverse(history.resets.begin(), history.resets.end());
    const AlignmentContext& context = facts.context();
    const Timestamp first = history.resets.front().at;
    if (context.operating.basis(asset) == OperatingBasis::StepsAndStates && context.operating.knowsFrom(first))
        for (const std::uint32_t i : context.operating.uses(asset, Interval{first, stretch.end})) {
            const BatchStep& step = context.dataset.steps[i];
            history.uses.push_back({step.start.at(), step.batch, step.head.id});
        }
    history.isInBatches = !history.uses.empty();
    return history;
}

} // namespace antecedent
