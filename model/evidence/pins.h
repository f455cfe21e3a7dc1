// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pins in an assessment (semantics.md "Verdicts" 1 and "Attribution per failure", method.md C8): recorded physical
// evidence makes its candidate `mechanism` in the classification and decides the pinned failure; a pin that rules a
// candidate out takes it out of the running for that failure. Counts, p, limits and adjustment stay as they are. A pin
// whose record is stated differently by now holds for what it says now, and that is stated; one whose records are not
// in the data any more is stated and decides nothing. Threads: pure.

#include "model/domain/dataset.h"
#include "model/evidence/assessment.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

// The pins of a case as one assessment uses them.
class PinBook
{
public:
    PinBook() = default;
    PinBook(const Dataset& dataset, const std::vector<Pin>& pins);

    bool isEmpty() const { return m_pins.empty() && m_notes.empty(); }
    bool isRuledOut(const std::string& failure, const std::string& candidate) const;
    // Those of a failure that hold, ascending by id.
    std::vector<const Pin*> of(const std::string& failure) const;
    // The first pin that makes an asset's candidate of this failure a mechanism; null if there is none.
    const Pin* mechanismAt(const std::string& failure, const Candidate& candidate) const;

    // The candidates' verdicts, words and ranks, and what the pins say about each failure of the classification.
    void apply(const Dataset& dataset, Analysis& analysis, std::vector<FailureAssessment>& assessments) const;

private:
    bool follow(const Dataset& dataset, const Pin& pin, PinnedRecord& record);
    void pinCandidates(Analysis& analysis, std::vector<FailureAssessment>& assessments) const;
    void conclude(const Dataset& dataset, const Analysis& analysis, FailureAssessment& assessment) const;

    std::vector<Pin> m_pins; // that hold, ascending by id
    std::vector<std::pair<std::string, Phrase>> m_notes; // failure and what does not hold
    std::set<std::pair<std::string, std::string>> m_ruledOut; // failure, candidate
};

// "PIN-001 (2 records): bearing found seized"
Phrase describe(const Pin& pin);

} // namespace antecedent
