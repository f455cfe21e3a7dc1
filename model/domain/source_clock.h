// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the clock of a source stands to that of the equipment: its times are corrected as they are read, the stored ones
// never change. Threads: plain values.

#include "model/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

struct SourceClock
{
    // Of events, whose categories may come from several systems; empty: all rows that no clock of a category is for.
    std::string category;
    Duration offset{}; // source minus equipment at `since`: positive, the source is ahead
    double driftPpm = 0; // microseconds that it gains per second, in its own time; |drift| < 10 %
    Timestamp since{};
    std::optional<Duration> uncertainty; // half width of the 95 % interval of the offset

    std::int64_t correctedUs(std::int64_t us) const;
    // What the source stated, to the microsecond if there is no drift, else within one.
    std::int64_t statedUs(std::int64_t us) const;

    bool operator==(const SourceClock&) const = default;
};

// The one that holds for events of a category, or with an empty one for the rows of other tables; null: none.
const SourceClock* clockFor(const std::vector<SourceClock>& clocks, std::string_view category);

} // namespace antecedent
