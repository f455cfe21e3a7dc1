// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_axis.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::array<std::int64_t, 29> kSteps{1'000, 10'000, 100'000, kSecond, 2 * kSecond, 5 * kSecond, 10 * kSecond,
    30 * kSecond, kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 30 * kMinute, kHour, 2 * kHour, 3 * kHour, 6 * kHour,
    12 * kHour, kDay, 2 * kDay, 7 * kDay, 14 * kDay, 30 * kDay, 90 * kDay, 180 * kDay, 365 * kDay, 730 * kDay,
    1825 * kDay, 3650 * kDay};
constexpr std::size_t kMostTicks = 500;

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return rest < 0 ? value - rest - step : value - rest;
}

} // namespace

TimeBreaks::TimeBreaks(std::vector<TimeBreak> breaks)
    : m_breaks(std::move(breaks))
{
    m_live.reserve(m_breaks.size());
    std::int64_t live = 0;
    for (std::size_t i = 0; i < m_breaks.size(); ++i) {
        if (i > 0)
            live += m_breaks[i].beginUs - m_breaks[i - 1].endUs;
        m_live.push_back(live);
    }
}

std::int64_t TimeBreaks::liveUs(std::int64_t us) const
{
    const auto after = std::upper_bound(m_breaks.begin(), m_breaks.end(), us,
        [](std::int64_t at, const TimeBreak& stretch) { return at < stretch.beginUs; });
    if (after == m_breaks.begin())
        return m_breaks.empty() ? us : us - m_breaks.front().beginUs;
    const auto i = static_cast<std::size_t>(after - m_breaks.begin()) - 1;
    return m_live[i] + std::max<std::int64_t>(0, us - m_breaks[i].endUs);
}

double TimeBreaks::passed(std::int64_t us) const
{
    const auto after = std::upper_bound(m_breaks.begin(), m_breaks.end(), us,
        [](std::int64_t at, const TimeBreak& stretch) { return at < stretch.beginUs; });
    if (after == m_breaks.begin())
        return 0;
    const TimeBreak& last = *(after - 1);
    const double part =
        static_cast<double>(std::min(us, last.endUs) - last.beginUs) / static_cast<double>(last.endUs - last.beginUs);
    return static_cast<double>(after - m_breaks.begin() - 1) + part;
}

std::optional<TimeAxis::Scale> TimeAxis::scale() const
{
    constexpr double kLeastShare = 0.25; // of the width for what is not compressed
    if (!breaks || breaks->isEmpty())
        return std::nullopt;
    Scale found;
    found.liveFrom = breaks->liveUs(fromUs);
    found.passedFrom = breaks->passed(fromUs);
    const std::int64_t live = breaks->liveUs(toUs) - found.liveFrom;
    const double left = widthPx - kBreakPx * (breaks->passed(toUs) - found.passedFrom);
    if (live <= 0 || left < kLeastShare * widthPx)
        return std::nullopt;
    found.pxPerUs = left / static_cast<double>(live);
    return found;
}

double TimeAxis::xOf(std::int64_t us) const
{
    const std::optional<Scale> live = scale();
    if (!live)
        return static_cast<double>(us - fromUs) * widthPx / static_cast<double>(toUs - fromUs);
    const double x = static_cast<double>(breaks->liveUs(us) - live->liveFrom) * live->pxPerUs
        + kBreakPx * (breaks->passed(us) - live->passedFrom);
    if (us <= fromUs)
        return us == fromUs ? 0 : std::min(x, 0.0);
    return us < toUs ? std::clamp(x, 0.0, widthPx) : us == toUs ? widthPx : std::max(x, widthPx);
}

