// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The design of one classification: each failure with its control windows (method.md C1) or, without an asset, with its
// control batches (C2). Failures on one unit whose windows overlap are one cluster and count once. Threads: pure.

#include "model/alignment/align.h"
#include "model/evidence/assessment.h"

namespace antecedent {

// A failure of another classification whose hazard window overlaps this one's on the same unit.
struct CoFailure
{
    std::string id;
    std::string classification;
};

struct DesignSet
{
    std::uint32_t failure = 0; // position in Alignment::failures
    std::uint32_t caseWindow = 0; // position in Alignment::windows
    std::vector<std::uint32_t> controls; // usable ones; by batch: those assigned to this failure
    bool isByBatch = false;
    std::string stratum; // by batch
    bool counts = true; // false: same cluster as an earlier failure
    std::string clusterOf; // the failure that counts for it, its own id if it counts itself
    std::vector<AssetIndex> scope; // assets whose events this failure can see, ascending
    std::vector<CoFailure> coFailures;
    bool isFreeAfter = false; // no other failure's hazard window begins before t0 + length: negative control possible
};

struct Design
{
    std::string classification;
    WindowOptions options;
    FailureSet given; // the failures as they were given; what does not align is left out of the alignment's windows
    Alignment alignment;
    std::vector<DesignSet> sets; // ascending by failure id
    std::vector<Exclusion> exclusions;
    std::vector<Phrase> notes;

    const AlignedWindow& window(std::uint32_t i) const { return alignment.windows[i]; }
    const Failure& failureOf(const DesignSet& set) const { return alignment.failures[set.failure]; }
};

// All deviations of a classification. Errors: Cancelled.
Result<Design> buildDesign(const AlignmentContext& context, const std::string& classification,
    const WindowOptions& options, const std::stop_token& stop = {}, const ProgressFn& progress = {});
// Failures that were chosen otherwise (sentinels), taken as one classification of that name.
Result<Design> buildDesign(const AlignmentContext& context, const std::string& classification, FailureSet failures,
    const WindowOptions& options, const std::stop_token& stop = {}, const ProgressFn& progress = {});

} // namespace antecedent
