// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One lane of process data: minimum to maximum per column, so that a single spike is seen at every scale; limits as
// dashed lines with their value; holes of more than five scan intervals hatched, never joined. Threads: pure.

#include "model/base/lexicon.h"
#include "model/report/drawing.h"
#include "model/report/figures/time_scale.h"
#include "model/report/figures/timeline_figure.h"

namespace antecedent {

inline constexpr double kPlotLaneHeight = 64;

void drawPlotLane(
    Drawing& drawing, const TimelinePlot& plot, const TimeScale& time, double top, const Lexicon& lexicon);

} // namespace antecedent
