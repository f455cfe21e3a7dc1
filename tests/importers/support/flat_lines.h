// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A flat table, read to its end, as lines that a test can compare: the kind of the row and what is not empty in it.

#include "model/base/csv_table.h"
#include "model/base/error.h"
#include "tests/importers/support/read_text.h"

#include <QByteArray>

#include <span>
#include <string>
#include <string_view>

namespace antecedent::importers::test {

inline std::string flatLines(std::span<const std::string_view> names, const std::string& csv, bool withElement)
{
    std::string heading;
    for (const std::string_view name : names)
        heading += (heading.empty() ? "" : ",") + std::string(name);
    const Result<CsvTable> table = csvTableFrom(heading + "\n" + csv);
    if (!table)
        return "no table: " + errorText(table.error()) + "\n";
    std::string out;
    for (const auto& row : table->rows) {
        out += row[0];
        for (std::size_t i = withElement ? 1 : 2; i < row.size(); ++i)
            if (!row[i].empty())
                out += " " + table->columns[i] + "=" + row[i];
        out += "\n";
    }
    return out;
}

// All rows of a table over `bytes`, and the error that it ends with.
template <class Table>
std::string readFlat(std::span<const std::string_view> names, ByteSource& bytes, bool withElement = false)
{
    Table table(bytes);
    std::string csv;
    for (;;) {
        const Result<bool> more = table.next(csv);
        if (!more)
            return flatLines(names, csv, withElement) + "error " + errorText(more.error()) + "\n";
        if (!*more)
            return flatLines(names, csv, withElement);
    }
}

// The lines that begin with one of these words.
inline std::string linesOf(const std::string& lines, std::string_view record)
{
    std::string out;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        const std::string line = lines.substr(at, end - at);
        if (line.starts_with(std::string(record) + " "))
            out += line + "\n";
        at = end + 1;
    }
    return out;
}

} // namespace antecedent::importers::test
