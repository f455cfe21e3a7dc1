// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list of SAP plant maintenance as rows of fixed columns (sap_row.h). Threads: one reader at a time.

#include "importers/sap/sap_row.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent::importers {

class SapTable
{
public:
    // `bytes` must outlive this. Error UnknownFormat if it is no such list.
    static Result<std::unique_ptr<SapTable>> open(ByteSource& bytes, const TextHints& hints = {});

    const std::vector<std::string>& header() const { return m_maker.header(); }
    // The next row, by the header's columns; false at the end.
    Result<bool> next(std::vector<std::string>& row);
    ExportStatement statement() const { return m_cells->statement(); }
    const Footers& footers() const { return m_cells->footers(); }
    std::uint64_t rowsRead() const { return m_read; }

private:
    SapTable(std::unique_ptr<SapCells> cells, const TextHints& hints);

    std::unique_ptr<SapCells> m_cells;
    SapRowMaker m_maker;
    std::uint64_t m_read = 0;
};

} // namespace antecedent::importers
