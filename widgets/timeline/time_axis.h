// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one mapping between time and pixels of a timeline, and where its ticks stand. Times are int64 microseconds UTC;
// pixels are device-independent and count from the left edge of the lanes. Threads: plain values.

#include "model/base/time.h"
#include "model/base/zone.h"

#include <vector>

namespace antecedent::widgets {

struct TimeAxis
{
    std::int64_t fromUs = 0;
    std::int64_t toUs = 1; // > fromUs
    double widthPx = 1;

    double xOf(std::int64_t us) const;
    std::int64_t usAt(double x) const;
    // Scaled around the time at x, factor < 1 zooms in; between 1 ms and 400 years wide.
    TimeAxis zoomed(double x, double factor) const;
    TimeAxis panned(double deltaPx) const; // positive: towards later times
};

// Steps that people read: 1, 2, 5 … seconds, minutes, hours, days, months by 30, years by 365 days.
std::int64_t tickStepUs(const TimeAxis& axis, double minimumPx);
// Ticks at whole steps of local time, ascending; at most some hundred.
std::vector<std::int64_t> localTicks(const TimeAxis& axis, std::int64_t stepUs, const Zone& zone);
// Ticks at whole steps before and after an anchor.
std::vector<std::int64_t> relativeTicks(const TimeAxis& axis, std::int64_t stepUs, std::int64_t anchorUs);

} // namespace antecedent::widgets
