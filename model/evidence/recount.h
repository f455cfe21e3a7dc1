// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One candidate of a classification counted anew with other window options, while a person moves an edge: counts,
// windows, exact p and limits, without the rest of the family, so without adjusted p, verdict and rank. Threads: pure.

#include "model/evidence/design.h"

namespace antecedent {

// Which candidate is meant, as in Candidate.
struct CandidateName
{
    std::string eventClass;
    std::string assetId;
    std::string assetClass;
};

// The failures of a classification: its deviations, or those given (sentinels). nullopt: no event of the candidate is
// seen with these options, or it is no candidate of events. Errors: Cancelled; InvalidArgument for an empty window.
Result<std::optional<Candidate>> recount(const AlignmentContext& context, const std::string& classification,
    const FailureSet* sentinels, const WindowOptions& options, const CandidateName& name,
    const std::stop_token& stop = {});

} // namespace antecedent
