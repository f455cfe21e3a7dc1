// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/multiplicity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antecedent::statistics {

namespace {

std::vector<std::size_t> ascending(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    return order;
}

// Step-up: running minimum of p * factor / rank from the largest p down.
std::vector<double> adjustStepUp(std::span<const double> p, double factor)
{
    const std::vector<std::size_t> order = ascending(p);
    std::vector<double> result(p.size());
    double smallest = 1;
    for (std::size_t i = order.size(); i-- > 0;) {
        smallest = std::min(smallest, p[order[i]] * factor / static_cast<double>(i + 1));
        result[order[i]] = smallest;
    }
    return result;
}

} // namespace

std::vector<double> adjustHolm(std::span<const double> p)
{
    const std::vector<std::size_t> order = ascending(p);
    std::vector<double> result(p.size());
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, std::min(1.0, p[order[i]] * static_cast<double>(p.size() - i)));
        result[order[i]] = largest;
    }
    return result;
}

std::vector<double> adjustBenjaminiHochberg(std::span<const double> p)
{
    return adjustStepUp(p, static_cast<double>(p.size()));
}

std::vector<double> adjustBenjaminiYekutieli(std::span<const double> p)
{
    double harmonic = 0;
    for (std::size_t i = 1; i <= p.size(); ++i)
        harmonic += 1.0 / static_cast<double>(i);
    return adjustStepUp(p, static_cast<double>(p.size()) * harmonic);
}

Testability testability(std::span<const double> smallestP, double alpha)
{
    Testability result;
    const auto reachable = [&](int k) {
        return static_cast<int>(
            std::count_if(smallestP.begin(), smallestP.end(), [&](double p) { return p * k <= alpha; }));
    };
    while (reachable(result.factor) > result.factor)
        ++result.factor;
    for (const double p : smallestP) {
        const bool is = p * result.factor <= alpha;
        result.isTestable.push_back(is);
        result.testable += is ? 1 : 0;
    }
    return result;
}

double eValue(double riskRatio)
{
    if (riskRatio <= 0)
        return 1;
    const double ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio;
    return ratio + std::sqrt(ratio * (ratio - 1));
}

} // namespace antecedent::statistics
