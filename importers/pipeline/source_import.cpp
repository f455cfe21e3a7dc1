// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/source_import.h"

#include "importers/format/source_path.h"
#include "importers/pipeline/bounded_queue.h"
#include "importers/pipeline/time_checks.h"
#include "importers/text/buffer_pool.h"
#include "model/base/text.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <thread>

namespace antecedent::importers {

namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20U; // what the store compresses at once
constexpr std::size_t kRawPieces = 6; // between reading and parsing
constexpr std::size_t kMappedBlocks = 6; // between parsing and storing
constexpr std::uint64_t kSingleDuplicates = 10'000; // beyond, runs of duplicate rows share a diagnostic

struct RawPiece
{
    std::shared_ptr<const char[]> bytes;
    std::size_t size = 0;
};
using RawQueue = BoundedQueue<RawPiece>;

// The parsing side of the raw bytes.
class QueueSource final : public ByteSource
{
public:
    explicit QueueSource(RawQueue& queue)
        : m_queue(queue)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        while (m_at == m_piece.size) {
            m_piece = {};
            m_at = 0; // the end may be asked for again
            auto piece = m_queue.pop();
            if (!piece)
                return std::size_t{0};
            m_piece = std::move(*piece);
        }
        const std::size_t count = std::min(out.size(), m_piece.size - m_at);
        std::copy_n(m_piece.bytes.get() + m_at, count, out.data());
        m_at += count;
        return count;
    }

private:
    RawQueue& m_queue;
    RawPiece m_piece;
    std::size_t m_at = 0;
};

// Reads the file, hashes it, hands its bytes to the store's custody and to the parser. Runs on its own thread.
class Custodian
{
public:
    Custodian(std::string path, SourceWriter& writer, RawQueue& queue)
        : m_path(std::move(path))
        , m_writer(writer)
        , m_queue(queue)
    {
    }
    void run()
    {
        m_result = copy();
        m_queue.close();
    }
    std::uint64_t bytes() const { return m_bytes; }
    // After the thread has ended.
    const Result<void>& result() const { return m_result; }
    Digest digest(std::string_view part)
    {
        addPart(m_hash, part);
        return m_hash.finish();
    }

private:
    Result<void> copy()
    {
        const Result<std::unique_ptr<FileSource>> source = FileSource::open(m_path);
        if (!source)
            return source.error();
        for (;;) {
            const std::shared_ptr<char[]> piece = m_buffers.take(kReadBytes);
            const Result<std::size_t> count = (*source)->read(std::span<char>(piece.get(), kReadBytes));
            if (!count)
                return count.error();
            if (*count == 0)
                return {};
            // The parser gets the piece first: it is the longer way.
            if (!m_queue.push({piece, *count}))
                return Error{ErrorCode::Cancelled, {}, {}};
            const std::span<const char> bytes(piece.get(), *count);
            m_hash.add(std::as_bytes(bytes));
            if (const Result<void> kept = m_writer.addSourceBytes(std::as_bytes(bytes)); !kept)
                return kept.error();
            m_bytes += *count;
        }
    }

    std::string m_path;
    SourceWriter& m_writer;
    RawQueue& m_queue;
    BufferPool m_buffers;
    Sha256 m_hash;
    std::atomic<std::uint64_t> m_bytes = 0;
    Result<void> m_result;
};

struct PreparedBlock
{
    MappedBlock block;
    std::vector<PreparedBatch> prepared; // by batch
};
using BlockQueue = BoundedQueue<PreparedBlock>;

// The parser's end: blocks go to the storing thread.
class QueueSink final : public RecordSink
{
public:
    explicit QueueSink(BlockQueue& queue)
        : m_queue(queue)
    {
    }
    Result<void> add(MappedBlock block) override
    {
        PreparedBlock out;
        for (const RecordBatch& batch : block.batches)
            out.prepared.push_back(prepareBatch(batch));
        out.block = std::move(block);
        if (!m_queue.push(std::move(out)))
            return Error{ErrorCode::Cancelled, {}, {}};
        return {};
    }

private:
    BlockQueue& m_queue;
};

// Stores blocks and keeps the counts of the source.
class BlockStore
{
public:
    BlockStore(SourceWriter& writer, SourceSummary& summary, TimeChecks checks)
        : m_writer(writer)
        , m_summary(summary)
        , m_checks(std::move(checks))
    {
    }

