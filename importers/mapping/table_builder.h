// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fills one table's batch from a block of rows. Threads: used by one thread, for one block.

#include "importers/mapping/program.h"
#include "importers/mapping/text_arena.h"
#include "model/base/diagnostic.h"
#include "model/domain/record_batch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// At most Diagnostic::kMaxExcerpt bytes, cut between characters; bytes that are not UTF-8 are shown as `\xNN`.
std::string excerptOf(std::string_view text);

class TableBuilder
{
public:
    // `rejected` (by row of the block) is read and written; all references must outlive this.
    TableBuilder(const Program& program, BoundTable& table, const RowBlock& block, std::uint64_t firstRow,
        std::vector<std::uint8_t>& rejected, std::vector<Diagnostic>& diagnostics);
    // Sets `claimed` for every row that belongs to the table. Records of rows that are rejected on the way stay in the
    // batch until the caller removes them.
    void build(std::vector<std::uint8_t>& claimed);

    RecordBatch& batch() { return m_batch; }
    const std::vector<std::uint32_t>& rowOf() const { return m_rowOf; }

private:
    void chooseRows(std::vector<std::uint8_t>& claimed);
    void fillTexts(BoundColumn& column);
    void fillTimes(BoundColumn& column);
    void fillNumbers(BoundColumn& column);
    void fillAttributes();
    void fillSourceRows();
    void checkAnyOf();
    void checkDated();
    void checkClock();
    void checkOrder(std::string_view begin, std::string_view end);
    bool addDurations(const BoundColumn& column, std::size_t i, TimeValue& value);
    // The zone that the row states for its local times, where it does.
    TimeReader::RowRules rowZone(std::size_t i);
    TimeStatus readTime(BoundColumn& column, std::size_t i, std::string_view text, TimeValue& out);
    void reportTime(const BoundColumn& column, std::size_t i, TimeStatus status, std::string_view text);
    // The cells of one source column; its pointers stay in registers over a loop.
    struct PlainCells
    {
        const RowBlock& block;
        const RowBlock::Row* rows;
        const std::uint32_t* rowOf;
        std::size_t column;
        std::string_view operator[](std::size_t i) const { return cell(block, rows[rowOf[i]], column); }
    };
    PlainCells plainCells(const BoundColumn& column) const
    {
        return {m_block, m_block.rows.data(), m_rowOf.data(), column.value.source.value_or(0)};
    }
    std::string_view madeText(const BoundColumn& column, std::size_t i);
    const RowBlock::Row& row(std::size_t i) const { return m_block.rows[m_rowOf[i]]; }
    void report(DiagnosticCode code, Severity severity, const BoundColumn* column, std::size_t i, std::string_view text,
        std::string detail = {});
    void rejectOrWarn(DiagnosticCode required, DiagnosticCode optional, const BoundColumn& column, std::size_t i,
        std::string_view text, std::string detail = {});

    const Program& m_program;
    BoundTable& m_table;
    const RowBlock& m_block;
    std::uint64_t m_firstRow;
    std::vector<std::uint8_t>& m_rejected;
    std::vector<Diagnostic>& m_diagnostics;
    RecordBatch m_batch;
    std::vector<std::uint32_t> m_rowOf; // by record: row of the block
    std::vector<std::uint32_t> m_eachOf; // by record: source column, for tables with each
    std::shared_ptr<TextArena> m_arena;
    std::string m_scratch;
    std::string m_zoneName; // the last one that a row states
    std::optional<Zone> m_zone; // of that name
};

} // namespace antecedent::importers
