// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/recount.h"

#include "model/evidence/evaluation.h"

#include <algorithm>

namespace antecedent {

Result<std::optional<Candidate>> recount(const AlignmentContext& context, const std::string& classification,
    const FailureSet* sentinels, const WindowOptions& options, const CandidateName& name, const std::stop_token& stop)
{
    const Result<Design> design = sentinels != nullptr ? buildDesign(context, classification, *sentinels, options, stop)
                                                       : buildDesign(context, classification, options, stop);
    if (!design)
        return design.error();
    const AssetIndex asset = context.dataset.findAsset(name.assetId);
    // Not merged: a group counts also where it equals a narrower candidate.
    const std::vector<CandidateDraft> drafts = eventCandidates(context, *design, false);
    const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const CandidateDraft& draft) {
        return draft.eventClass == name.eventClass && draft.asset == asset && draft.group == name.assetClass;
    });
    if (found == drafts.end())
        return std::optional<Candidate>();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    WindowCoverage coverage(context, *design);
    return std::optional(evaluate(context, *design, *found, coverage).candidate);
}

} // namespace antecedent
