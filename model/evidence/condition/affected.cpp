// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/affected.h"

#include "model/evidence/condition/constants.h"

#include <algorithm>

namespace antecedent::condition {

namespace {

// Times of work on the asset: what restores its condition for certain, and what may.
struct Restorations
{
    std::vector<Us> repairs; // functional corrective work, adjusted calibrations
    std::vector<Us> planned; // planned maintenance
};

Restorations restorationsOf(const Dataset& dataset, AssetIndex asset)
{
    Restorations times;
    for (const WorkOrder& order : dataset.workOrders) {
        if (order.asset != asset || !workBegin(order).known())
            continue;
        if (isFunctionalRepair(order))
            times.repairs.push_back(workBegin(order).utcUs);
        else if (order.type == "PM")
            times.planned.push_back(workBegin(order).utcUs);
    }
    for (const Calibration& c : dataset.calibrations)
        if (c.asset == asset && c.performed.known() && c.asFoundError.known && c.asLeftError.known
            && toDouble(c.asFoundError) != toDouble(c.asLeftError))
            times.repairs.push_back(c.performed.utcUs);
    return times;
}

bool isAnyBetween(const std::vector<Us>& times, Us a, Us b)
{
    return std::any_of(times.begin(), times.end(), [&](Us t) { return std::min(a, b) < t && t < std::max(a, b); });
}

class Walk
{
public:
    Walk(const Plant& plant, const Scores& scores, AssetIndex asset, const std::set<std::uint32_t>& alsoFailed)
        : m_uses(plant.units[plant.slotOf[asset.value]].uses)
        , m_scores(scores.at(asset).scores)
        , m_restored(restorationsOf(plant.dataset(), asset))
        , m_alsoFailed(alsoFailed)
    {
        std::vector<double> good;
        for (std::size_t k = 0; k < m_uses.size(); ++k)
            if (plant.isGood(m_uses[k]))
                good.push_back(m_scores[k]);
        std::sort(good.begin(), good.end());
        if (!good.empty())
            m_ordinary = good[static_cast<std::size_t>(kImpactQuantile * static_cast<double>(good.size() - 1))];
    }

    // Around the failure, and around the other failures of the same condition: a planned maintenance ends a condition,
    // unless a failure after it shows that it did not.
    std::set<std::size_t> find(std::size_t use)
    {
        walkFrom(use);
        for (const std::uint32_t other : m_alsoFailed)
            if (std::max<std::size_t>(other, use) - std::min<std::size_t>(other, use) <= kImpactUses
                && !isAnyBetween(m_restored.repairs, m_uses[other].begin, m_uses[use].begin))
                walkFrom(other);
        return std::move(m_taken);
    }

private:
    void walkFrom(std::size_t use)
    {
        m_taken.insert(use);
        walk(use, -1);
        walk(use, 1);
    }

    void walk(std::size_t use, std::ptrdiff_t step)
    {
        const auto from = static_cast<std::ptrdiff_t>(use);
        const double limit = std::max(kImpactShare * m_scores[use], m_ordinary);
        int gap = 0;
        for (std::ptrdiff_t i = from + step;
             i >= 0 && i < std::ssize(m_uses) && std::abs(i - from) <= static_cast<std::ptrdiff_t>(kImpactUses);
             i += step) {
            const auto at = static_cast<std::size_t>(i);
            const Us begin = m_uses[at].begin;
            if (isAnyBetween(m_restored.repairs, begin, m_uses[use].begin)
                || isAnyBetween(m_restored.planned, begin, m_uses[use].begin))
                return;
            if (m_alsoFailed.contains(static_cast<std::uint32_t>(i))) {
                for (std::ptrdiff_t between = from; between != i; between += step)
                    m_taken.insert(static_cast<std::size_t>(between + step));
                gap = 0;
            } else if (m_scores[at] >= limit) {
                m_taken.insert(at);
                gap = 0;
            } else if (++gap > kImpactGap) {
                return;
            }
        }
    }

    const std::vector<Use>& m_uses;
    const std::vector<double>& m_scores;
    Restorations m_restored;
    const std::set<std::uint32_t>& m_alsoFailed;
    double m_ordinary = 0; // the score that is nothing special
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
    std::map<BatchIndex, Phrase> found;
    for (const std::size_t i : Walk(plant, scores, asset, alsoFailed).find(use)) {
        const Use& taken = unit.uses[i];
        const BatchIndex batch = taken.batch.valid() ? taken.batch : nextBatch(plant, taken);
        if (!batch.valid())
            continue;
        found.try_emplace(batch,
            i == use ? phrase("the failure itself")
                : taken.batch.valid()
                ? phrase("condition of %1 of the same kind when this batch used it, no repair, "
                         "adjustment or planned maintenance in between",
                    id)
                : phrase("condition of %1 of the same kind when this batch was made after a "
                         "cleaning by it, no repair, adjustment or planned maintenance in between",
                    id));
    }
    std::vector<AffectedBatch> result;
    for (auto& [batch, reason] : found)
        result.push_back({batch, std::move(reason)});
    return result;
}

} // namespace antecedent::condition
