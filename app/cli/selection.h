// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the words of the command line to the selections and windows of the core. Errors: InvalidArgument with the
// option.

#include "app/cli/investigation.h"
#include "model/alignment/sentinels.h"
#include "model/alignment/window_options.h"

namespace antecedent::cli {

// Where a word is given, it replaces the one in `base`.
Result<WindowOptions> windowOptions(const WindowArguments& arguments, const WindowOptions& base = {});

// The failures that --failure, --classification and --where choose. A --where that names a tag chooses excursions of
// its values; one that matches no deviation chooses events; both are `sentinel`. A --classification may be the id of a
// choice that the case keeps (SEN-001). Error NoFailures only if `mustExist`.
struct ChosenFailures
{
    FailureSet set;
    std::optional<SentinelRule> sentinel; // unset: deviations
};
Result<ChosenFailures> chooseFailures(const Investigation& investigation, const SelectionArguments& selection,
    const WindowOptions& window, bool mustExist);

// --hysteresis and --min-duration. Errors: InvalidArgument.
Result<ExcursionRule> excursionRule(const std::string& hysteresis, const std::string& minimum);

// An opened investigation with the chosen failures and the windows around them, as `align` and `graph` use it.
struct AlignedSelection
{
    std::unique_ptr<Investigation> investigation;
    FailureSet failures;
    Alignment alignment;
};
Result<AlignedSelection> openAndAlign(Session& session, const AnalysisOptions& options, bool mustExist);

} // namespace antecedent::cli
