// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/attribution_words.h"

#include "model/base/text.h"
#include "model/evidence/condition/constants.h"
#include "model/evidence/verdict.h"

#include <algorithm>
#include <cmath>

namespace antecedent::condition {

namespace {

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string verdictWords(Verdict verdict)
{
    std::string words = toText(verdict);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

} // namespace

CaseWords::CaseWords(
    const ConditionModel& model, const ClassEvidence& evidence, std::size_t position, const CaseDecision& decision)
    : m_model(model)
    , m_evidence(evidence)
    , m_position(position)
    , m_decision(decision)
{
}

std::string CaseWords::leadingName() const
{
    return m_decision.leading.valid() ? m_model.plant.dataset().assets[m_decision.leading.value].id : std::string();
}

std::string CaseWords::statement() const
{
    const std::string weight = "all assets together weigh " + percent(m_decision.share);
    switch (m_decision.contribution) {
    case Contribution::Supported:
        return "These data support that the condition of " + leadingName() + " contributed: " + weight
            + " against other causes. " + ownCondition()
            + (m_decision.hasExactEvidence ? ""
                                           : " It rests on agreeing signs and not on a test: this rank, the corrective "
                                             "work that followed, and the kind of asset.");
    case Contribution::NotSupported:
        if (m_decision.rival)
            return "These data do not show that the condition of an asset contributed: "
                + std::string(toText(m_decision.rival->kind)) + " " + m_decision.rival->name + " weighs "
                + percent(m_evidence.weights[m_position].rivals.at(*m_decision.rival)) + ", " + weight + ".";
        if (m_decision.isWithinRange && m_decision.share > kAssetShare)
            return "These data do not show that the condition of an asset contributed. " + ownCondition()
                + " No functional corrective work followed, and no test of its condition over the failures of this "
                  "class shows it.";
        return "These data do not show that the condition of an asset contributed: " + weight + ", at "
            + percent(m_decision.coverage) + " coverage of their indicators.";
    case Contribution::Inconclusive:
        break;
    }
    if (!m_decision.leading.valid())
        return "These data decide neither way: no asset could be tied to the batch.";
    std::string reason = "only " + percent(m_decision.coverage) + " of the indicators are covered";
    if (m_decision.share > kAssetShare) {
        reason = "neither the exact tests of its condition nor this failure's own rank show it";
        if (m_evidence.isAdministrative)
            reason = "the deviation is about records";
        else if (!m_decision.isPlausible)
            reason = "an asset of this kind is not known to contribute to this kind of deviation";
        else if (m_decision.isSymptomAlone)
            reason = "only alarms on the deviation's own parameter show it, which are symptoms";
    }
    return "These data decide neither way: " + leadingName() + " leads and " + weight + ", but " + reason + ".";
}

std::string CaseWords::ownCondition() const
{
    const OwnRank& own = m_decision.own;
    std::string text = "At this failure the condition of " + leadingName() + " was "
        + (own.p <= 1 - kExceedance ? "beyond" : "within") + " its matched range: " + std::to_string(own.asHigh)
        + " of " + std::to_string(own.controls) + " good uses were as high (" + printP(own.p) + ")";
    const std::vector<std::string> leaders = m_model.leadersOf(m_decision.leading, m_decision.use);
    return text + (leaders.empty() ? "." : "; led by " + join(leaders, ", ") + ".");
}

std::string CaseWords::repair() const
{
    const RepairChange& change = *m_decision.change;
    const Use& use = m_model.use(m_decision.leading, m_decision.use);
    const auto days = (workBegin(*change.order).utcUs - use.end) / kDayUs;
    std::string text = "Corrective work " + change.order->id
        + (change.order->failureMode.empty() ? "" : " (" + change.order->failureMode + ")") + " on " + leadingName()
        + " began " + (days <= 0 ? "within a day" : std::to_string(days) + " days") + " after this use";
    if (change.after)
        text += "; the condition score went from " + printNumber(change.before) + " to " + printNumber(*change.after)
            + " (exact rank " + printP(change.p) + ")";
    return text + ".";
}

void CaseWords::weighLeading(
    const Candidate* candidate, std::vector<std::string>& supports, std::vector<std::string>& against) const
{
    (m_decision.own.p <= 1 - kExceedance ? supports : against).push_back(ownCondition());
    if (candidate != nullptr) {
        const bool isFinding = candidate->verdict == Verdict::Associated || candidate->verdict == Verdict::Lead;
        (isFinding ? supports : against).push_back(candidate->statement);
    }
    if (m_decision.change)
        (m_decision.change->after && *m_decision.change->after >= m_decision.change->before ? against : supports)
            .push_back(repair());
    else
        against.push_back("No corrective work with a functional failure mode began on " + leadingName() + " within "
            + std::to_string(kRepairUs / kDayUs) + " days after this use.");
    const Suspect* suspect = findSuspect(m_evidence.cases[m_position], m_decision.leading);
    if (suspect != nullptr && suspect->plausibility >= kPlausible)
        supports.push_back("An asset of this kind can plausibly contribute to this kind of deviation.");
    if (m_evidence.isAdministrative)
        against.emplace_back("The deviation is about records, to which the condition of an asset hardly contributes.");
}

std::string CaseWords::rival(double weight, const Candidate& tested, const Candidate* decided) const
{
    const std::string facts = "in " + std::to_string(tested.caseExposed) + " of " + std::to_string(tested.caseWindows)
        + " failed and " + std::to_string(tested.controlExposed) + " of " + std::to_string(tested.controlWindows)
        + " good batches (" + printP(tested.pExact.value_or(1)) + ")";
    return tested.name + " " + facts + ", weight " + percent(weight)
        + (decided == nullptr ? "." : ", " + verdictWords(decided->verdict) + ".");
}

std::string CaseWords::otherCauses() const
{
    return "Causes that the data do not name weigh " + percent(m_evidence.weights[m_position].none) + ".";
}

} // namespace antecedent::condition
