// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one family behind the exact tests: an integer statistic T with P(T = t | psi) proportional to weight(t) psi^t.
// It is the Poisson-binomial of matched windows (method.md C1), the non-central hypergeometric and its convolution over
// strata (C2), and the conditional binomial of rates (C4). Weights are kept as logarithms, so ten thousand sets neither
// overflow nor underflow; the weights of a sum are the convolution of the weights of its parts. All factors used here
// are log-concave (real-rooted generating polynomials), which the convolution uses to visit only terms that count.
// Units: psi is an odds ratio or a rate ratio. Threads: plain values and pure functions.

#include <optional>
#include <vector>

namespace antecedent::statistics {

struct ExactFamily
{
    int low = 0; // smallest value of T
    std::vector<double> logWeights{0.0}; // of low, low + 1, ...; never empty

    int high() const { return low + static_cast<int>(logWeights.size()) - 1; }
    bool isDegenerate() const { return logWeights.size() == 1; } // T is certain: nothing can be learnt
};

// T of the sum of two independent parts with a common psi.
ExactFamily convolve(const ExactFamily& a, const ExactFamily& b);
// T = number of successes in n trials with odds psi * odds each.
ExactFamily binomialFamily(int n, double odds);
// T = exposed among `cases` when `exposed` of cases + controls are exposed.
ExactFamily hypergeometricFamily(int cases, int controls, int exposed);

double upperTail(const ExactFamily& family, int t, double logPsi); // P(T >= t)
double lowerTail(const ExactFamily& family, int t, double logPsi); // P(T <= t)
double mass(const ExactFamily& family, int t, double logPsi); // P(T = t)

// What the exact tests say. A ratio that is unset is unbounded above; 0 means that it has no positive lower bound.
struct ExactResult
{
    int observed = 0;
    int low = 0; // range of the statistic in this design
    int high = 0;
    double p = 1; // one-sided, P(T >= observed | psi = 1)
    double pMid = 1;
    double pLower = 1; // the other side, P(T <= observed | psi = 1)
    double pSmallest = 1; // smallest reachable p of the design, P(T = high | psi = 1)
    double ciLow = 0; // exact 95 %
    std::optional<double> ciHigh;
    double ciLowMid = 0; // mid-p 95 %
    std::optional<double> ciHighMid;
    std::optional<double> medianUnbiased; // mid-p tail = 0.5
    std::optional<double> conditionalMl;
    std::optional<double> firth; // penalised; finite unless the design is degenerate
};

// `observed` is brought into the range of the family. A degenerate family gives p = 1, 0 to unbounded, and no ratios.
ExactResult infer(const ExactFamily& family, int observed);

} // namespace antecedent::statistics
