// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/event_writer.h"

#include "model/store/event_chunk.h"
#include "model/store/schema.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace antecedent {

namespace {

constexpr std::uint32_t kAhead = 16; // rows whose place in the set is fetched in advance

RecordBatch emptyPending()
{
    RecordBatch batch;
    batch.table = TableId::Events;
    batch.columns.resize(tableSpec(TableId::Events).columns.size());
    return batch;
}

const std::vector<TimeValue>& timesOf(const RecordBatch& batch)
{
    return batch.columns.front().times; // the first column of the table events is its time
}

// `to` has `before` values, or none if nothing had them so far.
template <class T>
void appendValues(
    std::vector<T>& to, std::size_t before, const std::vector<T>& from, std::span<const std::uint32_t> rows)
{
    if (to.empty() && from.empty())
        return;
    to.reserve(kEventChunkRows);
    to.resize(before);
    if (from.empty())
        to.resize(before + rows.size());
    else if (rows.back() - rows.front() + 1 == rows.size())
        to.insert(to.end(), from.data() + rows.front(), from.data() + rows.back() + 1);
    else
        for (const std::uint32_t row : rows)
            to.push_back(from[row]);
}

} // namespace

EventWriter::EventWriter(Database& database, SealedInsert insert, SourceId source)
    : m_database(&database)
    , m_insert(std::move(insert))
    , m_source(source)
    , m_pending(emptyPending())
{
}

Result<EventWriter> EventWriter::open(Database& database, SourceId source)
{
    const SealedTable& table = sealedTable("event_chunks");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    EventWriter writer(database, std::move(*insert), source);
    Result<Statement> chunks = database.prepare("SELECT chunk_id, t_min, t_max FROM event_chunks ORDER BY chunk_id");
    if (!chunks)
        return chunks.error();
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            return writer;
        writer.m_earlier.push_back({chunks->integer(0), chunks->integer(1), chunks->integer(2)});
        writer.m_nextChunk = chunks->integer(0) + 1;
    }
}

Result<AddOutcome> EventWriter::add(const RecordBatch& batch, const std::vector<Fingerprint>& prints)
{
    assert(prints.size() == batch.rows);
    AddOutcome outcome;
    if (batch.rows == 0)
        return outcome;
    const auto& times = timesOf(batch);
    const auto [first, last] = std::minmax_element(
        times.begin(), times.end(), [](const TimeValue& a, const TimeValue& b) { return a.utcUs < b.utcUs; });
    if (const Result<void> loaded = loadEarlier(first->utcUs, last->utcUs); !loaded)
        return loaded.error();
    std::vector<std::uint32_t> kept;
    kept.reserve(batch.rows);
    for (std::uint32_t row = 0; row < batch.rows; ++row) {
        if (row + kAhead < batch.rows)
            m_seen.prefetch(prints[row + kAhead]);
        const Result<bool> isNew = m_seen.insert(times[row].utcUs, prints[row]);
        if (!isNew)
            return isNew.error();
        if (*isNew) {
            kept.push_back(row);
            m_sum = m_sum + prints[row];
        } else {
            outcome.duplicateRows.push_back(batch.sourceRows[row].row);
        }
    }
    outcome.stored = kept.size();
    for (std::span<const std::uint32_t> rest(kept); !rest.empty();) {
        const std::size_t part = std::min(rest.size(), kEventChunkRows - m_pending.rows);
        append(batch, rest.first(part));
        rest = rest.subspan(part);
        if (m_pending.rows < kEventChunkRows)
            continue;
        if (const Result<void> written = flush(); !written)
            return written.error();
    }
    return outcome;
}

Result<void> EventWriter::loadEarlier(std::int64_t first, std::int64_t last)
{
    const auto overlaps = [&](const EarlierChunk& chunk) { return chunk.first <= last && first <= chunk.last; };
    const auto found = std::stable_partition(
        m_earlier.begin(), m_earlier.end(), [&](const EarlierChunk& chunk) { return !overlaps(chunk); });
    if (found == m_earlier.end())
        return {};
    Result<Statement> chunk = m_database->prepare("SELECT columns, details FROM event_chunks WHERE chunk_id = ?");
    if (!chunk)
        return chunk.error();
    for (auto at = found; at != m_earlier.end(); ++at) {
        chunk->bind(1, at->id);
        const Result<bool> row = chunk->step();
        if (!row)
            return row.error();
        const Result<RecordBatch> events = decodeEvents(chunk->blob(0), chunk->blob(1));
        if (!events)
            return events.error();
        const std::vector<Fingerprint> prints = fingerprints(*events);
        const std::vector<TimeValue>& times = timesOf(*events);
        for (std::size_t i = 0; i < prints.size(); ++i)
            if (const Result<void> added = m_seen.addEarlier(times[i].utcUs, prints[i]); !added)
                return added;
        chunk->reset();
    }
    m_earlier.erase(found, m_earlier.end());
    return {};
}

void EventWriter::append(const RecordBatch& batch, std::span<const std::uint32_t> rows)
{
    const TableSpec& spec = tableSpec(TableId::Events);
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (spec.columns[c].type == ColumnType::Text)
            appendValues(m_pending.columns[c].texts, m_pending.rows, batch.columns[c].texts, rows);
        else if (spec.columns[c].type == ColumnType::Time)
            appendValues(m_pending.columns[c].times, m_pending.rows, batch.columns[c].times, rows);
        else
            appendValues(m_pending.columns[c].numbers, m_pending.rows, batch.columns[c].numbers, rows);
    }
    for (std::size_t i = 0; i < batch.attributeNames.size(); ++i) {
        auto& names = m_pending.attributeNames;
        const auto at =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), batch.attributeNames[i]) - names.begin());
        if (at == names.size()) {
            names.push_back(batch.attributeNames[i]);
            m_pending.attributes.emplace_back();
        }
        appendValues(m_pending.attributes[at], m_pending.rows, batch.attributes[i], rows);
    }
    appendValues(m_pending.sourceRows, m_pending.rows, batch.sourceRows, rows);
    m_pending.buffers.insert(m_pending.buffers.end(), batch.buffers.begin(), batch.buffers.end());
    m_pending.rows += rows.size();
    for (auto& values : m_pending.attributes)
        values.resize(m_pending.rows);
}

Result<void> EventWriter::flush()
{
    if (m_pending.rows == 0)
        return {};
    const auto& times = timesOf(m_pending);
    std::vector<std::uint32_t> order(m_pending.rows);
    std::iota(order.begin(), order.end(), 0U);
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return times[a].utcUs < times[b].utcUs; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);
    const EncodedEvents encoded = encodeEvents(m_pending, order);
    m_insert.add(m_nextChunk);
    m_insert.add(m_source);
    m_insert.add(static_cast<std::int64_t>(m_pending.rows));
    m_insert.add(times[order.front()].utcUs);
    m_insert.add(times[order.back()].utcUs);
    m_insert.add(std::span<const std::uint8_t>(encoded.columns));
    m_insert.add(std::span<const std::uint8_t>(encoded.details));
    if (const Result<bool> stored = m_insert.insertDigested(); !stored)
        return stored.error();
    ++m_nextChunk;
    m_pending = emptyPending();
    return {};
}

} // namespace antecedent
