// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/chunk_reader.h"

#include "model/store/database.h"
#include "model/store/event_chunk.h"
#include "model/store/sample_chunk.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace antecedent {

namespace {

// Runs a statement bound to the last source and collects what `read` makes of its rows.
template <class T, class Read>
Result<std::vector<T>> collect(const CaseFile& file, std::string_view sql, SourceId lastSource, const Read& read)
{
    Result<Statement> rows = file.database().prepare(sql);
    if (!rows)
        return rows.error();
    rows->bind(1, lastSource);
    std::vector<T> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        out.push_back(read(*rows));
    }
}

std::vector<std::uint8_t> copyOf(std::span<const std::uint8_t> blob)
{
    return {blob.begin(), blob.end()};
}

} // namespace

Result<std::vector<EventChunkRef>> listEventChunks(const CaseFile& file, SourceId lastSource)
{
    return collect<EventChunkRef>(file,
        "SELECT chunk_id, source_id, rows, t_min FROM event_chunks WHERE source_id <= ? ORDER BY chunk_id", lastSource,
        [](const Statement& row) {
            return EventChunkRef{
                row.integer(0), row.integer(1), static_cast<std::uint64_t>(row.integer(2)), row.integer(3)};
        });
}

Result<EventChunkBlocks> readEventChunk(const CaseFile& file, std::int64_t id, bool withDetails)
{
    Result<Statement> row =
        file.database().prepare(withDetails ? "SELECT columns, details FROM event_chunks WHERE chunk_id = ?"
                                            : "SELECT columns FROM event_chunks WHERE chunk_id = ?");
    if (!row)
        return row.error();
    row->bind(1, id);
    const Result<bool> found = row->step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::InvestigationDamaged, file.path(), "event chunk " + std::to_string(id) + " is missing"};
    return EventChunkBlocks{copyOf(row->blob(0)), withDetails ? copyOf(row->blob(1)) : std::vector<std::uint8_t>()};
}

Result<std::optional<FoundEvent>> findEvent(
    const CaseFile& file, SourceId source, std::int64_t timeUs, std::uint64_t row)
{
    constexpr std::int64_t kRounding = 1; // of the inverse of a clock with drift
    Result<Statement> chunks = file.database().prepare("SELECT columns, details FROM event_chunks WHERE source_id = ? "
                                                       "AND t_min <= ? AND t_max >= ? ORDER BY chunk_id");
    if (!chunks)
        return chunks.error();
    chunks->bind(1, source);
    chunks->bind(2, timeUs + kRounding);
    chunks->bind(3, timeUs - kRounding);
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<FoundEvent>();
        Result<EventChunkColumns> columns = decodeEventColumns(chunks->blob(0));
        if (!columns)
            return columns.error();
        for (std::size_t i = 0; i < columns->rows; ++i) {
            if (columns->row[i] != row || std::abs(columns->time[i] - timeUs) > kRounding)
                continue;
            Result<RecordBatch> chunk =
                decodeEvents(std::make_shared<const EventChunkColumns>(std::move(*columns)), chunks->blob(1));
            if (!chunk)
                return chunk.error();
            return std::optional(FoundEvent{std::move(*chunk), i});
        }
    }
}

Result<std::vector<SampledTag>> listSampledTags(const CaseFile& file, SourceId lastSource)
{
    return collect<SampledTag>(file,
        "SELECT t.tag_id, t.name, sum(c.rows), min(c.t_min), max(c.t_max) FROM sample_tags AS t JOIN sample_chunks AS "
        "c "
        "ON c.tag_id = t.tag_id WHERE c.source_id <= ? GROUP BY t.tag_id ORDER BY t.name",
        lastSource, [](const Statement& row) {
            return SampledTag{row.integer(0), std::string(row.text(1)), static_cast<std::uint64_t>(row.integer(2)),
                row.integer(3), row.integer(4)};
        });
}

Result<std::vector<SampleSpan>> listSampleSpans(const CaseFile& file, SourceId lastSource)
{
    return collect<SampleSpan>(file,
        "SELECT source_id, min(t_min), max(t_max) FROM sample_chunks WHERE source_id <= ? GROUP BY source_id ORDER BY "
        "source_id",
        lastSource, [](const Statement& row) {
            return SampleSpan{row.integer(0), row.integer(1), row.integer(2)};
        });
}

