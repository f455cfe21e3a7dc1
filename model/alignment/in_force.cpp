// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/in_force.h"

#include <algorithm>

namespace antecedent {

InForceIndex::InForceIndex(const UnifiedEvents& events, std::size_t assetCount)
    : m_closed(assetCount)
    , m_open(assetCount)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events.asset[i].valid() || events.endUs[i] <= events.onsetUs[i])
            continue;
        const bool isOpen = events.endUs[i] == UnifiedEvents::kOpenEnd;
        auto& list = (isOpen ? m_open : m_closed)[events.asset[i].value];
        const std::int64_t latest = list.empty() ? events.endUs[i] : std::max(events.endUs[i], list.back().latestEndUs);
        list.push_back(Entry{events.onsetUs[i], events.endUs[i], latest, static_cast<std::uint32_t>(i)});
    }
}

std::vector<std::uint32_t> InForceIndex::at(AssetIndex asset, std::int64_t atUs, std::int64_t onsetBeforeUs) const
{
    std::vector<std::uint32_t> found;
    for (const auto* lists : {&m_closed, &m_open}) {
        const auto& list = (*lists)[asset.value];
        auto entry = std::lower_bound(
            list.begin(), list.end(), onsetBeforeUs, [](const Entry& e, std::int64_t us) { return e.onsetUs < us; });
        while (entry != list.begin()) {
            --entry;
            if (entry->latestEndUs <= atUs)
                break;
            if (entry->endUs > atUs)
                found.push_back(entry->event);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace antecedent
