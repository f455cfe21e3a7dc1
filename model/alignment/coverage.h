// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Coverage: where the sources of a record kind have data at all. A window in a hole of coverage is dropped from that
// kind of antecedent, never counted as "not exposed". Threads: immutable once built.

#include "model/alignment/unified_events.h"

namespace antecedent {

class CoverageIndex
{
public:
    explicit CoverageIndex(const Dataset& dataset);

    // Share of the interval in which the record kind has coverage, 0..1. For events by category (id of
    // Dataset::strings).
    double share(TableId table, std::uint32_t category, const Interval& interval) const;
    double share(const EventClass& eventClass, const Interval& interval) const;
    // The smallest share over the record kinds that have coverage at all and stand on the time axis.
    double worstShare(const Interval& interval) const;

private:
    const Dataset& m_dataset;
};

} // namespace antecedent
