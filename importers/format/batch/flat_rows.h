// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of a flat table with the columns of an enumeration, written as lines of RFC 4180. The first two columns are the
// kind of the row and where it stands in the source. Threads: one.

#include "importers/format/csv_writer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace antecedent::importers {

template <class Column, std::size_t kCount> struct FlatRow
{
    std::array<std::string, kCount> cells;

    std::string& operator[](Column column) { return cells[static_cast<std::size_t>(column)]; }
    const std::string& operator[](Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

// A row is written when the next one comes, so that it can be filled until then.
template <class Column, std::size_t kCount> class FlatRows
{
public:
    using Row = FlatRow<Column, kCount>;

    static Row draft(std::string_view record, std::string_view element)
    {
        Row row;
        row.cells[0] = record;
        row.cells[1] = element;
        return row;
    }
    Row& push(Row row)
    {
        flush();
        ++m_count;
        m_hasLast = true;
        m_last = std::move(row);
        return m_last;
    }
    Row& add(std::string_view record, std::string_view element)
    {
        flush();
        ++m_count;
        m_hasLast = true;
        for (std::string& cell : m_last.cells)
            cell.clear();
        m_last.cells[0] = record;
        m_last.cells[1] = element;
        return m_last;
    }
    std::uint64_t count() const { return m_count; }
    // What was written since the last call.
    std::string take()
    {
        flush();
        return std::exchange(m_rows.text(), {});
    }

private:
    void flush()
    {
        if (!m_hasLast)
            return;
        m_rows.row(m_last.cells);
        m_hasLast = false;
    }

    Row m_last;
    bool m_hasLast = false;
    CsvWriter m_rows;
    std::uint64_t m_count = 0;
};

} // namespace antecedent::importers
