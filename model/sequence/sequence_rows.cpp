// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/sequence_rows.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr int kFailureRow = 0; // all grow downwards from it
constexpr int kFar = 60; // no picture has more rows
constexpr double kApart = 8; // px between boxes of a row

struct Point
{
    double x = 0;
    double y = 0;
};

double side(const Point& p, const Point& q, const Point& r)
{
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
}

bool doCross(const Point& a, const Point& b, const Point& c, const Point& d)
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

class Rows
{
public:
    Rows(const SequenceGraph& graph, const std::vector<RowNode>& ranked, const LayoutOptions& options)
        : m_ranked(ranked)
        , m_options(options)
        , m_rows(ranked.size(), -1)
        , m_neighbours(ranked.size())
    {
        std::vector<std::size_t> at(graph.nodes().size(), ranked.size());
        for (std::size_t i = 0; i < ranked.size(); ++i)
            at[ranked[i].node] = i;
        const int support = std::max(1, (graph.caseWindows() + 3) / 4);
        for (const SequenceEdge& edge : graph.edges()) {
            const std::size_t from = at[edge.from];
            const std::size_t to = at[edge.to];
            if (from == ranked.size() || to == ranked.size() || from == to || edge.caseWindows < support)
                continue;
            m_neighbours[from].emplace_back(to, edge.caseWindows);
            m_neighbours[to].emplace_back(from, edge.caseWindows);
        }
        for (const RowNode& node : ranked)
            m_ids.push_back(graph.nodes()[node.node].id);
    }

    std::vector<int> make()
    {
        put(0, kFailureRow);
        for (std::size_t i = 1; i < m_ranked.size(); ++i) { // what was placed before keeps its row
            const auto kept = m_options.rows.find(m_ids[i]);
            if (kept != m_options.rows.end() && kept->second >= 0 && kept->second < kFar && isFree(i, kept->second))
                put(i, kept->second);
        }
        for (std::size_t i = 1; i < m_ranked.size(); ++i)
            if (m_rows[i] < 0)
                put(i, bestRow(i));
        return m_rows;
    }

private:
    bool isFree(std::size_t i, int row) const
    {
        return std::none_of(m_placed.begin(), m_placed.end(), [&](std::size_t k) {
            return m_rows[k] == row && std::abs(m_ranked[k].x - m_ranked[i].x) < m_options.nodeWidth + kApart;
        });
    }

    void put(std::size_t i, int row)
    {
        m_rows[i] = row;
        for (const auto& [other, weight] : m_neighbours[i])
            if (m_rows[other] >= 0)
                m_edges.emplace_back(i, other);
        m_placed.push_back(i);
    }

    double wantedRow(std::size_t i) const
    {
        double sum = 0;
        double weights = 0;
        for (const auto& [other, weight] : m_neighbours[i])
            if (m_rows[other] >= 0 && other != 0) {
                sum += weight * m_rows[other];
                weights += weight;
            }
        return weights > 0 ? sum / weights : kFailureRow;
    }

    int bestRow(std::size_t i) const
    {
        constexpr double kNewRow = 2;
        const double wanted = wantedRow(i);
        int lowest = 0;
        for (const std::size_t k : m_placed)
            lowest = std::max(lowest, m_rows[k]);
        int best = -1;
        double least = 0;
        for (int row = 0; best < 0 || row <= lowest + 1; ++row) { // what matters stands close together
            if (!isFree(i, row))
                continue;
            const double cost = std::abs(row - wanted) / 2 + disorder(i, row) + (row > lowest ? kNewRow : 0);
            if (best < 0 || cost < least) {
                best = row;
                least = cost;
            }
        }
        return best;
    }

    Point pointOf(std::size_t i, int row) const { return {m_ranked[i].x, row * m_options.rowHeight}; }

    // The other end of an edge from `here`. The failure is its whole line: what leads to it runs straight on.
    Point endOf(const Point& here, std::size_t other) const
    {
        return other == 0 ? Point{m_ranked[0].x, here.y} : pointOf(other, m_rows[other]);
    }

    // A straight edge runs through the box of a node that is none of its ends.
    bool runsThrough(const Point& a, const Point& b, const Point& box) const
    {
        const double half = m_options.nodeWidth / 2;
        const double low = std::max(std::min(a.x, b.x), box.x - half);
        const double high = std::min(std::max(a.x, b.x), box.x + half);
        if (low > high || a.x == b.x)
            return false;
        const auto yAt = [&](double x) { return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x); };
        const double above = std::min(yAt(low), yAt(high));
        const double below = std::max(yAt(low), yAt(high));
        return below > box.y - m_options.nodeHeight / 2 && above < box.y + m_options.nodeHeight / 2;
    }

    // Edges that cross, and edges that run through boxes, if the node stood there.
    double disorder(std::size_t i, int row) const
    {
        constexpr double kCrossing = 0.6;
        constexpr double kThrough = 1.2;
        const Point here = pointOf(i, row);
        double cost = 0;
        for (const auto& [from, to] : m_edges) {
            const Point begin = pointOf(from, m_rows[from]);
            if (runsThrough(begin, endOf(begin, to), here))
                cost += kThrough;
        }
        for (const auto& [other, weight] : m_neighbours[i]) {
            if (m_rows[other] < 0)
                continue;
            const Point there = endOf(here, other);
            for (const std::size_t k : m_placed)
                if (k != other && k != 0 && runsThrough(here, there, pointOf(k, m_rows[k])))
                    cost += kThrough;
            for (const auto& [from, to] : m_edges) {
                const Point begin = pointOf(from, m_rows[from]);
                if (from != other && to != other && doCross(here, there, begin, endOf(begin, to)))
                    cost += kCrossing;
            }
        }
        return cost;
    }

    const std::vector<RowNode>& m_ranked;
    const LayoutOptions& m_options;
    std::vector<int> m_rows; // -1: not placed yet
    std::vector<std::vector<std::pair<std::size_t, double>>> m_neighbours;
    std::vector<std::string> m_ids;
    std::vector<std::size_t> m_placed;
    std::vector<std::pair<std::size_t, std::size_t>> m_edges; // between placed ones
};

} // namespace

std::vector<int> placedRows(
    const SequenceGraph& graph, const std::vector<RowNode>& ranked, const LayoutOptions& options)
{
    return Rows(graph, ranked, options).make();
}

} // namespace antecedent
