// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/export/event_log.h"

#include "model/export/log_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace antecedent {

namespace {

std::string nameOf(const Dataset& dataset, AssetIndex asset)
{
    return asset.valid() ? dataset.asset(asset)->id : std::string();
}

std::string nameOf(const Dataset& dataset, BatchIndex batch)
{
    return batch.valid() ? dataset.batch(batch)->id : std::string();
}

// Digits after the second that the instant needs.
int digitsNeeded(std::int64_t us)
{
    int digits = 6;
    for (std::int64_t unit = 10; digits > 0 && us % unit == 0; unit *= 10)
        --digits;
    return digits;
}

LogEvent eventOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const TimeValue onset = onsetTime(dataset, events, i);
    const RecordRef record = recordOf(dataset, events, i);
    LogEvent event;
    event.activity = events.className(i);
    event.begin = formatUtc(onset);
    if (events.endUs[i] != UnifiedEvents::kNoEnd && events.endUs[i] != UnifiedEvents::kOpenEnd)
        event.end = formatUtc(Timestamp(Duration(events.endUs[i])),
            std::max(precisionDigits(onset.precision), digitsNeeded(events.endUs[i])));
    event.uncertaintyS = toSeconds(Duration(events.uncertaintyUs[i]));
    event.asset = nameOf(dataset, events.asset[i]);
    event.batch = nameOf(dataset, events.batch[i]);
    event.category = categoryOf(dataset, events, i);
    event.severity = severityOf(dataset, events, i);
    event.text = textOf(dataset, events, i);
    if (record.source.valid())
        event.source = dataset.sources[record.source.value].name;
    event.row = record.row;
    event.record = toHex(record.id);
    return event;
}

LogTrace traceOf(const AlignmentContext& context, const Alignment& alignment, const AlignedWindow& window)
{
    const Failure& failure = alignment.failures[window.failure];
    LogTrace trace;
    trace.name = window.id;
    trace.kind = window.isCase ? "case" : "control";
    trace.failure = failure.id;
    trace.anchor = formatUtc(window.anchor, precisionDigits(failure.precision));
    trace.coverage = window.coverage;
    trace.asset = nameOf(context.dataset, window.asset);
    trace.batch = nameOf(context.dataset, window.batch);
    for (const AlignedEvent& aligned : window.events) {
        LogEvent event = eventOf(context.dataset, context.events, aligned.event.value);
        event.offsetS = toSeconds(aligned.offset);
        event.uncertaintyS = toSeconds(aligned.uncertainty);
        trace.events.push_back(std::move(event));
    }
    return trace;
}

// Passes what has been written on in pieces, so that a log of any size takes little memory.
class Outlet
{
public:
    Outlet(const ByteSink& sink, const std::stop_token& stop)
        : m_sink(sink)
        , m_stop(stop)
    {
    }

    std::string text;

    Result<void> passOn(bool isLast = false)
    {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        constexpr std::size_t kPiece = 1U << 20;
        if (text.size() < kPiece && !isLast)
            return {};
        Result<void> passed = m_sink(text);
        text.clear();
        return passed;
    }

private:
    const ByteSink& m_sink;
    const std::stop_token& m_stop;
};

std::unique_ptr<LogWriter> makeWriter(EventLogFormat format)
{
    switch (format) {
    case EventLogFormat::Csv:
        return makeCsvLog();
    case EventLogFormat::Xes:
        return makeXesLog();
    case EventLogFormat::OcelJson:
        return makeOcelJsonLog();
    case EventLogFormat::OcelSqlite:
        break;
    }
    return makeOcelSqliteLog();
}

// Positions of the events of each batch, then of each asset (events without batch), then of neither; in time order.
std::vector<std::vector<std::uint32_t>> groupEvents(const Dataset& dataset, const UnifiedEvents& events)
{
    const std::size_t batches = dataset.batches.size();
    const std::size_t assets = dataset.assets.size();
    std::vector<std::vector<std::uint32_t>> groups(batches + assets + 1);
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        std::size_t group = batches + assets;
        if (events.batch[i].valid())
            group = events.batch[i].value;
        else if (events.asset[i].valid())
            group = batches + events.asset[i].value;
        groups[group].push_back(i);
    }
    return groups;
}

} // namespace

std::string printSeconds(double seconds)
{
    char buffer[64];
    // Adding zero takes the sign off a negative zero.
    const double rounded = std::round(seconds * 1e6) / 1e6 + 0.0;
    const std::to_chars_result result =
        std::to_chars(std::begin(buffer), std::end(buffer), rounded, std::chars_format::fixed, 6);
    std::string text(std::begin(buffer), result.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

Result<void> writeAlignedLog(const AlignmentContext& context, const Alignment& alignment, EventLogFormat format,
    const ByteSink& sink, const std::stop_token& stop)
{
    const std::unique_ptr<LogWriter> writer = makeWriter(format);
    Outlet outlet(sink, stop);
    writer->begin(outlet.text, context.dataset.title, printDigest(context.dataset.contentHash));
    for (const AlignedWindow& window : alignment.windows) {
        if (!window.excluded.empty())
            continue;
        writer->add(outlet.text, traceOf(context, alignment, window));
        if (const Result<void> passed = outlet.passOn(); !passed)
            return passed.error();
    }
    if (const Result<void> finished = writer->finish(outlet.text); !finished)
        return finished.error();
    return outlet.passOn(true);
}

Result<void> writeBatchLog(const Dataset& dataset, const UnifiedEvents& events, EventLogFormat format,
    const ByteSink& sink, const std::stop_token& stop)
{
    const std::unique_ptr<LogWriter> writer = makeWriter(format);
    Outlet outlet(sink, stop);
    writer->begin(outlet.text, dataset.title, printDigest(dataset.contentHash));
    const std::size_t batches = dataset.batches.size();
    std::size_t group = 0;
    for (const std::vector<std::uint32_t>& members : groupEvents(dataset, events)) {
        LogTrace trace;
        if (group < batches) {
            trace.kind = "batch";
            trace.name = trace.batch = dataset.batches[group].id;
        } else if (group < batches + dataset.assets.size()) {
            trace.kind = "asset";
            trace.name = trace.asset = dataset.assets[group - batches].id;
        } else {
            trace.kind = "other";
            trace.name = "neither batch nor asset";
        }
        ++group;
        for (const std::uint32_t i : members)
            trace.events.push_back(eventOf(dataset, events, i));
        if (!trace.events.empty())
            writer->add(outlet.text, trace);
        if (const Result<void> passed = outlet.passOn(); !passed)
            return passed.error();
    }
    if (const Result<void> finished = writer->finish(outlet.text); !finished)
        return finished.error();
    return outlet.passOn(true);
}

} // namespace antecedent
