// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Condition candidates of failures with an asset: counters since maintenance, calibration, cleaning and replacement at
// the failure against the same counters at its control times, by the stratified rank-sum (method.md C5, two-sided), and
// overdue flags as exposures (C1). Both are taken just before the anchor, so that work which answers the failure does
// not reset them. A rank has no odds ratio: such a candidate is a lead at most. Threads: pure.

#include "model/evidence/analysis.h"
#include "model/facts/condition.h"

namespace antecedent {

std::vector<TestedCandidate> counterCandidates(const ConditionFacts& facts, const Design& design);

} // namespace antecedent
