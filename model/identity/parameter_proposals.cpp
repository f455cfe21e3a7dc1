// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/parameter_proposals.h"

#include "model/identity/candidates.h"
#include "model/identity/parameter_clues.h"

#include <algorithm>

namespace antecedent {

namespace {

AliasProposal settled(NameState state, const Tag& tag, const std::string& parameter)
{
    AliasProposal out;
    out.kind = NameKind::Parameter;
    out.state = state;
    out.name = tag.name;
    AliasCandidate candidate;
    candidate.score = 1;
    candidate.reasons = {
        state == NameState::Confirmed ? phrase("confirmed by a person") : phrase("stated by the list of tags")};
    candidate.parameter = parameter;
    out.candidates.push_back(std::move(candidate));
    return out;
}

AliasProposal unsettled(const Tag& tag, const Candidates& candidates, const ParameterWords& words)
{
    AliasProposal out;
    out.kind = NameKind::Parameter;
    out.name = tag.name;
    out.records = static_cast<std::size_t>(tag.sampleCount);
    std::vector<Ranked> ranked = candidates.ranked();
    out.isSafe = isClear(ranked);
    for (Ranked& one : ranked) {
        AliasCandidate candidate;
        candidate.score = one.score;
        candidate.reasons = std::move(one.reasons);
        candidate.objections = std::move(one.objections);
        candidate.parameter = words[one.place].name;
        out.candidates.push_back(std::move(candidate));
    }
    return out;
}

} // namespace

std::vector<AliasProposal> proposeParameters(const ParameterInput& input, const std::stop_token& stop)
{
    const AssetCatalogue catalogue(input.dataset);
    const ParameterWords words(input.dataset, input.stated);
    const ParameterClues clues(catalogue, words, input.stated);
    std::vector<AliasProposal> out;
    for (const Tag& tag : input.dataset.tags) {
        if (stop.stop_requested())
            return {};
        const auto stated = input.stated.find(tag.name);
        if (stated != input.stated.end() && !stated->second.empty()) {
            out.push_back(settled(NameState::Stated, tag, stated->second));
        } else if (input.confirmed.contains(tag.name)) {
            out.push_back(settled(NameState::Confirmed, tag, tag.parameter));
        } else if (!input.refused.contains(tag.name)) {
            Candidates candidates;
            clues.add(tag, candidates);
            AliasProposal proposal = unsettled(tag, candidates, words);
            if (!proposal.candidates.empty())
                out.push_back(std::move(proposal));
        }
    }
    std::sort(out.begin(), out.end(), [](const AliasProposal& a, const AliasProposal& b) { return a.name < b.name; });
    return out;
}

} // namespace antecedent
