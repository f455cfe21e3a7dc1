// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a row mean, system by system: state, place, condition, priority, time.
#include "importers/alarm/alarm_dialect.h"

#include "model/base/text.h"

#include <algorithm>
#include <charconv>

namespace antecedent::importers {

namespace {

std::optional<int> wholeNumber(std::string_view text)
{
    int out = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), out);
    return status == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(out)
                                                                                      : std::nullopt;
}

// Between the first `after` and the next `before`; the whole text where `after` is missing.
std::string_view between(std::string_view text, std::string_view after, std::string_view before)
{
    const std::size_t begin = text.find(after);
    if (begin == std::string_view::npos)
        return text;
    text.remove_prefix(begin + after.size());
    return text.substr(0, text.find(before));
}

std::string severityOfRank(int rank)
{
    return std::to_string(std::clamp(rank, 1, 4));
}

// A word or number on ISA-18.2's own scale, 1 critical to 4 low.
std::string severityOfWord(std::string_view text)
{
    const std::string word = toLowerAscii(text);
    struct Known
    {
        std::string_view part;
        int rank;
    };
    static constexpr Known kKnown[] = {{"critical", 1}, {"urgent", 1}, {"emergency", 1}, {"kritisch", 1}, {"high", 2},
        {"hoch", 2}, {"warning", 2}, {"warnung", 2}, {"medium", 3}, {"mittel", 3}, {"advisory", 3}, {"low", 4},
        {"niedrig", 4}, {"diagnostic", 4}, {"info", 4}, {"log", 4}};
    for (const Known& known : kKnown)
        if (word.find(known.part) != std::string::npos)
            return severityOfRank(known.rank);
    const auto number = wholeNumber(text);
    return number && *number >= 1 && *number <= 4 ? severityOfRank(*number) : std::string();
}

// 1 to 999, a low number is important: the ranges that AVEVA gives its four severities.
std::string severityOfLowFirst(std::string_view text)
{
    const auto number = wholeNumber(text);
    return number && *number >= 1 && *number <= 999 ? severityOfRank(*number / 250 + 1) : severityOfWord(text);
}

// 1 to 1000, a high number is important: FactoryTalk's urgent, high, medium, low.
std::string severityOfHighFirst(std::string_view text)
{
    const auto number = wholeNumber(text);
    return number && *number >= 1 && *number <= 1000 ? severityOfRank(4 - (*number - 1) / 250) : severityOfWord(text);
}

// 0 diagnostic, 1 low, 2 medium, 3 high, 4 critical.
std::string severityOfIgnition(std::string_view text)
{
    const auto number = wholeNumber(text);
    return number && *number >= 0 && *number <= 4 ? severityOfRank(5 - *number) : severityOfWord(text);
}

std::string severityOf(const AlarmColumns& columns, const CellFn& cell)
{
    const std::string_view stated = cell(columns.severity);
    if (const auto number = wholeNumber(stated); number && *number >= 1 && *number <= 4)
        return std::string(stated);
    const std::string_view priority = cell(columns.priority);
    switch (columns.system) {
    case AlarmSystem::AvevaEvents:
    case AlarmSystem::InTouch:
        return severityOfLowFirst(priority);
    case AlarmSystem::FactoryTalk:
        return severityOfHighFirst(priority);
    case AlarmSystem::Ignition:
        return severityOfIgnition(priority);
    case AlarmSystem::WinCc: // 0 to 16 with a meaning that each project gives it
        return wholeNumber(priority) ? std::string() : severityOfWord(priority);
    case AlarmSystem::Other:
        return severityOfWord(priority);
    }
    return {};
}

std::optional<AlarmState> stateOf(AlarmSystem system, std::string_view text)
{
    const auto number = wholeNumber(text);
    if (system == AlarmSystem::FactoryTalk && number) {
        switch (*number) {
        case 1:
            return AlarmState{true, false};
        case 2:
            return AlarmState{true, true};
        case 3:
            return AlarmState{false, false};
        case 4:
            return AlarmState{false, true};
        default:
            return std::nullopt;
        }
    }
    if (system == AlarmSystem::Ignition && number) {
        if (*number == 0)
            return AlarmState{true, false};
        return *number == 1 ? std::optional(AlarmState{false, std::nullopt})
            : *number == 2  ? std::optional(AlarmState{std::nullopt, true})
                            : std::nullopt;
    }
    return alarmStateOf(text);
}

