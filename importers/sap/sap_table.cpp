// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_table.h"

#include <utility>

namespace antecedent::importers {

SapTable::SapTable(std::unique_ptr<SapCells> cells, const TextHints& hints)
    : m_cells(std::move(cells))
    , m_maker(m_cells->headings(), m_cells->firstRows(), hints.decimalMark)
{
}

Result<std::unique_ptr<SapTable>> SapTable::open(ByteSource& bytes, const TextHints& hints)
{
    Result<std::unique_ptr<SapCells>> cells = openSapCells(bytes, hints);
    if (!cells)
        return cells.error();
    if (!findSapColumns((*cells)->headings(), (*cells)->firstRows()).isSap())
        return Error{ErrorCode::UnknownFormat, {}, "not a list of SAP plant maintenance"};
    return std::unique_ptr<SapTable>(new SapTable(std::move(*cells), hints));
}

Result<bool> SapTable::next(std::vector<std::string>& row)
{
    const Result<bool> more = m_cells->next();
    if (more && *more) {
        row = m_maker.make(*m_cells);
        ++m_read;
    }
    return more;
}

} // namespace antecedent::importers
