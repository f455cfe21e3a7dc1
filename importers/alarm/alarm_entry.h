// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An occurrence of an alarm, or a time in which one was suppressed, while its rows are still coming. Private to the
// pairing. Threads: one owner.

#include "importers/alarm/alarm_interval.h"

#include <cstdint>
#include <memory>

namespace antecedent::importers {

struct AlarmEntry
{
    AlarmInterval interval;
    std::int64_t onsetUs = AlarmRow::kUnknown;
    bool isClosed = false;
    bool isAcknowledged = false;
    bool isOver = false; // another occurrence began, or nothing can follow
    // Some systems acknowledge each occurrence, others the alarm: how many acknowledgements may still come for those
    // before it, and the last of these, until one comes.
    std::uint32_t owed = 0;
    std::shared_ptr<AlarmEntry> before;

    void addLine(const AlarmRow& row)
    {
        ++interval.rows;
        if (interval.lines.size() < AlarmInterval::kMostLines)
            interval.lines.push_back(row.line);
    }
};
using AlarmEntryPtr = std::shared_ptr<AlarmEntry>;

} // namespace antecedent::importers