    Result<void> add(const PreparedBlock& prepared)
    {
        const MappedBlock& block = prepared.block;
        const std::uint64_t firstRow = m_summary.rows.read + 1;
        m_records.assign(block.oneRecordPerRow ? 0 : block.read, 0);
        m_repeats.assign(m_records.size(), 0);
        m_found.clear();
        m_warnings.clear();
        std::uint64_t duplicates = 0;
        for (std::size_t i = 0; i < block.batches.size(); ++i) {
            const RecordBatch& batch = block.batches[i];
            const Result<AddOutcome> outcome = m_writer.add(batch, prepared.prepared[i]);
            if (!outcome)
                return outcome.error();
            m_summary.records[std::string(tableSpec(batch.table).countName)] += outcome->stored;
            m_checks.check(batch, m_warnings);
            if (block.oneRecordPerRow) {
                duplicates += outcome->duplicateRows.size();
                collectDuplicates(batch, outcome->duplicateRows);
            } else {
                for (const SourceRow& row : batch.sourceRows)
                    ++m_records[row.row - firstRow];
                for (const std::uint64_t row : outcome->duplicateRows)
                    ++m_repeats[row - firstRow];
            }
        }
        if (!block.oneRecordPerRow)
            duplicates = wholeDuplicates(block, firstRow);
        m_summary.rows.read += block.read;
        m_summary.rows.rejected += block.rejected;
        m_summary.rows.duplicate += duplicates;
        m_summary.rows.stored += block.read - block.rejected - duplicates;
        if (duplicates > 0)
            m_summary.diagnostics[diagnosticInfo(DiagnosticCode::DuplicateRow).name] += duplicates;
        for (const Diagnostic& diagnostic : block.diagnostics)
            ++m_summary.diagnostics[diagnosticInfo(diagnostic.code).name];
        for (const Diagnostic& diagnostic : m_warnings)
            ++m_summary.diagnostics[diagnosticInfo(diagnostic.code).name];
        for (const std::span<const Diagnostic> found : {std::span(block.diagnostics),
                 std::span<const Diagnostic>(m_found), std::span<const Diagnostic>(m_warnings)})
            if (const Result<void> kept = m_writer.addDiagnostics(found); !kept)
                return kept.error();
        return {};
    }

    Result<void> report(DiagnosticCode code, std::string detail)
    {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.severity = diagnosticInfo(code).severity;
        diagnostic.detail = std::move(detail);
        ++m_summary.diagnostics[diagnosticInfo(code).name];
        return m_writer.addDiagnostics(std::span(&diagnostic, 1));
    }

private:
    void addDuplicate(std::uint64_t row, std::uint64_t line)
    {
        ++m_duplicates;
        const bool run = m_duplicates > kSingleDuplicates && !m_found.empty() && m_lastDuplicate + 1 == row;
        m_lastDuplicate = row;
        if (run) {
            m_found.back().detail = "rows " + std::to_string(m_found.back().row) + " to " + std::to_string(row);
            return;
        }
        Diagnostic diagnostic;
        diagnostic.code = DiagnosticCode::DuplicateRow;
        diagnostic.severity = Severity::Duplicate;
        diagnostic.row = row;
        diagnostic.line = line;
        m_found.push_back(std::move(diagnostic));
    }

    // Both are in source order.
    void collectDuplicates(const RecordBatch& batch, const std::vector<std::uint64_t>& rows)
    {
        std::size_t at = 0;
        for (const std::uint64_t row : rows) {
            while (at < batch.sourceRows.size() && batch.sourceRows[at].row != row)
                ++at;
            addDuplicate(row, at < batch.sourceRows.size() ? batch.sourceRows[at].line : 0);
        }
    }

    // Rows all of whose records are repeats.
    std::uint64_t wholeDuplicates(const MappedBlock& block, std::uint64_t firstRow)
    {
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (m_records[i] == 0 || m_repeats[i] != m_records[i])
                continue;
            ++out;
            std::uint64_t line = 0;
            for (const RecordBatch& batch : block.batches) {
                const auto found = std::lower_bound(batch.sourceRows.begin(), batch.sourceRows.end(), firstRow + i,
                    [](const SourceRow& row, std::uint64_t wanted) { return row.row < wanted; });
                if (found != batch.sourceRows.end() && found->row == firstRow + i)
                    line = found->line;
            }
            addDuplicate(firstRow + i, line);
        }
        return out;
    }

    SourceWriter& m_writer;
    SourceSummary& m_summary;
    std::vector<std::uint32_t> m_records; // of the block, by row, where rows give several records
    std::vector<std::uint32_t> m_repeats;
    std::vector<Diagnostic> m_found;
    TimeChecks m_checks;
    std::vector<Diagnostic> m_warnings; // of the block, by the times of its records
    std::uint64_t m_duplicates = 0;
    std::uint64_t m_lastDuplicate = 0;
};

