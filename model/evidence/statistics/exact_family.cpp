// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/exact_family.h"

#include "model/evidence/statistics/log_math.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace antecedent::statistics {

namespace {

constexpr double kNegligible = 46; // exp(-46) = 1e-20 of the largest term of a sum
constexpr double kWidest = 2000; // |ln psi| beyond which a root is taken as unbounded
constexpr double kSide = 0.025;

// logWeights tilted by psi and freed of the largest term.
std::vector<double> tilted(const ExactFamily& family, double logPsi)
{
    std::vector<double> terms(family.logWeights.size());
    double largest = kLogZero;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        terms[i] = family.logWeights[i] + logPsi * static_cast<double>(i);
        largest = std::max(largest, terms[i]);
    }
    for (double& term : terms)
        term = std::exp(term - largest);
    return terms;
}

double sum(std::span<const double> terms)
{
    double total = 0;
    for (const double term : terms)
        total += term;
    return total;
}

struct Tails
{
    double below = 0; // P(T < t)
    double at = 0;
    double above = 0; // P(T > t)
};

Tails tails(const ExactFamily& family, int t, double logPsi)
{
    const std::vector<double> terms = tilted(family, logPsi);
    const auto position = static_cast<std::size_t>(t - family.low);
    const std::span<const double> all(terms);
    Tails result{sum(all.first(position)), all[position], sum(all.subspan(position + 1))};
    const double total = result.below + result.at + result.above;
    result.below /= total;
    result.at /= total;
    result.above /= total;
    return result;
}

struct Cumulants
{
    double mean = 0; // of T - low
    double variance = 0;
    double third = 0;
};

Cumulants cumulants(const ExactFamily& family, double logPsi)
{
    const std::vector<double> terms = tilted(family, logPsi);
    const double total = sum(terms);
    Cumulants result;
    for (std::size_t i = 0; i < terms.size(); ++i)
        result.mean += terms[i] * static_cast<double>(i) / total;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const double d = static_cast<double>(i) - result.mean;
        result.variance += terms[i] * d * d / total;
        result.third += terms[i] * d * d * d / total;
    }
    return result;
}

// The ln psi at which the increasing function crosses zero, or nullopt beyond the widest range.
template <class F> std::optional<double> crossing(F increasing)
{
    double left = -1;
    double right = 1;
    while (increasing(left) > 0) {
        right = left;
        left *= 2;
        if (left < -kWidest)
            return std::nullopt;
    }
    while (increasing(right) < 0) {
        left = right;
        right *= 2;
        if (right > kWidest)
            return std::nullopt;
    }
    for (int i = 0; i < 200 && right - left > 1e-14 * std::max(1.0, std::abs(left)); ++i) {
        const double middle = left + (right - left) / 2;
        (increasing(middle) < 0 ? left : right) = middle;
    }
    return left + (right - left) / 2;
}

template <class F> std::optional<double> ratioAt(F increasing)
{
    const auto root = crossing(increasing);
    return root ? std::optional(std::exp(*root)) : std::nullopt;
}

} // namespace

ExactFamily convolve(const ExactFamily& a, const ExactFamily& b)
{
    ExactFamily result;
    result.low = a.low + b.low;
    const int sizeA = static_cast<int>(a.logWeights.size());
    const int sizeB = static_cast<int>(b.logWeights.size());
    const int size = sizeA + sizeB - 1;
    result.logWeights.resize(static_cast<std::size_t>(size));
    int peak = 0;
    for (int t = 0; t < size; ++t) {
        const int first = std::max(0, t - sizeB + 1);
        const int last = std::min(t, sizeA - 1);
        const auto term = [&](int k) {
            return a.logWeights[static_cast<std::size_t>(k)] + b.logWeights[static_cast<std::size_t>(t - k)];
        };
        peak = std::clamp(peak, first, last); // terms are concave in k and their peak moves up with t
        while (peak < last && term(peak + 1) > term(peak))
            ++peak;
        while (peak > first && term(peak - 1) > term(peak))
            --peak;
        const double largest = term(peak);
        double total = 1;
        for (int k = peak + 1; k <= last && term(k) > largest - kNegligible; ++k)
            total += std::exp(term(k) - largest);
        for (int k = peak - 1; k >= first && term(k) > largest - kNegligible; --k)
            total += std::exp(term(k) - largest);
        result.logWeights[static_cast<std::size_t>(t)] = largest + std::log(total);
    }
    return result;
}

