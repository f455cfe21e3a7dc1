// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_format.h"

#include "importers/alarm/alarm_positions.h"
#include "importers/alarm/alarm_table.h"
#include "importers/format/rows_source.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchAlarms(std::string_view head, std::string_view /*name*/)
{
    if (const std::optional<PositionalJournal> journal = findPositionalJournal(head)) {
        const std::optional<AlarmColumns> known = findAlarmColumns(journal->head);
        constexpr int kByGaps = 55;
        if (known)
            return FormatMatch{journal->isCertain ? known->confidence : kByGaps,
                journal->isCertain ? phrase("an alarm journal by the places of its columns: %1", known->name)
                                   : phrase("an alarm journal by the gaps that its lines share: %1", known->name)};
    }
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
