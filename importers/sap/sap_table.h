// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list of SAP plant maintenance as rows of fixed columns (sap_row.h). A list of notification items has a row for each
// item: the codes of the first are those of the order, further ones stay beside them. Memory: the items of at most
// kMaxOrders orders and the names of as many tags. Threads: one reader at a time.

#include "importers/sap/sap_row.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace antecedent::importers {

class SapTable
{
public:
    // `bytes` must outlive this. Error UnknownFormat if it is no such list.
    static Result<std::unique_ptr<SapTable>> open(ByteSource& bytes, const TextHints& hints = {});

    static constexpr std::size_t kMaxOrders = 200'000;
    static constexpr std::size_t kLongestName = 200; // bytes; of longer ones nothing is held

    const std::vector<std::string>& header() const { return m_maker.header(); }
    // The next row, by the header's columns; false at the end.
    Result<bool> next(std::vector<std::string>& row);
    ExportStatement statement() const { return m_cells->statement(); }
    const Footers& footers() const { return m_cells->footers(); }
    std::uint64_t rowsRead() const { return m_read; }
    std::vector<std::string> remarks() const;

private:
    SapTable(std::unique_ptr<SapCells> cells, const TextHints& hints);
    void sortItem(std::vector<std::string>& row);

    std::unique_ptr<SapCells> m_cells;
    SapRowMaker m_maker;
    std::unordered_map<std::string, std::vector<std::string>> m_items; // by order; the first is that of its own row
    std::unordered_set<std::string> m_tags; // that were described
    std::vector<std::string> m_pending; // a row that comes next; empty: none
    std::uint64_t m_read = 0;
    std::uint64_t m_beyond = 0; // rows whose order or tag is one too many to be kept in mind
};

} // namespace antecedent::importers
