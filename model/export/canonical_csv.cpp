// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/export/canonical_csv.h"

#include "model/base/csv_guard.h"
#include "model/base/stated_time.h"
#include "model/base/text.h"
#include "model/store/case_file.h"
#include "model/store/counted_records.h"

#include <algorithm>
#include <optional>
#include <set>

namespace antecedent {

namespace {

using Names = std::set<std::string>;

// What the sources had beside the table's columns.
void addAttributes(const RecordBatch& batch, Names& out)
{
    for (std::size_t i = 0; i < batch.attributeNames.size(); ++i)
        if (std::ranges::any_of(batch.attributes[i], [](std::string_view text) { return !text.empty(); }))
            out.insert(batch.attributeNames[i]);
}

// In a form that is read back as exact, or as inexact, as it is.
std::string numberText(const Decimal& number)
{
    std::string out = formatDecimal(number);
    if (number.inexact && parseDecimal(out) != number)
        out += "e0";
    return out;
}

class TableWriter
{
public:
    TableWriter(TableId table, Names attributes, const TableSink& sink)
        : m_spec(tableSpec(table))
        , m_attributes(std::move(attributes))
        , m_sink(sink)
    {
        for (const ColumnSpec& column : m_spec.columns)
            cell(column.name);
        for (const std::string& name : m_attributes)
            cell(name);
        endRow();
    }

    Result<void> add(const RecordBatch& batch)
    {
        std::vector<const std::vector<std::string_view>*> attributes;
        for (const std::string& name : m_attributes) {
            const auto found = std::find(batch.attributeNames.begin(), batch.attributeNames.end(), name);
            const auto at = static_cast<std::size_t>(found - batch.attributeNames.begin());
            attributes.push_back(found == batch.attributeNames.end() ? nullptr : &batch.attributes[at]);
        }
        for (std::size_t row = 0; row < batch.rows; ++row) {
            for (std::size_t c = 0; c < batch.columns.size(); ++c)
                value(m_spec.columns[c], batch.columns[c], row);
            for (const auto* values : attributes)
                cell(values == nullptr ? std::string_view() : (*values)[row]);
            endRow();
            if (m_text.size() > kPiece)
                if (Result<void> written = flush(); !written)
                    return written;
        }
        m_rows += batch.rows;
        return {};
    }

    Result<void> flush()
    {
        Result<void> written = m_sink(m_spec.id, m_text);
        m_text.clear();
        return written;
    }
    std::uint64_t rows() const { return m_rows; }

private:
    static constexpr std::size_t kPiece = std::size_t{1} << 18U;

    void value(const ColumnSpec& spec, const BatchColumn& column, std::size_t row)
    {
        constexpr std::string_view kGap = "NaN"; // of process data: a sample that has no value
        if (!column.times.empty())
            cell(formatStated(column.times[row]));
        else if (!column.numbers.empty())
            cell(spec.role == ColumnRole::Required && !column.numbers[row].known ? std::string(kGap)
                                                                                 : numberText(column.numbers[row]));
        else
            cell(column.texts.empty() ? std::string_view() : column.texts[row]);
    }
    void cell(std::string_view text)
    {
        if (!m_isFirst)
            m_text += ',';
        m_isFirst = false;
        appendCsvField(m_text, guardedCell(text));
    }
    void endRow()
    {
        m_text += "\r\n";
        m_isFirst = true;
    }

    const TableSpec& m_spec;
    Names m_attributes;
    const TableSink& m_sink;
    std::string m_text;
    std::uint64_t m_rows = 0;
    bool m_isFirst = true;
};

std::vector<Phrase> lossesOf(TableId table, const Names& attributes)
{
    std::vector<Phrase> out;
    const TableSpec& spec = tableSpec(table);
    for (const std::string& name : attributes) {
        if (table == TableId::Samples)
            out.push_back(phrase("the column %1 of samples, which have no further columns", name));
        else if (spec.find(name))
            out.push_back(phrase("the name of the column %1 of %2 beside the one that is called so", name, spec.name));
    }
    return out;
}

// Events come in parts, whose columns are looked for first. Samples do, too, but keep no columns of their own.
Result<std::uint64_t> writeTable(
    const CaseFile& file, TableId table, const TableSink& sink, Names& attributes, const std::stop_token& stop)
{
    if (table == TableId::Events) {
        const RecordsFn look = [&](const RecordBatch& batch) -> Result<void> {
            addAttributes(batch, attributes);
            return {};
        };
        if (const Result<void> looked = readCountedRecords(file, table, look, stop); !looked)
            return looked.error();
    }
    std::optional<TableWriter> writer;
    const RecordsFn take = [&](const RecordBatch& batch) {
        if (table != TableId::Events)
            addAttributes(batch, attributes);
        if (!writer)
            writer.emplace(table, table == TableId::Samples ? Names() : attributes, sink);
        return writer->add(batch);
    };
    Result<void> done = readCountedRecords(file, table, take, stop);
    if (done && writer)
        done = writer->flush();
    if (!done)
        return done.error();
    return writer ? writer->rows() : 0;
}

} // namespace

Result<CanonicalExport> writeCanonicalTables(const CaseFile& file, const TableSink& sink, const std::stop_token& stop)
{
    CanonicalExport out;
    for (const TableSpec& table : allTables()) {
        Names attributes;
        const Result<std::uint64_t> rows = writeTable(file, table.id, sink, attributes, stop);
        if (!rows)
            return rows.error();
        if (*rows > 0)
            out.tables.push_back({table.id, *rows});
        for (Phrase& lost : lossesOf(table.id, attributes))
            out.notCarried.push_back(std::move(lost));
    }
    return out;
}

Result<std::uint64_t> writeCanonicalTable(
    const CaseFile& file, TableId table, const TableSink& sink, const std::stop_token& stop)
{
    Names attributes;
    return writeTable(file, table, sink, attributes, stop);
}

} // namespace antecedent
