// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counts the values of the saw-tooth figure again, from the resets and uses that the twin names and that must be
// records of the data, and checks that no record lies in what the timeline leaves out. Internal to this folder; shares
// no code with model/facts. Throws nlohmann::json::exception on a malformed twin, which verifyNumbers() turns into a
// finding.

#include "model/report/twin/record_index.h"
#include "model/report/twin/verify_twin.h"

#include <nlohmann/json_fwd.hpp>

namespace antecedent::second {

void checkCounters(const nlohmann::json& twin, const RecordIndex& records, TwinVerification& result);
void checkTimeline(const nlohmann::json& twin, const RecordIndex& records, TwinVerification& result);

} // namespace antecedent::second
