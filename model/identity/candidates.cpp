// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/candidates.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kMostScore = 0.99; // a proposal is never certain
constexpr double kObjectedShare = 0.5;

} // namespace

void Candidates::add(std::uint32_t asset, ClueKind kind, double weight, Phrase reason)
{
    Clue& clue = m_found[asset].clues[kind];
    if (weight > clue.weight)
        clue = {weight, std::move(reason)};
}

void Candidates::support(std::uint32_t asset, ClueKind kind, double weight, Phrase reason)
{
    if (has(asset))
        add(asset, kind, weight, std::move(reason));
}

void Candidates::object(std::uint32_t asset, Phrase reason)
{
    if (has(asset))
        m_found[asset].objections.push_back(std::move(reason));
}

std::vector<std::uint32_t> Candidates::assets() const
{
    std::vector<std::uint32_t> out;
    for (const auto& [asset, found] : m_found)
        out.push_back(asset);
    return out;
}

std::vector<AliasCandidate> Candidates::ranked() const
{
    std::vector<AliasCandidate> out;
    for (const auto& [asset, found] : m_found) {
        double against = 1;
        std::vector<const Clue*> clues;
        for (const auto& [kind, clue] : found.clues) {
            against *= 1 - clue.weight;
            clues.push_back(&clue);
        }
        std::stable_sort(
            clues.begin(), clues.end(), [](const Clue* a, const Clue* b) { return a->weight > b->weight; });
        AliasCandidate candidate;
        candidate.asset = AssetIndex{asset};
        candidate.score = std::min(1 - against, kMostScore) * (found.objections.empty() ? 1 : kObjectedShare);
        candidate.score = std::round(candidate.score * 1000) / 1000;
        for (const Clue* clue : clues)
            candidate.reasons.push_back(clue->reason);
        candidate.objections = found.objections;
        if (candidate.score >= kLeastScore)
            out.push_back(std::move(candidate));
    }
    std::stable_sort(
        out.begin(), out.end(), [](const AliasCandidate& a, const AliasCandidate& b) { return a.score > b.score; });
    if (out.size() > kMostCandidates)
        out.resize(kMostCandidates);
    return out;
}

bool isClear(const std::vector<AliasCandidate>& candidates)
{
    if (candidates.empty() || candidates.front().score < kSafeScore || !candidates.front().objections.empty())
        return false;
    return candidates.size() == 1 || candidates.front().score - candidates[1].score >= kSafeLead - 1e-9;
}

} // namespace antecedent
