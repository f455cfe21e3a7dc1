// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// aliases: which asset the names of other systems mean; proposals, and what people decided about them.

#include "app/casework/case_aliases.h"
#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/investigation.h"
#include "model/base/csv_table.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace antecedent::cli {

namespace {

using casework::AliasStanding;
using casework::AliasWishes;
using casework::isUndecided;
using nlohmann::json;

const char* wordOf(AliasState state)
{
    switch (state) {
    case AliasState::Confirmed:
        return "confirmed";
    case AliasState::Refused:
        return "refused";
    case AliasState::Withdrawn:
        break;
    }
    return "withdrawn";
}

const char* wordOf(NameState state)
{
    switch (state) {
    case NameState::Open:
        return "open";
    case NameState::Read:
        return "read";
    case NameState::Stated:
        return "stated";
    case NameState::Confirmed:
        break;
    }
    return "confirmed";
}

const char* wordOf(NameKind kind)
{
    return kind == NameKind::Tag ? "tag" : "asset";
}

std::string scoreText(double score)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.2f", score);
    return text.data();
}

std::string timeText(std::optional<Timestamp> time)
{
    return time ? formatUtc(*time) : std::string();
}

std::string reasonsText(const AliasCandidate& candidate)
{
    std::vector<std::string> parts(candidate.reasons.begin(), candidate.reasons.end());
    for (const Phrase& objection : candidate.objections)
        parts.push_back("against it: " + objection.english());
    return join(parts, "; ");
}

// The dataset that suggestions are made from; the ids of events are not needed.
Result<Dataset> loadNames(Session& session, const CaseFile& file, const CaseInfo& info)
{
    LoadOptions load;
    load.eventIds = false;
    Result<Dataset> dataset = loadDataset(file, info, load, session.stopToken(), session.progress());
    session.endProgress();
    return dataset;
}

// Column of a table that need not be there.
std::string_view field(const CsvTable& table, const std::vector<std::string>& row, std::string_view column)
{
    const std::size_t at = table.column(column);
    return at < row.size() ? trimmed(row[at]) : std::string_view();
}

bool isYes(std::string_view word)
{
    const std::string lower = toLowerAscii(word);
    const std::array<std::string_view, 6> yes{"yes", "y", "x", "1", "true", "ja"};
    return std::find(yes.begin(), yes.end(), lower) != yes.end();
}

Result<std::optional<Timestamp>> parseDate(const std::string& where, std::string_view text)
{
    if (text.empty())
        return std::optional<Timestamp>();
    const std::optional<IsoTime> time = parseIso(text);
    if (!time || (!time->hasOffset && time->precision != TimePrecision::Day))
        return Error{ErrorCode::InvalidArgument, where,
            "'" + std::string(text) + "' is neither a time with offset or Z nor a date (UTC)"};
    return std::optional(Timestamp(Duration(time->us)));
}

Result<void> addRow(
    const CsvTable& table, const std::vector<std::string>& row, const std::string& where, AliasDecisions& decisions)
{
    const std::string name(field(table, row, "name"));
    const std::string asset(field(table, row, "asset_id"));
    const bool isMarked = table.column("confirm") == table.columns.size() || isYes(field(table, row, "confirm"));
    if (name.empty() || asset.empty() || !isMarked)
        return {};
    const Result<std::optional<Timestamp>> from = parseDate(where + ", from", field(table, row, "from"));
    const Result<std::optional<Timestamp>> to = parseDate(where + ", to", field(table, row, "to"));
    if (!from || !to)
        return !from ? from.error() : to.error();
    const auto [found, isNew] = decisions.try_emplace(name);
    AliasDecision& decision = found->second;
    const bool isDated = from->has_value() || to->has_value();
    const bool isRepeat = !isNew && !isDated && decision.asset == asset;
    if (!isNew && !isRepeat && (!isDated || !decision.asset.empty()))
        return Error{ErrorCode::InvalidArgument, where,
            "'" + name + "' stands there twice; leave one row, or give both dates in from and to"};
    if (isDated)
        decision.periods.push_back({asset, *from, *to});
    else
        decision.asset = asset;
    return {};
}

Result<AliasDecisions> readDecisions(const std::string& path)
{
    const Result<std::string> text = readFile(path);
    if (!text)
        return text.error();
    const Result<CsvTable> table = csvTableFrom(*text);
    if (!table)
        return Error{ErrorCode::CorruptInput, path, table.error().detail};
    for (const char* column : {"name", "asset_id"})
        if (table->column(column) == table->columns.size())
            return Error{ErrorCode::InvalidArgument, path, "the columns name and asset_id are needed"};
    AliasDecisions decisions;
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        if (const Result<void> added =
                addRow(*table, table->rows[i], path + ", row " + std::to_string(i + 1), decisions);
            !added)
            return added.error();
    return decisions;
}

