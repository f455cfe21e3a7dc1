// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/matched_test.h"

#include <map>
#include <numeric>
#include <utility>

namespace antecedent::statistics {

namespace {

bool isPossible(const MatchedSet& set)
{
    return set.exposed >= (set.isCaseExposed ? 1 : 0) && set.exposed <= set.windows - (set.isCaseExposed ? 0 : 1);
}

bool isInformative(const MatchedSet& set)
{
    return set.exposed > 0 && set.exposed < set.windows;
}

} // namespace

ExactFamily matchedFamily(std::span<const MatchedSet> sets)
{
    std::map<std::pair<int, int>, int> groups; // odds exposed : unexposed in lowest terms -> sets
    for (const MatchedSet& set : sets) {
        if (!isPossible(set) || !isInformative(set))
            continue;
        const int unexposed = set.windows - set.exposed;
        const int divisor = std::gcd(set.exposed, unexposed);
        ++groups[{set.exposed / divisor, unexposed / divisor}];
    }
    ExactFamily family;
    for (const auto& [odds, count] : groups)
        family =
            convolve(family, binomialFamily(count, static_cast<double>(odds.first) / static_cast<double>(odds.second)));
    return family;
}

MatchedResult matchedTest(std::span<const MatchedSet> sets)
{
    MatchedResult result;
    int observed = 0;
    double numerator = 0;
    double denominator = 0;
    for (const MatchedSet& set : sets) {
        if (!isPossible(set))
            continue;
        ++result.sets;
        if (!isInformative(set))
            continue;
        ++result.informative;
        const double windows = set.windows;
        if (set.isCaseExposed) {
            ++observed;
            numerator += (windows - set.exposed) / windows;
        } else {
            denominator += set.exposed / windows;
        }
    }
    result.exact = infer(matchedFamily(sets), observed);
    if (denominator > 0)
        result.mantelHaenszel = numerator / denominator;
    return result;
}

double smallestReachable(std::span<const int> windowsPerSet)
{
    double p = 1;
    for (const int windows : windowsPerSet)
        if (windows > 1)
            p /= windows;
    return p;
}

} // namespace antecedent::statistics
