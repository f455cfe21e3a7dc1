// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many candidates (method.md C6) and how strong a hidden cause would have to be (C5). Threads: pure.

#include <span>
#include <vector>

namespace antecedent::statistics {

// Adjusted p-values in the order of the input, each at most 1.
std::vector<double> adjustHolm(std::span<const double> p);
std::vector<double> adjustBenjaminiHochberg(std::span<const double> p);
std::vector<double> adjustBenjaminiYekutieli(std::span<const double> p);

// Tarone 1990: tests that can't reach significance even at their smallest p leave the family. `factor` is the smallest
// k with at most k tests whose smallest reachable p is <= alpha / k; a test is testable if its smallest p is.
struct Testability
{
    int factor = 1;
    std::vector<bool> isTestable;
    int testable = 0;
};
Testability testability(std::span<const double> smallestP, double alpha = 0.05);

// VanderWeele and Ding: RR + sqrt(RR (RR - 1)); ratios below 1 are inverted first. At least 1.
double eValue(double riskRatio);

} // namespace antecedent::statistics
