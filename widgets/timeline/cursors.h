// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two instants that a person puts on the timeline, A and B, and what stands between them: the exact time, and of each
// plot the value at both. A value is a range where the picture holds several samples in one pixel. Threads: pure.

#include "widgets/common/site_time.h"
#include "widgets/timeline/plots.h"

#include <array>
#include <optional>

namespace antecedent::widgets {

using Cursors = std::array<std::optional<std::int64_t>, 2>; // A and B, microseconds UTC

// `4 h 50 min 20.250 s`, every unit that is not zero; `−` before it if negative.
QString exactSpanText(Duration span);

struct ValueRange
{
    double low = 0;
    double high = 0;
    bool operator==(const ValueRange&) const = default;
};
// What the trace knows of the value at an instant: the column over it, or between two samples the one before; nothing
// in a hole.
std::optional<ValueRange> valueOf(const SampleTrace& trace, std::int64_t us);
QString rangeText(const ValueRange& range);
// B less A, with every value that it can have.
ValueRange difference(const ValueRange& a, const ValueRange& b);

// `A 13 Apr 2025 03:52:51 · B … · Δt …`, then one line per plot with values at both; a dash where there is no data.
QString cursorText(const Cursors& cursors, const SiteTime& times,
    const std::vector<std::pair<const Plot*, const SampleTrace*>>& plots);

} // namespace antecedent::widgets
