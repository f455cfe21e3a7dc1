// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exact test of failed against good batches (method.md C2): Fisher's test, and over strata the exact conditional test
// by convolution of the hypergeometrics with a common odds ratio. Always show the crude result beside the stratified
// one. Threads: pure.

#include "model/evidence/statistics/exact_family.h"

#include <span>

namespace antecedent::statistics {

struct TwoByTwo
{
    int casesExposed = 0;
    int cases = 0;
    int controlsExposed = 0;
    int controls = 0;
};

struct FisherResult
{
    TwoByTwo total; // summed over the strata
    int informative = 0; // strata whose table is not fixed by its margins
    ExactResult exact;
    std::optional<double> mantelHaenszel; // unset: no information, or unbounded
};

// The family of the number of exposed cases over all strata, for sums with other designs.
ExactFamily fisherFamily(std::span<const TwoByTwo> strata);
// One table gives Fisher's exact test. Tables with impossible counts are left out.
FisherResult fisherTest(std::span<const TwoByTwo> strata);
// All strata added up to one table.
FisherResult crudeFisherTest(std::span<const TwoByTwo> strata);
// The smallest p that a design with these numbers of cases and controls can reach for any exposure.
double smallestReachableByBatch(std::span<const TwoByTwo> strata);

} // namespace antecedent::statistics
