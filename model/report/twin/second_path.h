// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The exact test of a candidate by a second path: the weights of the number of exposed cases as a product of
// polynomials in the odds ratio, one factor per stratum, in extended precision (README.txt of a twin; method.md C1 and
// C2). Shares no code with model/evidence. Threads: pure.

#include <optional>
#include <vector>

namespace antecedent::second {

// One set of windows that are compared with each other.
struct Stratum
{
    int cases = 0;
    int casesExposed = 0;
    int windows = 0; // cases and controls
    int exposed = 0;
};

struct TestResult
{
    double p = 1;
    double pMid = 1;
    double pSmallest = 1;
    std::optional<double> ciLow; // unset: the observed number is the smallest possible
    std::optional<double> ciHigh; // unset: it is the greatest possible
    std::optional<double> oddsRatio;
};

TestResult exactTest(const std::vector<Stratum>& strata);
// Holm's adjusted values, in the order of the input.
std::vector<double> holm(const std::vector<double>& p);
double median(std::vector<double> values); // of at least one value

} // namespace antecedent::second
