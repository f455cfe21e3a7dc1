// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/neighbours.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>

#include <cstdlib>

namespace antecedent::widgets {

namespace {

bool isUpkeep(LaneKind kind)
{
    return kind == LaneKind::Maintenance || kind == LaneKind::Calibration || kind == LaneKind::Cleaning;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Lanes)

public:
    static QString left(const QString& what, bool isToFailure, bool isAfter)
    {
        if (!isToFailure)
            return tr("‹ %1 before this view").arg(what);
        return isAfter ? tr("‹ %1 after t0").arg(what) : tr("‹ %1 before t0").arg(what);
    }
    static QString right(const QString& what, bool isToFailure, bool isAfter)
    {
        if (!isToFailure)
            return tr("%1 after this view ›").arg(what);
        return isAfter ? tr("%1 after t0 ›").arg(what) : tr("%1 before t0 ›").arg(what);
    }
};

} // namespace

std::vector<Neighbour> neighboursOf(
    const InvestigationData& data, const Lane& lane, const TimeAxis& axis, const Failure* failure)
{
    std::vector<Neighbour> out;
    const auto [first, last] = lane.range(axis.fromUs, axis.toUs);
    const std::int64_t t0 = failure != nullptr ? failure->anchor.time_since_epoch().count() : 0;
    const bool isToFailure = failure != nullptr && t0 >= axis.fromUs && t0 <= axis.toUs;
    const bool isEmpty = first == last;
    // What was done before the failure is asked for although something came after it.
    const bool isEmptyBefore = isToFailure && isUpkeep(lane.kind) && !isEmpty && lane.onsetUs[first] >= t0;
    if (isBand(lane.kind) || !(isEmpty || isEmptyBefore))
        return out;
    const auto add = [&](std::size_t i, bool isBefore) {
        const std::int64_t onset = lane.onsetUs[i];
        const std::int64_t span = isToFailure ? onset - t0 : isBefore ? onset - axis.fromUs : onset - axis.toUs;
        const QString what = toQString(codeOf(data.dataset, data.context.events, lane.events[i])) + QStringLiteral(", ")
            + spanText(Duration(std::abs(span)), false);
        out.push_back({lane.events[i], isBefore,
            isBefore ? Words::left(what, isToFailure, span > 0) : Words::right(what, isToFailure, span > 0)});
    };
    if (first > 0)
        add(first - 1, true);
    if (isEmpty && last < lane.events.size())
        add(last, false);
    return out;
}

std::pair<double, double> neighbourRoom(const TimeAxis& axis)
{
    constexpr double kMargin = 6;
    double left = kMargin;
    double right = axis.widthPx - kMargin;
    const std::vector<TimeAxis::Band> bands = axis.bands();
    if (!bands.empty() && bands.front().left <= 1)
        left += bands.front().right;
    if (!bands.empty() && bands.back().right >= axis.widthPx - 1)
        right -= axis.widthPx - bands.back().left;
    return {left, right};
}

} // namespace antecedent::widgets
