// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When an asset was in use so that its process data must be there: its operating time without the stretches for which a
// state of it, or of what it is built into up to the unit, says anything but running. Threads: one owner.

#include "model/alignment/align.h"

#include <map>

namespace antecedent::quality {

class UseTimes
{
public:
    explicit UseTimes(const AlignmentContext& context);
    // Disjoint, ascending; null where steps and states say nothing. Lives as long as this.
    const std::vector<Interval>* of(AssetIndex asset);

private:
    const AlignmentContext& m_context;
    std::vector<std::vector<Interval>> m_resting; // by asset, as its own states say
    std::map<AssetIndex, std::vector<Interval>> m_known;
};

} // namespace antecedent::quality
