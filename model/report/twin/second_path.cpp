// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/second_path.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace antecedent::second {

namespace {

using Real = long double;

// Polynomial in the odds ratio: value[i] is the weight of lowest + i exposed cases.
struct Weights
{
    int lowest = 0;
    std::vector<Real> value{1};
};

Real logChoose(int n, int k)
{
    return std::lgamma(static_cast<Real>(n) + 1) - std::lgamma(static_cast<Real>(k) + 1)
        - std::lgamma(static_cast<Real>(n - k) + 1);
}

Weights factorOf(const Stratum& s)
{
    const int controls = s.windows - s.cases;
    Weights out;
    out.lowest = std::max(0, s.exposed - controls);
    const int highest = std::min(s.cases, s.exposed);
    const Real total = logChoose(s.windows, s.exposed);
    out.value.clear();
    for (int k = out.lowest; k <= highest; ++k)
        out.value.push_back(std::exp(logChoose(s.cases, k) + logChoose(controls, s.exposed - k) - total));
    return out;
}

Weights multiplied(const Weights& a, const Weights& b)
{
    Weights out;
    out.lowest = a.lowest + b.lowest;
    out.value.assign(a.value.size() + b.value.size() - 1, 0);
    for (std::size_t i = 0; i < a.value.size(); ++i)
        for (std::size_t k = 0; k < b.value.size(); ++k)
            out.value[i + k] += a.value[i] * b.value[k];
    return out;
}

// Shares below, at and above a position at an odds ratio given by its logarithm.
struct Tails
{
    Real below = 0;
    Real at = 0;
    Real above = 0;
};

Tails tailsAt(const Weights& weights, std::size_t position, Real logRatio)
{
    // The largest term is scaled to 1, so that extreme ratios neither overflow nor vanish.
    Real largest = -INFINITY;
    std::vector<Real> logs;
    for (std::size_t i = 0; i < weights.value.size(); ++i) {
        logs.push_back(weights.value[i] > 0 ? std::log(weights.value[i]) + static_cast<Real>(i) * logRatio : -INFINITY);
        largest = std::max(largest, logs.back());
    }
    Tails tails;
    Real total = 0;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        const Real term = std::exp(logs[i] - largest);
        total += term;
        (i < position ? tails.below : i == position ? tails.at : tails.above) += term;
    }
    tails.below /= total;
    tails.at /= total;
    tails.above /= total;
    return tails;
}

// The odds ratio at which the rising function reaches a level, by halving its logarithm.
template <class Rising> double solve(Rising rising, Real level)
{
    Real low = -80;
    Real high = 80;
    for (int i = 0; i < 200; ++i) {
        const Real middle = (low + high) / 2;
        (rising(middle) < level ? low : high) = middle;
    }
    return static_cast<double>(std::exp((low + high) / 2));
}

} // namespace

TestResult exactTest(const std::vector<Stratum>& strata)
{
    Weights weights;
    int observed = 0;
    for (const Stratum& s : strata) {
        weights = multiplied(weights, factorOf(s));
        observed += s.casesExposed;
    }
    const auto position =
        static_cast<std::size_t>(std::clamp(observed - weights.lowest, 0, static_cast<int>(weights.value.size()) - 1));
    if (weights.value.size() == 1)
        return {}; // the number is certain: the design can learn nothing
    const Tails atOne = tailsAt(weights, position, 0);
    TestResult result;
    result.p = static_cast<double>(atOne.at + atOne.above);
    result.pMid = static_cast<double>(atOne.at / 2 + atOne.above);
    result.pSmallest = static_cast<double>(tailsAt(weights, weights.value.size() - 1, 0).at);
    const bool isLowest = position == 0;
    const bool isHighest = position + 1 == weights.value.size();
    if (!isLowest)
        result.ciLow = solve(
            [&](Real x) {
                const Tails t = tailsAt(weights, position, x);
                return t.at + t.above;
            },
            0.025L);
    if (!isHighest)
        result.ciHigh = solve([&](Real x) { return tailsAt(weights, position, x).above; }, 0.975L);
    if (!isLowest && !isHighest)
        result.oddsRatio = solve(
            [&](Real x) {
                const Tails t = tailsAt(weights, position, x);
                return t.above + t.at / 2;
            },
            0.5L);
    return result;
}

std::vector<double> holm(const std::vector<double>& p)
{
    std::vector<std::size_t> order(p.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double running = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        running = std::max(running, std::min(1.0, p[order[i]] * static_cast<double>(p.size() - i)));
        adjusted[order[i]] = running;
    }
    return adjusted;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace antecedent::second
