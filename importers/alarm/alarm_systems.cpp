// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_systems.h"

#include <array>

namespace antecedent::importers {

namespace {

using C = AlarmColumns;

constexpr std::array kAveva{
    AlarmRule{&C::time, "EventTime", true},
    AlarmRule{&C::utc, "EventTimeUtc"},
    AlarmRule{&C::offsetMinutes, "EventTimeUTCOffsetMins"},
    AlarmRule{&C::state, "Type", true},
    AlarmRule{&C::source, "Source_ProcessVariable|Source_Object", true},
    AlarmRule{&C::condition, "Alarm_Condition|Alarm_Type"},
    AlarmRule{&C::instance, "Alarm_ID"},
    AlarmRule{&C::priority, "Priority"},
    AlarmRule{&C::severity, "Severity"},
    AlarmRule{&C::text, "Comment|Alarm_Description"},
    AlarmRule{&C::limit, "Alarm_LimitString"},
    AlarmRule{&C::value, "ValueString"},
    AlarmRule{&C::unit, "Source_Units"},
    AlarmRule{&C::area, "Source_Area"},
    AlarmRule{&C::kind, "Alarm_Class"},
    AlarmRule{&C::by, "User_Name|User_Account"},
};
constexpr std::array kInTouch{
    AlarmRule{&C::time, "EventStamp", true},
    AlarmRule{&C::utc, "EventStampUTC"},
    AlarmRule{&C::fraction, "MilliSec"},
    AlarmRule{&C::state, "AlarmState", true},
    AlarmRule{&C::source, "TagName", true},
    AlarmRule{&C::condition, "Type"},
    AlarmRule{&C::value, "Value"},
    AlarmRule{&C::limit, "CheckValue"},
    AlarmRule{&C::priority, "Priority"},
    AlarmRule{&C::text, "Description"},
    AlarmRule{&C::area, "Area"},
    AlarmRule{&C::kind, "Category"},
    AlarmRule{&C::by, "Operator"},
};
constexpr std::array kFactoryTalk{
    AlarmRule{&C::time, "EventTime", true},
    AlarmRule{&C::state, "AlarmState", true},
    AlarmRule{&C::source, "EventSource"},
    AlarmRule{&C::condition, "AlarmName", true},
    AlarmRule{&C::instance, "InAlarmTime"},
    AlarmRule{&C::onset, "InAlarmTime"},
    AlarmRule{&C::acknowledged, "AckTime"},
    AlarmRule{&C::end, "OutOfAlarmTime"},
    AlarmRule{&C::priority, "Severity"},
    AlarmRule{&C::text, "Message"},
    AlarmRule{&C::value, "CurrentValue"},
    AlarmRule{&C::limit, "LimitValue"},
    AlarmRule{&C::area, "Area"},
    AlarmRule{&C::kind, "ConditionName"},
    AlarmRule{&C::by, "Username"},
};
constexpr std::array kIgnition{
    AlarmRule{&C::time, "eventtime", true},
    AlarmRule{&C::state, "eventtype", true},
    AlarmRule{&C::source, "source", true},
    AlarmRule{&C::instance, "eventid", true},
    AlarmRule{&C::priority, "priority"},
    AlarmRule{&C::text, "displaypath"},
    AlarmRule{&C::flags, "eventflags"},
    AlarmRule{&C::rowId, "id"},
    AlarmRule{&C::property, "propname"},
    AlarmRule{&C::propertyType, "dtype"},
    AlarmRule{&C::propertyText, "strvalue"},
    AlarmRule{&C::propertyNumber, "floatvalue"},
    AlarmRule{&C::propertyCount, "intvalue"},
};
constexpr std::array kWinCc{
    AlarmRule{&C::time, "Date|Datum", true},
    AlarmRule{&C::clock, "Time|Uhrzeit|Zeit", true},
    AlarmRule{&C::half, "AM/PM"},
    AlarmRule{&C::fraction, "Milliseconds|Millisekunden|ms"},
    AlarmRule{&C::state, "Status|State|Zustand", true},
    AlarmRule{&C::source, "Source|PLTKZ|Herkunft|Quelle"},
    AlarmRule{&C::condition, "Number|Nummer|Meldenummer|Nr.|No.|Message number", true},
    AlarmRule{&C::priority, "Priority|Priorit\xC3\xA4t"},
    AlarmRule{&C::text, "Event|Ereignis|Ereignistext|Event text|Message text|Meldetext|Meldungstext", true},
    AlarmRule{&C::area, "Area|Bereich"},
    AlarmRule{&C::kind, "Class|Klasse|Meldeklasse|Message class"},
    AlarmRule{&C::batch, "Batch name|Chargenname|Batch|Charge"},
    AlarmRule{&C::by, "Operator|Bediener|User|Benutzer"},
};
constexpr std::array kOther{
    AlarmRule{&C::utc, "Time UTC|UTC time|UTC"},
    AlarmRule{&C::time,
        "Timestamp|Time stamp|Date/Time|DateTime|Date time|Event time|EventTime|Alarm time|Zeitstempel|Date|Datum|Time",
        true},
    AlarmRule{&C::clock, "Time|Uhrzeit|Zeit|Time of day"},
    AlarmRule{&C::half, "AM/PM|AMPM"},
    AlarmRule{&C::fraction, "Milliseconds|Millisecond|MilliSec|ms|Millisekunden"},
    AlarmRule{&C::state,
        "State|Alarm state|AlarmState|Status|Event type|EventType|Action|Transition|Zustand|Alarmzustand|Type", true},
    AlarmRule{&C::source,
        "Tag|Tag name|TagName|Source|Point|Point ID|Module|Asset|Equipment|Device|Messstelle|PLTKZ|Anlage|Quelle",
        true},
    AlarmRule{&C::condition,
        "Condition|Alarm condition|Alarm type|AlarmType|Alarm|Alarm name|Attribute|Alarm code|Code|Alarmart|Number|"
        "Nummer"},
    AlarmRule{&C::instance, "Occurrence|Occurrence ID|Instance|Instance ID|GUID"},
    AlarmRule{&C::id, "Alarm ID|AlarmID"},
    AlarmRule{&C::priority, "Priority|Severity|Level|Priorit\xC3\xA4t"},
    AlarmRule{&C::text, "Message|Description|Text|Alarm text|Desc1|Meldetext|Beschreibung"},
    AlarmRule{&C::value, "Value|Current value|Wert|Istwert"},
    AlarmRule{&C::limit, "Limit|Limit value|Setpoint|Grenzwert"},
    AlarmRule{&C::unit, "EU|Units|Einheit|Unit of measure"},
    AlarmRule{&C::area, "Area|Bereich"},
    AlarmRule{&C::batch, "Batch|Batch ID|Charge"},
    AlarmRule{&C::by, "Operator|User|Bediener|Acknowledged by|Benutzer"},
    AlarmRule{&C::suppressed,
        "Suppressed|Shelved|Out of service|SuppressedOrShelved|Suppression|Suppression state|Shelving state|"
        "Unterdr\xC3\xBC"
        "ckt"},
};
// The event chronicle: columns of Process History View, of its Access file and of its SQL database, and of
// batchserverview; `Desc1` and `Desc2` mean what the event type says.
constexpr std::array kDeltaV{
    AlarmRule{&C::time, "Date/Time|Date_Time|DateTime|Date Time|occurTime", true},
    AlarmRule{&C::fraction, "FracSec|msecs"},
    AlarmRule{&C::daylight, "isdst"},
    AlarmRule{&C::eventType, "Event Type|Event_Type|EventType", true},
    AlarmRule{&C::source, "Module", true},
    AlarmRule{&C::priority, "Level|Event_Level|EventLevel|alarmlevel", true},
    AlarmRule{&C::state, "State"},
    AlarmRule{&C::condition, "Attribute"},
    AlarmRule{&C::word, "Desc1|alarmWord|msgsource"},
    AlarmRule{&C::text, "Desc2|description|message"},
    AlarmRule{&C::area, "Area"},
    AlarmRule{&C::kind, "Category"},
    AlarmRule{&C::node, "Node"},
    AlarmRule{&C::parent, "Unit"},
    AlarmRule{&C::place, "Module Description|Module_Description|ModuleDescription|moduleDesc"},
    AlarmRule{&C::unkept, "Ord"},
};
// Another query of the same database, of alarms alone.
constexpr std::array kDeltaVAlarms{
    AlarmRule{&C::time, "occurTime", true},
    AlarmRule{&C::fraction, "FracSec|msecs"},
    AlarmRule{&C::daylight, "isdst"},
    AlarmRule{&C::word, "alarmWord", true},
    AlarmRule{&C::state, "state", true},
    AlarmRule{&C::source, "module|moduleName|moduleDesc", true},
    AlarmRule{&C::condition, "attribute"},
    AlarmRule{&C::text, "description"},
    AlarmRule{&C::priority, "level"},
    AlarmRule{&C::area, "area"},
    AlarmRule{&C::kind, "category"},
    AlarmRule{&C::node, "node"},
    AlarmRule{&C::parent, "unit"},
};
constexpr std::array kCimplicityAlarms{
    AlarmRule{&C::time, "timestamp", true},
    AlarmRule{&C::utc, "timestamp_utc"},
    AlarmRule{&C::fraction, "msec"},
    AlarmRule{&C::state, "log_action", true},
    AlarmRule{&C::condition, "alarm_id", true},
    AlarmRule{&C::source, "resource", true},
    AlarmRule{&C::text, "alarm_message"},
    AlarmRule{&C::kind, "alarm_class", true},
    AlarmRule{&C::by, "logged_by"},
    AlarmRule{&C::instance, "generation_time_utc|generation_time"},
    AlarmRule{&C::unkept, "sequence_number"},
};
// EVENT_LOG says that an alarm was logged, and no state of it.
constexpr std::array kCimplicityEvents{
    AlarmRule{&C::time, "timestamp"},
    AlarmRule{&C::utc, "timestamp_utc", true},
    AlarmRule{&C::fraction, "msec"},
    AlarmRule{&C::condition, "alarm_id", true},
    AlarmRule{&C::source, "resource", true},
    AlarmRule{&C::text, "alarm_message", true},
    AlarmRule{&C::kind, "alarm_class", true},
    AlarmRule{&C::by, "logged_by"},
    AlarmRule{&C::instance, "generation_time_utc|generation_time"},
    AlarmRule{&C::unkept, "sequence_number"},
};
// The names of alarm_positions.h.
constexpr std::array kInduSoftAlarms{
    AlarmRule{&C::time, "Al_Start_Date", true},
    AlarmRule{&C::clock, "Al_Start_Time", true},
    AlarmRule{&C::source, "Al_Tag", true},
    AlarmRule{&C::condition, "Al_Type", true},
    AlarmRule{&C::text, "Al_Message"},
    AlarmRule{&C::state, "Al_Active", true},
    AlarmRule{&C::unacknowledged, "Al_Ack"},
    AlarmRule{&C::value, "Al_Tag_Value"},
    AlarmRule{&C::area, "Al_Group"},
    AlarmRule{&C::priority, "Al_Priority"},
    AlarmRule{&C::end, "Al_Norm_Date"},
    AlarmRule{&C::endClock, "Al_Norm_Time"},
    AlarmRule{&C::acknowledged, "Al_Ack_Date"},
    AlarmRule{&C::acknowledgedClock, "Al_Ack_Time"},
    AlarmRule{&C::by, "Al_User"},
    AlarmRule{&C::bias, "Bias"},
    AlarmRule{&C::unkept, "File_Version"},
};
constexpr std::array kInduSoftEvents{
    AlarmRule{&C::time, "Event_Time", true},
    AlarmRule{&C::clock, "Event_Clock"},
    AlarmRule{&C::eventType, "Event_Type", true},
    AlarmRule{&C::source, "Event_Info", true},
    AlarmRule{&C::value, "Value"},
    AlarmRule{&C::oldValue, "Previous_Value"},
    AlarmRule{&C::text, "Message"},
    AlarmRule{&C::by, "User"},
    AlarmRule{&C::bias, "Bias"},
    AlarmRule{&C::unkept, "File_Version"},
};
constexpr std::array kCitect{
    AlarmRule{&C::time, "LocalTimeDate", true},
    AlarmRule{&C::source, "Tag", true},
    AlarmRule{&C::text, "Desc"},
    AlarmRule{&C::kind, "Category"},
    AlarmRule{&C::state, "LogState", true},
};
using Check = AlarmSystemRules::Check;
constexpr std::array kSystems{
    AlarmSystemRules{AlarmSystem::AvevaEvents, "AVEVA Historian events", 95, Check::None, kAveva},
    AlarmSystemRules{AlarmSystem::InTouch, "AVEVA InTouch alarm history", 95, Check::None, kInTouch},
    AlarmSystemRules{AlarmSystem::FactoryTalk, "FactoryTalk Alarms and Events", 95, Check::None, kFactoryTalk},
    AlarmSystemRules{AlarmSystem::Ignition, "Ignition alarm journal", 95, Check::None, kIgnition},
    AlarmSystemRules{AlarmSystem::DeltaV, "DeltaV event chronicle", 95, Check::EventTypes, kDeltaV},
    AlarmSystemRules{AlarmSystem::DeltaV, "DeltaV event chronicle", 95, Check::None, kDeltaVAlarms},
    AlarmSystemRules{AlarmSystem::Cimplicity, "CIMPLICITY alarm log", 95, Check::None, kCimplicityAlarms},
    AlarmSystemRules{AlarmSystem::Cimplicity, "CIMPLICITY event log", 95, Check::None, kCimplicityEvents},
    AlarmSystemRules{AlarmSystem::InduSoft, "InduSoft alarm history", 95, Check::None, kInduSoftAlarms},
    AlarmSystemRules{AlarmSystem::InduSoft, "InduSoft event log", 95, Check::None, kInduSoftEvents},
    AlarmSystemRules{AlarmSystem::Citect, "Plant SCADA (Citect) alarm log", 95, Check::None, kCitect},
    AlarmSystemRules{AlarmSystem::WinCc, "WinCC or PCS 7 message list", 80, Check::States, kWinCc},
    AlarmSystemRules{AlarmSystem::Other, "alarm states", 60, Check::States, kOther},
};

} // namespace

std::span<const AlarmSystemRules> alarmSystems()
{
    return kSystems;
}

} // namespace antecedent::importers
