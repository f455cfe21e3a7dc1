// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// pin: physical evidence that a person records for a failure and a candidate.

#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"
#include "model/domain/record_lookup.h"
#include "model/evidence/assess.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace antecedent::cli {

using namespace casework;

namespace {

using nlohmann::json;

json toJson(const StoredPin& stored)
{
    const KeptPin& kept = stored.kept;
    json records = json::array();
    for (const PinnedRecord& record : kept.pin.records)
        records.push_back({{"id", toHex(record.id)}, {"words", record.words}});
    return {{"id", kept.pin.id}, {"failure", kept.pin.failure}, {"candidate", kept.pin.candidate},
        {"role", toText(kept.pin.role)}, {"records", std::move(records)}, {"reason", kept.pin.reason},
        {"actor", kept.pin.actor}, {"time", formatUtc(stored.stored, 3)}, {"removed", kept.isRemoved},
        {"removed_by", jsonText(kept.removedBy)}, {"removal_reason", jsonText(kept.removalReason)}};
}

void print(Session& session, const StoredPin& stored)
{
    const KeptPin& kept = stored.kept;
    session.print(kept.pin.id + "  " + kept.pin.failure + "  "
        + (kept.pin.role == PinRole::Mechanism ? "mechanism" : "ruled out") + "  " + kept.pin.candidate + "  by "
        + kept.pin.actor + ": " + kept.pin.reason);
    for (const PinnedRecord& record : kept.pin.records)
        session.print("  record " + toHex(record.id) + "  " + record.words);
    if (kept.isRemoved)
        session.print("  removed by " + kept.removedBy + ": " + kept.removalReason);
}

int listPins(Session& session, const PinOptions& options)
{
    const Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    const Result<std::vector<StoredPin>> pins = storedPins(*file, *info);
    if (!pins)
        return session.fail(pins.error());
    json list = json::array();
    for (const StoredPin& pin : *pins) {
        if (session.isJson)
            list.push_back(toJson(pin));
        else
            print(session, pin);
    }
    if (session.isJson)
        session.printJson({{"pins", std::move(list)}});
    return kDone;
}

// The pin as it is stored now.
int showStored(Session& session, const CaseFile& file, const CaseInfo& info, const std::string& id)
{
    const Result<std::vector<StoredPin>> pins = storedPins(file, info);
    if (!pins)
        return session.fail(pins.error());
    for (const StoredPin& pin : *pins) {
        if (pin.kept.pin.id != id)
            continue;
        if (session.isJson)
            session.printJson(toJson(pin));
        else
            print(session, pin);
    }
    return kDone;
}

Actor actorOf(const PinOptions& options)
{
    Actor actor = systemActor();
    if (!trimmed(options.actor).empty())
        actor.name = std::string(trimmed(options.actor));
    return actor;
}

int removePin(Session& session, const PinOptions& options)
{
    const Actor actor = actorOf(options);
    Result<CaseFile> file = CaseFile::open(options.file.investigation, OpenMode::ReadWrite, actor);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    const Result<std::vector<StoredPin>> pins = storedPins(*file, *info);
    if (!pins)
        return session.fail(pins.error());
    const auto found = std::find_if(pins->begin(), pins->end(),
        [&](const StoredPin& stored) { return stored.kept.pin.id == options.remove && !stored.kept.isRemoved; });
    if (found == pins->end())
        return session.fail(
            {ErrorCode::InvalidArgument, "--remove " + options.remove, "the case has no such pin; see pin --list"});
    KeptPin kept = found->kept;
    kept.isRemoved = true;
    kept.removedBy = actor.name;
    kept.removalReason = options.reason;
    if (const Result<void> stored = storePin(*file, *info, kept); !stored)
        return session.fail(stored.error());
    return showStored(session, *file, *info, kept.pin.id);
}

// The records that the user named, each exactly one.
Result<std::vector<PinnedRecord>> recordsOf(const Dataset& dataset, const std::vector<std::string>& named)
{
    std::vector<PinnedRecord> records;
    for (const std::string& text : named) {
        const std::vector<FoundRecord> found = findRecord(dataset, text);
        if (found.size() != 1)
            return Error{ErrorCode::InvalidArgument, "--record " + text,
                found.empty() ? "no record has this id; chronology --json and report twins state record ids"
                              : std::to_string(found.size()) + " records have this name; give the record id"};
        records.push_back({found.front().id, describe(dataset, found.front()), lastingKey(dataset, found.front())});
    }
    std::sort(records.begin(), records.end(), [](const PinnedRecord& a, const PinnedRecord& b) { return a.id < b.id; });
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

// Is the candidate one of the failure's analysis under the case's plan?
Result<void> checkCandidate(Session& session, Investigation& inv, const PinOptions& options)
{
    const Result<AnalysisPlan> plan = planForResult(inv.file, inv.caseInfo, inv.context);
    if (!plan)
        return plan.error();
    AssessSelection selection;
    selection.failures = {options.failure};
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    const Result<AssessmentResult> result =
        assess(inv.context, *plan, selection, session.stopToken(), session.progress(), samples.get());
    session.endProgress();
    if (!result)
        return result.error();
    for (const Analysis& analysis : result->analyses)
        for (const Candidate& c : analysis.candidates)
            if (c.name == options.candidate)
                return {};
    return Error{ErrorCode::InvalidArgument, "--candidate " + options.candidate,
        "is no candidate of " + options.failure + "; assess --json --failure " + options.failure
            + " lists the names (\"class @ asset\")"};
}

std::string nextId(const std::vector<StoredPin>& pins)
{
    char text[24];
    std::snprintf(text, sizeof text, "PIN-%03zu", pins.size() + 1);
    return text;
}

int addPin(Session& session, const PinOptions& options)
{
    const Actor actor = actorOf(options);
    auto opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    if (!inv.caseInfo.open)
        return session.fail({ErrorCode::InvalidArgument, inv.caseInfo.id, "the case is closed"});
    if (inv.dataset.findDeviation(options.failure) == nullptr)
        return session.fail({ErrorCode::UnknownFailure, options.failure, "no failure has this id"});
    Result<std::vector<PinnedRecord>> records = recordsOf(inv.dataset, options.records);
    if (!records)
        return session.fail(records.error());
    Result<CaseFile> writable = CaseFile::open(options.file.investigation, OpenMode::ReadWrite, actor);
    if (!writable)
        return session.fail(writable.error());
    inv.file = std::move(*writable);
    if (const Result<void> checked = checkCandidate(session, inv, options); !checked)
        return session.fail(checked.error());
    const Result<std::vector<StoredPin>> pins = storedPins(inv.file, inv.caseInfo);
    if (!pins)
        return session.fail(pins.error());
    KeptPin kept;
    kept.pin = {nextId(*pins), options.failure, options.candidate,
        options.isRuledOut ? PinRole::RuledOut : PinRole::Mechanism, std::move(*records), options.reason, actor.name};
    if (const Result<void> stored = storePin(inv.file, inv.caseInfo, kept); !stored)
        return session.fail(stored.error());
    return showStored(session, inv.file, inv.caseInfo, kept.pin.id);
}

Error missing(const char* option, const char* why)
{
    return {ErrorCode::InvalidArgument, option, why};
}

} // namespace

int managePins(Session& session, const PinOptions& options)
{
    if (options.isList)
        return listPins(session, options);
    if (trimmed(options.reason).empty())
        return session.fail(missing("--reason", "a pin is made and taken back with a reason"));
    if (!options.remove.empty())
        return removePin(session, options);
    if (options.failure.empty())
        return session.fail(missing("--failure", "say which failure the evidence is about"));
    if (options.candidate.empty())
        return session.fail(missing("--candidate", "say which candidate, as \"class @ asset\""));
    if (options.records.empty())
        return session.fail(missing("--record", "a pin needs at least one record that shows the evidence"));
    return addPin(session, options);
}

} // namespace antecedent::cli
