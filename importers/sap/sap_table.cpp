// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_table.h"

#include "model/base/text.h"

#include <algorithm>
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

// A row of an item that is not the first of its order becomes one that only adds that item.
void SapTable::sortItem(std::vector<std::string>& row)
{
    std::string item = m_maker.itemOf(*m_cells);
    const std::string& order = row[SapRowMaker::placeOf("ORDER")];
    if (item.empty() || order.empty())
        return;
    if (order.size() > kLongestName || (m_items.size() >= kMaxOrders && !m_items.contains(order))) {
        ++m_beyond;
        return;
    }
    std::vector<std::string>& known = m_items[order];
    const auto found = std::find(known.begin(), known.end(), item);
    const auto place = static_cast<std::size_t>(found - known.begin());
    if (found == known.end() && place <= SapRowMaker::kMaxFurther)
        known.push_back(item);
    // One column is for all that come then: a text of each would contradict the one before.
    if (place > SapRowMaker::kMaxFurther)
        item = "more than " + std::to_string(SapRowMaker::kMaxFurther + 1) + " items, see the list";
    if (place > 0)
        row = m_maker.furtherItem(row, place + 1, std::move(item));
}

std::vector<std::string> SapTable::remarks() const
{
    if (m_beyond == 0)
        return {};
    return {counted(m_beyond, "row is of an order or a tag", "rows are of orders or tags")
        + " beyond those that are kept in mind: its items or its tag were not told apart"};
}

Result<bool> SapTable::next(std::vector<std::string>& row)
{
    if (!m_pending.empty()) {
        row = std::exchange(m_pending, {});
        return true;
    }
    const Result<bool> more = m_cells->next();
    if (!more || !*more)
        return more;
    row = m_maker.make(*m_cells);
    ++m_read;
    const std::string& record = row[SapRowMaker::placeOf("record")];
    if (record == "order") {
        sortItem(row);
    } else if (record == "reading") {
        const std::string& tag = row[SapRowMaker::placeOf("TAG")];
        if (m_tags.contains(tag))
            return true;
        if (tag.size() > kLongestName || m_tags.size() >= kMaxOrders) {
            ++m_beyond;
            return true;
        }
        m_tags.insert(tag);
        m_pending = std::exchange(row, m_maker.tagOf(row));
    }
    return true;
}

} // namespace antecedent::importers
