// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The analysis plan of a case: frozen once, before any result; other parameters afterwards are exploratory and counted.

#include "app/cli/investigation.h"
#include "model/evidence/plan.h"

namespace antecedent::cli {

PlanOverrides overridesOf(const WindowArguments& arguments);

// The case's frozen plan, or nullopt.
Result<std::optional<AnalysisPlan>> frozenPlan(const CaseFile& file, const CaseInfo& info);
Result<void> freezePlan(CaseFile& file, const CaseInfo& info, const AnalysisPlan& plan, const std::string& reason);

// The plan of a command that computes a result: freezes the templates first if the case has no plan yet; applies the
// overrides or --plan FILE, which make it exploratory and count a look. The file must be open for writing for that.
Result<AnalysisPlan> planForResult(Investigation& investigation, const WindowArguments& arguments);

// True if planForResult() would change the file.
bool resultChangesFile(const Result<std::optional<AnalysisPlan>>& frozen, const WindowArguments& arguments);

} // namespace antecedent::cli
