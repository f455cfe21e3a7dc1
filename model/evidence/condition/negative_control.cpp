// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/negative_control.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/statistics/fisher_test.h"

#include <algorithm>
#include <set>

namespace antecedent::condition {

namespace {

// Same class, on another unit of the same class, and a suspect of none of the cases.
bool isPeer(const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset, AssetIndex other)
{
    const std::vector<Asset>& assets = model.plant.dataset().assets;
    const AssetIndex unit = model.plant.unitOf[asset.value];
    const AssetIndex otherUnit = model.plant.unitOf[other.value];
    if (unit == otherUnit || assets[asset.value].assetClass.empty()
        || assets[asset.value].assetClass != assets[other.value].assetClass
        || assets[unit.value].assetClass != assets[otherUnit.value].assetClass)
        return false;
    return std::none_of(
        cases.begin(), cases.end(), [&](const TestedCase& c) { return findSuspect(c, other) != nullptr; });
}

// Position of the last use that ended before t; nullopt if there is none.
std::optional<std::size_t> lastUseBefore(const std::vector<Use>& uses, Us t)
{
    std::optional<std::size_t> last;
    for (std::size_t k = 0; k < uses.size() && uses[k].begin < t; ++k)
        if (uses[k].end <= t)
            last = k;
    return last;
}

NegativeControl testPeer(const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex peer)
{
    const AssetRatios& ratios = model.ratios.at(peer);
    const std::vector<Use>& uses = model.plant.units[model.plant.slotOf[peer.value]].uses;
    const double limit = upperQuantile(ratios.goodFindings, kExceedance);
    NegativeControl control;
    control.peer = peer;
    std::set<std::size_t> taken;
    for (const TestedCase& c : cases) {
        const auto use = lastUseBefore(uses, c.batchCase.t0);
        if (!use || !taken.insert(*use).second)
            continue;
        ++control.cases;
        control.casesExposed += ratios.findings[*use] > limit ? 1 : 0;
    }
    statistics::TwoByTwo table{control.casesExposed, control.cases, 0, 0};
    for (std::size_t k = 0; k < uses.size(); ++k)
        if (model.plant.isGood(uses[k]) && !taken.contains(k)) {
            ++table.controls;
            table.controlsExposed += ratios.findings[k] > limit ? 1 : 0;
        }
    control.p = statistics::fisherTest({&table, 1}).exact.p;
    return control;
}

} // namespace

std::optional<NegativeControl> negativeControl(
    const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset)
{
    for (const auto& entry : model.ratios) {
        if (!isPeer(model, cases, asset, entry.first))
            continue;
        const NegativeControl control = testPeer(model, cases, entry.first);
        if (control.cases > 0)
            return control;
    }
    return std::nullopt;
}

} // namespace antecedent::condition
