// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/counter_history.h"

#include <algorithm>
#include <set>

namespace antecedent {

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
