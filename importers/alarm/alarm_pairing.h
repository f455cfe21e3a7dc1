// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes intervals of the rows of an alarm journal: an alarm that came, was acknowledged and went is one occurrence.
// What is missing is said (no clear, no set), rows that come again in exports that overlap are told from alarms that
// come again, and what chatters or belongs to a flood (model/domain/alarm_load.h) is marked. A time in which an alarm
// was suppressed, shelved or out of service is an interval of its own, and marks the occurrences that are in force in
// it. The rows come in the order of the file, oldest first. Memory is bounded: of the occurrences that are not over,
// some ten thousand are kept in order. Threads: one owner.

#include "importers/alarm/alarm_entry.h"
#include "importers/alarm/alarm_marks.h"
#include "importers/alarm/alarm_suppression.h"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace antecedent::importers {

class AlarmPairing
{
public:
    // At most so many occurrences wait for what is missing.
    explicit AlarmPairing(std::size_t mostWaiting = 65'536);

    void add(AlarmRow row);
    // No more rows come.
    void finish();
    // The next interval, in order of onset as far as memory allows; false: none is ready.
    bool take(AlarmInterval& out);
    std::uint64_t repeatedRows() const { return m_repeatedRows; }

private:
    using EntryPtr = AlarmEntryPtr;

    EntryPtr start(const AlarmRow& row, std::string onset);
    void startOrphan(const AlarmRow& row);
    void takeActive(EntryPtr& latest, const AlarmRow& row);
    void takeCleared(const EntryPtr& last, const AlarmRow& row);
    void takeAcknowledged(const EntryPtr& last, const AlarmRow& row);
    void takeSuppression(const AlarmRow& row);
    void markInForce(const AlarmRow& row);
    void acknowledge(AlarmEntry& entry, const AlarmRow& row) const;
    void close(AlarmEntry& entry, const AlarmRow& row) const;
    bool isRepeated(const AlarmRow& row);
    void countCopy(const AlarmRow& row);
    bool isReady(const AlarmEntry& entry) const;
    void makeRoom();
    void forget(const EntryPtr& entry);

    std::size_t m_mostWaiting;
    std::deque<EntryPtr> m_waiting; // in order of arrival
    std::deque<EntryPtr> m_ready;
    std::unordered_map<std::string, EntryPtr> m_alarms; // the latest one that is not told, by occurrence
    AlarmSuppressions m_suppressions;
    AlarmMarks m_marks;
    std::unordered_set<std::uint64_t> m_seen; // rows, two generations of them
    std::unordered_set<std::uint64_t> m_seenBefore;
    std::int64_t m_nowUs = AlarmRow::kUnknown;
    std::uint64_t m_repeatedRows = 0;
    bool m_isFinished = false;
};

} // namespace antecedent::importers
