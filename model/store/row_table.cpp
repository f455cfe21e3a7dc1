// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/row_table.h"

#include "model/base/text.h"
#include "model/domain/normal_form.h"
#include "model/store/schema.h"
#include "model/store/time_form.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace antecedent {

namespace {

// The row's attributes as a JSON object with sorted keys; empty text if it has none.
std::string attributesJson(const RecordBatch& batch, std::size_t row)
{
    nlohmann::json object;
    for (std::size_t i = 0; i < batch.attributeNames.size(); ++i)
        if (const std::string_view value = trimmed(batch.attributes[i][row]); !value.empty())
            object[batch.attributeNames[i]] = value;
    return object.empty() ? std::string() : object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

RowTableWriter::RowTableWriter(SealedInsert insert, TableId table, SourceId source, std::int64_t nextRow)
    : m_insert(std::move(insert))
    , m_table(table)
    , m_source(source)
    , m_nextRow(nextRow)
{
    m_numbers.resize(tableSpec(table).columns.size());
}

Result<RowTableWriter> RowTableWriter::open(Database& database, TableId table, SourceId source)
{
    const SealedTable& sealed = sealedTable(tableSpec(table).name);
    const Result<std::int64_t> last = database.integer("SELECT max(row_id) FROM \"" + sealed.name + '"');
    if (!last)
        return last.error();
    Result<SealedInsert> insert = SealedInsert::prepare(
        database, sealed.name, sealed.columns, sealed.count, "ON CONFLICT (record_id) DO NOTHING");
    if (!insert)
        return insert.error();
    return RowTableWriter(std::move(*insert), table, source, *last + 1);
}

Result<AddOutcome> RowTableWriter::add(const RecordBatch& batch)
{
    AddOutcome outcome;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const Result<bool> stored = addRow(batch, row);
        if (!stored)
            return stored.error();
        if (*stored)
            ++outcome.stored;
        else
            outcome.duplicateRows.push_back(batch.sourceRows[row].row);
    }
    return outcome;
}

Result<bool> RowTableWriter::addRow(const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(m_table);
    m_normalForm.clear();
    appendNormalForm(m_normalForm, batch, row);
    const RecordId id = recordIdOf(m_normalForm);
    const SourceRow& place = batch.sourceRows[row];
    m_insert.add(m_nextRow);
    m_insert.add(std::span<const std::uint8_t>(id.bytes));
    m_insert.add(m_source);
    m_insert.add(static_cast<std::int64_t>(place.row));
    m_insert.add(static_cast<std::int64_t>(place.line));
    m_insert.add(static_cast<std::int64_t>(place.byteOffset));
    m_insert.add(std::int64_t{place.byteLength});
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        const BatchColumn& column = batch.columns[c];
        switch (spec.columns[c].type) {
        case ColumnType::Text:
            m_insert.addOptional(column.texts.empty() ? std::string_view() : trimmed(column.texts[row]));
            break;
        case ColumnType::Number:
            m_numbers[c] = column.numbers.empty() ? std::string() : formatDecimal(column.numbers[row]);
            m_insert.addOptional(std::string_view(m_numbers[c]));
            break;
        case ColumnType::Time:
            if (column.times.empty() || !column.times[row].known()) {
                m_insert.addNull();
                m_insert.addNull();
            } else {
                m_insert.add(column.times[row].utcUs);
                m_insert.add(std::int64_t{packTimeForm(column.times[row])});
            }
            break;
        }
    }
    m_attributes = attributesJson(batch, row);
    m_insert.addOptional(std::string_view(m_attributes));
    const Result<bool> stored = m_insert.insertSealed();
    if (stored && *stored)
        ++m_nextRow;
    return stored;
}

} // namespace antecedent
