// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A historian export as one row per value: record (tag, sample), time, tag, value, quality, unit, zone. The rows of
// record "tag" come first and carry the units of the headings. An empty cell of a wide export gives no row; a word in
// place of a value stays the value (a mapping makes a gap of it) and is the quality as well, where none is given.
// Threads: one reader at a time.

#include "importers/historian/signal_columns.h"
#include "importers/text/delimited_rows.h"

#include <memory>
#include <string>
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

private:
    SignalTable(std::unique_ptr<DelimitedRows> rows, SignalColumns columns);
    bool fill(const SignalColumns::Signal& signal, std::vector<std::string>& row) const;
    std::string timeText(const SignalColumns::Signal& signal) const;

    std::unique_ptr<DelimitedRows> m_rows;
    SignalColumns m_columns;
    std::size_t m_tagRow = 0; // next signal whose unit is to be said
    std::size_t m_signal = 0; // next one of the row at hand
    std::size_t m_skip = 0; // unit rows
    bool m_hasRow = false;
};

} // namespace antecedent::importers
