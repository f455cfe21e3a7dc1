// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_dialect.h"

#include "importers/text/delimited_rows.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace antecedent::importers {

namespace {

using Field = std::size_t AlarmColumns::*;

// Headings of one thing, the first that is there counts.
struct Rule
{
    Field field;
    std::string_view names;
    bool isNeeded = false;
};

struct System
{
    AlarmSystem id;
    std::string_view name;
    int confidence; // of a list with all needed headings
    bool areStatesChecked; // its headings alone say too little
    std::span<const Rule> rules;
};

using C = AlarmColumns;

constexpr std::array kAveva{
    Rule{&C::time, "EventTime", true},
    Rule{&C::utc, "EventTimeUtc"},
    Rule{&C::offsetMinutes, "EventTimeUTCOffsetMins"},
    Rule{&C::state, "Type", true},
    Rule{&C::source, "Source_ProcessVariable|Source_Object", true},
    Rule{&C::condition, "Alarm_Condition|Alarm_Type"},
    Rule{&C::instance, "Alarm_ID"},
    Rule{&C::priority, "Priority"},
    Rule{&C::severity, "Severity"},
    Rule{&C::text, "Comment|Alarm_Description"},
    Rule{&C::limit, "Alarm_LimitString"},
    Rule{&C::value, "ValueString"},
    Rule{&C::unit, "Source_Units"},
    Rule{&C::area, "Source_Area"},
    Rule{&C::kind, "Alarm_Class"},
    Rule{&C::by, "User_Name|User_Account"},
};
constexpr std::array kInTouch{
    Rule{&C::time, "EventStamp", true},
    Rule{&C::utc, "EventStampUTC"},
    Rule{&C::fraction, "MilliSec"},
    Rule{&C::state, "AlarmState", true},
    Rule{&C::source, "TagName", true},
    Rule{&C::condition, "Type"},
    Rule{&C::value, "Value"},
    Rule{&C::limit, "CheckValue"},
    Rule{&C::priority, "Priority"},
    Rule{&C::text, "Description"},
    Rule{&C::area, "Area"},
    Rule{&C::kind, "Category"},
    Rule{&C::by, "Operator"},
};
constexpr std::array kFactoryTalk{
    Rule{&C::time, "EventTime", true},
    Rule{&C::state, "AlarmState", true},
    Rule{&C::source, "EventSource"},
    Rule{&C::condition, "AlarmName", true},
    Rule{&C::instance, "InAlarmTime"},
    Rule{&C::onset, "InAlarmTime"},
    Rule{&C::acknowledged, "AckTime"},
    Rule{&C::end, "OutOfAlarmTime"},
    Rule{&C::priority, "Severity"},
    Rule{&C::text, "Message"},
    Rule{&C::value, "CurrentValue"},
    Rule{&C::limit, "LimitValue"},
    Rule{&C::area, "Area"},
    Rule{&C::kind, "ConditionName"},
    Rule{&C::by, "Username"},
};
constexpr std::array kIgnition{
    Rule{&C::time, "eventtime", true},
    Rule{&C::state, "eventtype", true},
    Rule{&C::source, "source", true},
    Rule{&C::instance, "eventid", true},
    Rule{&C::priority, "priority"},
    Rule{&C::text, "displaypath"},
};
constexpr std::array kWinCc{
    Rule{&C::time, "Date|Datum", true},
    Rule{&C::clock, "Time|Uhrzeit|Zeit", true},
    Rule{&C::half, "AM/PM"},
    Rule{&C::fraction, "Milliseconds|Millisekunden|ms"},
    Rule{&C::state, "Status|State|Zustand", true},
    Rule{&C::source, "Source|PLTKZ|Herkunft|Quelle"},
    Rule{&C::condition, "Number|Nummer|Meldenummer|Nr.|No.|Message number", true},
    Rule{&C::priority, "Priority|Priorit\xC3\xA4t"},
    Rule{&C::text, "Event|Ereignis|Ereignistext|Event text|Message text|Meldetext|Meldungstext", true},
    Rule{&C::area, "Area|Bereich"},
    Rule{&C::kind, "Class|Klasse|Meldeklasse|Message class"},
    Rule{&C::batch, "Batch name|Chargenname|Batch|Charge"},
    Rule{&C::by, "Operator|Bediener|User|Benutzer"},
};
constexpr std::array kOther{
    Rule{&C::utc, "Time UTC|UTC time|UTC"},
    Rule{&C::time,
        "Timestamp|Time stamp|Date/Time|DateTime|Date time|Event time|EventTime|Alarm time|Zeitstempel|Date|Datum|Time",
        true},
    Rule{&C::clock, "Time|Uhrzeit|Zeit|Time of day"},
    Rule{&C::half, "AM/PM|AMPM"},
    Rule{&C::fraction, "Milliseconds|Millisecond|MilliSec|ms|Millisekunden"},
    Rule{&C::state,
        "State|Alarm state|AlarmState|Status|Event type|EventType|Action|Transition|Zustand|Alarmzustand|Type", true},
    Rule{&C::source,
        "Tag|Tag name|TagName|Source|Point|Point ID|Module|Asset|Equipment|Device|Messstelle|PLTKZ|Anlage|Quelle",
        true},
    Rule{&C::condition,
        "Condition|Alarm condition|Alarm type|AlarmType|Alarm|Alarm name|Attribute|Alarm code|Code|Alarmart|Number|"
        "Nummer"},
    Rule{&C::instance, "Occurrence|Occurrence ID|Instance|Instance ID|GUID"},
    Rule{&C::id, "Alarm ID|AlarmID"},
    Rule{&C::priority, "Priority|Severity|Level|Priorit\xC3\xA4t"},
    Rule{&C::text, "Message|Description|Text|Alarm text|Desc1|Meldetext|Beschreibung"},
    Rule{&C::value, "Value|Current value|Wert|Istwert"},
    Rule{&C::limit, "Limit|Limit value|Setpoint|Grenzwert"},
    Rule{&C::unit, "EU|Units|Einheit|Unit of measure"},
    Rule{&C::area, "Area|Bereich"},
    Rule{&C::batch, "Batch|Batch ID|Charge"},
    Rule{&C::by, "Operator|User|Bediener|Acknowledged by|Benutzer"},
};
constexpr std::array kSystems{
    System{AlarmSystem::AvevaEvents, "AVEVA Historian events", 95, false, kAveva},
    System{AlarmSystem::InTouch, "AVEVA InTouch alarm history", 95, false, kInTouch},
    System{AlarmSystem::FactoryTalk, "FactoryTalk Alarms and Events", 95, false, kFactoryTalk},
    System{AlarmSystem::Ignition, "Ignition alarm journal", 95, false, kIgnition},
    System{AlarmSystem::WinCc, "WinCC or PCS 7 message list", 80, true, kWinCc},
    System{AlarmSystem::Other, "alarm states", 60, true, kOther},
};

std::size_t findHeading(const std::vector<std::string>& columns, std::string_view names)
{
    for (const std::string_view name : split(names, '|'))
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (equalsIgnoreCase(columns[c], name))
                return c;
    return C::kNone;
}

std::string_view cellOf(const std::vector<std::string>& row, std::size_t column)
{
    return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

// Most rows must have a word for a state, and both beginnings and ends must occur.
bool areStates(const DelimitedHead& head, std::size_t column)
{
    std::size_t filled = 0;
    std::size_t known = 0;
    bool isSet = false;
    bool isCleared = false;
    for (const auto& row : head.rows) {
        const std::string_view word = cellOf(row, column);
        if (word.empty())
            continue;
        ++filled;
        if (const auto state = alarmStateOf(word)) {
            ++known;
            isSet = isSet || state->isActive == true;
            isCleared = isCleared || state->isActive == false;
        }
    }
    return filled > 0 && known * 2 >= filled && isSet && isCleared;
}

// Whether the column numbers occurrences: an alarm has another id each time it comes. Else it numbers alarms.
bool numbersOccurrences(const DelimitedHead& head, const AlarmColumns& columns)
{
    std::map<std::string, std::set<std::string>> idsOf; // by alarm
    std::map<std::string, std::size_t> onsets; // by id
    for (const auto& row : head.rows) {
        const auto state = alarmStateOf(cellOf(row, columns.state));
        if (!state || state->isActive != true || state->isAcknowledged == true)
            continue;
        const std::string id(cellOf(row, columns.id));
        const std::size_t name = columns.condition == C::kNone ? columns.text : columns.condition;
        const std::string alarm = std::string(cellOf(row, columns.source)) + '\x1F' + std::string(cellOf(row, name));
        idsOf[alarm].insert(id);
        if (++onsets[id] > 1)
            return false;
    }
    return std::any_of(idsOf.begin(), idsOf.end(), [](const auto& entry) { return entry.second.size() > 1; });
}

void placeId(const DelimitedHead& head, AlarmColumns& columns)
{
    if (columns.id == C::kNone)
        return;
    if (columns.instance == C::kNone && numbersOccurrences(head, columns))
        columns.instance = columns.id;
    else if (columns.condition == C::kNone)
        columns.condition = columns.id;
    columns.id = C::kNone; // else it stays as it is, among the others
}

// Those that have a meaning.
std::array<std::size_t, 23> usedColumns(const AlarmColumns& c)
{
    return {c.time, c.clock, c.half, c.fraction, c.utc, c.offsetMinutes, c.state, c.source, c.condition, c.instance,
        c.priority, c.severity, c.text, c.value, c.limit, c.unit, c.area, c.kind, c.batch, c.by, c.onset,
        c.acknowledged, c.end};
}

std::optional<AlarmColumns> columnsOf(const System& system, const DelimitedHead& head, std::optional<DateOrder> order)
{
    AlarmColumns out;
    out.system = system.id;
    out.name = std::string(system.name);
    out.confidence = system.confidence;
    for (const Rule& rule : system.rules) {
        const std::size_t column = findHeading(head.columns, rule.names);
        const bool isTaken = rule.field == &C::clock && column == out.time;
        if (column == C::kNone && rule.isNeeded)
            return std::nullopt;
        if (!isTaken)
            out.*rule.field = column;
    }
    if (system.areStatesChecked && !areStates(head, out.state))
        return std::nullopt;
    if (system.id == AlarmSystem::InTouch)
        out.fractionDigits = 4;
    placeId(head, out);
    std::vector<bool> isUsed(head.columns.size());
    for (const std::size_t column : usedColumns(out))
        if (column < isUsed.size())
            isUsed[column] = true;
    for (std::size_t c = 0; c < isUsed.size(); ++c)
        if (!isUsed[c])
            out.extras.push_back(c);
    DateEvidence evidence;
    for (const auto& row : head.rows)
        evidence.add(cellOf(row, out.time));
    out.order = decideDateOrder(evidence, order).order;
    return out;
}

std::string normalWord(std::string_view word)
{
    std::string out;
    for (const char c : toLowerAscii(trimmed(word)))
        out += c == '_' || c == '-' || c == '.' ? ' ' : c;
    return out;
}

} // namespace

std::optional<AlarmColumns> findAlarmColumns(const DelimitedHead& head, std::optional<DateOrder> order)
{
    if (!head.isTable())
        return std::nullopt;
    for (const System& system : kSystems)
        if (auto found = columnsOf(system, head, order))
            return found;
    return std::nullopt;
}

std::optional<AlarmState> alarmStateOf(std::string_view word)
{
    struct Words
    {
        AlarmState state;
        std::string_view words; // between bars, normalised
    };
    static const std::array kWords{
        Words{{true, false},
            "|act/unack|act unack|unack alm|unack|alarm set|set|alarm|active|act|on|in alarm|in alarm "
            "unack|raised|came|"
            "came in|kommt|gekommen|kam|k|+|incoming|alm|alarm on|c|in|ein|"},
        Words{{true, true}, "|act/ack|act ack|ack alm|in alarm ack|in alarm acknowledged|"},
        Words{{std::nullopt, true}, "|alarm acknowledged|ack|acked|acknowledged|acknowledge|quittiert|q|*|ackn|"},
        Words{{false, false}, "|rtn/unack|inact/unack|unack rtn|rtn unack|inact unack|normal unack|"},
        Words{{false, true}, "|rtn/ack|inact/ack|ack rtn|rtn ack|inact ack|normal ack|"},
        Words{{false, std::nullopt},
            "|rtn|alarm clear|clear|cleared|normal|off|inactive|inact|went|gone|went out|gegangen|geht|g|-|out|alarm "
            "off|"
            "return to normal|returned to normal|outgoing|aus|"},
    };
    const std::string_view plain = trimmed(word);
    const std::string wanted = plain == "-" ? "|-|" : '|' + normalWord(plain) + '|';
    if (plain.empty() || wanted.size() > 40)
        return std::nullopt;
    for (const Words& words : kWords)
        if (words.words.find(wanted) != std::string_view::npos)
            return words.state;
    return std::nullopt;
}

} // namespace antecedent::importers
