// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/axis_labels.h"

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kDayUs = 86'400 * kSecondUs;
constexpr double kTickPx = 70;
constexpr double kDatePx = 100; // of a date, where every tick has one

QString clockOf(const SiteTime& times, Timestamp at, std::int64_t step)
{
    if (step < kSecondUs)
        return times.clock(at, 3);
    return step < 60 * kSecondUs ? times.clock(at) : times.clock(at).left(5);
}

} // namespace

AxisLabels axisLabels(
    const TimeAxis& axis, const SiteTime& times, std::optional<std::int64_t> anchorUs, bool isRelativeLeading)
{
    AxisLabels out;
    std::int64_t step = tickStepUs(axis, kTickPx);
    if (step >= kDayUs)
        step = tickStepUs(axis, kDatePx);
    const std::vector<std::int64_t> local = localTicks(axis, step, times.zone());
    const std::vector<TimeAxis::Band> bands = axis.bands();
    std::size_t band = 0;
    QString date;
    for (const std::int64_t tick : local) {
        const Timestamp at{Duration(tick)};
        const double x = axis.xOf(tick);
        for (; band < bands.size() && bands[band].at.endUs <= tick; ++band)
            date.clear(); // said again behind a band
        if (const QString now = times.date(at); now != date) {
            out.labels.push_back({tick, x, now, true, false});
            date = now;
        }
        if (step < kDayUs)
            out.labels.push_back({tick, x, clockOf(times, at, step), false, false});
    }
    std::vector<std::int64_t> relative;
    if (anchorUs) {
        relative = relativeTicks(axis, step, *anchorUs);
        for (const std::int64_t tick : relative)
            out.labels.push_back({tick, axis.xOf(tick),
                tick == *anchorUs ? QStringLiteral("t0") : spanText(Duration(tick - *anchorUs), true), false, true});
    }
    out.ticks = anchorUs && isRelativeLeading ? relative : local;
    return out;
}

} // namespace antecedent::widgets
