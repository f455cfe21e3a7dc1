// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/counted_records.h"

#include "model/store/chunk_reader.h"
#include "model/store/content_hash.h"
#include "model/store/database.h"
#include "model/store/event_chunk.h"
#include "model/store/sample_chunk.h"
#include "model/store/schema.h"
#include "model/store/source_versions.h"
#include "model/store/time_form.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace antecedent {

namespace {

Error cancelled()
{
    return {ErrorCode::Cancelled, {}, {}};
}

// The rank of each source by its hash.
using Ranks = std::map<SourceId, std::size_t>;

RecordBatch withoutMarked(RecordBatch batch, const std::vector<bool>& marks)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < batch.rows; ++i)
        if (i >= marks.size() || !marks[i])
            kept.push_back(i);
    if (kept.size() == batch.rows)
        return batch;
    RowSet rows;
    rows.source.resize(batch.rows);
    rows.id.resize(batch.rows);
    rows.batch = std::move(batch);
    return chosenRows(rows, kept).batch;
}

Result<void> readEvents(
    const CaseFile& file, const Ranks& ranks, const SetAside& aside, const RecordsFn& take, const std::stop_token& stop)
{
    Result<std::vector<EventChunkRef>> chunks = listEventChunks(file, kAllSources);
    if (!chunks)
        return chunks.error();
    std::stable_sort(chunks->begin(), chunks->end(),
        [&](const EventChunkRef& a, const EventChunkRef& b) { return ranks.at(a.source) < ranks.at(b.source); });
    for (const EventChunkRef& chunk : *chunks) {
        if (stop.stop_requested())
            return cancelled();
        const Result<EventChunkBlocks> blocks = readEventChunk(file, chunk.id, true);
        if (!blocks)
            return blocks.error();
        Result<RecordBatch> batch = decodeEvents(blocks->columns, blocks->details);
        if (!batch)
            return batch.error();
        const std::vector<bool> marks = aside.marks(chunk.source, *batch);
        if (Result<void> taken = take(withoutMarked(std::move(*batch), marks)); !taken)
            return taken;
    }
    return {};
}

// A further time of a sample, in the form in which sample_writer.cpp keeps it: microseconds and packed form.
TimeValue furtherTime(std::string_view text)
{
    std::int64_t us = 0;
    std::uint32_t form = 0;
    const char* end = text.data() + text.size();
    const auto [blank, failed] = std::from_chars(text.data(), end, us);
    if (failed != std::errc() || blank == end || std::from_chars(blank + 1, end, form).ec != std::errc())
        return {};
    return unpackTimeForm(us, form);
}

void addFurther(RecordBatch& batch, const SampleColumns& samples, const SampleKinds& kinds, std::size_t further)
{
    constexpr std::string_view kAttribute = "attribute ";
    const std::string& name = kinds.furtherNames()[further];
    std::vector<std::string_view> texts;
    texts.reserve(batch.rows);
    for (const std::uint32_t kind : samples.kinds) {
        const std::vector<std::uint32_t>& values = kinds[kind].further;
        texts.push_back(further < values.size() ? kinds.texts.text(values[further]) : std::string_view());
    }
    const TableSpec& spec = tableSpec(TableId::Samples);
    if (name.starts_with(kAttribute)) {
        batch.attributeNames.push_back(name.substr(kAttribute.size()));
        batch.attributes.push_back(std::move(texts));
    } else if (const auto column = spec.find(name); column && spec.columns[*column].type == ColumnType::Time) {
        for (const std::string_view text : texts)
            batch.columns[*column].times.push_back(furtherTime(text));
    } else if (column) {
        batch.columns[*column].texts = std::move(texts);
    }
}

