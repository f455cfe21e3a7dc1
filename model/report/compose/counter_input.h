// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses the counters that the saw-tooth figure of a report shows, and the failures and controls on them. Threads:
// pure.

#include "model/report/compose/report_inputs.h"

#include <string>
#include <vector>

namespace antecedent {

// Of inputs.conditionAsset, at most three, each with other resets; empty if nothing was ever set back. Needs the
// failure, the options and the assessment in `inputs`.
std::vector<CounterHistory> countersOf(const ReportInputs& inputs);
// From before the first failure on the counters, or two resets back, to a little after t0.
Interval counterRange(const ReportInputs& inputs);
// "since preventive maintenance" for since_preventive.
std::string counterWords(const std::string& name);

} // namespace antecedent
