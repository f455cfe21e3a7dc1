// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/score.h"

#include "model/evidence/condition/constants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent::condition {

namespace {

// Weight from persistence: the mean autocorrelation at lags 1 to 3 over the known values.
double persistence(const Indicator& indicator)
{
    std::vector<double> v;
    for (const double x : indicator.values)
        if (!std::isnan(x))
            v.push_back(x);
    double mean = 0;
    for (const double x : v)
        mean += x;
    mean /= static_cast<double>(std::max<std::size_t>(1, v.size()));
    double squares = 0;
    for (double& x : v) {
        x = indicator.isAlarm ? x - mean : std::clamp(x - mean, -kPersistenceClip, kPersistenceClip);
        squares += x * x;
    }
    double products = 0;
    for (std::size_t lag = 1; lag <= 3; ++lag)
        for (std::size_t i = 0; i + lag < v.size(); ++i)
            products += v[i] * v[i + lag];
    const double r = products / 3 / (squares > 0 ? squares : 1);
    return std::clamp(r / kWeightDivisor, kWeightLeast, 1.0);
}

// Mean of the calmer uses.
double backgroundRate(const Indicator& indicator)
{
    std::vector<double> counts;
    for (const double x : indicator.values)
        if (!std::isnan(x))
            counts.push_back(x);
    if (counts.empty())
        return 0;
    std::sort(counts.begin(), counts.end());
    const auto calm =
        std::min(counts.size(), static_cast<std::size_t>(static_cast<double>(counts.size()) * kCalmShare) + 1);
    double sum = 0;
    for (std::size_t i = 0; i < calm; ++i)
        sum += counts[i];
    return sum / static_cast<double>(calm);
}

// Value of an indicator over the last uses, in standard deviations; NaN where none is known.
std::vector<double> smoothed(const Indicator& indicator)
{
    constexpr double kAnscombe = 0.375; // variance-stabilising root of counts
    const double weight = persistence(indicator);
    const double rate = indicator.isAlarm ? backgroundRate(indicator) : 0;
    std::vector<double> out;
    for (std::size_t k = 0; k < indicator.values.size(); ++k) {
        double sum = 0;
        double n = 0;
        for (std::size_t i = k + 1 >= kUsesBack ? k + 1 - kUsesBack : 0; i <= k; ++i)
            if (!std::isnan(indicator.values[i])) {
                sum += indicator.values[i];
                n += 1;
            }
        if (n == 0)
            out.push_back(std::numeric_limits<double>::quiet_NaN());
        else if (indicator.isAlarm)
            out.push_back(weight * kAlarmWeight
                * std::max(0.0, 2 * (std::sqrt(sum + kAnscombe) - std::sqrt(rate * n + kAnscombe))));
        else
            out.push_back(weight * std::min(kValueCap, std::abs(sum / std::sqrt(n))));
    }
    return out;
}

AssetScore scoreOf(const std::vector<Indicator>& indicators, std::size_t uses)
{
    std::vector<std::vector<double>> columns;
    columns.reserve(indicators.size());
    for (const Indicator& indicator : indicators)
        columns.push_back(smoothed(indicator));
    AssetScore result;
    for (std::size_t k = 0; k < uses; ++k) {
        std::vector<Leader> all;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!std::isnan(columns[i][k]))
                all.push_back({static_cast<std::uint32_t>(i), columns[i][k]});
        const double discount = 1 + kManyIndicators * std::log(1 + static_cast<double>(all.size()));
        std::stable_sort(all.begin(), all.end(), [](const Leader& a, const Leader& b) { return a.value > b.value; });
        if (all.size() > kTopIndicators)
            all.resize(kTopIndicators);
        double squares = 0;
        for (const Leader& leader : all)
            squares += leader.value * leader.value;
        result.scores.push_back(squares / discount);
        result.leaders.push_back(std::move(all));
    }
    return result;
}

} // namespace

Scores scoreConditions(const Plant& plant, const Indicators& indicators)
{
    Scores scores;
    for (const auto& [asset, list] : indicators)
        scores.emplace(asset, scoreOf(list, plant.units[plant.slotOf[asset.value]].uses.size()));
    return scores;
}

} // namespace antecedent::condition
