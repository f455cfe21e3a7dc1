// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/batch_event_view.h"

#include "importers/format/batch/step_tracker.h"
#include "importers/text/clock_text.h"
#include "importers/text/find_heading.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace antecedent::importers {

namespace {

using C = BatchEventColumns;

struct Rule
{
    std::size_t C::*field;
    std::string_view names;
    bool isNeeded = false;
};
constexpr std::array kRules{
    Rule{&C::time, "occurtime|time|starttime|lcltime", true},
    Rule{&C::fraction, "msecs"},
    Rule{&C::daylight, "isdst"},
    Rule{&C::type, "eventtype", true},
    Rule{&C::text, "eventdescript|eventdescr", true},
    Rule{&C::uniqueId, "uniqueid"},
    Rule{&C::batchId, "batchid", true},
    Rule{&C::recipe, "recipe|recipepath", true},
    Rule{&C::unit, "unit|unitname"},
    Rule{&C::phase, "phase|phasemodule"},
    Rule{&C::user, "userid|username|user"},
};
constexpr std::string_view kHeadings =
    "LclTime\tUniqueID\tBatchID\tRecipe\tDescript\tEvent\tPValue\tUnit\tPhase\tUserID";

std::string upper(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

// The state in a description that holds its name; else the description.
std::string stateIn(std::string_view text)
{
    std::string words = upper(text);
    for (char& c : words)
        c = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U ? c : ' ';
    for (const std::string_view word : split(words, ' '))
        if (!word.empty() && stateKindOf(word) != StateKind::Between)
            return std::string(word);
    return std::string(text);
}

// A cell of a line: no tabs or line breaks.
std::string plain(std::string_view text)
{
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\r' || c == '\n'; }, ' ');
    return out;
}

std::string timeOf(const DelimitedRows& rows, const C& columns)
{
    std::string out = plain(rows.cell(columns.time));
    insertFraction(out, thousandthsText(rows.cell(columns.fraction)));
    const std::string_view daylight = rows.cell(columns.daylight);
    if (!out.empty() && (equalsIgnoreCase(daylight, "T") || equalsIgnoreCase(daylight, "F")))
        out += equalsIgnoreCase(daylight, "T") ? " DST" : " ST";
    return out;
}

} // namespace

std::optional<BatchEventColumns> findBatchEventColumns(const DelimitedHead& head)
{
    if (!head.isTable())
        return std::nullopt;
    BatchEventColumns out;
    for (const Rule& rule : kRules) {
        out.*rule.field = findHeading(head.columns, rule.names);
        if (rule.isNeeded && out.*rule.field == C::kNone)
            return std::nullopt;
    }
    return out;
}

void BatchEventView::addRow()
{
    // Numbers of lines are those of the source: cells with line breaks leave blank lines behind.
    while (m_lines + 1 < m_rows->line()) {
        m_text += '\n';
        ++m_lines;
    }
    ++m_lines;
    if (!m_rows->isSound()) {
        m_text += "?\n";
        return;
    }
    const std::string_view type = m_rows->cell(m_columns.type);
    const std::string text = plain(m_rows->cell(m_columns.text));
    const bool isState = equalsIgnoreCase(type, "State Change");
    m_text += timeOf(*m_rows, m_columns);
    for (const std::size_t column : {m_columns.uniqueId, m_columns.batchId, m_columns.recipe})
        m_text += '\t' + plain(m_rows->cell(column));
    m_text += '\t' + text + '\t' + plain(type) + '\t' + (isState ? stateIn(text) : std::string());
    for (const std::size_t column : {m_columns.unit, m_columns.phase, m_columns.user})
        m_text += '\t' + plain(m_rows->cell(column));
    m_text += '\n';
}

Result<std::size_t> BatchEventView::read(std::span<char> out)
{
    constexpr std::size_t kRowsAtOnce = 500;
    if (m_taken == m_text.size()) {
        m_text.clear();
        m_taken = 0;
        if (m_lines == 0) {
            m_text.append(kHeadings).append("\n");
            m_lines = 1;
        }
        for (std::size_t i = 0; i < kRowsAtOnce && !m_isEnded; ++i) {
            const Result<bool> more = m_rows->next();
            if (!more)
                return more.error();
            m_isEnded = !*more;
            if (*more)
                addRow();
        }
    }
    const std::size_t count = std::min(out.size(), m_text.size() - m_taken);
    std::memcpy(out.data(), m_text.data() + m_taken, count);
    m_taken += count;
    return count;
}

} // namespace antecedent::importers