std::int64_t TimeAxis::usAt(double x) const
{
    const std::optional<Scale> live = scale();
    if (!live)
        return fromUs + static_cast<std::int64_t>(std::llround(x / widthPx * static_cast<double>(toUs - fromUs)));
    // The last break that begins at or before x, by the same sums as in xOf.
    const std::vector<TimeBreak>& all = breaks->all();
    const auto leftOf = [&](std::size_t i) {
        return static_cast<double>(breaks->liveUs(all[i].beginUs) - live->liveFrom) * live->pxPerUs
            + kBreakPx * (static_cast<double>(i) - live->passedFrom);
    };
    std::size_t low = 0;
    std::size_t high = all.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (leftOf(middle) <= x)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return all.front().beginUs + static_cast<std::int64_t>(std::llround((x - leftOf(0)) / live->pxPerUs));
    const TimeBreak& before = all[low - 1];
    const double into = x - leftOf(low - 1);
    if (into < kBreakPx)
        return before.beginUs
            + static_cast<std::int64_t>(
                std::llround(into / kBreakPx * static_cast<double>(before.endUs - before.beginUs)));
    return before.endUs + static_cast<std::int64_t>(std::llround((into - kBreakPx) / live->pxPerUs));
}

double TimeAxis::usPerPx() const
{
    const std::optional<Scale> live = scale();
    return live ? 1 / live->pxPerUs : static_cast<double>(toUs - fromUs) / widthPx;
}

bool TimeAxis::isCompressed() const
{
    return scale().has_value() && breaks->passed(toUs) > breaks->passed(fromUs);
}

std::vector<TimeAxis::Band> TimeAxis::bands() const
{
    std::vector<Band> found;
    if (!scale())
        return found;
    const auto& all = breaks->all();
    auto next = std::lower_bound(
        all.begin(), all.end(), fromUs, [](const TimeBreak& stretch, std::int64_t at) { return stretch.endUs <= at; });
    for (; next != all.end() && next->beginUs < toUs; ++next)
        found.push_back({*next, xOf(std::max(next->beginUs, fromUs)), xOf(std::min(next->endUs, toUs))});
    return found;
}

// Walks from `us` to both edges at a scale; breaks on the way take their pixels.
TimeAxis TimeAxis::around(std::int64_t us, double x, double usPerPixel) const
{
    TimeAxis out = *this;
    if (!breaks || breaks->isEmpty()) {
        out.fromUs = us - static_cast<std::int64_t>(std::llround(x * usPerPixel));
        out.toUs = out.fromUs + std::max<std::int64_t>(1, std::llround(widthPx * usPerPixel));
        return out;
    }
    // An axis whose scale is given: what stands left and right of a point that is linear around it.
    const auto walk = [&](double px) {
        const std::vector<TimeBreak>& all = breaks->all();
        const double at = static_cast<double>(breaks->liveUs(us)) / usPerPixel + kBreakPx * breaks->passed(us) + px;
        const auto leftOf = [&](const TimeBreak& stretch) {
            return static_cast<double>(breaks->liveUs(stretch.beginUs)) / usPerPixel
                + kBreakPx * breaks->passed(stretch.beginUs);
        };
        const auto after = std::upper_bound(all.begin(), all.end(), at,
            [&](double place, const TimeBreak& stretch) { return place < leftOf(stretch); });
        if (after == all.begin())
            return all.front().beginUs
                + static_cast<std::int64_t>(std::llround((at - leftOf(all.front())) * usPerPixel));
        const TimeBreak& last = *(after - 1);
        const double into = at - leftOf(last);
        if (into < kBreakPx)
            return last.beginUs
                + static_cast<std::int64_t>(
                    std::llround(into / kBreakPx * static_cast<double>(last.endUs - last.beginUs)));
        return last.endUs + static_cast<std::int64_t>(std::llround((into - kBreakPx) * usPerPixel));
    };
    out.fromUs = walk(-x);
    out.toUs = std::max(walk(widthPx - x), out.fromUs + 1);
    return out;
}

TimeAxis TimeAxis::zoomed(double x, double factor) const
{
    constexpr double kNarrowest = 1'000;
    constexpr double kWidest = 400.0 * 365 * kDay;
    return around(usAt(x), x, std::clamp(usPerPx() * factor * widthPx, kNarrowest, kWidest) / widthPx);
}

TimeAxis TimeAxis::panned(double deltaPx) const
{
    if (breaks && !breaks->isEmpty())
        return around(usAt(deltaPx), 0, usPerPx());
    const std::int64_t by = usAt(deltaPx) - fromUs;
    return {fromUs + by, toUs + by, widthPx, breaks};
}

