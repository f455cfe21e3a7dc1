// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/repair_change.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/statistics/rank_test.h"

namespace antecedent::condition {

namespace {

constexpr std::size_t kBefore = 4; // uses compared, each kUsesBack apart
constexpr std::size_t kAfter = 6;
constexpr std::size_t kFewestAfter = 2; // for a median to be worth saying

// The first functional corrective work on the asset after the use.
const WorkOrder* firstRepair(const Dataset& dataset, AssetIndex asset, const Use& use)
{
    const WorkOrder* first = nullptr;
    for (const WorkOrder& order : dataset.workOrders) {
        const TimeValue begin = workBegin(order);
        if (order.asset != asset || !isFunctionalRepair(order) || !begin.known() || begin.utcUs <= use.begin
            || begin.utcUs >= use.end + kRepairUs)
            continue;
        if (first == nullptr || begin.utcUs < workBegin(*first).utcUs)
            first = &order;
    }
    return first;
}

} // namespace

std::optional<RepairChange> changeAfterRepair(
    const Plant& plant, const Scores& scores, AssetIndex asset, std::uint32_t use)
{
    const std::vector<Use>& uses = plant.units[plant.slotOf[asset.value]].uses;
    const std::vector<double>& values = scores.at(asset).scores;
    RepairChange change;
    change.order = firstRepair(plant.dataset(), asset, uses[use]);
    if (change.order == nullptr)
        return std::nullopt;
    change.before = values[use];
    statistics::RankStratum stratum;
    for (std::size_t k = use; stratum.cases.size() < kBefore; k -= kUsesBack) {
        stratum.cases.push_back(values[k]);
        if (k < kUsesBack)
            break;
    }
    std::size_t next = use + 1;
    while (next < uses.size() && uses[next].begin <= workBegin(*change.order).utcUs)
        ++next;
    // The first uses after the work still remember those before it.
    for (next += kUsesBack - 1; next < uses.size() && stratum.controls.size() < kAfter; next += kUsesBack)
        stratum.controls.push_back(values[next]);
    if (stratum.controls.size() >= kFewestAfter) {
        change.after = medianOf(stratum.controls);
        change.p = statistics::rankTest({&stratum, 1}).pHigh;
    }
    return change;
}

} // namespace antecedent::condition
