// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stratified rank-sum with its exact permutation distribution (method.md C5): are counters (hours since maintenance,
// ...) of the cases unusually high or low among the windows or batches of their own stratum? Ties get mid-ranks and are
// part of the distribution. A stratum may hold one case (matched windows) or several (batches). Values must not be NaN.
// Threads: pure. Cost: convolution over doubled integer ranks; designs beyond 4e8 steps use the normal approximation
// with continuity correction and say so.

#include <optional>
#include <span>
#include <vector>

namespace antecedent::statistics {

struct RankStratum
{
    std::vector<double> cases;
    std::vector<double> controls;
};

struct RankResult
{
    int strata = 0; // with at least one case and one control
    int cases = 0;
    int controls = 0;
    double pTwoSided = 1; // P(|S - mean| >= |observed - mean|)
    double pTwoSidedMid = 1;
    double pHigh = 1; // P(S >= observed): cases high
    double pLow = 1; // P(S <= observed): cases low
    double pSmallest = 1; // two-sided p of the most extreme outcome that the values allow
    std::optional<double> concordance; // chance that a case exceeds a control of its stratum, ties half
    bool isExact = true;
};

RankResult rankTest(std::span<const RankStratum> strata);

} // namespace antecedent::statistics
