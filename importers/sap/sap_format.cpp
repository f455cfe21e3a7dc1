// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_format.h"

#include "importers/sap/sap_row.h"
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

class SapSource final : public TableSource
{
public:
    explicit SapSource(std::unique_ptr<SapCells> cells)
        : m_cells(std::move(cells))
        , m_maker(m_cells->headings(), m_cells->firstRows())
    {
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        constexpr std::size_t kRows = 1000;
        if (!m_isStarted)
            rows.row(m_maker.header());
        m_isStarted = true;
        for (std::size_t i = 0; i < kRows; ++i) {
            const Result<bool> hasMore = m_cells->next();
            if (!hasMore || !*hasMore)
                return hasMore;
            rows.row(m_maker.make(*m_cells));
        }
        return true;
    }

private:
    std::unique_ptr<SapCells> m_cells;
    SapRowMaker m_maker;
    bool m_isStarted = false;
};

Result<std::unique_ptr<TableSource>> openSap(ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<SapCells>> cells = openSapCells(bytes);
    if (!cells)
        return cells.error();
    if (!findSapColumns((*cells)->headings(), (*cells)->firstRows()).isSap())
        return Error{ErrorCode::UnknownFormat, {}, "not a list of SAP plant maintenance"};
    return std::unique_ptr<TableSource>(std::make_unique<SapSource>(std::move(*cells)));
}

} // namespace

Format sapFormat()
{
    Format out;
    out.id = "sap";
    out.title = "SAP plant maintenance lists";
    out.isDelimited = true;
    out.match = matchSap;
    out.open = openSap;
    return out;
}

} // namespace antecedent::importers
