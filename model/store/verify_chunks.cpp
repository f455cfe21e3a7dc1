// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of verify that opens every chunk: it decodes, holds the rows and times that stand beside it, and the rows of
// a source sum to what the source states.
#include "model/store/event_chunk.h"
#include "model/store/row_runs.h"
#include "model/store/sample_chunk.h"
#include "model/store/verifier.h"

#include <unordered_map>

namespace antecedent {

namespace {

std::string chunkName(const char* table, const Statement& row)
{
    return std::string(table) + ' ' + std::string(row.text(0));
}

// Empty if the rows are as many as stated and ascend from the first to the last time that is stated.
template <class TimeOf>
std::string problemOf(
    std::size_t rows, std::int64_t statedRows, std::int64_t first, std::int64_t last, const TimeOf& timeOf)
{
    if (static_cast<std::int64_t>(rows) != statedRows || rows == 0)
        return "holds " + std::to_string(rows) + " rows, " + std::to_string(statedRows) + " are stated";
    for (std::size_t i = 1; i < rows; ++i)
        if (timeOf(i) < timeOf(i - 1))
            return "its rows are not in order of time";
    if (timeOf(0) != first || timeOf(rows - 1) != last)
        return "its first and last time are not those that are stated";
    return {};
}

} // namespace

void Verifier::forEachRow(const std::string& table, const std::string& sql, const std::function<void(Statement&)>& work)
{
    Result<Statement> rows = m_database.prepare(sql);
    if (!rows)
        return unreadable(table, rows.error());
    for (;;) {
        if (m_stop.stop_requested()) {
            m_cancelled = true;
            return;
        }
        const Result<bool> more = rows->step();
        if (!more)
            return unreadable(table, more.error());
        if (!*more)
            return;
        work(*rows);
    }
}

void Verifier::checkChunks()
{
    std::map<SourceId, ContentSums> sums;
    checkEventChunks(sums);
    checkSampleChunks(sums);
    forEachRow("row_runs", "SELECT run_id, data FROM row_runs", [&](Statement& row) {
        if (const Result<std::vector<RowRun>> runs = decodeRuns(row.blob(1)); !runs)
            find("chunk", chunkName("row_runs", row), "does not decode: " + runs.error().detail);
    });
    const Result<std::vector<SourceRecord>> sources = readSources(m_database);
    if (!sources || m_cancelled)
        return; // said by checkSources
    for (const SourceRecord& record : *sources) {
        const std::string subject = "source " + std::to_string(record.source.id) + " (" + record.source.info.name + ')';
        const ContentSums& sum = sums[record.source.id];
        if (!(sum.events == record.sums.events))
            find("source", subject, "its events are not those of which the sum is stated");
        if (!(sum.samples == record.sums.samples))
            find("source", subject, "its samples are not those of which the sum is stated");
    }
}

void Verifier::checkEventChunks(std::map<SourceId, ContentSums>& sums)
{
    forEachRow("event_chunks",
        "SELECT chunk_id, source_id, rows, t_min, t_max, columns, details FROM event_chunks ORDER BY chunk_id",
        [&](Statement& row) {
            const Result<RecordBatch> events = decodeEvents(row.blob(5), row.blob(6));
            if (!events)
                return find("chunk", chunkName("event_chunks", row), "does not decode: " + events.error().detail);
            const std::vector<TimeValue>& times = events->columns.front().times;
            const std::string problem = problemOf(events->rows, row.integer(2), row.integer(3), row.integer(4),
                [&](std::size_t i) { return times[i].utcUs; });
            if (!problem.empty())
                find("chunk", chunkName("event_chunks", row), problem);
            Fingerprint& sum = sums[row.integer(1)].events;
            for (const Fingerprint& print : fingerprints(*events))
                sum = sum + print;
        });
}

void Verifier::checkSampleChunks(std::map<SourceId, ContentSums>& sums)
{
    std::unordered_map<std::int64_t, Fingerprint> tags;
    forEachRow("sample_tags", "SELECT tag_id, name FROM sample_tags",
        [&](Statement& row) { tags[row.integer(0)] = tagPrint(row.text(1)); });
    SampleColumns samples;
    forEachRow("sample_chunks",
        "SELECT chunk_id, source_id, rows, t_min, t_max, tag_id, data FROM sample_chunks ORDER BY chunk_id",
        [&](Statement& row) {
            const auto tag = tags.find(row.integer(5));
            if (tag == tags.end())
                return find("chunk", chunkName("sample_chunks", row), "is of a tag that is not there");
            samples.clear();
            SampleKinds kinds;
            if (const Result<void> decoded = decodeSamples(row.blob(6), samples, kinds); !decoded)
                return find("chunk", chunkName("sample_chunks", row), "does not decode: " + decoded.error().detail);
            const std::string problem = problemOf(samples.size(), row.integer(2), row.integer(3), row.integer(4),
                [&](std::size_t i) { return samples.times[i]; });
            if (!problem.empty())
                find("chunk", chunkName("sample_chunks", row), problem);
            Fingerprint& sum = sums[row.integer(1)].samples;
            for (std::size_t i = 0; i < samples.size(); ++i)
                sum = sum
                    + samplePrint(tag->second, samples.times[i], samples.mantissas[i], kinds.hash(samples.kinds[i]));
        });
}

} // namespace antecedent
