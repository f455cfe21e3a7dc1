// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/line_reader.h"

#include <algorithm>

namespace antecedent::importers {

// More text behind what is left of it; false at the end.
Result<bool> LineReader::fill()
{
    m_text.erase(0, m_at);
    m_at = 0;
    const std::size_t before = m_text.size();
    std::string raw(std::size_t{64} * 1024, '\0');
    while (m_text.size() == before && !m_isEnded) {
        const Result<std::size_t> count = m_bytes.read(std::span<char>(raw.data(), raw.size()));
        if (!count)
            return count.error();
        m_isEnded = *count == 0;
        m_decoder.decode(std::string_view(raw.data(), *count), m_isEnded, m_text);
    }
    if (!m_isStarted && m_text.starts_with("\xEF\xBB\xBF"))
        m_text.erase(0, 3);
    m_isStarted = true;
    return m_text.size() > m_at;
}

Result<bool> LineReader::next()
{
    m_line.clear();
    m_isCut = false;
    bool isAny = false;
    for (;;) {
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
        ++m_at;
        ++m_number;
        return true;
    }
    if (!isAny)
        return false;
    ++m_number;
    return true;
}

} // namespace antecedent::importers
