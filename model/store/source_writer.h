// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes one source into the investigation: rows, diagnostics and the original bytes, all in one transaction that
// finish() commits and the destructor rolls back. Rows of events and samples become compressed column chunks, all
// others rows of their table. An exact repeat of a row that is stored already (from this or an earlier source) is not
// stored again but named in the outcome; a row with the same domain key and other values is stored as a further
// statement of that record. Memory is bounded: chunks are written as they fill. Threads: one thread calls add,
// addDiagnostics and finish; addSourceBytes may be called by one other thread at the same time (it compresses there;
// the frames are written by the first thread) and must have returned before finish().

#include "model/base/diagnostic.h"
#include "model/base/digest.h"
#include "model/base/result.h"
#include "model/base/time.h"
#include "model/domain/record_batch.h"
#include "model/store/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace antecedent {

// Number of a source inside its file, ascending in order of import. Never part of a result: sources are named by hash.
using SourceId = std::int64_t;

// What is known of a source before its rows are read.
struct SourceMeta
{
    std::string name; // file name without folder
    std::string importer;
    std::string importerVersion;
    std::string zone; // IANA name or fixed offset assumed for local times; empty: none given
    std::string encoding; // of the original text, as importers/text names it
    std::string compression; // "gzip" or empty
    std::string plan; // JSON: everything that is needed to read the source again in the same way
    std::string statement; // export statement, one line each; may be empty
    std::optional<Interval> covers; // declared coverage
    std::optional<Duration> clockUncertainty;
};

// Counts of source rows; read = stored + rejected + duplicate.
struct SourceTotals
{
    std::uint64_t read = 0;
    std::uint64_t stored = 0;
    std::uint64_t rejected = 0;
    std::uint64_t duplicate = 0;
};

// What became of one batch. `stored` counts records; `duplicateRows` holds the source row numbers (SourceRow::row) of
// exact repeats, in the batch's order.
struct AddOutcome
{
    std::size_t stored = 0;
    std::vector<std::uint64_t> duplicateRows;
};

// What a finished source became.
struct SourceResult
{
    SourceId id = 0;
    std::map<TableId, std::uint64_t> records; // stored records by table, tables without any left out
    std::map<std::string, std::uint64_t> diagnostics; // counts by the code's name
    std::optional<Interval> span; // first to last dated record, [first, last]: the end is the last time itself
};

// The part of storing a batch that needs no database.
struct PreparedBatch
{
    std::vector<Fingerprint> prints; // of events
};
// Any thread.
PreparedBatch prepareBatch(const RecordBatch& batch);

class SourceWriter
{
public:
    ~SourceWriter(); // rolls back unless finish() succeeded
    SourceWriter(const SourceWriter&) = delete;
    SourceWriter& operator=(const SourceWriter&) = delete;

    SourceId id() const;
    Result<AddOutcome> add(const RecordBatch& batch);
    Result<AddOutcome> add(const RecordBatch& batch, const PreparedBatch& prepared);
    Result<void> addDiagnostics(std::span<const Diagnostic> diagnostics);
    // The source's bytes as they are on disk, in order.
    Result<void> addSourceBytes(std::span<const std::byte> bytes);
    // Commits. `sha256` is the hash of the bytes as on disk; for one table of a file, followed by # and the table's
    // name, which is the `part` of the plan. Totals that do not add up are an InvalidArgument error and leave the file
    // unchanged.
    Result<SourceResult> finish(const SourceTotals& totals, const Digest& sha256);

private:
    friend class CaseFile;
    struct State;
    explicit SourceWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace antecedent
