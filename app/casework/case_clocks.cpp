// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_clocks.h"

#include "model/store/content_hash.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace antecedent::casework {

namespace {

std::string nameOf(const Dataset& dataset, SourceIndex source, const std::string& category)
{
    return clockDocumentName(toHex(dataset.sources[source.value].sha256), category);
}

Result<std::map<std::string, ClockDecision>> decisions(const CaseFile& file)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kClockDocuments);
    if (!stored)
        return stored.error();
    std::map<std::string, ClockDecision> out;
    for (const StoredDocument& document : *stored) {
        Result<ClockDecision> decision = clockDecisionFrom(document.json);
        if (!decision)
            return decision.error();
        out[document.name] = std::move(*decision);
    }
    return out;
}

Result<void> put(CaseFile& file, const std::string& name, const ClockDecision& decision, const std::string& reason)
{
    const Result<StoredDocument> stored = file.putDocument("", kClockDocuments, name, toJson(decision), false, reason);
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace

Result<std::vector<ClockStanding>> clockStandings(
    const CaseFile& file, const Dataset& stated, std::vector<ClockEstimate> estimates)
{
    Result<std::map<std::string, ClockDecision>> decided = decisions(file);
    if (!decided)
        return decided.error();
    std::map<std::pair<std::uint32_t, std::string>, ClockStanding> all;
    for (ClockEstimate& estimate : estimates) {
        ClockStanding& standing = all[{estimate.source.value, estimate.category}];
        standing.source = estimate.source;
        standing.category = estimate.category;
        standing.estimate = std::move(estimate);
    }
    for (std::uint32_t i = 0; i < stated.sources.size(); ++i) {
        const std::string hash = toHex(stated.sources[i].sha256);
        for (const auto& [name, decision] : *decided) {
            if (name.substr(0, name.find('/')) != hash)
                continue;
            ClockStanding& standing = all[{i, decision.clock.category}];
            standing.source = SourceIndex{i};
            standing.category = decision.clock.category;
            standing.decision = decision;
        }
    }
    std::vector<ClockStanding> out;
    for (auto& [key, standing] : all)
        out.push_back(std::move(standing));
    return out;
}

ClockDecision decisionOf(const Dataset& stated, const ClockEstimate& estimate)
{
    constexpr double kSecond = 1e6;
    constexpr double kDay = 86'400;
    ClockDecision out;
    out.isAccepted = true;
    out.clock.category = estimate.category;
    out.clock.offset = Duration(std::llround(estimate.offsetS * kSecond));
    out.clock.driftPpm = estimate.driftSPerDay / kDay * 1e6;
    out.clock.since = estimate.since + out.clock.offset;
    out.clock.uncertainty = Duration(std::llround(estimate.halfWidthS * kSecond));
    out.basis = std::to_string(estimate.anchors) + " anchors in " + stated.sources[estimate.reference.value].name;
    for (const ClockAnchors& pair : estimate.pairs)
        if (pair.isUsed)
            out.basis += "; " + pair.ofSource + " and " + pair.ofReference;
    return out;
}

Result<void> acceptClock(CaseFile& file, const Dataset& stated, SourceIndex source, const std::string& category,
    const ClockDecision& decision, const std::string& reason)
{
    const SourceInfo& info = stated.sources[source.value];
    const Result<std::optional<StoredSource>> stored = file.findSourceByHash(info.sha256);
    if (!stored)
        return stored.error();
    if (*stored && storedCount(**stored, TableId::Samples) > 0)
        return Error{ErrorCode::InvalidArgument, info.name,
            "holds process data, whose clock the others are set by; correct the other sources against it"};
    ClockDecision own = decision;
    own.isAccepted = true;
    own.clock.category = category;
    return put(file, nameOf(stated, source, category), own, reason);
}

Result<void> withdrawClock(
    CaseFile& file, const Dataset& stated, SourceIndex source, const std::string& category, const std::string& reason)
{
    const std::string name = nameOf(stated, source, category);
    Result<std::map<std::string, ClockDecision>> decided = decisions(file);
    if (!decided)
        return decided.error();
    const auto found = decided->find(name);
    if (found == decided->end() || !found->second.isAccepted)
        return Error{ErrorCode::InvalidArgument, stated.sources[source.value].name, "has no accepted clock"};
    ClockDecision withdrawn = found->second;
    withdrawn.isAccepted = false;
    return put(file, name, withdrawn, reason);
}

} // namespace antecedent::casework
