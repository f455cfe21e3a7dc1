// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/sequence_data.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#pragma GCC diagnostic pop

#include <algorithm>
#include <functional>
#include <map>

namespace antecedent {

namespace {

constexpr std::uint32_t kFailureLabel = 0xFFFF'FFFFU;

struct NodeTally
{
    int cases = 0;
    int controls = 0;
    std::vector<double> caseOffsets;
    std::vector<double> controlOffsets;
    std::uint32_t event = 0;
};

struct EdgeTally
{
    int cases = 0;
    int controls = 0;
    std::vector<double> gaps; // last occurrence of each case window
    int certain = 0;
    int uncertain = 0;
    int controlCertain = 0;
    int controlUncertain = 0;
};

// One edge in one window.
struct Occurrences
{
    double lastGapS = 0;
    int certain = 0;
    int uncertain = 0;
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// p-quantile of sorted values, linear between neighbours.
std::optional<double> quantile(const std::vector<double>& sorted, double p)
{
    if (sorted.empty())
        return std::nullopt;
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - static_cast<double>(below));
}

double seconds(std::int64_t us)
{
    return toSeconds(Duration(us));
}

class Tally
{
public:
    void add(const WindowChain& chain)
    {
        (chain.isCase ? m_cases : m_controls) += 1;
        std::map<std::uint32_t, std::pair<std::int64_t, std::uint32_t>> latest; // label -> offset, event
        std::map<Pair, Occurrences> seen;
        for (std::size_t g = 0; g < chain.groups.size(); ++g) {
            const ChainGroup& group = chain.groups[g];
            for (const ChainItem& item : group.items)
                latest[item.label] = {group.offsetUs, item.event};
            addTies(group, seen);
            if (g + 1 < chain.groups.size())
                addStep(group, chain.groups[g + 1], seen);
            else
                addLast(group, chain.anchorUncertaintyUs, seen);
        }
        for (const auto& [label, where] : latest)
            count(m_nodes[label], chain.isCase, seconds(where.first), where.second);
        for (const auto& [pair, occurrences] : seen)
            count(m_edges[pair], chain.isCase, occurrences);
    }

    int m_cases = 0;
    int m_controls = 0;
    std::map<std::uint32_t, NodeTally> m_nodes;
    std::map<Pair, EdgeTally> m_edges;

private:
    static void note(std::map<Pair, Occurrences>& seen, Pair pair, std::int64_t gapUs, bool isCertain)
    {
        Occurrences& o = seen[pair];
        o.lastGapS = seconds(gapUs);
        (isCertain ? o.certain : o.uncertain) += 1;
    }

    static void addTies(const ChainGroup& group, std::map<Pair, Occurrences>& seen)
    {
        for (std::size_t i = 0; i < group.items.size(); ++i)
            for (std::size_t k = i + 1; k < group.items.size(); ++k)
                note(seen, {group.items[i].label, group.items[k].label}, 0, false);
    }

    static void addStep(const ChainGroup& from, const ChainGroup& to, std::map<Pair, Occurrences>& seen)
    {
        const std::int64_t gap = to.offsetUs - from.offsetUs;
        for (const ChainItem& a : from.items)
            for (const ChainItem& b : to.items)
                note(seen, {a.label, b.label}, gap, gap >= a.uncertaintyUs + b.uncertaintyUs);
    }

    // The events' uncertainty in an aligned window already holds the anchor's.
    static void addLast(const ChainGroup& group, std::int64_t anchorUs, std::map<Pair, Occurrences>& seen)
    {
        for (const ChainItem& a : group.items)
            note(seen, {a.label, kFailureLabel}, -group.offsetUs,
                -group.offsetUs >= std::max(a.uncertaintyUs, anchorUs));
    }

    static void count(NodeTally& node, bool isCase, double offsetS, std::uint32_t event)
    {
        (isCase ? node.cases : node.controls) += 1;
        (isCase ? node.caseOffsets : node.controlOffsets).push_back(offsetS);
        node.event = event;
    }

    static void count(EdgeTally& edge, bool isCase, const Occurrences& o)
    {
        (isCase ? edge.cases : edge.controls) += 1;
        (isCase ? edge.certain : edge.controlCertain) += o.certain;
        (isCase ? edge.uncertain : edge.controlUncertain) += o.uncertain;
        if (isCase)
            edge.gaps.push_back(o.lastGapS);
    }
};

EdgeOrder orderOfTally(const EdgeTally& t)
{
    const bool hasCase = t.cases > 0;
    const int certain = hasCase ? t.certain : t.controlCertain;
    const int uncertain = hasCase ? t.uncertain : t.controlUncertain;
    if (uncertain == 0)
        return EdgeOrder::Certain;
    return certain > uncertain ? EdgeOrder::Likely : EdgeOrder::Undetermined;
}

// More often before failures than in controls, as shares of the windows.
bool isMoreInCases(int cases, int caseWindows, int controls, int controlWindows)
{
    return static_cast<std::int64_t>(cases) * controlWindows > static_cast<std::int64_t>(controls) * caseWindows
        || (controlWindows == 0 && cases > 0);
}

// Case and control windows in which a class is covered.
using CoveredOf = std::function<std::pair<int, int>(const EventClass&)>;

class Builder
{
public:
    Builder(const UnifiedEvents& events, const Dataset& dataset, const SequenceOptions& options, Tally& tally,
        CoveredOf covered)
        : m_events(events)
        , m_dataset(dataset)
        , m_options(options)
        , m_tally(tally)
        , m_covered(std::move(covered))
        , m_data(std::make_unique<SequenceGraph::Data>())
    {
    }

