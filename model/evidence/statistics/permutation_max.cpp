// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/permutation_max.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent::statistics {

namespace {

constexpr double kSlack = 1e-9; // equal statistics are equal whatever the order of the sums

// SplitMix64: the same numbers on every system.
class Draws
{
public:
    std::uint32_t below(std::uint32_t count)
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<std::uint32_t>((z ^ (z >> 31U)) % count);
    }

private:
    std::uint64_t m_state = kPermutationSeed;
};

// What a hazard window adds to a candidate's statistic.
struct Share
{
    std::uint32_t candidate = 0;
    double value = 0; // exposed or not, minus what is expected
};

class Permutation
{
public:
    Permutation(std::span<const int> windows, std::span<const PermutationCandidate> candidates)
        : m_shares(windows.size())
        , m_spread(candidates.size(), 0)
        , m_exceeded(candidates.size(), 0)
    {
        for (std::size_t s = 0; s < windows.size(); ++s)
            m_shares[s].resize(static_cast<std::size_t>(std::max(1, windows[s])));
        for (std::uint32_t k = 0; k < candidates.size(); ++k)
            for (const PermutationSet& set : candidates[k].sets)
                add(k, set);
        for (double& spread : m_spread)
            spread = std::sqrt(spread);
        m_observed = statistics(std::vector<std::uint32_t>(m_shares.size(), 0));
    }

    std::vector<double> run()
    {
        double assignments = 1;
        for (const auto& set : m_shares)
            assignments *= static_cast<double>(set.size());
        const bool isEnumerated = assignments <= static_cast<double>(kMostEnumerated);
        isEnumerated ? enumerate() : draw();
        std::vector<double> p;
        for (std::size_t k = 0; k < m_observed.size(); ++k) {
            const double seen = m_exceeded[k];
            // The observed assignment is among the enumerated ones, and is added to the drawn ones.
            p.push_back(m_spread[k] <= 0 ? 1 : isEnumerated ? seen / assignments : (seen + 1) / (kDraws + 1));
        }
        return p;
    }

private:
    void add(std::uint32_t candidate, const PermutationSet& set)
    {
        const auto used = static_cast<double>(std::count(set.isUsed.begin(), set.isUsed.end(), true));
        const auto exposed = static_cast<double>(std::count(set.isExposed.begin(), set.isExposed.end(), true));
        if (exposed <= 0 || exposed >= used)
            return; // says nothing
        const double expected = exposed / used;
        m_spread[candidate] += expected * (1 - expected);
        for (std::size_t w = 0; w < set.isUsed.size(); ++w)
            if (set.isUsed[w])
                m_shares[set.set][w].push_back({candidate, (set.isExposed[w] ? 1 : 0) - expected});
    }

    std::vector<double> statistics(const std::vector<std::uint32_t>& hazard) const
    {
        std::vector<double> sums(m_spread.size(), 0);
        for (std::size_t s = 0; s < hazard.size(); ++s)
            for (const Share& share : m_shares[s][hazard[s]])
                sums[share.candidate] += share.value;
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] = m_spread[k] > 0 ? sums[k] / m_spread[k] : -std::numeric_limits<double>::infinity();
        return sums;
    }

    void count(const std::vector<std::uint32_t>& hazard)
    {
        const std::vector<double> all = statistics(hazard);
        const double most = *std::max_element(all.begin(), all.end());
        for (std::size_t k = 0; k < m_observed.size(); ++k)
            m_exceeded[k] += most >= m_observed[k] - kSlack ? 1 : 0;
    }

    void enumerate()
    {
        std::vector<std::uint32_t> hazard(m_shares.size(), 0);
        for (;;) {
            count(hazard);
            std::size_t s = 0;
            while (s < hazard.size() && ++hazard[s] == m_shares[s].size())
                hazard[s++] = 0;
            if (s == hazard.size())
                return;
        }
    }

    void draw()
    {
        Draws draws;
        std::vector<std::uint32_t> hazard(m_shares.size(), 0);
        for (int i = 0; i < kDraws; ++i) {
            for (std::size_t s = 0; s < hazard.size(); ++s)
                hazard[s] = draws.below(static_cast<std::uint32_t>(m_shares[s].size()));
            count(hazard);
        }
    }

    std::vector<std::vector<std::vector<Share>>> m_shares; // set, window
    std::vector<double> m_spread; // per candidate
    std::vector<double> m_exceeded;
    std::vector<double> m_observed;
};

} // namespace

std::vector<double> adjustByPermutation(std::span<const int> windows, std::span<const PermutationCandidate> candidates)
{
    return candidates.empty() ? std::vector<double>() : Permutation(windows, candidates).run();
}

} // namespace antecedent::statistics
