// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a SequenceGraph holds: the Boost graph, and flat lists of its vertices and edges in output order. Internal to
// model/sequence, the only folder that includes Boost.Graph.

#include "model/sequence/sequence_graph.h"
#include "model/sequence/window_chain.h"

// Boost 1.74 headers warn under -Wconversion in g++.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <boost/graph/adjacency_list.hpp>
#pragma GCC diagnostic pop

namespace antecedent {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, SequenceNode, SequenceEdge>;

struct SequenceGraph::Data
{
    BoostGraph graph; // vertex i is nodes[i]
    std::vector<SequenceNode> nodes;
    std::vector<SequenceEdge> edges;
    std::vector<WindowChain> chains; // labels are positions in nodes; nodes that were dropped are left out
    int caseWindows = 0;
    int controlWindows = 0;
    int droppedNodes = 0;
    int droppedEdges = 0;
};

} // namespace antecedent
