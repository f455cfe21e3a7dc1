// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/sequence_layout.h"

#include "model/sequence/sequence_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace antecedent {

namespace {

constexpr double kHour = 3600;
constexpr int kSweeps = 12;

struct Box
{
    double x = 0; // centre
    double y = 0;
    double width = 0;
    double height = 0;

    bool overlaps(const Box& other) const
    {
        return std::abs(x - other.x) * 2 < width + other.width && std::abs(y - other.y) * 2 < height + other.height;
    }
};

double shareOf(int part, int whole)
{
    return whole > 0 ? static_cast<double>(part) / whole : 0;
}

// Nodes before most failures first, or those that differ most from the controls; then the later ones, then the name.
std::vector<std::uint32_t> rankedNodes(const SequenceGraph& graph, const LayoutOptions& options, int minCases, int most)
{
    const auto& nodes = graph.nodes();
    std::vector<std::uint32_t> order(nodes.size() - 1);
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t i) { return nodes[i].caseWindows < minCases; });
    const auto cases = [&](std::uint32_t i) { return shareOf(nodes[i].caseWindows, nodes[i].caseCovered); };
    const auto difference = [&](std::uint32_t i) {
        return cases(i) - shareOf(nodes[i].controlWindows, nodes[i].controlCovered);
    };
    const auto key = [&](std::uint32_t i) {
        const double first = options.isByDifference ? difference(i) : cases(i);
        const double second = options.isByDifference ? cases(i) : difference(i);
        return std::tuple(-first, -second, -nodes[i].medianOffsetS.value_or(0));
    };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    if (order.size() > static_cast<std::size_t>(std::max(0, most)))
        order.resize(static_cast<std::size_t>(std::max(0, most)));
    return order;
}

// Those that are drawn, ascending, the failure last.
std::vector<std::uint32_t> chooseNodes(const SequenceGraph& graph, const LayoutOptions& options)
{
    std::vector<std::uint32_t> order = rankedNodes(graph, options, options.minCases, options.topNodes);
    std::sort(order.begin(), order.end());
    order.push_back(static_cast<std::uint32_t>(graph.nodes().size() - 1));
    return order;
}

