// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// duplicates: the same event in several sources; proposals, and what people decided about them.

#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"
#include "model/timeline/repeats.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

using nlohmann::json;

constexpr const char* kAll = "all"; // every open proposal

const char* wordOf(RepeatState state)
{
    switch (state) {
    case RepeatState::Open:
        return "open";
    case RepeatState::Confirmed:
        return "confirmed";
    case RepeatState::Refused:
        return "refused";
    }
    return "open";
}

// The facts that the ids of one option name, in the dataset's order.
Result<std::vector<const RepeatedFact*>> chooseFacts(
    const Dataset& dataset, const std::vector<std::string>& ids, const char* option, bool takesOpen)
{
    std::vector<const RepeatedFact*> chosen;
    for (const std::string& id : ids) {
        std::size_t found = 0;
        for (const RepeatedFact& fact : dataset.repeats) {
            const bool isOpen = fact.state == RepeatState::Open;
            if (isOpen != takesOpen || (id != fact.id && !(takesOpen && id == kAll)))
                continue;
            chosen.push_back(&fact);
            ++found;
        }
        if (found == 0)
            return Error{ErrorCode::InvalidArgument, option,
                id == kAll ? "nothing is open"
                           : "'" + id + "' is no " + (takesOpen ? "open proposal" : "decided one") + " of this file"};
    }
    return chosen;
}

Result<void> store(
    CaseFile& file, const std::vector<const RepeatedFact*>& facts, std::string_view state, const std::string& reason)
{
    for (const RepeatedFact* fact : facts) {
        RepeatDecision decision{std::string(state), {}};
        for (const EventStatement& statement : fact->statements)
            decision.statements.push_back(statement.id);
        const Result<StoredDocument> stored =
            file.putDocument("", kDuplicateDocuments, fact->id, toJson(decision), false, reason);
        if (!stored)
            return stored.error();
    }
    return {};
}

Result<void> decide(Session& session, Investigation& inv, const DuplicatesOptions& options)
{
    struct Wish
    {
        const std::vector<std::string>& ids;
        const char* option;
        bool takesOpen;
        std::string_view state;
    };
    std::size_t decided = 0;
    for (const Wish& wish : {Wish{options.confirm, "--confirm", true, kConfirmedRepeat},
             Wish{options.refuse, "--refuse", true, kRefusedRepeat},
             Wish{options.withdraw, "--withdraw", false, kWithdrawnRepeat}}) {
        const auto facts = chooseFacts(inv.dataset, wish.ids, wish.option, wish.takesOpen);
        if (!facts)
            return facts.error();
        if (const Result<void> stored = store(inv.file, *facts, wish.state, options.reason); !stored)
            return stored.error();
        decided += facts->size();
    }
    session.message(counted(decided, "decision", "decisions") + " stored.");
    return {};
}

json factJson(const Dataset& dataset, const RepeatedFact& fact)
{
    const EventColumns& columns = dataset.events;
    const std::string& code = dataset.strings.text(columns.code[fact.event]);
    json statements = json::array();
    for (const EventStatement& statement : fact.statements)
        statements.push_back({{"record", toHex(statement.id)},
            {"source", statement.source.valid() ? json(dataset.sources[statement.source.value].name) : json()},
            {"row", statement.row}, {"time", formatUtc(Timestamp(Duration(statement.timeUs)), 6)}});
    return {{"id", fact.id}, {"state", wordOf(fact.state)}, {"asset", jsonAsset(dataset, columns.asset[fact.event])},
        {"class", dataset.strings.text(columns.category[fact.event]) + (code.empty() ? "" : ":" + code)},
        {"statements", statements}};
}

void printFact(Session& session, const json& fact)
{
    std::string line = fact["id"].get<std::string>() + "  " + fact["state"].get<std::string>() + "  "
        + fact["class"].get<std::string>() + " @ "
        + (fact["asset"].is_string() ? fact["asset"].get<std::string>() : std::string("no asset"));
    for (const json& s : fact["statements"])
        line += "  " + s["source"].get<std::string>() + ":" + std::to_string(s["row"].get<std::uint64_t>()) + " "
            + s["time"].get<std::string>();
    session.print(line);
}

int list(Session& session, const Investigation& inv)
{
    json all = json::array();
    std::size_t open = 0;
    for (const RepeatedFact& fact : inv.dataset.repeats) {
        all.push_back(factJson(inv.dataset, fact));
        open += fact.state == RepeatState::Open ? 1 : 0;
        if (!session.isJson)
            printFact(session, all.back());
    }
    if (session.isJson)
        session.printJson({{"duplicates", all}, {"open", open}});
    else
        session.message(counted(open, "proposal is open.", "proposals are open."));
    return kDone;
}

} // namespace

int manageDuplicates(Session& session, const DuplicatesOptions& options)
{
    const bool isDecision = !options.confirm.empty() || !options.refuse.empty() || !options.withdraw.empty();
    if (isDecision && trimmed(options.reason).empty())
        return session.fail({ErrorCode::InvalidArgument, "--reason", "a decision needs a reason for the audit trail"});
    auto opened = openInvestigation(session, options.file, isDecision ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!opened)
        return session.fail(opened.error());
    if (isDecision) {
        if (const Result<void> decided = decide(session, **opened, options); !decided)
            return session.fail(decided.error());
        opened->reset(); // the file is read anew, with what was decided
        opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
        if (!opened)
            return session.fail(opened.error());
    }
    return list(session, **opened);
}

} // namespace antecedent::cli
