// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An event-sequence graph as a drawing: x is the median time to the failure on a compressed scale, nodes are boxes that
// never overlap, edges are drawn by share of failures and certainty of order. Positions are computed here from offsets
// and rows, so that equal graphs give equal drawings. Threads: pure.

#include "model/report/drawing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

struct SequenceFigureNode
{
    std::string title; // class
    std::string subtitle; // asset
    int caseWindows = 0; // windows that contain it
    int controlWindows = 0;
    double offsetS = 0; // median, negative before the failure
    bool isStrong = false; // clearly more in failures
};

struct SequenceFigureEdge
{
    static constexpr std::uint32_t kFailure = 0xFFFF'FFFFU;

    std::uint32_t from = 0; // positions in SequenceFigure::nodes
    std::uint32_t to = kFailure;
    int caseWindows = 0;
    std::string order; // certain, likely, undetermined
};

struct SequenceFigure
{
    std::vector<SequenceFigureNode> nodes;
    std::vector<SequenceFigureEdge> edges;
    int caseTotal = 0; // windows
    int controlTotal = 0;
    std::string failure; // name at the failure's line
    std::string foldedNote; // what is left out, in words
};

Drawing drawSequence(const SequenceFigure& figure, double width);

} // namespace antecedent
