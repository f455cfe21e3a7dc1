// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/evidence.h"

#include "app/casework/case_pins.h"
#include "app/casework/case_sentinels.h"
#include "model/evidence/assess.h"
#include "model/timeline/dataset_loader.h"

#include <algorithm>
#include <memory>

namespace antecedent::app {

using namespace widgets;

namespace {

// What is asked for, with the events that it may be about.
struct Selected
{
    AssessSelection selection;
    FailureSet sentinels;
};

std::unique_ptr<Selected> selectionOf(const EvidenceQuestion& question)
{
    auto selected = std::make_unique<Selected>();
    const InvestigationData& snapshot = *question.snapshot;
    if (!question.isSentinel) {
        // By failures: an empty classification would mean all of them.
        for (const Deviation& d : snapshot.dataset.deviations)
            if (d.classification == question.classification)
                selected->selection.failures.push_back(d.id);
        return selected;
    }
    for (std::size_t i = 0; i < snapshot.failures.size(); ++i)
        if (snapshot.failures[i].deviation == nullptr
            && snapshot.failures[i].classification == question.classification) {
            selected->sentinels = failuresLike(snapshot, i);
            break;
        }
    selected->selection.sentinels = &selected->sentinels;
    selected->selection.sentinelName = question.classification;
    return selected;
}

Result<bool> isLaterChoice(const EvidenceQuestion& question, const CaseFile& file)
{
    if (question.isSentinel)
        for (const Sentinel& sentinel : question.snapshot->rule.sentinels)
            if (nameOf(sentinel) == question.classification)
                return casework::isLaterThanPlan(file, question.snapshot->caseInfo, sentinel.document);
    return false;
}

Result<void> addResult(
    Evidence& evidence, const EvidenceQuestion& question, const std::stop_token& stop, const ProgressFn& progress)
{
    const InvestigationData& snapshot = *question.snapshot;
    const Result<CaseFile> file = CaseFile::open(snapshot.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    const std::unique_ptr<Selected> selected = selectionOf(question);
    AssessSelection& selection = selected->selection;
    Result<std::vector<Pin>> pins = casework::activePins(*file, snapshot.caseInfo);
    if (!pins)
        return pins.error();
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(*file, snapshot.caseInfo, snapshot.dataset);
    Result<AssessmentResult> result = assess(snapshot.context, evidence.plan, selection, stop, progress, samples.get());
    if (!result)
        return result.error();
    evidence.analysis = std::move(result->analyses.front());
    evidence.assessments = std::move(result->assessments);
    evidence.hasResult = true;
    return {};
}

Result<void> addPreflight(Evidence& evidence, const EvidenceQuestion& question, const std::stop_token& stop)
{
    Result<std::vector<Analysis>> designs =
        preflight(question.snapshot->context, evidence.plan, selectionOf(question)->selection, stop);
    if (!designs)
        return designs.error();
    evidence.analysis = std::move(designs->front());
    return {};
}

// Freezes the plan, or counts a look at a result of another one. Gives the plan to compute with.
Result<AnalysisPlan> writePlan(
    const EvidenceQuestion& question, CaseFile& file, AnalysisPlan plan, const std::optional<AnalysisPlan>& frozen)
{
    const InvestigationData& snapshot = *question.snapshot;
    if (question.wish == EvidenceWish::Freeze) {
        if (frozen)
            return *frozen; // somebody else was first
        if (const Result<void> put =
                casework::freezePlan(file, snapshot.caseInfo, plan, "frozen by the user before the first result");
            !put)
            return put.error();
        return plan;
    }
    if (!frozen)
        return Error{ErrorCode::NotAvailable, "plan", "freeze the plan first; other parameters are tried after it"};
    casework::PlanRequest request;
    request.stated = std::move(plan);
    return casework::planForResult(file, snapshot.caseInfo, snapshot.context, request);
}

// The file is closed again: computing takes long, and others read meanwhile.
Result<void> choosePlan(const EvidenceQuestion& question, Evidence& evidence)
{
    const InvestigationData& snapshot = *question.snapshot;
    const bool isWriting = question.wish == EvidenceWish::Freeze || question.wish == EvidenceWish::Explore;
    Result<CaseFile> file = isWriting ? CaseFile::open(snapshot.path, OpenMode::ReadWrite, currentActor())
                                      : CaseFile::open(snapshot.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    const Result<std::optional<AnalysisPlan>> frozen = casework::frozenPlan(*file, snapshot.caseInfo);
    if (!frozen)
        return frozen.error();
    evidence.isFrozen = frozen->has_value() || question.wish == EvidenceWish::Freeze;
    const bool isAsFrozen = frozen->has_value() && question.wish == EvidenceWish::Look;
    Result<AnalysisPlan> plan = isAsFrozen ? Result<AnalysisPlan>(**frozen)
                                           : casework::draftPlan(snapshot.context, *frozen, question.overrides);
    if (plan && isWriting)
        plan = writePlan(question, *file, std::move(*plan), *frozen);
    if (!plan)
        return plan.error();
    evidence.plan = std::move(*plan);
    evidence.hasWritten = isWriting;
    const Result<bool> isLater = isLaterChoice(question, *file);
    if (!isLater)
        return isLater.error();
    evidence.isLaterChoice = *isLater;
    evidence.plan.exploratory = evidence.plan.exploratory || *isLater;
    return {};
}

} // namespace

const FailureAssessment* Evidence::assessmentOf(const std::string& failure) const
{
    const auto found = std::find_if(assessments.begin(), assessments.end(),
        [&](const FailureAssessment& assessment) { return assessment.deviationId == failure; });
    return found != assessments.end() ? &*found : nullptr;
}

Result<Evidence> evidenceOf(const EvidenceQuestion& question, const std::stop_token& stop, const ProgressFn& progress)
{
    Evidence evidence;
    evidence.classification = question.classification;
    if (const Result<void> chosen = choosePlan(question, evidence); !chosen)
        return chosen.error();
    const Result<WindowOptions> window =
        optionsOf(evidence.plan, question.classification, question.snapshot->context.configuration);
    if (!window)
        return window.error();
    evidence.window = *window;
    const Result<const PlanTemplates*> templates = templatesOf(evidence.plan, question.snapshot->context.configuration);
    if (!templates)
        return templates.error();
    evidence.templates = **templates;
    const auto named = evidence.plan.perClassification.find(question.classification);
    evidence.templateName = named != evidence.plan.perClassification.end()
        ? named->second
        : (*templates)->match(question.classification).name;
    const bool isResult = evidence.isFrozen && question.wish != EvidenceWish::Preflight;
    const Result<void> added =
        isResult ? addResult(evidence, question, stop, progress) : addPreflight(evidence, question, stop);
    if (!added)
        return added.error();
    return evidence;
}

Result<std::optional<Candidate>> recountOf(const EvidenceQuestion& question, const WindowOptions& window,
    const CandidateName& candidate, const std::stop_token& stop)
{
    const std::unique_ptr<Selected> selected = selectionOf(question);
    return recount(
        question.snapshot->context, question.classification, selected->selection.sentinels, window, candidate, stop);
}

} // namespace antecedent::app
