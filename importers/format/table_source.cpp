// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/table_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostNotes = 100;

} // namespace

Result<std::size_t> TableSource::read(std::span<char> out)
{
    while (m_taken == m_rows.text().size()) {
        m_rows.text().clear();
        m_taken = 0;
        if (m_ended)
            return std::size_t{0};
        const Result<bool> hasMore = more(m_rows);
        if (!hasMore)
            return hasMore.error();
        m_ended = !*hasMore;
    }
    const std::size_t count = std::min(out.size(), m_rows.text().size() - m_taken);
    std::memcpy(out.data(), m_rows.text().data() + m_taken, count);
    m_taken += count;
    return count;
}

std::vector<Diagnostic> TableSource::takeNotes()
{
    return std::exchange(m_notes, {});
}

void TableSource::noteEnd(const std::string& problem, bool isCut)
{
    if (!problem.empty())
        note(isCut ? DiagnosticCode::TruncatedSource : DiagnosticCode::UnreadablePart,
            problem + "; what stands before it was read");
}

void TableSource::note(DiagnosticCode code, std::string detail)
{
    ++m_noted;
    if (m_noted > kMostNotes)
        return;
    if (m_noted == kMostNotes)
        detail += "; and more that are not listed";
    m_notes.push_back(diagnosticOf(code, std::move(detail)));
}

} // namespace antecedent::importers
