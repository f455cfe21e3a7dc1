// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The line under a timeline that names the marks and bands that it uses, and no others. Threads: pure.

#include "model/base/lexicon.h"
#include "model/report/figures/timeline_figure.h"

namespace antecedent {

// Draws at `top` into `width`; returns the height that it took, 0 if the figure has no mark.
double drawTimelineLegend(
    Drawing& drawing, const TimelineFigure& figure, double top, double width, const Lexicon& lexicon);
// One interval in its style, for the lanes and for the legend.
void drawBand(Drawing& drawing, BandStyle style, double left, double right, double middle);

} // namespace antecedent
