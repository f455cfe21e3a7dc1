// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/chronology.h"

#include "model/base/zone.h"

#include <algorithm>

namespace antecedent {

namespace {

// Largest number of rows per class with which all classes together stay within the cap.
std::size_t rowsPerClass(const std::map<std::string, std::vector<std::size_t>>& byClass, std::size_t cap)
{
    const auto total = [&](std::size_t each) {
        std::size_t sum = 0;
        for (const auto& [name, rows] : byClass)
            sum += std::min(rows.size(), each);
        return sum;
    };
    std::size_t each = cap;
    while (each > 1 && total(each) > cap)
        --each;
    return each;
}

// Drops repeats of frequent classes, those farthest from the anchor first.
void applyCap(Chronology& chronology, std::size_t cap)
{
    if (cap == 0 || chronology.rows.size() <= cap)
        return;
    std::map<std::string, std::vector<std::size_t>> byClass;
    for (std::size_t i = 0; i < chronology.rows.size(); ++i)
        if (!chronology.rows[i].isFailure)
            byClass[chronology.rows[i].eventClass].push_back(i);
    const std::size_t each = rowsPerClass(byClass, cap - 1);
    std::vector<bool> isDropped(chronology.rows.size(), false);
    std::size_t thinned = 0;
    for (auto& [name, rows] : byClass) {
        if (rows.size() <= each)
            continue;
        ++thinned;
        const auto distance = [&](std::size_t i) {
            const Duration offset = chronology.rows[i].offset;
            return offset < Duration{} ? -offset : offset;
        };
        std::stable_sort(
            rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
        for (std::size_t i = each; i < rows.size(); ++i)
            isDropped[rows[i]] = true;
    }
    std::vector<ChronologyRow> kept;
    for (std::size_t i = 0; i < chronology.rows.size(); ++i) {
        if (isDropped[i])
            ++chronology.leftOut;
        else
            kept.push_back(std::move(chronology.rows[i]));
    }
    chronology.rows = std::move(kept);
    chronology.leftOutNote =
        phrase("%1 rows of %2 frequent classes are left out; the %3 nearest to the failure of each "
               "are shown",
            chronology.leftOut, thinned, each);
}

TimeValue endOf(const UnifiedEvents& events, std::size_t i)
{
    TimeValue end;
    if (events.endUs[i] != UnifiedEvents::kNoEnd && events.endUs[i] != UnifiedEvents::kOpenEnd)
        end.utcUs = events.endUs[i];
    return end;
}

} // namespace

Chronology chronologyOf(const AlignmentContext& context, const Failure& failure, const ChronologyOptions& options)
{
    Chronology chronology;
    chronology.failure = failure;
    const auto zone = findZone(context.dataset.siteZone.empty() ? "UTC" : context.dataset.siteZone);
    const auto siteOffset = [&](Timestamp t) { return zone ? zone->offsetAt(t).seconds / 60 : 0; };

    AlignedWindow window;
    window.isCase = true;
    window.anchor = failure.anchor;
    window.asset = failure.asset;
    window.batch = failure.batch;
    const CaseInterval interval = caseInterval(context, failure, options.window);
    window.interval = interval.interval.value_or(Interval{failure.anchor - std::chrono::hours(72), failure.anchor});
    window.shownUntil = failure.anchor + options.window.after.wall;
    window.parts = context.scopes.scope(options.window.scope, failure.asset, failure.batch, failure.anchor);
    collectEvents(context, failure, options.window, window);

    for (const AlignedEvent& event : window.events) {
        const std::size_t i = event.event.value;
        ChronologyRow row;
        row.at = Timestamp(Duration(context.events.onsetUs[i]));
        row.original = onsetTime(context.dataset, context.events, i);
        row.siteOffsetMinutes = siteOffset(row.at);
        row.offset = event.offset;
        row.uncertainty = event.uncertainty;
        row.asset = context.events.asset[i];
        row.batch = context.events.batch[i];
        row.eventClass = context.events.className(i);
        row.severity = std::string(severityOf(context.dataset, context.events, i));
        row.text = std::string(textOf(context.dataset, context.events, i));
        row.end = endOf(context.events, i);
        row.ref = recordOf(context.dataset, context.events, i);
        chronology.rows.push_back(std::move(row));
    }
    ChronologyRow own;
    own.at = failure.anchor;
    own.original.utcUs = failure.anchor.time_since_epoch().count();
    own.original.precision = failure.precision;
    own.siteOffsetMinutes = siteOffset(failure.anchor);
    own.uncertainty = failure.uncertainty;
    own.asset = failure.asset;
    own.batch = failure.batch;
    own.eventClass = failure.classification;
    own.isFailure = true;
    own.ref.id = failure.record;
    if (failure.deviation != nullptr) {
        own.severity = failure.deviation->severity;
        own.text = failure.deviation->text;
        own.ref =
            RecordRef{TableId::Deviations, failure.record, failure.deviation->head.source, failure.deviation->head.row};
    }
    const auto place = std::upper_bound(chronology.rows.begin(), chronology.rows.end(), own,
        [](const ChronologyRow& a, const ChronologyRow& b) { return a.at < b.at; });
    chronology.rows.insert(place, std::move(own));
    applyCap(chronology, options.maxRows);
    return chronology;
}

} // namespace antecedent
