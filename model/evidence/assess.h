// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The evidence: pre-flight, ranked candidates per classification, and one assessment per failure (cli.md `assess`).
// Every classification is analysed on its own under the frozen plan; a selection only picks what is computed and
// returned, never how. Deviations of batches are also weighed by batches (condition/), for which process data are read
// through `samples` where given. Deterministic for equal input. Threads: pure but for the reader; the context may be
// shared.

#include "model/alignment/align.h"
#include "model/evidence/assessment.h"

namespace antecedent {

struct AssessSelection
{
    std::vector<std::string> failures; // deviation ids; empty: all
    std::string classification; // empty: all
    // Events that a filter chose as failures; they are one classification of that name, and nothing else is assessed.
    const FailureSet* sentinels = nullptr;
    std::string sentinelName;
    // Physical evidence that persons recorded in the case; pins of other failures are passed over.
    std::vector<Pin> pins;
};

// Errors: UnknownFailure, NoFailures (nothing in the selection), InvalidArgument (plan), NotAvailable (its templates),
// Cancelled, those of the reader.
Result<AssessmentResult> assess(const AlignmentContext& context, const AnalysisPlan& plan,
    const AssessSelection& selection = {}, const std::stop_token& stop = {}, const ProgressFn& progress = {},
    SampleReader* samples = nullptr);

// What can be said before any result: designs, reachable p and power per classification, without candidates.
Result<std::vector<Analysis>> preflight(const AlignmentContext& context, const AnalysisPlan& plan,
    const AssessSelection& selection = {}, const std::stop_token& stop = {});

} // namespace antecedent
