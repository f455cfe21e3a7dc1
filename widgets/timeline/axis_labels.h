// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is written on the time axis: dates and times of the site or of UTC, and the time to an anchor, both on the same
// mapping. The leading kind has the ticks. Threads: pure.

#include "widgets/common/site_time.h"
#include "widgets/timeline/time_axis.h"

#include <QString>

#include <optional>

namespace antecedent::widgets {

struct AxisLabel
{
    std::int64_t us = 0; // the instant that it names
    double x = 0; // of this instant
    QString text;
    bool isDate = false; // begins at x; the others stand around it
    bool isRelative = false;
};

struct AxisLabels
{
    std::vector<AxisLabel> labels; // ascending by x within each kind
    std::vector<std::int64_t> ticks; // of the leading kind
};

AxisLabels axisLabels(
    const TimeAxis& axis, const SiteTime& times, std::optional<std::int64_t> anchorUs, bool isRelativeLeading);

} // namespace antecedent::widgets
