// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of an SAP list with fixed columns, whatever the layout of the list was: dates joined with their times, numbers
// of objects without leading zeros and without what a spreadsheet made of them, the letters of a status as one word.
// Threads: pure.

#include "importers/sap/sap_cells.h"
#include "importers/sap/sap_columns.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class SapRowMaker
{
public:
    // `decimalMark`: where it is stated; else that of `rows`, the first ones.
    SapRowMaker(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
        std::optional<char> decimalMark = std::nullopt);

    // `element` first, then what mappings use, then the columns of the list that have a meaning of their own.
    const std::vector<std::string>& header() const { return m_header; }
    std::vector<std::string> make(const SapCells& cells) const;
    // Place of a fixed column, by its name.
    static std::size_t placeOf(std::string_view column);
    // What a row of a list of notification items says of its item: number of the notification and of the item, codes
    // with their texts. Empty if the list is none of items.
    std::string itemOf(const SapCells& cells) const;
    // A row for a further item of the order in `row`, the number of which counts from 2: its codes are none of the
    // order's own, which has one of each, and stay readable beside them.
    std::vector<std::string> furtherItem(
        const std::vector<std::string>& row, std::size_t number, std::string item) const;
    // The row that describes the tag of the reading in `row`.
    std::vector<std::string> tagOf(const std::vector<std::string>& row) const;
    static constexpr std::size_t kMaxFurther = 4; // items beyond the first that have a column of their own

private:
    std::string_view cell(const SapCells& cells, std::string_view field) const;
    std::string time(const SapCells& cells, std::string_view date, std::string_view clock) const;
    bool isCounter(const SapCells& cells) const;

    SapColumns m_columns;
    std::vector<std::string> m_header;
    std::vector<std::size_t> m_kept; // columns of the list that are passed on
    char m_decimalMark = '.';
    bool m_isCounterList = false; // its heading says so
};

// `000000000010001234`, `10001234.0` and `10001234` are one object; texts stay.
std::string sapObjectNumber(std::string_view text);
// CLOSE, COMP, INPRG, WAPPR, CAN by the system status of an order or notification (`TABG RÜCK`, `REL CNF`); empty if
// none of its words is known.
std::string sapStatus(std::string_view codes);

} // namespace antecedent::importers
