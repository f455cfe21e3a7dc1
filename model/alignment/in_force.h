// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which interval events (states, steps, open work orders, cleanings) of an asset are in force at an instant.
// Threads: immutable once built.

#include "model/alignment/unified_events.h"

namespace antecedent {

class InForceIndex
{
public:
    InForceIndex(const UnifiedEvents& events, std::size_t assetCount);

    // Positions in UnifiedEvents of the asset's events with onset < onsetBeforeUs and end > atUs, ascending.
    std::vector<std::uint32_t> at(AssetIndex asset, std::int64_t atUs, std::int64_t onsetBeforeUs) const;

private:
    struct Entry
    {
        std::int64_t onsetUs;
        std::int64_t endUs;
        std::int64_t latestEndUs; // of this and all earlier entries: where a walk back may stop
        std::uint32_t event;
    };
    std::vector<std::vector<Entry>> m_closed; // per asset, ascending by onset
    std::vector<std::vector<Entry>> m_open; // without an end
};

} // namespace antecedent
