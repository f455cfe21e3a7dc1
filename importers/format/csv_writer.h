// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of CSV as RFC 4180 has them, with \n between: the form of the flat tables that formats give. A NUL, which no
// text holds, is left out. Threads: one writer at a time.

#include <string>
#include <string_view>

namespace antecedent::importers {

class CsvWriter
{
public:
    void cell(std::string_view text)
    {
        if (!m_atStart)
            m_text += ',';
        m_atStart = false;
        if (text.find_first_of(std::string_view(",\"\r\n\0", 5)) == std::string_view::npos && !isBlankEdged(text)) {
            m_text += text;
            return;
        }
        m_text += '"';
        for (const char c : text) {
            if (c == '"')
                m_text += '"';
            if (c != '\0')
                m_text += c;
        }
        m_text += '"';
    }
    void endRow()
    {
        m_text += '\n';
        m_atStart = true;
    }
    template <class Cells> void row(const Cells& cells)
    {
        for (const auto& text : cells)
            cell(text);
        endRow();
    }
    std::string& text() { return m_text; }
    const std::string& text() const { return m_text; }

private:
    static bool isBlankEdged(std::string_view text)
    {
        return !text.empty() && (text.front() == ' ' || text.front() == '\t' || text.back() == ' ');
    }

    std::string m_text;
    bool m_atStart = true;
};

} // namespace antecedent::importers
