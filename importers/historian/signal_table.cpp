// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_table.h"

#include "importers/text/clock_text.h"
#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

enum Column : std::size_t {
    Element,
    Record,
    Time,
    TagName,
    Value,
    Quality,
    Unit,
    Zone,
    Description,
    Interpolation,
    ColumnCount
};
constexpr std::size_t kMostTags = 200'000; // whose states are told apart
constexpr std::size_t kLongestState = 200; // bytes
constexpr std::size_t kMostModes = 20;

bool hasOffset(std::string_view text)
{
    if (text.ends_with('Z') || text.ends_with('z') || text.ends_with("UTC") || text.ends_with("GMT"))
        return true;
    // A sign behind the time of day, `+01:00`.
    const std::size_t clock = text.find(':');
    return clock != std::string_view::npos && text.find_first_of("+-", clock) != std::string_view::npos;
}

bool isUtcName(std::string_view zone)
{
    return equalsIgnoreCase(zone, "UTC") || equalsIgnoreCase(zone, "GMT");
}

// AVEVA Historian's own numbers for the quality of a value.
std::string avevaQuality(std::string_view text)
{
    return text == "0" ? "Good" : text == "1" ? "Bad" : text == "16" || text == "133" ? "Uncertain" : std::string(text);
}

bool isNumber(std::string_view text, char mark)
{
    Decimal number;
    return readNumber(text, mark, number) == NumberStatus::Ok;
}

} // namespace

SignalTable::SignalTable(std::unique_ptr<DelimitedRows> rows, SignalColumns columns)
    : m_rows(std::move(rows))
    , m_columns(std::move(columns))
    , m_skip(m_columns.unitRows)
    , m_signals(m_columns.signals.size())
{
    for (const std::string& name : m_columns.analog)
        m_named[name].isAnalog = true;
    for (std::size_t i = 0; i < m_signals.size(); ++i) {
        const SignalColumns::Signal& signal = m_columns.signals[i];
        m_signals[i].isDigital = signal.isDigital;
        m_signals[i].isAnalog = signal.isAnalog;
        if (!signal.tag.empty())
            say(m_signals[i], signal, signal.tag);
    }
}

Result<std::unique_ptr<SignalTable>> SignalTable::open(ByteSource& bytes, const TextHints& hints)
{
    Result<std::unique_ptr<DelimitedRows>> rows = DelimitedRows::open(bytes, hints);
    if (!rows)
        return rows.error();
    std::optional<SignalColumns> columns = findSignalColumns((*rows)->head());
    if (!columns)
        return Error{ErrorCode::UnknownFormat, {}, "not a table of process values"};
    return std::unique_ptr<SignalTable>(new SignalTable(std::move(*rows), std::move(*columns)));
}

const std::vector<std::string>& SignalTable::header()
{
    static const std::vector<std::string> kHeader{
        "element", "record", "time", "tag", "value", "quality", "unit", "zone", "description", "interpolation"};
    return kHeader;
}

std::string SignalTable::timeText(const SignalColumns::Signal& signal) const
{
    const std::string_view cell = m_rows->cell(signal.time);
    std::string out = serialDateText(cell, m_columns.decimalMark).value_or(std::string(cell));
    if (const std::string_view clock = m_rows->cell(signal.clock); !clock.empty() && !out.empty())
        out += " " + std::string(clock);
    insertFraction(out, thousandthsText(m_rows->cell(signal.milliseconds)));
    const bool isUtc = m_columns.isUtc || isUtcName(m_rows->cell(m_columns.zone));
    if (isUtc && !out.empty() && !hasOffset(out))
        out += out.find(':') == std::string::npos ? " 00:00:00Z" : "Z";
    return out;
}

SignalTable::Tag& SignalTable::tagOf(std::size_t signal, const std::string& name)
{
    if (m_columns.shape != SignalColumns::Shape::Narrow)
        return m_signals[signal];
    if (const auto found = m_named.find(name); found != m_named.end())
        return found->second;
    return m_named.size() < kMostTags ? m_named[name] : (m_other = Tag{});
}

// Makes the row of record "tag", from the headings, or from the columns of the row at hand.
void SignalTable::say(Tag& tag, const SignalColumns::Signal& signal, const std::string& name)
{
    Row row(ColumnCount);
    row[Record] = "tag";
    row[TagName] = name;
    row[Element] = "1";
    row[Unit] = signal.unit;
    row[Description] = signal.description;
    if (m_columns.shape == SignalColumns::Shape::Narrow) {
        row[Element] = std::to_string(m_rows->line());
        row[Unit] = m_rows->cell(m_columns.unit);
        row[Description] = m_rows->cell(m_columns.description);
        row[Interpolation] = interpolationOf(m_rows->cell(m_columns.interpolation));
        if (row[Interpolation].empty())
            row[Interpolation] = interpolationOfStep(m_rows->cell(m_columns.step));
        // Values that were made on a line between others say so.
        if (row[Interpolation].empty() && retrievalOf(m_rows->cell(m_columns.retrieval)) == Retrieval::Interpolated)
            row[Interpolation] = "linear";
    } else if (m_columns.isDisplay && !tag.isDigital) {
        row[Interpolation] = "linear";
    }
    if (row[Interpolation].empty() && tag.isDigital)
        row[Interpolation] = "step";
    tag.isStated = true;
    if (!row[Unit].empty() || !row[Description].empty() || !row[Interpolation].empty())
        m_ready.push_back(std::move(row));
}

