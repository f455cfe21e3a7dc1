// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared/window_place.h"

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

// Only records in the window are looked for: it is where they matter, and it costs by its length.
std::optional<std::uint32_t> lastExposing(const InvestigationData& snapshot, const WindowUse& use, const Interval& in)
{
    const auto& onsets = snapshot.context.events.onsetUs;
    const auto first = std::lower_bound(onsets.begin(), onsets.end(), in.begin.time_since_epoch().count());
    const auto last = std::lower_bound(first, onsets.end(), in.end.time_since_epoch().count());
    for (auto at = last; at != first;) {
        --at;
        const auto event = static_cast<std::size_t>(at - onsets.begin());
        const RecordId id = recordOf(snapshot.dataset, snapshot.context.events, event).id;
        if (std::binary_search(use.records.begin(), use.records.end(), id))
            return static_cast<std::uint32_t>(event);
    }
    return std::nullopt;
}

} // namespace

std::optional<Interval> stepsOf(const InvestigationData& snapshot, BatchIndex batch)
{
    std::optional<Interval> all;
    if (!batch.valid())
        return all;
    for (const std::uint32_t i : snapshot.context.scopes.stepsOfBatch(batch)) {
        const BatchStep& step = snapshot.dataset.steps[i];
        if (!step.start.known())
            continue;
        const Interval own{step.start.at(), step.end.known() ? step.end.at() : step.start.at()};
        all = all ? Interval{std::min(all->begin, own.begin), std::max(all->end, own.end)} : own;
    }
    return all;
}

Interval withRoom(const Interval& interval)
{
    constexpr int kRoom = 12;
    const Duration room = std::max<Duration>(interval.length() / kRoom, std::chrono::minutes(5));
    return Interval{interval.begin - room, interval.end + room};
}

std::optional<std::uint32_t> eventOf(const InvestigationData& snapshot, const RecordId& record, const std::string& time)
{
    const auto& onsets = snapshot.context.events.onsetUs;
    const auto look = [&](std::size_t first, std::size_t last) -> std::optional<std::uint32_t> {
        for (std::size_t i = first; i < last; ++i)
            if (recordOf(snapshot.dataset, snapshot.context.events, i).id == record)
                return static_cast<std::uint32_t>(i);
        return std::nullopt;
    };
    if (const std::optional<IsoTime> near = parseIso(time)) {
        const std::int64_t width = precisionWidth(near->precision).count();
        const auto first = std::lower_bound(onsets.begin(), onsets.end(), near->us - width);
        const auto last = std::lower_bound(first, onsets.end(), near->us + width + 1);
        if (const auto found =
                look(static_cast<std::size_t>(first - onsets.begin()), static_cast<std::size_t>(last - onsets.begin())))
            return found;
    }
    return look(0, onsets.size());
}

WindowPlace placeOf(const InvestigationData& snapshot, const WindowUse& use)
{
    WindowPlace place;
    const Failure* failure = nullptr;
    for (std::size_t i = 0; i < snapshot.failures.size(); ++i)
        if (snapshot.failures[i].id == use.failure) {
            place.failure = i;
            failure = &snapshot.failures[i];
        }
    std::optional<Interval> own = use.interval;
    if (!own && !use.batch.empty())
        own = stepsOf(snapshot, snapshot.dataset.findBatch(use.batch));
    if (!own && use.isCase && failure != nullptr)
        own = Interval{failure->anchor - std::chrono::hours(24), failure->anchor};
    if (!own)
        return place;
    place.event = lastExposing(snapshot, use, *own);
    place.interval = withRoom(*own);
    return place;
}

} // namespace antecedent::app
