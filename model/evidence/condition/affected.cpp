// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/affected.h"

#include "model/evidence/condition/constants.h"

#include <algorithm>

namespace antecedent::condition {

namespace {

// Times at which the asset's condition was restored.
std::vector<Us> restorations(const Dataset& dataset, AssetIndex asset)
{
    std::vector<Us> times;
    for (const WorkOrder& order : dataset.workOrders)
        if (order.asset == asset && (order.type == "PM" || isFunctionalRepair(order)) && workBegin(order).known())
            times.push_back(workBegin(order).utcUs);
    for (const Calibration& c : dataset.calibrations)
        if (c.asset == asset && c.performed.known() && c.asFoundError.known && c.asLeftError.known
            && toDouble(c.asFoundError) != toDouble(c.asLeftError))
            times.push_back(c.performed.utcUs);
    return times;
}

class Walk
{
public:
    Walk(const Plant& plant, const Scores& scores, AssetIndex asset, std::uint32_t use,
        const std::set<std::uint32_t>& alsoFailed)
        : m_uses(plant.units[plant.slotOf[asset.value]].uses)
        , m_scores(scores.at(asset).scores)
        , m_restored(restorations(plant.dataset(), asset))
        , m_alsoFailed(alsoFailed)
        , m_use(use)
    {
    }

    std::set<std::size_t> find()
    {
        m_taken.insert(m_use);
        walk(-1);
        walk(1);
        return std::move(m_taken);
    }

private:
    bool isRestoredBetween(Us a, Us b) const
    {
        return std::any_of(
            m_restored.begin(), m_restored.end(), [&](Us t) { return std::min(a, b) < t && t < std::max(a, b); });
    }

    void walk(std::ptrdiff_t step)
    {
        const auto from = static_cast<std::ptrdiff_t>(m_use);
        const auto reach = static_cast<std::ptrdiff_t>(kImpactUses);
        int gap = 0;
        for (std::ptrdiff_t i = from + step; i >= 0 && i < std::ssize(m_uses) && std::abs(i - from) <= reach;
             i += step) {
            const auto at = static_cast<std::size_t>(i);
            if (isRestoredBetween(m_uses[at].begin, m_uses[m_use].begin))
                return;
            if (m_alsoFailed.contains(static_cast<std::uint32_t>(i))) {
                for (std::ptrdiff_t between = from; between != i; between += step)
                    m_taken.insert(static_cast<std::size_t>(between + step));
                gap = 0;
            } else if (m_scores[at] >= kImpactShare * m_scores[m_use]) {
                m_taken.insert(at);
                gap = 0;
            } else if (++gap > kImpactGap) {
                return;
            }
        }
    }

    const std::vector<Use>& m_uses;
    const std::vector<double>& m_scores;
    std::vector<Us> m_restored;
    const std::set<std::uint32_t>& m_alsoFailed;
    std::size_t m_use;
    std::set<std::size_t> m_taken;
};

// The next batch on the unit that a skid's run cleaned.
BatchIndex nextBatch(const Plant& plant, const Use& run)
{
    if (!run.target.valid() || plant.slotOf[run.target.value] == kNoSlot)
        return {};
    for (const Use& use : plant.units[plant.slotOf[run.target.value]].uses)
        if (use.begin >= run.end - kHourUs)
            return use.batch;
    return {};
}

} // namespace

std::vector<AffectedBatch> affectedBatches(const Plant& plant, const Scores& scores, AssetIndex asset,
    std::uint32_t use, const std::set<std::uint32_t>& alsoFailed)
{
    const UnitUses& unit = plant.units[plant.slotOf[asset.value]];
    const std::string& id = plant.dataset().assets[asset.value].id;
    std::map<BatchIndex, std::string> found;
    for (const std::size_t i : Walk(plant, scores, asset, use, alsoFailed).find()) {
        const Use& taken = unit.uses[i];
        const BatchIndex batch = taken.batch.valid() ? taken.batch : nextBatch(plant, taken);
        if (!batch.valid())
            continue;
        const std::string way = taken.batch.valid() ? "used it" : "was made after a cleaning by it";
        found.try_emplace(batch,
            i == use ? "the failure itself"
                     : "condition of " + id + " of the same kind when this batch " + way
                    + ", no repair, adjustment or planned maintenance in between");
    }
    std::vector<AffectedBatch> result;
    for (auto& [batch, reason] : found)
        result.push_back({batch, std::move(reason)});
    return result;
}

} // namespace antecedent::condition
