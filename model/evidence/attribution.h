// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the ranked candidates of a classification to one failure: does the evidence support that an asset's condition
// contributed, which asset leads, what speaks for and against, which rivals were considered (semantics.md
// "Attribution per failure"). Threads: pure.

#include "model/evidence/candidates.h"
#include "model/evidence/pins.h"

namespace antecedent {

// True for kinds that are about the state of an asset; false for material, operator, recipe and utility.
bool isAssetEvidence(CandidateKind kind);

// One assessment per failure of the design, also for those that do not count in the tests, ascending by deviation id.
// Failures that were excluded altogether are inconclusive and say why. The candidates carry their windows. A candidate
// that a pin rules out for a failure is passed over there.
std::vector<FailureAssessment> attribute(
    const AlignmentContext& context, const Design& design, const Analysis& analysis, const PinBook& pins = {});

} // namespace antecedent
