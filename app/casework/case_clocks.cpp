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

bool hasCategory(const Dataset& dataset, SourceIndex source, const std::string& category)
{
    const EventColumns& events = dataset.events;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (events.source[i] == source && dataset.strings.text(events.category[i]) == category)
            return true;
    return false;
}

ClockDecision decisionOf(const Dataset& stated, const ClockEstimate& estimate)
{
    constexpr double kSecond = 1e6;
    constexpr double kDay = 86'400;
    ClockDecision out;
    out.isAccepted = true;
    out.clock.category = estimate.category;
    out.clock.offset = Duration(std::llround(estimate.offsetS * kSecond));
    // Of the source's own time, which the estimate is not.
    const double gained = estimate.driftSPerDay / kDay;
    out.clock.driftPpm = gained / (1 + gained) * 1e6;
    out.clock.since = estimate.since + out.clock.offset;
    out.clock.uncertainty = Duration(std::llround(estimate.halfWidthS * kSecond));
    out.basis = phrase("%1 anchors in %2: %3 and %4", estimate.anchors, stated.sources[estimate.reference.value].name,
        estimate.ofSource, estimate.ofReference)
                    .english();
    return out;
}

ClockWish unmoved(SourceIndex source, const std::string& category, const Phrase& why)
{
    ClockDecision decision;
    decision.isAccepted = true;
    decision.clock.category = category;
    decision.basis = why.english();
    return {source, category, decision};
}

Result<void> check(const CaseFile& file, const Dataset& stated, const ClockDecisions& decided, const ClockWish& wish)
{
    const std::string& name = stated.sources[wish.source.value].name;
    if (!wish.decision) {
        const auto found = decided.find(nameOf(stated, wish.source, wish.category));
        return found != decided.end() && (found->second.isAccepted || found->second.isRefused)
            ? Result<void>()
            : Error{ErrorCode::InvalidArgument, name, "has no accepted clock, and none that was refused"};
    }
    if (!wish.category.empty() && !hasCategory(stated, wish.source, wish.category))
        return Error{ErrorCode::InvalidArgument, name, "has no events of the category '" + wish.category + "'"};
    const Result<bool> isProcess = holdsProcessData(file, stated, wish.source);
    if (!isProcess)
        return isProcess.error();
    if (*isProcess)
        return Error{ErrorCode::InvalidArgument, name,
            "holds process data, whose clock the others are set by; correct the other sources against it"};
    return {};
}

} // namespace

Result<std::vector<ClockStanding>> clockStandings(
    const CaseFile& file, const Dataset& stated, std::vector<ClockEstimate> estimates)
{
    Result<ClockDecisions> decided = readClockDecisions(file);
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
            if (sourceOfClock(name) != hash)
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

std::vector<ClockWish> wishesOf(
    const Dataset& stated, const std::vector<ClockStanding>& standings, const ClockEstimate& estimate)
{
    std::vector<ClockWish> out{{estimate.source, estimate.category, decisionOf(stated, estimate)}};
    if (!estimate.category.empty())
        return out;
    for (const ClockStanding& other : standings) {
        const bool isDecided = other.decision && other.decision->isAccepted;
        if (other.source == estimate.source && !other.category.empty() && !isDecided && other.estimate
            && other.estimate->finding != ClockFinding::TooFew)
            out.push_back(unmoved(other.source, other.category, phrase("compared by itself")));
    }
    if (estimate.reference == estimate.source)
        out.push_back(
            unmoved(estimate.source, estimate.referenceCategory, phrase("what the others are compared with")));
    return out;
}

ClockWish refusalOf(const Dataset& stated, const ClockEstimate& estimate)
{
    ClockDecision decision = decisionOf(stated, estimate);
    decision.isAccepted = false;
    decision.isRefused = true;
    return {estimate.source, estimate.category, decision};
}

ClockWish statedClock(
    const Dataset& stated, SourceIndex source, const std::string& category, Duration offset, double driftSADay)
{
    constexpr double kDay = 86'400;
    ClockDecision decision;
    decision.isAccepted = true;
    decision.basis = phrase("stated").english();
    decision.clock.offset = offset;
    decision.clock.driftPpm = driftSADay / kDay * 1e6;
    if (const auto& span = stated.sources[source.value].span)
        decision.clock.since = span->begin;
    return {source, category, decision};
}

Result<bool> holdsProcessData(const CaseFile& file, const Dataset& stated, SourceIndex source)
{
    const Result<std::optional<StoredSource>> stored = file.findSourceByHash(stated.sources[source.value].sha256);
    if (!stored)
        return stored.error();
    return *stored && storedCount(**stored, TableId::Samples) > 0;
}

Result<void> decideClocks(
    CaseFile& file, const Dataset& stated, const std::vector<ClockWish>& wishes, const std::string& reason)
{
    const Result<ClockDecisions> decided = readClockDecisions(file);
    if (!decided)
        return decided.error();
    std::map<std::string, std::string> texts; // by name of the document
    for (const ClockWish& wish : wishes) {
        if (const Result<void> good = check(file, stated, *decided, wish); !good)
            return good;
        const std::string name = nameOf(stated, wish.source, wish.category);
        ClockDecision decision = wish.decision ? *wish.decision : decided->at(name);
        if (!wish.decision)
            decision.isAccepted = decision.isRefused = false;
        decision.clock.category = wish.category;
        texts[name] = toJson(decision);
    }
    std::vector<DocumentPut> puts;
    for (const auto& [name, text] : texts)
        puts.push_back({kClockDocuments, name, text, false, reason, {}, {}, text});
    const Result<std::vector<StoredDocument>> stored = file.putDocuments("", puts);
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace antecedent::casework
