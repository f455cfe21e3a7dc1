// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/parameter_tests.h"

#include "model/evidence/symptom.h"

#include <algorithm>

namespace antecedent::condition {

namespace {

// Batches with a parameter outside of its limits, and the records that say so.
std::map<std::string, RivalRecords> parametersOutside(const Dataset& dataset)
{
    std::map<std::string, RivalRecords> outside;
    for (const Parameter& p : dataset.parameters) {
        if (!p.batch.valid() || !p.actual.known || (!p.low.known && !p.high.known))
            continue;
        const double actual = toDouble(p.actual);
        if ((p.low.known && actual < toDouble(p.low)) || (p.high.known && actual > toDouble(p.high)))
            outside[p.step.empty() ? p.parameter : p.step + ", " + p.parameter][p.batch].push_back(p.head.id);
    }
    for (auto& entry : outside)
        for (auto& shown : entry.second)
            std::sort(shown.second.begin(), shown.second.end());
    return outside;
}

CauseTest testTag(const ConditionModel& model, const std::vector<TestedCase>& cases, const LimitLook& look,
    const std::map<BatchIndex, Us>& failedAt, const std::string& classification)
{
    const Dataset& dataset = model.plant.dataset();
    const std::vector<Use>& uses = model.plant.units[look.slot].uses;
    RivalRecords shown;
    std::set<BatchIndex> known;
    for (std::size_t k = 0; k < uses.size(); ++k) {
        const BatchIndex batch = uses[k].batch;
        if (!batch.valid() || look.firstOutside[k] == kNotSeen)
            continue;
        known.insert(batch);
        const auto failed = failedAt.find(batch);
        const Us until = failed == failedAt.end() ? kNeverOutside : failed->second;
        if (look.firstOutside[k] < until)
            shown[batch].insert(shown[batch].end(), uses[k].records.begin(), uses[k].records.end());
    }
    for (auto& entry : shown)
        std::sort(entry.second.begin(), entry.second.end());
    CauseTest test = testByBatch(model, cases, shown, &known);
    const Tag& tag = dataset.tags[look.tag.value];
    Candidate& c = test.candidate;
    c.kind = CandidateKind::Parameter;
    c.assetId = dataset.assets[look.asset.value].id;
    c.eventClass =
        "parameter outside limits: " + (tag.parameter.empty() ? tag.name : tag.parameter + " (" + tag.name + ")");
    c.name = c.eventClass + " @ " + c.assetId;
    c.isSymptom = isSymptomOf(tag.parameter, classification);
    return test;
}

} // namespace

std::vector<CauseTest> testParameters(
    const ConditionModel& model, const std::vector<TestedCase>& cases, const std::string& classification)
{
    std::vector<CauseTest> tests;
    for (const auto& [name, shown] : parametersOutside(model.plant.dataset())) {
        CauseTest test = testByBatch(model, cases, shown);
        Candidate& c = test.candidate;
        c.kind = CandidateKind::Parameter;
        c.eventClass = "parameter outside limits: " + name;
        c.name = c.eventClass;
        if (c.caseExposed > 0)
            tests.push_back(std::move(test));
    }
    std::set<AssetIndex> suspects;
    std::map<BatchIndex, Us> failedAt; // the first failure of each batch
    for (const TestedCase& tested : cases) {
        for (const Suspect& suspect : tested.suspects)
            suspects.insert(suspect.asset);
        const auto [entry, isNew] = failedAt.try_emplace(tested.batchCase.deviation->batch, tested.batchCase.t0);
        entry->second = std::min(entry->second, tested.batchCase.t0);
    }
    for (const LimitLook& look : model.limits)
        if (suspects.contains(look.asset)) {
            CauseTest test = testTag(model, cases, look, failedAt, classification);
            const Candidate& c = test.candidate;
            if (c.caseExposed > 0 && c.controlExposed < c.controlWindows) // else the limits are not for this step
                tests.push_back(std::move(test));
        }
    return tests;
}

} // namespace antecedent::condition