ExactFamily binomialFamily(int n, double odds)
{
    ExactFamily result;
    const double logOdds = std::log(odds);
    result.logWeights.clear();
    for (int t = 0; t <= n; ++t)
        result.logWeights.push_back(logChoose(n, t) + static_cast<double>(t) * logOdds);
    return result;
}

ExactFamily hypergeometricFamily(int cases, int controls, int exposed)
{
    ExactFamily result;
    result.low = std::max(0, exposed - controls);
    result.logWeights.clear();
    for (int t = result.low; t <= std::min(cases, exposed); ++t)
        result.logWeights.push_back(logChoose(cases, t) + logChoose(controls, exposed - t));
    return result;
}

double upperTail(const ExactFamily& family, int t, double logPsi)
{
    if (t <= family.low)
        return 1;
    if (t > family.high())
        return 0;
    const Tails parts = tails(family, t, logPsi);
    return parts.at + parts.above;
}

double lowerTail(const ExactFamily& family, int t, double logPsi)
{
    if (t >= family.high())
        return 1;
    if (t < family.low)
        return 0;
    const Tails parts = tails(family, t, logPsi);
    return parts.below + parts.at;
}

double mass(const ExactFamily& family, int t, double logPsi)
{
    if (t < family.low || t > family.high())
        return 0;
    return tails(family, t, logPsi).at;
}

ExactResult infer(const ExactFamily& family, int observed)
{
    ExactResult result;
    const int t = std::clamp(observed, family.low, family.high());
    result.observed = t;
    result.low = family.low;
    result.high = family.high();
    if (family.isDegenerate())
        return result;
    const Tails null = tails(family, t, 0);
    result.p = t == family.low ? 1 : null.at + null.above;
    result.pMid = null.above + 0.5 * null.at;
    result.pLower = t == family.high() ? 1 : null.below + null.at;
    result.pSmallest = mass(family, family.high(), 0);

    const auto upper = [&](double share, double target) {
        return ratioAt([&, share, target](double logPsi) {
            const Tails parts = tails(family, t, logPsi);
            return parts.above + share * parts.at - target;
        });
    };
    // P(T < t) + share P(T = t) falls with psi, so the sign is turned.
    const auto lower = [&](double share, double target) {
        return ratioAt([&, share, target](double logPsi) {
            const Tails parts = tails(family, t, logPsi);
            return target - parts.below - share * parts.at;
        });
    };
    if (t > family.low) {
        result.ciLow = upper(1, kSide).value_or(0);
        result.ciLowMid = upper(0.5, kSide).value_or(0);
    }
    if (t < family.high()) {
        result.ciHigh = lower(1, kSide);
        result.ciHighMid = lower(0.5, kSide);
    }
    if (t == family.low) {
        result.medianUnbiased = 0;
        result.conditionalMl = 0;
    } else if (t < family.high()) {
        result.medianUnbiased = upper(0.5, 0.5);
        result.conditionalMl = ratioAt(
            [&](double logPsi) { return cumulants(family, logPsi).mean - static_cast<double>(t - family.low); });
    }
    result.firth = ratioAt([&](double logPsi) {
        const Cumulants c = cumulants(family, logPsi);
        // Far out the variance vanishes; the limit of third / variance is 1 below the range and -1 above it.
        const double skew = c.variance > 0 ? c.third / c.variance : (logPsi < 0 ? 1.0 : -1.0);
        return c.mean - static_cast<double>(t - family.low) - 0.5 * skew;
    });
    return result;
}

} // namespace antecedent::statistics
