// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A case as the window opens it: its data, its failures (deviations and chosen events) and what its plan says. Errors:
// those of loadInvestigation, storedSentinels and frozenPlan; Cancelled. Threads: any; the file is opened for the call.

#include "widgets/document/context.h"

namespace antecedent::app {

struct OpenedCase
{
    widgets::DataPtr data;
    widgets::CasePlan plan;
};

// An empty case id chooses the latest open case.
Result<OpenedCase> openCase(const std::string& path, const std::string& caseId, const AnchorRule& anchor,
    const std::stop_token& stop, const ProgressFn& progress);

} // namespace antecedent::app
