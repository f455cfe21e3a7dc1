// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time to points of a timeline: proportional, but for breaks, stretches without any record that take a narrow band of
// fixed width each, so that what happened gets the room. Threads: pure.

#include "model/base/time.h"

#include <vector>

namespace antecedent {

inline constexpr double kBreakWidth = 22;

class TimeScale
{
public:
    struct Break
    {
        Interval time;
        double left = 0;
        double right = 0;
    };

    // `breaks` ascend, do not touch each other, and lie inside the range.
    TimeScale(const Interval& range, const std::vector<Interval>& breaks, double left, double right);

    double x(Timestamp t) const; // clamped to the edges
    bool isInBreak(Timestamp t) const; // strictly inside
    const std::vector<Break>& breaks() const { return m_breaks; }
    Duration drawn() const { return m_drawn; } // length without the breaks
    double left() const { return m_left; }
    double right() const { return m_right; }
    const Interval& range() const { return m_range; }

private:
    Interval m_range;
    double m_left;
    double m_right;
    Duration m_drawn{0};
    double m_pointsPerUs = 0;
    std::vector<Break> m_breaks;
};

// The stretches worth a break: free of busy times for at least an eighth of the range, the longest four, with a margin
// left on both sides. `busy` in any order.
std::vector<Interval> idleStretches(const Interval& range, std::vector<Timestamp> busy);

} // namespace antecedent
