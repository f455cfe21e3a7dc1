// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of an investigation file: what was imported, its original bytes and rows, its diagnostics, the summary.
#include "model/store/case_file_state.h"
#include "model/store/codec.h"
#include "model/store/content_hash.h"
#include "model/store/event_chunk.h"
#include "model/store/frame_writer.h"
#include "model/store/row_runs.h"
#include "model/store/row_set.h"
#include "model/store/schema.h"
#include "model/store/source_versions.h"
#include "model/store/source_writer_state.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

struct Place
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t skipLines = 0; // rows of the run before the wanted one
    std::uint64_t rowsInRun = 1;
};

Result<std::optional<Place>> findInTable(
    const Database& database, const std::string& table, SourceId source, std::uint64_t row)
{
    Result<Statement> find =
        database.prepare("SELECT offset, length FROM \"" + table + "\" WHERE source_id = ? AND row = ? LIMIT 1");
    if (!find)
        return find.error();
    find->bind(1, source);
    find->bind(2, static_cast<std::int64_t>(row));
    const Result<bool> found = find->step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Place>();
    return std::optional(
        Place{static_cast<std::uint64_t>(find->integer(0)), static_cast<std::uint64_t>(find->integer(1)), 0, 1});
}

Result<std::optional<Place>> findInEvents(const Database& database, SourceId source, std::uint64_t row)
{
    Result<Statement> chunks =
        database.prepare("SELECT columns, details FROM event_chunks WHERE source_id = ? ORDER BY chunk_id");
    if (!chunks)
        return chunks.error();
    chunks->bind(1, source);
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<Place>();
        const Result<EventChunkColumns> columns = decodeEventColumns(chunks->blob(0));
        if (!columns)
            return columns.error();
        const auto at = std::find(columns->row.begin(), columns->row.end(), row);
        if (at == columns->row.end())
            continue;
        const Result<RecordBatch> events = decodeEvents(chunks->blob(0), chunks->blob(1));
        if (!events)
            return events.error();
        const SourceRow& place = events->sourceRows[static_cast<std::size_t>(at - columns->row.begin())];
        return std::optional(Place{place.byteOffset, place.byteLength, 0, 1});
    }
}

Result<std::optional<Place>> findPlace(const Database& database, SourceId source, std::uint64_t row)
{
    const Result<std::optional<RowRun>> run = findRun(database, source, row);
    if (!run)
        return run.error();
    if (*run)
        return std::optional(Place{(*run)->offset, (*run)->bytes, row - (*run)->row, (*run)->rows});
    for (const TableSpec& table : allTables()) {
        if (!isRowTable(table.id))
            continue;
        Result<std::optional<Place>> found = findInTable(database, std::string(table.name), source, row);
        if (!found || *found)
            return found;
    }
    return findInEvents(database, source, row);
}

// The wanted line of a run of lines; a run of one row is the row itself, whatever line breaks it has inside.
std::string_view lineOf(std::string_view text, const Place& place)
{
    if (place.rowsInRun == 1)
        return text;
    const auto isBreak = [](char c) { return c == '\n' || c == '\r'; };
    const auto endOfLine = [&] {
        return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), isBreak) - text.begin());
    };
    for (std::uint64_t i = 0; i < place.skipLines; ++i) {
        const std::size_t end = endOfLine();
        const bool both = text.substr(end, 2) == "\r\n";
        text.remove_prefix(std::min(text.size(), end + (both ? 2 : 1)));
    }
    return text.substr(0, endOfLine());
}

} // namespace

Result<std::vector<StoredSource>> CaseFile::sources() const
{
    Result<std::vector<SourceRecord>> records = readSources(database());
    if (!records)
        return records.error();
    std::vector<StoredSource> out;
    out.reserve(records->size());
    for (SourceRecord& record : *records)
        out.push_back(std::move(record.source));
    return out;
}

Result<std::optional<StoredSource>> CaseFile::findSourceByHash(const Digest& sha256) const
{
    const Result<std::vector<StoredSource>> all = sources();
    if (!all)
        return all.error();
    const auto found = std::find_if(
        all->begin(), all->end(), [&](const StoredSource& source) { return source.info.sha256 == sha256; });
    return found == all->end() ? std::nullopt : std::optional(*found);
}

Result<std::unique_ptr<SourceWriter>> CaseFile::beginSource(SourceMeta meta)
{
    if (const Result<void> writable = m_state->requireWritable(); !writable)
        return writable.error();
    if (!m_state->actor.clock || m_state->actor.name.empty())
        return Error{ErrorCode::InvalidArgument, path(), "an import needs a named actor and a clock"};
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    auto state =
        std::make_unique<SourceWriter::State>(database(), m_state->actor, std::move(meta), std::move(*transaction));
    if (const Result<void> begun = state->begin(); !begun)
        return begun.error();
    return std::unique_ptr<SourceWriter>(new SourceWriter(std::move(state)));
}

