// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv_table.h"

#include "model/base/csv_guard.h"
#include "model/base/text.h"

#include <algorithm>
#include <utility>

namespace antecedent {

namespace {

// Takes characters and gives rows.
class CsvReader
{
public:
    Result<CsvTable> read(std::string_view csv)
    {
        for (std::size_t i = 0; i < csv.size(); ++i) {
            const char c = csv[i];
            const char next = i + 1 < csv.size() ? csv[i + 1] : '\0';
            if (m_isQuoted && c == '"' && next == '"') {
                m_field += '"';
                ++i;
            } else if (m_isQuoted) {
                takeQuoted(c);
            } else if (c == '"' && m_field.empty()) {
                m_isQuoted = true;
            } else if (c == ',') {
                endField();
            } else if (c == '\n') {
                if (!endRow())
                    return unequal();
            } else if (c != '\r' || next != '\n') {
                m_field += c;
            }
        }
        if (m_isQuoted)
            return Error{ErrorCode::CorruptInput, "line " + std::to_string(m_line), "the file ends inside a quote"};
        if ((!m_field.empty() || !m_row.empty()) && !endRow())
            return unequal();
        return std::move(m_table);
    }

private:
    void takeQuoted(char c)
    {
        if (c == '"')
            m_isQuoted = false;
        else
            m_field += c;
        m_line += c == '\n' ? 1 : 0;
    }
    void endField()
    {
        m_row.emplace_back(unguardedCell(m_field));
        m_field.clear();
    }
    // False if the row has not the header's length.
    bool endRow()
    {
        endField();
        std::vector<std::string> row = std::exchange(m_row, {});
        if (m_table.columns.empty())
            m_table.columns = std::move(row);
        else if (row.size() != m_table.columns.size())
            return false;
        else
            m_table.rows.push_back(std::move(row));
        ++m_line;
        return true;
    }
    Error unequal() const
    {
        return {ErrorCode::CorruptInput, "line " + std::to_string(m_line),
            "the row has another number of fields than the header"};
    }

    CsvTable m_table;
    std::vector<std::string> m_row;
    std::string m_field;
    std::size_t m_line = 1;
    bool m_isQuoted = false;
};

} // namespace

std::size_t CsvTable::column(std::string_view name) const
{
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

std::string toCsv(const CsvTable& table)
{
    std::string out;
    const auto line = [&](const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0)
                out += ',';
            appendCsvField(out, guardedCell(fields[i]));
        }
        out += '\n';
    };
    line(table.columns);
    for (const auto& row : table.rows)
        line(row);
    return out;
}

Result<CsvTable> csvTableFrom(std::string_view csv)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return CsvReader().read(csv.starts_with(kMark) ? csv.substr(kMark.size()) : csv);
}

} // namespace antecedent
