// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/source_import.h"

#include "importers/bounded_queue.h"
#include "importers/format/format.h"
#include "importers/pipeline/block_store.h"
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

// Reads the source, hashes it, hands its bytes to the store's custody and to the parser. Runs on its own thread.
class Custodian
{
public:
    Custodian(const SourceOpener& open, SourceWriter& writer, RawQueue& queue)
        : m_open(open)
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
        const Result<std::unique_ptr<ByteSource>> source = m_open();
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

    const SourceOpener& m_open;
    SourceWriter& m_writer;
    RawQueue& m_queue;
    BufferPool m_buffers;
    Sha256 m_hash;
    std::atomic<std::uint64_t> m_bytes = 0;
    Result<void> m_result;
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

// What its program has not written into the source yet; empty: nothing.
std::string unreadBeside(const ImportPlan& plan, const std::string& path)
{
    const Format* format = findFormat(plan.format);
    if (format == nullptr || format->beside.empty() || path.empty())
        return {};
    const std::string other = path + std::string(format->beside);
    std::error_code code;
    const auto size =
        std::filesystem::file_size(std::filesystem::path(std::u8string(other.begin(), other.end())), code);
    if (code || size == 0)
        return {};
    return "beside the source stands " + other.substr(other.find_last_of("/\\") + 1)
        + ", which keeps changes that are not in the source yet; they were not read";
}

TimeChecks checksOf(const ImportOptions& options)
{
    const std::optional<Timestamp> exported = exportTimeOf(options.statement);
    return {options.covers, exported ? exported : options.now, exported ? "exported" : "imported"};
}

// What concerns the source as a whole, by its plan and what was stated of it.
Result<void> sayOfSource(BlockStore& store, const ImportPlan& plan, const ImportOptions& options,
    const std::string& path, const ReadTotals& read)
{
    if (!plan.encodingNote.empty())
        if (const Result<void> said = store.report(DiagnosticCode::EncodingAssumed, plan.encodingNote); !said)
            return said.error();
    if (std::string beside = unreadBeside(plan, path); !beside.empty())
        if (const Result<void> said = store.report(DiagnosticCode::UnreadablePart, std::move(beside)); !said)
            return said.error();
    if (const auto rows = statedRows(options.statement); rows && *rows != read.sourceRows)
        if (const Result<void> said = store.report(DiagnosticCode::StatementMismatch,
                "the statement says " + std::to_string(*rows) + " rows, the source has "
                    + std::to_string(read.sourceRows));
            !said)
            return said.error();
    return {};
}

} // namespace

void addPart(Sha256& hash, std::string_view part)
{
    if (!part.empty())
        hash.add('#' + std::string(part));
}

Result<bool> storeSource(CaseFile& file, const ImportPlan& plan, const ImportOptions& options, const SourceInput& input,
    SourceSummary& summary, const AcceptFn& accept, const std::stop_token& stop, const ProgressFn& progress)
{
    Result<std::unique_ptr<SourceWriter>> writer = file.beginSource(metaOf(plan, options, input.name));
    if (!writer)
        return writer.error();
    RawQueue raw(kRawPieces);
    BlockQueue mapped(kMappedBlocks);
    Custodian custodian(input.open, **writer, raw);
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
            // A format may be done before the bytes are, where they end early or can't be read on; all of them are
            // kept.
            while (read && !stop.stop_requested() && raw.pop())
                ;
            raw.close();
        });
        while (auto block = mapped.pop()) {
            stored = store.add(*block);
            if (stored && stop.stop_requested())
                stored = Error{ErrorCode::Cancelled, {}, {}};
            if (!stored)
                break;
            if (progress)
                progress({"import", custodian.bytes(), input.sizeBytes});
        }
        mapped.close();
    }
    if (!stored)
        return stored.error();
    // The custodian is cut off where parsing failed, and a file that can't be read to its end fails the parser, too.
    const Result<void>& kept = custodian.result();
    if (!kept && kept.error().code != ErrorCode::Cancelled)
        return kept.error();
    if (!read)
        return read.error();
    if (!kept)
        return kept.error();
    if (const Result<bool> accepted = accept(summary); !accepted || !*accepted)
        return accepted;
    if (const Result<void> said = sayOfSource(store, plan, options, input.file, *read); !said)
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
