// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_pairing.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kChatterUs = 60 * kSecondUs;
constexpr std::size_t kChatterOnsets = 3;
constexpr std::int64_t kFloodUs = 600 * kSecondUs;
constexpr std::size_t kFloodOnsets = 10; // more than so many
constexpr std::size_t kMostAlarms = 100'000; // whose onsets are remembered
constexpr std::size_t kMostAreas = 1000; // beyond, all further ones count as one
constexpr std::size_t kMostRemembered = 200'000; // rows per generation
constexpr std::size_t kMostSearched = 4096; // occurrences, for a row that comes again

std::uint64_t hashOf(std::uint64_t hash, std::string_view bytes)
{
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return (hash ^ 0xFFU) * 1099511628211ULL;
}

// Rows of one occurrence, where the system says so, else of one alarm.
std::string keyOf(const AlarmRow& row)
{
    return row.instance.empty() ? row.alarm : row.alarm + '\x1F' + row.instance;
}

} // namespace

struct AlarmPairing::Entry
{
    AlarmInterval interval;
    std::int64_t onsetUs = AlarmRow::kUnknown;
    bool isClosed = false;
    bool isAcknowledged = false;
    bool isOver = false; // another occurrence began, or nothing can follow
};

struct AlarmPairing::Alarm
{
    EntryPtr last;
};

AlarmPairing::AlarmPairing(std::size_t mostWaiting)
    : m_mostWaiting(std::max<std::size_t>(mostWaiting, 16))
{
}

AlarmPairing::~AlarmPairing() = default;

void AlarmPairing::addLine(Entry& entry, const AlarmRow& row) const
{
    ++entry.interval.rows;
    if (entry.interval.lines.size() < AlarmInterval::kMostLines)
        entry.interval.lines.push_back(row.line);
}

AlarmPairing::EntryPtr AlarmPairing::start(const AlarmRow& row, std::string onset)
{
    auto entry = std::make_shared<Entry>();
    entry->interval.row = row;
    entry->interval.onset = std::move(onset);
    entry->onsetUs = entry->interval.onset.empty() ? AlarmRow::kUnknown : row.timeUs;
    addLine(*entry, row);
    m_waiting.push_back(entry);
    return entry;
}

// A row about an alarm whose beginning the source does not have.
void AlarmPairing::startOrphan(const AlarmRow& row)
{
    const EntryPtr entry = start(row, row.onset);
    entry->interval.end = !row.end.empty() || row.isActive != false ? row.end : row.time;
    entry->interval.acknowledged = row.acknowledged;
    if (row.isActive != false && row.isAcknowledged == true && row.acknowledged.empty())
        entry->interval.acknowledged = row.time;
    if (entry->interval.onset.empty())
        entry->interval.note = kNoSet;
    entry->isOver = true;
}

void AlarmPairing::acknowledge(Entry& entry, const AlarmRow& row) const
{
    if (!entry.isAcknowledged) {
        entry.interval.acknowledged = row.acknowledged.empty() ? row.time : row.acknowledged;
        entry.interval.acknowledgedBy = row.by;
    }
    entry.isAcknowledged = true;
}

void AlarmPairing::close(Entry& entry, const AlarmRow& row) const
{
    entry.interval.end = row.end.empty() ? row.time : row.end;
    entry.isClosed = true;
}

void AlarmPairing::takeActive(Alarm& alarm, const AlarmRow& row)
{
    const EntryPtr last = alarm.last;
    if (last && !last->isClosed) {
        const bool isSame =
            row.isAcknowledged == true || (!row.instance.empty() && !last->interval.row.instance.empty());
        if (isSame) {
            addLine(*last, row);
            if (row.isAcknowledged == true)
                acknowledge(*last, row);
            return;
        }
        last->interval.note = kNoClear;
        last->isOver = true;
    } else if (row.isAcknowledged == true) {
        // Acknowledged after it returned to normal, once or again: the row says that, and not that it came.
        if (last && (!last->isAcknowledged || row.onset.empty() || row.onset == last->interval.onset)) {
            addLine(*last, row);
            acknowledge(*last, row);
            return;
        }
        // Active and acknowledged without having come: the source began later, or says the onset beside.
        const EntryPtr entry = start(row, row.onset);
        acknowledge(*entry, row);
        if (entry->interval.onset.empty())
            entry->interval.note = kNoSet;
        alarm.last = entry;
        return;
    }
    if (last)
        last->isOver = true;
    const EntryPtr entry = start(row, row.onset.empty() ? row.time : row.onset);
    alarm.last = entry;
    markChatter(entry);
    markFlood(entry);
}

void AlarmPairing::takeCleared(Alarm& alarm, const AlarmRow& row)
{
    const EntryPtr last = alarm.last;
    if (!last) {
        startOrphan(row);
        return;
    }
    if (!last->isClosed) {
        addLine(*last, row);
        close(*last, row);
        if (row.isAcknowledged == true && !row.acknowledged.empty())
            acknowledge(*last, row);
        return;
    }
    const bool isAckOnly = row.isAcknowledged == true && !last->isAcknowledged;
    if (isAckOnly || !row.instance.empty()) {
        addLine(*last, row);
        if (isAckOnly)
            acknowledge(*last, row);
        return;
    }
    startOrphan(row);
}

void AlarmPairing::takeAcknowledged(Alarm& alarm, const AlarmRow& row)
{
    if (!alarm.last) {
        startOrphan(row);
        return;
    }
    addLine(*alarm.last, row);
    acknowledge(*alarm.last, row);
}

