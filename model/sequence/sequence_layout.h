// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places the sequence graph for a figure (look.md 7): the right side of a box is the median time to failure
// on a fixed compressed scale, rows
// are chosen so that nodes do not overlap and few edges cross. Only the nodes seen before most failures, or those that
// differ most from the controls, are drawn; what is folded is counted. Units: the figure's own (node 166 x 46).
// Threads: pure, deterministic.

#include "model/sequence/sequence_graph.h"

#include <map>
#include <string>

namespace antecedent {

// Time to failure to x in 0..1: ticks at equal distance (-84 d, -28 d, -14 d, -7 d left of it if the window is longer
// than three days), linear between them.
class CompressedScale
{
public:
    // `before`: the longest time to failure to show, in seconds.
    explicit CompressedScale(double beforeS = 72 * 3600.0);
    double position(double offsetS) const; // offset <= 0; clamped to the ends
    struct Tick
    {
        double offsetS = 0;
        double position = 0;
        std::string label; // "−72 h", "−10 min", "0"
    };
    const std::vector<Tick>& ticks() const { return m_ticks; }

private:
    std::vector<Tick> m_ticks; // ascending
};

struct PlacedNode
{
    std::uint32_t node = 0; // position in SequenceGraph::nodes
    double x = 0; // centre
    double y = 0;
    int row = 0;
};

struct PlacedEdge
{
    std::uint32_t edge = 0; // position in SequenceGraph::edges
    std::uint32_t from = 0; // positions in SequenceLayout::nodes
    std::uint32_t to = 0;
    double labelX = 0; // centre of the label box
    double labelY = 0;
    bool hasLabel = false; // false where it would overlap a node or another label
};

struct SequenceLayout
{
    double width = 0;
    double height = 0;
    std::vector<PlacedNode> nodes; // the failure last
    std::vector<PlacedEdge> edges;
    std::vector<CompressedScale::Tick> ticks; // with x instead of 0..1
    int foldedNodes = 0;
    int foldedEdges = 0;
    int crossings = 0; // of the drawn edges
    std::map<std::string, int> rows; // by id, with keepsPlaces: of all nodes that have a place, drawn or not
};

struct LayoutOptions
{
    int topNodes = 40;
    int minCases = 1; // nodes before fewer failures are folded
    bool isByDifference = false; // top nodes: those that differ most from the controls
    bool isInOrderOfTime = false; // rows from early to late, for one window; else few crossings decide
    // Places that do not depend on what is drawn: a node takes its row after those that matter more, whatever the
    // limits above are, and never moves for one that matters less. Rows of `rows` are kept where they are free.
    bool keepsPlaces = false;
    std::map<std::string, int> rows;
    std::optional<double> beforeS; // the longest time to failure on the axis; else of the nodes drawn
    int minEdgeCases = 1; // edges in fewer failures are folded
    double width = 1400;
    double nodeWidth = 166;
    double nodeHeight = 46;
    double rowHeight = 64;
    double gap = 14; // between the right side of a box and its time
    double failureRoom = 96; // right of the failure, for its name
    double labelWidth = 46;
    double labelHeight = 14;
};

// x of a time to failure on the axis of a layout, and back; clamped to its ends.
double xOfOffset(const SequenceLayout& layout, double offsetS);
double offsetOfX(const SequenceLayout& layout, double x);

SequenceLayout layoutSequence(const SequenceGraph& graph, const LayoutOptions& options = {});

} // namespace antecedent
