// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_dialect.h"

#include "importers/alarm/alarm_systems.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/find_heading.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace antecedent::importers {

namespace {

using C = AlarmColumns;

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

// An event chronicle, by its node or by what happened.
bool areEventTypes(const DelimitedHead& head, const AlarmColumns& columns)
{
    std::size_t filled = 0;
    std::size_t known = 0;
    for (const auto& row : head.rows) {
        const std::string_view type = cellOf(row, columns.eventType);
        filled += type.empty() ? 0U : 1U;
        known += chronicleEvent(type).empty() ? 0U : 1U;
    }
    return columns.node != C::kNone || (filled > 0 && known * 2 >= filled);
}

bool isChecked(const AlarmSystemRules& system, const DelimitedHead& head, const AlarmColumns& columns)
{
    switch (system.check) {
    case AlarmSystemRules::Check::None:
        break;
    case AlarmSystemRules::Check::States:
        return areStates(head, columns.state);
    case AlarmSystemRules::Check::EventTypes:
        return areEventTypes(head, columns);
    }
    return true;
}

// A fraction that is a whole number counts milliseconds, or by its longest value something smaller.
std::size_t digitsOfFraction(const DelimitedHead& head, std::size_t column)
{
    std::size_t out = 3;
    for (const auto& row : head.rows)
        if (const std::string_view text = cellOf(row, column); text.find_first_of(".,") == std::string_view::npos)
            out = std::max(out, std::min<std::size_t>(text.size(), 6));
    return out;
}

// All columns without a meaning are kept with the record; of those with one, a few are kept as they stand, too.
void placeExtras(const AlarmSystemRules& system, const DelimitedHead& head, AlarmColumns& out)
{
    std::vector<bool> isUsed(head.columns.size());
    for (const AlarmRule& rule : system.rules) {
        const bool isKept = rule.field == &C::flags || rule.field == &C::node
            || (rule.field == &C::rowId && out.property == C::kNone)
            || (rule.field == &C::by && system.id == AlarmSystem::Cimplicity);
        if (const std::size_t column = out.*rule.field; column < isUsed.size() && !isKept)
            isUsed[column] = true;
    }
    for (const std::size_t column : {out.condition, out.instance}) // also from placeId()
        if (column < isUsed.size())
            isUsed[column] = true;
    for (std::size_t c = 0; c < isUsed.size(); ++c)
        if (!isUsed[c])
            out.extras.push_back(c);
}

std::optional<AlarmColumns> columnsOf(
    const AlarmSystemRules& system, const DelimitedHead& head, std::optional<DateOrder> order)
{
    AlarmColumns out;
    out.system = system.id;
    out.name = std::string(system.name);
    out.confidence = system.confidence;
    for (const AlarmRule& rule : system.rules) {
        const std::size_t column = findHeading(head.columns, rule.names);
        const bool isTaken = rule.field == &C::clock && column == out.time;
        if (column == C::kNone && rule.isNeeded)
            return std::nullopt;
        if (!isTaken)
            out.*rule.field = column;
    }
    if (!isChecked(system, head, out))
        return std::nullopt;
    if (system.id == AlarmSystem::InTouch)
        out.fractionDigits = 4;
    else if (system.id == AlarmSystem::DeltaV)
        out.fractionDigits = digitsOfFraction(head, out.fraction);
    if (out.suppressed != C::kNone) {
        const std::string heading = toLowerAscii(head.columns[out.suppressed]);
        out.suppressedKind = heading == "shelved" || heading == "out of service" ? heading : "suppressed";
    }
    out.isInstanceUtc = out.instance != C::kNone && toLowerAscii(head.columns[out.instance]).ends_with("_utc");
    placeId(head, out);
    placeExtras(system, head, out);
    DateEvidence evidence;
    for (const auto& row : head.rows)
        evidence.add(cellOf(row, out.time));
    out.order = decideDateOrder(evidence, order).order;
    return out;
}

} // namespace

std::optional<AlarmColumns> findAlarmColumns(const DelimitedHead& head, std::optional<DateOrder> order)
{
    if (!head.isTable())
        return std::nullopt;
    for (const AlarmSystemRules& system : alarmSystems())
        if (auto found = columnsOf(system, head, order))
            return found;
    return std::nullopt;
}

} // namespace antecedent::importers
