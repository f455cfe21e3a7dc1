// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/candidates.h"

#include "model/identity/alias_proposals.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kMostScore = 0.99; // a proposal is never certain
constexpr double kObjectedShare = 0.5;

} // namespace

void Candidates::add(std::uint32_t place, ClueKind kind, double weight, Phrase reason)
{
    Clue& clue = m_found[place].clues[kind];
    if (weight > clue.weight)
        clue = {weight, std::move(reason)};
}

void Candidates::support(std::uint32_t place, ClueKind kind, double weight, Phrase reason)
{
    if (has(place))
        add(place, kind, weight, std::move(reason));
}

void Candidates::object(std::uint32_t place, Phrase reason)
{
    if (has(place))
        m_found[place].objections.push_back(std::move(reason));
}

std::vector<std::uint32_t> Candidates::places() const
{
    std::vector<std::uint32_t> out;
    for (const auto& [place, found] : m_found)
        out.push_back(place);
    return out;
}

std::vector<Ranked> Candidates::ranked() const
{
    std::vector<Ranked> out;
    for (const auto& [place, found] : m_found) {
        double against = 1;
        std::vector<const Clue*> clues;
        for (const auto& [kind, clue] : found.clues) {
            against *= 1 - clue.weight;
            clues.push_back(&clue);
        }
        std::stable_sort(
            clues.begin(), clues.end(), [](const Clue* a, const Clue* b) { return a->weight > b->weight; });
        Ranked candidate;
        candidate.place = place;
        candidate.score = std::min(1 - against, kMostScore) * (found.objections.empty() ? 1 : kObjectedShare);
        candidate.score = std::round(candidate.score * 1000) / 1000;
        for (const Clue* clue : clues)
            candidate.reasons.push_back(clue->reason);
        candidate.objections = found.objections;
        if (candidate.score >= kLeastScore)
            out.push_back(std::move(candidate));
    }
    std::stable_sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    if (out.size() > kMostCandidates)
        out.resize(kMostCandidates);
    return out;
}

bool isClear(const std::vector<Ranked>& candidates)
{
    if (candidates.empty() || candidates.front().score < kSafeScore || !candidates.front().objections.empty())
        return false;
    return candidates.size() == 1 || candidates.front().score - candidates[1].score >= kSafeLead - 1e-9;
}

} // namespace antecedent
