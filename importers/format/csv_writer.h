// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of CSV as RFC 4180 has them, with \n between: the form of the flat tables that formats give. A NUL, which no
// text holds, is left out. Threads: one writer at a time.

#include "model/base/text.h"

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
        if (text.find('\0') == std::string_view::npos) {
            appendCsvField(m_text, text);
            return;
        }
        std::string plain(text);
        std::erase(plain, '\0');
        appendCsvField(m_text, plain);
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
    std::string m_text;
    bool m_atStart = true;
};

} // namespace antecedent::importers
