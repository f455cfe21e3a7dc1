// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// summary, failures, events.

#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/selection.h"
#include "app/cli/sentinel_text.h"
#include "model/alignment/filter.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

nlohmann::json intervalJson(const std::optional<Interval>& interval)
{
    if (!interval)
        return {};
    return {{"from", formatUtc(interval->begin)}, {"to", formatUtc(interval->end)}};
}

nlohmann::json sourceJson(const StoredSource& source)
{
    const SourceInfo& info = source.info;
    nlohmann::json out = {{"name", info.name}, {"sha256", toHex(info.sha256)}, {"importer", info.importer},
        {"time_zone", jsonText(info.zone)}, {"rows_read", info.rowsRead}, {"rows_stored", info.rowsStored},
        {"rows_rejected", info.rowsRejected}, {"rows_duplicate", info.rowsDuplicate}, {"size_bytes", source.sizeBytes},
        {"records", source.records}, {"diagnostics", source.diagnostics}, {"span", intervalJson(info.span)},
        {"declared_coverage", intervalJson(info.declaredCoverage)}, {"statement", jsonText(info.statement)}};
    return out;
}

nlohmann::json failureJson(const Dataset& dataset, const Deviation& d)
{
    return {{"id", d.id}, {"occurred", jsonTime(d.occurred)}, {"detected", jsonTime(d.detected)},
        {"occurred_from", jsonTime(d.occurredFrom)}, {"occurred_to", jsonTime(d.occurredTo)},
        {"batch", jsonBatch(dataset, d.batch)}, {"asset", jsonAsset(dataset, d.asset)},
        {"classification", jsonText(d.classification)}, {"severity", jsonText(d.severity)}, {"text", jsonText(d.text)},
        {"status", jsonText(d.status)}};
}

struct EventRow
{
    std::string time;
    std::string end;
    std::string asset;
    std::string batch;
    std::string table;
    std::string category;
    std::string code;
    std::string eventClass;
    std::string severity;
    std::string text;
    std::string source;
    std::uint64_t row = 0;
    std::vector<std::pair<std::string, std::uint64_t>> alsoIn; // further sources of a fact that is confirmed to be one
};

EventRow eventRow(const Investigation& inv, std::size_t i)
{
    const Dataset& data = inv.dataset;
    const UnifiedEvents& events = inv.context.events;
    EventRow out;
    out.time = formatUtc(onsetTime(data, events, i));
    if (events.endUs[i] != UnifiedEvents::kNoEnd && events.endUs[i] != UnifiedEvents::kOpenEnd)
        out.end = formatUtc(Timestamp(Duration(events.endUs[i])));
    if (const Asset* asset = data.asset(events.asset[i]))
        out.asset = asset->id;
    if (const Batch* batch = data.batch(events.batch[i]))
        out.batch = batch->id;
    out.table = std::string(tableSpec(events.table[i]).name);
    out.category = std::string(categoryOf(data, events, i));
    out.code = codeOf(data, events, i);
    out.eventClass = events.className(i);
    out.severity = std::string(severityOf(data, events, i));
    out.text = std::string(textOf(data, events, i));
    const RecordRef ref = recordOf(data, events, i);
    if (ref.source.valid())
        out.source = data.sources[ref.source.value].name;
    out.row = ref.row;
    const RepeatedFact* merged = events.table[i] == TableId::Events ? data.mergedFact(events.item[i]) : nullptr;
    for (std::size_t s = 1; merged != nullptr && s < merged->statements.size(); ++s)
        out.alsoIn.emplace_back(data.sources[merged->statements[s].source.value].name, merged->statements[s].row);
    return out;
}

nlohmann::json toJson(const EventRow& e)
{
    nlohmann::json alsoIn = nlohmann::json::array();
    for (const auto& [source, row] : e.alsoIn)
        alsoIn.push_back({{"source", source}, {"row", row}});
    return {{"also_in", alsoIn}, {"time", e.time}, {"end", jsonText(e.end)}, {"asset", jsonText(e.asset)},
        {"batch", jsonText(e.batch)}, {"table", e.table}, {"category", e.category}, {"code", jsonText(e.code)},
        {"class", e.eventClass}, {"severity", jsonText(e.severity)}, {"text", jsonText(e.text)},
        {"source", jsonText(e.source)}, {"row", e.row}};
}

