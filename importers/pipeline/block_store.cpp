// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/block_store.h"

#include <algorithm>
#include <span>

namespace antecedent::importers {

namespace {

constexpr std::uint64_t kSingleDuplicates = 10'000; // beyond, runs of duplicate rows share a diagnostic

} // namespace

Result<void> BlockStore::add(const PreparedBlock& prepared)
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
    for (const std::span<const Diagnostic> found :
        {std::span(block.diagnostics), std::span<const Diagnostic>(m_found), std::span<const Diagnostic>(m_warnings)})
        if (const Result<void> kept = m_writer.addDiagnostics(found); !kept)
            return kept.error();
    return {};
}

Result<void> BlockStore::report(DiagnosticCode code, std::string detail)
{
    const Diagnostic diagnostic = diagnosticOf(code, std::move(detail));
    ++m_summary.diagnostics[diagnosticInfo(code).name];
    return m_writer.addDiagnostics(std::span(&diagnostic, 1));
}

void BlockStore::addDuplicate(std::uint64_t row, std::uint64_t line)
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
void BlockStore::collectDuplicates(const RecordBatch& batch, const std::vector<std::uint64_t>& rows)
{
    std::size_t at = 0;
    for (const std::uint64_t row : rows) {
        while (at < batch.sourceRows.size() && batch.sourceRows[at].row != row)
            ++at;
        addDuplicate(row, at < batch.sourceRows.size() ? batch.sourceRows[at].line : 0);
    }
}

// Rows all of whose records are repeats.
std::uint64_t BlockStore::wholeDuplicates(const MappedBlock& block, std::uint64_t firstRow)
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

} // namespace antecedent::importers
