// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an export says of itself in lines of text: `Exported by: M. Huber`, `Selektion;Werk 1200`, `Zeitraum: 01.01.2026
// bis 31.03.2026` before its headings; `1,234 rows`, `Ende der Liste`, `Filter: area = MIX` behind its rows. Keys are
// known in English and German; other lines are left alone. Threads: pure.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace antecedent::importers {

struct RowBlock;

struct ExportStatement
{
    std::string by; // who exported
    std::string system;
    std::string filter;
    std::string from; // of the period, ISO 8601 where it can be read, else as it stands
    std::string to;
    std::string exported; // when, likewise
    std::string rows; // how many the system showed, digits

    // Says what the absence of a record means: a filter, a period, or how many rows there were.
    bool isTelling() const { return !filter.empty() || !from.empty() || !to.empty() || !rows.empty(); }
    // What is not said yet.
    void add(const ExportStatement& other);
    bool operator==(const ExportStatement&) const = default;
};

// `key: value` in one cell, or in two. True if they say something new.
bool addStatementRow(const std::vector<std::string>& cells, ExportStatement& out);

// Whether the filled cells of a row are a line about the list: a count of what it holds, its end, or a known key with a
// colon and its value. What it says goes to `out`.
bool isFooter(const std::vector<std::string>& filled, ExportStatement& out);

// Takes such lines off the first rows of a list; what they say goes to `statement`, if there is one.
void takeFooters(
    std::vector<std::vector<std::string>>& rows, std::size_t columns, ExportStatement* statement = nullptr);

// Lines about the list among its rows.
struct Footers
{
    static constexpr std::size_t kMostTexts = 10;
    static constexpr std::size_t kLeastColumns = 3; // in fewer, two values are a row
    ExportStatement statement;
    std::vector<std::string> texts; // the first ones
    std::uint64_t count = 0;

    // Takes them off the rows of a table with so many columns; a table of two columns keeps all of its rows.
    void take(RowBlock& block, std::size_t columns);
    // For the remarks on a source.
    std::vector<std::string> remarks() const;
};

} // namespace antecedent::importers
