// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// plan, assess.

#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/casework/case_sentinels.h"
#include "app/cli/commands.h"
#include "app/cli/selection.h"
#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/plan_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

namespace antecedent::cli {

using namespace casework;

namespace {

using nlohmann::json;

json preflightJson(const Preflight& p)
{
    return {{"failures", p.failures}, {"failures_usable", p.failuresUsable},
        {"controls_per_failure", p.controlsPerFailure}, {"windows", p.windows}, {"windows_covered", p.windowsCovered},
        {"smallest_reachable_p", jsonNumber(p.smallestReachableP)}, {"power_at_or5", jsonNumber(p.powerAtOr5)},
        {"notes", p.notes}};
}

std::string number(std::optional<double> value)
{
    if (!value)
        return "–";
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", *value);
    return text;
}

void printPreflight(Session& session, const std::string& title, const Preflight& p)
{
    session.print(title + ": " + std::to_string(p.failuresUsable) + " of " + std::to_string(p.failures)
        + " failures usable, " + std::to_string(p.controlsPerFailure) + " controls each; smallest reachable p "
        + number(p.smallestReachableP) + ", power at odds ratio 5 " + number(p.powerAtOr5));
    for (const std::string& note : p.notes)
        session.print("  " + note);
}

std::string ratioText(const Candidate& c)
{
    if (!c.ciLow)
        return "odds ratio –";
    if (!c.ciHigh)
        return "odds ratio at least " + number(c.ciLow);
    return "odds ratio " + number(c.oddsRatio) + " (" + number(c.ciLow) + " to " + number(c.ciHigh) + ")";
}

std::optional<std::string> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

PlanOverrides overridesOf(const WindowArguments& arguments)
{
    PlanOverrides out;
    out.anchor = given(arguments.anchor);
    out.clock = given(arguments.clock);
    out.before = given(arguments.before);
    out.after = given(arguments.after);
    out.scope = given(arguments.scope);
    if (arguments.controls >= 0)
        out.controls = arguments.controls;
    return out;
}

// --plan FILE, else the overrides.
Result<PlanRequest> requestOf(const WindowArguments& arguments)
{
    PlanRequest request;
    if (arguments.planFile.empty()) {
        request.overrides = overridesOf(arguments);
        return request;
    }
    const Result<std::string> text = readFile(arguments.planFile);
    if (!text)
        return text.error();
    Result<AnalysisPlan> read = parsePlan(*text);
    if (!read)
        return Error{read.error().code, arguments.planFile, read.error().detail};
    request.stated = std::move(*read);
    return request;
}

void printResult(Session& session, const AssessmentResult& result)
{
    constexpr int kShown = 8;
    session.print("Plan " + printDigest(result.plan.hash).substr(0, 23)
        + (result.plan.exploratory ? " (exploratory)" : " (frozen)"));
    for (const Analysis& analysis : result.analyses) {
        printPreflight(session, analysis.classification, analysis.preflight);
        for (const Candidate& c : analysis.candidates) {
            if (c.rank > kShown)
                break;
            session.print("  " + std::to_string(c.rank) + ". " + c.name + ": " + toText(c.verdict) + ", "
                + std::to_string(c.caseExposed) + "/" + std::to_string(c.caseWindows) + " vs "
                + std::to_string(c.controlExposed) + "/" + std::to_string(c.controlWindows) + ", " + ratioText(c)
                + ", p " + number(c.pExact) + ", adjusted " + number(c.pAdjusted));
        }
        if (analysis.candidates.size() > static_cast<std::size_t>(kShown))
            session.print("  … " + std::to_string(analysis.candidates.size()) + " candidates in all");
    }
    for (const FailureAssessment& a : result.assessments)
        session.print(a.deviationId + ": " + toText(a.contribution)
            + (a.leadingAsset.empty() ? "" : ", leading " + a.leadingAsset) + ". " + a.statement.english());
}

} // namespace

int managePlan(Session& session, const PlanOptions& options)
{
    const auto opened =
        openInvestigation(session, options.file, options.freeze ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    const Result<std::optional<AnalysisPlan>> frozen = frozenPlan(inv.file, inv.caseInfo);
    if (!frozen)
        return session.fail(frozen.error());
    PlanOverrides overrides = overridesOf(options.window);
    if (!options.templateName.empty())
        overrides.templateName = options.templateName;
    Result<AnalysisPlan> plan = frozen->has_value() && overrides.isEmpty() ? Result<AnalysisPlan>(**frozen)
                                                                           : draftPlan(inv.context, *frozen, overrides);
    if (!plan)
        return session.fail(plan.error());
    bool isFrozen = frozen->has_value() && (*frozen)->hash == plan->hash;
    if (options.freeze && !isFrozen) {
        if (frozen->has_value())
            return session.fail({ErrorCode::InvalidArgument, "--freeze",
                "the case has a frozen plan already; open a new case for another plan"});
        if (const Result<void> put =
                freezePlan(inv.file, inv.caseInfo, *plan, "frozen by the user before the first result");
            !put)
            return session.fail(put.error());
        isFrozen = true;
    }
    const Result<std::vector<Analysis>> analyses = preflight(inv.context, *plan);
    if (!analyses && analyses.error().code != ErrorCode::NoFailures)
        return session.fail(analyses.error());
    if (session.isJson) {
        json list = json::array();
        if (analyses)
            for (const Analysis& a : *analyses)
                list.push_back(
                    {{"classification", a.classification}, {"template", plan->perClassification[a.classification]},
                        {"preflight", preflightJson(a.preflight)}});
        session.printJson({{"plan", json::parse(planJson(*plan))}, {"frozen", isFrozen}, {"analyses", list}});
        return kDone;
    }
    session.print("Plan " + printDigest(plan->hash) + (isFrozen ? " (frozen)" : " (draft)"));
    session.print("anchor " + plan->anchor + ", before " + plan->before + ", after " + plan->after + ", scope "
        + plan->scope + ", at most " + std::to_string(plan->controls) + " controls, correction " + plan->correction);
    if (analyses)
        for (const Analysis& a : *analyses)
            printPreflight(
                session, a.classification + " [" + plan->perClassification[a.classification] + "]", a.preflight);
    return kDone;
}

namespace {

// What is assessed, and under which standing of the failures.
struct Asked
{
    AssessSelection selection;
    ChosenFailures chosen;
    bool isLater = false; // chosen after the plan was frozen
    bool mustKeep = false; // a choice that the case has to keep before its plan is frozen
    bool isEmpty = false; // the selection matches nothing
    std::set<std::string> shown; // failures to print; empty: all that are assessed
};

Result<std::unique_ptr<Asked>> whatIsAsked(const Investigation& inv, const AnalysisOptions& options)
{
    auto asked = std::make_unique<Asked>();
    AssessSelection& selection = asked->selection;
    selection.failures = options.selection.failures;
    selection.classification = options.selection.classification;
    const bool isPlain = options.selection.where.empty() && options.selection.classification.empty();
    if (isPlain)
        return asked;
    const Result<WindowOptions> window = windowOptions(options.window);
    if (!window)
        return window.error();
    Result<ChosenFailures> chosen = chooseFailures(inv, options.selection, *window, false);
    if (!chosen)
        return chosen.error();
    asked->chosen = std::move(*chosen);
    FailureSet& set = asked->chosen.set;
    if (!asked->chosen.sentinel) {
        asked->isEmpty = !options.selection.where.empty() && set.failures.empty();
        if (!options.selection.where.empty())
            for (const Failure& failure : set.failures)
                selection.failures.push_back(failure.id);
        return asked;
    }
    const SentinelRule& rule = *asked->chosen.sentinel;
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    Result<ChoiceStanding> standing =
        standingOf(inv.file, inv.caseInfo, inv.context, rule, set, window->anchor, samples.get());
    if (!standing)
        return standing.error();
    using Kind = ChoiceStanding::Kind;
    asked->isLater = standing->kind == Kind::Later;
    asked->isEmpty = set.failures.empty();
    asked->mustKeep = standing->kind == Kind::Planned && !standing->sentinel && !asked->isEmpty;
    selection.classification.clear();
    selection.sentinelName = options.selection.where.empty() ? toText(rule) : options.selection.where;
    if (standing->kind == Kind::Among) { // the planned choice is analysed, and what was asked for is shown
        for (const Failure& failure : set.failures)
            asked->shown.insert(failure.id);
        set = std::move(standing->failures);
        selection.sentinelName = toText(standing->sentinel->rule);
    }
    selection.sentinels = &set;
    return asked;
}

// The plan, written first if there is none; with the choice of failures before it, so that it stands planned.
Result<AnalysisPlan> planFor(Investigation& inv, const AnalysisOptions& options, const Asked& asked)
{
    const Result<PlanRequest> request = requestOf(options.window);
    if (!request)
        return request.error();
    if (asked.isLater || asked.mustKeep || resultChangesFile(frozenPlan(inv.file, inv.caseInfo), *request)) {
        Result<CaseFile> writable = openFile(options.file, OpenMode::ReadWrite);
        if (!writable)
            return writable.error();
        inv.file = std::move(*writable);
    }
    if (asked.mustKeep) {
        const auto kept = addSentinel(inv.file, inv.caseInfo, inv.dataset, *asked.chosen.sentinel,
            "chosen with the first assessment, before the plan was frozen");
        if (!kept)
            return kept.error();
    }
    Result<AnalysisPlan> plan = planForResult(inv.file, inv.caseInfo, inv.context, *request);
    if (!plan || !asked.isLater)
        return plan;
    return planForLaterChoice(inv.file, inv.caseInfo, std::move(*plan), *asked.chosen.sentinel);
}

void keepShown(AssessmentResult& result, const std::set<std::string>& shown)
{
    if (!shown.empty())
        std::erase_if(result.assessments,
            [&](const FailureAssessment& assessment) { return !shown.contains(assessment.deviationId); });
}

} // namespace

int assessFailures(Session& session, const AnalysisOptions& options)
{
    auto opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    const Result<std::unique_ptr<Asked>> asked = whatIsAsked(inv, options);
    if (!asked)
        return session.fail(asked.error());
    AssessSelection& selection = (*asked)->selection;
    const Result<AnalysisPlan> plan = planFor(inv, options, **asked);
    if (!plan)
        return session.fail(plan.error());
    Result<std::vector<Pin>> pins = activePins(inv.file, inv.caseInfo);
    if (!pins)
        return session.fail(pins.error());
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    Result<AssessmentResult> result = (*asked)->isEmpty
        ? Result<AssessmentResult>(AssessmentResult{*plan, {}, {}, {}})
        : assess(inv.context, *plan, selection, session.stopToken(), session.progress(), samples.get());
    session.endProgress();
    if (!result)
        return session.fail(result.error());
    keepShown(*result, (*asked)->shown);
    if (session.isJson)
        session.print(toJson(*result));
    else
        printResult(session, *result);
    if ((*asked)->isEmpty)
        session.message("No failure matches; there is nothing to find.");
    else if ((*asked)->isLater)
        session.message("These failures were chosen after the plan was frozen: the result is exploratory.");
    return kDone;
}

} // namespace antecedent::cli
