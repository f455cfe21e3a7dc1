// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clocks: offset and drift of the clocks of sources, estimated from anchors; decisions on them.
#include "app/casework/case_clocks.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace antecedent::cli {

namespace {

using casework::ClockStanding;
using casework::ClockWish;
using nlohmann::json;

constexpr const char* kAll = "all";

struct Target
{
    SourceIndex source;
    std::string category;
};

const char* wordOf(ClockFinding finding)
{
    switch (finding) {
    case ClockFinding::Agrees:
        return "agrees";
    case ClockFinding::Differs:
        return "differs";
    case ClockFinding::Daylight:
        return "daylight_saving";
    case ClockFinding::Regular:
        return "regular";
    case ClockFinding::TooFew:
        return "too_few_anchors";
    }
    return "too_few_anchors";
}

// `NAME`, `NAME/category`; NAME is the file name of a source or the begin of its hash.
Result<Target> targetOf(const Dataset& dataset, const std::string& text, const char* option)
{
    const std::size_t slash = text.find('/');
    const std::string name = text.substr(0, slash);
    const Result<SourceIndex> found = findSource(dataset, name, option);
    if (!found)
        return found.error();
    return Target{*found, slash == std::string::npos ? std::string() : text.substr(slash + 1)};
}

std::optional<Duration> signedDuration(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text == "0")
        return Duration{};
    const std::optional<Duration> size = parseDuration(text);
    return size && isNegative ? std::optional(-*size) : size;
}

// `SOURCE=OFFSET[,DRIFT]`, as -490s,12 (drift in seconds a day).
Result<ClockWish> settingOf(const Dataset& dataset, const std::string& text)
{
    constexpr const char* kOption = "--set";
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos)
        return Error{ErrorCode::InvalidArgument, kOption, "SOURCE=OFFSET[,DRIFT], as mes.csv=-490s or mes.csv=5m,12"};
    const Result<Target> target = targetOf(dataset, text.substr(0, equals), kOption);
    if (!target)
        return target.error();
    const std::string value = text.substr(equals + 1);
    const std::size_t comma = value.find(',');
    const std::optional<Duration> offset = signedDuration(std::string_view(value).substr(0, comma));
    double drift = 0;
    bool isDrift = true;
    if (comma != std::string::npos) {
        const auto read = std::from_chars(value.data() + comma + 1, value.data() + value.size(), drift);
        isDrift = read.ec == std::errc() && read.ptr == value.data() + value.size()
            && std::abs(drift) <= casework::kMostDriftSADay;
    }
    if (!offset || !isDrift)
        return Error{ErrorCode::InvalidArgument, kOption,
            "'" + value + "' is no offset such as -490s or 5m, with a drift in seconds a day behind a comma"};
    return casework::statedClock(dataset, target->source, target->category, *offset, drift);
}

std::string secondsText(double seconds)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::round(seconds * 1e3) / 1e3).ptr;
    return {buffer, end};
}

std::string labelOf(const Dataset& dataset, const ClockStanding& standing)
{
    const std::string& name = dataset.sources[standing.source.value].name;
    return standing.category.empty() ? name : name + '/' + standing.category;
}

Result<void> addAccepted(Session& session, const CaseFile& file, const Dataset& stated,
    const std::vector<ClockStanding>& standings, const std::string& text, std::vector<ClockWish>& wishes)
{
    const bool isAll = text == kAll;
    const Result<Target> target = isAll ? Result<Target>(Target{}) : targetOf(stated, text, "--accept");
    if (!target)
        return target.error();
    const std::size_t before = wishes.size();
    for (const ClockStanding& standing : standings) {
        const bool isMeant = isAll || (standing.source == target->source && standing.category == target->category);
        if (!isMeant || !standing.estimate || standing.estimate->finding != ClockFinding::Differs)
            continue;
        if (isAll && standing.decision && standing.decision->isRefused)
            continue;
        const Result<bool> isProcess = casework::holdsProcessData(file, stated, standing.source);
        if (!isProcess)
            return isProcess.error();
        if (isAll && *isProcess) {
            session.message(labelOf(stated, standing) + " holds process data and stays as it is.");
            continue;
        }
        // The first is what is asked for; what follows from it gives way to what is asked for by itself.
        std::vector<ClockWish> own = casework::wishesOf(stated, standings, *standing.estimate);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const auto isSame = [&](const ClockWish& wish) {
                return wish.source == own[i].source && wish.category == own[i].category;
            };
            if (i == 0 || std::none_of(wishes.begin(), wishes.end(), isSame))
                wishes.push_back(std::move(own[i]));
        }
    }
    if (wishes.size() == before)
        return Error{ErrorCode::InvalidArgument, "--accept",
            isAll ? "no clock differs" : "no estimate for '" + text + "' that differs"};
    return {};
}

Result<ClockWish> refusalFrom(
    const Dataset& stated, const std::vector<ClockStanding>& standings, const std::string& text)
{
    const Result<Target> target = targetOf(stated, text, "--refuse");
    if (!target)
        return target.error();
    for (const ClockStanding& standing : standings)
        if (standing.source == target->source && standing.category == target->category && standing.estimate
            && standing.estimate->finding == ClockFinding::Differs)
            return casework::refusalOf(stated, *standing.estimate);
    return Error{ErrorCode::InvalidArgument, "--refuse", "no estimate for '" + text + "' that differs"};
}

