// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Line and column of a place in UTF-8 text that arrives in pieces, counted once and forwards: characters, from 1; a
// line ends with \n, \r or both, as XML has it. Keeps the text that is not counted yet. Threads: one owner.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace antecedent::importers {

class TextPosition
{
public:
    // The next piece; it is copied.
    void add(std::string_view piece);
    // Moves to a byte of the text, of which no more than was added is known; stays where that lies behind.
    void moveTo(std::uint64_t offset);
    // Moves to the last `c` before a byte of the text; stays if there is none.
    void moveToLast(char c, std::uint64_t before);

    std::uint64_t line() const { return m_line; }
    std::uint64_t column() const { return m_column; }

private:
    void count(std::string_view text);

    std::string m_text;
    std::uint64_t m_begin = 0; // offset of m_text
    std::uint64_t m_at = 0; // counted so far
    std::uint64_t m_line = 1;
    std::uint64_t m_column = 1;
    bool m_isBehindReturn = false; // an \n next belongs to the \r before it
};

} // namespace antecedent::importers
