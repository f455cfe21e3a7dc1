// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/likelihood.h"

#include "model/evidence/condition/constants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent::condition {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double evidence(double u)
{
    return kCalibrator * std::pow(u, kCalibrator - 1);
}

// One calibration as an error over its tolerance.
struct Check
{
    Us at = 0;
    double found = 0;
    double left = 0;
    double tolerance = 0;
};

std::map<AssetIndex, std::vector<Check>> checksOf(const Dataset& dataset)
{
    std::map<AssetIndex, std::vector<Check>> checks;
    for (const Calibration& c : dataset.calibrations) {
        const double tolerance = toDouble(c.tolerance);
        if (!c.asset.valid() || !c.performed.known() || !c.asFoundError.known || !(tolerance > 0))
            continue;
        const double left = c.asLeftError.known ? toDouble(c.asLeftError) : 0;
        checks[c.asset].push_back({c.performed.utcUs, toDouble(c.asFoundError), left, tolerance});
    }
    return checks; // calibrations are ascending by time
}

// Error at t as a share of the tolerance, on the line between two calibrations; unknown after the last one.
double driftAt(const std::vector<Check>& checks, Us t)
{
    const auto next =
        std::lower_bound(checks.begin(), checks.end(), t, [](const Check& c, Us at) { return c.at < at; });
    if (next == checks.end())
        return kUnknown;
    if (next == checks.begin())
        return std::abs(next->found) / next->tolerance;
    const Check& last = *std::prev(next);
    const double way = static_cast<double>(t - last.at) / static_cast<double>(next->at - last.at);
    return std::abs(last.left + way * (next->found - last.left)) / next->tolerance;
}

std::map<AssetIndex, std::vector<Us>> repairsOf(const Dataset& dataset)
{
    std::map<AssetIndex, std::vector<Us>> repairs;
    for (const WorkOrder& order : dataset.workOrders)
        if (order.asset.valid() && isFunctionalRepair(order) && workBegin(order).known())
            repairs[order.asset].push_back(workBegin(order).utcUs);
    return repairs;
}

class Builder
{
public:
    Builder(const Plant& plant, const Scores& scores)
        : m_plant(plant)
        , m_scores(scores)
        , m_checks(checksOf(plant.dataset()))
        , m_repairs(repairsOf(plant.dataset()))
    {
    }

    Ratios make()
    {
        for (const auto& [asset, score] : m_scores) {
            m_scorePool.insert(m_scorePool.end(), score.scores.begin(), score.scores.end());
            std::vector<double>& drifts = m_drifts[asset];
            const auto checks = m_checks.find(asset);
            for (const Use& use : usesOf(asset))
                drifts.push_back(checks == m_checks.end() ? kUnknown : driftAt(checks->second, use.end));
            for (const double drift : drifts)
                if (!std::isnan(drift))
                    m_driftPool.push_back(drift);
        }
        std::sort(m_scorePool.begin(), m_scorePool.end());
        std::sort(m_driftPool.begin(), m_driftPool.end());
        for (const auto& entry : m_scores)
            addRaw(entry.first);
        normalise(&AssetRatios::ratios, &AssetRatios::goodRatios);
        normalise(&AssetRatios::findings, &AssetRatios::goodFindings);
        return std::move(m_ratios);
    }

private:
    const std::vector<Use>& usesOf(AssetIndex asset) const { return m_plant.units[m_plant.slotOf[asset.value]].uses; }

    void addRaw(AssetIndex asset)
    {
        AssetRatios& out = m_ratios[asset];
        const std::vector<Use>& uses = usesOf(asset);
        const std::vector<double>& scores = m_scores.at(asset).scores;
        const std::vector<double>& drifts = m_drifts[asset];
        const auto repairs = m_repairs.find(asset);
        for (std::size_t k = 0; k < uses.size(); ++k) {
            double ratio = evidence(upperRank(m_scorePool, scores[k]));
            if (!std::isnan(drifts[k]))
                ratio *= evidence(upperRank(m_driftPool, drifts[k]));
            out.findings.push_back(ratio);
            const bool isRepaired = repairs != m_repairs.end()
                && std::any_of(repairs->second.begin(), repairs->second.end(),
                    [&](Us t) { return uses[k].begin < t && t < uses[k].end + kRepairUs; });
            out.ratios.push_back(ratio * (isRepaired ? kRepaired : kNotRepaired));
        }
    }

    // Divides by the mean over good uses, shrunk to that of all assets.
    void normalise(std::vector<double> AssetRatios::*values, std::vector<double> AssetRatios::*good)
    {
        double poolSum = 0;
        double poolCount = 0;
        std::map<AssetIndex, std::pair<double, double>> own;
        for (const auto& [asset, row] : m_ratios) {
            const std::vector<Use>& uses = usesOf(asset);
            auto& [sum, count] = own[asset];
            for (std::size_t k = 0; k < uses.size(); ++k)
                if (m_plant.isGood(uses[k])) {
                    sum += (row.*values)[k];
                    count += 1;
                }
            poolSum += sum;
            poolCount += count;
        }
        const double poolMean = poolCount > 0 ? poolSum / poolCount : 1;
        for (auto& [asset, row] : m_ratios) {
            const auto& [sum, count] = own[asset];
            const double mean = (sum + kShrink * poolMean) / (count + kShrink);
            const std::vector<Use>& uses = usesOf(asset);
            for (std::size_t k = 0; k < uses.size(); ++k) {
                (row.*values)[k] /= mean;
                if (m_plant.isGood(uses[k]))
                    (row.*good).push_back((row.*values)[k]);
            }
            std::sort((row.*good).begin(), (row.*good).end());
        }
    }

    const Plant& m_plant;
    const Scores& m_scores;
    std::map<AssetIndex, std::vector<Check>> m_checks;
    std::map<AssetIndex, std::vector<Us>> m_repairs;
    std::map<AssetIndex, std::vector<double>> m_drifts;
    std::vector<double> m_scorePool;
    std::vector<double> m_driftPool;
    Ratios m_ratios;
};

} // namespace

bool isFunctionalRepair(const WorkOrder& order)
{
    return order.type == "CM" && order.failureMode != "SER" && order.failureMode != "OTH" && order.failureMode != "UNK";
}

TimeValue workBegin(const WorkOrder& order)
{
    return order.started.known() ? order.started : order.reported;
}

double upperRank(const std::vector<double>& ascending, double v)
{
    const auto below = std::lower_bound(ascending.begin(), ascending.end(), v) - ascending.begin();
    return static_cast<double>(static_cast<std::ptrdiff_t>(ascending.size()) - below + 1)
        / static_cast<double>(ascending.size() + 1);
}

Ratios likelihoodRatios(const Plant& plant, const Scores& scores)
{
    return Builder(plant, scores).make();
}

} // namespace antecedent::condition
