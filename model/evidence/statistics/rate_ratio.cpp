// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/rate_ratio.h"

#include <cmath>

namespace antecedent::statistics {

ExactResult rateRatioTest(std::span<const RiskTime> assets)
{
    ExactFamily family;
    int observed = 0;
    for (const RiskTime& asset : assets) {
        if (asset.failures < 1 || asset.riskTime <= 0 || asset.otherTime <= 0)
            continue;
        family = convolve(family, binomialFamily(asset.failures, asset.riskTime / asset.otherTime));
        observed += asset.failuresInRisk;
    }
    return infer(family, observed);
}

double upperShareOfNone(int failures, double alpha)
{
    return failures < 1 ? 1.0 : 1 - std::pow(alpha, 1.0 / failures);
}

} // namespace antecedent::statistics
