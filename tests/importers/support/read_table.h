// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a table as lines, cells by name and empty ones left out, so that expectations read as text.

#include "importers/text/byte_source.h"
#include "model/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers::test {

inline std::string rowText(const std::vector<std::string>& header, const std::vector<std::string>& row)
{
    std::string out;
    for (std::size_t c = 0; c < row.size(); ++c)
        if (!row[c].empty())
            out += (out.empty() ? "" : " ") + (c < header.size() ? header[c] : std::string("?")) + "=" + row[c];
    return out;
}

// `Table` has open(ByteSource&), header(), next(row).
template <class Table> std::string readTable(std::string_view bytes)
{
    MemorySource source(bytes);
    auto table = Table::open(source);
    if (!table)
        return "error " + errorText(table.error());
    std::string out;
    std::vector<std::string> row;
    for (;;) {
        const Result<bool> more = (*table)->next(row);
        if (!more)
            return out + "error " + errorText(more.error());
        if (!*more)
            return out;
        out += rowText((*table)->header(), row) + "\n";
    }
}

} // namespace antecedent::importers::test
