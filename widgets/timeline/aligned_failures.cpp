// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/aligned_failures.h"

#include "widgets/common/text.h"

#include <algorithm>

namespace antecedent::widgets {

namespace {

using Classes = std::vector<std::uint32_t>; // ascending

std::vector<std::uint32_t> recordsAround(
    const InvestigationData& data, const Failure& failure, Duration before, Duration after)
{
    const std::int64_t from = (failure.anchor - before).time_since_epoch().count();
    const std::int64_t to = (failure.anchor + after).time_since_epoch().count();
    std::vector<std::uint32_t> found;
    for (const AssetIndex asset : assetsOnTimeline(data, &failure))
        for (const std::uint32_t event : data.context.byAsset.range(asset, from, to + 1))
            found.push_back(event);
    std::sort(found.begin(), found.end()); // in the order of time
    return found;
}

Classes classesBefore(const InvestigationData& data, const Failure& failure, const std::vector<std::uint32_t>& records)
{
    const UnifiedEvents& events = data.context.events;
    Classes found;
    for (const std::uint32_t event : records)
        if (events.onsetUs[event] < failure.anchor.time_since_epoch().count()
            && !isBand(laneOfMark(markOf(data.dataset, events, event))))
            found.push_back(events.eventClass[event].value);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// Four lanes say enough of each: states last everywhere, and what is done to an asset stands in one.
LaneKind placeOf(LaneKind kind)
{
    switch (kind) {
    case LaneKind::Other:
        return LaneKind::Operator;
    case LaneKind::Calibration:
    case LaneKind::Cleaning:
        return LaneKind::Maintenance;
    default:
        return kind;
    }
}

std::vector<Lane> lanesAround(const InvestigationData& data, const std::vector<std::uint32_t>& records)
{
    const UnifiedEvents& events = data.context.events;
    std::vector<Lane> lanes(kLaneKinds);
    for (std::size_t kind = 0; kind < kLaneKinds; ++kind)
        lanes[kind].kind = static_cast<LaneKind>(kind);
    for (const std::uint32_t event : records) {
        const MarkKind mark = markOf(data.dataset, events, event);
        const std::int64_t end =
            events.endUs[event] == UnifiedEvents::kNoEnd ? events.onsetUs[event] : events.endUs[event];
        const auto lane = static_cast<std::size_t>(placeOf(laneOfMark(mark)));
        lanes[lane].append(event, mark, events.onsetUs[event], end);
    }
    lanes[static_cast<std::size_t>(LaneKind::States)] = {};
    return lanes;
}

void dropEmptyLanes(AlignedFailures& out)
{
    for (std::size_t kind = 0; kind < kLaneKinds; ++kind)
        if (std::any_of(out.rows.begin(), out.rows.end(),
                [&](const AlignedFailure& row) { return !row.lanes[kind].events.empty(); }))
            out.kinds.push_back(static_cast<LaneKind>(kind));
    for (AlignedFailure& row : out.rows) {
        std::vector<Lane> kept;
        for (const LaneKind kind : out.kinds)
            kept.push_back(std::move(row.lanes[static_cast<std::size_t>(kind)]));
        row.lanes = std::move(kept);
    }
}

double likeness(const AlignedFailure& row, std::size_t classesOfChosen)
{
    const std::size_t all = row.classes + classesOfChosen - row.alike;
    return all == 0 ? 0 : static_cast<double>(row.alike) / static_cast<double>(all);
}

} // namespace

QString classificationOf(const Failure& failure)
{
    return toQString(failure.deviation != nullptr ? failure.deviation->classification : failure.classification);
}

AlignedFailures alignFailures(
    const InvestigationData& data, std::size_t chosen, Duration before, Duration after, AlignedOrder order)
{
    AlignedFailures out;
    out.classification = classificationOf(data.failures[chosen]);
    const Classes own =
        classesBefore(data, data.failures[chosen], recordsAround(data, data.failures[chosen], before, after));
    out.classesOfChosen = own.size();
    for (std::size_t i = 0; i < data.failures.size(); ++i) { // ascending by anchor
        const Failure& failure = data.failures[i];
        if (classificationOf(failure) != out.classification)
            continue;
        const std::vector<std::uint32_t> records = recordsAround(data, failure, before, after);
        const Classes classes = classesBefore(data, failure, records);
        Classes common;
        std::set_intersection(own.begin(), own.end(), classes.begin(), classes.end(), std::back_inserter(common));
        out.rows.push_back({i, lanesAround(data, records), common.size(), classes.size()});
    }
    dropEmptyLanes(out);
    if (order == AlignedOrder::Likeness)
        std::stable_sort(out.rows.begin(), out.rows.end(), [&](const AlignedFailure& a, const AlignedFailure& b) {
            if ((a.failure == chosen) != (b.failure == chosen))
                return a.failure == chosen;
            return likeness(a, out.classesOfChosen) > likeness(b, out.classesOfChosen);
        });
    return out;
}

} // namespace antecedent::widgets
