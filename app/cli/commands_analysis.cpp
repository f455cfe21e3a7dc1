// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// plan, assess.

#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/cli/commands.h"
#include "app/cli/selection.h"
#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/plan_json.h"

#include <nlohmann/json.hpp>

#include <cstdio>

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
            + (a.leadingAsset.empty() ? "" : ", leading " + a.leadingAsset) + ". " + a.statement);
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
    Result<AnalysisPlan> plan =
        frozen->has_value() && overrides.isEmpty() ? Result<AnalysisPlan>(**frozen) : makePlan(inv.dataset, overrides);
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

int assessFailures(Session& session, const AnalysisOptions& options)
{
    auto opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return session.fail(opened.error());
    const Result<PlanRequest> request = requestOf(options.window);
    if (!request)
        return session.fail(request.error());
    if (resultChangesFile(frozenPlan((*opened)->file, (*opened)->caseInfo), *request)) {
        Result<CaseFile> writable = openFile(options.file, OpenMode::ReadWrite);
        if (!writable)
            return session.fail(writable.error());
        (*opened)->file = std::move(*writable);
    }
    Investigation& inv = **opened;
    const Result<AnalysisPlan> plan = planForResult(inv.file, inv.caseInfo, inv.dataset, *request);
    if (!plan)
        return session.fail(plan.error());
    AssessSelection selection;
    selection.failures = options.selection.failures;
    selection.classification = options.selection.classification;
    FailureSet sentinels;
    if (!options.selection.where.empty()) {
        const Result<WindowOptions> window = windowOptions(options.window);
        if (!window)
            return session.fail(window.error());
        Result<FailureSet> chosen = chooseFailures(inv, options.selection, *window, false);
        if (!chosen)
            return session.fail(chosen.error());
        for (const Failure& failure : chosen->failures)
            if (failure.deviation != nullptr)
                selection.failures.push_back(failure.id);
        sentinels = std::move(*chosen);
        if (selection.failures.empty() && !sentinels.failures.empty()) {
            selection.sentinels = &sentinels;
            selection.sentinelName = options.selection.where;
        }
    }
    Result<std::vector<Pin>> pins = activePins(inv.file, inv.caseInfo);
    if (!pins)
        return session.fail(pins.error());
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    const bool selectsNothing =
        !options.selection.where.empty() && selection.failures.empty() && selection.sentinels == nullptr;
    Result<AssessmentResult> result = selectsNothing ? Result<AssessmentResult>(AssessmentResult{*plan, {}, {}, {}})
                                                     : assess(inv.context, *plan, selection, builtinPlanTemplates(),
                                                         session.stopToken(), session.progress(), samples.get());
    session.endProgress();
    if (!result)
        return session.fail(result.error());
    if (session.isJson)
        session.print(toJson(*result));
    else
        printResult(session, *result);
    if (selectsNothing)
        session.message("No failure matches; there is nothing to find.");
    return kDone;
}

} // namespace antecedent::cli
