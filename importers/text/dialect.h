// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a delimited file looks like: delimiter, quote, decimal mark, where its header stands. Found from the first part
// of the text; every finding has a reason that is shown. Threads: pure.

#include "model/base/phrase.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct Dialect
{
    char delimiter = ',';
    char quote = '"';
    char decimalMark = '.';
    std::uint32_t titleRows = 0; // rows before the header that are not data
    bool hasHeader = true;

    bool operator==(const Dialect&) const = default;
};

struct DialectGuess
{
    Dialect dialect;
    std::vector<std::string> header; // names as in the source, trimmed; empty without header
    std::size_t columns = 0;
    bool isTable = false; // two columns or more, or one column with a header and rows; text without rows is none
    Phrase reason;
};

// What is stated and not to be guessed.
struct DialectHints
{
    std::optional<char> delimiter;
    std::optional<char> quote;
    std::optional<char> decimalMark;
    std::optional<std::uint32_t> titleRows;
    std::optional<bool> header; // whether a row of column names stands before the data
};

// `text`: the first part of the decoded source, `complete` if it is all of it.
DialectGuess sniffDialect(std::string_view text, bool complete, const DialectHints& hints = {});

// Rows of a text as fields of their own, at most `limit`; for sniffing, inspecting and tests.
std::vector<std::vector<std::string>> splitRows(
    std::string_view text, bool complete, char delimiter, char quote, std::size_t limit);

// Names of the columns as mappings see them: an empty name becomes `column <n>`, a repeated one gets ` (2)`, ` (3)`, …
std::vector<std::string> columnNames(const std::vector<std::string>& header, std::size_t columns);

// A cell that looks like a number, date or time rather than a name.
bool looksLikeData(std::string_view cell);

} // namespace antecedent::importers
