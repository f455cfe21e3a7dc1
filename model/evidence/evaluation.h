// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tests one draft: matched windows in time (method.md C1) and strata of batches (C2) in one exact test, since both are
// families with a common odds ratio; the counts, limits, negative control, co-failures and windows of the Candidate.
// Verdict, rank and adjusted p come later (verdict.h). Threads: pure; one WindowCoverage per thread.

#include "model/evidence/candidates.h"

#include <map>
#include <tuple>

namespace antecedent {

// Remembers the coverage of windows by record kind.
class WindowCoverage
{
public:
    WindowCoverage(const AlignmentContext& context, const Design& design)
        : m_context(context)
        , m_design(design)
    {
    }
    bool isCovered(TableId table, std::uint32_t category, std::uint32_t window);

private:
    const AlignmentContext& m_context;
    const Design& m_design;
    std::map<std::tuple<TableId, std::uint32_t, std::uint32_t>, bool> m_known;
};

struct Evaluation
{
    Candidate candidate;
    double pAdverse = 1; // clocks off by their uncertainty, each time against the candidate
    bool isTestedElsewhere = false; // by another generator, with its own sensitivity run
    Phrase doubt; // what that run says against it
};

Evaluation evaluate(
    const AlignmentContext& context, const Design& design, const CandidateDraft& draft, WindowCoverage& coverage);

} // namespace antecedent
