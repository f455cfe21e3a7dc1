// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/rank_test.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numeric>

namespace antecedent::statistics {

namespace {

constexpr double kMostSteps = 4e8;

struct RankedStratum
{
    std::vector<int> ranks; // doubled mid-ranks, ascending
    int cases = 0;
    std::int64_t observed = 0; // sum of the cases' doubled ranks
    double wins = 0; // case-control pairs in which the case is higher, ties half
};

RankedStratum rank(const RankStratum& stratum)
{
    std::vector<std::pair<double, bool>> values;
    for (const double v : stratum.cases)
        values.emplace_back(v, true);
    for (const double v : stratum.controls)
        values.emplace_back(v, false);
    std::sort(values.begin(), values.end());
    RankedStratum result;
    result.cases = static_cast<int>(stratum.cases.size());
    double controlsBelow = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t j = i;
        int tiedCases = 0;
        while (j < values.size() && values[j].first == values[i].first)
            tiedCases += values[j++].second ? 1 : 0;
        const auto doubled = static_cast<int>(i + j + 1); // mean of ranks i+1..j, doubled
        const auto tiedControls = static_cast<double>(j - i) - tiedCases;
        result.ranks.insert(result.ranks.end(), j - i, doubled);
        result.observed += static_cast<std::int64_t>(doubled) * tiedCases;
        result.wins += tiedCases * (controlsBelow + tiedControls / 2);
        controlsBelow += tiedControls;
        i = j;
    }
    return result;
}

struct Distribution
{
    std::int64_t low = 0;
    std::vector<double> p{1.0};
};

// Sum of `cases` ranks drawn without replacement: counted[k][s] by dynamic programming, then normalised.
Distribution sumDistribution(const RankedStratum& stratum)
{
    const auto cases = static_cast<std::size_t>(stratum.cases);
    const std::int64_t base = stratum.ranks.front();
    std::size_t widest = 0;
    for (std::size_t k = 0; k < cases; ++k)
        widest += static_cast<std::size_t>(stratum.ranks[stratum.ranks.size() - 1 - k] - base);
    std::vector<std::vector<double>> counted(cases + 1, std::vector<double>(widest + 1, 0.0));
    counted[0][0] = 1;
    double drawn = 0;
    for (const int r : stratum.ranks) {
        const auto step = static_cast<std::size_t>(r - base);
        drawn += 1;
        for (std::size_t k = std::min(cases, static_cast<std::size_t>(drawn)); k > 0; --k)
            for (std::size_t s = widest + 1; s-- > step;)
                counted[k][s] += counted[k - 1][s - step];
        // Numbers of subsets grow like binomial coefficients; keep them near 1.
        const double largest = *std::max_element(counted[std::min(cases, static_cast<std::size_t>(drawn))].begin(),
            counted[std::min(cases, static_cast<std::size_t>(drawn))].end());
        if (largest > 1e200)
            for (auto& row : counted)
                for (double& value : row)
                    value /= 1e200;
    }
    Distribution result{base * stratum.cases, std::move(counted[cases])};
    const double total = std::accumulate(result.p.begin(), result.p.end(), 0.0);
    for (double& value : result.p)
        value /= total;
    return result;
}

Distribution add(const Distribution& a, const Distribution& b)
{
    Distribution result{a.low + b.low, std::vector<double>(a.p.size() + b.p.size() - 1, 0.0)};
    for (std::size_t j = 0; j < b.p.size(); ++j) {
        if (b.p[j] == 0)
            continue;
        for (std::size_t i = 0; i < a.p.size(); ++i)
            result.p[i + j] += a.p[i] * b.p[j];
    }
    return result;
}

double stepsOf(const std::vector<RankedStratum>& strata)
{
    double steps = 0;
    double width = 1;
    for (const RankedStratum& s : strata) {
        const double span = static_cast<double>(s.ranks.back() - s.ranks.front()) * s.cases;
        steps += static_cast<double>(s.ranks.size()) * s.cases * (span + 1) + width * (span + 1);
        width += span;
    }
    return steps;
}

double normalUpper(double z)
{
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

void approximate(RankResult& result, const std::vector<RankedStratum>& strata, double deviation)
{
    double variance = 0; // of the sum of doubled ranks
    for (const RankedStratum& s : strata) {
        const double n = static_cast<double>(s.ranks.size());
        double square = 0;
        for (const int r : s.ranks)
            square += (r - (n + 1)) * (r - (n + 1));
        variance += n > 1 ? s.cases * (n - s.cases) * square / (n * (n - 1)) : 0;
    }
    result.isExact = false;
    if (variance <= 0)
        return;
    const double sd = std::sqrt(variance);
    result.pHigh = normalUpper((deviation - 1) / sd);
    result.pLow = normalUpper((-deviation - 1) / sd);
    result.pTwoSided = std::min(1.0, 2 * normalUpper((std::abs(deviation) - 1) / sd));
    result.pTwoSidedMid = std::min(1.0, 2 * normalUpper(std::abs(deviation) / sd));
    result.pSmallest = 0;
}

void enumerate(RankResult& result, const std::vector<RankedStratum>& strata, std::int64_t observed, std::int64_t mean)
{
    Distribution all;
    for (const RankedStratum& s : strata)
        all = add(all, sumDistribution(s));
    const std::int64_t away = std::abs(observed - mean);
    double high = 0;
    double low = 0;
    double beyond = 0;
    double at = 0;
    std::int64_t farthest = 0;
    for (std::size_t i = 0; i < all.p.size(); ++i)
        if (all.p[i] > 0)
            farthest = std::max(farthest, std::abs(all.low + static_cast<std::int64_t>(i) - mean));
    double smallest = 0;
    for (std::size_t i = 0; i < all.p.size(); ++i) {
        const std::int64_t s = all.low + static_cast<std::int64_t>(i);
        const std::int64_t d = std::abs(s - mean);
        high += s >= observed ? all.p[i] : 0;
        low += s <= observed ? all.p[i] : 0;
        beyond += d > away ? all.p[i] : 0;
        at += d == away ? all.p[i] : 0;
        smallest += d == farthest ? all.p[i] : 0;
    }
    result.pHigh = std::min(1.0, high);
    result.pLow = std::min(1.0, low);
    result.pTwoSided = std::min(1.0, beyond + at);
    result.pTwoSidedMid = std::min(1.0, beyond + 0.5 * at);
    result.pSmallest = std::min(1.0, smallest);
}

} // namespace

RankResult rankTest(std::span<const RankStratum> strata)
{
    RankResult result;
    std::vector<RankedStratum> ranked;
    std::int64_t observed = 0;
    std::int64_t mean = 0;
    double wins = 0;
    double pairs = 0;
    for (const RankStratum& stratum : strata) {
        if (stratum.cases.empty() || stratum.controls.empty())
            continue;
        ranked.push_back(rank(stratum));
        const RankedStratum& r = ranked.back();
        observed += r.observed;
        mean += static_cast<std::int64_t>(r.cases) * static_cast<std::int64_t>(r.ranks.size() + 1);
        wins += r.wins;
        pairs += static_cast<double>(stratum.cases.size()) * static_cast<double>(stratum.controls.size());
        ++result.strata;
        result.cases += r.cases;
        result.controls += static_cast<int>(stratum.controls.size());
    }
    if (ranked.empty())
        return result;
    result.concordance = wins / pairs;
    if (stepsOf(ranked) > kMostSteps)
        approximate(result, ranked, static_cast<double>(observed - mean));
    else
        enumerate(result, ranked, observed, mean);
    return result;
}

} // namespace antecedent::statistics
