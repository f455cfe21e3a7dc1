// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_marks.h"

#include "model/domain/alarm_load.h"

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostAlarms = 100'000; // whose onsets are remembered
constexpr std::size_t kMostAreas = 1000; // beyond, all further ones count as one

} // namespace

void AlarmMarks::add(const AlarmEntryPtr& entry)
{
    if (entry->onsetUs == AlarmRow::kUnknown)
        return;
    markChatter(entry);
    markFlood(entry);
}

void AlarmMarks::markChatter(const AlarmEntryPtr& entry)
{
    if (m_onsets.size() > kMostAlarms)
        m_onsets.clear();
    auto& recent = m_onsets[entry->interval.row.alarm];
    recent.push_back(entry);
    if (recent.size() > kChatterOnsets)
        recent.pop_front();
    if (recent.size() < kChatterOnsets || !isChatter(recent.front()->onsetUs, entry->onsetUs))
        return;
    for (const AlarmEntryPtr& one : recent)
        one->interval.isChattering = true;
}

void AlarmMarks::markFlood(const AlarmEntryPtr& entry)
{
    const std::string& area = entry->interval.row.area;
    auto& recent = m_recent[m_recent.size() < kMostAreas || m_recent.contains(area) ? area : std::string("*")];
    while (!recent.empty()
        && (!isWithin(recent.front()->onsetUs, entry->onsetUs, kFloodWindowUs)
            || recent.front()->onsetUs > entry->onsetUs))
        recent.pop_front();
    recent.push_back(entry);
    if (recent.size() <= kFloodOnsets)
        return;
    for (const AlarmEntryPtr& one : recent)
        one->interval.isInFlood = true;
    if (recent.size() > kFloodOnsets + 1)
        recent.pop_front(); // it is marked, and the others suffice
}

} // namespace antecedent::importers