bool doCross(const PlacedNode& a, const PlacedNode& b, const PlacedNode& c, const PlacedNode& d)
{
    const auto side = [](const PlacedNode& p, const PlacedNode& q, const PlacedNode& r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

class Placer
{
public:
    Placer(const SequenceGraph& graph, const LayoutOptions& options)
        : m_graph(graph)
        , m_options(options)
    {
    }

    SequenceLayout make()
    {
        placeColumns();
        connect();
        if (m_options.isInOrderOfTime) {
            assignRows(placesInTime());
            m_layout.crossings = crossings();
            finish();
            return std::move(m_layout);
        }
        if (m_options.keepsPlaces) {
            keepRows();
            m_layout.crossings = crossings();
            finish();
            return std::move(m_layout);
        }
        std::vector<double> wanted(m_layout.nodes.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i] = static_cast<double>(i % 4);
        assignRows(wanted);
        std::vector<PlacedNode> best = m_layout.nodes;
        double height = m_layout.height;
        int fewest = crossings();
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            assignRows(barycentres());
            const int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = m_layout.nodes;
                height = m_layout.height;
            }
        }
        m_layout.nodes = best;
        m_layout.height = height;
        m_layout.crossings = fewest;
        finish();
        return std::move(m_layout);
    }

private:
    double xAt(double position) const
    {
        const double begin = m_options.nodeWidth + m_options.gap + 4;
        return begin + (m_options.width - begin - m_options.failureRoom) * position;
    }

    // A box ends just before its median time, so that none stands over the failure.
    double centreOf(std::uint32_t node) const
    {
        const SequenceNode& counts = m_graph.nodes()[node];
        const double at = xAt(m_scale.position(counts.medianOffsetS.value_or(0)));
        return counts.isFailure ? at : at - m_options.gap - m_options.nodeWidth / 2;
    }

    // Rows as if everything that may be drawn were drawn.
    void keepRows()
    {
        constexpr int kMost = 60;
        std::vector<RowNode> ranked{{static_cast<std::uint32_t>(m_graph.nodes().size() - 1), 0}};
        for (const std::uint32_t node : rankedNodes(m_graph, m_options, 1, kMost))
            ranked.push_back({node, 0});
        for (RowNode& node : ranked)
            node.x = centreOf(node.node);
        const std::vector<int> rows = placedRows(m_graph, ranked, m_options);
        int last = 0;
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            m_layout.rows[m_graph.nodes()[ranked[i].node].id] = rows[i];
            const auto drawn = m_drawn.find(ranked[i].node);
            if (drawn == m_drawn.end())
                continue;
            PlacedNode& placed = m_layout.nodes[drawn->second];
            placed.row = rows[i];
            placed.y = (rows[i] + 0.5) * m_options.rowHeight;
            last = std::max(last, rows[i]);
        }
        m_layout.height = (last + 1) * m_options.rowHeight;
    }

    void placeColumns()
    {
        double longest = m_options.beforeS.value_or(0);
        const std::vector<std::uint32_t> chosen = chooseNodes(m_graph, m_options);
        if (!m_options.beforeS)
            for (const std::uint32_t i : chosen)
                longest = std::max(longest, -m_graph.nodes()[i].medianOffsetS.value_or(0));
        m_scale = CompressedScale(longest);
        for (const std::uint32_t i : chosen) {
            m_drawn[i] = static_cast<std::uint32_t>(m_layout.nodes.size());
            m_layout.nodes.push_back({i, centreOf(i), 0, 0});
        }
        for (CompressedScale::Tick tick : m_scale.ticks()) {
            tick.position = xAt(tick.position);
            m_layout.ticks.push_back(std::move(tick));
        }
        m_layout.width = m_options.width;
        m_layout.foldedNodes = static_cast<int>(m_graph.nodes().size() - chosen.size());
    }

    void connect()
    {
        m_neighbours.resize(m_layout.nodes.size());
        for (std::uint32_t e = 0; e < m_graph.edges().size(); ++e) {
            const SequenceEdge& edge = m_graph.edges()[e];
            const auto from = m_drawn.find(edge.from);
            const auto to = m_drawn.find(edge.to);
            if (from == m_drawn.end() || to == m_drawn.end() || edge.caseWindows < m_options.minEdgeCases) {
                ++m_layout.foldedEdges;
                continue;
            }
            m_layout.edges.push_back({e, from->second, to->second, 0, 0, false});
            if (from->second == to->second)
                continue;
            const double weight = std::max(1, edge.caseWindows);
            m_neighbours[from->second].emplace_back(to->second, weight);
            m_neighbours[to->second].emplace_back(from->second, weight);
        }
    }

    std::vector<double> placesInTime() const
    {
        std::vector<std::size_t> order(m_layout.nodes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return m_layout.nodes[a].x < m_layout.nodes[b].x; });
        std::vector<double> places(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            places[order[i]] = static_cast<double>(i);
        return places;
    }

    // Nodes in order of the row they want take the nearest row that is free at their x.
    void assignRows(const std::vector<double>& wanted)
    {
        std::vector<std::size_t> order(m_layout.nodes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(
            order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
        std::map<int, std::vector<double>> taken; // row -> x
        const auto isFree = [&](int row, double x) {
            const auto found = taken.find(row);
            return found == taken.end() || std::none_of(found->second.begin(), found->second.end(), [&](double other) {
                return std::abs(other - x) < m_options.nodeWidth + 8;
            });
        };
        for (const std::size_t i : order) {
            PlacedNode& node = m_layout.nodes[i];
            const int start = static_cast<int>(std::lround(wanted[i]));
            for (int step = 0;; ++step) {
                const int row = start + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
                if (!isFree(row, node.x))
                    continue;
                node.row = row;
                taken[row].push_back(node.x);
                break;
            }
        }
        closeRows();
    }

    // Rows become 0, 1, 2, ... without gaps.
    void closeRows()
    {
        std::map<int, int> rows;
        for (const PlacedNode& node : m_layout.nodes)
            rows[node.row] = 0;
        int next = 0;
        for (auto& entry : rows)
            entry.second = next++;
        for (PlacedNode& node : m_layout.nodes) {
            node.row = rows[node.row];
            node.y = (node.row + 0.5) * m_options.rowHeight;
        }
        m_layout.height = next * m_options.rowHeight;
    }

    std::vector<double> barycentres() const
    {
        std::vector<double> wanted(m_layout.nodes.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            double sum = 0;
            double weight = 0;
            for (const auto& [other, w] : m_neighbours[i]) {
                sum += w * m_layout.nodes[other].row;
                weight += w;
            }
            wanted[i] = weight > 0 ? sum / weight : m_layout.nodes[i].row;
        }
        return wanted;
    }

    int crossings() const
    {
        int count = 0;
        const auto& edges = m_layout.edges;
        for (std::size_t i = 0; i < edges.size(); ++i)
            for (std::size_t k = i + 1; k < edges.size(); ++k) {
                const bool isShared = edges[i].from == edges[k].from || edges[i].from == edges[k].to
                    || edges[i].to == edges[k].from || edges[i].to == edges[k].to;
                if (!isShared
                    && doCross(m_layout.nodes[edges[i].from], m_layout.nodes[edges[i].to],
                        m_layout.nodes[edges[k].from], m_layout.nodes[edges[k].to]))
                    ++count;
            }
        return count;
    }

    // Labels at the middle of their edge, or nearer to one end, where nothing is in the way.
    void finish()
    {
        std::vector<Box> taken;
        for (const PlacedNode& node : m_layout.nodes)
            taken.push_back({node.x, node.y, m_options.nodeWidth, m_options.nodeHeight});
        std::vector<std::size_t> order(m_layout.edges.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return m_graph.edges()[m_layout.edges[a].edge].caseWindows
                > m_graph.edges()[m_layout.edges[b].edge].caseWindows;
        });
        for (const std::size_t e : order) {
            PlacedEdge& edge = m_layout.edges[e];
            const PlacedNode& from = m_layout.nodes[edge.from];
            const PlacedNode& to = m_layout.nodes[edge.to];
            for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7}) {
                const Box label{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share,
                    m_options.labelWidth, m_options.labelHeight};
                if (std::any_of(taken.begin(), taken.end(), [&](const Box& box) { return box.overlaps(label); }))
                    continue;
                taken.push_back(label);
                edge.labelX = label.x;
                edge.labelY = label.y;
                edge.hasLabel = true;
                break;
            }
        }
    }

    const SequenceGraph& m_graph;
    const LayoutOptions& m_options;
    SequenceLayout m_layout;
    CompressedScale m_scale;
    std::map<std::uint32_t, std::uint32_t> m_drawn; // node -> position in the layout
    std::vector<std::vector<std::pair<std::uint32_t, double>>> m_neighbours;
};

} // namespace

