// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses the counters that the saw-tooth figure of a report shows, and the failures and controls on them. Threads:
// pure.

#include "model/report/compose/report_inputs.h"

#include <string>
#include <vector>

namespace antecedent {

// Of inputs.conditionAsset, empty if nothing was ever set back. Needs the
// failure, the options and the assessment in `inputs`.
std::vector<CounterHistory> countersOf(const ReportInputs& inputs);

} // namespace antecedent
