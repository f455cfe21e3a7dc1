// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/assess.h"

#include "model/evidence/analysis.h"
#include "model/evidence/attribution.h"
#include "model/evidence/candidates_counters.h"
#include "model/evidence/condition/batch_assessment.h"
#include "model/evidence/pins.h"
#include "model/evidence/plan.h"

#include <algorithm>
#include <memory>
#include <set>

namespace antecedent {

namespace {

struct Wanted
{
    std::set<std::string> failures;
    std::set<std::string> classifications; // ascending
};

Result<Wanted> wantedOf(const Dataset& dataset, const AssessSelection& selection)
{
    Wanted wanted;
    if (selection.sentinels != nullptr) {
        for (const Failure& failure : selection.sentinels->failures)
            wanted.failures.insert(failure.id);
        wanted.classifications.insert(selection.sentinelName);
    }
    const bool isByDeviation = selection.sentinels == nullptr;
    for (const std::string& id : selection.failures)
        if (dataset.findDeviation(id) == nullptr)
            return Error{ErrorCode::UnknownFailure, id, "no failure has this id"};
    for (const Deviation& d : dataset.deviations) {
        if (!isByDeviation)
            break;
        if (!selection.failures.empty()
            && std::find(selection.failures.begin(), selection.failures.end(), d.id) == selection.failures.end())
            continue;
        if (!selection.classification.empty() && d.classification != selection.classification)
            continue;
        wanted.failures.insert(d.id);
        wanted.classifications.insert(d.classification);
    }
    if (wanted.failures.empty())
        return Error{ErrorCode::NoFailures, {}, "there is no failure in the selection"};
    return wanted;
}

Result<Design> designOf(const AlignmentContext& context, const AssessSelection& selection,
    const std::string& classification, const WindowOptions& options, const std::stop_token& stop)
{
    return selection.sentinels != nullptr ? buildDesign(context, classification, *selection.sentinels, options, stop)
                                          : buildDesign(context, classification, options, stop);
}

// Over all classifications; reachable p and power are those of the best design among them.
Preflight joinedPreflight(const std::vector<Analysis>& analyses)
{
    Preflight all;
    std::vector<int> controls;
    for (const Analysis& a : analyses) {
        const Preflight& p = a.preflight;
        all.failures += p.failures;
        all.failuresUsable += p.failuresUsable;
        all.candidatesTried += p.candidatesTried;
        all.candidatesTestable += p.candidatesTestable;
        if (p.failuresUsable > 0)
            controls.push_back(p.controlsPerFailure);
        if (p.smallestReachableP && (!all.smallestReachableP || *p.smallestReachableP < *all.smallestReachableP))
            all.smallestReachableP = p.smallestReachableP;
        if (p.powerAtOr5 && (!all.powerAtOr5 || *p.powerAtOr5 > *all.powerAtOr5))
            all.powerAtOr5 = p.powerAtOr5;
        for (const Phrase& note : p.notes)
            if (std::find(all.notes.begin(), all.notes.end(), note) == all.notes.end())
                all.notes.push_back(note);
    }
    std::sort(controls.begin(), controls.end());
    all.controlsPerFailure = controls.empty() ? 0 : controls[controls.size() / 2];
    return all;
}

// The condition model of the site, if any wanted failure names a batch.
Result<std::unique_ptr<const condition::ConditionModel>> conditionModel(
    const AlignmentContext& context, const Wanted& wanted, SampleReader* samples, const std::stop_token& stop)
{
    const auto& deviations = context.dataset.deviations;
    const bool isByBatch = std::any_of(deviations.begin(), deviations.end(),
        [&](const Deviation& d) { return d.batch.valid() && wanted.classifications.contains(d.classification); });
    if (!isByBatch)
        return std::unique_ptr<const condition::ConditionModel>();
    return condition::ConditionModel::build(context, samples, stop);
}

// One classification: its analysis, and an assessment of each of its failures.
struct Assessed
{
    Analysis analysis;
    std::vector<FailureAssessment> assessments;
};

Result<Assessed> assessClass(const AlignmentContext& context, const ConditionFacts& facts, const Design& design,
    const condition::ConditionModel* model, bool isExploratory, const PinBook& pins, const std::stop_token& stop)
{
    condition::ClassEvidence evidence;
    AnalysisOptions options;
    options.isExploratory = isExploratory;
    if (model != nullptr) {
        evidence = condition::weighClass(*model, design.classification, pins);
        options.further = condition::testedCandidates(evidence);
    }
    // Counters of failures that name a batch are ranked among batches already.
    for (TestedCandidate& tested : counterCandidates(facts, design))
        if (evidence.cases.empty() || tested.candidate.design != "rank")
            options.further.push_back(std::move(tested));
    Result<Analysis> analysis = analyse(context, design, options, stop);
    if (!analysis)
        return analysis.error();
    Assessed assessed;
    assessed.analysis = std::move(*analysis);
    if (!evidence.cases.empty())
        assessed.analysis.preflight.notes.push_back(condition::methodNote(*model));
    assessed.assessments = attribute(context, design, assessed.analysis, pins);
    if (!evidence.cases.empty())
        condition::attributeByBatches(*model, evidence, pins, assessed.analysis, assessed.assessments);
    pins.apply(context.dataset, assessed.analysis, assessed.assessments);
    return assessed;
}

} // namespace

Result<AssessmentResult> assess(const AlignmentContext& context, const AnalysisPlan& plan,
    const AssessSelection& selection, const std::stop_token& stop, const ProgressFn& progress, SampleReader* samples)
{
    const Result<Wanted> wanted = wantedOf(context.dataset, selection);
    if (!wanted)
        return wanted.error();
    const auto model = conditionModel(context, *wanted, samples, stop);
    if (!model)
        return model.error();
    const ConditionFacts facts(context);
    const PinBook pins(context.dataset, selection.pins);
    AssessmentResult result;
    result.plan = plan;
    std::uint64_t done = 0;
    for (const std::string& classification : wanted->classifications) {
        const Result<WindowOptions> options = optionsOf(plan, classification, context.configuration);
        if (!options)
            return options.error();
        const Result<Design> design = designOf(context, selection, classification, *options, stop);
        if (!design)
            return design.error();
        Result<Assessed> assessed = assessClass(context, facts, *design, model->get(), plan.exploratory, pins, stop);
        if (!assessed)
            return assessed.error();
        for (FailureAssessment& assessment : assessed->assessments)
            if (wanted->failures.contains(assessment.deviationId))
                result.assessments.push_back(std::move(assessment));
        result.analyses.push_back(std::move(assessed->analysis));
        if (progress)
            progress({classification, ++done, wanted->classifications.size()});
    }
    std::sort(result.assessments.begin(), result.assessments.end(),
        [](const FailureAssessment& a, const FailureAssessment& b) { return a.deviationId < b.deviationId; });
    result.preflight = joinedPreflight(result.analyses);
    return result;
}

Result<std::vector<Analysis>> preflight(const AlignmentContext& context, const AnalysisPlan& plan,
    const AssessSelection& selection, const std::stop_token& stop)
{
    const Result<Wanted> wanted = wantedOf(context.dataset, selection);
    if (!wanted)
        return wanted.error();
    std::vector<Analysis> analyses;
    for (const std::string& classification : wanted->classifications) {
        const Result<WindowOptions> options = optionsOf(plan, classification, context.configuration);
        if (!options)
            return options.error();
        const Result<Design> design = designOf(context, selection, classification, *options, stop);
        if (!design)
            return design.error();
        Analysis analysis;
        analysis.classification = classification;
        for (const Failure& failure : design->alignment.failures)
            analysis.failures.push_back(failure.id);
        analysis.exclusions = design->exclusions;
        analysis.preflight = preflightOf(*design);
        analyses.push_back(std::move(analysis));
    }
    return analyses;
}

} // namespace antecedent
