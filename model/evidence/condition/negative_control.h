// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Negative control of a condition: the same test on an unrelated asset of the same kind, one that the failed batches
// did not use, at its last use before each failure. If that is beyond its matched range too, the failures share a time
// or a schedule with it rather than a cause. Threads: pure.

#include "model/evidence/condition/cause_tests.h"

namespace antecedent::condition {

struct NegativeControl
{
    AssetIndex peer;
    int casesExposed = 0;
    int cases = 0;
    double p = 1; // exact, one-sided
};

// The first peer by id that has a use before any failure; nullopt if there is none.
std::optional<NegativeControl> negativeControl(
    const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset);

} // namespace antecedent::condition
