// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The alarm journals of control systems and what their columns and states mean. Columns: documentation of AVEVA
// Historian (Events), AVEVA InTouch (v_AlarmEventHistory), FactoryTalk Alarms and Events, Ignition (alarm_events,
// joined with alarm_event_data or not), DeltaV (event chronicle), CIMPLICITY (ALARM_LOG, EVENT_LOG), SIMATIC WinCC and
// PCS 7 (message lists); InduSoft and Plant SCADA by position (alarm_positions.h); any other list by words of ISA-18.2
// in its headings and states. Only lists made from documentation were at hand for all of them. Threads: pure.

#include "importers/alarm/alarm_row.h"
#include "importers/text/time_text.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct DelimitedHead;

enum class AlarmSystem : std::uint8_t {
    AvevaEvents,
    InTouch,
    FactoryTalk,
    Ignition,
    DeltaV,
    Cimplicity,
    InduSoft,
    Citect,
    WinCc,
    Other
};

// Where a list has what; npos: nowhere.
struct AlarmColumns
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    AlarmSystem system = AlarmSystem::Other;
    std::string name; // of the system, for a person
    int confidence = 0;
    std::size_t time = kNone;
    std::size_t clock = kNone; // time of day beside a date
    std::size_t half = kNone; // AM or PM beside a time of day
    std::size_t fraction = kNone; // of a second
    std::size_t fractionDigits = 3; // of a fraction that is a whole number: 3 for milliseconds
    std::size_t daylight = kNone; // whether daylight saving time was in force
    std::size_t utc = kNone;
    std::size_t offsetMinutes = kNone; // of local time to UTC
    std::size_t bias = kNone; // of UTC to local time, in minutes, as Windows counts it
    std::size_t state = kNone;
    std::size_t unacknowledged = kNone; // 1: it waits for that
    std::size_t suppressed = kNone;
    std::size_t flags = kNone; // bits
    std::size_t eventType = kNone; // alarm, change and the like
    std::size_t source = kNone;
    std::size_t condition = kNone;
    std::size_t instance = kNone; // id of an occurrence
    std::size_t id = kNone; // of an alarm or an occurrence: the rows tell
    std::size_t priority = kNone;
    std::size_t severity = kNone; // 1 to 4 already
    std::size_t text = kNone;
    std::size_t word = kNone; // in front of the text, or a user: the type of the row says
    std::size_t value = kNone;
    std::size_t oldValue = kNone;
    std::size_t limit = kNone;
    std::size_t unit = kNone;
    std::size_t area = kNone;
    std::size_t parent = kNone; // what the source belongs to
    std::size_t place = kNone; // description of the source
    std::size_t node = kNone; // of the control system
    std::size_t kind = kNone;
    std::size_t batch = kNone;
    std::size_t by = kNone;
    std::size_t onset = kNone;
    std::size_t acknowledged = kNone;
    std::size_t acknowledgedClock = kNone; // time of day beside a date
    std::size_t end = kNone;
    std::size_t endClock = kNone;
    std::size_t rowId = kNone; // of a row of the journal, which comes again for each property
    std::size_t property = kNone;
    std::size_t propertyType = kNone;
    std::size_t propertyText = kNone;
    std::size_t propertyNumber = kNone;
    std::size_t propertyCount = kNone;
    std::size_t unkept = kNone; // a number of the export, which another export gives anew
    std::vector<std::size_t> extras; // all others
    std::string suppressedKind; // what the heading of that column says, `shelved`
    bool isInstanceUtc = false; // the occurrence is named by the time of its onset in UTC
    DateOrder order = DateOrder::Dmy;
};

// Nullopt if the list is no alarm journal. `order`: of its dates, where that is settled; else the first rows tell.
std::optional<AlarmColumns> findAlarmColumns(const DelimitedHead& head, std::optional<DateOrder> order = std::nullopt);

// The cells of a row by column.
using CellFn = std::function<std::string_view(std::size_t)>;
AlarmRow readAlarmRow(const AlarmColumns& columns, const CellFn& cell);
// Another property of the same row of the journal, as Ignition keeps them; false: the row is another one.
bool addAlarmProperty(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row);

// What a word for a state says: `ACT/UNACK`, `Alarm.Set`, `UNACK_RTN`, `+`, `gegangen`. Nullopt: no such word.
struct AlarmState
{
    AlarmState() = default;
    AlarmState(std::optional<bool> active, std::optional<bool> acknowledged)
        : isActive(active)
        , isAcknowledged(acknowledged)
    {
    }
    // `how` outlives the state.
    AlarmState(std::string_view how, bool isOver, bool isState)
        : suppression(how)
        , isSuppressionOver(isOver)
        , isSuppressionState(isState)
    {
    }

    std::optional<bool> isActive;
    std::optional<bool> isAcknowledged;
    // Taken out of the operator's view, or put back: `Alarm.Suppressed.Set`, `SHELVED`, `out of service`.
    std::string_view suppression;
    bool isSuppressionOver = false;
    bool isSuppressionState = false; // the next state ends it
};
std::optional<AlarmState> alarmStateOf(std::string_view word);
// The English word for an event type of a chronicle, `ALARM`, `CHANGE`; empty: not known.
std::string_view chronicleEvent(std::string_view type);

} // namespace antecedent::importers
