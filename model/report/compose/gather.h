// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects what a report of one failure needs from alignment, facts and evidence. Custody, versions and the case come
// from the caller, who has the store. Threads: pure but for the sample reader.

#include "model/base/result.h"
#include "model/report/compose/report_inputs.h"

#include <string_view>

namespace antecedent {

struct GatherOptions
{
    std::size_t chronologyRows = 60;
    std::size_t plots = 2; // process data lanes in the timeline figure
    int goodBatches = 10; // to compare with
    int sequenceNodes = 18; // in the sequence figure
};

// Fills context, assessment, failure, window, facts and plots of `inputs`; what is there already (custody, versions)
// stays. `options` are the window options of the failure's classification under the plan. `samples` may be null.
// Errors: UnknownFailure.
Result<ReportInputs> gatherReport(const AlignmentContext& context, const AssessmentResult& assessment,
    std::string_view failure, const WindowOptions& window, ReportInputs inputs, SampleReader* samples = nullptr,
    const GatherOptions& options = {});

} // namespace antecedent
