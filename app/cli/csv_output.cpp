// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/csv_output.h"

#include "model/base/csv_guard.h"
#include "model/base/text.h"

namespace antecedent::cli {

CsvOutput::CsvOutput(const std::vector<std::string>& header)
{
    add(header);
    m_rows = 0;
}

void CsvOutput::add(const std::vector<std::string>& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0)
            m_text += ',';
        appendCsvField(m_text, guardedCell(row[i]));
    }
    m_text += "\r\n";
    ++m_rows;
}

Result<void> CsvOutput::write(Session& session, const std::string& path) const
{
    if (Result<void> written = writeFile(path, m_text); !written)
        return written;
    session.message("Wrote " + std::to_string(m_rows) + " rows to " + path + ".");
    return {};
}

} // namespace antecedent::cli
