// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_columns.h"

#include "importers/historian/signal_facts.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <map>

namespace antecedent::importers {

namespace {

using Signal = SignalColumns::Signal;
using Facts = SignalFacts;
constexpr std::size_t kNone = SignalColumns::kNone;

std::size_t named(const std::vector<Facts>& facts, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        for (std::size_t c = 0; c < facts.size(); ++c)
            if (equalsIgnoreCase(facts[c].name, name))
                return c;
    return kNone;
}

// Columns that any of the lists may have.
void findOthers(const std::vector<Facts>& facts, SignalColumns& out)
{
    out.unit = named(facts, {"Unit", "Units", "EU", "EngUnits", "Engineering Units", "UOM", "Einheit"});
    out.description = named(facts, {"Description", "Descriptor", "Beschreibung", "Bezeichnung"});
    out.zone = named(facts, {"wwTimeZone", "TimeZone", "Time Zone", "Zeitzone"});
    out.retrieval = named(facts, {"wwRetrievalMode", "RetrievalMode", "Retrieval Mode", "Abrufmodus"});
    out.interpolation = named(facts, {"wwInterpolationType", "InterpolationType", "Interpolation"});
    out.step = named(facts, {"Step", "Stepped", "IsStep", "Is Step", "StepAttribute", "Stufe"});
    for (std::size_t c = 0; c < facts.size(); ++c)
        if (facts[c].isMilliseconds())
            out.signals.front().milliseconds = c;
}

// AVEVA Historian's History table, its CSV import form and Insight's: headings in any order.
std::optional<SignalColumns> knownList(const std::vector<Facts>& facts)
{
    SignalColumns out;
    out.confidence = 95;
    Signal signal;
    signal.time = named(facts, {"DateTime", "DateTimeUTC", "Date", "StartDateTime"});
    signal.clock =
        signal.time != kNone && equalsIgnoreCase(facts[signal.time].name, "Date") ? named(facts, {"Time"}) : kNone;
    signal.value = named(facts, {"Value", "vValue"});
    signal.quality = named(facts, {"OPCQuality", "OpcQuality", "QualityDetail", "Quality"});
    out.tag = named(facts, {"TagName"});
    if (signal.time == kNone || signal.value == kNone || out.tag == kNone)
        return std::nullopt;
    out.isUtc = facts[signal.time].isUtc();
    out.isAvevaQuality = signal.quality != kNone && equalsIgnoreCase(facts[signal.quality].name, "Quality");
    out.signals.push_back(std::move(signal));
    findOthers(facts, out);
    return out;
}

// The column whose heading is known for a canonical one of process values, best first; kNone if there are two.
std::size_t learnt(const std::vector<Facts>& facts, std::string_view column)
{
    constexpr int kSure = 85;
    const auto wanted = tableSpec(TableId::Samples).find(column);
    std::size_t out = kNone;
    int best = kSure - 1;
    for (std::size_t c = 0; c < facts.size(); ++c) {
        for (const HeadingMatch& match : matchHeading(facts[c].heading)) {
            if (match.table != TableId::Samples || match.column != wanted || match.score < best)
                continue;
            out = match.score == best ? kNone : c;
            best = match.score;
        }
    }
    return out;
}

bool isCanonical(const std::vector<Facts>& facts)
{
    return std::all_of(facts.begin(), facts.end(),
        [](const Facts& column) { return tableSpec(TableId::Samples).find(column.name).has_value(); });
}

// Any list of times, tags and values by learnt headings, in English and German, and with nothing else in it that a
// historian would not say: results of a laboratory have times, names and values, too.
std::optional<SignalColumns> learntList(const std::vector<Facts>& facts)
{
    if (isCanonical(facts))
        return std::nullopt; // the canonical table takes it
    SignalColumns out;
    out.confidence = 80;
    Signal signal;
    signal.time = learnt(facts, "time");
    const auto isClock = [](const Facts& column) { return column.isTimeNamed() && column.mostly(column.clocks); };
    if (signal.time == kNone) { // a date and a time of day are two
        const auto day = std::find_if(facts.begin(), facts.end(), [](const Facts& f) { return f.isTime(); });
        signal.time = day == facts.end() ? kNone : static_cast<std::size_t>(day - facts.begin());
    }
    if (const auto clock = std::find_if(facts.begin(), facts.end(), isClock); clock != facts.end())
        signal.clock = static_cast<std::size_t>(clock - facts.begin());
    if (signal.clock == signal.time)
        signal.time = kNone;
    signal.value = learnt(facts, "value");
    signal.quality = learnt(facts, "quality");
    out.tag = learnt(facts, "tag");
    if (signal.time == kNone || signal.value == kNone || out.tag == kNone || !facts[signal.time].isTime())
        return std::nullopt;
    // Digital tags may be many, where a quality says that these are process values.
    const SignalFacts& values = facts[signal.value];
    const std::size_t least = signal.quality == kNone ? (values.filled + 1) / 2 : 1;
    if (values.numbers < least || facts[out.tag].isTime())
        return std::nullopt;
    out.isUtc = facts[signal.time].isUtc();
    out.signals.push_back(std::move(signal));
    findOthers(facts, out);
    const Signal& found = out.signals.front();
    for (std::size_t c = 0; c < facts.size(); ++c) {
        const auto places = {found.time, found.clock, found.milliseconds, found.value, found.quality, out.tag, out.zone,
            out.unit, out.description, out.retrieval, out.interpolation, out.step};
        const bool isRowNumber = c == 0 && facts[c].heading.words.empty();
        if (!isRowNumber && std::find(places.begin(), places.end(), c) == places.end())
            return std::nullopt;
    }
    return out;
}

// The CSV import form of AVEVA Historian: lines for the encoding, the delimiter and the zone, then tag, operation,
// date, time, flags, value, quality detail; no headings.
std::optional<SignalColumns> importForm(const DelimitedHead& head, const std::vector<Facts>& facts)
{
    constexpr std::size_t kTag = 0;
    constexpr std::size_t kOperation = 1;
    constexpr std::size_t kDate = 2;
    constexpr std::size_t kTime = 3;
    if (head.dialect.dialect.hasHeader || head.titles.empty() || head.titles.front().empty())
        return std::nullopt;
    const std::string& first = head.titles.front().front();
    if ((!equalsIgnoreCase(first, "ASCII") && !equalsIgnoreCase(first, "UNICODE"))
        || (facts.size() != 6 && facts.size() != 7))
        return std::nullopt;
    if (!facts[kOperation].mostly(facts[kOperation].numbers) || !facts[kDate].isTime()
        || !facts[kTime].mostly(facts[kTime].clocks))
        return std::nullopt;
    SignalColumns out;
    out.confidence = 95;
    Signal signal;
    signal.time = kDate;
    signal.clock = kTime;
    signal.value = facts.size() - 2;
    signal.quality = facts.size() - 1;
    out.tag = kTag;
    for (const std::vector<std::string>& row : head.titles)
        for (const std::string& cell : row)
            out.isUtc = out.isUtc || equalsIgnoreCase(cell, "UTC") || equalsIgnoreCase(cell, "GMT");
    out.signals.push_back(std::move(signal));
    return out;
}

// Which tags of the first rows have numbers: a word among them is an error text that is not known, and no state.
std::set<std::string> analogTags(const DelimitedHead& head, const SignalColumns& columns)
{
    std::map<std::string, std::ptrdiff_t> balance;
    const std::size_t value = columns.signals.front().value;
    for (const std::vector<std::string>& row : head.rows) {
        if (columns.tag >= row.size() || value >= row.size() || row[value].empty())
            continue;
        Decimal number;
        const bool isNumber = readNumber(row[value], head.dialect.dialect.decimalMark, number) == NumberStatus::Ok;
        balance[row[columns.tag]] += isNumber ? 1 : -1;
    }
    std::set<std::string> out;
    for (const auto& [tag, count] : balance)
        if (count > 0)
            out.insert(tag);
    return out;
}

} // namespace

std::optional<SignalColumns> findSignalList(const DelimitedHead& head, const std::vector<SignalFacts>& facts)
{
    std::optional<SignalColumns> out = head.isTable() ? knownList(facts) : importForm(head, facts);
    if (!out && head.isTable())
        out = learntList(facts);
    if (out) {
        out->shape = SignalColumns::Shape::Narrow;
        out->analog = analogTags(head, *out);
    }
    return out;
}

} // namespace antecedent::importers
