// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/power.h"

#include "model/evidence/statistics/exact_family.h"
#include "model/evidence/statistics/log_math.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace antecedent::statistics {

namespace {

class SplitMix64
{
public:
    explicit SplitMix64(std::uint64_t seed)
        : m_state(seed)
    {
    }
    // Uniform in [0, 1).
    double unit()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        z ^= z >> 31U;
        return static_cast<double>(z >> 11U) * 0x1.0p-53;
    }

private:
    std::uint64_t m_state;
};

// P(T >= observed) of independent trials, in place on a buffer.
double poissonBinomialTail(const std::vector<double>& chances, int observed, std::vector<double>& buffer)
{
    buffer.assign(chances.size() + 1, 0.0);
    buffer[0] = 1;
    std::size_t size = 1;
    for (const double p : chances) {
        for (std::size_t t = size; t > 0; --t)
            buffer[t] = buffer[t] * (1 - p) + buffer[t - 1] * p;
        buffer[0] *= 1 - p;
        ++size;
    }
    double tail = 0;
    for (std::size_t t = static_cast<std::size_t>(observed); t < size; ++t)
        tail += buffer[t];
    return tail;
}

double caseExposure(double oddsRatio, double exposure)
{
    return oddsRatio * exposure / (oddsRatio * exposure + 1 - exposure);
}

} // namespace

double matchedPower(std::span<const int> windowsPerSet, double oddsRatio, double exposure, double alpha)
{
    if (windowsPerSet.empty())
        return 0;
    SplitMix64 random(20240601);
    const double sets = static_cast<double>(windowsPerSet.size());
    const int draws = static_cast<int>(std::clamp(4e7 / (sets * sets), 200.0, 2000.0));
    const double hazard = caseExposure(oddsRatio, exposure);
    std::vector<double> chances;
    std::vector<double> buffer;
    int hits = 0;
    for (int draw = 0; draw < draws; ++draw) {
        chances.clear();
        int observed = 0;
        for (const int windows : windowsPerSet) {
            const bool isCase = random.unit() < hazard;
            int exposed = isCase ? 1 : 0;
            for (int k = 1; k < windows; ++k)
                exposed += random.unit() < exposure ? 1 : 0;
            if (exposed == 0 || exposed == windows)
                continue;
            observed += isCase ? 1 : 0;
            chances.push_back(static_cast<double>(exposed) / windows);
        }
        hits += poissonBinomialTail(chances, observed, buffer) <= alpha ? 1 : 0;
    }
    return static_cast<double>(hits) / draws;
}

double batchPower(int cases, int controls, double oddsRatio, double exposure, double alpha)
{
    if (cases < 1 || controls < 1)
        return 0;
    const double hazard = caseExposure(oddsRatio, exposure);
    const auto binomial = [](int n, int k, double p) {
        return std::exp(logChoose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
    };
    double power = 0;
    for (int total = 0; total <= cases + controls; ++total) {
        const ExactFamily family = hypergeometricFamily(cases, controls, total);
        for (int x = family.high(); x >= family.low && upperTail(family, x, 0) <= alpha; --x)
            power += binomial(cases, x, hazard) * binomial(controls, total - x, exposure);
    }
    return std::min(1.0, power);
}

} // namespace antecedent::statistics
