// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/fisher_test.h"

#include "model/evidence/statistics/log_math.h"

#include <cmath>

namespace antecedent::statistics {

namespace {

bool isPossible(const TwoByTwo& t)
{
    return t.casesExposed >= 0 && t.casesExposed <= t.cases && t.controlsExposed >= 0
        && t.controlsExposed <= t.controls;
}

} // namespace

ExactFamily fisherFamily(std::span<const TwoByTwo> strata)
{
    ExactFamily family;
    for (const TwoByTwo& t : strata)
        if (isPossible(t))
            family = convolve(family, hypergeometricFamily(t.cases, t.controls, t.casesExposed + t.controlsExposed));
    return family;
}

FisherResult fisherTest(std::span<const TwoByTwo> strata)
{
    FisherResult result;
    double numerator = 0;
    double denominator = 0;
    for (const TwoByTwo& t : strata) {
        if (!isPossible(t))
            continue;
        result.total.casesExposed += t.casesExposed;
        result.total.cases += t.cases;
        result.total.controlsExposed += t.controlsExposed;
        result.total.controls += t.controls;
        const int exposed = t.casesExposed + t.controlsExposed;
        result.informative += hypergeometricFamily(t.cases, t.controls, exposed).isDegenerate() ? 0 : 1;
        const double n = t.cases + t.controls;
        if (n > 0) {
            numerator += static_cast<double>(t.casesExposed) * (t.controls - t.controlsExposed) / n;
            denominator += static_cast<double>(t.cases - t.casesExposed) * t.controlsExposed / n;
        }
    }
    result.exact = infer(fisherFamily(strata), result.total.casesExposed);
    if (denominator > 0)
        result.mantelHaenszel = numerator / denominator;
    return result;
}

FisherResult crudeFisherTest(std::span<const TwoByTwo> strata)
{
    TwoByTwo sum;
    for (const TwoByTwo& t : strata) {
        if (!isPossible(t))
            continue;
        sum.casesExposed += t.casesExposed;
        sum.cases += t.cases;
        sum.controlsExposed += t.controlsExposed;
        sum.controls += t.controls;
    }
    return fisherTest(std::span(&sum, 1));
}

double smallestReachableByBatch(std::span<const TwoByTwo> strata)
{
    double logP = 0;
    for (const TwoByTwo& t : strata)
        if (t.cases > 0 && t.controls > 0) // all cases and no control exposed
            logP -= logChoose(t.cases + t.controls, t.cases);
    return std::exp(logP);
}

} // namespace antecedent::statistics
