// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/row_runs.h"

#include "model/store/codec.h"
#include "model/store/schema.h"

#include <utility>

namespace antecedent {

namespace {

constexpr std::size_t kRunsInChunk = 8'192;
constexpr std::size_t kMaxBlock = std::size_t{1} << 28U;

} // namespace

RowRunWriter::RowRunWriter(SealedInsert insert, SourceId source, std::int64_t nextRun)
    : m_insert(std::move(insert))
    , m_source(source)
    , m_nextRun(nextRun)
{
}

Result<RowRunWriter> RowRunWriter::open(Database& database, SourceId source)
{
    const SealedTable& table = sealedTable("row_runs");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    const Result<std::int64_t> last = database.integer("SELECT max(run_id) FROM row_runs");
    if (!last)
        return last.error();
    return RowRunWriter(std::move(*insert), source, *last + 1);
}

void RowRunWriter::start(const SourceRow& row)
{
    if (m_current.rows > 0)
        m_runs.push_back(m_current);
    m_current = RowRun{row.row, row.line, row.byteOffset, 0, 0};
}

Result<void> RowRunWriter::write()
{
    return m_runs.size() >= kRunsInChunk ? store() : Result<void>();
}

Result<void> RowRunWriter::flush()
{
    if (m_current.rows > 0)
        m_runs.push_back(m_current);
    m_current = {};
    return m_runs.empty() ? Result<void>() : store();
}

Result<void> RowRunWriter::store()
{
    ByteWriter bytes;
    bytes.varint(m_runs.size());
    RowRun before;
    std::uint64_t lowest = m_runs.front().row;
    std::uint64_t highest = 0;
    const auto difference = [&](std::uint64_t a, std::uint64_t b) {
        bytes.signedVarint(wrapSub(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b)));
    };
    for (const RowRun& run : m_runs) {
        difference(run.row, before.row);
        difference(run.line, before.line);
        difference(run.offset, before.offset);
        bytes.varint(run.rows);
        bytes.varint(run.bytes);
        lowest = std::min(lowest, run.row);
        highest = std::max(highest, run.row + run.rows - 1);
        before = run;
    }
    std::vector<std::uint8_t> data;
    zstdCompress(bytes.view(), data);
    m_insert.add(m_nextRun++);
    m_insert.add(m_source);
    m_insert.add(static_cast<std::int64_t>(lowest));
    m_insert.add(static_cast<std::int64_t>(highest));
    m_insert.add(std::span<const std::uint8_t>(data));
    m_runs.clear();
    const Result<bool> stored = m_insert.insertDigested();
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<std::vector<RowRun>> decodeRuns(std::span<const std::uint8_t> data)
{
    const Result<std::vector<std::uint8_t>> bytes = zstdDecompress(data, kMaxBlock);
    if (!bytes)
        return bytes.error();
    ByteReader in(*bytes);
    const std::uint64_t count = in.varint();
    std::vector<RowRun> runs;
    RowRun run;
    const auto next = [&](std::uint64_t value) {
        return static_cast<std::uint64_t>(wrapAdd(static_cast<std::int64_t>(value), in.signedVarint()));
    };
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        run.row = next(run.row);
        run.line = next(run.line);
        run.offset = next(run.offset);
        run.rows = in.varint();
        run.bytes = in.varint();
        runs.push_back(run);
    }
    if (in.failed() || !in.atEnd())
        return Error{ErrorCode::InvestigationDamaged, {}, "row places do not decode"};
    return runs;
}

Result<std::optional<RowRun>> findRun(const Database& database, SourceId source, std::uint64_t row)
{
    Result<Statement> chunks = database.prepare(
        "SELECT data FROM row_runs WHERE source_id = ? AND first_row <= ? AND last_row >= ? ORDER BY run_id");
    if (!chunks)
        return chunks.error();
    chunks->bind(1, source);
    chunks->bind(2, static_cast<std::int64_t>(row));
    chunks->bind(3, static_cast<std::int64_t>(row));
    for (;;) {
        const Result<bool> more = chunks->step();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<RowRun>();
        const Result<std::vector<RowRun>> runs = decodeRuns(chunks->blob(0));
        if (!runs)
            return runs.error();
        for (const RowRun& run : *runs)
            if (run.row <= row && row - run.row < run.rows)
                return std::optional(run);
    }
}

} // namespace antecedent
