// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CSV as the commands write it (RFC 4180, UTF-8, CRLF), to a file or, on request, shown as aligned text on stdout.

#include "app/cli/session.h"

#include <string>
#include <vector>

namespace antecedent::cli {

class CsvOutput
{
public:
    explicit CsvOutput(const std::vector<std::string>& header);
    void add(const std::vector<std::string>& row);
    std::size_t rows() const { return m_rows; }
    const std::string& text() const { return m_text; }
    // Writes the file as a whole and says so on stderr.
    Result<void> write(Session& session, const std::string& path) const;

private:
    std::string m_text;
    std::size_t m_rows = 0;
};

} // namespace antecedent::cli
