// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/source_clock.h"

#include <cmath>

namespace antecedent {

std::int64_t SourceClock::correctedUs(std::int64_t us) const
{
    const double elapsed = static_cast<double>(us - since.time_since_epoch().count());
    return us - offset.count() - std::llround(elapsed * driftPpm / 1e6);
}

std::int64_t SourceClock::statedUs(std::int64_t us) const
{
    const std::int64_t origin = since.time_since_epoch().count();
    const double elapsed = static_cast<double>(us + offset.count() - origin);
    return origin + std::llround(elapsed / (1 - driftPpm / 1e6));
}

const SourceClock* clockFor(const std::vector<SourceClock>& clocks, std::string_view category)
{
    const SourceClock* found = nullptr;
    for (const SourceClock& clock : clocks)
        if (clock.category == category)
            return &clock;
        else if (clock.category.empty())
            found = &clock;
    return found;
}

} // namespace antecedent
