// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Did the condition of an asset fall back after the corrective work that followed a failure? An exact rank test of the
// condition score before against after the work, on uses that are far enough apart to share no indicator value. The
// work itself is never an antecedent; that the condition changed with it is independent evidence of what it was.
// Threads: pure.

#include "model/evidence/condition/likelihood.h"

namespace antecedent::condition {

struct RepairChange
{
    const WorkOrder* order = nullptr; // first functional corrective work after the use
    double before = 0; // condition score at the failure's use
    std::optional<double> after; // median of the uses after the work; unknown if there are too few
    double p = 1; // exact, one-sided: before is higher
};

// nullopt if no functional corrective work began within kRepairUs after the use.
std::optional<RepairChange> changeAfterRepair(
    const Plant& plant, const Scores& scores, AssetIndex asset, std::uint32_t use);

} // namespace antecedent::condition
