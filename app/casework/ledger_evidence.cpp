// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is pinned to a hypothesis as it is at that time, and what the evidence suggests as a hypothesis.
#include "app/casework/case_ledger.h"

#include "model/domain/table_spec.h"

#include <nlohmann/json.hpp>

#include <set>

namespace antecedent::casework {

namespace {

constexpr std::size_t kMostProposals = 3; // of assets; and one of each other kind

Shown frozen(Shown shown)
{
    shown.hash = hashOf(shown);
    return shown;
}

// Shortest digits that give the number back, whatever the locale.
std::string number(double value)
{
    return nlohmann::json(value).dump();
}

CauseGroup groupOf(const Candidate& candidate)
{
    switch (candidate.kind) {
    case CandidateKind::Material:
        return CauseGroup::Material;
    case CandidateKind::Operator:
        return CauseGroup::People;
    case CandidateKind::Recipe:
    case CandidateKind::Parameter:
        return CauseGroup::Method;
    case CandidateKind::Utility:
        return CauseGroup::Environment;
    case CandidateKind::Event:
    case CandidateKind::Condition:
        break;
    }
    return candidate.eventClass.find("calibration") != std::string::npos ? CauseGroup::Measurement
                                                                         : CauseGroup::Machine;
}

Phrase counts(const Candidate& c)
{
    return phrase("seen before %1 of %2 failures and in %3 of %4 controls", c.caseExposed, c.caseWindows,
        c.controlExposed, c.controlWindows);
}

Proposal proposalOf(const Candidate& c, const std::string& failure)
{
    Proposal proposal;
    proposal.candidate = &c;
    Hypothesis& h = proposal.hypothesis;
    h.failure = failure;
    h.group = groupOf(c);
    h.proposal = c.name;
    proposal.statement = phrase("%1 contributed to %2", shownName(c), failure);
    proposal.ifFalse = phrase("It would come before good batches about as often as before failures (now %1), and the "
                              "failure would come again without it",
        counts(c));
    h.statement = proposal.statement.english();
    h.ifFalse = proposal.ifFalse.english();
    return proposal;
}

// Seen more often before failures than in controls, as far as there are any.
bool isMoreOften(const Candidate& c)
{
    return c.caseExposed > 0
        && (c.controlWindows == 0
            || static_cast<std::int64_t>(c.caseExposed) * c.controlWindows
                > static_cast<std::int64_t>(c.controlExposed) * c.caseWindows);
}

bool isOfAsset(CandidateKind kind)
{
    return kind == CandidateKind::Event || kind == CandidateKind::Condition || kind == CandidateKind::Parameter;
}

} // namespace

Shown shownRecord(const Dataset& dataset, const FoundRecord& record)
{
    Shown shown;
    shown.kind = ShownKind::Record;
    shown.subject = toHex(record.id);
    shown.words = describe(dataset, record);
    const Asset* asset = dataset.asset(record.asset);
    const Batch* batch = dataset.batch(record.batch);
    shown.values = {{"table", std::string(tableSpec(record.table).name)}, {"key", record.key},
        {"time", formatUtc(record.time)}, {"asset", asset == nullptr ? std::string() : asset->id},
        {"batch", batch == nullptr ? std::string() : batch->id}, {"text", record.text}};
    if (!record.part.empty())
        shown.values["part"] = record.part;
    return frozen(std::move(shown));
}

Shown shownCandidate(
    const Dataset& dataset, const AnalysisPlan& plan, const std::string& failure, const Candidate& candidate)
{
    Shown shown;
    shown.kind = ShownKind::Candidate;
    shown.subject = candidate.name;
    shown.failure = failure;
    shown.words = candidate.name + ", " + counts(candidate).english() + ". " + candidate.statement.english();
    shown.values = {{"verdict", toText(candidate.verdict)}, {"rank", std::to_string(candidate.rank)},
        {"case_exposed", std::to_string(candidate.caseExposed)},
        {"case_windows", std::to_string(candidate.caseWindows)},
        {"control_exposed", std::to_string(candidate.controlExposed)},
        {"control_windows", std::to_string(candidate.controlWindows)}, {"plan", printDigest(plan.hash)},
        {"plan_is", plan.exploratory ? "exploratory" : "frozen"}, {"content_hash", printDigest(dataset.contentHash)}};
    const auto add = [&](const char* name, const std::optional<double>& value) {
        if (value)
            shown.values[name] = number(*value);
    };
    add("odds_ratio", candidate.oddsRatio);
    add("ci_low", candidate.ciLow);
    add("ci_high", candidate.ciHigh);
    add("p_exact", candidate.pExact);
    add("p_adjusted", candidate.pAdjusted);
    add("median_offset_s", candidate.medianOffsetS);
    return frozen(std::move(shown));
}

Shown shownFact(const ManualFact& fact)
{
    Shown shown;
    shown.kind = ShownKind::Fact;
    shown.subject = fact.id;
    shown.words = std::string(toText(fact.kind)) + (fact.who.empty() ? "" : ", " + fact.who)
        + (fact.when.empty() ? "" : ", " + fact.when) + ": " + fact.text;
    if (fact.kind == FactKind::PaperLog)
        shown.words.replace(0, 9, "paper log");
    shown.values = {{"kind", toText(fact.kind)}, {"text", fact.text}, {"who", fact.who}, {"when", fact.when}};
    if (fact.record)
        shown.values["record"] = fact.record->subject;
    for (const Attachment& attachment : fact.attachments)
        shown.values["attachment " + attachment.name] = printDigest(attachment.sha256);
    return frozen(std::move(shown));
}

std::vector<Proposal> proposalsFrom(const Analysis& analysis, const FailureAssessment& assessment, const Ledger& ledger)
{
    std::set<std::string> known; // candidates that hypotheses of this failure come from
    for (const Hypothesis* hypothesis : ledger.hypothesesFor(assessment.deviationId))
        known.insert(hypothesis->proposal);
    std::vector<Proposal> ofAssets;
    std::vector<Proposal> ofOthers;
    std::set<CandidateKind> seen;
    for (const int position : assessment.order) {
        const auto at = static_cast<std::size_t>(position);
        const Candidate& candidate = analysis.candidates[at];
        const bool isHere = at < assessment.exposedHere.size() && assessment.exposedHere[at];
        if (!isHere || candidate.isSymptom || !isMoreOften(candidate) || candidate.verdict == Verdict::NoAssociation)
            continue;
        const bool isAsset = isOfAsset(candidate.kind);
        if (isAsset ? ofAssets.size() == kMostProposals : !seen.insert(candidate.kind).second)
            continue;
        (isAsset ? ofAssets : ofOthers).push_back(proposalOf(candidate, assessment.deviationId));
    }
    ofAssets.insert(ofAssets.end(), ofOthers.begin(), ofOthers.end());
    std::erase_if(ofAssets, [&](const Proposal& proposal) { return known.contains(proposal.hypothesis.proposal); });
    return ofAssets;
}

} // namespace antecedent::casework
