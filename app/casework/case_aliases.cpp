// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_aliases.h"

#include <algorithm>
#include <map>
#include <utility>

namespace antecedent::casework {

namespace {

bool isTag(const Dataset& dataset, const std::string& name)
{
    return std::any_of(dataset.tags.begin(), dataset.tags.end(), [&](const Tag& tag) { return tag.name == name; });
}

Error refusal(const std::string& name, const std::string& why)
{
    return {ErrorCode::InvalidArgument, "'" + name + "'", why};
}

Result<AliasDecision> checked(const Dataset& dataset, const std::string& name, AliasDecision decision)
{
    std::vector<std::string> assets;
    for (const AliasPeriod& period : decision.periods)
        assets.push_back(period.asset);
    if (!decision.asset.empty() || assets.empty())
        assets.push_back(decision.asset);
    if (std::find(assets.begin(), assets.end(), std::string()) != assets.end())
        return refusal(name, "no asset is given that it means");
    if (!decision.asset.empty() && !decision.periods.empty())
        return refusal(name, "means one asset at all times, or one in each period, and not both");
    if (std::find(assets.begin(), assets.end(), name) != assets.end())
        return refusal(name, "would be a name of itself");
    const Asset* own = dataset.asset(dataset.findAsset(name));
    if (own && !own->isImplicit && own->id == name)
        return refusal(name, "is an asset of the list itself and cannot be a name of another");
    if (!own && !decision.periods.empty() && isTag(dataset, name))
        return refusal(name, "is a tag and belongs to one asset at all times; leave from and to empty");
    if (const Result<void> ordered = orderPeriods(decision.periods); !ordered)
        return refusal(name, ordered.error().where + ": " + ordered.error().detail);
    decision.state = AliasState::Confirmed;
    return decision;
}

Result<void> store(CaseFile& file, const AliasDecisions& decisions, const std::string& reason)
{
    std::vector<DocumentPut> puts;
    for (const auto& [name, decision] : decisions) {
        const std::string text = toJson(decision);
        puts.push_back({kAliasDocuments, name, text, false, reason, {}, {}, text});
    }
    const Result<std::vector<StoredDocument>> stored = file.putDocuments("", puts);
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace

bool isUndecided(const AliasProposal& proposal)
{
    return proposal.state == NameState::Open || proposal.state == NameState::Read;
}

Result<std::vector<AliasStanding>> aliasStandings(
    const CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset, const std::stop_token& stop)
{
    const Result<AliasDecisions> decisions = readAliasDecisions(file);
    if (!decisions)
        return decisions.error();
    Result<std::map<std::string, std::string>> tags = readStatedTagAssets(file, investigationCase);
    if (!tags)
        return tags.error();
    AliasInput input{dataset, std::move(*tags), {}, {}};
    for (const auto& [name, decision] : *decisions) {
        if (decision.state == AliasState::Confirmed)
            input.confirmed.insert(name);
        if (decision.state == AliasState::Refused)
            input.refused.insert(name);
    }
    std::vector<AliasProposal> proposals = proposeAliases(input, stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};

    std::map<std::pair<NameKind, std::string>, AliasStanding> all;
    const auto standing = [&](NameKind kind, const std::string& name) -> AliasStanding& {
        AliasStanding& out = all[{kind, name}];
        out.kind = kind;
        out.name = name;
        return out;
    };
    for (AliasProposal& proposal : proposals) {
        AliasStanding& one = standing(proposal.kind, proposal.name);
        if (const auto decided = decisions->find(proposal.name); decided != decisions->end())
            one.decision = decided->second;
        // What is decided about a tag counts for an asset of the same name, too.
        const bool isShared = proposal.kind == NameKind::Tag && dataset.findAsset(proposal.name).valid();
        proposal.isSafe = proposal.isSafe && !one.decision && !isShared;
        // Nobody confirmed what its spelling says beside the decision: outside the periods, or until the asset comes.
        if (proposal.state == NameState::Confirmed && one.decision)
            std::erase_if(proposal.candidates, [&](const AliasCandidate& candidate) {
                return candidate.asset != dataset.findAsset(one.decision->asset);
            });
        one.proposal = std::move(proposal);
    }
    for (const auto& [name, decision] : *decisions) {
        if (all.contains({NameKind::Asset, name}) || all.contains({NameKind::Tag, name}))
            continue;
        const bool isOfTag = !dataset.findAsset(name).valid() && isTag(dataset, name);
        standing(isOfTag ? NameKind::Tag : NameKind::Asset, name).decision = decision;
    }
    std::vector<AliasStanding> out;
    for (auto& [key, one] : all)
        out.push_back(std::move(one));
    return out;
}

AliasDecision decisionOf(const Dataset& dataset, const AliasCandidate& candidate)
{
    const std::string& asset = dataset.assets[candidate.asset.value].id;
    AliasDecision out;
    if (candidate.from || candidate.to)
        out.periods.push_back({asset, candidate.from, candidate.to});
    else
        out.asset = asset;
    return out;
}

AliasDecisions safeDecisions(const Dataset& dataset, const std::vector<AliasStanding>& standings)
{
    AliasDecisions out;
    for (const AliasStanding& standing : standings)
        if (standing.proposal && isUndecided(*standing.proposal) && standing.proposal->isSafe)
            out.emplace(standing.name, decisionOf(dataset, standing.proposal->candidates.front()));
    return out;
}

Result<AliasDecisions> decideAliases(
    CaseFile& file, const Dataset& dataset, const AliasWishes& wishes, const std::string& reason)
{
    const Result<AliasDecisions> earlier = readAliasDecisions(file);
    if (!earlier)
        return earlier.error();
    AliasDecisions out;
    const auto twice = [](const std::string& name) { return refusal(name, "stands there twice"); };
    for (const auto& [name, wish] : wishes.confirm) {
        Result<AliasDecision> decision = checked(dataset, name, wish);
        if (!decision)
            return decision.error();
        out.emplace(name, std::move(*decision));
    }
    for (const std::string& name : wishes.withdraw) {
        const auto found = earlier->find(name);
        if (found == earlier->end() || found->second.state == AliasState::Withdrawn)
            return refusal(name, "nothing was decided about it");
        AliasDecision decision = found->second;
        decision.state = AliasState::Withdrawn;
        if (!out.emplace(name, std::move(decision)).second)
            return twice(name);
    }
    for (const std::string& name : wishes.refuse) {
        if (!dataset.findAsset(name).valid() && !isTag(dataset, name) && !earlier->contains(name))
            return refusal(name, "no record has this name");
        if (!out.emplace(name, AliasDecision{AliasState::Refused, {}, {}}).second)
            return twice(name);
    }
    for (const auto& [name, wish] : wishes.confirmUndecided) {
        if (out.contains(name) || earlier->contains(name))
            continue;
        Result<AliasDecision> decision = checked(dataset, name, wish);
        if (!decision)
            return decision.error();
        out.emplace(name, std::move(*decision));
    }
    if (const Result<void> stored = store(file, out, reason); !stored)
        return stored.error();
    return out;
}

} // namespace antecedent::casework
