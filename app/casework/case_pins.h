// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pins of a case: physical evidence that a person recorded, as documents of the file, so that every one has its
// audit entry and its older versions. Errors: InvestigationDamaged, those of the store. Threads: that of the file.

#include "model/evidence/pin_json.h"
#include "model/store/case_file.h"

#include <vector>

namespace antecedent::casework {

struct StoredPin
{
    KeptPin kept;
    Timestamp stored{}; // of its newest version
};

// All pins ever made in the case, ascending by id; those that were taken back too.
Result<std::vector<StoredPin>> storedPins(const CaseFile& file, const CaseInfo& info);
// Those that stand.
Result<std::vector<Pin>> activePins(const CaseFile& file, const CaseInfo& info);
Result<void> storePin(CaseFile& file, const CaseInfo& info, const KeptPin& kept);

} // namespace antecedent::casework
