// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exact test of matched windows (case-crossover), method.md C1. One set per failure: its hazard window and its control
// windows. Given how many of the windows are exposed, the number of exposed hazard windows is Poisson-binomial.
// Threads: pure. Cost: sets are grouped by their odds first, so ten thousand sets take well below a second.

#include "model/evidence/statistics/exact_family.h"

#include <span>

namespace antecedent::statistics {

struct MatchedSet
{
    bool isCaseExposed = false;
    int exposed = 0; // windows exposed, the hazard window included
    int windows = 0; // all usable windows, the hazard window included
};

struct MatchedResult
{
    int sets = 0;
    int informative = 0; // sets with 0 < exposed < windows
    ExactResult exact; // of the informative sets
    std::optional<double> mantelHaenszel; // unset: no informative set, or unbounded
};

// Sets with impossible counts (exposed > windows, an exposed case in an unexposed set) are a caller's mistake; they are
// left out.
MatchedResult matchedTest(std::span<const MatchedSet> sets);
// The family of the informative sets alone, for power and what-if computations.
ExactFamily matchedFamily(std::span<const MatchedSet> sets);
// Smallest reachable p before any result is seen: one exposed window in each set.
double smallestReachable(std::span<const int> windowsPerSet);

} // namespace antecedent::statistics
