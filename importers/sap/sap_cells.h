// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a list as SAP writes it to a file: delimited (spreadsheet, Unicode text, tab), or unconverted list text
// with bars and lines of dashes, page titles, and a header on every page. Memory does not grow with the source.
// Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "importers/text/encoding.h"
#include "importers/text/export_lines.h"
#include "importers/text/text_hints.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// The beginning of a list text: its headings and where the bars stand, counted in characters.
struct SapBars
{
    Encoding encoding = Encoding::Utf8;
    std::vector<std::string> headings; // empty if the text is no list with bars
    std::vector<std::size_t> bars;
    std::vector<std::vector<std::string>> rows; // the first ones
};
// `head`: at most the first MiB of the unpacked bytes.
SapBars findSapBars(std::string_view head, const TextHints& hints = {});

// Header, rows and lines, whichever form the list has.
class SapCells
{
public:
    virtual ~SapCells() = default;
    virtual const std::vector<std::string>& headings() const = 0;
    virtual const std::vector<std::vector<std::string>>& firstRows() const = 0;
    virtual Result<bool> next() = 0; // false at the end
    virtual std::string_view cell(std::size_t column) const = 0; // trimmed; empty beyond the end
    virtual std::uint64_t line() const = 0;
    virtual bool isSound() const = 0; // false: the row can't be cut into cells
    virtual ExportStatement statement() const = 0; // of the lines before the header, and behind the rows so far
    virtual const Footers& footers() const = 0;
};
// `bytes` must outlive what is returned.
Result<std::unique_ptr<SapCells>> openSapCells(ByteSource& bytes, const TextHints& hints = {});

} // namespace antecedent::importers
