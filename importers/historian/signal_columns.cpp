// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_columns.h"

#include "importers/historian/signal_facts.h"
#include "importers/text/delimited_rows.h"
#include "model/base/text.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace antecedent::importers {

namespace {

using Signal = SignalColumns::Signal;
using Facts = SignalFacts;
constexpr std::size_t kNone = SignalColumns::kNone;

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

bool isSignal(const Facts& column)
{
    return column.isAnalog() || column.isDigital();
}

void setKind(const Facts& column, Signal& signal)
{
    signal.isDigital = column.words > column.numbers;
    signal.isAnalog = !signal.isDigital && column.numbers > 0;
}

std::optional<SignalColumns> paired(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.shape = SignalColumns::Shape::Paired;
    out.confidence = 95;
    std::size_t c = 0;
    while (c + 1 < facts.size()) {
        const Facts& time = facts[c];
        if (time.filled == 0 && facts[c + 1].filled == 0) {
            ++c; // a column between the pairs
            continue;
        }
        Signal signal;
        signal.time = c++;
        if (c + 1 < facts.size() && facts[c].isMilliseconds())
            signal.milliseconds = c++;
        const Facts& value = facts[c];
        if (!time.isTime() || value.isTime() || !isSignal(value) || value.name.empty())
            return std::nullopt;
        signal.value = c;
        setKind(value, signal);
        signal.tag = tagName(value, signal.unit);
        ++c;
        if (c < facts.size() && isQualityOf(facts[c], value))
            signal.quality = c++;
        out.isUtc = time.isUtc();
        out.signals.push_back(std::move(signal));
    }
    return out.signals.size() > 1 ? std::optional(std::move(out)) : std::nullopt;
}

// `Pane1-Pen2`, as Process Analyst heads the pens of its panes.
bool isPen(const std::string& name)
{
    return toLowerAscii(name).starts_with("pane") && name.size() > 4
        && std::isdigit(static_cast<unsigned char>(name[4])) != 0 && name.find('-') != std::string::npos;
}

// Words alone are the signals of a historian only if they come again and again, under names with a number.
bool isSureOfWords(const std::vector<Facts>& facts, const std::vector<Signal>& signals)
{
    if (std::any_of(
            signals.begin(), signals.end(), [&](const Signal& signal) { return facts[signal.value].numbers > 0; }))
        return true;
    const bool isNumbered = std::all_of(signals.begin(), signals.end(), [](const Signal& signal) {
        return std::any_of(signal.tag.begin(), signal.tag.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
    return isNumbered && std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
        return facts[signal.value].states.size() * 2 <= facts[signal.value].words;
    });
}

std::optional<SignalColumns> wide(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.shape = SignalColumns::Shape::Wide;
    out.confidence = 70;
    Signal common; // the time of all
    std::size_t tagLike = 0;
    std::set<std::string> names;
    for (std::size_t c = 0; c < facts.size(); ++c) {
        const Facts& column = facts[c];
        const bool isBefore = common.time != kNone && out.signals.empty();
        if (common.time == kNone && column.isTime()) {
            common.time = c;
            continue;
        }
        if (isBefore && common.clock == kNone && column.mostly(column.clocks)) {
            common.clock = c;
            continue;
        }
        if (isBefore && common.milliseconds == kNone && column.isMilliseconds()) {
            common.milliseconds = c;
            continue;
        }
        if (c == 0 && column.heading.words.empty())
            continue; // numbers of rows
        if (!out.signals.empty() && isQualityOf(column, facts[out.signals.back().value])) {
            out.signals.back().quality = c;
            continue;
        }
        if (column.filled > 0 && !isSignal(column))
            return std::nullopt;
        Signal signal;
        signal.value = c;
        setKind(column, signal);
        signal.tag = tagName(column, signal.unit);
        if (signal.tag.empty() || !names.insert(signal.tag).second)
            return std::nullopt;
        tagLike += column.isTagLike() ? 1U : 0U;
        out.signals.push_back(std::move(signal));
    }
    if (common.time == kNone || out.signals.empty() || tagLike * 2 < out.signals.size()
        || !isSureOfWords(facts, out.signals))
        return std::nullopt;
    out.isUtc = facts[common.time].isUtc();
    for (Signal& signal : out.signals) {
        signal.time = common.time;
        signal.clock = common.clock;
        signal.milliseconds = common.milliseconds;
    }
    out.isDisplay = common.milliseconds != kNone
        && std::all_of(out.signals.begin(), out.signals.end(), [](const Signal& signal) { return isPen(signal.tag); });
    return out;
}

std::string cellOf(const DelimitedHead& head, std::size_t row, std::size_t column)
{
    return row < head.rows.size() && column < head.rows[row].size() ? head.rows[row][column] : std::string();
}

} // namespace

std::optional<SignalColumns> findSignalColumns(const DelimitedHead& head)
{
    if (!head.dialect.isTable || head.rows.empty() || head.columns.size() < 2)
        return std::nullopt;
    const char mark = head.dialect.dialect.decimalMark;
    if (std::optional<SignalColumns> list = findSignalList(head, signalFacts(head, 0))) {
        list->decimalMark = mark;
        return list;
    }
    if (!head.isTable())
        return std::nullopt;
    const HeadingRows below = findHeadingRows(head);
    const std::vector<Facts> facts = signalFacts(head, below.count);
    for (const auto& find : {paired, wide}) {
        std::optional<SignalColumns> out = find(facts);
        if (!out)
            continue;
        out->decimalMark = mark;
        out->unitRows = below.count;
        for (Signal& signal : out->signals) {
            if (signal.unit.empty())
                signal.unit = cellOf(head, below.units, signal.value);
            signal.description = cellOf(head, below.descriptions, signal.value);
        }
        return out;
    }
    return std::nullopt;
}

} // namespace antecedent::importers
