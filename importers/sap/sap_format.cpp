// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_format.h"

#include "importers/format/rows_source.h"
#include "importers/sap/sap_table.h"
#include "importers/text/delimited_rows.h"

namespace antecedent::importers {

namespace {

constexpr int kBars = 95;
constexpr int kTable = 85;

std::optional<FormatMatch> matchSap(std::string_view head, std::string_view /*name*/)
{
    const SapBars bars = findSapBars(head);
    if (!bars.headings.empty())
        return FormatMatch{kBars,
            phrase(
                "an SAP list text with bars, %1 headings are known", findSapColumns(bars.headings, bars.rows).known)};
    const DelimitedHead found = readDelimitedHead(head);
    if (!found.isTable())
        return std::nullopt;
    const SapColumns columns = findSapColumns(found.dialect.header, found.rows);
    if (!columns.isSap())
        return std::nullopt;
    return FormatMatch{kTable, phrase("an SAP list, %1 of %2 headings are known", columns.known, columns.named)};
}

} // namespace

Format sapFormat()
{
    Format out;
    out.id = "sap";
    out.title = "SAP plant maintenance lists";
    out.isDelimited = true;
    out.match = matchSap;
    out.open = RowsSource<SapTable>::open;
    return out;
}

} // namespace antecedent::importers
