// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a row mean, system by system: state, place, condition, priority, time.
#include "importers/alarm/alarm_dialect.h"
#include "importers/alarm/alarm_vendor_rows.h"

#include "importers/text/clock_text.h"
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

// A word of ISA-18.2's own scale, 1 critical to 4 low, that stands by itself in the text.
std::string severityOfWord(std::string_view text)
{
    struct Known
    {
        std::string_view word;
        int rank;
    };
    static constexpr Known kKnown[] = {{"critical", 1}, {"urgent", 1}, {"emergency", 1}, {"kritisch", 1}, {"high", 2},
        {"hoch", 2}, {"warning", 2}, {"warnung", 2}, {"medium", 3}, {"mittel", 3}, {"advisory", 3}, {"low", 4},
        {"niedrig", 4}, {"diagnostic", 4}, {"info", 4}, {"information", 4}, {"log", 4}};
    std::string words = toLowerAscii(text);
    for (char& c : words)
        if (static_cast<unsigned char>(c) < 0x80U && (c < 'a' || c > 'z'))
            c = ' ';
    for (const Known& known : kKnown)
        for (const std::string_view word : split(words, ' '))
            if (word == known.word)
                return severityOfRank(known.rank);
    return {};
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

// `15-CRITICAL`, `11-WARNING`, `07-ADVISORY`, `3-LOG`, in any language: the high number is urgent.
std::string severityOfDeltaV(std::string_view text)
{
    const auto number = wholeNumber(text.substr(0, text.find('-')));
    if (!number || *number < 0 || *number > 15)
        return severityOfWord(text);
    return severityOfRank(*number > 11 ? 1 : *number > 7 ? 2 : *number > 4 ? 3 : 4);
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
    case AlarmSystem::DeltaV:
        return severityOfDeltaV(priority);
    case AlarmSystem::Cimplicity: // classes that each project gives
    case AlarmSystem::InduSoft:
    case AlarmSystem::Citect:
    case AlarmSystem::WinCc: // 0 to 16 with a meaning that each project gives it
    case AlarmSystem::Other: // nothing says which end of a scale is the urgent one
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
        case 6:
            return AlarmState{"disabled", false, true};
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

} // namespace

std::string offsetText(int minutes)
{
    if (minutes == 0)
        return "Z";
    const int size = std::abs(minutes);
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

namespace {

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A fraction beside a time of whole seconds: `.250`, or a whole number of `digits` digits, 3 for milliseconds.
std::string fractionText(std::string_view text, std::size_t digits)
{
    const std::size_t mark = text.find_first_of(".,");
    if (mark != std::string_view::npos)
        return (mark == 0 || text.substr(0, mark) == "0") && areDigits(text.substr(mark + 1))
            ? "." + std::string(text.substr(mark + 1))
            : std::string();
    const auto number = wholeNumber(text);
    if (!number || *number <= 0 || text.size() > digits)
        return {};
    const std::string plain = std::to_string(*number);
    return "." + std::string(digits - plain.size(), '0') + plain;
}

// Where the time of day begins in a text that holds one, behind a date or not.
std::size_t clockBegin(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::size_t blank = colon == std::string_view::npos ? colon : text.find_last_of(" T", colon);
    return blank == std::string_view::npos ? 0 : blank + 1;
}

// A date and a time of day in columns of their own. Spreadsheets write midnight behind the one, and a day before the
// other; a date with another time of day is the whole time.
std::string joinedTime(const AlarmColumns& columns, std::string_view date, std::string_view clock)
{
    IsoTime time;
    const bool hasClock = date.find(':') != std::string_view::npos
        && parseTimeText(date, columns.order, TimeForm::Calendar, time) == TimeText::Ok;
    constexpr std::int64_t kDayUs = 86'400'000'000;
    if (clock.empty() || (hasClock && time.us % kDayUs != 0))
        return std::string(date);
    const std::string_view day = hasClock ? trimmed(date.substr(0, clockBegin(date) - 1)) : date;
    return std::string(day) + " " + std::string(clock.substr(clockBegin(clock)));
}

// Tells a local time that occurs twice (text/time_reader.h).
std::string daylightText(std::string_view local, std::string_view isDaylight)
{
    if (local.empty() || isDaylight.empty())
        return {};
    const char c = isDaylight.front();
    return c == 'T' || c == 't' || c == '1' ? " DST" : c == 'F' || c == 'f' || c == '0' ? " ST" : "";
}

bool hasOffset(std::string_view text, DateOrder order)
{
    IsoTime time;
    return parseTimeText(text, order, TimeForm::Calendar, time) == TimeText::Ok && time.hasOffset;
}

constexpr std::int64_t kHourUs = 3'600'000'000;

void setTime(const AlarmColumns& columns, const CellFn& cell, AlarmRow& out)
{
    const auto minutes = wholeNumber(cell(columns.offsetMinutes));
    const std::string fraction = fractionText(cell(columns.fraction), columns.fractionDigits);
    std::string utc(cell(columns.utc));
    std::string local = joinedTime(columns, cell(columns.time), cell(columns.clock));
    insertFraction(utc, fraction);
    insertFraction(local, fraction);
    const std::string_view half = cell(columns.half);
    if (!local.empty() && !half.empty() && !local.ends_with('M') && !local.ends_with('m'))
        local += " " + std::string(half);
    constexpr int kMostMinutes = 18 * 60;
    if (!local.empty() && minutes && *minutes >= -kMostMinutes && *minutes <= kMostMinutes)
        out.time = local + offsetText(*minutes);
    else if (!utc.empty())
        out.time = utc + (hasOffset(utc, columns.order) ? "" : "Z");
    else
        out.time = local + (local.empty() ? std::string() : biasText(cell(columns.bias)));
    IsoTime time;
    if (parseTimeText(out.time, columns.order, TimeForm::Calendar, time) == TimeText::Ok)
        out.timeUs = time.us;
    if (out.time != local)
        return;
    const std::string mark = daylightText(local, cell(columns.daylight));
    out.time += mark;
    if (mark == " DST" && out.timeUs != AlarmRow::kUnknown)
        out.timeUs -= kHourUs; // so that time goes on where the clock is put back
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

// What a column beside the state says, `true` or the word itself.
std::string suppressedOf(const AlarmColumns& columns, const CellFn& cell)
{
    const std::string_view text = cell(columns.suppressed);
    if (const auto state = alarmStateOf(text); state && !state->suppression.empty())
        return state->isSuppressionOver ? std::string() : std::string(state->suppression);
    for (const std::string_view yes : {"true", "yes", "1", "y", "x", "ja", "t"})
        if (equalsIgnoreCase(text, yes))
            return columns.suppressedKind;
    return {};
}

void completeRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& out)
{
    switch (columns.system) {
    case AlarmSystem::DeltaV:
        completeChronicleRow(columns, cell, out);
        break;
    case AlarmSystem::InduSoft:
        completeInduSoftRow(columns, cell, out);
        break;
    case AlarmSystem::Cimplicity:
        completeCimplicityRow(columns, cell, out);
        break;
    case AlarmSystem::Citect:
        completeCitectRow(columns, cell, out);
        break;
    case AlarmSystem::Ignition:
        completeIgnitionRow(columns, cell, out);
        break;
    default:
        break;
    }
}

} // namespace

std::string alarmTime(const AlarmColumns& columns, std::string_view date, std::string_view clock)
{
    IsoTime time;
    if (parseTimeText(date, columns.order, TimeForm::Calendar, time) != TimeText::Ok)
        return {};
    return joinedTime(columns, date, clock);
}

AlarmRow readAlarmRow(const AlarmColumns& columns, const CellFn& cell)
{
    AlarmRow out;
    const std::string_view state = cell(columns.state);
    if (const auto found = stateOf(columns.system, state)) {
        out.isActive = found->isActive;
        out.isAcknowledged = found->isAcknowledged;
        out.suppression = std::string(found->suppression);
        out.isSuppressionOver = found->isSuppressionOver;
        out.isSuppressionState = found->isSuppressionState;
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
    out.suppressed = suppressedOf(columns, cell);
    if (out.isEvent)
        out.category = "message";
    completeRow(columns, cell, out);
    return out;
}

} // namespace antecedent::importers
