// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/time_scale.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kMostBreaks = 4;
constexpr std::int64_t kShortestShare = 8; // of the range
constexpr std::int64_t kMarginShare = 50;

} // namespace

TimeScale::TimeScale(const Interval& range, const std::vector<Interval>& breaks, double left, double right)
    : m_range(range)
    , m_left(left)
    , m_right(right)
    , m_drawn(range.length())
{
    for (const Interval& each : breaks)
        m_drawn -= each.length();
    const double room = right - left - kBreakWidth * static_cast<double>(breaks.size());
    m_pointsPerUs = room / static_cast<double>(std::max<std::int64_t>(1, m_drawn.count()));
    Timestamp from = range.begin;
    double at = left;
    for (const Interval& each : breaks) {
        at += static_cast<double>((each.begin - from).count()) * m_pointsPerUs;
        m_breaks.push_back({each, at, at + kBreakWidth});
        at += kBreakWidth;
        from = each.end;
    }
}

double TimeScale::x(Timestamp t) const
{
    Timestamp from = m_range.begin;
    double at = m_left;
    for (const Break& each : m_breaks) {
        if (t <= each.time.begin)
            break;
        if (t < each.time.end) {
            const double share =
                static_cast<double>((t - each.time.begin).count()) / static_cast<double>(each.time.length().count());
            return each.left + share * kBreakWidth;
        }
        from = each.time.end;
        at = each.right;
    }
    return std::clamp(at + static_cast<double>((t - from).count()) * m_pointsPerUs, m_left, m_right);
}

bool TimeScale::isInBreak(Timestamp t) const
{
    return std::any_of(
        m_breaks.begin(), m_breaks.end(), [&](const Break& each) { return each.time.begin < t && t < each.time.end; });
}

std::vector<Interval> idleStretches(const Interval& range, std::vector<Timestamp> busy)
{
    std::erase_if(busy, [&](Timestamp t) { return t < range.begin || t > range.end; });
    busy.push_back(range.begin);
    busy.push_back(range.end);
    std::sort(busy.begin(), busy.end());
    const Duration margin = range.length() / kMarginShare;
    std::vector<Interval> idle;
    for (std::size_t i = 1; i < busy.size(); ++i) {
        const Interval gap{busy[i - 1] + margin, busy[i] - margin};
        if (gap.begin < gap.end && gap.length() * kShortestShare >= range.length())
            idle.push_back(gap);
    }
    std::stable_sort(
        idle.begin(), idle.end(), [](const Interval& a, const Interval& b) { return a.length() > b.length(); });
    idle.resize(std::min(idle.size(), kMostBreaks));
    std::sort(idle.begin(), idle.end(), [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
    return idle;
}

} // namespace antecedent
