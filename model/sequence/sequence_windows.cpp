// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a count of the graph back to the windows that make it.
#include "model/sequence/sequence_data.h"

#include <algorithm>

namespace antecedent {

namespace {

double secondsOf(std::int64_t us)
{
    return toSeconds(Duration(us));
}

const ChainItem* find(const ChainGroup& group, std::uint32_t label)
{
    const auto found = std::find_if(
        group.items.begin(), group.items.end(), [&](const ChainItem& item) { return item.label == label; });
    return found != group.items.end() ? &*found : nullptr;
}

class Search
{
public:
    explicit Search(const WindowChain& chain)
        : m_chain(chain)
        , m_found{chain.window, chain.isCase, 0, 0, std::nullopt, std::nullopt}
    {
    }

    SequenceWindow node(std::uint32_t label)
    {
        for (const ChainGroup& group : m_chain.groups)
            if (const ChainItem* item = find(group, label))
                note(group.offsetUs, std::nullopt, item->event);
        return m_found;
    }

    // Neighbours in the window as aligned, as the graph was counted: groups of nodes that were dropped stand between.
    SequenceWindow edge(std::uint32_t from, std::uint32_t to, bool isToFailure)
    {
        for (std::size_t g = 0; g < m_chain.groups.size(); ++g) {
            const ChainGroup& group = m_chain.groups[g];
            if (find(group, from) == nullptr)
                continue;
            const bool isLast = group.place + 1 == m_chain.length;
            if (isToFailure && isLast)
                note(0, -group.offsetUs, std::nullopt);
            if (isToFailure)
                continue;
            const ChainItem* tied = from != to ? find(group, to) : nullptr;
            if (tied != nullptr && isFirstOfTie(from, to, group))
                note(group.offsetUs, 0, tied->event);
            const bool hasNext = g + 1 < m_chain.groups.size() && m_chain.groups[g + 1].place == group.place + 1;
            const ChainItem* next = hasNext ? find(m_chain.groups[g + 1], to) : nullptr;
            if (next != nullptr)
                note(m_chain.groups[g + 1].offsetUs, m_chain.groups[g + 1].offsetUs - group.offsetUs, next->event);
        }
        return m_found;
    }

private:
    // A tie is counted once, in the order in which the group lists its items.
    static bool isFirstOfTie(std::uint32_t from, std::uint32_t to, const ChainGroup& group)
    {
        return find(group, from) < find(group, to);
    }

    void note(std::int64_t offsetUs, std::optional<std::int64_t> gapUs, std::optional<std::uint32_t> event)
    {
        ++m_found.times;
        m_found.lastOffsetS = secondsOf(offsetUs);
        if (gapUs)
            m_found.lastGapS = secondsOf(*gapUs);
        m_found.event = event;
    }

    const WindowChain& m_chain;
    SequenceWindow m_found;
};

void keep(std::vector<SequenceWindow>& windows, const SequenceWindow& found)
{
    if (found.times > 0)
        windows.push_back(found);
}

} // namespace

std::vector<SequenceWindow> SequenceGraph::windowsOfNode(std::uint32_t node) const
{
    std::vector<SequenceWindow> windows;
    const bool isFailure = m_data->nodes[node].isFailure;
    for (const WindowChain& chain : m_data->chains)
        if (isFailure)
            windows.push_back({chain.window, chain.isCase, 1, 0, std::nullopt, std::nullopt});
        else
            keep(windows, Search(chain).node(node));
    return windows;
}

std::vector<SequenceWindow> SequenceGraph::windowsOfEdge(std::uint32_t edge) const
{
    std::vector<SequenceWindow> windows;
    const SequenceEdge& wanted = m_data->edges[edge];
    for (const WindowChain& chain : m_data->chains)
        keep(windows, Search(chain).edge(wanted.from, wanted.to, m_data->nodes[wanted.to].isFailure));
    return windows;
}

} // namespace antecedent
