// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_pairing.h"

#include "model/domain/alarm_load.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace antecedent::importers {

namespace {

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

AlarmPairing::AlarmPairing(std::size_t mostWaiting)
    : m_mostWaiting(std::max<std::size_t>(mostWaiting, 16))
{
}

AlarmPairing::EntryPtr AlarmPairing::start(const AlarmRow& row, std::string onset)
{
    auto entry = std::make_shared<AlarmEntry>();
    entry->interval.row = row;
    entry->interval.onset = std::move(onset);
    entry->onsetUs = entry->interval.onset.empty() ? AlarmRow::kUnknown : row.timeUs;
    entry->addLine(row);
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

void AlarmPairing::acknowledge(AlarmEntry& entry, const AlarmRow& row) const
{
    if (entry.isAcknowledged)
        return;
    entry.isAcknowledged = entry.owed == 0;
    if (!entry.isAcknowledged)
        --entry.owed;
    if (entry.interval.acknowledged.empty()) {
        entry.interval.acknowledged = row.acknowledged.empty() ? row.time : row.acknowledged;
        entry.interval.acknowledgedBy = row.by;
    }
    if (const EntryPtr before = std::exchange(entry.before, nullptr)) {
        if (before->interval.acknowledged.empty()) {
            before->interval.acknowledged = entry.interval.acknowledged;
            before->interval.acknowledgedBy = row.by;
        }
        before->isOver = true;
    }
}

void AlarmPairing::close(AlarmEntry& entry, const AlarmRow& row) const
{
    entry.interval.end = row.end.empty() ? row.time : row.end;
    entry.isClosed = true;
}

void AlarmPairing::takeActive(EntryPtr& latest, const AlarmRow& row)
{
    const EntryPtr last = latest;
    if (last && !last->isClosed) {
        const bool isSame = row.isAcknowledged == true || row.mayContinue
            || (!row.instance.empty() && !last->interval.row.instance.empty());
        if (isSame) {
            last->addLine(row);
            if (row.isAcknowledged == true)
                acknowledge(*last, row);
            return;
        }
        last->interval.note = kNoClear;
        last->isClosed = true; // only an acknowledgement can follow
    } else if (row.isAcknowledged == true) {
        // Acknowledged after it returned to normal, once or again: the row says that, and not that it came.
        if (last && (last->interval.acknowledged.empty() || row.onset.empty() || row.onset == last->interval.onset)) {
            last->addLine(row);
            acknowledge(*last, row);
            return;
        }
        // Active and acknowledged without having come: the source began later, or says the onset beside.
        const EntryPtr entry = start(row, row.onset);
        acknowledge(*entry, row);
        if (entry->interval.onset.empty())
            entry->interval.note = kNoSet;
        latest = entry;
        return;
    }
    const EntryPtr entry = start(row, row.onset.empty() ? row.time : row.onset);
    if (last && last->before)
        std::exchange(last->before, nullptr)->isOver = true;
    if (last && !last->isAcknowledged) {
        entry->owed = last->interval.acknowledged.empty() ? last->owed + 1 : 0;
        entry->before = last;
    } else if (last) {
        last->isOver = true;
    }
    latest = entry;
    entry->interval.suppressed = m_suppressions.of(row.alarm);
    if (entry->interval.suppressed.empty())
        entry->interval.suppressed = row.suppressed;
    m_marks.add(entry);
}

void AlarmPairing::takeCleared(const EntryPtr& last, const AlarmRow& row)
{
    if (!last) {
        startOrphan(row);
        return;
    }
    if (!last->isClosed) {
        last->addLine(row);
        close(*last, row);
        if (row.isAcknowledged == true && !row.acknowledged.empty())
            acknowledge(*last, row);
        return;
    }
    const bool isAckOnly = row.isAcknowledged == true && !last->isAcknowledged;
    if (isAckOnly || !row.instance.empty()) {
        last->addLine(row);
        if (isAckOnly)
            acknowledge(*last, row);
        return;
    }
    startOrphan(row);
}

void AlarmPairing::takeAcknowledged(const EntryPtr& last, const AlarmRow& row)
{
    if (!last) {
        startOrphan(row);
        return;
    }
    last->addLine(row);
    acknowledge(*last, row);
}

// Occurrences that are in force when their alarm is suppressed.
void AlarmPairing::markInForce(const AlarmRow& row)
{
    std::size_t searched = 0;
    for (auto at = m_waiting.rbegin(); at != m_waiting.rend() && searched < kMostSearched; ++at, ++searched) {
        AlarmEntry& entry = **at;
        const AlarmRow& first = entry.interval.row;
        if (entry.isClosed || entry.isOver || first.isEvent || !first.suppression.empty() || first.alarm != row.alarm)
            continue;
        std::string& how = entry.interval.suppressed;
        if (how.find(row.suppression) == std::string::npos)
            how += (how.empty() ? "" : "; ") + row.suppression;
    }
}

void AlarmPairing::takeSuppression(const AlarmRow& row)
{
    const EntryPtr last = m_suppressions.find(row);
    if (!row.isSuppressionOver) {
        if (last && !last->isClosed) {
            last->addLine(row); // said again
            return;
        }
        if (last)
            last->isOver = true;
        m_suppressions.add(start(row, row.time));
        markInForce(row);
        return;
    }
    if (last && !last->isOver) {
        last->addLine(row);
        last->interval.end = row.time;
        last->isClosed = last->isOver = true;
        return;
    }
    const EntryPtr entry = start(row, {});
    entry->interval.end = row.time;
    entry->interval.note = kNoSet;
    entry->isOver = true;
}

bool AlarmPairing::isRepeated(const AlarmRow& row)
{
    std::uint64_t hash = hashOf(14695981039346656037ULL, row.alarm);
    hash = hashOf(hash, row.instance);
    hash = hashOf(hash, row.time);
    const auto word = [](const std::optional<bool>& state) { return !state ? "?" : *state ? "1" : "0"; };
    hash = hashOf(hash, word(row.isActive));
    hash = hashOf(hash, word(row.isAcknowledged));
    hash = hashOf(hash, row.suppression);
    hash = hashOf(hash, row.isSuppressionOver ? "1" : "0");
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
        if (interval.row.alarm != row.alarm || interval.onset != onset || interval.row.suppression != row.suppression)
            continue;
        ++interval.copies;
        (*at)->addLine(row);
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
        if (row.suppression.empty() ? row.isActive == true && row.isAcknowledged != true : !row.isSuppressionOver)
            countCopy(row);
        return;
    }
    if (!row.suppression.empty()) {
        takeSuppression(row);
        makeRoom();
        return;
    }
    m_suppressions.endByState(row);
    EntryPtr& latest = m_alarms[keyOf(row)];
    if (row.isActive == true)
        takeActive(latest, row);
    else if (row.isActive == false)
        takeCleared(latest, row);
    else
        takeAcknowledged(latest, row);
    makeRoom();
}

bool AlarmPairing::isReady(const AlarmEntry& entry) const
{
    if (m_isFinished)
        return true;
    if (!entry.isOver && !(entry.isClosed && entry.isAcknowledged))
        return false;
    return entry.onsetUs == AlarmRow::kUnknown || m_nowUs == AlarmRow::kUnknown || m_nowUs < entry.onsetUs
        || m_nowUs - entry.onsetUs > kFloodWindowUs;
}

void AlarmPairing::forget(const EntryPtr& entry)
{
    if (!entry->interval.row.suppression.empty()) {
        m_suppressions.forget(entry);
        return;
    }
    const auto alarm = m_alarms.find(keyOf(entry->interval.row));
    if (alarm != m_alarms.end() && (!alarm->second || alarm->second == entry))
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