CompressedScale::CompressedScale(double beforeS)
{
    struct Named
    {
        double offsetS;
        const char* label;
    };
    static constexpr Named kTicks[]{{-84 * 24 * kHour, "\u221284 d"}, {-28 * 24 * kHour, "\u221228 d"},
        {-14 * 24 * kHour, "\u221214 d"}, {-7 * 24 * kHour, "\u22127 d"}, {-72 * kHour, "\u221272 h"},
        {-48 * kHour, "\u221248 h"}, {-24 * kHour, "\u221224 h"}, {-12 * kHour, "\u221212 h"},
        {-6 * kHour, "\u22126 h"}, {-3 * kHour, "\u22123 h"}, {-kHour, "\u22121 h"}, {-600, "\u221210 min"}, {0, "0"}};
    constexpr std::size_t kUsual = 4; // position of -72 h
    std::size_t first = kUsual;
    while (first > 0 && kTicks[first].offsetS > -beforeS)
        --first;
    const std::size_t count = std::size(kTicks) - first;
    for (std::size_t i = 0; i < count; ++i)
        m_ticks.push_back({kTicks[first + i].offsetS, static_cast<double>(i) / static_cast<double>(count - 1),
            kTicks[first + i].label});
}

double CompressedScale::position(double offsetS) const
{
    if (offsetS <= m_ticks.front().offsetS)
        return 0;
    for (std::size_t i = 1; i < m_ticks.size(); ++i)
        if (offsetS <= m_ticks[i].offsetS) {
            const Tick& left = m_ticks[i - 1];
            const Tick& right = m_ticks[i];
            return left.position
                + (right.position - left.position) * (offsetS - left.offsetS) / (right.offsetS - left.offsetS);
        }
    return 1;
}

namespace {

// Linear between the ticks around a value, which ascend in both.
double between(const std::vector<CompressedScale::Tick>& ticks, double value, double CompressedScale::Tick::*from,
    double CompressedScale::Tick::*to)
{
    if (ticks.empty())
        return 0;
    if (value <= ticks.front().*from)
        return ticks.front().*to;
    for (std::size_t i = 1; i < ticks.size(); ++i)
        if (value <= ticks[i].*from) {
            const double share = (value - ticks[i - 1].*from) / (ticks[i].*from - ticks[i - 1].*from);
            return ticks[i - 1].*to + share * (ticks[i].*to - ticks[i - 1].*to);
        }
    return ticks.back().*to;
}

} // namespace

double xOfOffset(const SequenceLayout& layout, double offsetS)
{
    return between(layout.ticks, offsetS, &CompressedScale::Tick::offsetS, &CompressedScale::Tick::position);
}

double offsetOfX(const SequenceLayout& layout, double x)
{
    return between(layout.ticks, x, &CompressedScale::Tick::position, &CompressedScale::Tick::offsetS);
}

SequenceLayout layoutSequence(const SequenceGraph& graph, const LayoutOptions& options)
{
    return Placer(graph, options).make();
}

} // namespace antecedent
