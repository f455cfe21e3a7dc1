// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/text_position.h"

#include <algorithm>

namespace antecedent::importers {

void TextPosition::add(std::string_view piece)
{
    m_text.erase(0, static_cast<std::size_t>(m_at - m_begin));
    m_begin = m_at;
    m_text += piece;
}

void TextPosition::moveTo(std::uint64_t offset)
{
    offset = std::min(offset, m_begin + m_text.size());
    if (offset <= m_at)
        return;
    count(std::string_view(m_text).substr(m_at - m_begin, offset - m_at));
    m_at = offset;
}

void TextPosition::moveToLast(char c, std::uint64_t before)
{
    if (before <= m_at)
        return;
    const std::size_t found = std::string_view(m_text).substr(0, before - m_begin).rfind(c);
    if (found != std::string_view::npos)
        moveTo(m_begin + found);
}

void TextPosition::count(std::string_view text)
{
    while (!text.empty()) {
        if (m_isBehindReturn && text.front() == '\n')
            text.remove_prefix(1);
        m_isBehindReturn = false;
        // Most texts have no \r: a look for it costs less than to ask for both at each byte.
        const std::size_t feed = text.find('\n');
        const std::string_view line = text.substr(0, feed);
        const std::size_t end = std::min(line.find('\r'), line.size());
        if (end == text.size()) {
            m_column += static_cast<std::uint64_t>(
                std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
            return;
        }
        m_isBehindReturn = text[end] == '\r';
        text.remove_prefix(end + 1);
        ++m_line;
        m_column = 1;
    }
}

} // namespace antecedent::importers
