// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Verdicts by the rules of semantics.md (first match wins), their words from a fixed table, and the ranking. No
// sentence says that something was the cause of anything. Threads: pure.

#include "model/evidence/assessment.h"

#include <string>

namespace antecedent {

struct VerdictContext
{
    int failures = 0; // of the classification, usable
    int controlsPerFailure = 0; // median
    int testable = 0; // candidates in the family
    int factor = 1; // Tarone's: how many times a smallest reachable p is multiplied
    bool isExploratory = false;
};

// What speaks against an association that is significant; empty words: nothing.
struct Doubts
{
    Phrase window; // not stable at window +-50 %
    Phrase clock; // not stable at the clock's uncertainty
};

// Needs counts, p, limits, pAdjusted, pAfter and co-failures; sets verdict, isStable, stability and statement.
void decide(Candidate& candidate, const VerdictContext& context, const Doubts& doubts);

// Verdict, p, lower limit (higher first), narrower first, class name, asset. Sets ranks from 1.
void rankCandidates(std::vector<Candidate>& candidates);

// Three significant digits, never an exponent between 0.0001 and a million: 0.0147, 41, "below 0.0001" is for callers.
std::string printNumber(double value);
// That a finding over the class was not seen before one failure of it.
Phrase absenceWords(const Candidate& candidate);
// `p = 0.0147`, `p < 0.0001`
Phrase printP(double p);

} // namespace antecedent