void AlarmPairing::markChatter(const EntryPtr& entry)
{
    if (entry->onsetUs == AlarmRow::kUnknown)
        return;
    if (m_onsets.size() > kMostAlarms)
        m_onsets.clear();
    auto& recent = m_onsets[entry->interval.row.alarm];
    while (!recent.empty()
        && (recent.front()->onsetUs + kChatterUs < entry->onsetUs || recent.front()->onsetUs > entry->onsetUs))
        recent.pop_front();
    recent.push_back(entry);
    if (recent.size() < kChatterOnsets)
        return;
    for (const EntryPtr& one : recent)
        one->interval.isChattering = true;
    if (recent.size() > kChatterOnsets)
        recent.pop_front(); // it is marked, and the others suffice
}

void AlarmPairing::markFlood(const EntryPtr& entry)
{
    if (entry->onsetUs == AlarmRow::kUnknown)
        return;
    const std::string& area = entry->interval.row.area;
    auto& recent = m_recent[m_recent.size() < kMostAreas || m_recent.contains(area) ? area : std::string("*")];
    while (!recent.empty()
        && (recent.front()->onsetUs + kFloodUs < entry->onsetUs || recent.front()->onsetUs > entry->onsetUs))
        recent.pop_front();
    recent.push_back(entry);
    if (recent.size() <= kFloodOnsets)
        return;
    for (const EntryPtr& one : recent)
        one->interval.isInFlood = true;
    if (recent.size() > kFloodOnsets + 1)
        recent.pop_front();
}

bool AlarmPairing::isRepeated(const AlarmRow& row)
{
    std::uint64_t hash = hashOf(14695981039346656037ULL, row.alarm);
    hash = hashOf(hash, row.instance);
    hash = hashOf(hash, row.time);
    const auto word = [](const std::optional<bool>& state) { return !state ? "?" : *state ? "1" : "0"; };
    hash = hashOf(hash, word(row.isActive));
    hash = hashOf(hash, word(row.isAcknowledged));
    if (m_seen.contains(hash) || m_seenBefore.contains(hash))
        return true;
    if (m_seen.size() >= kMostRemembered) {
        m_seenBefore = std::move(m_seen);
        m_seen.clear();
    }
    m_seen.insert(hash);
    return false;
}

// The beginning of an occurrence that is known: it is to be counted as a repeated row.
void AlarmPairing::countCopy(const AlarmRow& row)
{
    const std::string& onset = row.onset.empty() ? row.time : row.onset;
    std::size_t searched = 0;
    for (auto at = m_waiting.rbegin(); at != m_waiting.rend() && searched < kMostSearched; ++at, ++searched) {
        AlarmInterval& interval = (*at)->interval;
        if (interval.row.alarm != row.alarm || interval.onset != onset)
            continue;
        ++interval.copies;
        addLine(**at, row);
        return;
    }
}

void AlarmPairing::add(AlarmRow row)
{
    if (row.timeUs != AlarmRow::kUnknown)
        m_nowUs = row.timeUs;
    if (row.isEvent) {
        start(row, row.time)->isOver = true;
        makeRoom();
        return;
    }
    if (isRepeated(row)) {
        ++m_repeatedRows;
        if (row.isActive == true && row.isAcknowledged != true)
            countCopy(row);
        return;
    }
    Alarm& alarm = m_alarms[keyOf(row)];
    if (row.isActive == true)
        takeActive(alarm, row);
    else if (row.isActive == false)
        takeCleared(alarm, row);
    else
        takeAcknowledged(alarm, row);
    makeRoom();
}

bool AlarmPairing::isReady(const Entry& entry) const
{
    if (m_isFinished)
        return true;
    if (!entry.isOver && !(entry.isClosed && entry.isAcknowledged))
        return false;
    return entry.onsetUs == AlarmRow::kUnknown || m_nowUs == AlarmRow::kUnknown || m_nowUs < entry.onsetUs
        || m_nowUs - entry.onsetUs > kFloodUs;
}

void AlarmPairing::forget(const EntryPtr& entry)
{
    const auto alarm = m_alarms.find(keyOf(entry->interval.row));
    if (alarm != m_alarms.end() && (!alarm->second.last || alarm->second.last == entry))
        m_alarms.erase(alarm);
}

// Lets go of what is over; of what is not, only where too many wait, those first that lack an acknowledgement alone.
void AlarmPairing::makeRoom()
{
    const auto release = [&](const EntryPtr& entry) {
        forget(entry);
        m_ready.push_back(entry);
    };
    while (!m_waiting.empty() && isReady(*m_waiting.front())) {
        release(m_waiting.front());
        m_waiting.pop_front();
    }
    if (m_waiting.size() <= m_mostWaiting)
        return;
    for (const bool isStrict : {true, false}) {
        std::deque<EntryPtr> kept;
        for (EntryPtr& entry : m_waiting) {
            if (isReady(*entry) || (!isStrict && entry->isClosed))
                release(entry);
            else
                kept.push_back(std::move(entry));
        }
        m_waiting = std::move(kept);
        if (m_waiting.size() <= m_mostWaiting / 2)
            return;
    }
    while (m_waiting.size() > m_mostWaiting / 2) {
        if (!m_waiting.front()->isClosed && m_waiting.front()->interval.note.empty())
            m_waiting.front()->interval.note = kNoClear;
        release(m_waiting.front());
        m_waiting.pop_front();
    }
}

void AlarmPairing::finish()
{
    m_isFinished = true;
    for (const EntryPtr& entry : m_waiting)
        if (!entry->isOver && !entry->isClosed && entry->interval.note.empty())
            entry->interval.note = kNoClear;
    makeRoom();
}

bool AlarmPairing::take(AlarmInterval& out)
{
    if (m_ready.empty())
        return false;
    out = std::move(m_ready.front()->interval);
    m_ready.pop_front();
    return true;
}

} // namespace antecedent::importers
