// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xml/text_position.h"

#include <algorithm>

namespace antecedent::importers {

void TextPosition::add(std::string_view piece)
{
    moveTo(m_begin + m_piece.size()); // what nobody asked for is counted, too
    m_begin += m_piece.size();
    m_before.swap(m_piece);
    m_piece.assign(piece.begin(), piece.end());
}

bool TextPosition::moveTo(std::uint64_t offset)
{
    const std::uint64_t first = m_begin - m_before.size();
    if (offset < m_at || m_at < first || offset > m_begin + m_piece.size())
        return false;
    if (m_at < m_begin) {
        const std::uint64_t to = std::min(offset, m_begin);
        count(std::string_view(m_before.data(), m_before.size()).substr(m_at - first, to - m_at));
        m_at = to;
    }
    if (m_at < offset) {
        count(std::string_view(m_piece.data(), m_piece.size()).substr(m_at - m_begin, offset - m_at));
        m_at = offset;
    }
    return true;
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
