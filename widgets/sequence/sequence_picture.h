// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sequence graph as it is drawn: the graph, where its nodes stand, how each is marked, and what is lit. Sizes are
// device-independent pixels. Threads: immutable once made.

#include "model/sequence/sequence_graph.h"
#include "model/sequence/sequence_layout.h"
#include "widgets/common/marks.h"

#include <QString>

#include <memory>
#include <set>
#include <vector>

namespace antecedent::widgets {

struct SequencePicture
{
    std::shared_ptr<const SequenceGraph> graph;
    SequenceLayout layout;
    std::vector<MarkKind> marks; // of layout.nodes
    double nodeWidth = 166; // as it was laid out
    double rowHeight = 64;
    bool isCompared = true; // false: the records of one window, nothing to count
};

// A node or an edge of the layout; -1: none.
struct SequenceChoice
{
    int node = -1;
    int edge = -1;
    bool isNone() const { return node < 0 && edge < 0; }
    bool operator==(const SequenceChoice&) const = default;
};

// Nodes and edges of the layout that lead to the chosen node, from the left; empty: all are drawn alike.
struct SequenceLit
{
    std::set<int> nodes;
    std::set<int> edges;
    bool isAll() const { return nodes.empty(); }
};

namespace sequence {
inline constexpr int kAxis = 44; // over the graph
inline constexpr int kFoot = 50; // words below it, three lines
inline constexpr int kLegend = 44; // under them, two lines
inline constexpr double kNodeHeight = 46;
} // namespace sequence

// The name of a class without its kind, which the mark says.
QString shortName(const SequenceNode& node);
// Wide enough for the longest of the names, within bounds.
double sequenceNodeWidth(const SequenceGraph& graph, int minCases);

} // namespace antecedent::widgets
