// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks what chatters and what belongs to a flood (model/domain/alarm_load.h), as the onsets come. Memory: the last
// three onsets of each of a hundred thousand alarms, eleven of each of a thousand areas. Threads: one owner.

#include "importers/alarm/alarm_entry.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace antecedent::importers {

class AlarmMarks
{
public:
    // A new occurrence; those before it are marked, too.
    void add(const AlarmEntryPtr& entry);

private:
    void markChatter(const AlarmEntryPtr& entry);
    void markFlood(const AlarmEntryPtr& entry);

    std::unordered_map<std::string, std::deque<AlarmEntryPtr>> m_onsets; // by alarm: the last ones
    std::unordered_map<std::string, std::deque<AlarmEntryPtr>> m_recent; // by area: onsets of the last ten minutes
};

} // namespace antecedent::importers