// The time that the options leave open, [begin, end).
Result<Interval> chosenTime(const EventsOptions& options)
{
    Interval interval{Timestamp::min(), Timestamp::max()};
    if (!options.from.empty()) {
        const Result<Timestamp> t = parseInstant("--from", options.from);
        if (!t)
            return t.error();
        interval.begin = *t;
    }
    if (!options.to.empty()) {
        const Result<Timestamp> t = parseInstant("--to", options.to);
        if (!t)
            return t.error();
        interval.end = *t;
    }
    return interval;
}

// Stretches of process data for which the filter holds, as events of the class `condition:FILTER`.
Result<std::vector<EventRow>> chooseStretches(
    const Investigation& inv, const Filter& filter, const Interval& interval, const std::string& where)
{
    const auto reader = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    const auto stretches = filter.stretches(inv.dataset, *reader, interval);
    if (!stretches)
        return stretches.error();
    std::vector<EventRow> rows;
    for (const TagStretch& stretch : *stretches) {
        const Tag& tag = inv.dataset.tags[stretch.tag.value];
        EventRow row;
        row.time = formatUtc(stretch.interval.begin);
        row.end = formatUtc(stretch.interval.end);
        if (const Asset* asset = inv.dataset.asset(tag.asset))
            row.asset = asset->id;
        row.table = std::string(tableSpec(TableId::Samples).name);
        row.category = "condition";
        row.code = where;
        row.eventClass = "condition:" + where;
        row.text = counted(stretch.samples, "sample of ", "samples of ") + tag.name;
        rows.push_back(std::move(row));
    }
    return rows;
}

// What the options choose, ascending by time: unified events, or stretches of process data if the filter names a tag.
Result<std::vector<EventRow>> chooseEvents(const Investigation& inv, const EventsOptions& options)
{
    const Result<Interval> interval = chosenTime(options);
    if (!interval)
        return interval.error();
    const UnifiedEvents& events = inv.context.events;
    std::vector<std::uint32_t> chosen;
    if (options.where.empty()) {
        chosen.resize(events.size());
        for (std::uint32_t i = 0; i < chosen.size(); ++i)
            chosen[i] = i;
    } else {
        const Result<Filter> filter = Filter::parse(options.where, inv.dataset);
        if (!filter)
            return filter.error();
        if (filter->tag(inv.dataset).valid())
            return chooseStretches(inv, *filter, *interval, options.where);
        chosen = filter->select(inv.dataset, events);
    }
    std::vector<EventRow> rows;
    for (const std::uint32_t i : chosen)
        if (interval->contains(Timestamp(Duration(events.onsetUs[i]))))
            rows.push_back(eventRow(inv, i));
    return rows;
}

// Facts that several sources state: those that are confirmed count once, in the counts and in the content hash. Returns
// how many are open.
Result<std::size_t> countRepeats(Session& session, const CaseFile& file, FileSummary& summary)
{
    const Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    const auto withEvents = std::count_if(
        sources->begin(), sources->end(), [](const StoredSource& source) { return source.records.contains("events"); });
    if (withEvents < 2)
        return std::size_t{0};
    LoadOptions options;
    options.eventTexts = false;
    const Result<Dataset> dataset = loadDataset(file, CaseInfo{}, options, session.stopToken(), session.progress());
    session.endProgress();
    if (!dataset)
        return dataset.error();
    summary.contentHash = dataset->contentHash;
    for (const RepeatedFact& fact : dataset->repeats)
        if (fact.state == RepeatState::Confirmed)
            summary.counts["events"] -= fact.statements.size() - 1;
    return dataset->openRepeats();
}

} // namespace