Result<std::vector<TagSampleSpan>> listTagSampleSpans(const CaseFile& file, SourceId lastSource)
{
    return collect<TagSampleSpan>(file,
        "SELECT t.name, c.source_id, min(c.t_min), max(c.t_max) FROM sample_chunks c JOIN sample_tags t USING (tag_id) "
        "WHERE c.source_id <= ? GROUP BY t.name, c.source_id ORDER BY t.name, c.source_id",
        lastSource, [](const Statement& row) {
            return TagSampleSpan{std::string(row.text(0)), {row.integer(1), row.integer(2), row.integer(3)}};
        });
}

Result<std::vector<std::int64_t>> listSampleChunks(
    const CaseFile& file, const std::string& tag, const Interval& interval, SourceId lastSource)
{
    Result<Statement> rows = file.database().prepare(
        "SELECT chunk_id FROM sample_chunks WHERE tag_id = (SELECT tag_id FROM sample_tags WHERE "
        "name = ?) AND t_min < ? AND t_max >= ? AND source_id <= ? ORDER BY t_min, chunk_id");
    if (!rows)
        return rows.error();
    rows->bind(1, std::string_view(tag));
    rows->bind(2, std::int64_t{interval.end.time_since_epoch().count()});
    rows->bind(3, std::int64_t{interval.begin.time_since_epoch().count()});
    rows->bind(4, lastSource);
    std::vector<std::int64_t> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        out.push_back(rows->integer(0));
    }
}

Result<void> readSampleChunk(const CaseFile& file, std::int64_t id, const Interval& interval, std::vector<Sample>& out)
{
    Result<Statement> row = file.database().prepare("SELECT data FROM sample_chunks WHERE chunk_id = ?");
    if (!row)
        return row.error();
    row->bind(1, id);
    const Result<bool> found = row->step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{
            ErrorCode::InvestigationDamaged, file.path(), "sample chunk " + std::to_string(id) + " is missing"};
    return decodeSampleValues(row->blob(0), interval, out);
}

struct SampleChunkReader::State
{
    const CaseFile& file;
    SourceId lastSource;
    std::unordered_map<SourceId, std::size_t> rank;
    Statement chunks;
};

SampleChunkReader::SampleChunkReader(const CaseFile& file, SourceId lastSource, std::vector<SourceId> sourceOrder)
    : m_state(new State{file, lastSource, {}, {}})
{
    for (std::size_t i = 0; i < sourceOrder.size(); ++i)
        m_state->rank.emplace(sourceOrder[i], i);
}

SampleChunkReader::~SampleChunkReader() = default;

Result<std::vector<Sample>> SampleChunkReader::read(std::int64_t tag, const Interval& interval)
{
    Statement& chunks = m_state->chunks;
    if (!chunks.valid()) {
        Result<Statement> prepared =
            m_state->file.database().prepare("SELECT source_id, data FROM sample_chunks WHERE tag_id = ? AND t_min < ? "
                                             "AND t_max >= ? AND source_id <= ? "
                                             "ORDER BY t_min, chunk_id");
        if (!prepared)
            return prepared.error();
        chunks = std::move(*prepared);
    }
    chunks.bind(1, tag);
    chunks.bind(2, std::int64_t{interval.end.time_since_epoch().count()});
    chunks.bind(3, std::int64_t{interval.begin.time_since_epoch().count()});
    chunks.bind(4, m_state->lastSource);
    std::vector<Sample> out;
    std::vector<std::pair<std::size_t, std::size_t>> sourceOf; // rank of the source, first sample
    for (;;) {
        const Result<bool> more = chunks.step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        sourceOf.emplace_back(m_state->rank[chunks.integer(0)], out.size());
        if (const Result<void> decoded = decodeSampleValues(chunks.blob(1), interval, out); !decoded) {
            chunks.reset();
            return decoded.error();
        }
    }
    chunks.reset();
    const auto notAfter = [](const Sample& a, const Sample& b) { return b.time <= a.time; };
    if (std::adjacent_find(out.begin(), out.end(), notAfter) == out.end())
        return out;
    // Chunks of several sources overlap: bring them into the order of the sources, then stably into that of time.
    std::vector<Sample> ordered;
    ordered.reserve(out.size());
    std::vector<std::size_t> order(sourceOf.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return sourceOf[a].first < sourceOf[b].first; });
    for (const std::size_t chunk : order) {
        const std::size_t end = chunk + 1 < sourceOf.size() ? sourceOf[chunk + 1].second : out.size();
        ordered.insert(ordered.end(), out.begin() + static_cast<std::ptrdiff_t>(sourceOf[chunk].second),
            out.begin() + static_cast<std::ptrdiff_t>(end));
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const Sample& a, const Sample& b) { return a.time < b.time; });
    return ordered;
}

} // namespace antecedent
