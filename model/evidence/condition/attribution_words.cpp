// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/attribution_words.h"

#include "model/domain/failure_codes.h"
#include "model/evidence/condition/constants.h"
#include "model/evidence/verdict.h"

#include <algorithm>
#include <cmath>

namespace antecedent::condition {

namespace {

Phrase percent(double share)
{
    return numeral(std::to_string(std::lround(share * 100)) + " %");
}

Phrase verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Mechanism:
        return phrase("mechanism");
    case Verdict::Associated:
        return phrase("associated");
    case Verdict::Lead:
        return phrase("lead");
    case Verdict::NoAssociation:
        return phrase("no association");
    case Verdict::Insufficient:
        return phrase("insufficient");
    case Verdict::NotTestable:
        return phrase("not testable");
    }
    return {};
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

Phrase CaseWords::statement() const
{
    switch (m_decision.contribution) {
    case Contribution::Supported:
        return following(
            {phrase("These data support that the condition of %1 contributed: all assets together weigh %2 "
                    "against other causes.",
                 leadingName(), percent(m_decision.share)),
                ownCondition(),
                m_decision.hasExactEvidence ? Phrase()
                                            : phrase("It rests on agreeing signs and not on a test: this rank, the "
                                                     "corrective work that followed, and the kind of asset.")});
    case Contribution::NotSupported:
        return notSupported();
    case Contribution::Inconclusive:
        break;
    }
    if (!m_decision.leading.valid())
        return phrase("These data decide neither way: no asset could be tied to the batch.");
    return phrase("These data decide neither way: %1 leads and all assets together weigh %2, but %3.", leadingName(),
        percent(m_decision.share), whyNot());
}

Phrase CaseWords::notSupported() const
{
    if (m_decision.rival)
        return phrase("These data do not show that the condition of an asset contributed: %1 %2 weighs %3, all assets "
                      "together weigh %4.",
            term(toText(m_decision.rival->kind)), m_decision.rival->name,
            percent(m_evidence.weights[m_position].rivals.at(*m_decision.rival)), percent(m_decision.share));
    if (m_decision.isWithinRange && m_decision.share > kAssetShare)
        return following({phrase("These data do not show that the condition of an asset contributed."), ownCondition(),
            phrase("No functional corrective work followed, and no test of its condition over the failures of this "
                   "class shows it.")});
    return phrase("These data do not show that the condition of an asset contributed: all assets together weigh %1, at "
                  "%2 coverage of their indicators.",
        percent(m_decision.share), percent(m_decision.coverage));
}

// What keeps the asset that leads from being supported.
Phrase CaseWords::whyNot() const
{
    if (m_decision.share <= kAssetShare)
        return phrase("only %1 of the indicators are covered", percent(m_decision.coverage));
    if (m_evidence.isAdministrative)
        return phrase("the deviation is about records");
    if (!m_decision.isPlausible)
        return phrase("an asset of this kind is not known to contribute to this kind of deviation");
    if (m_decision.isSymptomAlone)
        return phrase("only alarms on the deviation's own parameter show it, which are symptoms");
    return phrase("neither the exact tests of its condition nor this failure's own rank show it");
}

Phrase CaseWords::ownCondition() const
{
    const OwnRank& own = m_decision.own;
    const Phrase rank = own.p <= 1 - kExceedance
        ? phrase("At this failure the condition of %1 was beyond its matched range: %2 of %3 good uses were as high "
                 "(%4)",
            leadingName(), own.asHigh, own.controls, printP(own.p))
        : phrase("At this failure the condition of %1 was within its matched range: %2 of %3 good uses were as high "
                 "(%4)",
            leadingName(), own.asHigh, own.controls, printP(own.p));
    const std::vector<Phrase> leaders = m_model.leadersOf(m_decision.leading, m_decision.use);
    return leaders.empty() ? phrase("%1.", rank) : phrase("%1; led by %2.", rank, listOf(leaders, ", "));
}

Phrase CaseWords::repair() const
{
    const RepairChange& change = *m_decision.change;
    const Use& use = m_model.use(m_decision.leading, m_decision.use);
    const auto days = (workBegin(*change.order).utcUs - use.end) / kDayUs;
    const std::string& mode = change.order->failureMode;
    const Phrase name = failureCodeName(CodeList::Mode, mode);
    const Phrase order = mode.empty() ? Phrase(change.order->id)
        : name.empty()                ? Phrase(change.order->id + " (" + mode + ")")
                                      : phrase("%1 (%2: %3)", change.order->id, mode, name);
    Phrase began = days <= 0
        ? phrase("Corrective work %1 on %2 began within a day after this use", order, leadingName())
        : phrase("Corrective work %1 on %2 began %3 days after this use", order, leadingName(), days);
    if (!change.after)
        return phrase("%1.", began);
    return phrase("%1; the condition score went from %2 to %3 (exact rank %4).", began,
        numeral(printNumber(change.before)), numeral(printNumber(*change.after)), printP(change.p));
}

void CaseWords::weighLeading(
    const Candidate* candidate, std::vector<Phrase>& supports, std::vector<Phrase>& against) const
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
        against.push_back(
            phrase("No corrective work with a functional failure mode began on %1 within %2 days after this use.",
                leadingName(), kRepairUs / kDayUs));
    const Suspect* suspect = findSuspect(m_evidence.cases[m_position], m_decision.leading);
    if (suspect != nullptr && suspect->plausibility >= kPlausible)
        supports.push_back(phrase("An asset of this kind can plausibly contribute to this kind of deviation."));
    if (m_evidence.isAdministrative)
        against.push_back(
            phrase("The deviation is about records, to which the condition of an asset hardly contributes."));
}

Phrase CaseWords::rival(double weight, const Candidate& tested, const Candidate* decided) const
{
    const Phrase facts = phrase("%1 in %2 of %3 failed and %4 of %5 good batches (%6), weight %7", shownName(tested),
        tested.caseExposed, tested.caseWindows, tested.controlExposed, tested.controlWindows,
        printP(tested.pExact.value_or(1)), percent(weight));
    return decided == nullptr ? phrase("%1.", facts) : phrase("%1, %2.", facts, verdictWords(decided->verdict));
}

Phrase CaseWords::otherCauses() const
{
    return phrase("Causes that the data do not name weigh %1.", percent(m_evidence.weights[m_position].none));
}

} // namespace antecedent::condition
