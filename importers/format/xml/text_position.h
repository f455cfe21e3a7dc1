// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Line and column of a place in UTF-8 text that arrives in pieces, counted once and forwards: characters, from 1; a
// line ends with \n, \r or both, as XML has it. Keeps the piece at hand and the one before it. Threads: one owner.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class TextPosition
{
public:
    // The next piece; it is copied.
    void add(std::string_view piece);
    // Moves to a byte of the text; false if it lies behind, or in a piece that is no longer there.
    bool moveTo(std::uint64_t offset);

    std::uint64_t line() const { return m_line; }
    std::uint64_t column() const { return m_column; }

private:
    void count(std::string_view text);

    std::vector<char> m_before;
    std::vector<char> m_piece;
    std::uint64_t m_begin = 0; // offset of m_piece
    std::uint64_t m_at = 0; // counted so far
    std::uint64_t m_line = 1;
    std::uint64_t m_column = 1;
    bool m_isBehindReturn = false; // an \n next belongs to the \r before it
};

} // namespace antecedent::importers
