// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of CSV as RFC 4180 has them, with \n between: the form of the flat tables that formats give. A NUL, which no
// text holds, is left out. Threads: one writer at a time.

#include "model/base/text.h"

#include <algorithm>
#include <array>
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
        if (isPlain(text)) {
            m_text += text;
            return;
        }
        std::string whole(text);
        std::erase(whole, '\0');
        appendCsvField(m_text, whole);
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
    // Nearly all cells are short and plain; one pass over them tells so.
    static bool isPlain(std::string_view text)
    {
        static constexpr auto kPlain = [] {
            std::array<bool, 256> out{};
            for (std::size_t c = 0; c < out.size(); ++c)
                out[c] = c != '\0' && c != ',' && c != '"' && c != '\r' && c != '\n';
            return out;
        }();
        const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
        if (!text.empty() && (isBlank(text.front()) || isBlank(text.back())))
            return false;
        return std::all_of(text.begin(), text.end(), [](char c) { return kPlain[static_cast<unsigned char>(c)]; });
    }

    std::string m_text;
    bool m_atStart = true;
};

} // namespace antecedent::importers
