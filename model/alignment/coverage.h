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
    // A record kind: table and, of events, category.
    using Kind = std::pair<TableId, std::uint32_t>;
    // Kinds with less than `minShare` of the interval, ascending.
    std::vector<Kind> kindsBelow(double minShare, const Interval& interval) const;
    // The smallest share over the tables that are there at all, of events (all categories joined), work orders and
    // steps.
    double worstShare(const Interval& interval) const;
    // The largest share over all record kinds: 0 where no source has anything.
    double bestShare(const Interval& interval) const;

private:
    std::map<Kind, std::vector<Interval>> m_kinds;
    std::map<TableId, std::vector<Interval>> m_tables;
};

} // namespace antecedent
