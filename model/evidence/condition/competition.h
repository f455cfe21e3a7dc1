// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Causes compete for the failures of one classification: assets, rivals, and none of them. The share of each cause is
// learnt from all failures of the class (empirical Bayes, by expectation and maximisation), with a prior that weighs as
// much as a few failures, so that one failure alone is judged by its own evidence and many support each other. The
// result is a posterior weight per cause and failure; it orders suspects and is not a p-value. Threads: pure.

#include "model/evidence/condition/rivals.h"

namespace antecedent::condition {

struct CaseInput
{
    std::vector<Suspect> suspects; // ascending by asset
    RivalMasses rivals;
};

struct CaseWeights
{
    std::map<AssetIndex, double> assets;
    std::map<RivalKey, double> rivals;
    double none = 1;
    double allAssets = 0;
};

// `assetMass`: of all assets together, relative to the masses of rivals. One result per input.
std::vector<CaseWeights> compete(const std::vector<CaseInput>& cases, const RivalFinder& rivals, double assetMass);

} // namespace antecedent::condition
