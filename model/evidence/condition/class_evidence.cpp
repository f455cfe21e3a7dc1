// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/class_evidence.h"

#include "model/evidence/condition/constants.h"

#include <set>

namespace antecedent::condition {

ClassEvidence weighClass(const ConditionModel& model, const std::string& classification, const PlausibilityTable& table)
{
    ClassEvidence evidence;
    evidence.classification = classification;
    std::vector<CaseInput> inputs;
    std::set<AssetIndex> assets;
    std::set<RivalKey> rivals;
    for (const Deviation& deviation : model.plant.dataset().deviations) {
        if (deviation.classification != classification)
            continue;
        std::optional<BatchCase> made = makeCase(model.plant, deviation);
        if (!made)
            continue;
        if (evidence.cases.empty())
            evidence.isAdministrative = table.isAdministrative(wordsOf(deviation));
        CaseInput input{suspectsOf(model.plant, model.ratios, table, *made), model.rivals.rivalsOf(*made)};
        for (const Suspect& suspect : input.suspects)
            assets.insert(suspect.asset);
        for (const auto& entry : input.rivals)
            rivals.insert(entry.first);
        evidence.cases.push_back({std::move(*made), input.suspects});
        inputs.push_back(std::move(input));
    }
    evidence.weights = compete(inputs, model.rivals, kMassAsset * (evidence.isAdministrative ? kAdministrative : 1));
    for (const AssetIndex asset : assets)
        evidence.conditions.emplace(asset, testCondition(model, evidence.cases, asset));
    for (const RivalKey& key : rivals)
        if (model.rivals.exposures().contains(key))
            evidence.rivals.emplace(key, testRival(model, evidence.cases, key));
    evidence.further = testCounters(model, evidence.cases);
    for (CauseTest& test : testParameters(model, evidence.cases))
        evidence.further.push_back(std::move(test));
    return evidence;
}

} // namespace antecedent::condition
