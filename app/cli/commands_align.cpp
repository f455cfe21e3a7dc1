// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// align: events around each failure and each control window.

#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/selection.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

using nlohmann::json;

struct EventFields
{
    std::string source;
    std::uint64_t row = 0;
    std::optional<double> duration;
};

EventFields fieldsOf(const Investigation& inv, std::size_t i)
{
    const UnifiedEvents& events = inv.context.events;
    EventFields out;
    const RecordRef ref = recordOf(inv.dataset, events, i);
    if (ref.source.valid())
        out.source = inv.dataset.sources[ref.source.value].name;
    out.row = ref.row;
    if (events.endUs[i] != UnifiedEvents::kNoEnd && events.endUs[i] != UnifiedEvents::kOpenEnd)
        out.duration = toSeconds(Duration(events.endUs[i] - events.onsetUs[i]));
    return out;
}

json eventJson(const Investigation& inv, const AlignedEvent& event)
{
    const std::size_t i = event.event.value;
    const UnifiedEvents& events = inv.context.events;
    const EventFields fields = fieldsOf(inv, i);
    json out = {{"offset_s", toSeconds(event.offset)}, {"uncertainty_s", toSeconds(event.uncertainty)},
        {"asset", jsonAsset(inv.dataset, events.asset[i])}, {"batch", jsonBatch(inv.dataset, events.batch[i])},
        {"category", std::string(categoryOf(inv.dataset, events, i))},
        {"code", jsonText(codeOf(inv.dataset, events, i))}, {"class", events.className(i)},
        {"duration_s", jsonNumber(fields.duration)}, {"source", jsonText(fields.source)}, {"row", fields.row},
        {"antecedent", event.isAntecedent}, {"answers_failure", event.isAnswer}, {"in_force", event.isInForce},
        {"order_undetermined", event.isUndetermined}};
    if (event.clockOffset)
        out["clock_offset"] = *event.clockOffset;
    return out;
}

json windowJson(const Investigation& inv, const Alignment& alignment, const AlignedWindow& window)
{
    json events = json::array();
    for (const AlignedEvent& event : window.events)
        events.push_back(eventJson(inv, event));
    return {{"failure", alignment.failures[window.failure].id}, {"window", window.isCase ? "case" : "control"},
        {"id", window.id}, {"stratum", jsonText(window.stratum)},
        {"anchor", formatUtc(window.anchor, precisionDigits(alignment.failures[window.failure].precision))},
        {"from", formatUtc(window.interval.begin)}, {"to", formatUtc(window.interval.end)},
        {"shown_until", formatUtc(window.shownUntil)}, {"asset", jsonAsset(inv.dataset, window.asset)},
        {"batch", jsonBatch(inv.dataset, window.batch)}, {"coverage", window.coverage},
        {"excluded", jsonText(window.excluded)}, {"events", events}};
}

void addCsvRows(CsvOutput& csv, const Investigation& inv, const Alignment& alignment, const AlignedWindow& window)
{
    const UnifiedEvents& events = inv.context.events;
    for (const AlignedEvent& event : window.events) {
        const std::size_t i = event.event.value;
        const EventFields fields = fieldsOf(inv, i);
        const Asset* asset = inv.dataset.asset(events.asset[i]);
        const Batch* batch = inv.dataset.batch(events.batch[i]);
        csv.add({alignment.failures[window.failure].id, window.isCase ? "case" : "control", window.id,
            json(toSeconds(event.offset)).dump(), json(toSeconds(event.uncertainty)).dump(), asset ? asset->id : "",
            batch ? batch->id : "", std::string(categoryOf(inv.dataset, events, i)), codeOf(inv.dataset, events, i),
            events.className(i), fields.duration ? json(*fields.duration).dump() : "", fields.source,
            std::to_string(fields.row)});
    }
}

void printAlignment(Session& session, const Alignment& alignment)
{
    for (const AlignedWindow& window : alignment.windows)
        session.print(window.id + "  " + (window.isCase ? "case   " : "control") + "  "
            + formatUtc(window.interval.begin) + " .. " + formatUtc(window.interval.end) + "  "
            + std::to_string(window.events.size()) + " events"
            + (window.excluded.empty() ? "" : "  excluded: " + window.excluded.english()));
    for (const std::string& note : alignment.notes)
        session.message(note);
}

} // namespace

int alignWindows(Session& session, const AnalysisOptions& options)
{
    const Result<AlignedSelection> aligned = openAndAlign(session, options, false);
    if (!aligned)
        return session.fail(aligned.error());
    const Investigation& inv = *aligned->investigation;
    const FailureSet& failures = aligned->failures;
    const Alignment& alignment = aligned->alignment;
    if (session.isJson) {
        json windows = json::array();
        for (const AlignedWindow& w : alignment.windows)
            windows.push_back(windowJson(inv, alignment, w));
        json exclusions = json::array();
        for (const ExcludedFailure& e : failures.excluded)
            exclusions.push_back({{"failure", e.id}, {"window", json()}, {"reason", e.reason}});
        for (const WindowExclusion& e : alignment.exclusions)
            exclusions.push_back({{"failure", e.failure}, {"window", jsonText(e.window)}, {"reason", e.reason}});
        session.printJson({{"windows", windows}, {"exclusions", exclusions}, {"notes", alignment.notes}});
    } else if (options.csv.empty()) {
        printAlignment(session, alignment);
    }
    if (!options.csv.empty()) {
        CsvOutput csv({"failure", "window", "window_id", "offset_s", "uncertainty_s", "asset", "batch", "category",
            "code", "class", "duration_s", "source", "row"});
        for (const AlignedWindow& w : alignment.windows)
            addCsvRows(csv, inv, alignment, w);
        if (const Result<void> written = csv.write(session, options.csv); !written)
            return session.fail(written.error());
    }
    return kDone;
}

} // namespace antecedent::cli
