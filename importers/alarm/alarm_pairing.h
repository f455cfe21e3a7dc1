// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes intervals of the rows of an alarm journal: an alarm that came, was acknowledged and went is one occurrence.
// What is missing is said (no clear, no set), rows that come again in exports that overlap are told from alarms that
// come again, and what chatters (three onsets of an alarm within a minute) or belongs to a flood (more than ten onsets
// of an area within ten minutes; both after ISA-18.2) is marked. The rows come in the order of the file, oldest first.
// Memory is bounded: of the occurrences that are not over, some ten thousand are kept in order. Threads: one owner.

#include "importers/alarm/alarm_row.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace antecedent::importers {

// What may be missing of an interval.
inline constexpr std::string_view kNoClear = "no clear";
inline constexpr std::string_view kNoSet = "no set";

struct AlarmInterval
{
    AlarmRow row; // the one that began it
    std::string onset; // empty: no row says when
    std::string end;
    std::string acknowledged;
    std::string acknowledgedBy;
    std::vector<std::uint64_t> lines; // of its rows; those beyond kMostLines are counted only
    std::uint64_t rows = 0;
    std::uint32_t copies = 1; // how often the row that began it stands in the source
    bool isChattering = false;
    bool isInFlood = false;
    std::string note; // what is missing; empty: nothing

    static constexpr std::size_t kMostLines = 12;
};

class AlarmPairing
{
public:
    // At most so many occurrences wait for what is missing.
    explicit AlarmPairing(std::size_t mostWaiting = 65'536);
    ~AlarmPairing();

    void add(AlarmRow row);
    // No more rows come.
    void finish();
    // The next interval, in order of onset as far as memory allows; false: none is ready.
    bool take(AlarmInterval& out);
    std::uint64_t repeatedRows() const { return m_repeatedRows; }

private:
    struct Entry;
    struct Alarm;
    using EntryPtr = std::shared_ptr<Entry>;

    EntryPtr start(const AlarmRow& row, std::string onset);
    void startOrphan(const AlarmRow& row);
    void addLine(Entry& entry, const AlarmRow& row) const;
    void takeActive(Alarm& alarm, const AlarmRow& row);
    void takeCleared(Alarm& alarm, const AlarmRow& row);
    void takeAcknowledged(Alarm& alarm, const AlarmRow& row);
    void acknowledge(Entry& entry, const AlarmRow& row) const;
    void close(Entry& entry, const AlarmRow& row) const;
    void markChatter(const EntryPtr& entry);
    void markFlood(const EntryPtr& entry);
    bool isRepeated(const AlarmRow& row);
    void countCopy(const AlarmRow& row);
    bool isReady(const Entry& entry) const;
    void makeRoom();
    void forget(const EntryPtr& entry);

    std::size_t m_mostWaiting;
    std::deque<EntryPtr> m_waiting; // in order of arrival
    std::deque<EntryPtr> m_ready;
    std::unordered_map<std::string, Alarm> m_alarms; // what is not over, by occurrence
    std::unordered_map<std::string, std::deque<EntryPtr>> m_onsets; // by alarm: of the last minute
    std::unordered_map<std::string, std::deque<EntryPtr>> m_recent; // by area: onsets of the last ten minutes
    std::unordered_set<std::uint64_t> m_seen; // rows, two generations of them
    std::unordered_set<std::uint64_t> m_seenBefore;
    std::int64_t m_nowUs = AlarmRow::kUnknown;
    std::uint64_t m_repeatedRows = 0;
    bool m_isFinished = false;
};

} // namespace antecedent::importers
