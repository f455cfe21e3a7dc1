// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An event-sequence graph as a drawing: boxes at their median time to the failure, edges by share of failures and
// certainty of order. Positions are those of the graph's own layout (model/sequence). Threads: pure.

#include "model/base/lexicon.h"
#include "model/report/drawing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

inline constexpr double kSequenceNodeHeight = 30;
inline constexpr double kSequenceRowHeight = 39;

struct SequenceFigureNode
{
    std::string title; // class
    std::string subtitle; // asset
    int caseWindows = 0; // windows that contain it
    int controlWindows = 0;
    int caseCovered = 0; // windows that can show it
    int controlCovered = 0;
    std::optional<double> offsetS; // median, negative before the failure
    double x = 0; // centre, points
    double y = 0;
    bool isFailure = false;
};

struct SequenceFigureEdge
{
    std::uint32_t from = 0; // positions in SequenceFigure::nodes
    std::uint32_t to = 0;
    int caseWindows = 0;
    std::string order; // certain, likely, undetermined
};

struct SequenceTick
{
    double x = 0;
    std::string label;
};

struct SequenceFigure
{
    double width = 0; // points
    double height = 0;
    double nodeWidth = 100;
    std::vector<SequenceFigureNode> nodes;
    std::vector<SequenceFigureEdge> edges;
    std::vector<SequenceTick> ticks;
    int caseTotal = 0; // windows
    int controlTotal = 0;
    int foldedNodes = 0; // not drawn
    int foldedEdges = 0;
};

// Wide enough for the title of a node, between 84 and 136 points.
double sequenceNodeWidth(const std::string& title);
Drawing drawSequence(const SequenceFigure& figure, const Lexicon& lexicon = Lexicon::english());

} // namespace antecedent