void tellDecided(Session& session, const Dataset& dataset, const AliasDecisions& decided)
{
    std::size_t confirmed = 0;
    std::size_t unknown = 0;
    for (const auto& [name, decision] : decided) {
        if (decision.state != AliasState::Confirmed)
            continue;
        ++confirmed;
        unknown += !decision.asset.empty() && !dataset.findAsset(decision.asset).valid() ? 1U : 0U;
    }
    session.message(counted(decided.size(), "decision", "decisions") + " stored, " + counted(confirmed, "name", "names")
        + " confirmed.");
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
    return {{"asset", dataset.assets[candidate.asset.value].id}, {"score", candidate.score}, {"reasons", reasons},
        {"objections", objections}, {"from", jsonTime(candidate.from)}, {"to", jsonTime(candidate.to)}};
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
    std::size_t undecided = 0;
    std::size_t safe = 0;
    for (const AliasProposal& proposal : proposals) {
        if (!isUndecided(proposal))
            continue;
        ++undecided;
        safe += proposal.isSafe ? 1 : 0;
        session.print(proposal.name + "  (" + wordOf(proposal.kind) + ", "
            + (proposal.state == NameState::Read ? "read from its spelling" : "open")
            + (proposal.isSafe ? ", safe to confirm)" : ")"));
        for (const AliasCandidate& candidate : proposal.candidates) {
            const bool isDated = candidate.from || candidate.to;
            session.print("  " + scoreText(candidate.score) + "  " + dataset.assets[candidate.asset.value].id
                + (isDated ? " from " + timeText(candidate.from) + " to " + timeText(candidate.to) : std::string())
                + ": " + reasonsText(candidate));
        }
    }
    session.message(counted(undecided, "name is", "names are") + " undecided; the default rule would confirm "
        + std::to_string(safe) + " of them.");
}

Result<void> writeProposals(
    Session& session, const Dataset& dataset, const std::vector<AliasProposal>& proposals, const std::string& path)
{
    CsvOutput csv({"name", "asset_id", "confirm", "score", "reason", "kind", "state", "records", "from", "to",
        "other_candidates"});
    for (const AliasProposal& proposal : proposals) {
        if (!isUndecided(proposal))
            continue;
        std::vector<std::string> others;
        for (std::size_t i = 1; i < proposal.candidates.size(); ++i)
            others.push_back(dataset.assets[proposal.candidates[i].asset.value].id + " ("
                + scoreText(proposal.candidates[i].score) + ")");
        const AliasCandidate& best = proposal.candidates.front();
        csv.add({proposal.name, dataset.assets[best.asset.value].id, proposal.isSafe ? "yes" : "",
            scoreText(best.score), reasonsText(best), wordOf(proposal.kind), wordOf(proposal.state),
            proposal.state == NameState::Open ? std::to_string(proposal.records) : std::string(), timeText(best.from),
            timeText(best.to), join(others, "; ")});
    }
    return csv.write(session, path);
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

void printDecisions(Session& session, const AliasDecisions& decisions)
{
    for (const auto& [name, decision] : decisions) {
        if (decision.state == AliasState::Refused)
            session.print(name + " is an asset of its own");
        else if (decision.state == AliasState::Confirmed && !decision.asset.empty())
            session.print(name + " = " + decision.asset);
        if (decision.state == AliasState::Confirmed)
            for (const AliasPeriod& period : decision.periods)
                session.print(name + " = " + period.asset + (period.from ? " from " + timeText(period.from) : "")
                    + (period.to ? " to " + timeText(period.to) : ""));
    }
}

Result<void> decide(
    Session& session, CaseFile& file, const CaseInfo& info, const Dataset& dataset, const AliasesOptions& options)
{
    AliasWishes wishes;
    wishes.refuse = options.refuse;
    wishes.withdraw = options.withdraw;
    if (!options.apply.empty()) {
        Result<AliasDecisions> read = readDecisions(options.apply);
        if (!read)
            return read.error();
        wishes.confirm = std::move(*read);
    }
    if (options.confirmSafe) {
        const auto standings = casework::aliasStandings(file, info, dataset, session.stopToken());
        if (!standings)
            return standings.error();
        wishes.confirmUndecided = casework::safeDecisions(dataset, *standings);
    }
    const std::string reason(trimmed(options.reason));
    const Result<AliasDecisions> decided =
        casework::decideAliases(file, dataset, wishes, reason.empty() ? "confirmed by the user" : reason);
    if (!decided)
        return decided.error();
    tellDecided(session, dataset, *decided);
    return {};
}

Result<std::vector<AliasProposal>> suggest(
    Session& session, const CaseFile& file, const CaseInfo& info, const Dataset& dataset)
{
    Result<std::vector<AliasStanding>> standings = casework::aliasStandings(file, info, dataset, session.stopToken());
    if (!standings)
        return standings.error();
    std::vector<AliasProposal> out;
    for (AliasStanding& standing : *standings)
        if (standing.proposal)
            out.push_back(std::move(*standing.proposal));
    return out;
}

int show(Session& session, const CaseFile& file, const CaseInfo& info, const AliasesOptions& options)
{
    const Result<AliasDecisions> decisions = readAliasDecisions(file);
    if (!decisions)
        return session.fail(decisions.error());
    json out{{"aliases", decisionsJson(*decisions)}};
    if (options.suggest) {
        const Result<Dataset> dataset = loadNames(session, file, info); // as the decisions leave it
        if (!dataset)
            return session.fail(dataset.error());
        const Result<std::vector<AliasProposal>> proposals = suggest(session, file, info, *dataset);
        if (!proposals)
            return session.fail(proposals.error());
        out["proposals"] = proposalsJson(*dataset, *proposals);
        if (!options.csv.empty())
            if (const Result<void> written = writeProposals(session, *dataset, *proposals, options.csv); !written)
                return session.fail(written.error());
        if (!session.isJson)
            printProposals(session, *dataset, *proposals);
    } else if (!session.isJson)
        printDecisions(session, *decisions);
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
