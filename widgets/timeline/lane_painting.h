// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How one lane is drawn into a rectangle whose left edge is the left edge of the axis: bands, bars and marks with their
// labels, as a density strip (density.h) where there are more than three records per pixel. Costs by the pixel.
// Threads: where the painter lives.

#include "widgets/timeline/lanes.h"
#include "widgets/timeline/time_axis.h"

#include <QFont>
#include <QPainter>

namespace antecedent::widgets {

class Stamps;

struct LaneScene
{
    const InvestigationData& data;
    Theme theme = Theme::Light;
    TimeAxis axis;
    std::optional<std::uint32_t> selected; // position in UnifiedEvents
    const Failure* failure = nullptr;
    bool isLabelled = true;
    Stamps& stamps; // of the widget
    const std::vector<std::int64_t>* ends = nullptr; // columnEnds of the axis if they are known
};

inline QFont sized(const QPainter& painter, double points, QFont::Weight weight = QFont::Normal)
{
    QFont font = painter.font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

void paintLane(QPainter& painter, const LaneScene& scene, const Lane& lane, const QRect& rect);
// Where no source could have said anything.
void paintUncovered(QPainter& painter, const LaneScene& scene, const std::vector<Interval>& gaps, const QRect& rect);
// The record of the lane that is nearest to x (pixels of the axis) and at most 10 px away; the shortest of those that
// hold x.
std::optional<std::uint32_t> recordAt(const Lane& lane, const TimeAxis& axis, double x);

} // namespace antecedent::widgets
