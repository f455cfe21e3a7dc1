// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sentences of a batch-wise attribution, from a fixed set of forms. None says that something was the cause of
// anything; every number in them stands in the candidates or the decision. Threads: pure; keeps references.

#include "model/evidence/condition/decision.h"

namespace antecedent::condition {

class CaseWords
{
public:
    CaseWords(
        const ConditionModel& model, const ClassEvidence& evidence, std::size_t position, const CaseDecision& decision);

    Phrase statement() const;
    // `candidate`: of the leading asset's condition with its verdict; may be null.
    void weighLeading(const Candidate* candidate, std::vector<Phrase>& supports, std::vector<Phrase>& against) const;
    Phrase rival(double weight, const Candidate& tested, const Candidate* decided) const;
    Phrase otherCauses() const;

private:
    std::string leadingName() const;
    Phrase notSupported() const;
    Phrase whyNot() const;
    Phrase ownCondition() const;
    Phrase repair() const;

    const ConditionModel& m_model;
    const ClassEvidence& m_evidence;
    std::size_t m_position;
    const CaseDecision& m_decision;
};

} // namespace antecedent::condition
