// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// case INV sentinel: events, or excursions of process values, as failures of a case; and what they are.

#include "app/casework/case_sentinels.h"
#include "app/cli/commands.h"
#include "app/cli/selection.h"
#include "app/cli/sentinel_text.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

using casework::StoredSentinel;
using nlohmann::json;

json ruleJson(const StoredSentinel& sentinel, bool isLater)
{
    const SentinelRule& rule = sentinel.rule;
    return {{"id", sentinel.id}, {"where", rule.where}, {"occurrence", rule.occurrence},
        {"hysteresis", rule.excursion.hysteresis}, {"min_duration_s", toSeconds(rule.excursion.minimum)},
        {"name", toText(rule)}, {"reason", jsonText(sentinel.reason)}, {"after_plan", isLater}};
}

json failureJson(const Investigation& inv, const Failure& failure)
{
    return {{"id", failure.id}, {"anchor", formatUtc(failure.anchor, precisionDigits(failure.precision))},
        {"anchor_from", failure.anchorFrom}, {"uncertainty_s", toSeconds(failure.uncertainty)},
        {"asset", jsonAsset(inv.dataset, failure.asset)}, {"batch", jsonBatch(inv.dataset, failure.batch)}};
}

int remove(Session& session, const CaseOptions& options)
{
    Result<CaseFile> file = openFile(options.file, OpenMode::ReadWrite);
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase(options.file.caseId);
    if (!info)
        return session.fail(info.error());
    if (const Result<void> removed = casework::removeSentinel(*file, *info, options.id, options.reason); !removed)
        return session.fail(removed.error());
    if (session.isJson)
        session.printJson({{"id", options.id}, {"removed", true}});
    else
        session.print("The case gives up " + options.id + ".");
    return kDone;
}

} // namespace

Result<std::vector<SentinelFailures>> sentinelFailures(const Investigation& inv)
{
    const auto stored = casework::storedSentinels(inv.file, inv.caseInfo);
    if (!stored)
        return stored.error();
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    std::vector<SentinelFailures> all;
    for (const StoredSentinel& sentinel : *stored) {
        if (sentinel.isRemoved)
            continue;
        Result<FailureSet> failures = selectSentinels(inv.context, sentinel.rule, {}, samples.get());
        if (!failures)
            return failures.error();
        const Result<bool> isLater = casework::isLaterThanPlan(inv.file, inv.caseInfo, sentinel.firstDocument);
        if (!isLater)
            return isLater.error();
        all.push_back({sentinel, std::move(*failures), *isLater});
    }
    return all;
}

json sentinelJson(const Investigation& inv, const SentinelFailures& one)
{
    json out = ruleJson(one.sentinel, one.isLater);
    json failures = json::array();
    for (const Failure& failure : one.failures.failures)
        failures.push_back(failureJson(inv, failure));
    json excluded = json::array();
    for (const ExcludedFailure& e : one.failures.excluded)
        excluded.push_back({{"failure", e.id}, {"reason", e.reason}});
    out["failures"] = std::move(failures);
    out["excluded"] = std::move(excluded);
    return out;
}

std::string sentinelLine(const SentinelFailures& one)
{
    return one.sentinel.id + "  " + toText(one.sentinel.rule) + "  "
        + counted(one.failures.failures.size(), "failure", "failures")
        + (one.failures.excluded.empty() ? "" : ", " + std::to_string(one.failures.excluded.size()) + " left out")
        + (one.isLater ? "  chosen after the plan was frozen: exploratory" : "")
        + (one.sentinel.reason.empty() ? "" : "  reason: " + one.sentinel.reason);
}

int manageSentinel(Session& session, const CaseOptions& options)
{
    if (options.isRemoved)
        return remove(session, options);
    if (options.chosen.where.empty())
        return session.fail({ErrorCode::InvalidArgument, "--where",
            "say which events, or which values of a tag, are failures: --where 'TT-101 > 80'"});
    const Result<ExcursionRule> excursion = excursionRule(options.chosen.hysteresis, options.chosen.minimum);
    if (!excursion)
        return session.fail(excursion.error());
    auto opened = openInvestigation(session, options.file, OpenMode::ReadWrite);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    const SentinelRule rule{options.chosen.where, options.chosen.occurrence, *excursion};
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    Result<FailureSet> failures = selectSentinels(inv.context, rule, {}, samples.get());
    if (!failures)
        return session.fail(failures.error());
    if (failures->failures.empty())
        return session.fail({ErrorCode::NoFailures, options.chosen.where,
            failures->excluded.empty() ? "nothing matches" : failures->excluded.front().reason.english()});
    const auto added = casework::addSentinel(inv.file, inv.caseInfo, inv.dataset, rule, options.reason);
    if (!added)
        return session.fail(added.error());
    const Result<bool> isLater = casework::isLaterThanPlan(inv.file, inv.caseInfo, added->firstDocument);
    if (!isLater)
        return session.fail(isLater.error());
    const SentinelFailures one{*added, std::move(*failures), *isLater};
    if (session.isJson)
        session.printJson(sentinelJson(inv, one));
    else
        session.print(sentinelLine(one));
    return kDone;
}

} // namespace antecedent::cli
