// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/sequence_data.h"

#include <algorithm>
#include <map>

namespace antecedent {

namespace {

// Groups of a window from the failure backwards, runs of one class taken as one.
using Backward = std::vector<std::vector<std::uint32_t>>;

Backward backward(const WindowChain& chain)
{
    Backward groups;
    for (auto group = chain.groups.rbegin(); group != chain.groups.rend(); ++group) {
        std::vector<std::uint32_t> labels;
        for (const ChainItem& item : group->items)
            labels.push_back(item.label);
        if (groups.empty() || groups.back() != labels || labels.size() > 1)
            groups.push_back(std::move(labels));
    }
    return groups;
}

class PathSearch
{
public:
    PathSearch(const std::vector<WindowChain>& chains, int support, std::size_t maxDepth)
        : m_support(support)
        , m_maxDepth(maxDepth)
    {
        for (const WindowChain& chain : chains) {
            m_groups.push_back(backward(chain));
            m_isCase.push_back(chain.isCase);
        }
    }

    std::vector<SequencePath> run()
    {
        std::vector<std::uint32_t> all(m_groups.size());
        for (std::uint32_t i = 0; i < all.size(); ++i)
            all[i] = i;
        std::vector<std::uint32_t> path;
        extend(path, all);
        return std::move(m_found);
    }
    bool isDepthCut() const { return m_isDepthCut; }

private:
    // `windows`: those whose chain ends with the reversed `path`. A path is listed if it can't be made longer.
    void extend(std::vector<std::uint32_t>& path, const std::vector<std::uint32_t>& windows)
    {
        std::map<std::uint32_t, std::vector<std::uint32_t>> next;
        for (const std::uint32_t w : windows)
            if (m_groups[w].size() > path.size())
                for (const std::uint32_t label : m_groups[w][path.size()])
                    next[label].push_back(w);
        bool isLonger = false;
        for (const auto& [label, those] : next) {
            if (casesIn(those) < m_support)
                continue;
            if (path.size() == m_maxDepth) {
                m_isDepthCut = true;
                break;
            }
            isLonger = true;
            path.push_back(label);
            extend(path, those);
            path.pop_back();
        }
        if (isLonger || path.empty())
            return;
        SequencePath found;
        found.nodes.assign(path.rbegin(), path.rend());
        found.caseWindows = casesIn(windows);
        found.controlWindows = static_cast<int>(windows.size()) - found.caseWindows;
        m_found.push_back(std::move(found));
    }

    int casesIn(const std::vector<std::uint32_t>& windows) const
    {
        return static_cast<int>(
            std::count_if(windows.begin(), windows.end(), [&](std::uint32_t w) { return m_isCase[w]; }));
    }

    int m_support;
    std::size_t m_maxDepth;
    std::vector<Backward> m_groups;
    std::vector<bool> m_isCase;
    std::vector<SequencePath> m_found;
    bool m_isDepthCut = false;
};

} // namespace

SequencePaths SequenceGraph::paths(int support, int maxDepth, int maxPaths) const
{
    SequencePaths result;
    result.support = std::max(1, support);
    PathSearch search(m_data->chains, result.support, static_cast<std::size_t>(std::clamp(maxDepth, 1, 32)));
    result.paths = search.run();
    result.isDepthCut = search.isDepthCut();
    std::sort(result.paths.begin(), result.paths.end(), [](const SequencePath& a, const SequencePath& b) {
        return a.caseWindows != b.caseWindows ? a.caseWindows > b.caseWindows : a.nodes < b.nodes;
    });
    const auto cap = static_cast<std::size_t>(std::max(1, maxPaths));
    if (result.paths.size() > cap) {
        result.beyondCap = static_cast<int>(result.paths.size() - cap);
        result.paths.resize(cap);
    }
    return result;
}

} // namespace antecedent
