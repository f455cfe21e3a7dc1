// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence.h"

#include "app/casework/case_pins.h"
#include "model/evidence/assess.h"
#include "model/timeline/dataset_loader.h"

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

AssessSelection selectionOf(const std::string& classification, const Dataset& dataset)
{
    AssessSelection selection;
    // By failures: an empty classification would mean all of them.
    for (const Deviation& d : dataset.deviations)
        if (d.classification == classification)
            selection.failures.push_back(d.id);
    return selection;
}

Result<void> addResult(
    Evidence& evidence, const InvestigationData& snapshot, const std::stop_token& stop, const ProgressFn& progress)
{
    const Result<CaseFile> file = CaseFile::open(snapshot.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    AssessSelection selection = selectionOf(evidence.classification, snapshot.dataset);
    Result<std::vector<Pin>> pins = casework::activePins(*file, snapshot.caseInfo);
    if (!pins)
        return pins.error();
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(*file, snapshot.caseInfo, snapshot.dataset);
    Result<AssessmentResult> result =
        assess(snapshot.context, evidence.plan, selection, builtinPlanTemplates(), stop, progress, samples.get());
    if (!result)
        return result.error();
    evidence.analysis = std::move(result->analyses.front());
    evidence.assessments = std::move(result->assessments);
    evidence.hasResult = true;
    return {};
}

Result<void> addPreflight(Evidence& evidence, const InvestigationData& snapshot, const std::stop_token& stop)
{
    Result<std::vector<Analysis>> designs = preflight(snapshot.context, evidence.plan,
        selectionOf(evidence.classification, snapshot.dataset), builtinPlanTemplates(), stop);
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
    return casework::planForResult(file, snapshot.caseInfo, snapshot.dataset, request);
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
    Result<AnalysisPlan> plan =
        isAsFrozen ? Result<AnalysisPlan>(**frozen) : makePlan(snapshot.dataset, question.overrides);
    if (plan && isWriting)
        plan = writePlan(question, *file, std::move(*plan), *frozen);
    if (!plan)
        return plan.error();
    evidence.plan = std::move(*plan);
    evidence.hasWritten = isWriting;
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
    const InvestigationData& snapshot = *question.snapshot;
    Evidence evidence;
    evidence.classification = question.classification;
    if (const Result<void> chosen = choosePlan(question, evidence); !chosen)
        return chosen.error();
    const Result<WindowOptions> window = optionsOf(evidence.plan, question.classification);
    if (!window)
        return window.error();
    evidence.window = *window;
    evidence.templateName = evidence.plan.perClassification[question.classification];
    const bool isResult = evidence.isFrozen && question.wish != EvidenceWish::Preflight;
    const Result<void> added =
        isResult ? addResult(evidence, snapshot, stop, progress) : addPreflight(evidence, snapshot, stop);
    if (!added)
        return added.error();
    return evidence;
}

} // namespace antecedent::app
