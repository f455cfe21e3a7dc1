// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline around a failure as a drawing: lanes of marks and intervals, process data as minimum to maximum per
// column with limits and gaps, where sources have no data, the failure's line, and an axis in site time and in time to
// the failure. Long idle stretches are a band with their length in words. Marks that would overlap are merged and
// counted; labels that would overlap are left out. Threads: pure.

#include "model/base/lexicon.h"
#include "model/base/time.h"
#include "model/base/zone.h"
#include "model/domain/dataset.h"
#include "model/report/drawing.h"
#include "model/report/figures/marks.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent {

enum class BandStyle : std::uint8_t { Box, FailedBox, Running, Idle, Hold, Down, Maintenance, Cleaning };

struct TimelineMark
{
    Timestamp at;
    std::optional<Timestamp> end; // drawn as an interval in `band` if it is wide enough, else as a mark
    MarkKind kind = MarkKind::Other;
    BandStyle band = BandStyle::Box;
    std::string label;
    bool isStrong = false;
};

struct TimelineLane
{
    std::string name;
    std::string detail; // second, smaller line
    std::vector<TimelineMark> marks; // ascending by time
    std::vector<Interval> uncovered; // no data of this kind
};

struct TimelinePlot
{
    std::string name; // parameter
    std::string tag;
    std::string unit;
    std::vector<Sample> samples; // ascending; NaN is a gap
    std::optional<double> lowLimit;
    std::optional<double> highLimit;
    bool isStep = false; // a value holds until the next one
};

struct TimelineFigure
{
    Interval range; // shown
    Timestamp t0;
    std::optional<Interval> band; // interval in which the failure occurred
    std::string failure; // its id
    std::vector<TimelineMark> otherFailures;
    Zone siteZone;
    std::vector<TimelineLane> lanes;
    std::vector<TimelinePlot> plots;
    std::vector<Timestamp> undrawn; // where records begin or end that have no mark; no break hides them
};

// Stretches in which nothing is drawn to scale, because no record begins or ends there and no sample was taken;
// ascending.
std::vector<Interval> timelineBreaks(const TimelineFigure& figure);
Drawing drawTimeline(const TimelineFigure& figure, double width, const Lexicon& lexicon = Lexicon::english());

} // namespace antecedent
