// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/competition.h"

#include "model/evidence/condition/constants.h"

namespace antecedent::condition {

namespace {

class Competition
{
public:
    Competition(const std::vector<CaseInput>& cases, const RivalFinder& rivals, double assetMass)
        : m_cases(cases)
        , m_rivals(rivals)
        , m_assetMass(assetMass)
    {
        double total = 0;
        for (const CaseInput& c : cases)
            for (const Suspect& suspect : c.suspects)
                m_prior[suspect.asset] = suspect.plausibility;
        for (const auto& entry : m_prior)
            total += entry.second;
        for (auto& entry : m_prior)
            entry.second /= total > 0 ? total : 1;
        m_assetShare = m_prior;
    }

    std::vector<CaseWeights> run()
    {
        std::vector<CaseWeights> weights;
        for (int round = 0; round < kRounds; ++round) {
            weights.clear();
            for (const CaseInput& c : m_cases)
                weights.push_back(weigh(c));
            learn(weights);
        }
        return weights;
    }

private:
    CaseWeights weigh(const CaseInput& c) const
    {
        CaseWeights w;
        double located = 0;
        for (const Suspect& suspect : c.suspects)
            located += m_assetShare.at(suspect.asset) * suspect.location;
        double total = kMassNone;
        for (const Suspect& s : c.suspects) {
            const double place = m_assetShare.at(s.asset) * s.location / (located > 0 ? located : 1);
            total += w.assets[s.asset] = m_assetMass * place * s.ratio;
        }
        for (const auto& [key, mass] : c.rivals) {
            const auto learnt = m_rivalFactor.find(key);
            total += w.rivals[key] = mass * (learnt == m_rivalFactor.end() ? 1 : learnt->second);
        }
        w.none = kMassNone / total;
        for (auto& entry : w.assets)
            w.allAssets += entry.second /= total;
        for (auto& entry : w.rivals)
            entry.second /= total;
        return w;
    }

    void learn(const std::vector<CaseWeights>& weights)
    {
        std::map<AssetIndex, double> assets;
        std::map<RivalKey, double> rivals;
        double all = 0;
        for (const CaseWeights& w : weights) {
            all += w.allAssets;
            for (const auto& [asset, weight] : w.assets)
                assets[asset] += weight;
            for (const auto& [key, weight] : w.rivals)
                rivals[key] += weight;
        }
        for (auto& [asset, share] : m_assetShare)
            share = (kClassWeight * m_prior[asset] + assets[asset]) / (kClassWeight + all);
        const auto n = static_cast<double>(m_cases.size());
        for (const auto& [key, weight] : rivals) {
            const double prior = m_rivals.share(key.kind);
            m_rivalFactor[key] = (kClassWeight * prior + weight) / (kClassWeight + n) / prior;
        }
    }

    const std::vector<CaseInput>& m_cases;
    const RivalFinder& m_rivals;
    double m_assetMass;
    std::map<AssetIndex, double> m_prior;
    std::map<AssetIndex, double> m_assetShare;
    std::map<RivalKey, double> m_rivalFactor;
};

} // namespace

std::vector<CaseWeights> compete(const std::vector<CaseInput>& cases, const RivalFinder& rivals, double assetMass)
{
    return Competition(cases, rivals, assetMass).run();
}

} // namespace antecedent::condition
