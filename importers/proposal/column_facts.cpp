// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/column_facts.h"

#include "importers/profile/column_reference.h"
#include "importers/text/number_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"
#include "model/base/zone.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace antecedent::importers {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// `7:05`, `07:05:30`, `7:05:30.250 PM`.
bool isClock(std::string_view text)
{
    std::string_view s = text;
    for (const std::string_view half : {" AM", " PM", " am", " pm"})
        if (s.ends_with(half))
            s.remove_suffix(half.size());
    const std::vector<std::string_view> parts = split(s, ':');
    if (parts.size() < 2 || parts.size() > 3 || parts[0].empty() || parts[0].size() > 2)
        return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view whole = parts[i].substr(0, i == 2 ? parts[i].find_first_of(".,") : std::string::npos);
        if (whole.empty() || whole.size() > 2 || !std::all_of(parts[i].begin(), parts[i].end(), [](char c) {
                return isDigit(c) || c == '.' || c == ',';
            }))
            return false;
    }
    return true;
}

// The number that an epoch of so many digits would be.
bool isEpoch(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.front() == '1' && std::all_of(text.begin(), text.end(), isDigit);
}

// Calendar dates written without marks, as 20260131.
bool isCompactDate(std::string_view text)
{
    return (text.size() == 8 || text.size() == 14) && (text.starts_with("19") || text.starts_with("20"))
        && std::all_of(text.begin(), text.end(), isDigit);
}

void countTime(std::string_view cell, ColumnFacts& out)
{
    IsoTime time;
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd}) {
        const TimeText kind = parseTimeText(cell, order, TimeForm::Calendar, time);
        if (kind != TimeText::Ok && kind != TimeText::EmptyWord)
            continue;
        ++out.times;
        if (kind == TimeText::EmptyWord || time.precision == TimePrecision::Day)
            ++out.dates;
        return;
    }
}

void countCell(const std::string& cell, char decimalMark, ColumnFacts& out)
{
    ++out.filled;
    if (isClock(cell)) {
        ++out.clocks;
        return;
    }
    Decimal number;
    const bool isNumber = readNumber(cell, decimalMark, number) == NumberStatus::Ok;
    if (isNumber) {
        ++out.numbers;
        if (number.scale > 0 && number.mantissa % 10 == 0 && cell.ends_with(".0"))
            ++out.wholeFloats;
        if (isEpoch(cell, 10))
            ++out.epochSeconds;
        else if (isEpoch(cell, 13))
            ++out.epochMilliseconds;
    }
    if (!isNumber || isCompactDate(cell))
        countTime(cell, out);
    if (!isNumber && findZone(cell))
        ++out.zones;
}

// Whether a column counts its rows.
class RowCounter
{
public:
    void add(const std::string& cell)
    {
        const auto number = parseDecimal(cell);
        const bool isWhole = number && number->scale == 0;
        m_counts = m_counts && isWhole && (!m_last || number->mantissa == *m_last + 1);
        m_last = isWhole ? std::optional(number->mantissa) : std::nullopt;
        ++m_rows;
    }
    bool counts() const { return m_counts && m_rows > 2; }

private:
    bool m_counts = true;
    std::size_t m_rows = 0;
    std::optional<std::int64_t> m_last;
};

// A heading of a column that numbers the rows, rather than of a value that happens to go up.
bool isNumbering(const Heading& heading)
{
    static constexpr std::array kWords{"no", "nr", "num", "number", "nummer", "id", "index", "row", "rows", "zeile",
        "lfd", "seq", "sequence", "ord", "pos", "position"};
    return heading.words.empty() || std::find(kWords.begin(), kWords.end(), heading.words.back()) != kWords.end();
}

} // namespace

std::vector<ColumnFacts> columnFacts(const SourceHead& head)
{
    std::vector<ColumnFacts> out;
    for (std::size_t c = 0; c < head.columns.size(); ++c) {
        ColumnFacts facts;
        facts.index = c;
        facts.reference = columnReference(head.columns, c);
        facts.heading = readHeading(c < head.dialect.header.size() ? head.dialect.header[c] : std::string());
        std::set<std::string_view> seen;
        RowCounter counter;
        for (const auto& row : head.rows) {
            if (c >= row.size() || row[c].empty())
                continue;
            countCell(row[c], head.dialect.dialect.decimalMark, facts);
            counter.add(row[c]);
            seen.insert(row[c]);
        }
        facts.distinct = seen.size();
        facts.counts = counter.counts() && isNumbering(facts.heading);
        out.push_back(std::move(facts));
    }
    return out;
}

} // namespace antecedent::importers
