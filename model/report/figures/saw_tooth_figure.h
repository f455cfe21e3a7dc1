// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counters since maintenance, calibration or cleaning over time, one panel each on a common axis: the curve falls to
// zero at each reset; failures are diamonds on it, this one filled and with its value; shaded is the range of the
// values at the controls. Threads: pure.

#include "model/base/lexicon.h"
#include "model/base/zone.h"
#include "model/facts/counter_history.h"
#include "model/report/drawing.h"

#include <string>
#include <vector>

namespace antecedent {

struct SawToothPanel
{
    std::string name; // "since calibration"
    const CounterHistory* history = nullptr; // borrowed
};

struct SawToothFigure
{
    Interval range; // shown; ends a little after t0
    Timestamp t0;
    std::string failure; // its id among the points
    Zone siteZone;
    std::vector<SawToothPanel> panels;
};

Drawing drawSawTooth(const SawToothFigure& figure, double width, const Lexicon& lexicon = Lexicon::english());

} // namespace antecedent