std::vector<TimeBreak> emptyStretches(
    std::vector<std::pair<std::int64_t, std::int64_t>> busy, std::int64_t leastUs, std::int64_t marginUs)
{
    std::vector<TimeBreak> found;
    if (busy.empty())
        return found;
    std::sort(busy.begin(), busy.end());
    std::int64_t end = busy.front().second;
    for (const auto& [from, to] : busy) {
        if (from - end >= std::max<std::int64_t>(leastUs, 2 * marginUs + 1))
            found.push_back({end + marginUs, from - marginUs});
        end = std::max(end, to);
    }
    return found;
}

std::int64_t tickStepUs(const TimeAxis& axis, double minimumPx)
{
    const double usPerPx = axis.usPerPx();
    for (const std::int64_t step : kSteps)
        if (static_cast<double>(step) >= usPerPx * minimumPx)
            return step;
    std::int64_t step = kSteps.back();
    while (static_cast<double>(step) < usPerPx * minimumPx)
        step *= 2;
    return step;
}

namespace {

// The visible stretches of time outside breaks.
std::vector<TimeBreak> liveStretches(const TimeAxis& axis)
{
    std::vector<TimeBreak> live;
    std::int64_t from = axis.fromUs;
    for (const TimeAxis::Band& band : axis.bands()) {
        if (band.at.beginUs > from)
            live.push_back({from, band.at.beginUs});
        from = band.at.endUs;
    }
    if (from <= axis.toUs)
        live.push_back({from, axis.toUs});
    return live;
}

} // namespace

namespace {

// Of the calendar, in a step of months or years; 0 for shorter ones.
std::int64_t monthsOf(std::int64_t stepUs)
{
    constexpr std::int64_t kMonth = 30 * kDay;
    constexpr std::int64_t kYear = 365 * kDay;
    return stepUs < kMonth ? 0 : stepUs < kYear ? stepUs / kMonth : 12 * (stepUs / kYear);
}

// Months since the year 0, of a local time, and the local time at which one begins.
std::int64_t monthAt(std::int64_t localUs)
{
    const std::chrono::sys_days day{std::chrono::days(floorTo(localUs, kDay) / kDay)};
    const std::chrono::year_month_day date(day);
    return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
}

std::int64_t beginOfMonth(std::int64_t month)
{
    const std::int64_t year = floorTo(month, 12) / 12;
    const std::chrono::year_month_day first{std::chrono::year(static_cast<int>(year)),
        std::chrono::month(static_cast<unsigned>(month - 12 * year + 1)), std::chrono::day(1)};
    return std::chrono::sys_days(first).time_since_epoch().count() * kDay;
}

} // namespace

std::vector<std::int64_t> localTicks(const TimeAxis& axis, std::int64_t stepUs, const Zone& zone)
{
    std::vector<std::int64_t> ticks;
    const auto offsetAt = [&](std::int64_t us) {
        return std::int64_t{zone.offsetAt(Timestamp(Duration(us))).seconds} * kSecond;
    };
    const std::int64_t months = monthsOf(stepUs);
    const std::int64_t step = months > 0 ? months : stepUs;
    for (const TimeBreak& live : liveStretches(axis)) {
        const std::int64_t begin = live.beginUs + offsetAt(live.beginUs);
        for (std::int64_t at = floorTo(months > 0 ? monthAt(begin) : begin, step); ticks.size() < kMostTicks;
             at += step) {
            const std::int64_t local = months > 0 ? beginOfMonth(at) : at;
            const std::int64_t guess = local - offsetAt(local - offsetAt(live.beginUs));
            if (guess > live.endUs)
                break;
            if (guess >= live.beginUs && (ticks.empty() || guess > ticks.back()))
                ticks.push_back(guess);
        }
    }
    return ticks;
}

std::vector<std::int64_t> relativeTicks(const TimeAxis& axis, std::int64_t stepUs, std::int64_t anchorUs)
{
    std::vector<std::int64_t> ticks;
    for (const TimeBreak& live : liveStretches(axis))
        for (std::int64_t at = anchorUs + floorTo(live.beginUs - anchorUs, stepUs);
             at <= live.endUs && ticks.size() < kMostTicks; at += stepUs)
            if (at >= live.beginUs && (ticks.empty() || at > ticks.back()))
                ticks.push_back(at);
    return ticks;
}

} // namespace antecedent::widgets