SourceMeta metaOf(const ImportPlan& plan, const ImportOptions& options, std::string_view name)
{
    SourceMeta out;
    out.name = std::string(name);
    out.importer = plan.importer;
    out.importerVersion = "1";
    out.zone = plan.zone;
    out.encoding = encodingName(plan.hints.encoding.value_or(plan.form.encoding));
    out.compression = plan.compression;
    out.plan = toJson(plan);
    out.statement = options.statement;
    out.covers = options.covers;
    return out;
}

// The number behind "rows:" in an export statement.
std::optional<std::uint64_t> statedRows(const std::string& statement)
{
    const std::string number = statementValue(statement, "rows");
    std::uint64_t rows = 0;
    const auto [end, status] = std::from_chars(number.data(), number.data() + number.size(), rows);
    return !number.empty() && status == std::errc() && end == number.data() + number.size() ? std::optional(rows)
                                                                                            : std::nullopt;
}

TimeChecks checksOf(const ImportOptions& options)
{
    const std::optional<Timestamp> exported = exportTimeOf(options.statement);
    return {options.covers, exported ? exported : options.now, exported ? "exported" : "imported"};
}

} // namespace

void addPart(Sha256& hash, std::string_view part)
{
    if (!part.empty())
        hash.add('#' + std::string(part));
}

Result<bool> storeSource(CaseFile& file, const ImportPlan& plan, const ImportOptions& options, std::string_view name,
    SourceSummary& summary, const AcceptFn& accept, const std::stop_token& stop, const ProgressFn& progress)
{
    Result<std::unique_ptr<SourceWriter>> writer = file.beginSource(metaOf(plan, options, name));
    if (!writer)
        return writer.error();
    const std::string path = splitSourcePath(summary.path).file;
    std::error_code code;
    const auto size = std::filesystem::file_size(std::filesystem::path(std::u8string(path.begin(), path.end())), code);
    RawQueue raw(kRawPieces);
    BlockQueue mapped(kMappedBlocks);
    Custodian custodian(path, **writer, raw);
    Result<ReadTotals> read = ReadTotals{};
    Result<void> stored;
    BlockStore store(**writer, summary, checksOf(options));
    {
        std::jthread custody([&] { custodian.run(); });
        std::jthread parser([&] {
            QueueSource bytes(raw);
            QueueSink sink(mapped);
            read = readSource(bytes, plan, sink, stop);
            mapped.close();
            raw.close();
        });
        while (auto block = mapped.pop()) {
            stored = store.add(*block);
            if (stored && stop.stop_requested())
                stored = Error{ErrorCode::Cancelled, {}, {}};
            if (!stored)
                break;
            if (progress)
                progress({"import", custodian.bytes(), code ? 0 : size});
        }
        mapped.close();
    }
    if (!stored)
        return stored.error();
    if (!read)
        return read.error();
    if (!custodian.result())
        return custodian.result().error();
    if (const Result<bool> accepted = accept(summary); !accepted || !*accepted)
        return accepted;
    if (!plan.encodingNote.empty())
        if (const Result<void> said = store.report(DiagnosticCode::EncodingAssumed, plan.encodingNote); !said)
            return said.error();
    if (const auto rows = statedRows(options.statement); rows && *rows != summary.rows.read)
        if (const Result<void> said = store.report(DiagnosticCode::StatementMismatch,
                "the statement says " + std::to_string(*rows) + " rows, the source has "
                    + std::to_string(summary.rows.read));
            !said)
            return said.error();
    summary.sha256 = custodian.digest(plan.part);
    if (options.dryRun)
        return true;
    const Result<SourceResult> result = (*writer)->finish(summary.rows, summary.sha256);
    if (!result)
        return result.error();
    if (result->span) {
        summary.first = result->span->begin;
        summary.last = result->span->end;
    }
    return true;
}

} // namespace antecedent::importers
