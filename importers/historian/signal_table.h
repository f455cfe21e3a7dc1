// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A historian export as one row per value: record (tag, sample, state), time, tag, value, quality, unit, zone,
// description, interpolation. Rows of record "tag" carry what headings or rows say of a tag, before its values. A row
// of record "state" is a change of the state of a digital tag, its value the word; a state that is said again gives no
// row and is counted. An error text in place of a value stays the value (a mapping makes a gap of it) and is the
// quality as well, where none is given. An empty cell of a wide export gives no row. Threads: one reader at a time.

#include "importers/historian/signal_columns.h"
#include "importers/historian/signal_quality.h"
#include "importers/text/delimited_rows.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace antecedent::importers {

class SignalTable
{
public:
    // `bytes` must outlive this. Error UnknownFormat if the table has no such shape.
    static Result<std::unique_ptr<SignalTable>> open(ByteSource& bytes, const TextHints& hints = {});

    static const std::vector<std::string>& header();
    // The next row, by the header's columns; false at the end.
    Result<bool> next(std::vector<std::string>& row);
    // Once all rows are read: states that were said again, values that were made and not kept.
    std::vector<std::string> remarks() const;
    ExportStatement statement() const { return m_rows->statement(); }
    const Footers& footers() const { return m_rows->footers(); }
    std::uint64_t rowsRead() const { return m_rows->rowsRead() - (m_columns.unitRows - m_skip); }

private:
    using Row = std::vector<std::string>;
    // What the rows so far say of a tag.
    struct Tag
    {
        bool isAnalog = false;
        bool isDigital = false;
        bool isStated = false; // a row of record "tag" was made of its rows
        std::string state;
    };

    SignalTable(std::unique_ptr<DelimitedRows> rows, SignalColumns columns);
    void readRow();
    void take(std::size_t signal);
    Tag& tagOf(std::size_t signal, const std::string& name);
    void say(Tag& tag, const SignalColumns::Signal& signal, const std::string& name);
    void takeState(Tag& tag, Row row);
    std::string timeText(const SignalColumns::Signal& signal) const;

    std::unique_ptr<DelimitedRows> m_rows;
    SignalColumns m_columns;
    std::deque<Row> m_ready;
    std::size_t m_skip = 0; // rows of units and descriptions
    std::vector<Tag> m_signals; // of a wide or paired export
    std::unordered_map<std::string, Tag> m_named; // of a list
    Tag m_other; // of a list with more tags than are told apart
    std::uint64_t m_repeated = 0; // states that were said again
    std::map<std::string, std::uint64_t> m_made; // values by their retrieval mode
};

} // namespace antecedent::importers
