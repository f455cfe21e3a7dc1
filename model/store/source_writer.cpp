// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/source_writer.h"

#include "model/store/schema.h"
#include "model/store/source_writer_state.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace antecedent {

namespace {

std::string highestKeySql(const SealedTable& table)
{
    return "SELECT max(" + table.orderBy + ") FROM \"" + table.name + '"';
}

} // namespace

SourceWriter::State::State(Database& target, Actor by, SourceMeta about, Transaction open)
    : database(target)
    , actor(std::move(by))
    , meta(std::move(about))
    , transaction(std::move(open))
    , frames(target)
{
}

Result<void> SourceWriter::State::begin()
{
    const Result<std::int64_t> last = database.integer("SELECT max(source_id) FROM sources");
    if (!last)
        return last.error();
    id = *last + 1;
    for (const SealedTable& table : sealedTables()) {
        const Result<std::int64_t> key = table.bySource ? database.integer(highestKeySql(table)) : 0;
        if (!key)
            return key.error();
        keysBefore[table.name] = *key;
    }
    const SealedTable& table = sealedTable("diagnostics");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    diagnosticInsert.emplace(std::move(*insert));
    nextDiagnostic = keysBefore["diagnostics"] + 1;
    return frames.open(id);
}

void SourceWriter::State::extendSpan(const RecordBatch& batch)
{
    const TableSpec& spec = tableSpec(batch.table);
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (spec.columns[c].type != ColumnType::Time || !isOccurrence(spec.columns[c]))
            continue;
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        std::int64_t last = TimeValue::kUnknown;
        for (const TimeValue& time : batch.columns[c].times) {
            first = time.known() ? std::min(first, time.utcUs) : first;
            last = std::max(last, time.utcUs);
        }
        if (last == TimeValue::kUnknown)
            continue;
        if (!span)
            span = Interval{Timestamp(Duration(first)), Timestamp(Duration(last))};
        span->begin = std::min(span->begin, Timestamp(Duration(first)));
        span->end = std::max(span->end, Timestamp(Duration(last)));
    }
}

Result<AddOutcome> SourceWriter::State::addToTable(const RecordBatch& batch, const PreparedBatch& prepared)
{
    if (batch.table == TableId::Events) {
        if (!events) {
            Result<EventWriter> writer = EventWriter::open(database, id);
            if (!writer)
                return writer.error();
            events.emplace(std::move(*writer));
        }
        return events->add(batch, prepared.prints);
    }
    if (batch.table == TableId::Samples) {
        if (!samples) {
            Result<SampleWriter> writer = SampleWriter::open(database, id);
            if (!writer)
                return writer.error();
            samples.emplace(std::move(*writer));
        }
        return samples->add(batch);
    }
    auto writer = rows.find(batch.table);
    if (writer == rows.end()) {
        Result<RowTableWriter> opened = RowTableWriter::open(database, batch.table, id);
        if (!opened)
            return opened.error();
        writer = rows.emplace(batch.table, std::move(*opened)).first;
    }
    return writer->second.add(batch);
}

Result<Digest> SourceWriter::State::contentDigest()
{
    SourceDigests digests;
    for (const SealedTable& table : sealedTables()) {
        if (!table.bySource)
            continue;
        Result<Statement> seals = database.prepare("SELECT " + std::string(table.digest ? "digest" : "seal")
            + " FROM \"" + table.name + "\" WHERE " + table.orderBy + " > ? ORDER BY " + table.orderBy);
        if (!seals)
            return seals.error();
        seals->bind(1, keysBefore[table.name]);
        for (;;) {
            const Result<bool> more = seals->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            digests.add(id, table.name, seals->blob(0));
        }
    }
    return digests.finish(id);
}