    std::unique_ptr<SequenceGraph::Data> make(std::vector<WindowChain> chains)
    {
        m_data->caseWindows = m_tally.m_cases;
        m_data->controlWindows = m_tally.m_controls;
        makeNodes();
        makeEdges();
        for (WindowChain& chain : chains)
            relabel(chain);
        m_data->chains = std::move(chains);
        for (const SequenceNode& node : m_data->nodes)
            boost::add_vertex(node, m_data->graph);
        for (const SequenceEdge& edge : m_data->edges)
            boost::add_edge(edge.from, edge.to, edge, m_data->graph);
        return std::move(m_data);
    }

private:
    bool isKept(int cases, int controls, const std::pair<int, int>& windows) const
    {
        if (cases < m_options.minCases)
            return false;
        return m_options.mode != SequenceMode::MinusControls
            || isMoreInCases(cases, windows.first, controls, windows.second);
    }

    // Case and control windows that can show a node.
    std::pair<int, int> windowsOf(std::uint32_t label) const
    {
        if (label == kFailureLabel || m_options.mode == SequenceMode::OneFailure)
            return {m_tally.m_cases, m_tally.m_controls};
        return m_covered(m_events.classes[label]);
    }

    void makeNodes()
    {
        std::map<std::string, int> instances;
        for (auto& [label, tally] : m_tally.m_nodes) {
            const auto windows = windowsOf(label);
            if (!isKept(tally.cases, tally.controls, windows)) {
                ++m_data->droppedNodes;
                continue;
            }
            SequenceNode node;
            const bool isInstance = m_options.mode == SequenceMode::OneFailure;
            node.label = isInstance ? m_events.className(label) : m_events.classes[label].name;
            node.id = isInstance ? node.label + '#' + std::to_string(++instances[node.label]) : node.label;
            if (isInstance && m_events.asset[label].valid())
                node.asset = m_dataset.assets[m_events.asset[label].value].id;
            node.caseWindows = tally.cases;
            node.controlWindows = tally.controls;
            std::tie(node.caseCovered, node.controlCovered) = windows;
            std::vector<double>& offsets = tally.cases > 0 ? tally.caseOffsets : tally.controlOffsets;
            std::sort(offsets.begin(), offsets.end());
            node.medianOffsetS = quantile(offsets, 0.5);
            m_order.emplace_back(node.id, label);
            m_data->nodes.push_back(std::move(node));
        }
        std::sort(m_order.begin(), m_order.end());
        std::sort(m_data->nodes.begin(), m_data->nodes.end(),
            [](const SequenceNode& a, const SequenceNode& b) { return a.id < b.id; });
        for (std::uint32_t i = 0; i < m_order.size(); ++i)
            m_position[m_order[i].second] = i;
        m_position[kFailureLabel] = static_cast<std::uint32_t>(m_data->nodes.size());
        SequenceNode failure;
        failure.id = "failure";
        failure.label = "failure";
        failure.caseWindows = m_tally.m_cases;
        failure.controlWindows = m_tally.m_controls;
        failure.caseCovered = m_tally.m_cases;
        failure.controlCovered = m_tally.m_controls;
        failure.medianOffsetS = 0;
        failure.isFailure = true;
        m_data->nodes.push_back(std::move(failure));
    }

    void makeEdges()
    {
        for (auto& [pair, tally] : m_tally.m_edges) {
            const auto from = m_position.find(pair.first);
            const auto to = m_position.find(pair.second);
            if (from == m_position.end() || to == m_position.end()
                || !isKept(tally.cases, tally.controls, windowsOf(pair.first))) {
                ++m_data->droppedEdges;
                continue;
            }
            SequenceEdge edge;
            edge.from = from->second;
            edge.to = to->second;
            edge.caseWindows = tally.cases;
            edge.controlWindows = tally.controls;
            std::sort(tally.gaps.begin(), tally.gaps.end());
            edge.medianGapS = quantile(tally.gaps, 0.5);
            edge.lowerQuartileGapS = quantile(tally.gaps, 0.25);
            edge.upperQuartileGapS = quantile(tally.gaps, 0.75);
            edge.order = orderOfTally(tally);
            m_data->edges.push_back(edge);
        }
        std::sort(m_data->edges.begin(), m_data->edges.end(), [](const SequenceEdge& a, const SequenceEdge& b) {
            return std::tie(a.from, a.to) < std::tie(b.from, b.to);
        });
    }

