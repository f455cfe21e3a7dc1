// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_format.h"

#include "importers/alarm/alarm_table.h"
#include "importers/format/rows_source.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchAlarms(std::string_view head, std::string_view /*name*/)
{
    const std::optional<AlarmColumns> columns = findAlarmColumns(readDelimitedHead(head));
    if (!columns)
        return std::nullopt;
    return FormatMatch{columns->confidence, phrase("an alarm journal by its headings: %1", columns->name)};
}

} // namespace

Format alarmFormat()
{
    Format out;
    out.id = "alarms";
    out.title = "alarm journals";
    out.isDelimited = true;
    out.match = matchAlarms;
    out.open = RowsSource<AlarmTable>::open;
    return out;
}

} // namespace antecedent::importers
