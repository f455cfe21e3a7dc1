// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines of a text whose encoding is that of the server that wrote it: UTF-8, UTF-16 with a byte order mark, or the
// Windows code page, told apart line by line (a line that is no UTF-8 is Windows-1252). Breaks are LF, CR LF, CR, and
// CR CR LF gives a blank line more. Memory: one line of up to kMaxLine bytes; the rest of a longer one is left out and
// said so. Threads: one.

#include "importers/text/byte_source.h"
#include "importers/text/encoding.h"

#include <cstdint>
#include <optional>
#include <string>

namespace antecedent::importers {

struct JournalLine
{
    std::string text; // UTF-8
    std::uint64_t number = 0; // 1-based
    bool isCut = false; // longer than kMaxLine
    bool hasBreak = false; // false: the source ends in this line
};

class JournalLines
{
public:
    static constexpr std::size_t kMaxLine = std::size_t{1} << 20U;

    // `bytes` must outlive this.
    explicit JournalLines(ByteSource& bytes)
        : m_bytes(&bytes)
    {
    }
    // False at the end.
    Result<bool> next(JournalLine& line);

private:
    Result<bool> fill();
    void start();
    void take(JournalLine& line, std::size_t count);

    ByteSource* m_bytes;
    std::optional<Decoder> m_decoder; // of UTF-16
    std::string m_text;
    std::size_t m_at = 0;
    std::uint64_t m_number = 0;
    bool m_isStarted = false;
    bool m_isEnded = false;
    bool m_afterReturn = false; // the last break was a CR: an LF belongs to it
};

} // namespace antecedent::importers