    void relabel(WindowChain& chain) const
    {
        for (ChainGroup& group : chain.groups) {
            std::erase_if(group.items, [&](const ChainItem& item) { return !m_position.contains(item.label); });
            for (ChainItem& item : group.items)
                item.label = m_position.at(item.label);
        }
        std::erase_if(chain.groups, [](const ChainGroup& group) { return group.items.empty(); });
    }

    const UnifiedEvents& m_events;
    const Dataset& m_dataset;
    const SequenceOptions& m_options;
    Tally& m_tally;
    CoveredOf m_covered;
    std::unique_ptr<SequenceGraph::Data> m_data;
    std::vector<std::pair<std::string, std::uint32_t>> m_order; // id, label
    std::map<std::uint32_t, std::uint32_t> m_position; // label -> node
};

} // namespace

const char* toText(EdgeOrder order)
{
    switch (order) {
    case EdgeOrder::Certain:
        return "certain";
    case EdgeOrder::Likely:
        return "likely";
    case EdgeOrder::Undetermined:
        return "undetermined";
    }
    return "";
}

SequenceGraph::SequenceGraph(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
SequenceGraph::~SequenceGraph() = default;
SequenceGraph::SequenceGraph(SequenceGraph&&) noexcept = default;
SequenceGraph& SequenceGraph::operator=(SequenceGraph&&) noexcept = default;

int SequenceGraph::caseWindows() const
{
    return m_data->caseWindows;
}
int SequenceGraph::controlWindows() const
{
    return m_data->controlWindows;
}
const std::vector<SequenceNode>& SequenceGraph::nodes() const
{
    return m_data->nodes;
}
const std::vector<SequenceEdge>& SequenceGraph::edges() const
{
    return m_data->edges;
}
int SequenceGraph::droppedNodes() const
{
    return m_data->droppedNodes;
}
int SequenceGraph::droppedEdges() const
{
    return m_data->droppedEdges;
}

std::vector<int> SequenceGraph::stepsToFailure() const
{
    std::vector<int> steps(m_data->nodes.size(), 0);
    const auto reversed = boost::make_reverse_graph(m_data->graph);
    const auto failure = m_data->nodes.size() - 1;
    const auto visitor = boost::make_bfs_visitor(boost::record_distances(
        boost::make_iterator_property_map(steps.begin(), boost::get(boost::vertex_index, m_data->graph)),
        boost::on_tree_edge()));
    boost::breadth_first_search(reversed, failure, boost::visitor(visitor));
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (i != failure && steps[i] == 0)
            steps[i] = -1;
    return steps;
}

Result<SequenceGraph> buildSequenceGraph(
    const UnifiedEvents& events, const Dataset& dataset, const Alignment& alignment, const SequenceOptions& options)
{
    const bool isOne = options.mode == SequenceMode::OneFailure;
    Tally tally;
    std::vector<WindowChain> chains;
    const CountedOnce once(dataset);
    EventChoice isShown;
    if (options.brush || options.isShown)
        isShown = [&options](Duration offset, std::uint32_t event) {
            const bool isInside = !options.brush || (options.brush->first <= offset && offset < options.brush->second);
            return isInside && (!options.isShown || options.isShown(event));
        };
    for (const AlignedWindow& window : alignment.windows) {
        if (!window.excluded.empty())
            continue;
        if (isOne && (!window.isCase || alignment.failures[window.failure].id != options.failure))
            continue;
        chains.push_back(chainOf(events, alignment, window, isOne, once, isShown));
        tally.add(chains.back());
    }
    if (isOne && chains.empty())
        return Error{ErrorCode::UnknownFailure, options.failure, "there is no usable window of this failure"};
    std::map<CoverageIndex::Kind, std::pair<int, int>> uncovered;
    for (const AlignedWindow& window : alignment.windows)
        for (const CoverageIndex::Kind& kind : window.uncovered)
            if (window.excluded.empty())
                ++(window.isCase ? uncovered[kind].first : uncovered[kind].second);
    const CoveredOf covered = [&](const EventClass& eventClass) {
        const auto found =
            uncovered.find({eventClass.table, eventClass.table == TableId::Events ? eventClass.category : 0});
        const auto [cases, controls] = found == uncovered.end() ? std::pair(0, 0) : found->second;
        return std::pair(tally.m_cases - cases, tally.m_controls - controls);
    };
    return SequenceGraph(Builder(events, dataset, options, tally, covered).make(std::move(chains)));
}

} // namespace antecedent
