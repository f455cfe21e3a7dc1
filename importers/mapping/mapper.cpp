// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/mapper.h"

#include "importers/mapping/program.h"
#include "importers/mapping/table_builder.h"
#include "model/base/text.h"
#include "model/domain/tag_way.h"

#include <algorithm>

namespace antecedent::importers {

struct Mapper::State
{
    Program program;
    std::map<std::string, DateDecision> dateOrders;
    bool oneRecordPerRow = true;
    std::vector<std::uint8_t> rejected; // by row of the block
    std::vector<std::uint8_t> claimed;
};

namespace {

Diagnostic rowDiagnostic(DiagnosticCode code, const RowBlock& block, std::size_t row, std::uint64_t firstRow)
{
    Diagnostic out = diagnosticOf(code);
    out.row = firstRow + row;
    out.line = block.rows[row].line;
    return out;
}

DiagnosticCode codeOf(RowFlaw flaw)
{
    switch (flaw) {
    case RowFlaw::InvalidEncoding:
        return DiagnosticCode::InvalidEncoding;
    case RowFlaw::UnterminatedQuote:
        return DiagnosticCode::UnterminatedQuote;
    case RowFlaw::FieldTooLarge:
    case RowFlaw::None:
        break;
    }
    return DiagnosticCode::FieldTooLarge;
}

// Removes records of rejected rows; keeps the order.
void compact(RecordBatch& batch, const std::vector<std::uint32_t>& rowOf, const std::vector<std::uint8_t>& rejected)
{
    const auto squeeze = [&](auto& values) {
        if (values.empty())
            return;
        std::size_t write = 0;
        for (std::size_t i = 0; i < rowOf.size(); ++i)
            if (rejected[rowOf[i]] == 0)
                values[write++] = values[i];
        values.resize(write);
    };
    for (BatchColumn& column : batch.columns) {
        squeeze(column.texts);
        squeeze(column.times);
        squeeze(column.numbers);
    }
    for (auto& attribute : batch.attributes)
        squeeze(attribute);
    squeeze(batch.sourceRows);
    batch.rows = batch.sourceRows.size();
}

} // namespace

Mapper::Mapper(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
Mapper::~Mapper() = default;
Mapper::Mapper(Mapper&&) noexcept = default;
Mapper& Mapper::operator=(Mapper&&) noexcept = default;

Result<Mapper> Mapper::compile(const ImportPlan& plan)
{
    Result<Program> program = bindProgram(plan);
    if (!program)
        return program.error();
    auto state = std::make_unique<State>();
    state->program = std::move(*program);
    state->dateOrders = plan.dateOrders;
    state->oneRecordPerRow = state->program.tables.size() == 1 && !state->program.tables[0].hasEach;
    return Mapper(std::move(state));
}

MappedBlock Mapper::map(const RowBlock& block, std::uint64_t firstRow)
{
    State& s = *m_state;
    MappedBlock out;
    out.read = block.rows.size();
    out.oneRecordPerRow = s.oneRecordPerRow;
    s.rejected.assign(block.rows.size(), 0);
    s.claimed.assign(block.rows.size(), 0);
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        const RowBlock::Row& row = block.rows[r];
        const std::size_t columns = s.program.names.size();
        if (row.flaw == RowFlaw::None && row.fieldCount == columns)
            continue;
        std::optional<DiagnosticCode> code;
        if (row.flaw != RowFlaw::None)
            code = codeOf(row.flaw);
        else if (row.fieldCount < s.program.lastRequired)
            code = DiagnosticCode::TooFewFields;
        for (std::size_t c = columns; !code && c < row.fieldCount; ++c)
            if (!cell(block, row, c).empty())
                code = DiagnosticCode::TooManyFields;
        if (!code)
            continue;
        s.rejected[r] = 1;
        Diagnostic diagnostic = rowDiagnostic(*code, block, r, firstRow);
        diagnostic.column = row.flawColumn;
        if (row.flawColumn > 0 && row.flawColumn <= columns)
            diagnostic.columnName = s.program.names[row.flawColumn - 1];
        if (row.flaw == RowFlaw::None)
            diagnostic.detail = std::to_string(row.fieldCount) + " fields, the header has " + std::to_string(columns);
        diagnostic.excerpt = excerptOf(block.raw(row));
        out.diagnostics.push_back(std::move(diagnostic));
    }
    std::vector<TableBuilder> builders;
    builders.reserve(s.program.tables.size());
    for (BoundTable& table : s.program.tables) {
        builders.emplace_back(s.program, table, block, firstRow, s.rejected, out.diagnostics);
        builders.back().build(s.claimed);
    }
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        if (s.rejected[r] == 0 && s.claimed[r] == 0) {
            s.rejected[r] = 1;
            out.diagnostics.push_back(rowDiagnostic(DiagnosticCode::RowNotMapped, block, r, firstRow));
            out.diagnostics.back().excerpt = excerptOf(block.raw(block.rows[r]));
        }
        out.rejected += s.rejected[r];
    }
    for (TableBuilder& builder : builders) {
        RecordBatch& batch = builder.batch();
        if (out.rejected > 0)
            compact(batch, builder.rowOf(), s.rejected);
        if (batch.rows > 0)
            out.batches.push_back(std::move(batch));
    }
    std::stable_sort(out.diagnostics.begin(), out.diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.row < b.row; });
    return out;
}

