// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the rows of a source stand in its decoded text, for sources of so many rows that a place per row would cost
// more than the data: runs of rows that are consecutive lines. Format: format_notes, "row_runs". Threads: those of the
// database.

#include "model/base/result.h"
#include "model/domain/record_batch.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_writer.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace antecedent {

struct RowRun
{
    std::uint64_t row = 0; // first row
    std::uint64_t line = 0;
    std::uint64_t offset = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0; // to the end of the last row
};

class RowRunWriter
{
public:
    static Result<RowRunWriter> open(Database& database, SourceId source);
    // In source order; a row that was just given is passed over.
    void take(const SourceRow& row)
    {
        if (row.row == m_last.row && m_current.rows > 0)
            return;
        const std::uint64_t end = m_last.byteOffset + m_last.byteLength;
        const std::uint64_t gap = row.byteOffset - end;
        const bool follows = m_current.rows > 0 && m_current.rows < kMaxRowsInRun && row.row == m_last.row + 1
            && row.line == m_last.line + 1 && row.byteOffset >= end && gap >= 1 && gap <= 2
            && (m_current.rows == 1 || gap == m_gap);
        if (follows)
            m_gap = gap;
        else
            start(row);
        ++m_current.rows;
        m_current.bytes = row.byteOffset + row.byteLength - m_current.offset;
        m_last = row;
    }
    // Stores the runs once there are enough of them.
    Result<void> write();
    Result<void> flush();

private:
    RowRunWriter(SealedInsert insert, SourceId source, std::int64_t nextRun);
    void start(const SourceRow& row);

    static constexpr std::uint64_t kMaxRowsInRun = 1'024; // so that little text is scanned for one row
    Result<void> store();

    SealedInsert m_insert;
    SourceId m_source;
    std::int64_t m_nextRun;
    RowRun m_current;
    SourceRow m_last;
    std::uint64_t m_gap = 0; // bytes between two rows of the current run
    std::vector<RowRun> m_runs;
};

// Place of a row: its run, or nullopt if no run holds it.
Result<std::optional<RowRun>> findRun(const Database& database, SourceId source, std::uint64_t row);
Result<std::vector<RowRun>> decodeRuns(std::span<const std::uint8_t> data);

} // namespace antecedent
