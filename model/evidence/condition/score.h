// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Condition score of an asset at each use, from the indicators of the last uses: what persists counts, what comes and
// goes does not. It is the sum of squares of the strongest indicators, discounted for their number. No unit; only its
// rank among uses means something. Threads: pure.

#include "model/evidence/condition/indicators.h"

namespace antecedent::condition {

// An indicator that leads a score at one use.
struct Leader
{
    std::uint32_t indicator = 0; // position in the asset's indicators
    double value = 0; // weighted, in standard deviations
};

struct AssetScore
{
    std::vector<double> scores; // per use of the unit
    std::vector<std::vector<Leader>> leaders; // per use, strongest first, at most kTopIndicators
};

using Scores = std::map<AssetIndex, AssetScore>;

Scores scoreConditions(const Plant& plant, const Indicators& indicators);

} // namespace antecedent::condition
