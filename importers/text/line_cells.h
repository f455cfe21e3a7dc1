// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A text without headings whose lines are cut by a rule: by bars, or by position. Blank lines are no rows. Threads: one
// reader at a time.

#include "importers/text/cell_rows.h"
#include "importers/text/line_reader.h"
#include "importers/text/prefixed_source.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace antecedent::importers {

// The cells of a line, views into it; false: the line does not have the shape.
using LineCutter = std::function<bool(std::string_view line, std::vector<std::string_view>& cells)>;

class LineCells final : public CellRows
{
public:
    // `head`: bytes that were read already; `rest` must outlive this.
    LineCells(std::string head, ByteSource& rest, Encoding encoding, LineCutter cut)
        : m_bytes(std::move(head), rest)
        , m_lines(m_bytes, encoding)
        , m_cut(std::move(cut))
    {
    }
    Result<bool> next() override;
    std::string_view cell(std::size_t column) const override
    {
        return column < m_cells.size() ? m_cells[column] : std::string_view();
    }
    std::uint64_t line() const override { return m_lines.number(); }
    bool isSound() const override { return m_isSound; }
    ExportStatement statement() const override { return {}; }
    const Footers& footers() const override { return m_footers; }
    std::uint64_t rowsRead() const override { return m_read; }

private:
    PrefixedSource m_bytes;
    LineReader m_lines;
    LineCutter m_cut;
    std::vector<std::string_view> m_cells;
    bool m_isSound = false;
    Footers m_footers; // none: a line that does not have the shape is damaged
    std::uint64_t m_read = 0;
};

} // namespace antecedent::importers
