// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/sheet/sheet_rows.h"

#include "importers/text/dialect.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostMerged = 100'000;
constexpr std::size_t kLastHeadingRow = 60;
constexpr std::size_t kLongestHeading = 200; // bytes
constexpr std::size_t kMostNames = 20;
constexpr std::uint64_t kMostPadding = std::uint64_t{512} << 20U; // bytes for empty cells and rows
constexpr std::size_t kMostRow = std::size_t{16} << 20U; // bytes of a row
constexpr std::uint64_t kMostTable = std::uint64_t{16} << 30U;

std::size_t filledCells(const std::vector<std::string>& cells)
{
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

const std::string& at(const std::vector<std::string>& cells, std::size_t column)
{
    static const std::string kNone;
    return column <= cells.size() ? cells[column - 1] : kNone;
}

bool isHeading(const std::string& text)
{
    return text.size() <= kLongestHeading && text.find(": ") == std::string::npos && !looksLikeData(text);
}

bool areHeadings(const std::vector<std::string>& cells)
{
    return std::all_of(cells.begin(), cells.end(), &isHeading);
}

// `C`, `AB`.
std::string columnName(std::size_t column)
{
    std::string out;
    for (; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

} // namespace

void SheetRows::addMerged(const CellRange& range)
{
    ++m_merged;
    if (range.firstRow == 0 || range.firstColumn == 0 || range.firstColumn > kMostColumns)
        return;
    if (range.lastColumn > range.firstColumn && range.firstRow <= kLastHeadingRow && m_wideCount < kMostColumns) {
        ++m_wideCount;
        m_wide[range.firstRow].push_back({range.firstColumn, std::min(range.lastColumn, kMostColumns)});
    }
    if (range.lastRow <= range.firstRow)
        return;
    if (m_tall.size() < kMostMerged)
        m_tall.emplace(range.firstRow, Tall{range.firstColumn, range.lastRow, {}});
    else
        ++m_ignored;
}

void SheetRows::hideColumns(std::size_t first, std::size_t last)
{
    last = std::min(last, kMostColumns);
    if (first == 0 || first > last)
        return;
    m_isHiddenColumn.resize(std::max(m_isHiddenColumn.size(), last + 1));
    std::fill(m_isHiddenColumn.begin() + static_cast<std::ptrdiff_t>(first),
        m_isHiddenColumn.begin() + static_cast<std::ptrdiff_t>(last + 1), true);
}

std::vector<SheetRemark> SheetRows::remarksBefore() const
{
    std::vector<SheetRemark> out;
    if (m_merged > 0)
        out.push_back({DiagnosticCode::SourceRemark,
            std::to_string(m_merged)
                + " ranges of cells are merged; a value that spans several rows stands in each of them"});
    if (m_ignored > 0)
        out.push_back({DiagnosticCode::UnreadablePart,
            "merged ranges beyond the first " + std::to_string(kMostMerged)
                + " stand in their first row only: " + std::to_string(m_ignored)});
    return out;
}

std::vector<SheetRemark> SheetRows::remarksAfter(std::uint64_t cutTexts) const
{
    std::vector<SheetRemark> out;
    if (m_hiddenRows > 0)
        out.push_back({DiagnosticCode::SourceRemark,
            std::to_string(m_hiddenRows) + " rows are hidden in the sheet, by a filter or by hand; they were read"});
    if (!m_hiddenColumns.empty()) {
        std::string names;
        std::size_t listed = 0;
        for (const std::size_t column : m_hiddenColumns)
            if (++listed <= kMostNames)
                names += (names.empty() ? "" : ", ") + columnName(column);
        out.push_back({DiagnosticCode::SourceRemark,
            std::to_string(m_hiddenColumns.size()) + " columns are hidden in the sheet (" + names
                + (listed > kMostNames ? ", …" : "") + "); they were read"});
    }
    if (m_withoutValue > 0)
        out.push_back({DiagnosticCode::SourceRemark,
            std::to_string(m_withoutValue) + " cells have a formula whose value was not saved; they are empty"});
    if (m_cutTexts + cutTexts > 0)
        out.push_back({DiagnosticCode::UnreadablePart,
            std::to_string(m_cutTexts + cutTexts) + " texts are longer than a cell can be and were cut at 128 KB"});
    return out;
}

void SheetRows::startRow(std::size_t row, bool isHidden)
{
    m_cells.clear();
    m_rowBytes = 0;
    m_row = row;
    m_hiddenRows += isHidden ? 1 : 0;
}

void SheetRows::cell(std::size_t column, std::string text)
{
    if (column == 0 || column > kMostColumns || text.empty() || m_rowBytes > kMostRow)
        return;
    if (column > m_cells.size())
        m_cells.resize(column);
    m_rowBytes += text.size();
    m_cells[column - 1] = std::move(text);
    if (column < m_isHiddenColumn.size() && m_isHiddenColumn[column])
        m_hiddenColumns.insert(column);
}

std::string SheetRows::endRow(CsvWriter& out)
{
    if (m_row <= m_lastRow || m_row > kMostRows)
        return "row " + std::to_string(m_row) + " stands behind row " + std::to_string(m_lastRow);
    fillTall();
    m_padding += m_row - m_lastRow - 1 + m_cells.size();
    m_bytes += m_rowBytes;
    if (m_padding > kMostPadding)
        return "the sheet has too many empty cells";
    if (m_rowBytes > kMostRow)
        return "row " + std::to_string(m_row) + " has more than 16 MB of text";
    if (m_bytes > kMostTable)
        return "the sheet has more than 16 GB of text";
    m_lastRow = m_row;
    if (!m_groups.empty() && m_row == m_groupRow + 1 && makesPairs()) {
        writePairs(out);
        return {};
    }
    if (!m_groups.empty())
        writeGroups(m_row == m_groupRow + 1 ? filledCells(m_cells) : 0, out);
    if (mayBeGroups()) {
        m_groups = m_cells;
        m_groupRow = m_row;
        return {};
    }
    m_isBehindHeadings = m_isBehindHeadings || m_row > kLastHeadingRow || filledCells(m_cells) >= 3;
    write(m_row, m_cells, out);
    return {};
}

void SheetRows::finish(CsvWriter& out)
{
    if (!m_groups.empty())
        writeGroups(0, out);
}

void SheetRows::fillTall()
{
    for (auto next = m_tall.begin(); next != m_tall.end() && next->first <= m_row; next = m_tall.erase(next)) {
        Tall& tall = next->second;
        if (next->first < m_row || at(m_cells, tall.column).empty())
            continue; // nothing to repeat
        tall.value = m_cells[tall.column - 1];
        m_active.insert_or_assign(tall.column, std::move(tall));
    }
    if (m_cells.empty())
        return;
    for (auto next = m_active.begin(); next != m_active.end();) {
        const auto& [column, tall] = *next;
        if (tall.last < m_row) {
            next = m_active.erase(next);
            continue;
        }
        if (at(m_cells, column).empty())
            cell(column, tall.value);
        ++next;
    }
}

void SheetRows::write(std::size_t row, Cells& cells, CsvWriter& out)
{
    for (++m_line; m_line < row; ++m_line)
        out.endRow();
    for (std::string& text : cells) {
        // A line of the table is a row of the sheet.
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        out.cell(text);
    }
    out.endRow();
}

// A row of headings, of which some stand over several columns. One that stands alone from the first column on is a
// title.
bool SheetRows::mayBeGroups() const
{
    const auto wide = m_wide.find(m_row);
    if (m_isBehindHeadings || wide == m_wide.end() || !areHeadings(m_cells))
        return false;
    const bool isAlone = filledCells(m_cells) == 1;
    bool out = false;
    for (const Wide& range : wide->second) {
        for (std::size_t c = range.first + 1; c <= std::min(range.last, m_cells.size()); ++c)
            if (!at(m_cells, c).empty())
                return false;
        out = out || (!at(m_cells, range.first).empty() && !(isAlone && range.first == 1));
    }
    return out;
}

// Whether the row at hand has a heading of its own below each column of a heading of several, and elsewhere one of both
// rows has it.
bool SheetRows::makesPairs() const
{
    if (!areHeadings(m_cells))
        return false;
    std::vector<bool> isCovered(std::max(m_cells.size(), m_groups.size()) + 1);
    for (const Wide& range : m_wide.at(m_groupRow)) {
        if (at(m_groups, range.first).empty())
            continue;
        std::set<std::string> below;
        for (std::size_t c = range.first; c <= range.last; ++c) {
            if (at(m_cells, c).empty() || !below.insert(at(m_cells, c)).second)
                return false;
            isCovered[c] = true;
        }
    }
    for (std::size_t c = 1; c < isCovered.size(); ++c)
        if (!isCovered[c] && !at(m_cells, c).empty() && !at(m_groups, c).empty() && at(m_cells, c) != at(m_groups, c))
            return false;
    return true;
}

void SheetRows::writePairs(CsvWriter& out)
{
    Cells pairs = m_cells;
    pairs.resize(std::max(m_cells.size(), m_groups.size()));
    for (std::size_t c = 0; c < m_groups.size(); ++c)
        if (pairs[c].empty())
            pairs[c] = m_groups[c];
    for (const Wide& range : m_wide.at(m_groupRow)) {
        const std::string& group = at(m_groups, range.first);
        for (std::size_t c = range.first; !group.empty() && c <= range.last; ++c)
            if (!pairs[c - 1].starts_with(group))
                pairs[c - 1].insert(0, group + ' ');
    }
    m_groups.clear();
    m_isBehindHeadings = true;
    write(m_row, pairs, out); // the row of groups becomes an empty line
}

// Without pairs below it: the only row of headings where it has one for every column that is filled below.
void SheetRows::writeGroups(std::size_t filledBelow, CsvWriter& out)
{
    Cells spread = m_groups;
    for (const Wide& range : m_wide.at(m_groupRow)) {
        if (at(m_groups, range.first).empty())
            continue;
        spread.resize(std::max(spread.size(), range.last));
        std::fill(spread.begin() + static_cast<std::ptrdiff_t>(range.first),
            spread.begin() + static_cast<std::ptrdiff_t>(range.last), at(m_groups, range.first));
    }
    const bool isHeadings = filledCells(m_groups) >= 3 && filledBelow > 0 && filledCells(spread) >= filledBelow;
    m_isBehindHeadings = m_isBehindHeadings || filledCells(m_groups) >= 3;
    write(m_groupRow, isHeadings ? spread : m_groups, out);
    m_groups.clear();
}

} // namespace antecedent::importers