std::vector<Diagnostic> Mapper::sourceDiagnostics() const
{
    const Program& program = m_state->program;
    std::vector<Diagnostic> out;
    const auto add = [&](DiagnosticCode code, std::size_t column, std::string detail) {
        Diagnostic diagnostic = diagnosticOf(code, std::move(detail));
        diagnostic.column = static_cast<std::uint32_t>(column + 1);
        diagnostic.columnName = program.names[column];
        out.push_back(std::move(diagnostic));
    };
    const bool kept = std::any_of(program.tables.begin(), program.tables.end(),
        [](const BoundTable& table) { return !table.attributes.empty(); });
    const auto isKnown = [&](std::size_t column) {
        return std::any_of(program.tables.begin(), program.tables.end(), [&](const BoundTable& table) {
            return !table.attributes.empty() && isKnownAttribute(table.spec->id, program.names[column]);
        });
    };
    for (const std::size_t column : program.unmapped)
        if (!isKnown(column))
            add(DiagnosticCode::ExtraAttribute, column, kept ? "" : "kept in the copy of the source only");
    for (std::size_t column = 0; column < program.names.size(); ++column) {
        const auto found = m_state->dateOrders.find(program.names[column]);
        if (found != m_state->dateOrders.end() && found->second.assumed)
            add(DiagnosticCode::DateOrderAssumed, column,
                std::string("read as ") + dateOrderName(found->second.order) + ": " + found->second.reason.english());
    }
    return out;
}

void Mapper::collectDates(const RowBlock& block, std::map<std::string, DateEvidence>& evidence) const
{
    const Program& program = m_state->program;
    std::string scratch;
    for (const BoundTable& table : program.tables) {
        for (const BoundColumn& column : table.columns) {
            if (!column.reader || !column.value.source || column.value.canonical)
                continue;
            DateEvidence& found = evidence[program.names[*column.value.source]];
            for (const RowBlock::Row& row : block.rows)
                if (row.flaw == RowFlaw::None)
                    found.add(evaluate(program, column.value, block, row, {}, scratch));
        }
    }
}

void Mapper::collectValues(const RowBlock& block, Values& values) const
{
    for (const std::size_t column : m_state->program.severalAsked) {
        std::set<std::string>& found = values[m_state->program.names[column]];
        for (std::size_t r = 0; r < block.rows.size() && found.size() < 2; ++r)
            if (const std::string_view text = cell(block, block.rows[r], column);
                block.rows[r].flaw == RowFlaw::None && !text.empty())
                found.emplace(text);
    }
}

} // namespace antecedent::importers
