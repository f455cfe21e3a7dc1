// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/window_chain.h"

#include <algorithm>
#include <set>

namespace antecedent {

bool isCovered(const AlignedWindow& window, const EventClass& eventClass)
{
    const CoverageIndex::Kind kind{eventClass.table, eventClass.table == TableId::Events ? eventClass.category : 0};
    return !std::binary_search(window.uncovered.begin(), window.uncovered.end(), kind);
}

WindowChain chainOf(const UnifiedEvents& events, const Alignment& alignment, const AlignedWindow& window,
    bool byInstance, const CountedOnce& once, const EventChoice& isShown)
{
    WindowChain chain;
    chain.window = static_cast<std::uint32_t>(&window - alignment.windows.data());
    chain.isCase = window.isCase;
    chain.anchorUncertaintyUs = alignment.failures[window.failure].uncertainty.count();
    std::set<std::size_t> taken; // proposals
    for (const AlignedEvent& event : window.events) { // ascending by offset
        if (event.isAnswer || (!event.isAntecedent && !event.isInForce))
            continue;
        const std::uint32_t position = event.event.value;
        if (isShown && !isShown(event.offset, position))
            continue;
        if (!byInstance && !isCovered(window, events.classes[events.eventClass[position].value]))
            continue;
        if (!byInstance && events.table[position] == TableId::Events)
            if (const auto proposal = once.proposalOf(events.item[position]);
                proposal && !taken.insert(*proposal).second)
                continue;
        const std::int64_t offset = event.offset.count();
        if (chain.groups.empty() || chain.groups.back().offsetUs != offset)
            chain.groups.push_back({offset, chain.length++, {}});
        const std::uint32_t label = byInstance ? position : events.eventClass[position].value;
        chain.groups.back().items.push_back({label, position, event.uncertainty.count()});
    }
    for (ChainGroup& group : chain.groups) {
        std::sort(group.items.begin(), group.items.end(), [](const ChainItem& a, const ChainItem& b) {
            return a.label != b.label ? a.label < b.label : a.event < b.event;
        });
        const auto isSame = [](const ChainItem& a, const ChainItem& b) { return a.label == b.label; };
        group.items.erase(std::unique(group.items.begin(), group.items.end(), isSame), group.items.end());
    }
    return chain;
}

} // namespace antecedent
