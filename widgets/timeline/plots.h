// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Process data on the timeline: one plot per tag below the lanes of its asset, on the same time axis. A trace holds
// what a stretch of time needs in pixel columns and is read in a job; until a new one is there the old one is drawn.
// Threads: plain values; painting where the painter lives.

#include "model/timeline/sample_trace.h"
#include "widgets/common/palette.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/time_axis.h"

#include <QString>

#include <memory>
#include <set>

class QPainter;
class QRect;

namespace antecedent::widgets {

struct Plot
{
    TagIndex tag;
    QString name; // parameter, else the tag
    QString tagName;
    QString unit;
    std::optional<double> lowLimit;
    std::optional<double> highLimit;
    bool isStep = false; // a value holds until the next one
};

using TracePtr = std::shared_ptr<const SampleTrace>;
using TagSet = std::set<std::uint32_t>; // positions in Dataset::tags

// Tags with samples on these assets, in their order, and those without asset.
std::vector<TagIndex> tagsOf(const InvestigationData& data, const std::vector<AssetIndex>& assets);
// At most four to begin with: of the failed asset and what is below it first, then those with limits, then by name.
TagSet usualTags(const InvestigationData& data, const Failure* failure, const std::vector<TagIndex>& tags);
Plot plotOf(const Dataset& dataset, TagIndex tag);

// Whether the trace has all that the axis shows, neither too coarse nor too fine.
bool serves(const SampleTrace& trace, const TimeAxis& axis);
// The stretch to read for an axis: half a width more on both sides, so that a short pan needs nothing new.
Interval rangeToRead(const TimeAxis& axis);
std::size_t columnsToRead(const TimeAxis& axis);

// Lowest and highest value that a plot shows.
struct ValueSpan
{
    double low = 0;
    double high = 1;
};
// The data in view and the limits that are not far from them, with a margin.
ValueSpan spanOf(const Plot& plot, const SampleTrace* trace, const TimeAxis& axis);
// The value at a height, y from the top of an area of this height.
double valueAtY(const ValueSpan& span, double y, int height);
double yOfValue(const ValueSpan& span, double value, int height);

// Name, unit and scale in the gutter at the left of `area`, data, limits and gaps in it. `zoomed`: the values that a
// person chose to see, said in the gutter.
void paintPlot(QPainter& painter, Theme theme, const Plot& plot, const SampleTrace* trace, const TimeAxis& axis,
    const QRect& area, const std::optional<ValueSpan>& zoomed = std::nullopt);
// `12.3 … 14.0 bar` of the column at x, for the tooltip; between two samples of a step signal the value that holds;
// empty where there is no data.
QString valueAt(const Plot& plot, const SampleTrace& trace, const TimeAxis& axis, double x);

} // namespace antecedent::widgets
