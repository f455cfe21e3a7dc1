// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Failure rate in risk time against the other operating time of the same asset (method.md C4): conditional on the
// number of failures, those in risk time are binomial; over several assets the binomials convolve with a common rate
// ratio. Limits are Clopper-Pearson's, converted. Times in any one unit. Threads: pure.

#include "model/evidence/statistics/exact_family.h"

#include <span>

namespace antecedent::statistics {

struct RiskTime
{
    int failuresInRisk = 0;
    int failures = 0; // all
    double riskTime = 0;
    double otherTime = 0;
};

// `exact` ratios are rate ratios. Assets without risk time, without other time or without failures say nothing.
ExactResult rateRatioTest(std::span<const RiskTime> assets);
// Upper one-sided limit of the share in risk time when none of n failures fell into it: 1 - alpha^(1/n).
double upperShareOfNone(int failures, double alpha = 0.05);

} // namespace antecedent::statistics
