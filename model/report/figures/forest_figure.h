// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One row of a forest plot for a table cell, and its header with the scale: logarithmic from 0.1 to 1000, line at 1,
// square at the estimate, whisker over the 95 % interval, arrow where the interval goes beyond the scale. Threads:
// pure.

#include "model/base/lexicon.h"
#include "model/report/drawing.h"

#include <optional>

namespace antecedent {

struct ForestRow
{
    std::optional<double> estimate; // no square without
    std::optional<double> low;
    std::optional<double> high; // unset with `low` set: no upper limit
    double strength = 0.9; // width of the line
};

Drawing drawForestHeader(double width, const Lexicon& lexicon = Lexicon::english());
Drawing drawForestRow(const ForestRow& row, double width, double height);

} // namespace antecedent
