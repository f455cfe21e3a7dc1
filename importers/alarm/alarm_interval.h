// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of a journal become: an occurrence of an alarm, a time in which an alarm was suppressed, or an event.
// Threads: plain values.

#include "importers/alarm/alarm_row.h"

#include <cstdint>
#include <string>
#include <string_view>
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
    std::string suppressed; // of an alarm: how, while it was in force
    std::vector<std::uint64_t> lines; // of its rows; those beyond kMostLines are counted only
    std::uint64_t rows = 0;
    std::uint32_t copies = 1; // how often the row that began it stands in the source
    bool isChattering = false;
    bool isInFlood = false;
    std::string note; // what is missing; empty: nothing

    static constexpr std::size_t kMostLines = 12;
};

} // namespace antecedent::importers
