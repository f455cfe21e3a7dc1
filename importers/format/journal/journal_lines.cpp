// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_lines.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

}

// Looks for a byte order mark.
void JournalLines::start()
{
    m_isStarted = true;
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be}) {
        const std::size_t mark = bomBytes(encoding, m_text);
        if (mark == 0)
            continue;
        m_text.erase(0, mark);
        if (encoding != Encoding::Utf8) {
            m_decoder.emplace(encoding);
            const std::string raw = std::move(m_text);
            m_text.clear();
            m_decoder->decode(raw, false, m_text);
        }
        return;
    }
}

// More text behind what is there; false at the end of the source.
Result<bool> JournalLines::fill()
{
    if (m_isEnded)
        return false;
    m_text.erase(0, m_at);
    m_at = 0;
    std::string piece(kPiece, '\0');
    std::size_t got = 0;
    // The first piece holds the whole byte order mark, however the bytes arrive.
    do {
        const Result<std::size_t> count = m_bytes->read({piece.data() + got, piece.size() - got});
        if (!count)
            return count.error();
        if (*count == 0) {
            m_isEnded = true;
            break;
        }
        got += *count;
    } while (!m_isStarted && got < 4);
    piece.resize(got);
    if (m_decoder)
        m_decoder->decode(piece, m_isEnded, m_text);
    else
        m_text += piece;
    if (!m_isStarted)
        start();
    return true;
}

void JournalLines::take(JournalLine& line, std::size_t count)
{
    const std::size_t room = kMaxLine - std::min(kMaxLine, line.text.size());
    line.isCut = line.isCut || count > room;
    line.text.append(m_text, m_at, std::min(count, room));
    m_at += count;
}

Result<bool> JournalLines::next(JournalLine& line)
{
    line = {};
    line.number = m_number + 1;
    bool isSome = false;
    for (;;) {
        if (m_at == m_text.size()) {
            const Result<bool> more = fill();
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (m_at == m_text.size())
                continue;
        }
        if (m_afterReturn) {
            m_afterReturn = false;
            if (m_text[m_at] == '\n') {
                ++m_at;
                continue;
            }
        }
        const std::size_t end = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
        isSome = true;
        take(line, end - m_at);
        if (m_at == m_text.size())
            continue;
        m_afterReturn = m_text[m_at] == '\r';
        ++m_at;
        line.hasBreak = true;
        break;
    }
    if (!isSome)
        return false;
    ++m_number;
    if (!isValidUtf8(line.text)) {
        std::string decoded;
        Decoder windows(Encoding::Windows1252);
        windows.decode(line.text, true, decoded);
        line.text = std::move(decoded);
    }
    return true;
}

} // namespace antecedent::importers
