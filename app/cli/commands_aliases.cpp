// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// aliases: which asset the names of other systems mean, and what tags measure; proposals, and what people decided about
// them.

#include "app/cli/alias_table.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

using casework::AliasStanding;
using casework::DecidedNow;
using casework::isUndecided;
using casework::meaningOf;
using casework::NameWishes;
using nlohmann::json;

// The dataset that suggestions are made from; the ids of events are not needed.
Result<Dataset> loadNames(Session& session, const CaseFile& file, const CaseInfo& info)
{
    LoadOptions load;
    load.eventIds = false;
    Result<Dataset> dataset = loadDataset(file, info, load, session.stopToken(), session.progress());
    session.endProgress();
    return dataset;
}

void tellDecided(Session& session, const Dataset& dataset, const DecidedNow& decided)
{
    std::size_t names = 0;
    std::size_t unknown = 0;
    for (const auto& [name, decision] : decided.names) {
        if (decision.state != AliasState::Confirmed)
            continue;
        ++names;
        unknown += !decision.asset.empty() && !dataset.findAsset(decision.asset).valid() ? 1U : 0U;
    }
    std::size_t parameters = 0;
    for (const auto& [name, decision] : decided.parameters)
        parameters += decision.state == AliasState::Confirmed ? 1U : 0U;
    session.message(counted(decided.names.size() + decided.parameters.size(), "decision", "decisions") + " stored, "
        + counted(names, "name", "names")
        + (parameters > 0 ? ", " + counted(parameters, "parameter", "parameters") : "") + " confirmed.");
    if (unknown > 0)
        session.message(counted(unknown, "name means", "names mean")
            + " an asset that no source has yet; until one is imported they stay as they are.");
}

json candidateJson(const Dataset& dataset, const AliasCandidate& candidate)
{
    json reasons = json::array();
    for (const Phrase& reason : candidate.reasons)
        reasons.push_back(reason.english());
    json objections = json::array();
    for (const Phrase& objection : candidate.objections)
        objections.push_back(objection.english());
    const Asset* asset = dataset.asset(candidate.asset);
    return {{"asset", asset ? json(asset->id) : json()}, {"parameter", jsonText(candidate.parameter)},
        {"score", candidate.score}, {"reasons", reasons}, {"objections", objections},
        {"from", jsonTime(candidate.from)}, {"to", jsonTime(candidate.to)}};
}

json proposalsJson(const Dataset& dataset, const std::vector<AliasProposal>& proposals)
{
    json list = json::array();
    for (const AliasProposal& proposal : proposals) {
        json candidates = json::array();
        for (const AliasCandidate& candidate : proposal.candidates)
            candidates.push_back(candidateJson(dataset, candidate));
        list.push_back({{"name", proposal.name}, {"kind", wordOf(proposal.kind)}, {"state", wordOf(proposal.state)},
            {"records", proposal.state == NameState::Open ? json(proposal.records) : json()},
            {"safe", isUndecided(proposal) ? json(proposal.isSafe) : json()}, {"candidates", candidates}});
    }
    return list;
}

void printProposals(Session& session, const Dataset& dataset, const std::vector<AliasProposal>& proposals)
{
    struct Count
    {
        std::size_t undecided = 0;
        std::size_t safe = 0;
    };
    Count names;
    Count parameters;
    for (const AliasProposal& proposal : proposals) {
        if (!isUndecided(proposal))
            continue;
        Count& count = proposal.kind == NameKind::Parameter ? parameters : names;
        ++count.undecided;
        count.safe += proposal.isSafe ? 1 : 0;
        session.print(proposal.name + "  (" + wordOf(proposal.kind) + ", "
            + (proposal.state == NameState::Read ? "read from its spelling" : "open")
            + (proposal.isSafe ? ", safe to confirm)" : ")"));
        for (const AliasCandidate& candidate : proposal.candidates) {
            const bool isDated = candidate.from || candidate.to;
            session.print("  " + scoreText(candidate.score) + "  " + meaningOf(dataset, candidate)
                + (isDated ? " from " + timeText(candidate.from) + " to " + timeText(candidate.to) : std::string())
                + ": " + reasonsText(candidate));
        }
    }
    const auto tell = [&](const Count& count, const char* one, const char* many) {
        session.message(counted(count.undecided, one, many) + " undecided; the default rule would confirm "
            + std::to_string(count.safe) + " of them.");
    };
    tell(names, "name is", "names are");
    if (parameters.undecided > 0)
        tell(parameters, "parameter is", "parameters are");
}

json decisionsJson(const AliasDecisions& decisions)
{
    json list = json::array();
    for (const auto& [name, decision] : decisions) {
        if (decision.state == AliasState::Withdrawn)
            continue;
        json periods = json::array();
        for (const AliasPeriod& period : decision.periods)
            periods.push_back({{"asset", period.asset}, {"from", jsonTime(period.from)}, {"to", jsonTime(period.to)}});
        list.push_back({{"name", name}, {"asset", jsonText(decision.asset)}, {"state", wordOf(decision.state)},
            {"periods", periods}});
    }
    return list;
}

