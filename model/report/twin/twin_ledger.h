// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of the case in the twin: every entry as it is chained, and the items as they stand; and its check by a
// second path, which replays the entries as JSON and shares no code with model/conclusion. Internal to this folder.
// checkLedger throws nlohmann::json::exception on a malformed twin, which verifyNumbers() turns into a finding.

#include "model/report/compose/report_inputs.h"
#include "model/report/twin/record_index.h"
#include "model/report/twin/verify_twin.h"

#include <nlohmann/json_fwd.hpp>

namespace antecedent {

nlohmann::json ledgerTwin(const ReportInputs& inputs);
// Records that stand in the ledger, of any failure.
std::vector<RecordId> recordsOf(const Ledger& ledger);

namespace second {
void checkLedger(const nlohmann::json& twin, const RecordIndex& records, TwinVerification& result);
}

} // namespace antecedent
