// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Schedule-preserving permutation with the maximum statistic (method.md C3, Westfall and Young, single step): the log
// of antecedents stays as it is, and in each matched set any window may have been the hazard window. So the correlation
// between candidates and the shape of the maintenance calendar are kept. The statistic of a candidate is its number of
// exposed hazard windows, standardised by its matched windows. All assignments are enumerated where there are at most
// kMostEnumerated, else kDraws are drawn with a fixed seed. Threads: pure.

#include <cstdint>
#include <span>
#include <vector>

namespace antecedent::statistics {

inline constexpr std::uint64_t kMostEnumerated = 20'000; // as exact as drawing, and as fast
inline constexpr int kDraws = 9'999;
inline constexpr std::uint64_t kPermutationSeed = 20'260'101;

// One candidate in one matched set.
struct PermutationSet
{
    std::uint32_t set = 0;
    std::vector<bool> isUsed; // per window of the set, the case first: covered
    std::vector<bool> isExposed; // parallel; only where used
};

struct PermutationCandidate
{
    std::vector<PermutationSet> sets; // ascending by set, each once
};

// Adjusted p of each candidate; 1 for one without an informative set. `windows`: of each set, the case included.
std::vector<double> adjustByPermutation(std::span<const int> windows, std::span<const PermutationCandidate> candidates);

} // namespace antecedent::statistics