// Only a change of the state is a record.
void SignalTable::takeState(Tag& tag, Row row)
{
    if (tag.state == row[Value]) {
        ++m_repeated;
        return;
    }
    tag.state = row[Value].size() <= kLongestState ? row[Value] : std::string(); // longer ones are messages
    row[Record] = "state";
    m_ready.push_back(std::move(row));
}

void SignalTable::take(std::size_t place)
{
    const SignalColumns::Signal& signal = m_columns.signals[place];
    const bool isList = m_columns.shape == SignalColumns::Shape::Narrow;
    const std::string_view value = m_rows->cell(signal.value);
    const std::string_view quality = m_rows->cell(signal.quality);
    if (!isList && value.empty()
        && (m_columns.shape == SignalColumns::Shape::Wide ? quality.empty() : m_rows->cell(signal.time).empty()))
        return;
    Row row(ColumnCount);
    row[Element] = std::to_string(m_rows->line());
    row[Record] = "sample";
    row[Time] = timeText(signal);
    row[TagName] = isList ? std::string(m_rows->cell(m_columns.tag)) : signal.tag;
    row[Value] = pointNumber(value, m_columns.decimalMark);
    row[Quality] = m_columns.isAvevaQuality ? avevaQuality(quality) : signalQuality(quality);
    const std::string_view zone = m_rows->cell(m_columns.zone);
    row[Zone] = isUtcName(zone) ? std::string_view() : zone;
    if (const std::string_view mode = m_rows->cell(m_columns.retrieval);
        retrievalOf(mode) != Retrieval::Kept && (m_made.size() < kMostModes || m_made.contains(std::string(mode))))
        ++m_made[std::string(mode)];
    Tag& tag = tagOf(place, row[TagName]);
    const bool isValue = isNumber(value, m_columns.decimalMark);
    const bool isState = !isValue && !value.empty() && !isStatusWord(value) && !tag.isAnalog && row[Quality] != "Bad";
    const bool isNewState = isState && !tag.isDigital;
    tag.isAnalog = tag.isAnalog || (isValue && !tag.isDigital);
    tag.isDigital = tag.isDigital || isState;
    if ((isList && !tag.isStated && !row[TagName].empty()) || isNewState)
        say(tag, signal, row[TagName]);
    if (isState)
        return takeState(tag, std::move(row));
    if (!isValue)
        tag.state.clear(); // not known any more
    if (value.empty())
        row[Value] = row[Quality].empty() ? "no value" : row[Quality];
    else if (row[Quality].empty() && !isValue && isStatusWord(value))
        row[Quality] = std::string(value);
    m_ready.push_back(std::move(row));
}

void SignalTable::readRow()
{
    if (!m_rows->isSound()) {
        Row row(ColumnCount);
        row[Element] = std::to_string(m_rows->line());
        row[Record] = "sample";
        m_ready.push_back(std::move(row));
        return;
    }
    for (std::size_t i = 0; i < m_columns.signals.size(); ++i)
        take(i);
}

Result<bool> SignalTable::next(std::vector<std::string>& row)
{
    while (m_ready.empty()) {
        const Result<bool> more = m_rows->next();
        if (!more || !*more)
            return more;
        if (m_skip > 0)
            --m_skip;
        else
            readRow();
    }
    row = std::move(m_ready.front());
    m_ready.pop_front();
    return true;
}

std::vector<std::string> SignalTable::remarks() const
{
    std::vector<std::string> out;
    if (m_repeated > 0)
        out.push_back(counted(m_repeated, "value of a digital tag repeats its state and is no record of its own",
            "values of digital tags repeat their state and are no records of their own"));
    if (m_columns.isDisplay)
        out.emplace_back("the values are interpolated for a display period: what happened between two of them is not "
                         "in the export");
    for (const auto& [mode, count] : m_made)
        out.push_back(counted(count, "value was", "values were")
            + (retrievalOf(mode) == Retrieval::Interpolated ? " interpolated" : " made of a stretch of time")
            + " (retrieval mode " + mode + "): what happened between them is not in the export");
    return out;
}

} // namespace antecedent::importers
