// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Candidates before they are tested: what is looked at, which sets of the design can show it, and which of their
// windows do. A generator fills drafts; the test (evaluation.h) needs nothing else, so further kinds (conditions,
// parameters) only add a generator. Threads: plain values.

#include "model/evidence/design.h"

namespace antecedent {

struct DraftExposure
{
    std::uint32_t window = 0; // position in Alignment::windows
    bool isExposed = false; // by the definition of semantics.md
    bool isCertain = false; // still exposed if clocks are off by their uncertainty
    bool isPossible = false; // exposed, or may be if clocks are off
    std::optional<Duration> latest; // latest onset minus anchor
    std::vector<RecordId> records; // ascending
};

struct CandidateDraft
{
    CandidateKind kind = CandidateKind::Event;
    AssetIndex asset; // the narrow form; none for groups and for classes without asset
    std::string group; // asset class, or kFailedAsset
    std::string eventClass;
    TableId table = TableId::Events; // whose coverage matters
    std::uint32_t category = 0;
    std::vector<std::uint32_t> sets; // positions in Design::sets that can show it, ascending
    std::vector<DraftExposure> exposures; // windows with anything, ascending by window
    std::vector<std::uint32_t> afterSets; // sets whose time after t0 shows it, ascending (negative control)
    bool isSymptom = false; // alarm on the failure's own parameter
    bool hasAfter = false; // the negative control makes sense for this class
};

// Group of the very assets that failed, whatever their class.
inline constexpr std::string_view kFailedAsset = "failed asset";

std::string candidateName(const Dataset& dataset, const CandidateDraft& draft); // `class @ asset`

// Event classes (events, work orders, calibrations, cleanings, materials, changes, results) at each asset, at each
// asset class with several assets, and at the failed assets together. Steps are the normal course and no candidates.
// `mergeEqual`: a group whose sets and exposures equal a narrower candidate's is left out.
std::vector<CandidateDraft> eventCandidates(const AlignmentContext& context, const Design& design, bool mergeEqual);

} // namespace antecedent
