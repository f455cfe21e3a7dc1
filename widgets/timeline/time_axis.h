// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one mapping between time and pixels of a timeline, and where its ticks stand. Times are int64 microseconds UTC;
// pixels are device-independent and count from the left edge of the lanes. Long stretches without records can be drawn
// as bands of a fixed width; the mapping stays monotone, and exact at both ends. Threads: plain values.

#include "model/base/time.h"
#include "model/base/zone.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace antecedent::widgets {

// A stretch of time that is drawn as a band, [beginUs, endUs).
struct TimeBreak
{
    std::int64_t beginUs = 0;
    std::int64_t endUs = 0;
    bool operator==(const TimeBreak&) const = default;
};

// The breaks of a whole timeline: disjoint, ascending, not empty each.
class TimeBreaks
{
public:
    TimeBreaks() = default;
    explicit TimeBreaks(std::vector<TimeBreak> breaks);

    const std::vector<TimeBreak>& all() const { return m_breaks; }
    bool isEmpty() const { return m_breaks.empty(); }
    // Time outside breaks before us, counted from the first break (negative before it).
    std::int64_t liveUs(std::int64_t us) const;
    // Breaks before us; within one the part that has passed.
    double passed(std::int64_t us) const;

private:
    std::vector<TimeBreak> m_breaks;
    std::vector<std::int64_t> m_live; // liveUs at the begin of each
};
using BreaksPtr = std::shared_ptr<const TimeBreaks>;

struct TimeAxis
{
    static constexpr double kBreakPx = 34;

    std::int64_t fromUs = 0;
    std::int64_t toUs = 1; // > fromUs
    double widthPx = 1;
    BreaksPtr breaks = nullptr; // null, or none that fit in: time is linear

    // 0 at fromUs, widthPx at toUs, and ascending in between and beyond.
    double xOf(std::int64_t us) const;
    std::int64_t usAt(double x) const;
    // Outside of breaks.
    double usPerPx() const;
    bool isCompressed() const;
    // Breaks that are in view, with their left and right edge in pixels.
    struct Band
    {
        TimeBreak at;
        double left = 0;
        double right = 0;
    };
    std::vector<Band> bands() const;

    // Scaled around the time at x, factor < 1 zooms in; between 1 ms and 400 years wide.
    TimeAxis zoomed(double x, double factor) const;
    TimeAxis panned(double deltaPx) const; // positive: towards later times
    // At another scale, with `us` at x.
    TimeAxis around(std::int64_t us, double x, double usPerPixel) const;

private:
    struct Scale // of what is live
    {
        double pxPerUs = 1;
        std::int64_t liveFrom = 0;
        double passedFrom = 0;
    };
    std::optional<Scale> scale() const; // none: linear
};

// Stretches without anything that last at least leastUs, less a margin of marginUs at both ends, of what happens from
// `busy` begin to end (any order, ends included). Nothing before the first and after the last.
std::vector<TimeBreak> emptyStretches(
    std::vector<std::pair<std::int64_t, std::int64_t>> busy, std::int64_t leastUs, std::int64_t marginUs);

// Steps that people read: 1, 2, 5 … seconds, minutes, hours, days, months by 30, years by 365 days.
std::int64_t tickStepUs(const TimeAxis& axis, double minimumPx);
// Ticks at whole steps of local time, ascending; at most some hundred, none within a break. Steps of months and years
// stand at the first of a month.
std::vector<std::int64_t> localTicks(const TimeAxis& axis, std::int64_t stepUs, const Zone& zone);
// Ticks at whole steps before and after an anchor.
std::vector<std::int64_t> relativeTicks(const TimeAxis& axis, std::int64_t stepUs, std::int64_t anchorUs);

} // namespace antecedent::widgets