SourceRecord SourceWriter::State::record(const SourceTotals& totals, const Digest& sha256) const
{
    SourceRecord out;
    StoredSource& source = out.source;
    source.id = id;
    source.info.sha256 = sha256;
    source.info.name = meta.name;
    source.info.importer = meta.importer;
    source.info.zone = meta.zone;
    source.info.rowsRead = totals.read;
    source.info.rowsStored = totals.stored;
    source.info.rowsRejected = totals.rejected;
    source.info.rowsDuplicate = totals.duplicate;
    source.info.span = span;
    source.info.declaredCoverage = meta.covers;
    source.info.statement = meta.statement;
    source.info.clockUncertainty = meta.clockUncertainty;
    source.importerVersion = meta.importerVersion;
    source.encoding = meta.encoding;
    source.compression = meta.compression;
    source.plan = meta.plan;
    source.sizeBytes = frames.rawBytes();
    source.keptBytes = frames.keptBytes();
    source.imported = actor.clock().utc;
    for (const auto& [table, count] : recordCounts)
        source.records[std::string(tableSpec(table).name)] = count;
    source.diagnostics = diagnosticCounts;
    if (events)
        out.sums.events = events->sum();
    if (samples)
        out.sums.samples = samples->sum();
    return out;
}

SourceWriter::SourceWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SourceWriter::~SourceWriter() = default;

SourceId SourceWriter::id() const
{
    return m_state->id;
}

PreparedBatch prepareBatch(const RecordBatch& batch)
{
    return batch.table == TableId::Events ? PreparedBatch{fingerprints(batch)} : PreparedBatch{};
}

Result<AddOutcome> SourceWriter::add(const RecordBatch& batch)
{
    return add(batch, prepareBatch(batch));
}

Result<AddOutcome> SourceWriter::add(const RecordBatch& batch, const PreparedBatch& prepared)
{
    if (const Result<void> written = m_state->frames.write(); !written)
        return written.error();
    m_state->extendSpan(batch);
    Result<AddOutcome> outcome = m_state->addToTable(batch, prepared);
    if (outcome && outcome->stored > 0)
        m_state->recordCounts[batch.table] += outcome->stored;
    return outcome;
}

Result<void> SourceWriter::addDiagnostics(std::span<const Diagnostic> diagnostics)
{
    SealedInsert& insert = *m_state->diagnosticInsert;
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string_view code = diagnosticInfo(diagnostic.code).name;
        insert.add(m_state->nextDiagnostic++);
        insert.add(m_state->id);
        insert.add(static_cast<std::int64_t>(diagnostic.row));
        insert.add(static_cast<std::int64_t>(diagnostic.line));
        insert.add(std::int64_t{diagnostic.column});
        insert.add(std::string_view(diagnostic.columnName));
        insert.add(code);
        insert.add(static_cast<std::int64_t>(diagnostic.severity));
        insert.add(std::string_view(diagnostic.excerpt));
        insert.add(std::string_view(diagnostic.detail));
        if (const Result<bool> stored = insert.insertSealed(); !stored)
            return stored.error();
        ++m_state->diagnosticCounts[std::string(code)];
    }
    return {};
}

Result<void> SourceWriter::addSourceBytes(std::span<const std::byte> bytes)
{
    m_state->frames.take(bytes);
    return {};
}

Result<SourceResult> SourceWriter::finish(const SourceTotals& totals, const Digest& sha256)
{
    State& state = *m_state;
    if (totals.read != totals.stored + totals.rejected + totals.duplicate)
        return Error{ErrorCode::InvalidArgument, state.meta.name, "rows read are not stored + rejected + duplicate"};
    if (state.events)
        if (const Result<void> flushed = state.events->flush(); !flushed)
            return flushed.error();
    if (state.samples)
        if (const Result<void> flushed = state.samples->flush(); !flushed)
            return flushed.error();
    if (const Result<void> ended = state.frames.end(); !ended)
        return ended.error();
    SourceRecord record = state.record(totals, sha256);
    const Result<Digest> digest = state.contentDigest();
    if (!digest)
        return digest.error();
    record.contentDigest = *digest;
    if (const Result<void> stored = insertSource(state.database, state.actor, record); !stored)
        return stored.error();
    if (const Result<void> committed = state.transaction.commit(); !committed)
        return committed.error();
    return SourceResult{state.id, state.recordCounts, state.diagnosticCounts, state.span};
}

} // namespace antecedent
