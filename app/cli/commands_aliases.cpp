// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// aliases: which asset the names of other systems mean; proposals, and what people decided about them.

#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/investigation.h"
#include "model/base/csv_table.h"
#include "model/base/text.h"
#include "model/identity/alias_proposals.h"
#include "model/timeline/alias_decisions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace antecedent::cli {

namespace {

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

bool isUndecided(const AliasProposal& proposal)
{
    return proposal.state == NameState::Open || proposal.state == NameState::Read;
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

Result<void> store(CaseFile& file, const AliasDecisions& decisions, const std::string& reason)
{
    std::vector<std::string> texts;
    texts.reserve(decisions.size());
    std::vector<DocumentPut> puts;
    for (const auto& [name, decision] : decisions) {
        texts.push_back(toJson(decision));
        puts.push_back({kAliasDocuments, name, texts.back(), false, reason, {}, {}, texts.back()});
    }
    const Result<std::vector<StoredDocument>> stored = file.putDocuments("", puts);
    return stored ? Result<void>() : Result<void>(stored.error());
}

// The file with the dataset that proposals are made from; the ids of events are not needed.
struct Names
{
    CaseFile file;
    CaseInfo caseInfo;
    Dataset dataset;
    AliasDecisions decisions;
};

Result<Names> openNames(Session& session, const FileOptions& options, OpenMode mode)
{
    Result<CaseFile> file = openFile(options, mode);
    if (!file)
        return file.error();
    Result<CaseInfo> info = file->findCase(options.caseId);
    if (!info)
        return info.error();
    LoadOptions load;
    load.eventIds = false;
    Result<Dataset> dataset = loadDataset(*file, *info, load, session.stopToken(), session.progress());
    session.endProgress();
    if (!dataset)
        return dataset.error();
    Result<AliasDecisions> decisions = readAliasDecisions(*file);
    if (!decisions)
        return decisions.error();
    return Names{std::move(*file), std::move(*info), std::move(*dataset), std::move(*decisions)};
}

Result<std::vector<AliasProposal>> propose(Session& session, const Names& names)
{
    Result<std::map<std::string, std::string>> tags = readStatedTagAssets(names.file, names.caseInfo);
    if (!tags)
        return tags.error();
    AliasInput input{names.dataset, std::move(*tags), {}, {}};
    for (const auto& [name, decision] : names.decisions) {
        if (decision.state == AliasState::Confirmed)
            input.confirmed.insert(name);
        if (decision.state == AliasState::Refused)
            input.refused.insert(name);
    }
    std::vector<AliasProposal> proposals = proposeAliases(input, session.stopToken());
    if (session.stopToken().stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    return proposals;
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

Result<void> addRow(const CsvTable& table, const std::vector<std::string>& row, const std::string& where,
    const Dataset& dataset, AliasDecisions& decisions)
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
    if (name == asset)
        return Error{ErrorCode::InvalidArgument, where, "'" + name + "' would be a name of itself"};
    if (const Asset* listed = dataset.asset(dataset.findAsset(name));
        listed && !listed->isImplicit && listed->id == name)
        return Error{ErrorCode::InvalidArgument, where,
            "'" + name + "' is an asset of the list itself and cannot be a name of another"};
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

Result<AliasDecisions> readDecisions(const std::string& path, const Dataset& dataset)
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
                addRow(*table, table->rows[i], path + ", row " + std::to_string(i + 1), dataset, decisions);
            !added)
            return added.error();
    for (auto& [name, decision] : decisions)
        if (const Result<void> ordered = orderPeriods(decision.periods); !ordered)
            return Error{ErrorCode::InvalidArgument, path + ", '" + name + "'",
                ordered.error().where + ": " + ordered.error().detail};
    return decisions;
}

Result<void> apply(Session& session, Names& names, const AliasesOptions& options)
{
    const Result<AliasDecisions> decisions = readDecisions(options.apply, names.dataset);
    if (!decisions)
        return decisions.error();
    const std::string reason =
        trimmed(options.reason).empty() ? "confirmed by the user" : std::string(trimmed(options.reason));
    if (const Result<void> stored = store(names.file, *decisions, reason); !stored)
        return stored;
    session.message("Confirmed " + counted(decisions->size(), "name", "names") + ".");
    std::size_t unknown = 0;
    for (const auto& [name, decision] : *decisions)
        unknown += !decision.asset.empty() && !names.dataset.findAsset(decision.asset).valid() ? 1U : 0U;
    if (unknown > 0)
        session.message(counted(unknown, "name means", "names mean")
            + " an asset that no source has yet; until one is imported they stay as they are.");
    return {};
}

Result<void> confirmSafe(Session& session, Names& names, const std::string& reason)
{
    const Result<std::vector<AliasProposal>> proposals = propose(session, names);
    if (!proposals)
        return proposals.error();
    AliasDecisions decisions;
    for (const AliasProposal& proposal : *proposals) {
        if (!isUndecided(proposal) || !proposal.isSafe)
            continue;
        const AliasCandidate& best = proposal.candidates.front();
        AliasDecision decision;
        if (best.from || best.to)
            decision.periods.push_back({names.dataset.assets[best.asset.value].id, best.from, best.to});
        else
            decision.asset = names.dataset.assets[best.asset.value].id;
        decisions[proposal.name] = std::move(decision);
    }
    if (const Result<void> stored = store(names.file, decisions, reason); !stored)
        return stored;
    session.message("Confirmed " + counted(decisions.size(), "name", "names") + ".");
    return {};
}

Result<void> takeBackOrRefuse(Session& session, Names& names, const AliasesOptions& options, const std::string& reason)
{
    AliasDecisions decisions;
    for (const std::string& name : options.withdraw) {
        const auto found = names.decisions.find(name);
        if (found == names.decisions.end() || found->second.state == AliasState::Withdrawn)
            return Error{ErrorCode::InvalidArgument, "--withdraw", "nothing was decided about '" + name + "'"};
        decisions[name] = found->second;
        decisions[name].state = AliasState::Withdrawn;
    }
    for (const std::string& name : options.refuse) {
        const Asset* asset = names.dataset.asset(names.dataset.findAsset(name));
        const bool isTag = std::any_of(
            names.dataset.tags.begin(), names.dataset.tags.end(), [&](const Tag& tag) { return tag.name == name; });
        if (!asset && !isTag)
            return Error{ErrorCode::InvalidArgument, "--refuse", "no record has the name '" + name + "'"};
        decisions[name] = {AliasState::Refused, {}, {}};
    }
    if (const Result<void> stored = store(names.file, decisions, reason); !stored)
        return stored;
    session.message(counted(decisions.size(), "decision", "decisions") + " stored.");
    return {};
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

Result<void> decide(Session& session, const AliasesOptions& options)
{
    Result<Names> names = openNames(session, options.file, OpenMode::ReadWrite);
    if (!names)
        return names.error();
    const std::string reason(trimmed(options.reason));
    if (!options.withdraw.empty() || !options.refuse.empty())
        if (const Result<void> done = takeBackOrRefuse(session, *names, options, reason); !done)
            return done;
    if (!options.apply.empty())
        if (const Result<void> done = apply(session, *names, options); !done)
            return done;
    return options.confirmSafe ? confirmSafe(session, *names, reason) : Result<void>();
}

int show(Session& session, const AliasesOptions& options)
{
    Result<Names> names = openNames(session, options.file, OpenMode::ReadOnly);
    if (!names)
        return session.fail(names.error());
    json out{{"aliases", decisionsJson(names->decisions)}};
    if (options.suggest) {
        const Result<std::vector<AliasProposal>> proposals = propose(session, *names);
        if (!proposals)
            return session.fail(proposals.error());
        out["proposals"] = proposalsJson(names->dataset, *proposals);
        if (!options.csv.empty()) {
            const Result<void> written = writeProposals(session, names->dataset, *proposals, options.csv);
            if (!written)
                return session.fail(written.error());
        }
        if (!session.isJson)
            printProposals(session, names->dataset, *proposals);
    } else if (!session.isJson)
        printDecisions(session, names->decisions);
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
    if (needsReason || !options.apply.empty())
        if (const Result<void> decided = decide(session, options); !decided)
            return session.fail(decided.error());
    return show(session, options);
}

} // namespace antecedent::cli
