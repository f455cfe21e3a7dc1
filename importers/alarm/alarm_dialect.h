// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The alarm journals of control systems and what their columns and states mean. Columns: documentation of AVEVA
// Historian (Events), AVEVA InTouch (v_AlarmEventHistory), FactoryTalk Alarms and Events, Ignition (alarm_events),
// SIMATIC WinCC and PCS 7 (message lists); any other list by words of ISA-18.2 in its headings and states. Only lists
// made from documentation were at hand for all of them. Threads: pure.

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

enum class AlarmSystem : std::uint8_t { AvevaEvents, InTouch, FactoryTalk, Ignition, WinCc, Other };

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
    std::size_t utc = kNone;
    std::size_t offsetMinutes = kNone; // of local time to UTC
    std::size_t state = kNone;
    std::size_t source = kNone;
    std::size_t condition = kNone;
    std::size_t instance = kNone; // id of an occurrence
    std::size_t id = kNone; // of an alarm or an occurrence: the rows tell
    std::size_t priority = kNone;
    std::size_t severity = kNone; // 1 to 4 already
    std::size_t text = kNone;
    std::size_t value = kNone;
    std::size_t limit = kNone;
    std::size_t unit = kNone;
    std::size_t area = kNone;
    std::size_t kind = kNone;
    std::size_t batch = kNone;
    std::size_t by = kNone;
    std::size_t onset = kNone;
    std::size_t acknowledged = kNone;
    std::size_t end = kNone;
    std::vector<std::size_t> extras; // all others
    DateOrder order = DateOrder::Dmy;
};

// Nullopt if the list is no alarm journal. `order`: of its dates, where that is settled; else the first rows tell.
std::optional<AlarmColumns> findAlarmColumns(const DelimitedHead& head, std::optional<DateOrder> order = std::nullopt);

// The cells of a row by column.
using CellFn = std::function<std::string_view(std::size_t)>;
AlarmRow readAlarmRow(const AlarmColumns& columns, const CellFn& cell);

// What a word for a state says: `ACT/UNACK`, `Alarm.Set`, `UNACK_RTN`, `+`, `gegangen`. Nullopt: no such word.
struct AlarmState
{
    std::optional<bool> isActive;
    std::optional<bool> isAcknowledged;
};
std::optional<AlarmState> alarmStateOf(std::string_view word);

} // namespace antecedent::importers