std::string offsetText(int minutes)
{
    if (minutes == 0)
        return "Z";
    const int size = std::abs(minutes);
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

// A fraction beside a time of whole seconds, in units of 0.1 ms.
std::string fractionText(std::string_view text)
{
    const auto number = wholeNumber(text);
    if (!number || *number <= 0 || *number > 9999)
        return {};
    std::string digits = std::to_string(*number);
    return "." + std::string(4 - digits.size(), '0') + digits;
}

void setTime(const AlarmColumns& columns, const CellFn& cell, AlarmRow& out)
{
    const std::string_view utc = cell(columns.utc);
    const auto minutes = wholeNumber(cell(columns.offsetMinutes));
    std::string local(cell(columns.time));
    if (const std::string_view clock = cell(columns.clock); !clock.empty())
        local += " " + std::string(clock);
    const std::string fraction = fractionText(cell(columns.fraction));
    if (!local.empty() && minutes && std::abs(*minutes) <= 18 * 60)
        out.time = local + fraction + offsetText(*minutes);
    else if (!utc.empty())
        out.time = std::string(utc) + fraction + (utc.back() == 'Z' || utc.back() == 'z' ? "" : "Z");
    else
        out.time = local + fraction;
    IsoTime time;
    if (parseTimeText(out.time, columns.order, TimeForm::Calendar, time) == TimeText::Ok)
        out.timeUs = time.us;
}

// An analogue alarm has one name and several levels; a digital one has its name alone.
bool isLevel(std::string_view condition)
{
    static constexpr std::string_view kLevels[] = {
        "HIHI", "HI", "LO", "LOLO", "DEV_HI", "DEV_LO", "ROC_POS", "ROC_NEG"};
    return std::any_of(std::begin(kLevels), std::end(kLevels),
        [&](std::string_view level) { return equalsIgnoreCase(condition, level); });
}

void setPlace(const AlarmColumns& columns, const CellFn& cell, AlarmRow& out)
{
    const std::string_view source = cell(columns.source);
    const std::string_view condition = cell(columns.condition);
    out.source = std::string(source);
    out.code = std::string(condition);
    if (columns.system == AlarmSystem::FactoryTalk) {
        // RNA://$Global/Area/Device:Alarm
        const std::string_view place =
            source.substr(source.rfind('/') == std::string_view::npos ? 0 : source.rfind('/') + 1);
        out.source = std::string(place.substr(0, place.find(':')));
        const std::string_view level = cell(columns.kind);
        if (isLevel(level) && !toLowerAscii(condition).ends_with(toLowerAscii(level)))
            out.code += " " + std::string(level);
    } else if (columns.system == AlarmSystem::Ignition) {
        // prov:default:/tag:Area/Tag:/alm:Name
        out.source = std::string(between(source, "/tag:", ":/alm:"));
        out.code = std::string(between(source, ":/alm:", ":/"));
    } else if (columns.system == AlarmSystem::AvevaEvents && out.isEvent && condition.empty()) {
        out.code = std::string(cell(columns.state));
    }
    if (out.code.empty())
        out.code = std::string(cell(columns.text).empty() ? source : cell(columns.text));
    out.alarm = out.source + '\x1F' + out.code;
}

} // namespace

AlarmRow readAlarmRow(const AlarmColumns& columns, const CellFn& cell)
{
    AlarmRow out;
    const std::string_view state = cell(columns.state);
    if (const auto found = stateOf(columns.system, state)) {
        out.isActive = found->isActive;
        out.isAcknowledged = found->isAcknowledged;
    } else {
        out.isEvent = true;
    }
    setTime(columns, cell, out);
    setPlace(columns, cell, out);
    out.instance = std::string(cell(columns.instance));
    out.onset = std::string(cell(columns.onset));
    out.acknowledged = std::string(cell(columns.acknowledged));
    out.end = std::string(cell(columns.end));
    out.severity = severityOf(columns, cell);
    out.priority = std::string(cell(columns.priority));
    out.text = std::string(cell(columns.text));
    out.value = std::string(cell(columns.value));
    out.limit = std::string(cell(columns.limit));
    out.unit = std::string(cell(columns.unit));
    out.area = std::string(cell(columns.area));
    out.kind = out.isEvent ? std::string(state) : std::string(cell(columns.kind));
    out.batch = std::string(cell(columns.batch));
    out.by = std::string(cell(columns.by));
    for (const std::size_t column : columns.extras)
        out.extras.emplace_back(cell(column));
    return out;
}

} // namespace antecedent::importers
