// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of a text one by one, decoded to UTF-8, where quotes and delimiters mean nothing: lists of fixed width, and
// journals, which are in the encoding of the server that wrote them. Line breaks are LF, CR LF, CR, CR CR LF. A line of
// more than kMostBytes is cut; memory does not grow with the source. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "importers/text/encoding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

class LineReader
{
public:
    static constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

    // `bytes` must outlive this.
    LineReader(ByteSource& bytes, Encoding encoding)
        : m_bytes(bytes)
        , m_encoding(encoding)
    {
    }
    // By the byte order mark; without one line by line: what is no UTF-8 is Windows-1252.
    explicit LineReader(ByteSource& bytes)
        : m_bytes(bytes)
    {
    }
    // Goes to the next line; false at the end.
    Result<bool> next();
    // Without line break; valid until the next call of next().
    std::string_view line() const { return m_line; }
    std::uint64_t number() const { return m_number; } // 1-based
    bool isCut() const { return m_isCut; }

private:
    Result<bool> fill();
    void start(std::string_view& piece);

    ByteSource& m_bytes;
    std::optional<Encoding> m_encoding;
    std::optional<Decoder> m_decoder; // none: the lines are decoded
    std::string m_text;
    std::size_t m_at = 0;
    std::string m_line;
    std::uint64_t m_number = 0;
    bool m_isStarted = false;
    bool m_isEnded = false;
    bool m_isCut = false;
    bool m_isAfterReturn = false; // CR was the last character: LF or another CR LF belongs to it
};

} // namespace antecedent::importers