json parametersJson(const ParameterDecisions& decisions)
{
    json list = json::array();
    for (const auto& [name, decision] : decisions)
        if (decision.state != AliasState::Withdrawn)
            list.push_back(
                {{"name", name}, {"parameter", jsonText(decision.parameter)}, {"state", wordOf(decision.state)}});
    return list;
}

void printDecisions(Session& session, const DecidedNow& decisions)
{
    for (const auto& [name, decision] : decisions.names) {
        if (decision.state == AliasState::Refused)
            session.print(name + " is an asset of its own");
        else if (decision.state == AliasState::Confirmed && !decision.asset.empty())
            session.print(name + " = " + decision.asset);
        if (decision.state == AliasState::Confirmed)
            for (const AliasPeriod& period : decision.periods)
                session.print(name + " = " + period.asset + (period.from ? " from " + timeText(period.from) : "")
                    + (period.to ? " to " + timeText(period.to) : ""));
    }
    for (const auto& [name, decision] : decisions.parameters)
        if (decision.state == AliasState::Refused)
            session.print(name + " measures no parameter that the file names");
        else if (decision.state == AliasState::Confirmed)
            session.print(name + " measures " + decision.parameter);
}

// Of the kind that was asked for; all, where none was.
Result<std::vector<AliasStanding>> standingsOf(
    Session& session, const CaseFile& file, const CaseInfo& info, const Dataset& dataset, const AliasesOptions& options)
{
    return casework::aliasStandings(file, info, dataset, session.stopToken(), kindFrom(options.kind));
}

Result<void> decide(
    Session& session, CaseFile& file, const CaseInfo& info, const Dataset& dataset, const AliasesOptions& options)
{
    NameWishes wishes;
    const bool isOfParameters = options.kind == wordOf(NameKind::Parameter);
    (isOfParameters ? wishes.parameters.refuse : wishes.names.refuse) = options.refuse;
    (isOfParameters ? wishes.parameters.withdraw : wishes.names.withdraw) = options.withdraw;
    if (!options.apply.empty())
        if (const Result<void> read = readDecisions(options.apply, wishes); !read)
            return read.error();
    if (options.confirmSafe) {
        const auto standings = standingsOf(session, file, info, dataset, options);
        if (!standings)
            return standings.error();
        casework::confirmSafe(dataset, *standings, wishes);
    }
    const std::string reason(trimmed(options.reason));
    const Result<DecidedNow> decided =
        casework::decideNames(file, info, dataset, wishes, reason.empty() ? "confirmed by the user" : reason);
    if (!decided)
        return decided.error();
    tellDecided(session, dataset, *decided);
    return {};
}

int show(Session& session, const CaseFile& file, const CaseInfo& info, const AliasesOptions& options)
{
    const Result<AliasDecisions> names = readAliasDecisions(file);
    const Result<ParameterDecisions> parameters = readParameterDecisions(file);
    if (!names || !parameters)
        return session.fail(!names ? names.error() : parameters.error());
    json out{{"aliases", decisionsJson(*names)}, {"parameters", parametersJson(*parameters)}};
    if (options.suggest) {
        const Result<Dataset> dataset = loadNames(session, file, info); // as the decisions leave it
        if (!dataset)
            return session.fail(dataset.error());
        Result<std::vector<AliasStanding>> standings = standingsOf(session, file, info, *dataset, options);
        if (!standings)
            return session.fail(standings.error());
        std::vector<AliasProposal> proposals;
        for (AliasStanding& standing : *standings)
            if (standing.proposal)
                proposals.push_back(std::move(*standing.proposal));
        out["proposals"] = proposalsJson(*dataset, proposals);
        if (!options.csv.empty())
            if (const Result<void> written = writeProposals(session, *dataset, proposals, options.csv); !written)
                return session.fail(written.error());
        if (!session.isJson)
            printProposals(session, *dataset, proposals);
    } else if (!session.isJson)
        printDecisions(session, {*names, *parameters});
    if (session.isJson)
        session.printJson(out);
    return kDone;
}

} // namespace

int manageAliases(Session& session, const AliasesOptions& options)
{
    const bool needsReason = options.confirmSafe || !options.withdraw.empty() || !options.refuse.empty();
    if (needsReason && trimmed(options.reason).empty())
        return session.fail({ErrorCode::InvalidArgument, "--reason", "a decision needs a reason for the audit trail"});
    if (!options.csv.empty() && !options.suggest)
        return session.fail({ErrorCode::InvalidArgument, "--csv", "writes the suggestions; give --suggest too"});
    const bool decides = needsReason || !options.apply.empty();
    Result<CaseFile> file = openFile(options.file, decides ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    if (decides) {
        const Result<Dataset> dataset = loadNames(session, *file, *info);
        if (!dataset)
            return session.fail(dataset.error());
        if (const Result<void> decided = decide(session, *file, *info, *dataset, options); !decided)
            return session.fail(decided.error());
    }
    return show(session, *file, *info, options);
}

} // namespace antecedent::cli
