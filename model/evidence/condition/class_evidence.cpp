// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/class_evidence.h"

#include "model/evidence/condition/constants.h"

#include <set>

namespace antecedent::condition {

namespace {

// Takes out what recorded evidence rules out.
void dropRuledOut(const ClassEvidence& evidence, const PinBook& pins, std::vector<CaseInput>& inputs)
{
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string& failure = evidence.cases[i].batchCase.deviation->id;
        std::erase_if(inputs[i].suspects,
            [&](const Suspect& s) { return pins.isRuledOut(failure, evidence.conditions.at(s.asset).candidate.name); });
        std::erase_if(inputs[i].rivals, [&](const auto& entry) {
            const auto test = evidence.rivals.find(entry.first);
            return test != evidence.rivals.end() && pins.isRuledOut(failure, test->second.candidate.name);
        });
    }
}

// A lot that no exact test over the class shows explains a failure less well than its weight says: it may be there only
// because neighbouring batches share their lots.
void discountUntestedLots(ClassEvidence& evidence)
{
    for (CaseWeights& weights : evidence.weights) {
        double total = weights.none + weights.allAssets;
        for (auto& [key, weight] : weights.rivals) {
            const auto test = evidence.rivals.find(key);
            const bool isShown = test != evidence.rivals.end() && test->second.candidate.pExact.value_or(1) < kAlpha;
            if (key.kind == CandidateKind::Material && !isShown)
                weight *= kUntestedLot;
            total += weight;
        }
        for (auto& entry : weights.rivals)
            entry.second /= total;
        for (auto& entry : weights.assets)
            entry.second /= total;
        weights.none /= total;
        weights.allAssets /= total;
    }
}

} // namespace

ClassEvidence weighClass(const ConditionModel& model, const std::string& classification, const PinBook& pins)
{
    const PlausibilityTable& table = model.plant.context.configuration.plausibility;
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
    for (const AssetIndex asset : assets)
        evidence.conditions.emplace(asset, testCondition(model, evidence.cases, asset));
    for (const RivalKey& key : rivals)
        if (model.rivals.exposures().contains(key))
            evidence.rivals.emplace(key, testRival(model, evidence.cases, key));
    dropRuledOut(evidence, pins, inputs);
    evidence.weights = compete(inputs, model.rivals, kMassAsset * (evidence.isAdministrative ? kAdministrative : 1));
    discountUntestedLots(evidence);
    evidence.further = testCounters(model, evidence.cases);
    for (CauseTest& test : testParameters(model, evidence.cases, classification))
        evidence.further.push_back(std::move(test));
    return evidence;
}

} // namespace antecedent::condition
