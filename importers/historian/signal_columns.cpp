// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_columns.h"

#include "importers/historian/signal_quality.h"
#include "importers/proposal/headings.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "importers/text/time_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <set>

namespace antecedent::importers {

namespace {

using Signal = SignalColumns::Signal;
constexpr std::size_t kNone = SignalColumns::kNone;

struct Facts
{
    std::string name; // heading as in the source
    Heading heading;
    std::size_t filled = 0;
    std::size_t times = 0;
    std::size_t serials = 0; // times as a spreadsheet keeps them
    std::size_t clocks = 0; // times of day
    std::size_t values = 0; // numbers, and words in place of one

    bool mostly(std::size_t count) const { return filled > 0 && count * 20 >= filled * 19; }
    bool isTimeNamed() const
    {
        for (const std::string& word : heading.words)
            for (const std::string_view known :
                {"time", "timestamp", "date", "datetime", "zeit", "zeitstempel", "datum", "stamp", "tstamp", "uhrzeit"})
                if (word == known)
                    return true;
        return false;
    }
    bool isTime() const { return mostly(times) || (mostly(serials) && (isTimeNamed() || heading.words.empty())); }
    bool isQuality() const
    {
        if (heading.words.empty())
            return false;
        const std::string& last = heading.words.back();
        return last == "quality" || last == "qualitaet" || last == "opcquality" || last == "status" || last == "qual";
    }
    // Rather the name of a signal than of a field: with a number, a dot, a path, a unit.
    bool isTagLike() const
    {
        return !heading.bracket.empty() || std::any_of(name.begin(), name.end(), [](char c) {
            return (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '/' || c == '\\';
        });
    }
};

bool isTimeText(std::string_view text)
{
    IsoTime time;
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd})
        if (parseTimeText(text, order, TimeForm::Calendar, time) == TimeText::Ok)
            return true;
    return false;
}

bool isClockText(std::string_view text)
{
    return text.find(':') != std::string_view::npos && isTimeText("2000-01-01 " + std::string(text));
}

std::vector<Facts> factsOf(const DelimitedHead& head, std::size_t firstRow)
{
    const char mark = head.dialect.dialect.decimalMark;
    std::vector<Facts> out;
    for (std::size_t c = 0; c < head.columns.size(); ++c) {
        Facts facts;
        facts.name = c < head.dialect.header.size() ? head.dialect.header[c] : std::string();
        facts.heading = readHeading(facts.name);
        for (std::size_t r = firstRow; r < head.rows.size(); ++r) {
            const auto& row = head.rows[r];
            if (c >= row.size() || row[c].empty())
                continue;
            ++facts.filled;
            Decimal number;
            if (readNumber(row[c], mark, number) == NumberStatus::Ok) {
                ++facts.values;
                facts.serials += serialDateText(row[c], mark) ? 1U : 0U;
            } else if (isStatusWord(row[c])) {
                ++facts.values;
            } else if (isTimeText(row[c])) {
                ++facts.times;
            } else if (isClockText(row[c])) {
                ++facts.clocks;
            }
        }
        out.push_back(std::move(facts));
    }
    return out;
}

// The heading without its unit, which goes to `unit`.
std::string tagName(const Facts& facts, std::string& unit)
{
    const std::string& bracket = facts.heading.bracket;
    if (bracket.empty())
        return facts.name;
    unit = bracket;
    const std::size_t open = facts.name.find_last_of("([");
    return std::string(trimmed(std::string_view(facts.name).substr(0, open)));
}

// Quality of the tag before it: `TIC101.PV.Quality`, `TIC101.PV Quality`, or `Quality` alone.
bool isQualityOf(const Facts& quality, const Facts& value)
{
    return quality.isQuality()
        && (quality.heading.words.size() == 1 || toLowerAscii(quality.name).starts_with(toLowerAscii(value.name)));
}

bool isUtcHeading(const Facts& facts)
{
    return !zoneInHeading(facts.heading).empty();
}

std::size_t named(const std::vector<Facts>& facts, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        for (std::size_t c = 0; c < facts.size(); ++c)
            if (equalsIgnoreCase(facts[c].name, name))
                return c;
    return kNone;
}

// AVEVA Historian's History table, its CSV import form and Insight's: headings in any order.
std::optional<SignalColumns> narrow(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.shape = SignalColumns::Shape::Narrow;
    out.confidence = 95;
    Signal signal;
    signal.time = named(facts, {"DateTime", "DateTimeUTC", "Date", "StartDateTime"});
    signal.clock =
        signal.time != kNone && equalsIgnoreCase(facts[signal.time].name, "Date") ? named(facts, {"Time"}) : kNone;
    signal.value = named(facts, {"Value", "vValue"});
    signal.quality = named(facts, {"OPCQuality", "OpcQuality", "QualityDetail", "Quality"});
    out.tag = named(facts, {"TagName"});
    out.zone = named(facts, {"wwTimeZone"});
    if (signal.time == kNone || signal.value == kNone || out.tag == kNone)
        return std::nullopt;
    out.isUtc = isUtcHeading(facts[signal.time]);
    out.isAvevaQuality = signal.quality != kNone && equalsIgnoreCase(facts[signal.quality].name, "Quality");
    out.signals.push_back(std::move(signal));
    return out;
}

std::optional<SignalColumns> paired(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.shape = SignalColumns::Shape::Paired;
    out.confidence = 95;
    std::size_t c = 0;
    while (c + 1 < facts.size()) {
        const Facts& time = facts[c];
        const Facts& value = facts[c + 1];
        if (time.filled == 0 && value.filled == 0) {
            ++c; // a column between the pairs
            continue;
        }
        if (!time.isTime() || value.isTime() || !value.mostly(value.values) || value.name.empty())
            return std::nullopt;
        Signal signal;
        signal.time = c;
        signal.value = c + 1;
        signal.tag = tagName(value, signal.unit);
        c += 2;
        if (c < facts.size() && isQualityOf(facts[c], value))
            signal.quality = c++;
        out.isUtc = isUtcHeading(time);
        out.signals.push_back(std::move(signal));
    }
    return out.signals.size() > 1 ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<SignalColumns> wide(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.shape = SignalColumns::Shape::Wide;
    out.confidence = 70;
    std::size_t time = kNone;
    std::size_t clock = kNone;
    std::size_t tagLike = 0;
    std::set<std::string> names;
    for (std::size_t c = 0; c < facts.size(); ++c) {
        const Facts& column = facts[c];
        if (time == kNone && column.isTime()) {
            time = c;
            continue;
        }
        if (time != kNone && clock == kNone && out.signals.empty() && column.mostly(column.clocks)) {
            clock = c;
            continue;
        }
        if (c == 0 && column.heading.words.empty())
            continue; // numbers of rows
        if (!out.signals.empty() && isQualityOf(column, facts[out.signals.back().value])) {
            out.signals.back().quality = c;
            continue;
        }
        if (column.filled > 0 && !column.mostly(column.values))
            return std::nullopt;
        Signal signal;
        signal.value = c;
        signal.tag = tagName(column, signal.unit);
        if (signal.tag.empty() || !names.insert(signal.tag).second)
            return std::nullopt;
        tagLike += column.isTagLike() ? 1U : 0U;
        out.signals.push_back(std::move(signal));
    }
    if (time == kNone || out.signals.empty() || tagLike * 2 < out.signals.size())
        return std::nullopt;
    out.isUtc = isUtcHeading(facts[time]);
    for (Signal& signal : out.signals) {
        signal.time = time;
        signal.clock = clock;
    }
    return out;
}

// A row behind the header with a unit per column, or none: no number, no time in it.
bool isUnitRow(const DelimitedHead& head)
{
    if (head.rows.size() < 2)
        return false;
    std::size_t filled = 0;
    constexpr std::size_t kLongestUnit = 16;
    for (const std::string& cell : head.rows.front()) {
        Decimal number;
        if (cell.empty())
            continue;
        ++filled;
        if (readNumber(cell, head.dialect.dialect.decimalMark, number) == NumberStatus::Ok || isTimeText(cell)
            || isStatusWord(cell) || cell.size() > kLongestUnit)
            return false;
    }
    return filled > 0;
}

} // namespace

std::optional<SignalColumns> findSignalColumns(const DelimitedHead& head)
{
    if (!head.isTable() || head.rows.empty() || head.columns.size() < 2)
        return std::nullopt;
    const std::size_t unitRows = isUnitRow(head) ? 1 : 0;
    const std::vector<Facts> facts = factsOf(head, unitRows);
    for (const auto& find : {narrow, paired, wide}) {
        std::optional<SignalColumns> out = find(facts);
        if (!out)
            continue;
        out->decimalMark = head.dialect.dialect.decimalMark;
        if (out->shape == SignalColumns::Shape::Narrow)
            return out;
        out->unitRows = unitRows;
        for (Signal& signal : out->signals)
            if (unitRows > 0 && signal.unit.empty() && signal.value < head.rows.front().size())
                signal.unit = head.rows.front()[signal.value];
        return out;
    }
    return std::nullopt;
}

} // namespace antecedent::importers
