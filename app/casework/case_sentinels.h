// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events that a person chose as failures of a case (semantics.md: a case is its failures, sources, plan …): a filter,
// which occurrence per asset, and why; kept as documents of the case, so that the audit trail has each, also a removal.
// Errors: InvalidFilter, InvalidArgument (the same is there already; no such
// sentinel),
// InvestigationDamaged, those of the store. Threads: that of the file.

#include "model/store/case_file.h"

#include <string>
#include <vector>

namespace antecedent::casework {

struct StoredSentinel
{
    std::string id; // SEN-001, per case
    std::string where; // filter in canonical form
    int occurrence = 0; // n-th per asset, 1 is the first; 0: all
    std::string reason;
    bool isRemoved = false;
    std::string removalReason;
    std::int64_t firstDocument = 0; // number among all documents of the file when it was chosen
};

// All that there ever were, ascending by id.
Result<std::vector<StoredSentinel>> storedSentinels(const CaseFile& file, const CaseInfo& info);
Result<StoredSentinel> addSentinel(
    CaseFile& file, const CaseInfo& info, const std::string& where, int occurrence, const std::string& reason);
Result<void> removeSentinel(CaseFile& file, const CaseInfo& info, const std::string& id, const std::string& reason);

// Whether it was chosen after the plan was frozen, so that its results are exploratory. False without a frozen plan.
Result<bool> isLaterThanPlan(const CaseFile& file, const CaseInfo& info, std::int64_t firstDocument);

} // namespace antecedent::casework
