// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For each kind of record when any source could have stated one, as thin bars below the lanes, with the share of the
// time shown. Threads: values; painting where the painter lives.

#include "widgets/timeline/lane_painting.h"

namespace antecedent::widgets {

struct CoverageRow
{
    QString name;
    std::vector<Interval> covered; // disjoint, ascending

    double share(std::int64_t fromUs, std::int64_t toUs) const; // 0..1 of a stretch that is not empty
};

// Kinds that stand on the timeline, by name.
std::vector<CoverageRow> coverageRows(const Dataset& dataset);
int coverageHeight(const std::vector<CoverageRow>& rows);
// `area` begins right of the gutter.
void paintCoverage(
    QPainter& painter, Theme theme, const std::vector<CoverageRow>& rows, const TimeAxis& axis, const QRect& area);

} // namespace antecedent::widgets
