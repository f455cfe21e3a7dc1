// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a source as the records that they would become.
#include "importers/mapping/mapper.h"
#include "importers/profile/column_reference.h"
#include "importers/trial.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

// The source column that a value is made of first.
std::optional<std::size_t> sourceOf(const ImportPlan& plan, const ValueTemplate& value)
{
    for (const TemplatePart& part : value.parts)
        if (part.kind == TemplatePart::Kind::Column)
            return findColumn(plan.columns, part.text);
    return std::nullopt;
}

std::string cellText(const BatchColumn& column, std::size_t row)
{
    if (!column.texts.empty())
        return shownText(column.texts[row], TrialReject::kMaxOriginal);
    if (!column.numbers.empty())
        return formatDecimal(column.numbers[row]);
    if (column.times.empty() || !column.times[row].known())
        return {};
    const TimeValue& time = column.times[row];
    std::string out = formatWithOffset(time.at(), time.offsetMinutes, precisionDigits(time.precision));
    std::replace(out.begin(), out.end(), 'T', ' ');
    return out;
}

class Previewer
{
public:
    Previewer(const ImportPlan& plan, const RowBlock& block, const MappedBlock& mapped)
        : m_plan(plan)
        , m_block(block)
        , m_mapped(mapped)
    {
        m_out.read = mapped.read;
        m_out.rejected = mapped.rejected;
    }

    Preview run()
    {
        for (const TableMapping& table : m_plan.mapping.tables)
            addColumns(table);
        for (const RecordBatch& batch : m_mapped.batches)
            addRecords(batch);
        for (const Diagnostic& diagnostic : m_mapped.diagnostics)
            addDiagnostic(diagnostic);
        for (PreviewTable& table : m_out.tables) {
            std::stable_sort(table.rows.begin(), table.rows.end(),
                [](const PreviewRow& a, const PreviewRow& b) { return a.row < b.row; });
        }
        return std::move(m_out);
    }

private:
    PreviewTable* find(TableId id)
    {
        const auto found = std::find_if(
            m_out.tables.begin(), m_out.tables.end(), [&](const PreviewTable& table) { return table.table == id; });
        return found == m_out.tables.end() ? nullptr : &*found;
    }

    void addColumns(const TableMapping& mapping)
    {
        PreviewTable* table = find(mapping.table);
        if (table == nullptr) {
            m_out.tables.push_back({mapping.table, {}, {}});
            table = &m_out.tables.back();
        }
        for (const ColumnMapping& column : mapping.columns)
            if (std::find(table->columns.begin(), table->columns.end(), column.column) == table->columns.end())
                table->columns.push_back(column.column);
        std::sort(table->columns.begin(), table->columns.end());
    }

    void addRecords(const RecordBatch& batch)
    {
        PreviewTable* table = find(batch.table);
        for (std::size_t r = 0; table != nullptr && r < batch.rows; ++r) {
            PreviewRow row;
            row.row = batch.sourceRows[r].row;
            row.line = batch.sourceRows[r].line;
            for (const std::size_t column : table->columns)
                row.cells.push_back({cellText(batch.columns[column], r), false});
            table->rows.push_back(std::move(row));
        }
    }

    // The mapping of a table's column, in the first of its tables.
    const ColumnMapping* mappingOf(TableId id, std::size_t column) const
    {
        for (const TableMapping& table : m_plan.mapping.tables)
            for (const ColumnMapping& mapping : table.columns)
                if (table.table == id && mapping.column == column)
                    return &mapping;
        return nullptr;
    }

    void addRejected(const Diagnostic& diagnostic)
    {
        PreviewTable& table = m_out.tables.front();
        PreviewRow row;
        row.row = diagnostic.row;
        row.line = diagnostic.line;
        row.isRejected = true;
        const auto found = std::find_if(m_block.rows.begin(), m_block.rows.end(),
            [&](const RowBlock::Row& other) { return other.line == diagnostic.line; });
        for (const std::size_t column : table.columns) {
            const ColumnMapping* mapping = mappingOf(table.table, column);
            const auto source = mapping != nullptr ? sourceOf(m_plan, mapping->value) : std::nullopt;
            PreviewCell cell;
            if (source && found != m_block.rows.end() && *source < found->fieldCount)
                cell.text = shownText(m_block.field(*found, *source), TrialReject::kMaxOriginal);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }

    void addDiagnostic(const Diagnostic& diagnostic)
    {
        const bool isRejected = diagnostic.severity == Severity::Rejected;
        if (diagnostic.row == 0 || (!isRejected && diagnostic.severity != Severity::Warning) || m_out.tables.empty())
            return;
        const auto isIt = [&](const PreviewRow& row) { return row.row == diagnostic.row; };
        std::vector<PreviewRow>& first = m_out.tables.front().rows;
        if (isRejected && std::none_of(first.begin(), first.end(), isIt))
            addRejected(diagnostic);
        for (PreviewTable& table : m_out.tables) {
            for (PreviewRow& row : table.rows) {
                if (!isIt(row))
                    continue;
                markCell(table, row, diagnostic);
                const DiagnosticInfo& info = diagnosticInfo(diagnostic.code);
                if (row.reason.empty())
                    row.reason = diagnostic.columnName.empty() ? term(info.what)
                                                               : listOf({term(info.what), diagnostic.columnName}, ": ");
            }
        }
    }

    void markCell(const PreviewTable& table, PreviewRow& row, const Diagnostic& diagnostic)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const ColumnMapping* mapping = mappingOf(table.table, table.columns[i]);
            const auto source = mapping != nullptr ? sourceOf(m_plan, mapping->value) : std::nullopt;
            if (!source || *source + 1 != diagnostic.column)
                continue;
            row.cells[i].isBad = true;
            if (row.cells[i].text.empty())
                row.cells[i].text = diagnostic.excerpt;
        }
    }

    const ImportPlan& m_plan;
    const RowBlock& m_block;
    const MappedBlock& m_mapped;
    Preview m_out;
};

} // namespace

Result<Preview> previewRows(const SourceHead& head, const ImportPlan& plan, std::size_t limit)
{
    Result<Mapper> mapper = Mapper::compile(plan);
    if (!mapper)
        return mapper.error();
    RowBlock block = headRows(head, plan);
    block.rows.resize(std::min(limit, block.rows.size()));
    const MappedBlock mapped = mapper->map(block, 1);
    return Previewer(plan, block, mapped).run();
}

} // namespace antecedent::importers
