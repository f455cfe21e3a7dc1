// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_axis.h"

#include <algorithm>
#include <array>
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

double TimeAxis::xOf(std::int64_t us) const
{
    return static_cast<double>(us - fromUs) * widthPx / static_cast<double>(toUs - fromUs);
}

std::int64_t TimeAxis::usAt(double x) const
{
    return fromUs + static_cast<std::int64_t>(std::llround(x / widthPx * static_cast<double>(toUs - fromUs)));
}

TimeAxis TimeAxis::zoomed(double x, double factor) const
{
    constexpr double kNarrowest = 1'000;
    constexpr double kWidest = 400.0 * 365 * kDay;
    const auto width = static_cast<double>(toUs - fromUs);
    const double wanted = std::clamp(width * factor, kNarrowest, kWidest);
    const std::int64_t at = usAt(x);
    TimeAxis out = *this;
    out.fromUs = at - static_cast<std::int64_t>(std::llround(wanted * (x / widthPx)));
    out.toUs = out.fromUs + static_cast<std::int64_t>(std::llround(wanted));
    return out;
}

TimeAxis TimeAxis::panned(double deltaPx) const
{
    const std::int64_t by = usAt(deltaPx) - fromUs;
    return {fromUs + by, toUs + by, widthPx};
}

std::int64_t tickStepUs(const TimeAxis& axis, double minimumPx)
{
    const double usPerPx = static_cast<double>(axis.toUs - axis.fromUs) / axis.widthPx;
    for (const std::int64_t step : kSteps)
        if (static_cast<double>(step) >= usPerPx * minimumPx)
            return step;
    std::int64_t step = kSteps.back();
    while (static_cast<double>(step) < usPerPx * minimumPx)
        step *= 2;
    return step;
}

std::vector<std::int64_t> localTicks(const TimeAxis& axis, std::int64_t stepUs, const Zone& zone)
{
    std::vector<std::int64_t> ticks;
    const auto offsetAt = [&](std::int64_t us) {
        return std::int64_t{zone.offsetAt(Timestamp(Duration(us))).seconds} * kSecond;
    };
    std::int64_t local = floorTo(axis.fromUs + offsetAt(axis.fromUs), stepUs);
    for (; ticks.size() < kMostTicks; local += stepUs) {
        const std::int64_t guess = local - offsetAt(local - offsetAt(axis.fromUs));
        if (guess > axis.toUs)
            break;
        if (guess >= axis.fromUs)
            ticks.push_back(guess);
    }
    return ticks;
}

std::vector<std::int64_t> relativeTicks(const TimeAxis& axis, std::int64_t stepUs, std::int64_t anchorUs)
{
    std::vector<std::int64_t> ticks;
    for (std::int64_t at = anchorUs + floorTo(axis.fromUs - anchorUs, stepUs);
         at <= axis.toUs && ticks.size() < kMostTicks; at += stepUs)
        if (at >= axis.fromUs)
            ticks.push_back(at);
    return ticks;
}

} // namespace antecedent::widgets
