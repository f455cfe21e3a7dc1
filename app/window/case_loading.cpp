// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/case_loading.h"

#include "app/casework/case_plan.h"
#include "app/casework/case_sentinels.h"

namespace antecedent::app {

using namespace widgets;

namespace {

Result<CasePlan> planOf(const CaseFile& file, const InvestigationData& data)
{
    const Result<std::optional<AnalysisPlan>> frozen = casework::frozenPlan(file, data.caseInfo);
    if (!frozen)
        return frozen.error();
    CasePlan plan;
    if (!*frozen)
        return plan;
    plan.isFrozen = true;
    plan.hash = printDigest((*frozen)->hash);
    for (const Failure& failure : data.failures) {
        if (plan.windows.contains(failure.classification))
            continue;
        const Result<WindowOptions> window = optionsOf(**frozen, failure.classification, data.context.configuration);
        if (!window)
            return window.error();
        plan.windows[failure.classification] = *window;
    }
    return plan;
}

} // namespace

Result<OpenedCase> openCase(const std::string& path, const std::string& caseId, const AnchorRule& anchor,
    const std::stop_token& stop, const ProgressFn& progress)
{
    Result<DataPtr> data = loadInvestigation(path, caseId, stop, progress);
    if (!data)
        return data.error();
    const Result<CaseFile> file = CaseFile::open(path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    const Result<std::vector<casework::StoredSentinel>> stored = casework::storedSentinels(*file, (*data)->caseInfo);
    if (!stored)
        return stored.error();
    FailureRule rule;
    rule.anchor = anchor;
    for (const casework::StoredSentinel& sentinel : *stored)
        if (!sentinel.isRemoved)
            rule.sentinels.push_back({sentinel.id, sentinel.rule, sentinel.reason, sentinel.firstDocument});
    if (rule != FailureRule{}) {
        data = withFailures(**data, std::move(rule), stop);
        if (!data)
            return data.error();
    }
    Result<CasePlan> plan = planOf(*file, **data);
    if (!plan)
        return plan.error();
    return OpenedCase{std::move(*data), std::move(*plan)};
}

} // namespace antecedent::app
