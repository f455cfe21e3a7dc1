// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_plan.h"

#include "app/casework/case_configuration.h"
#include "app/casework/case_ledger.h"
#include "app/casework/case_report.h"

#include "model/evidence/plan_json.h"

namespace antecedent::casework {

namespace {

// Counts a look with these parameters: looks with equal plans count once.
Result<int> countLook(CaseFile& file, const CaseInfo& info, const AnalysisPlan& plan)
{
    const std::string name = toHex(plan.hash).substr(0, 16);
    const Result<StoredDocument> put = file.putDocument(
        info.id, kLooksKind, name, planJson(plan), false, "result with other parameters than the frozen plan");
    if (!put)
        return put.error();
    const Result<std::vector<StoredDocument>> looks = file.documents(info.id, kLooksKind);
    if (!looks)
        return looks.error();
    return static_cast<int>(looks->size());
}

} // namespace

Result<std::optional<AnalysisPlan>> frozenPlan(const CaseFile& file, const CaseInfo& info)
{
    const Result<std::optional<StoredDocument>> stored = file.document(info.id, kPlanKind, kPlanName);
    if (!stored)
        return stored.error();
    if (!stored->has_value() || !(*stored)->frozen)
        return std::optional<AnalysisPlan>();
    Result<AnalysisPlan> plan = parsePlan((*stored)->json);
    if (!plan)
        return Error{
            ErrorCode::InvestigationDamaged, file.path(), "the frozen plan can't be read: " + plan.error().detail};
    return std::optional(std::move(*plan));
}

Result<void> freezePlan(CaseFile& file, const CaseInfo& info, const AnalysisPlan& plan, const std::string& reason)
{
    const Result<StoredDocument> put = file.putDocument(info.id, kPlanKind, kPlanName, planJson(plan), true, reason);
    if (!put)
        return put.error();
    return {};
}

bool keepsData(const AuditEntry& entry)
{
    const auto isKind = [&](const char* kind) {
        return entry.after.find("\"kind\":\"" + std::string(kind) + "\"") != std::string::npos;
    };
    return entry.action == kReportKind
        || (entry.subject.starts_with("document:")
            && (isKind(kPlanKind) || isKind(kLooksKind) || isKind(kReportKind) || isKind(kSentinelKind)
                || isKind(kLedgerKind) || isKind(kAttachmentKind) || isKind(kApprovalKind)));
}

bool resultChangesFile(const Result<std::optional<AnalysisPlan>>& frozen, const PlanRequest& request)
{
    return !frozen || !frozen->has_value() || !request.isEmpty();
}

Result<AnalysisPlan> draftPlan(
    const AlignmentContext& context, const std::optional<AnalysisPlan>& frozen, const PlanOverrides& overrides)
{
    if (!frozen)
        return makePlan(context.dataset, overrides, context.configuration.templates);
    const Result<const PlanTemplates*> templates = templatesOf(*frozen, context.configuration);
    if (!templates)
        return templates.error();
    return makePlan(context.dataset, overrides, **templates);
}

Result<AnalysisPlan> planForResult(
    CaseFile& file, const CaseInfo& info, const AlignmentContext& context, const PlanRequest& request)
{
    const Result<std::optional<AnalysisPlan>> stored = frozenPlan(file, info);
    if (!stored)
        return stored.error();
    std::optional<AnalysisPlan> frozen = *stored;
    if (!frozen) {
        Result<AnalysisPlan> templates = draftPlan(context, frozen, {});
        if (!templates)
            return templates.error();
        if (const Result<void> put =
                freezePlan(file, info, *templates, "plan templates, frozen before the first result");
            !put)
            return put.error();
        frozen = std::move(*templates);
    }
    AnalysisPlan plan = *frozen;
    if (request.stated) {
        plan = *request.stated;
    } else if (!request.overrides.isEmpty()) {
        Result<AnalysisPlan> changed = draftPlan(context, frozen, request.overrides);
        if (!changed)
            return changed.error();
        plan = std::move(*changed);
    }
    if (plan.hash == frozen->hash)
        return plan;
    plan.exploratory = true;
    const Result<int> looks = countLook(file, info, plan);
    if (!looks)
        return looks.error();
    plan.looks = *looks;
    return plan;
}

} // namespace antecedent::casework