int showSummary(Session& session, const FileOptions& options)
{
    Result<CaseFile> file = openFile(options, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    Result<FileSummary> summary = file->summary();
    if (!summary)
        return session.fail(summary.error());
    const Result<std::size_t> open = countRepeats(session, *file, *summary);
    if (!open)
        return session.fail(open.error());
    const Result<std::vector<StoredSource>> sources = file->sources();
    if (!sources)
        return session.fail(sources.error());
    const Result<std::string> title = file->title();
    if (!title)
        return session.fail(title.error());
    const Result<std::string> zone = file->siteZone();
    if (!zone)
        return session.fail(zone.error());
    if (session.isJson) {
        nlohmann::json list = nlohmann::json::array();
        for (const StoredSource& source : *sources)
            list.push_back(sourceJson(source));
        session.printJson({{"title", *title}, {"site_zone", jsonText(*zone)}, {"counts", summary->counts},
            {"first", summary->span ? jsonTime(summary->span->begin) : nlohmann::json()},
            {"last", summary->span ? jsonTime(summary->span->end) : nlohmann::json()}, {"sources", sources->size()},
            {"source_list", list}, {"duplicates_open", *open}, {"content_hash", printDigest(summary->contentHash)}});
        return kDone;
    }
    session.print(*title + (zone->empty() ? " (no site zone, times in UTC)" : " (" + *zone + ")"));
    if (summary->span)
        session.print("From " + formatUtc(summary->span->begin) + " to " + formatUtc(summary->span->end));
    for (const auto& [name, count] : summary->counts)
        if (count > 0)
            session.print("  " + std::to_string(count) + ' ' + name);
    session.print(counted(sources->size(), "source", "sources"));
    for (const StoredSource& s : *sources)
        session.print("  " + s.info.name + ": " + counted(s.info.rowsRead, "row read, ", "rows read, ")
            + std::to_string(s.info.rowsStored) + " stored, " + std::to_string(s.info.rowsRejected) + " rejected, "
            + std::to_string(s.info.rowsDuplicate) + " duplicate");
    if (*open > 0)
        session.print(counted(*open, "event seems", "events seem")
            + " to stand in two sources; 'duplicates' lists them for a decision");
    session.print("Content " + printDigest(summary->contentHash));
    return kDone;
}

int listFailures(Session& session, const FileOptions& options)
{
    const auto inv = openInvestigation(session, options);
    if (!inv)
        return session.fail(inv.error());
    const Dataset& data = (*inv)->dataset;
    const Result<std::vector<SentinelFailures>> chosen = sentinelFailures(**inv);
    if (!chosen)
        return session.fail(chosen.error());
    nlohmann::json list = nlohmann::json::array();
    for (const Deviation& d : data.deviations) {
        if (session.isJson) {
            list.push_back(failureJson(data, d));
            continue;
        }
        const TimeValue& time = d.occurred.known() ? d.occurred : d.occurredTo.known() ? d.occurredTo : d.detected;
        const Asset* asset = data.asset(d.asset);
        const Batch* batch = data.batch(d.batch);
        session.print(d.id + "  " + (time.known() ? formatUtc(time) : "undated") + "  " + d.classification
            + (asset ? "  on " + asset->id : "") + (batch ? "  in " + batch->id : "")
            + (d.text.empty() ? "" : "  " + d.text));
    }
    nlohmann::json sentinels = nlohmann::json::array();
    for (const SentinelFailures& one : *chosen) {
        if (session.isJson)
            sentinels.push_back(sentinelJson(**inv, one));
        else
            session.print(sentinelLine(one));
    }
    if (session.isJson)
        session.printJson({{"failures", list}, {"sentinels", sentinels}});
    else
        session.message(counted(data.deviations.size(), "failure", "failures"));
    return kDone;
}

int listEvents(Session& session, const EventsOptions& options)
{
    const auto inv = openInvestigation(session, options.file);
    if (!inv)
        return session.fail(inv.error());
    const auto chosen = chooseEvents(**inv, options);
    if (!chosen)
        return session.fail(chosen.error());
    CsvOutput csv(
        {"time", "end", "asset", "batch", "table", "category", "code", "class", "severity", "text", "source", "row"});
    nlohmann::json list = nlohmann::json::array();
    for (const EventRow& e : *chosen) {
        if (session.isJson)
            list.push_back(toJson(e));
        if (!options.csv.empty())
            csv.add({e.time, e.end, e.asset, e.batch, e.table, e.category, e.code, e.eventClass, e.severity, e.text,
                e.source, std::to_string(e.row)});
        else if (!session.isJson)
            session.print(e.time + (e.end.empty() ? "" : " .. " + e.end) + "  " + (e.asset.empty() ? "-" : e.asset)
                + "  " + e.eventClass + (e.batch.empty() ? "" : "  in " + e.batch)
                + (e.text.empty() ? "" : "  " + e.text));
    }
    if (session.isJson) {
        nlohmann::json undated = nlohmann::json::object();
        for (const auto& [table, count] : (*inv)->context.events.undated)
            undated[std::string(tableSpec(table).name)] = count;
        session.printJson({{"events", list}, {"undated", undated}});
    }
    if (!options.csv.empty()) {
        if (const Result<void> written = csv.write(session, options.csv); !written)
            return session.fail(written.error());
    } else {
        session.message(counted(chosen->size(), "event", "events"));
    }
    return kDone;
}

} // namespace antecedent::cli
