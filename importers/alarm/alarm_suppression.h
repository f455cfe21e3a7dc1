// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which alarms are out of the operator's view, and how (ISA-18.2: shelved, suppressed by design, out of service; what
// vendors call disabled or silenced): from the row that says so to the row that takes it back. Where the word is one
// for a state, the next state of the alarm ends it, unless a row that takes it back follows. Memory is bounded by the
// entries that the pairing waits for. Threads: one owner.

#include "importers/alarm/alarm_entry.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace antecedent::importers {

class AlarmSuppressions
{
public:
    // Those in force, in the order in which they came, `shelved; disabled`; empty: none.
    std::string of(const std::string& alarm) const;
    // The latest one of that alarm and kind that is not told yet; nullptr: none.
    AlarmEntryPtr find(const AlarmRow& row) const;
    void add(const AlarmEntryPtr& entry);
    // The alarm has another state.
    void endByState(const AlarmRow& row);
    void forget(const AlarmEntryPtr& entry);

private:
    std::unordered_map<std::string, std::vector<AlarmEntryPtr>> m_entries; // by alarm
};

} // namespace antecedent::importers
