// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A text row by row as cells, whatever tells the cells apart. Threads: one reader at a time.

#include "importers/text/export_lines.h"
#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace antecedent::importers {

class CellRows
{
public:
    virtual ~CellRows() = default;
    // Goes to the next row of data; false at the end.
    virtual Result<bool> next() = 0;
    // The trimmed cell; empty beyond the end of the row. Valid until the next call of next().
    virtual std::string_view cell(std::size_t column) const = 0;
    // Line at which the row starts.
    virtual std::uint64_t line() const = 0;
    // False: the row is damaged and has no cells to be trusted.
    virtual bool isSound() const = 0;
    // What the lines before the header say of the export, and those behind the rows that were read so far.
    virtual ExportStatement statement() const = 0;
    virtual const Footers& footers() const = 0; // lines that are no rows
    virtual std::uint64_t rowsRead() const = 0; // those that next() went to
};

} // namespace antecedent::importers
