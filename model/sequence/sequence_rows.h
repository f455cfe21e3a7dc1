// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of the sequence graph that stay where they are: nodes are placed one after the other, those that matter most
// first, each on the free row near its neighbours where the fewest edges cross it, and never moved again. So a node
// that matters less moves nothing, and rows of a picture before are kept. Internal to model/sequence. Threads: pure,
// deterministic.

#include "model/sequence/sequence_layout.h"

namespace antecedent {

struct RowNode
{
    std::uint32_t node = 0; // position in SequenceGraph::nodes
    double x = 0; // centre
};

// Row of each of `ranked`, from 0 downwards; the failure is the first of them.
std::vector<int> placedRows(
    const SequenceGraph& graph, const std::vector<RowNode>& ranked, const LayoutOptions& options);

} // namespace antecedent
