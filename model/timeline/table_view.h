// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the values of a row set by column name while records are built from it. Threads: plain values.

#include "model/domain/dataset.h"
#include "model/store/row_set.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace antecedent {

class TableView
{
public:
    TableView(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, const Dataset& dataset)
        : m_rows(rows)
        , m_spec(tableSpec(rows.batch.table))
        , m_sources(sources)
        , m_dataset(dataset)
    {
    }

    std::size_t rows() const { return m_rows.batch.rows; }
    void go(std::size_t row) { m_row = row; }

    RecordHead head() const
    {
        RecordHead head;
        head.id = m_rows.id[m_row];
        if (const auto source = m_sources.find(m_rows.source[m_row]); source != m_sources.end())
            head.source = source->second;
        head.row = m_rows.batch.sourceRows[m_row].row;
        head.recorded = time("recorded");
        for (std::size_t i = 0; i < m_rows.batch.attributeNames.size(); ++i)
            if (const std::string_view value = m_rows.batch.attributes[i][m_row]; !value.empty())
                head.attributes[m_rows.batch.attributeNames[i]] = value;
        return head;
    }
    std::string text(std::string_view name) const { return std::string(view(name)); }
    std::string_view view(std::string_view name) const
    {
        const BatchColumn& column = m_rows.batch.columns[*m_spec.find(name)];
        return column.texts.empty() ? std::string_view() : column.texts[m_row];
    }
    TimeValue time(std::string_view name) const
    {
        const BatchColumn& column = m_rows.batch.columns[*m_spec.find(name)];
        return column.times.empty() ? TimeValue() : column.times[m_row];
    }
    Decimal number(std::string_view name) const
    {
        const BatchColumn& column = m_rows.batch.columns[*m_spec.find(name)];
        return column.numbers.empty() ? Decimal() : column.numbers[m_row];
    }
    AssetIndex asset(std::string_view name) const { return m_dataset.findAsset(view(name)); }
    BatchIndex batch(std::string_view name) const { return m_dataset.findBatch(view(name)); }

private:
    const RowSet& m_rows;
    const TableSpec& m_spec;
    const std::unordered_map<SourceId, SourceIndex>& m_sources;
    const Dataset& m_dataset;
    std::size_t m_row = 0;
};

} // namespace antecedent
