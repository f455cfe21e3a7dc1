// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One classification from design to ranked candidates: tests, Tarone and Holm, sensitivity runs, verdicts. Threads:
// pure.

#include "model/evidence/design.h"

namespace antecedent {

// Failures, controls, smallest reachable p and power of a design, before any candidate is looked at.
Preflight preflightOf(const Design& design);

// A candidate that another generator made and tested: counts, p, limits and windows are there; adjusted p, verdict,
// words and rank are given together with the others, since they are one family.
struct TestedCandidate
{
    Candidate candidate;
    Phrase doubt; // what its own sensitivity run says against it; empty: nothing
};

struct AnalysisOptions
{
    bool isExploratory = false;
    std::vector<TestedCandidate> further;
};

// Errors: Cancelled.
Result<Analysis> analyse(const AlignmentContext& context, const Design& design, const AnalysisOptions& options,
    const std::stop_token& stop = {});

} // namespace antecedent
