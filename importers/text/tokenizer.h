// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cuts delimited text into rows and fields: RFC 4180, and what real exports add to it. Line breaks are LF, CR LF, CR,
// or CR CR LF. A quote counts only at the start of a field; text behind the closing quote belongs to the field. A
// quoted field that is never closed, or that grows beyond kMaxField, spoils only the rows of its first line: reading
// goes on behind that line. Threads: one per thread.

#include "importers/text/row_block.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace antecedent::importers {

class Tokenizer
{
public:
    static constexpr std::size_t kMaxField = std::size_t{1} << 20U; // bytes
    static constexpr std::size_t kMaxRow = std::size_t{16} << 20U;

    // `quote` 0: quotes have no meaning.
    Tokenizer(char delimiter, char quote)
        : m_delimiter(delimiter)
        , m_quote(quote)
    {
    }
    // Cuts the first `size` bytes of `block.buffer` (with kSlack readable bytes behind them) and appends to the block's
    // rows and fields. Returns how many bytes are done; what is left is a row whose end is not there yet. With `last`
    // nothing is left. Doubled quotes are undone in place.
    std::size_t split(RowBlock& block, std::size_t size, bool last);
    // Lines counted so far: of the text that is done.
    std::uint64_t lines() const { return m_line; }

private:
    struct Scanner;
    enum class FieldEnd : std::uint8_t { Delimiter, LineBreak, EndOfText, NotThere, Spoiled };
    // A quoted field with more in it than its text: to be cleaned when its row is whole.
    struct Unclean
    {
        std::uint32_t field = 0;
        std::size_t closing = 0; // position of the closing quote
        std::size_t end = 0; // of the field
    };

    void findMarks(const Scanner& scan);
    std::size_t splitPlainRows(const Scanner& scan, RowBlock& block, std::size_t at);
    FieldEnd readField(Scanner& scan, RowBlock& block, std::size_t& at, RowBlock::Row& row, bool last);
    FieldEnd readQuoted(Scanner& scan, RowBlock& block, std::size_t& at, RowBlock::Row& row, bool last);
    FieldEnd readRow(Scanner& scan, RowBlock& block, RowBlock::Row& row, std::size_t& at, bool last);
    std::optional<std::size_t> afterLineBreak(const Scanner& scan, std::size_t at, bool last) const;
    std::size_t skipSpoiledLine(Scanner& scan, std::size_t from, bool last, RowBlock::Row& row);
    void finishRow(RowBlock& block, RowBlock::Row& row, std::size_t end);
    void cleanFields(RowBlock& block, std::size_t begin, std::size_t end);

    char m_delimiter;
    char m_quote;
    std::uint64_t m_line = 0; // complete lines before the row at hand
    std::size_t m_fieldStart = 0; // of the field read last
    bool m_quoted = false; // the row at hand has a quoted field
    std::vector<Unclean> m_unclean; // of the row at hand
    std::unique_ptr<std::uint32_t[]> m_marks; // of the block at hand
    std::size_t m_markRoom = 0;
    std::size_t m_nextMark = 0; // the first that is not in a row that is done
    bool m_skipping = false; // behind a row that was cut off as too large, up to its line break
};

} // namespace antecedent::importers
