// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The analysis plan as a value that is frozen before any result: which windows, scope and controls serve which
// classification (semantics.md "Plans"). Its hash leaves out time, looks and the exploratory mark. Threads: pure.

#include "model/alignment/configuration.h"
#include "model/domain/dataset.h"
#include "model/evidence/assessment.h"

#include <optional>

namespace antecedent {

// What a user states instead of the templates; unset parts come from the template of each classification.
struct PlanOverrides
{
    std::optional<std::string> templateName; // one template for all classifications
    std::map<std::string, std::string> templates; // classification -> template, before templateName
    std::optional<std::string> anchor;
    std::optional<std::string> clock;
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::optional<std::string> scope;
    std::optional<int> controls;

    bool isEmpty() const
    {
        return !templateName && templates.empty() && !anchor && !clock && !before && !after && !scope && !controls;
    }
    bool operator==(const PlanOverrides&) const = default;
};

// The plan of a dataset: each classification of its deviations matched to a template. Plain fields hold what is
// overridden; a field equal to "template" leaves it to the classification's template. Errors: InvalidArgument for an
// unknown template or a malformed option.
Result<AnalysisPlan> makePlan(const Dataset& dataset, const PlanOverrides& overrides = {},
    const PlanTemplates& templates = builtinPlanTemplates());

Digest hashPlan(const AnalysisPlan& plan);

// The templates that the plan was made with: a plan does not change because the file's templates do. Errors:
// NotAvailable.
Result<const PlanTemplates*> templatesOf(
    const AnalysisPlan& plan, const Configuration& configuration = builtinConfiguration());

// Window options of one classification under the plan. Errors: InvalidArgument, NotAvailable.
Result<WindowOptions> optionsBy(
    const PlanTemplates& templates, const AnalysisPlan& plan, const std::string& classification);
Result<WindowOptions> optionsOf(const AnalysisPlan& plan, const std::string& classification,
    const Configuration& configuration = builtinConfiguration());

} // namespace antecedent
