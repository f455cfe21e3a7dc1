// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Clocks of the sources of a file: what the anchors say, and what people decided. A decision is a document of the whole
// file with a reason in the audit trail; withdrawing it is one more. Stored times never change. Threads: that of the
// file.

#include "model/alignment/clock_estimate.h"
#include "model/store/case_file.h"
#include "model/timeline/clock_decisions.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent::casework {

struct ClockStanding
{
    SourceIndex source; // of the dataset
    std::string category; // of events; empty: rows of other tables
    std::optional<ClockEstimate> estimate;
    std::optional<ClockDecision> decision; // the latest, withdrawn ones too
};

// All that can be compared or is decided, in order of source and category. `stated` holds times as the sources state
// them (LoadOptions::correctsClocks false).
Result<std::vector<ClockStanding>> clockStandings(
    const CaseFile& file, const Dataset& stated, std::vector<ClockEstimate> estimates);

// The decision that an estimate asks for. It must differ.
ClockDecision decisionOf(const Dataset& stated, const ClockEstimate& estimate);

// Errors: InvalidArgument for a source with process data, which is the clock that the others are set by, and for a
// withdrawal of what is not accepted; those of the store.
Result<void> acceptClock(CaseFile& file, const Dataset& stated, SourceIndex source, const std::string& category,
    const ClockDecision& decision, const std::string& reason);
Result<void> withdrawClock(
    CaseFile& file, const Dataset& stated, SourceIndex source, const std::string& category, const std::string& reason);

} // namespace antecedent::casework
