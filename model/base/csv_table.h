// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small table of texts as RFC 4180 has it: header, comma, quotes, lines that end in LF or CRLF. For the files that
// the program writes and for lists that people hand to it; exports of other systems are read by importers/text.
// Threads: pure.

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

struct CsvTable
{
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; // as many fields as columns

    // Position of a column, or columns.size().
    std::size_t column(std::string_view name) const;
};

// Lines end in LF.
std::string toCsv(const CsvTable& table);
// A byte order mark is skipped. CorruptInput with the line: a row of another length than the header, an open quote.
Result<CsvTable> csvTableFrom(std::string_view csv);

} // namespace antecedent
