// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/line_cells.h"

#include "model/base/text.h"

namespace antecedent::importers {

Result<bool> LineCells::next()
{
    constexpr char kNoText = '\xFF'; // of a Decoder
    for (;;) {
        const Result<bool> more = m_lines.next();
        m_cells.clear();
        if (!more || !*more)
            return more;
        const std::string_view line = m_lines.line();
        if (trimmed(line).empty())
            continue;
        m_isSound = !m_lines.isCut() && line.find(kNoText) == std::string_view::npos && m_cut(line, m_cells);
        for (std::string_view& cell : m_cells)
            cell = trimmed(cell);
        ++m_read;
        return true;
    }
}

} // namespace antecedent::importers
