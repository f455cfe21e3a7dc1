// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/line_reader.h"

#include "model/base/text.h"

#include <algorithm>
#include <span>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
constexpr std::size_t kMarkBytes = 3; // of the longest byte order mark

} // namespace

// Takes the byte order mark away.
void LineReader::start(std::string_view& piece)
{
    for (const Encoding marked : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be}) {
        const std::size_t mark = m_encoding.value_or(marked) == marked ? bomBytes(marked, piece) : 0;
        if (mark == 0)
            continue;
        piece.remove_prefix(mark);
        m_encoding = marked;
        break;
    }
    if (m_encoding)
        m_decoder.emplace(*m_encoding);
}

// More text in place of what was read; false at the end.
Result<bool> LineReader::fill()
{
    m_text.clear();
    m_at = 0;
    std::string raw(kPieceBytes, '\0');
    while (m_text.empty() && !m_isEnded) {
        std::size_t got = 0;
        // The first piece holds the whole byte order mark, however the bytes arrive.
        do {
            const Result<std::size_t> count = m_bytes.read(std::span<char>(raw).subspan(got));
            if (!count)
                return count.error();
            m_isEnded = *count == 0;
            got += *count;
        } while (!m_isEnded && !m_isStarted && got < kMarkBytes);
        std::string_view piece(raw.data(), got);
        if (!m_isStarted)
            start(piece);
        m_isStarted = true;
        if (m_decoder)
            m_decoder->decode(piece, m_isEnded, m_text);
        else
            m_text += piece;
    }
    return !m_text.empty();
}

Result<bool> LineReader::next()
{
    m_line.clear();
    m_isCut = false;
    bool isAny = false;
    bool isBroken = false;
    while (!isBroken) {
        if (m_at == m_text.size()) {
            const Result<bool> more = fill();
            if (!more)
                return more;
            if (!*more)
                break;
        }
        if (m_isAfterReturn) {
            m_isAfterReturn = false;
            // CR LF and CR CR LF are one line break each.
            if (m_text[m_at] == '\r' && ++m_at == m_text.size())
                m_isAfterReturn = true;
            if (m_at < m_text.size() && m_text[m_at] == '\n')
                ++m_at;
            continue;
        }
        const std::size_t end = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
        const std::size_t room = kMostBytes - m_line.size();
        m_isCut = m_isCut || end - m_at > room;
        m_line.append(m_text, m_at, std::min(end - m_at, room));
        isAny = true;
        m_at = end;
        if (end == m_text.size())
            continue;
        m_isAfterReturn = m_text[end] == '\r';
        isBroken = true;
        ++m_at;
    }
    if (!isAny)
        return false;
    ++m_number;
    if (!m_decoder && !isValidUtf8(m_line)) {
        std::string decoded;
        Decoder(Encoding::Windows1252).decode(m_line, true, decoded);
        m_line = std::move(decoded);
    }
    return true;
}

} // namespace antecedent::importers
