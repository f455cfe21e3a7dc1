// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_suppression.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostOfAlarm = 64; // remembered, the latest

} // namespace

std::string AlarmSuppressions::of(const std::string& alarm) const
{
    std::string out;
    const auto found = m_entries.find(alarm);
    if (found != m_entries.end())
        for (const AlarmEntryPtr& entry : found->second)
            if (!entry->isClosed)
                out += (out.empty() ? "" : "; ") + entry->interval.row.suppression;
    return out;
}

AlarmEntryPtr AlarmSuppressions::find(const AlarmRow& row) const
{
    const auto found = m_entries.find(row.alarm);
    if (found == m_entries.end())
        return nullptr;
    const auto& entries = found->second;
    const auto entry = std::find_if(entries.rbegin(), entries.rend(),
        [&](const AlarmEntryPtr& one) { return one->interval.row.suppression == row.suppression; });
    return entry == entries.rend() ? nullptr : *entry;
}

void AlarmSuppressions::add(const AlarmEntryPtr& entry)
{
    auto& entries = m_entries[entry->interval.row.alarm];
    if (entries.size() == kMostOfAlarm)
        entries.erase(entries.begin());
    entries.push_back(entry);
}

void AlarmSuppressions::endByState(const AlarmRow& row)
{
    const auto found = m_entries.find(row.alarm);
    if (found == m_entries.end())
        return;
    for (const AlarmEntryPtr& entry : found->second) {
        if (entry->isClosed || !entry->interval.row.isSuppressionState)
            continue;
        entry->interval.end = row.time;
        entry->isClosed = true;
    }
}

void AlarmSuppressions::forget(const AlarmEntryPtr& entry)
{
    const auto found = m_entries.find(entry->interval.row.alarm);
    if (found == m_entries.end())
        return;
    std::erase(found->second, entry);
    if (found->second.empty())
        m_entries.erase(found);
}

} // namespace antecedent::importers
