// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Some thousand rows of delimited text, cut into fields that point into one buffer. Records that hold views of the text
// keep the buffer alive. Threads: built by one thread, then read by any.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// What is wrong with a row as a whole.
enum class RowFlaw : std::uint8_t { None, InvalidEncoding, UnterminatedQuote, FieldTooLarge };

struct RowBlock
{
    static constexpr std::size_t kSlack = 64; // bytes behind the text that a vector load may touch

    struct Field
    {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };
    struct Row
    {
        std::uint32_t firstField = 0;
        std::uint32_t fieldCount = 0;
        std::uint32_t begin = 0; // of the raw row in the buffer, without its line break
        std::uint32_t length = 0;
        std::uint64_t line = 0; // 1-based, in the decoded text
        std::uint32_t flawColumn = 0; // 1-based; 0: the row as a whole
        RowFlaw flaw = RowFlaw::None;
    };

    std::shared_ptr<char[]> buffer;
    std::uint64_t byteOffset = 0; // of the buffer's start in the decoded text (byte order mark not counted)
    std::vector<Field> fields; // unquoted, not trimmed
    std::vector<Row> rows; // blank lines and lines of delimiters only are not rows

    std::string_view field(const Row& row, std::size_t column) const
    {
        const Field& f = fields[row.firstField + column];
        return {buffer.get() + f.begin, f.length};
    }
    std::string_view raw(const Row& row) const { return {buffer.get() + row.begin, row.length}; }
};

} // namespace antecedent::importers
