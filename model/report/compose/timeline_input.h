// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the aligned window of a failure to the lanes of the timeline figure. Threads: pure.

#include "model/base/lexicon.h"
#include "model/report/compose/report_inputs.h"
#include "model/report/figures/timeline_figure.h"

#include <string>
#include <vector>

namespace antecedent {

struct TimelineInput
{
    TimelineFigure figure;
    std::vector<RecordId> records; // of the window, ascending
    Phrase note; // what is left out or put together, in words; may be empty
};

// Needs inputs.window.
TimelineInput timelineInput(const ReportInputs& inputs, const Lexicon& lexicon = Lexicon::english());

} // namespace antecedent
