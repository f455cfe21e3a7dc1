// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_aliases.h"

#include "model/base/text.h"
#include "model/identity/parameter_proposals.h"

#include <algorithm>
#include <utility>

namespace antecedent::casework {

namespace {

using Stated = std::map<std::string, std::string>; // by tag, as the list of tags says

const Tag* tagOf(const Dataset& dataset, const std::string& name)
{
    const auto found =
        std::find_if(dataset.tags.begin(), dataset.tags.end(), [&](const Tag& tag) { return tag.name == name; });
    return found == dataset.tags.end() ? nullptr : &*found;
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
    if (!own && !decision.periods.empty() && tagOf(dataset, name))
        return refusal(name, "is a tag and belongs to one asset at all times; leave from and to empty");
    if (const Result<void> ordered = orderPeriods(decision.periods); !ordered)
        return refusal(name, ordered.error().where + ": " + ordered.error().detail);
    decision.state = AliasState::Confirmed;
    return decision;
}

// Nothing stands against a decision about the tag's parameter.
Result<void> mayDecide(const Stated& stated, const std::string& name)
{
    if (const auto found = stated.find(name); found != stated.end() && !found->second.empty())
        return refusal(name, "the list of tags states what it measures");
    return {};
}

Result<ParameterDecision> checkedParameter(const Stated& stated, const std::string& name, ParameterDecision decision)
{
    decision.state = AliasState::Confirmed;
    decision.parameter = trimmed(decision.parameter);
    if (decision.parameter.empty())
        return refusal(name, "no parameter is given that it measures");
    if (const Result<void> may = mayDecide(stated, name); !may)
        return may.error();
    return decision;
}

// `check` takes name and decision and returns the decision to store; `mayRefuse` takes the name.
template <class Decision, class Check, class MayRefuse>
Result<std::map<std::string, Decision>> decisionsFor(const Wishes<Decision>& wishes,
    const std::map<std::string, Decision>& earlier, const Check& check, const MayRefuse& mayRefuse)
{
    std::map<std::string, Decision> out;
    const auto twice = [](const std::string& name) { return refusal(name, "stands there twice"); };
    for (const auto& [name, wish] : wishes.confirm) {
        Result<Decision> decision = check(name, wish);
        if (!decision)
            return decision.error();
        out.emplace(name, std::move(*decision));
    }
    for (const std::string& name : wishes.withdraw) {
        const auto found = earlier.find(name);
        if (found == earlier.end() || found->second.state == AliasState::Withdrawn)
            return refusal(name, "nothing was decided about it");
        Decision decision = found->second;
        decision.state = AliasState::Withdrawn;
        if (!out.emplace(name, std::move(decision)).second)
            return twice(name);
    }
    for (const std::string& name : wishes.refuse) {
        if (const Result<void> may = mayRefuse(name); !may)
            return may.error();
        Decision decision;
        decision.state = AliasState::Refused;
        if (!out.emplace(name, std::move(decision)).second)
            return twice(name);
    }
    for (const auto& [name, wish] : wishes.confirmUndecided) {
        if (out.contains(name) || earlier.contains(name))
            continue;
        Result<Decision> decision = check(name, wish);
        if (!decision)
            return decision.error();
        out.emplace(name, std::move(*decision));
    }
    return out;
}

Result<AliasDecisions> namesToStore(
    const Dataset& dataset, const AliasDecisions& earlier, const Wishes<AliasDecision>& wishes)
{
    return decisionsFor(
        wishes, earlier,
        [&](const std::string& name, const AliasDecision& wish) { return checked(dataset, name, wish); },
        [&](const std::string& name) -> Result<void> {
            if (!dataset.findAsset(name).valid() && !tagOf(dataset, name) && !earlier.contains(name))
                return refusal(name, "no record has this name");
            return {};
        });
}

Result<ParameterDecisions> parametersToStore(const Dataset& dataset, const Stated& stated,
    const ParameterDecisions& earlier, const Wishes<ParameterDecision>& wishes)
{
    return decisionsFor(
        wishes, earlier,
        [&](const std::string& name, const ParameterDecision& wish) { return checkedParameter(stated, name, wish); },
        [&](const std::string& name) -> Result<void> {
            if (!tagOf(dataset, name) && !earlier.contains(name))
                return refusal(name, "no tag has this name");
            return mayDecide(stated, name);
        });
}

template <class Decisions>
void put(const char* kind, const Decisions& decisions, const std::string& reason, std::vector<DocumentPut>& puts)
{
    for (const auto& [name, decision] : decisions) {
        const std::string text = toJson(decision);
        puts.push_back({kind, name, text, false, reason, {}, {}, text});
    }
}

bool isAsked(std::optional<NameKind> only, NameKind kind)
{
    return !only || *only == kind;
}

// Standings by kind and name.
class Standings
{
public:
    AliasStanding& at(NameKind kind, const std::string& name)
    {
        AliasStanding& out = m_all[{kind, name}];
        out.kind = kind;
        out.name = name;
        return out;
    }
    bool has(NameKind kind, const std::string& name) const { return m_all.contains({kind, name}); }
    std::vector<AliasStanding> take(std::optional<NameKind> only)
    {
        std::vector<AliasStanding> out;
        for (auto& [key, one] : m_all)
            if (isAsked(only, key.first))
                out.push_back(std::move(one));
        return out;
    }

private:
    std::map<std::pair<NameKind, std::string>, AliasStanding> m_all;
};

bool isSafe(const AliasStanding& standing)
{
    return standing.proposal && isUndecided(*standing.proposal) && standing.proposal->isSafe;
}

template <class Input, class Decisions> void addDecided(const Decisions& decisions, Input& input)
{
    for (const auto& [name, decision] : decisions) {
        if (decision.state == AliasState::Confirmed)
            input.confirmed.insert(name);
        if (decision.state == AliasState::Refused)
            input.refused.insert(name);
    }
}

Result<void> addNames(const CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset,
    const std::stop_token& stop, Standings& all)
{
    const Result<AliasDecisions> decisions = readAliasDecisions(file);
    if (!decisions)
        return decisions.error();
    Result<Stated> tags = readStatedOfTags(file, investigationCase, "asset_id");
    if (!tags)
        return tags.error();
    AliasInput input{dataset, std::move(*tags), {}, {}};
    addDecided(*decisions, input);
    for (AliasProposal& proposal : proposeAliases(input, stop)) {
        AliasStanding& one = all.at(proposal.kind, proposal.name);
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
        if (all.has(NameKind::Asset, name) || all.has(NameKind::Tag, name))
            continue;
        const bool isOfTag = !dataset.findAsset(name).valid() && tagOf(dataset, name);
        all.at(isOfTag ? NameKind::Tag : NameKind::Asset, name).decision = decision;
    }
    return {};
}

Result<void> addParameters(const CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset,
    const std::stop_token& stop, Standings& all)
{
    const Result<ParameterDecisions> decisions = readParameterDecisions(file);
    if (!decisions)
        return decisions.error();
    Result<Stated> stated = readStatedOfTags(file, investigationCase, "parameter");
    if (!stated)
        return stated.error();
    ParameterInput input{dataset, std::move(*stated), {}, {}};
    addDecided(*decisions, input);
    for (AliasProposal& proposal : proposeParameters(input, stop)) {
        AliasStanding& one = all.at(NameKind::Parameter, proposal.name);
        const auto decided = decisions->find(proposal.name);
        proposal.isSafe = proposal.isSafe && decided == decisions->end();
        // A closed case does not have what was decided later.
        if (proposal.state == NameState::Confirmed && decided != decisions->end())
            std::erase_if(proposal.candidates,
                [&](const AliasCandidate& candidate) { return candidate.parameter != decided->second.parameter; });
        one.proposal = std::move(proposal);
    }
    for (const auto& [name, decision] : *decisions)
        all.at(NameKind::Parameter, name).parameter = decision;
    return {};
}

} // namespace

bool isUndecided(const AliasProposal& proposal)
{
    return proposal.state == NameState::Open || proposal.state == NameState::Read;
}

Result<std::vector<AliasStanding>> aliasStandings(const CaseFile& file, const CaseInfo& investigationCase,
    const Dataset& dataset, const std::stop_token& stop, std::optional<NameKind> only)
{
    Standings all;
    if (only != NameKind::Parameter)
        if (const Result<void> added = addNames(file, investigationCase, dataset, stop, all); !added)
            return added.error();
    if (isAsked(only, NameKind::Parameter) && !stop.stop_requested())
        if (const Result<void> added = addParameters(file, investigationCase, dataset, stop, all); !added)
            return added.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    return all.take(only);
}

std::optional<AliasState> decidedState(const AliasStanding& standing)
{
    if (standing.parameter)
        return standing.parameter->state;
    return standing.decision ? std::optional(standing.decision->state) : std::nullopt;
}

const std::string& meaningOf(const Dataset& dataset, const AliasCandidate& candidate)
{
    const Asset* asset = dataset.asset(candidate.asset);
    return asset ? asset->id : candidate.parameter;
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

void confirmSafe(const Dataset& dataset, const std::vector<AliasStanding>& standings, NameWishes& wishes,
    std::optional<NameKind> only)
{
    for (const AliasStanding& standing : standings) {
        if (!isAsked(only, standing.kind) || !isSafe(standing))
            continue;
        const AliasCandidate& best = standing.proposal->candidates.front();
        if (standing.kind == NameKind::Parameter)
            wishes.parameters.confirmUndecided[standing.name].parameter = best.parameter;
        else
            wishes.names.confirmUndecided.emplace(standing.name, decisionOf(dataset, best));
    }
}

std::size_t countSafe(const std::vector<AliasStanding>& standings, std::optional<NameKind> only)
{
    return static_cast<std::size_t>(std::count_if(standings.begin(), standings.end(),
        [&](const AliasStanding& standing) { return isAsked(only, standing.kind) && isSafe(standing); }));
}

Result<DecidedNow> decideNames(CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset,
    const NameWishes& wishes, const std::string& reason)
{
    const Result<AliasDecisions> earlierNames = readAliasDecisions(file);
    const Result<ParameterDecisions> earlierParameters = readParameterDecisions(file);
    if (!earlierNames || !earlierParameters)
        return !earlierNames ? earlierNames.error() : earlierParameters.error();
    Result<AliasDecisions> names = namesToStore(dataset, *earlierNames, wishes.names);
    if (!names)
        return names.error();
    const Result<Stated> stated = readStatedOfTags(file, investigationCase, "parameter");
    if (!stated)
        return stated.error();
    Result<ParameterDecisions> parameters = parametersToStore(dataset, *stated, *earlierParameters, wishes.parameters);
    if (!parameters)
        return parameters.error();
    std::vector<DocumentPut> puts;
    put(kAliasDocuments, *names, reason, puts);
    put(kParameterDocuments, *parameters, reason, puts);
    if (const auto stored = file.putDocuments("", puts); !stored)
        return stored.error();
    return DecidedNow{std::move(*names), std::move(*parameters)};
}

} // namespace antecedent::casework
