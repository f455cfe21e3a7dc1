// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What batch-wise condition evidence adds to an assessment: tested candidates for the family of a classification, and
// the attribution of each deviation that names a batch with uses: contribution, leading asset, sentences for and
// against, rivals, order of the candidates, and impacted batches. Other deviations are left as they are. Threads: pure.

#include "model/evidence/analysis.h"
#include "model/evidence/condition/decision.h"

namespace antecedent::condition {

// Conditions of all assets that can have mattered, and all rivals that any failure shows.
std::vector<TestedCandidate> testedCandidates(const ClassEvidence& evidence);

// `analysis` holds the candidates above with their verdicts; `assessments` those of its classification.
void attributeByBatches(const ConditionModel& model, const ClassEvidence& evidence, const PinBook& pins,
    const Analysis& analysis, std::vector<FailureAssessment>& assessments);

// What the pre-flight says about the method: version, table with hash, process data, clock of the batch records.
Phrase methodNote(const ConditionModel& model);

} // namespace antecedent::condition
