// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_facts.h"

#include "importers/historian/signal_quality.h"
#include "importers/text/clock_text.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestState = 64; // bytes

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

void count(std::string_view cell, char mark, SignalFacts& facts)
{
    ++facts.filled;
    Decimal number;
    if (readNumber(cell, mark, number) == NumberStatus::Ok) {
        ++facts.numbers;
        facts.thousandths += thousandthsText(cell).empty() ? 0U : 1U;
        facts.serials += serialDateText(cell, mark) ? 1U : 0U;
    } else if (isStatusWord(cell)) {
        ++facts.errors;
    } else if (isTimeText(cell)) {
        ++facts.times;
    } else if (isClockText(cell)) {
        ++facts.clocks;
    } else if (cell.size() <= kLongestState) {
        ++facts.words;
        facts.states.emplace(cell);
    }
}

// No number, no time and no word of a value among its cells.
bool isWithoutData(const std::vector<std::string>& row, char mark)
{
    std::size_t filled = 0;
    for (const std::string& cell : row) {
        Decimal number;
        if (cell.empty())
            continue;
        ++filled;
        if (readNumber(cell, mark, number) == NumberStatus::Ok || isTimeText(cell) || isClockText(cell)
            || isStatusWord(cell))
            return false;
    }
    return filled > 0;
}

// Units are short, or repeat, or are said to be units in the column of the time.
bool holdsUnits(const std::vector<std::string>& row)
{
    constexpr std::size_t kUsualUnit = 16; // bytes
    static constexpr std::array<std::string_view, 8> kUnits{
        "unit", "units", "einheit", "einheiten", "eu", "engunits", "uom", "masseinheit"};
    static constexpr std::array<std::string_view, 8> kTexts{
        "description", "descriptions", "descriptor", "beschreibung", "bezeichnung", "desc", "kommentar", "comment"};
    const std::string label = row.empty() ? std::string() : readHeading(row.front()).joined;
    if (isOneOf(label, kUnits) || isOneOf(label, kTexts))
        return isOneOf(label, kUnits);
    std::size_t filled = 0;
    std::size_t brief = 0;
    std::set<std::string> different;
    for (std::size_t c = 1; c < row.size(); ++c) {
        if (row[c].empty())
            continue;
        ++filled;
        brief += row[c].size() <= kUsualUnit ? 1U : 0U;
        different.insert(row[c]);
    }
    return brief * 2 > filled || different.size() * 2 <= filled;
}

} // namespace

bool SignalFacts::isUtc() const
{
    return !zoneInHeading(heading).empty();
}

bool SignalFacts::isTimeNamed() const
{
    static constexpr std::array<std::string_view, 10> kNames{
        "time", "timestamp", "date", "datetime", "zeit", "zeitstempel", "datum", "stamp", "tstamp", "uhrzeit"};
    return std::any_of(
        heading.words.begin(), heading.words.end(), [](const std::string& word) { return isOneOf(word, kNames); });
}

bool SignalFacts::isTime() const
{
    return mostly(times) || (mostly(serials) && (isTimeNamed() || heading.words.empty()));
}

bool SignalFacts::isQuality() const
{
    static constexpr std::array<std::string_view, 5> kNames{"quality", "qualitaet", "opcquality", "status", "qual"};
    return !heading.words.empty() && isOneOf(heading.words.back(), kNames);
}

bool SignalFacts::isMilliseconds() const
{
    static constexpr std::array<std::string_view, 6> kNames{
        "milliseconds", "millisecond", "millisec", "msec", "ms", "millisekunden"};
    return isOneOf(heading.joined, kNames) && mostly(thousandths);
}

bool SignalFacts::isTagLike() const
{
    return !heading.bracket.empty() || std::any_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '/' || c == '\\';
    });
}

bool SignalFacts::isDigital() const
{
    constexpr std::size_t kAlwaysFew = 4;
    return words > 0 && isTagLike() && mostly(numbers + errors + words)
        && states.size() <= std::max(kAlwaysFew, filled / 2);
}

std::vector<SignalFacts> signalFacts(const DelimitedHead& head, std::size_t firstRow)
{
    const char mark = head.dialect.dialect.decimalMark;
    std::vector<SignalFacts> out;
    for (std::size_t c = 0; c < head.columns.size(); ++c) {
        SignalFacts facts;
        facts.name = c < head.dialect.header.size() ? head.dialect.header[c] : std::string();
        facts.heading = readHeading(facts.name);
        for (std::size_t r = firstRow; r < head.rows.size(); ++r)
            if (c < head.rows[r].size() && !head.rows[r][c].empty())
                count(head.rows[r][c], mark, facts);
        out.push_back(std::move(facts));
    }
    return out;
}

HeadingRows findHeadingRows(const DelimitedHead& head)
{
    constexpr std::size_t kMost = 2;
    HeadingRows out;
    // At least one row of data is left.
    while (out.count < kMost && out.count + 1 < head.rows.size()
        && isWithoutData(head.rows[out.count], head.dialect.dialect.decimalMark))
        ++out.count;
    for (std::size_t r = 0; r < out.count; ++r)
        (holdsUnits(head.rows[r]) && out.units == HeadingRows::kNone ? out.units : out.descriptions) = r;
    return out;
}

} // namespace antecedent::importers
