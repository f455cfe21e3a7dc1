// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_vendor_rows.h"

#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestProperties = std::size_t{64} * 1024;

struct Coded
{
    std::string_view code;
    std::string_view word;
};

template <std::size_t n> std::string wordOf(const std::array<Coded, n>& words, std::string_view code)
{
    for (const Coded& known : words)
        if (known.code == code)
            return std::string(known.word);
    return std::string(code);
}

// Al_Type and Event_Type of InduSoft Web Studio's documentation.
constexpr std::array kAlarmTypes{Coded{"1", "HiHi"}, Coded{"2", "Hi"}, Coded{"4", "Lo"}, Coded{"8", "LoLo"},
    Coded{"16", "Rate"}, Coded{"32", "Deviation+"}, Coded{"64", "Deviation-"}};
constexpr std::array kEventTypes{Coded{"1", "SECURITY SYSTEM"}, Coded{"2", "DISPLAY"}, Coded{"3", "RECIPE"},
    Coded{"4", "REPORT"}, Coded{"5", "CUSTOM MESSAGE"}, Coded{"6", "SYSTEM WARNING"}, Coded{"7", "LOG TAGS"}};
constexpr std::string_view kLogTags = "7";

std::string_view stated(std::string_view text)
{
    return equalsIgnoreCase(text, "null") || equalsIgnoreCase(text, "(null)") ? std::string_view() : text;
}

void addProperty(AlarmRow& row, std::string_view name, std::string_view value)
{
    if (equalsIgnoreCase(name, "ackUser")) { // usr-prov:default:/usr:jdoe
        const std::size_t user = value.rfind("usr:");
        row.by = std::string(user == std::string_view::npos ? value : value.substr(user + 4));
    } else if (equalsIgnoreCase(name, "eventValue") && row.value.empty() && isNumber(value)) {
        row.value = std::string(value);
    } else if (equalsIgnoreCase(name, "setpointA") && isNumber(value)) {
        row.limit = std::string(value);
    } else if (equalsIgnoreCase(name, "label") && row.text.empty()) {
        row.text = std::string(value);
    } else if (equalsIgnoreCase(name, "isShelved")) {
        if (equalsIgnoreCase(value, "true") || value == "1")
            row.suppressed = "shelved";
    } else if (row.properties.size() + name.size() + value.size() < kLongestProperties) {
        row.properties += (row.properties.empty() ? "" : "; ") + std::string(name) + "=" + std::string(value);
    }
}

void takeProperty(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    const std::string_view name = stated(cell(columns.property));
    if (name.empty())
        return;
    std::string_view value = stated(cell(columns.propertyText));
    for (const std::size_t other : {columns.propertyNumber, columns.propertyCount})
        if (value.empty())
            value = stated(cell(other));
    addProperty(row, name, value);
}

} // namespace

std::string biasText(std::string_view bias)
{
    constexpr int kMost = 18 * 60;
    int minutes = 0;
    const auto [end, status] = std::from_chars(bias.data(), bias.data() + bias.size(), minutes);
    const bool isNumber = status == std::errc() && end == bias.data() + bias.size() && !bias.empty();
    return isNumber && minutes >= -kMost && minutes <= kMost ? offsetText(-minutes) : std::string();
}

void completeInduSoftRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    const std::string_view type = cell(columns.eventType);
    if (columns.eventType != AlarmColumns::kNone) {
        row.isEvent = true;
        row.kind = wordOf(kEventTypes, type);
        row.code = row.kind;
        row.category = "message";
        row.oldValue = std::string(cell(columns.oldValue));
        if (type != kLogTags) { // then it is no tag
            row.text = std::string(cell(columns.source)) + (row.source.empty() || row.text.empty() ? "" : ": ")
                + std::string(cell(columns.text));
            row.source.clear();
            row.value.clear();
            row.oldValue.clear();
        }
        row.alarm = row.source + '\x1F' + row.code;
        return;
    }
    const std::string_view active = cell(columns.state);
    row.isEvent = active != "0" && active != "1";
    row.hasUnknownState = row.isEvent;
    row.isActive = active == "1";
    row.kind.clear();
    row.code = wordOf(kAlarmTypes, cell(columns.condition));
    row.alarm = row.source + '\x1F' + row.code;
    row.onset = row.time;
    row.instance = row.time;
    const auto withOffset = [&](const std::string& time) {
        return time.empty() ? time : time + biasText(cell(columns.bias));
    };
    row.end = withOffset(alarmTime(columns, cell(columns.end), cell(columns.endClock)));
    row.acknowledged = withOffset(alarmTime(columns, cell(columns.acknowledged), cell(columns.acknowledgedClock)));
    if (!row.acknowledged.empty())
        row.isAcknowledged = true;
    else if (cell(columns.unacknowledged) == "1")
        row.isAcknowledged = false;
    const std::string& latest = row.isActive == false && !row.end.empty() ? row.end : row.acknowledged;
    if (latest.empty())
        return;
    row.time = latest;
    IsoTime time;
    if (parseTimeText(row.time, columns.order, TimeForm::Calendar, time) == TimeText::Ok)
        row.timeUs = time.us;
}

void completeCimplicityRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    const std::string_view action = cell(columns.state);
    row.isEvent = false;
    row.isActive.reset();
    row.isAcknowledged.reset();
    row.kind = std::string(cell(columns.kind));
    if (columns.state == AlarmColumns::kNone || equalsIgnoreCase(action, "G"))
        row.isActive = true;
    else if (equalsIgnoreCase(action, "A"))
        row.isAcknowledged = true;
    else if (equalsIgnoreCase(action, "R") || equalsIgnoreCase(action, "D") || equalsIgnoreCase(action, "N"))
        row.isActive = false;
    else
        row.isEvent = row.hasUnknownState = true;
    if (columns.isInstanceUtc && !row.instance.empty())
        row.onset = row.instance == cell(columns.utc) ? row.time : row.instance + "Z";
}

void completeCitectRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    static constexpr std::array<std::string_view, 9> kLevels{
        "HIGH", "HIGH HIGH", "HIGHHIGH", "LOW", "LOW LOW", "LOWLOW", "DEVIATION", "RATE", "RATE OF CHANGE"};
    const std::string_view state = cell(columns.state);
    const bool isLevel = std::any_of(
        kLevels.begin(), kLevels.end(), [&](std::string_view level) { return equalsIgnoreCase(state, level); });
    if (isLevel) {
        row.isEvent = false;
        row.isActive = true;
        row.mayContinue = true;
    }
    row.hasUnknownState = row.isEvent;
    row.kind = std::string(cell(columns.kind));
    row.code = std::string(cell(columns.text).empty() ? cell(columns.source) : cell(columns.text));
    row.alarm = row.source;
}

void completeIgnitionRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    constexpr int kShelved = 2; // bit 1
    int flags = 0;
    const std::string_view text = cell(columns.flags);
    if (std::from_chars(text.data(), text.data() + text.size(), flags).ec == std::errc() && (flags & kShelved) != 0)
        row.suppressed = "shelved";
    if (columns.property == AlarmColumns::kNone)
        return;
    row.rowId = std::string(cell(columns.rowId));
    takeProperty(columns, cell, row);
}

bool addAlarmProperty(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    if (columns.property == AlarmColumns::kNone || row.rowId.empty() || cell(columns.rowId) != row.rowId)
        return false;
    takeProperty(columns, cell, row);
    return true;
}

} // namespace antecedent::importers
