// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a sheet as rows of CSV, whatever the file format of the workbook: a line is a row of the sheet. Cells
// that are merged over several rows repeat their value in each of them. Headings that are merged over several columns
// stand in each of these, or before the headings of the row below them, where that makes pairs ("Actual" over "Start"
// and "End"). Bounded: a sheet has at most 2^20 rows and 2^14 columns, its rows go down, and what texts that many cells
// share and merged cells repeat has a limit. Threads: one owner.

#include "importers/format/csv_writer.h"
#include "model/base/diagnostic.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct SheetRemark
{
    DiagnosticCode code = DiagnosticCode::SourceRemark;
    std::string text;
};

// From 1; both ends belong to it.
struct CellRange
{
    std::size_t firstRow = 0;
    std::size_t lastRow = 0;
    std::size_t firstColumn = 0;
    std::size_t lastColumn = 0;
};

class SheetRows
{
public:
    static constexpr std::size_t kMostRows = 1'048'576;
    static constexpr std::size_t kMostColumns = 16'384;

    // Before the first row.
    void addMerged(const CellRange& range);
    void hideColumns(std::size_t first, std::size_t last); // from 1
    std::vector<SheetRemark> remarksBefore() const;

    void startRow(std::size_t row, bool isHidden); // from 1
    void cell(std::size_t column, std::string text); // from 1; a column beyond the last is left out
    void addCutText() { ++m_cutTexts; } // a text of the row at hand was longer than a cell's can be
    void addWithoutValue() { ++m_withoutValue; } // a formula whose value is not in the file
    // Writes the row, or keeps it until the next one is known. Empty, or why no more rows are read.
    std::string endRow(CsvWriter& out);
    // Writes what was kept.
    void finish(CsvWriter& out);
    // `cutTexts`: of those that are shared.
    std::vector<SheetRemark> remarksAfter(std::uint64_t cutTexts) const;

private:
    using Cells = std::vector<std::string>;
    // Cells that were made one, over several rows of their first column.
    struct Tall
    {
        std::size_t column = 0;
        std::size_t last = 0; // row
        std::string value;
    };
    struct Wide
    {
        std::size_t first = 0; // column
        std::size_t last = 0;
    };

    void fillTall();
    void write(std::size_t row, Cells& cells, CsvWriter& out);
    bool mayBeGroups() const;
    bool makesPairs() const;
    void writePairs(CsvWriter& out);
    void writeGroups(std::size_t filledBelow, CsvWriter& out);

    std::multimap<std::size_t, Tall> m_tall; // by first row, those that have not begun
    std::map<std::size_t, Tall> m_active; // by column, of which no two can meet
    std::map<std::size_t, std::vector<Wide>> m_wide; // by row, in the first rows
    std::size_t m_wideCount = 0;
    std::size_t m_merged = 0;
    std::size_t m_ignored = 0; // merged ranges beyond what is kept
    std::vector<bool> m_isHiddenColumn; // from 1
    std::set<std::size_t> m_hiddenColumns; // those with filled cells
    Cells m_cells; // of the row at hand
    Cells m_groups; // of the row before, whose headings stand over several columns; empty: none
    std::size_t m_groupRow = 0;
    bool m_isBehindHeadings = false;
    std::size_t m_row = 0;
    std::size_t m_lastRow = 0;
    std::size_t m_line = 0; // rows that are written
    std::size_t m_rowBytes = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_padding = 0;
    std::uint64_t m_hiddenRows = 0;
    std::uint64_t m_cutTexts = 0;
    std::uint64_t m_withoutValue = 0;
};

} // namespace antecedent::importers
