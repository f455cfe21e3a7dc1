// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much each asset at each use speaks for a bad condition: calibrated ranks of the condition score and of the drift
// between calibrations, and whether corrective work followed; divided by the asset's mean over good batches, so that a
// good batch has a ratio of about 1. Corrective work after the failure is evidence of the asset's condition, never an
// antecedent, so the exact tests use `findings`, which leave it out. Threads: pure.

#include "model/evidence/condition/score.h"

namespace antecedent::condition {

struct AssetRatios
{
    std::vector<double> ratios; // per use, with corrective work afterwards
    std::vector<double> findings; // per use, of score and drift alone
    std::vector<double> goodRatios; // of the good uses, ascending
    std::vector<double> goodFindings;
};

using Ratios = std::map<AssetIndex, AssetRatios>;

Ratios likelihoodRatios(const Plant& plant, const Scores& scores);

// Corrective work with a failure mode that says something about function (not ISO 14224 SER, OTH, UNK).
bool isFunctionalRepair(const WorkOrder& order);
// When work on it began: started, else reported; unknown if neither is stated.
TimeValue workBegin(const WorkOrder& order);

// Share of the sorted reference at or above v, with v itself: the exact one-sided rank of one case among its controls.
double upperRank(const std::vector<double>& ascending, double v);

} // namespace antecedent::condition
