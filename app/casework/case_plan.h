// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The analysis plan of a case: frozen once, before any result; other parameters afterwards are exploratory and counted.
// Errors: InvestigationDamaged, InvalidArgument, those of the store. Threads: that of the file.

#include "model/alignment/align.h"
#include "model/evidence/plan.h"
#include "model/store/case_file.h"

#include <optional>
#include <string>

namespace antecedent::casework {

// Kinds of documents of a case.
inline constexpr const char* kPlanKind = "plan";
inline constexpr const char* kPlanName = "analysis";
inline constexpr const char* kLooksKind = "exploratory_looks";
inline constexpr const char* kSentinelKind = "sentinel"; // events chosen as failures (case_sentinels.h)

// What a result is asked for with; empty: the case's own plan.
struct PlanRequest
{
    PlanOverrides overrides;
    std::optional<AnalysisPlan> stated; // a whole plan instead of overrides

    bool isEmpty() const { return overrides.isEmpty() && !stated; }
};

// The case's frozen plan, or nullopt.
Result<std::optional<AnalysisPlan>> frozenPlan(const CaseFile& file, const CaseInfo& info);
Result<void> freezePlan(CaseFile& file, const CaseInfo& info, const AnalysisPlan& plan, const std::string& reason);

// A plan by the templates of the frozen plan, or by those of the file if none is frozen.
Result<AnalysisPlan> draftPlan(
    const AlignmentContext& context, const std::optional<AnalysisPlan>& frozen, const PlanOverrides& overrides);

// The plan to compute a result with: freezes the templates first if the case has no plan yet; another plan than the
// frozen one is exploratory and counts a look. The file must be open for writing for that.
Result<AnalysisPlan> planForResult(
    CaseFile& file, const CaseInfo& info, const AlignmentContext& context, const PlanRequest& request = {});

// Whether the entry of the audit trail is about the plan, a look, the ledger, a report or a choice of events as
// failures: the data stay what they were.
bool keepsData(const AuditEntry& entry);

// True if planForResult() would change the file.
bool resultChangesFile(const Result<std::optional<AnalysisPlan>>& frozen, const PlanRequest& request);

} // namespace antecedent::casework
