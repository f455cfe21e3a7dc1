// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/season.h"

#include "model/evidence/condition/constants.h"

#include <cmath>
#include <limits>
#include <tuple>

namespace antecedent::condition {

namespace {

struct Moments
{
    double xx = 0;
    double xy = 0;
    double yy = 0;
};

class Season
{
public:
    Season(const Plant& plant, Features& features)
        : m_plant(plant)
        , m_features(features)
    {
    }

    // The features of one name on all units of one class.
    void remove(const std::vector<FeatureTable::iterator>& peers)
    {
        std::vector<std::vector<double>> centred;
        for (const auto& peer : peers)
            centred.push_back(centredByProduct(unitOf(peer), peer->second));
        double best = kSeasonR2;
        std::size_t chosen = m_features.covariates.size();
        double slope = 0;
        for (std::size_t c = 0; c < m_features.covariates.size(); ++c) {
            const std::optional<Moments> m = commonMoments(peers, centred, c);
            if (!m || m->xx <= 0 || m->yy <= 0)
                continue;
            const double r2 = m->xy * m->xy / m->xx / m->yy;
            if (r2 > best) {
                best = r2;
                chosen = c;
                slope = m->xy / m->xx;
            }
        }
        if (chosen == m_features.covariates.size())
            return;
        for (const auto& peer : peers) {
            const UnitUses& unit = unitOf(peer);
            for (std::size_t k = 0; k < peer->second.size(); ++k)
                if (const double x = covariate(chosen, unit.uses[k].begin); !std::isnan(x))
                    peer->second[k] -= slope * x;
        }
    }

private:
    const UnitUses& unitOf(const FeatureTable::iterator& peer) const
    {
        return m_plant.units[m_plant.slotOf[peer->first.unit.value]];
    }

    double covariate(std::size_t c, Us t) const
    {
        const Us day = t / kDayUs - m_features.firstDay;
        const std::vector<double>& means = m_features.covariates[c];
        if (day < 0 || day >= static_cast<Us>(means.size()))
            return std::numeric_limits<double>::quiet_NaN();
        return means[static_cast<std::size_t>(day)];
    }

    // Sums over all peers about each peer's own means; nullopt if the peers disagree in sign.
    std::optional<Moments> commonMoments(const std::vector<FeatureTable::iterator>& peers,
        const std::vector<std::vector<double>>& centred, std::size_t c) const
    {
        Moments all;
        bool isUp = false;
        bool isDown = false;
        for (std::size_t p = 0; p < peers.size(); ++p) {
            const Moments own = moments(unitOf(peers[p]), centred[p], c);
            if (own.xx <= 0)
                continue;
            (own.xy > 0 ? isUp : isDown) = true;
            all.xx += own.xx;
            all.xy += own.xy;
            all.yy += own.yy;
        }
        return isUp != isDown ? std::optional(all) : std::nullopt;
    }

    Moments moments(const UnitUses& unit, const std::vector<double>& y, std::size_t c) const
    {
        std::vector<std::pair<double, double>> pairs;
        double sumX = 0;
        double sumY = 0;
        for (std::size_t k = 0; k < y.size(); ++k) {
            const double x = covariate(c, unit.uses[k].begin);
            if (std::isnan(x) || std::isnan(y[k]))
                continue;
            pairs.emplace_back(x, y[k]);
            sumX += x;
            sumY += y[k];
        }
        Moments m;
        if (pairs.size() < kFewestUses)
            return m;
        const auto n = static_cast<double>(pairs.size());
        for (const auto& [x, value] : pairs) {
            m.xx += (x - sumX / n) * (x - sumX / n);
            m.xy += (x - sumX / n) * (value - sumY / n);
            m.yy += (value - sumY / n) * (value - sumY / n);
        }
        return m;
    }

    const Plant& m_plant;
    Features& m_features;
};

} // namespace

std::vector<double> centredByProduct(const UnitUses& unit, const std::vector<double>& values)
{
    std::map<std::string_view, std::vector<double>> byProduct;
    for (std::size_t k = 0; k < values.size(); ++k)
        if (!std::isnan(values[k]))
            byProduct[unit.uses[k].product].push_back(values[k]);
    std::map<std::string_view, double> centres;
    for (const auto& [product, list] : byProduct)
        centres[product] = medianOf(list);
    std::vector<double> centred = values;
    for (std::size_t k = 0; k < values.size(); ++k)
        if (!std::isnan(values[k]))
            centred[k] -= centres[unit.uses[k].product];
    return centred;
}

void removeSeason(const Plant& plant, Features& features)
{
    using Peers = std::tuple<std::string, FeatureKind, std::string, std::string>; // unit class, kind, what, phase
    std::map<Peers, std::vector<FeatureTable::iterator>> groups;
    for (auto it = features.table.begin(); it != features.table.end(); ++it) {
        const FeatureKey& key = it->first;
        if (key.kind != FeatureKind::Noise && countKnown(it->second) >= kFewestUses)
            groups[{plant.dataset().assets[key.unit.value].assetClass, key.kind, key.what, key.phase}].push_back(it);
    }
    Season season(plant, features);
    for (const auto& entry : groups)
        season.remove(entry.second);
}

} // namespace antecedent::condition
