// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the words of the command line to the selections and windows of the core. Errors: InvalidArgument with the
// option.

#include "app/cli/investigation.h"
#include "model/alignment/failures.h"
#include "model/alignment/filter.h"
#include "model/alignment/window_options.h"

namespace antecedent::cli {

// Where a word is given, it replaces the one in `base`.
Result<WindowOptions> windowOptions(const WindowArguments& arguments, const WindowOptions& base = {});

// The failures that --failure, --classification and --where choose. A --where that matches no deviation chooses events
// as sentinels. Error NoFailures only if `mustExist`.
Result<FailureSet> chooseFailures(const Investigation& investigation, const SelectionArguments& selection,
    const WindowOptions& window, bool mustExist);

// An opened investigation with the chosen failures and the windows around them, as `align` and `graph` use it.
struct AlignedSelection
{
    std::unique_ptr<Investigation> investigation;
    FailureSet failures;
    Alignment alignment;
};
Result<AlignedSelection> openAndAlign(Session& session, const AnalysisOptions& options, bool mustExist);

} // namespace antecedent::cli