// All that is asked for, or what is wrong with it.
Result<std::vector<ClockWish>> wishesFrom(Session& session, const CaseFile& file, const Dataset& stated,
    const std::vector<ClockStanding>& standings, const ClocksOptions& options)
{
    std::vector<ClockWish> wishes;
    for (const std::string& text : options.accept)
        if (const Result<void> added = addAccepted(session, file, stated, standings, text, wishes); !added)
            return added.error();
    for (const std::string& text : options.set) {
        Result<ClockWish> wish = settingOf(stated, text);
        if (!wish)
            return wish.error();
        wishes.push_back(std::move(*wish));
    }
    for (const std::string& text : options.refuse) {
        Result<ClockWish> wish = refusalFrom(stated, standings, text);
        if (!wish)
            return wish.error();
        wishes.push_back(std::move(*wish));
    }
    for (const std::string& text : options.withdraw) {
        const Result<Target> target = targetOf(stated, text, "--withdraw");
        if (!target)
            return target.error();
        wishes.push_back({target->source, target->category, std::nullopt});
    }
    return wishes;
}

json decisionJson(const ClockDecision& decision)
{
    json out{{"offset_s", toSeconds(decision.clock.offset)},
        {"drift_s_per_day", decision.clock.driftPpm * 86'400 / 1e6}, {"since", jsonTime(decision.clock.since, 6)},
        {"basis", decision.basis}, {"uncertainty_s", nullptr}};
    if (decision.clock.uncertainty)
        out["uncertainty_s"] = toSeconds(*decision.clock.uncertainty);
    return out;
}

json estimateJson(const Dataset& dataset, const ClockEstimate& e)
{
    json pairs = json::array();
    for (const ClockAnchors& pair : e.pairs)
        pairs.push_back({{"of_source", pair.ofSource}, {"of_reference", pair.ofReference}, {"anchors", pair.found},
            {"possible", pair.possible}, {"offset_s", pair.offsetS}, {"spread_s", pair.spreadS},
            {"drift_s_per_day", pair.driftSPerDay}, {"agrees", pair.agrees}});
    json out{{"reference", dataset.sources[e.reference.value].name}, {"reference_category", e.referenceCategory},
        {"finding", wordOf(e.finding)}, {"anchors", e.anchors}, {"of_source", jsonText(e.ofSource)},
        {"of_reference", jsonText(e.ofReference)}, {"pairs", pairs}, {"words", e.words.english()}};
    const bool isKnown = e.finding != ClockFinding::TooFew;
    out["offset_s"] = isKnown ? json(e.offsetS) : json();
    out["low_s"] = isKnown ? json(e.offsetS - e.halfWidthS) : json();
    out["high_s"] = isKnown ? json(e.offsetS + e.halfWidthS) : json();
    out["spread_s"] = isKnown ? json(e.spreadS) : json();
    out["drift_s_per_day"] = isKnown ? json(e.driftSPerDay) : json();
    out["since"] = isKnown ? jsonTime(e.since, 6) : json();
    return out;
}

int list(Session& session, const Dataset& dataset, const std::vector<ClockStanding>& standings)
{
    json all = json::array();
    for (const ClockStanding& standing : standings) {
        const bool isAccepted = standing.decision && standing.decision->isAccepted;
        json one{{"source", dataset.sources[standing.source.value].name},
            {"sha256", toHex(dataset.sources[standing.source.value].sha256)}, {"category", jsonText(standing.category)},
            {"estimate", nullptr}, {"accepted", nullptr},
            {"refused", standing.decision && standing.decision->isRefused}};
        if (standing.estimate)
            one["estimate"] = estimateJson(dataset, *standing.estimate);
        if (isAccepted)
            one["accepted"] = decisionJson(*standing.decision);
        all.push_back(one);
        if (session.isJson)
            continue;
        std::string line = labelOf(dataset, standing) + ": ";
        line += standing.estimate ? standing.estimate->words.english() : "nothing to compare";
        if (isAccepted)
            line += "  [corrected by " + secondsText(-toSeconds(standing.decision->clock.offset)) + " s]";
        if (standing.decision && standing.decision->isRefused)
            line += "  [refused, as stated]";
        session.print(line);
    }
    if (session.isJson)
        session.printJson({{"clocks", all}});
    else if (standings.empty())
        session.message("No source states of what equipment did, so there is no clock to compare with.");
    return kDone;
}

} // namespace

int manageClocks(Session& session, const ClocksOptions& options)
{
    const bool isDecision =
        !options.accept.empty() || !options.set.empty() || !options.refuse.empty() || !options.withdraw.empty();
    if (isDecision && trimmed(options.reason).empty())
        return session.fail({ErrorCode::InvalidArgument, "--reason", "a decision needs a reason for the audit trail"});
    Result<CaseFile> file = openFile(options.file, isDecision ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    LoadOptions load;
    load.eventIds = false;
    load.eventTexts = false;
    load.correctsClocks = false;
    const Result<Dataset> stated = loadDataset(*file, *info, load, session.stopToken(), session.progress());
    session.endProgress();
    if (!stated)
        return session.fail(stated.error());
    const std::vector<ClockEstimate> estimates = estimateClocks(*stated, session.stopToken());
    if (session.stopToken().stop_requested())
        return session.fail({ErrorCode::Cancelled, {}, {}});
    Result<std::vector<ClockStanding>> standings = casework::clockStandings(*file, *stated, estimates);
    if (!standings)
        return session.fail(standings.error());
    if (isDecision) {
        const Result<std::vector<ClockWish>> wishes = wishesFrom(session, *file, *stated, *standings, options);
        if (!wishes)
            return session.fail(wishes.error());
        if (const Result<void> done = casework::decideClocks(*file, *stated, *wishes, options.reason); !done)
            return session.fail(done.error());
        standings = casework::clockStandings(*file, *stated, estimates);
        if (!standings)
            return session.fail(standings.error());
    }
    return list(session, *stated, *standings);
}

} // namespace antecedent::cli
