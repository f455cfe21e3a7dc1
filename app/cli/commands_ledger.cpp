// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// case hypothesis|evidence|fact|conclude|undo|redo|proposals: the ledger of a case.

#include "app/casework/case_ledger.h"
#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "app/cli/ledger_text.h"
#include "model/base/text.h"
#include "model/conclusion/ledger_json.h"
#include "model/evidence/assess.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace antecedent::cli {

using namespace casework;

namespace {

using nlohmann::json;

Error missing(const char* option, const char* why)
{
    return {ErrorCode::InvalidArgument, option, why};
}

// The case with its data, open for an edit by the one who records it.
struct Work
{
    std::unique_ptr<Investigation> investigation;
    Ledger ledger;
    std::string by;
};

Result<Work> open(Session& session, const CaseOptions& options)
{
    Actor actor = systemActor();
    if (!trimmed(options.actor).empty())
        actor.name = std::string(trimmed(options.actor));
    auto opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    Work work{std::move(*opened), {}, actor.name};
    Investigation& inv = *work.investigation;
    if (!inv.caseInfo.open)
        return Error{ErrorCode::InvalidArgument, inv.caseInfo.id, "the case is closed"};
    Result<CaseFile> writable = CaseFile::open(options.file.investigation, OpenMode::ReadWrite, actor);
    if (!writable)
        return writable.error();
    inv.file = std::move(*writable);
    Result<Ledger> ledger = loadLedger(inv.file, inv.caseInfo);
    if (!ledger)
        return ledger.error();
    work.ledger = std::move(*ledger);
    if (!options.failure.empty() && inv.dataset.findDeviation(options.failure) == nullptr)
        return Error{ErrorCode::UnknownFailure, options.failure, "no failure has this id"};
    return work;
}

int show(Session& session, const Work& work, const std::string& item, bool isRemoved)
{
    const LedgerEntry& entry = work.ledger.entries.back();
    if (session.isJson) {
        const auto standing = work.ledger.items.find(item);
        session.printJson({{"entry", entry.seq}, {"action", actionOf(entry)}, {"id", item},
            {"hash", printDigest(entry.hash)}, {"by", entry.by}, {"at", formatUtc(entry.at, 3)},
            {"reason", jsonText(entry.reason)},
            {"item", standing == work.ledger.items.end() ? json() : ledgerItemJson(work.ledger, standing->second)}});
        return kDone;
    }
    if (isRemoved || !work.ledger.items.contains(item))
        session.print(item + " is taken back.");
    else
        for (const std::string& line : ledgerItemLines(work.ledger, work.ledger.items.at(item)))
            session.print(line);
    return kDone;
}

int store(Session& session, Work& work, Result<LedgerEntry> entry, const std::vector<AttachedFile>& attached = {})
{
    if (!entry)
        return session.fail(entry.error());
    const std::string item = entry->item;
    const bool isRemoved = !entry->after.has_value();
    Investigation& inv = *work.investigation;
    if (const Result<void> stored = storeEntry(inv.file, inv.caseInfo, work.ledger, std::move(*entry), attached);
        !stored)
        return session.fail(stored.error());
    return show(session, work, item, isRemoved);
}

template <class Value>
Result<void> readWord(const char* option, const std::string& text, std::optional<Value> value, Value& out)
{
    if (text.empty())
        return {};
    if (!value)
        return Error{ErrorCode::InvalidArgument, std::string(option) + " " + text, "is none of the words; see --help"};
    out = *value;
    return {};
}

void take(std::string& to, const std::string& stated)
{
    if (!stated.empty())
        to = std::string(trimmed(stated));
}

Result<LedgerEntry> hypothesisEdit(const Work& work, const CaseOptions& options)
{
    Hypothesis h;
    if (const Hypothesis* standing = work.ledger.hypothesis(options.id)) {
        h = *standing;
    } else if (!options.id.empty()) {
        return Error{ErrorCode::InvalidArgument, options.id, "the case has no such hypothesis"};
    } else if (options.group.empty()) {
        return missing("--group", "say which of the six M it belongs to");
    }
    take(h.failure, options.failure);
    take(h.statement, options.statement);
    take(h.ifFalse, options.ifFalse);
    take(h.proposal, options.candidate);
    if (const Result<void> read = readWord("--group", options.group, groupFrom(options.group), h.group); !read)
        return read.error();
    const HypothesisState before = h.state;
    if (const Result<void> read = readWord("--state", options.state, stateFrom(options.state), h.state); !read)
        return read.error();
    if (h.state != before)
        h.stateReason = h.state == HypothesisState::Open ? std::string() : std::string(trimmed(options.reason));
    return makeEdit(work.ledger, std::move(h), options.reason, work.by);
}

Result<FoundRecord> oneRecord(const Dataset& dataset, const std::string& named)
{
    const std::vector<FoundRecord> found = findRecord(dataset, named);
    if (found.size() == 1)
        return found.front();
    return Error{ErrorCode::InvalidArgument, "--record " + named,
        found.empty() ? "no record has this id; chronology --json and report twins state record ids"
                      : std::to_string(found.size()) + " records have this name; give the record id"};
}

// The assessment of a failure under the case's plan.
Result<AssessmentResult> assessed(Session& session, Investigation& inv, const std::string& failure)
{
    const Result<AnalysisPlan> plan = planForResult(inv.file, inv.caseInfo, inv.context);
    if (!plan)
        return plan.error();
    Result<std::vector<Pin>> pins = activePins(inv.file, inv.caseInfo);
    if (!pins)
        return pins.error();
    AssessSelection selection;
    selection.failures = {failure};
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    Result<AssessmentResult> result =
        assess(inv.context, *plan, selection, session.stopToken(), session.progress(), samples.get());
    session.endProgress();
    return result;
}

Result<Shown> candidateShown(Session& session, Investigation& inv, const CaseOptions& options)
{
    if (options.failure.empty())
        return missing("--failure", "say of which failure the candidate is");
    const Result<AssessmentResult> result = assessed(session, inv, options.failure);
    if (!result)
        return result.error();
    for (const Analysis& analysis : result->analyses)
        for (const Candidate& candidate : analysis.candidates)
            if (candidate.name == options.candidate)
                return shownCandidate(inv.dataset, result->plan, options.failure, candidate);
    return Error{ErrorCode::InvalidArgument, "--candidate " + options.candidate,
        "is no candidate of " + options.failure + "; assess --json --failure " + options.failure
            + " lists the names (\"class @ asset\")"};
}

Result<Shown> whatIsShown(Session& session, Work& work, const CaseOptions& options)
{
    const int stated =
        (options.record.empty() ? 0 : 1) + (options.candidate.empty() ? 0 : 1) + (options.fact.empty() ? 0 : 1);
    if (stated != 1)
        return missing("--record, --candidate, --fact", "name exactly one thing that is pinned");
    Investigation& inv = *work.investigation;
    if (!options.candidate.empty())
        return candidateShown(session, inv, options);
    if (!options.record.empty()) {
        const Result<FoundRecord> record = oneRecord(inv.dataset, options.record);
        if (!record)
            return record.error();
        return shownRecord(inv.dataset, *record);
    }
    const ManualFact* fact = work.ledger.fact(options.fact);
    if (fact == nullptr)
        return Error{ErrorCode::InvalidArgument, "--fact " + options.fact, "the case has no such fact"};
    return shownFact(*fact);
}

Result<LedgerEntry> evidenceEdit(Session& session, Work& work, const CaseOptions& options)
{
    const int sides = (options.isFor ? 1 : 0) + (options.isAgainst ? 1 : 0) + (options.isNeutral ? 1 : 0);
    if (sides > 1)
        return missing("--for, --against, --neutral", "it speaks one way only");
    EvidenceLine line;
    const EvidenceLine* standing = work.ledger.evidence(options.id);
    if (standing != nullptr)
        line = *standing;
    else if (sides == 0)
        return missing("--for, --against, --neutral", "say which way it speaks");
    if (options.isFor)
        line.side = EvidenceSide::For;
    else if (sides == 1)
        line.side = options.isAgainst ? EvidenceSide::Against : EvidenceSide::Neutral;
    take(line.comment, options.comment);
    if (standing == nullptr) {
        line.hypothesis = options.id;
        if (work.ledger.hypothesis(options.id) == nullptr)
            return Error{ErrorCode::InvalidArgument, options.id.empty() ? "ID" : options.id,
                "name the hypothesis (HYP-001) to pin to, or a piece of evidence (EVI-001) to change"};
        Result<Shown> shown = whatIsShown(session, work, options);
        if (!shown)
            return shown.error();
        line.shown = std::move(*shown);
    }
    return makeEdit(work.ledger, std::move(line), options.reason, work.by);
}

Result<LedgerEntry> factEdit(const Work& work, const CaseOptions& options, std::vector<AttachedFile>& attached)
{
    ManualFact fact;
    if (const ManualFact* standing = work.ledger.fact(options.id))
        fact = *standing;
    else if (!options.id.empty())
        return Error{ErrorCode::InvalidArgument, options.id, "the case has no such fact"};
    else if (options.kind.empty())
        return missing("--kind", "say what it is: interview, inspection, test, paper-log or note");
    if (const Result<void> read = readWord("--kind", options.kind, factKindFrom(options.kind), fact.kind); !read)
        return read.error();
    take(fact.text, options.text);
    take(fact.who, options.who);
    take(fact.when, options.when);
    if (!options.record.empty()) {
        const Result<FoundRecord> record = oneRecord(work.investigation->dataset, options.record);
        if (!record)
            return record.error();
        fact.record = shownRecord(work.investigation->dataset, *record);
    }
    for (const std::string& path : options.attachments) {
        Result<AttachedFile> one = attachedFile(path);
        if (!one)
            return one.error();
        fact.attachments.push_back(one->attachment);
        attached.push_back(std::move(*one));
    }
    return makeEdit(work.ledger, std::move(fact), options.reason, work.by);
}

Result<LedgerEntry> conclusionEdit(const Work& work, const CaseOptions& options)
{
    Conclusion conclusion;
    if (const Conclusion* standing = work.ledger.conclusion(options.failure))
        conclusion = *standing;
    else if (options.grade.empty())
        return missing("--grade", "say root-cause, most-probable, contributing or not-determined");
    conclusion.failure = options.failure;
    if (const Result<void> read = readWord("--grade", options.grade, gradeFrom(options.grade), conclusion.grade); !read)
        return read.error();
    if (!options.hypotheses.empty())
        conclusion.hypotheses = options.hypotheses;
    std::sort(conclusion.hypotheses.begin(), conclusion.hypotheses.end());
    const auto repeats = std::unique(conclusion.hypotheses.begin(), conclusion.hypotheses.end());
    conclusion.hypotheses.erase(repeats, conclusion.hypotheses.end());
    take(conclusion.rationale, options.rationale);
    return makeEdit(work.ledger, std::move(conclusion), options.reason, work.by);
}

int saveAttachments(Session& session, const CaseOptions& options)
{
    const Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    const Result<Ledger> ledger = loadLedger(*file, *info);
    if (!ledger)
        return session.fail(ledger.error());
    const ManualFact* fact = ledger->fact(options.id);
    if (fact == nullptr)
        return session.fail({ErrorCode::InvalidArgument, options.id, "the case has no such fact"});
    json list = json::array();
    for (const Attachment& attachment : fact->attachments) {
        const Result<std::string> bytes = attachmentBytes(*file, *info, attachment);
        if (!bytes)
            return session.fail(bytes.error());
        const std::string path =
            (std::filesystem::path(options.saveFolder) / std::filesystem::path(attachment.name).filename()).string();
        if (const Result<void> written = writeFile(path, *bytes); !written)
            return session.fail(written.error());
        list.push_back({{"path", path}, {"sha256", toHex(attachment.sha256)}, {"bytes", attachment.bytes}});
        if (!session.isJson)
            session.print("Wrote " + path + ", " + printDigest(attachment.sha256));
    }
    if (session.isJson)
        session.printJson({{"attachments", std::move(list)}});
    return kDone;
}

int propose(Session& session, const CaseOptions& options)
{
    if (options.failure.empty())
        return session.fail(missing("--failure", "say for which failure"));
    Result<Work> work = open(session, options);
    if (!work)
        return session.fail(work.error());
    const Result<AssessmentResult> result = assessed(session, *work->investigation, options.failure);
    if (!result)
        return session.fail(result.error());
    json list = json::array();
    for (const FailureAssessment& assessment : result->assessments)
        for (const Analysis& analysis : result->analyses)
            for (const Proposal& proposal :
                assessment.deviationId != options.failure || assessment.classification != analysis.classification
                    ? std::vector<Proposal>()
                    : proposalsFrom(analysis, assessment, work->ledger)) {
                const Hypothesis& h = proposal.hypothesis;
                list.push_back({{"group", toText(h.group)}, {"statement", h.statement}, {"if_false", h.ifFalse},
                    {"candidate", h.proposal}, {"verdict", toText(proposal.candidate->verdict)}});
                if (!session.isJson)
                    session.print(std::string(toText(h.group)) + ": " + h.statement + "\n  if false: " + h.ifFalse);
            }
    if (session.isJson)
        session.printJson({{"proposals", std::move(list)}});
    else if (list.empty())
        session.print("The evidence on " + options.failure + " suggests no hypothesis that is not in the ledger.");
    return kDone;
}

} // namespace

int editLedger(Session& session, const CaseOptions& options)
{
    if (options.action == "proposals")
        return propose(session, options);
    if (options.action == "fact" && !options.saveFolder.empty())
        return saveAttachments(session, options);
    Result<Work> work = open(session, options);
    if (!work)
        return session.fail(work.error());
    if (options.action == "undo")
        return store(session, *work, makeUndo(work->ledger, work->by));
    if (options.action == "redo")
        return store(session, *work, makeRedo(work->ledger, work->by));
    if (options.isRemoved) {
        const bool isConclusion = options.action == "conclude";
        const std::string item = isConclusion ? idOf(Conclusion{options.failure, {}, {}, {}}) : options.id;
        return store(session, *work, makeRemoval(work->ledger, item, options.reason, work->by));
    }
    if (options.action == "hypothesis")
        return store(session, *work, hypothesisEdit(*work, options));
    if (options.action == "evidence")
        return store(session, *work, evidenceEdit(session, *work, options));
    if (options.action == "conclude")
        return store(session, *work, conclusionEdit(*work, options));
    std::vector<AttachedFile> attached;
    Result<LedgerEntry> entry = factEdit(*work, options, attached);
    return store(session, *work, std::move(entry), attached);
}

} // namespace antecedent::cli