// `kinds` owns the texts of the batch.
RecordBatch sampleBatch(std::string_view tag, const SampleColumns& samples, const SampleKinds& kinds)
{
    const TableSpec& spec = tableSpec(TableId::Samples);
    RecordBatch out;
    out.table = TableId::Samples;
    out.rows = samples.size();
    out.columns.resize(spec.columns.size());
    std::vector<TimeValue>& times = out.columns[*spec.find("time")].times;
    std::vector<Decimal>& values = out.columns[*spec.find("value")].numbers;
    std::vector<std::string_view>& qualities = out.columns[*spec.find("quality")].texts;
    out.columns[*spec.find("tag")].texts.assign(out.rows, tag);
    for (std::size_t row = 0; row < out.rows; ++row) {
        const SampleKind& kind = kinds[samples.kinds[row]];
        times.push_back(unpackTimeForm(samples.times[row], kind.form));
        values.push_back(sampleValue(samples.mantissas[row], kind.scale));
        qualities.push_back(kinds.texts.text(kind.quality));
        out.sourceRows.push_back({samples.rows[row], 0, 0, 0});
    }
    for (std::size_t i = 0; i < kinds.furtherNames().size(); ++i)
        addFurther(out, samples, kinds, i);
    return out;
}

Result<std::vector<std::int64_t>> chunksOf(const CaseFile& file, std::int64_t tag, const Ranks& ranks)
{
    Result<Statement> rows = file.database().prepare(
        "SELECT chunk_id, source_id FROM sample_chunks WHERE tag_id = ? ORDER BY t_min, chunk_id");
    if (!rows)
        return rows.error();
    rows->bind(1, tag);
    std::vector<std::pair<std::size_t, std::int64_t>> order; // rank of the source, chunk
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        order.emplace_back(ranks.at(rows->integer(1)), rows->integer(0));
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::int64_t> out;
    for (const auto& [rank, chunk] : order)
        out.push_back(chunk);
    return out;
}

Result<void> takeSampleChunk(const CaseFile& file, const std::string& tag, std::int64_t chunk, const RecordsFn& take)
{
    Result<Statement> row = file.database().prepare("SELECT data FROM sample_chunks WHERE chunk_id = ?");
    if (!row)
        return row.error();
    row->bind(1, chunk);
    if (const Result<bool> found = row->step(); !found)
        return found.error();
    SampleColumns samples;
    SampleKinds kinds;
    if (Result<void> decoded = decodeSamples(row->blob(0), samples, kinds); !decoded)
        return decoded;
    return take(sampleBatch(tag, samples, kinds));
}

Result<void> readSamples(const CaseFile& file, const Ranks& ranks, const RecordsFn& take, const std::stop_token& stop)
{
    const Result<std::vector<SampledTag>> tags = listSampledTags(file, kAllSources);
    if (!tags)
        return tags.error();
    for (const SampledTag& tag : *tags) {
        const Result<std::vector<std::int64_t>> chunks = chunksOf(file, tag.id, ranks);
        if (!chunks)
            return chunks.error();
        for (const std::int64_t chunk : *chunks) {
            if (stop.stop_requested())
                return cancelled();
            if (Result<void> taken = takeSampleChunk(file, tag.name, chunk, take); !taken)
                return taken;
        }
    }
    return {};
}

} // namespace

Result<void> readCountedRecords(const CaseFile& file, TableId table, const RecordsFn& take, const std::stop_token& stop)
{
    const Result<std::vector<SourceRecord>> sources = readSources(file.database());
    if (!sources)
        return sources.error();
    const Result<SetAside> aside = SetAside::read(file);
    if (!aside)
        return aside.error();
    const std::vector<SourceId> order = orderByHash(*sources);
    Ranks ranks;
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = i;
    if (table == TableId::Events)
        return readEvents(file, ranks, *aside, take, stop);
    if (table == TableId::Samples)
        return readSamples(file, ranks, take, stop);
    Result<RowSet> rows = readRows(file, table);
    if (!rows)
        return rows.error();
    std::vector<ResolutionNote> notes;
    const RowSet resolved = resolveRows(aside->without(std::move(*rows)), order, notes);
    return resolved.batch.rows == 0 ? Result<void>() : take(resolved.batch);
}

} // namespace antecedent