Result<std::string> CaseFile::sourceBytes(SourceId source) const
{
    Result<Statement> frames =
        database().prepare("SELECT data, raw_bytes FROM source_frames WHERE source_id = ? ORDER BY seq");
    if (!frames)
        return frames.error();
    frames->bind(1, source);
    std::string out;
    for (;;) {
        const Result<bool> more = frames->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        const Result<std::vector<std::uint8_t>> bytes = zstdDecompress(frames->blob(0), kFrameBytes);
        if (!bytes)
            return bytes.error();
        out.append(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }
}

Result<std::string> CaseFile::originalRow(SourceId source, std::uint64_t row, const SourceDecoder& decode) const
{
    const Result<std::vector<StoredSource>> all = sources();
    if (!all)
        return all.error();
    const auto about = std::find_if(all->begin(), all->end(), [&](const StoredSource& s) { return s.id == source; });
    if (about == all->end())
        return Error{ErrorCode::InvalidArgument, "source " + std::to_string(source), "no such source"};
    const Result<std::optional<Place>> place = findPlace(database(), source, row);
    if (!place)
        return place.error();
    const std::string where = about->info.name + " row " + std::to_string(row);
    if (!*place)
        return Error{ErrorCode::InvalidArgument, where, "no stored row has this number"};
    Result<std::string> bytes = sourceBytes(source);
    if (!bytes)
        return bytes.error();
    const Result<std::string> text = decode(*about, std::move(*bytes));
    if (!text)
        return text.error();
    if ((*place)->offset > text->size() || (*place)->length > text->size() - (*place)->offset)
        return Error{ErrorCode::InvestigationDamaged, where, "the source is shorter than the row's place"};
    return std::string(lineOf(std::string_view(*text).substr((*place)->offset, (*place)->length), **place));
}

Result<std::vector<StoredDiagnostic>> CaseFile::diagnostics() const
{
    Result<Statement> rows = database().prepare(
        "SELECT source_id, row, line, \"column\", column_name, code, severity, excerpt, detail FROM diagnostics "
        "ORDER BY source_id, row, diagnostic_id");
    if (!rows)
        return rows.error();
    std::vector<StoredDiagnostic> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        const std::optional<DiagnosticCode> code = findDiagnosticCode(rows->text(5));
        if (!code)
            return Error{ErrorCode::InvestigationDamaged, path(), "unknown diagnostic " + std::string(rows->text(5))};
        out.push_back({rows->integer(0),
            Diagnostic{*code, static_cast<Severity>(std::clamp<std::int64_t>(rows->integer(6), 0, 3)),
                static_cast<std::uint64_t>(rows->integer(1)), static_cast<std::uint64_t>(rows->integer(2)),
                static_cast<std::uint32_t>(rows->integer(3)), std::string(rows->text(4)), std::string(rows->text(7)),
                std::string(rows->text(8))}});
    }
}

Result<FileSummary> CaseFile::summary() const
{
    const Result<std::vector<SourceRecord>> sources = readSources(database());
    if (!sources)
        return sources.error();
    FileSummary out;
    Fingerprint events;
    Fingerprint samples;
    for (const SourceRecord& source : *sources) {
        events = events + source.sums.events;
        samples = samples + source.sums.samples;
        out.counts["events"] += storedCount(source.source, TableId::Events);
        out.counts["samples"] += storedCount(source.source, TableId::Samples);
        if (const std::optional<Interval>& span = source.source.info.span)
            out.span = !out.span ? *span
                                 : Interval{std::min(out.span->begin, span->begin), std::max(out.span->end, span->end)};
    }
    const Result<SetAside> aside = SetAside::read(*this);
    if (!aside)
        return aside.error();
    out.counts["events"] -= aside->count(TableId::Events);
    events = events - aside->sum(TableId::Events);
    out.counts.try_emplace("samples", 0);
    const std::vector<SourceId> order = orderByHash(*sources);
    ContentHasher hasher;
    std::vector<ResolutionNote> notes;
    for (const TableSpec& table : allTables()) {
        if (!isRowTable(table.id)) {
            hasher.addSum(
                table.id, out.counts[std::string(table.countName)], table.id == TableId::Events ? events : samples);
            continue;
        }
        Result<RowSet> rows = readRows(*this, table.id);
        if (!rows)
            return rows.error();
        const RowSet resolved = resolveRows(aside->without(std::move(*rows)), order, notes);
        out.counts[std::string(table.countName)] = resolved.batch.rows;
        hasher.addRows(resolved);
    }
    const Result<std::int64_t> named =
        database().integer("SELECT count(*) FROM (SELECT tag FROM tags UNION SELECT name FROM sample_tags)");
    if (!named)
        return named.error();
    out.counts["tags"] = static_cast<std::uint64_t>(*named);
    out.contentHash = hasher.finish();
    return out;
}

} // namespace antecedent
