// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/decision.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/symptom.h"

#include <algorithm>
#include <cmath>

namespace antecedent::condition {

namespace {

// Share of the indicators of all suspects that are known at the uses in question.
double coverageOf(const ConditionModel& model, const TestedCase& tested)
{
    double known = 0;
    double all = 0;
    for (const Suspect& suspect : tested.suspects)
        for (const Indicator& indicator : model.indicators.at(suspect.asset)) {
            all += 1;
            known += std::isnan(indicator.values[suspect.use]) ? 0 : 1;
        }
    return all > 0 ? known / all : 0;
}

std::vector<AssetIndex> byWeight(const CaseWeights& weights)
{
    std::vector<std::pair<double, AssetIndex>> ranked;
    for (const auto& [asset, weight] : weights.assets)
        ranked.emplace_back(-weight, asset);
    std::sort(ranked.begin(), ranked.end()); // ties by asset, that is by id
    std::vector<AssetIndex> order;
    for (const auto& entry : ranked)
        order.push_back(entry.second);
    return order;
}

std::optional<RivalKey> heaviestRival(const CaseWeights& weights)
{
    std::optional<RivalKey> best;
    double most = weights.allAssets;
    for (const auto& [key, weight] : weights.rivals)
        if (weight > most) {
            most = weight;
            best = key;
        }
    return best;
}

// Do alarms on the deviation's own parameter, and nothing else, stand out at the asset?
bool isSymptomAlone(const ConditionModel& model, const CaseDecision& decision, const std::string& classification)
{
    constexpr std::string_view kAlarm = "alarm:";
    const std::vector<Phrase> leaders = model.leadersOf(decision.leading, decision.use);
    return !leaders.empty() && std::all_of(leaders.begin(), leaders.end(), [&](const std::string& name) {
        return name.starts_with(kAlarm) && isSymptomOf(std::string_view(name).substr(kAlarm.size()), classification);
    });
}

// What speaks for the leading asset besides its weight.
void findEvidence(const ConditionModel& model, const ClassEvidence& evidence, const Suspect& suspect, Verdict verdict,
    CaseDecision& decision)
{
    const CauseTest& test = evidence.conditions.at(decision.leading);
    decision.isPlausible = suspect.plausibility > kImplausible;
    decision.isSymptomAlone = isSymptomAlone(model, decision, evidence.classification);
    const bool isRepaired = decision.change.has_value();
    const bool isShownHere = decision.own.p <= kShownHere;
    const bool isLead = test.candidate.pExact.value_or(1) < kAlpha;
    decision.hasExactEvidence = !decision.isSymptomAlone
        && (verdict == Verdict::Associated || (isLead && (isShownHere || isRepaired)) || decision.own.p < kAlpha
            || (isRepaired && decision.change->p < kAlpha));
    decision.hasAgreeingSigns = isShownHere && isRepaired && suspect.plausibility >= kPlausible;
    decision.isWithinRange = !decision.hasExactEvidence && !isRepaired && decision.own.p > 1 - kExceedance
        && decision.coverage >= kEnoughCoverage;
}

} // namespace

CaseDecision decideCase(const ConditionModel& model, const ClassEvidence& evidence, std::size_t position,
    const VerdictOf& verdictOf, AssetIndex pinned)
{
    const TestedCase& tested = evidence.cases[position];
    const CaseWeights& weights = evidence.weights[position];
    CaseDecision decision;
    decision.share = weights.allAssets;
    decision.order = byWeight(weights);
    decision.rival = heaviestRival(weights);
    decision.coverage = coverageOf(model, tested);
    if (decision.order.empty())
        return decision;
    const bool isPinned = pinned.valid() && findSuspect(tested, pinned) != nullptr;
    decision.leading = isPinned ? pinned : decision.order.front();
    decision.use = findSuspect(tested, decision.leading)->use;
    decision.own = evidence.conditions.at(decision.leading).ownRank[position];
    decision.change = changeAfterRepair(model.plant, model.scores, decision.leading, decision.use);
    findEvidence(model, evidence, *findSuspect(tested, decision.leading), verdictOf(decision.leading), decision);
    // Paper, not equipment: a bad condition at the same time is a coincidence until somebody shows otherwise.
    // The table is prior knowledge: a condition that is associated over the class needs no leave of it.
    const bool isAssociated = !decision.isSymptomAlone && verdictOf(decision.leading) == Verdict::Associated;
    const bool canSupport = !evidence.isAdministrative
        && (isAssociated || (decision.isPlausible && (decision.hasExactEvidence || decision.hasAgreeingSigns)));
    if (isPinned || (decision.share > kAssetShare && canSupport))
        decision.contribution = Contribution::Supported;
    else if (decision.share > kAssetShare)
        decision.contribution = decision.isWithinRange ? Contribution::NotSupported : Contribution::Inconclusive;
    else if (decision.rival || decision.coverage >= kEnoughCoverage)
        decision.contribution = Contribution::NotSupported;
    return decision;
}

} // namespace antecedent::condition
