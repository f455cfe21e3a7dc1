// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Batches that went through the same condition of an asset as a failed one: uses before and after it, and around other
// failures of the same asset and class, as long as the condition score stays high, never across a repair or an adjusted
// calibration, and across a planned maintenance only if a failure after it shows that the condition went on. A run of a
// skid stands for the next batch of the unit that it cleaned. Threads: pure.

#include "model/evidence/condition/likelihood.h"

#include <set>

namespace antecedent::condition {

struct AffectedBatch
{
    BatchIndex batch;
    Phrase reason;
};

// `alsoFailed`: uses of the same unit whose failures lead to the same asset; the uses in between are affected too.
// Ascending by batch.
std::vector<AffectedBatch> affectedBatches(const Plant& plant, const Scores& scores, AssetIndex asset,
    std::uint32_t use, const std::set<std::uint32_t>& alsoFailed);

} // namespace antecedent::condition
