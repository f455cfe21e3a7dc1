// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables that an analysis works by and that a site may replace: plan templates, which maintenance resets which
// counter, which asset can matter for which deviation. They come with the program; an investigation may have its own
// (Dataset::ownTables). Errors: InvalidTable. Threads: immutable once made.

#include "model/alignment/plan_templates.h"
#include "model/alignment/plausibility.h"
#include "model/alignment/reset_table.h"
#include "model/domain/dataset.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

// Their names in Dataset::ownTables.
inline constexpr std::string_view kPlanTemplatesTable = "plan_templates";
inline constexpr std::string_view kResetsTable = "resets";
inline constexpr std::string_view kPlausibilityTable = "plausibility";

struct Configuration
{
    PlanTemplates templates; // for new plans
    std::vector<PlanTemplates> earlier; // that the file had before; plans may have been frozen with them
    ResetTable resets;
    PlausibilityTable plausibility;

    // The templates of that hash; zeros stand for the built-in ones. Null: neither the file nor the program has them.
    const PlanTemplates* templatesOf(const Digest& hash) const;
};

const Configuration& builtinConfiguration();
// The file's own tables, the built-in ones where it has none.
Result<Configuration> parseConfiguration(const std::map<std::string, OwnTable>& own);

} // namespace antecedent
