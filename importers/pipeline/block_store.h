// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stores the blocks of a source and keeps its counts. Threads: one owner.

#include "importers/pipeline/import_sources.h"
#include "importers/pipeline/time_checks.h"
#include "importers/record_sink.h"
#include "model/store/source_writer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace antecedent::importers {

struct PreparedBlock
{
    MappedBlock block;
    std::vector<PreparedBatch> prepared; // by batch
};

class BlockStore
{
public:
    // `writer` and `summary` outlive the store.
    BlockStore(SourceWriter& writer, SourceSummary& summary, TimeChecks checks)
        : m_writer(writer)
        , m_summary(summary)
        , m_checks(std::move(checks))
    {
    }
    Result<void> add(const PreparedBlock& prepared);
    // Says something of the source as a whole.
    Result<void> report(DiagnosticCode code, std::string detail);

private:
    void addDuplicate(std::uint64_t row, std::uint64_t line);
    void collectDuplicates(const RecordBatch& batch, const std::vector<std::uint64_t>& rows);
    std::uint64_t wholeDuplicates(const MappedBlock& block, std::uint64_t firstRow);

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

} // namespace antecedent::importers
