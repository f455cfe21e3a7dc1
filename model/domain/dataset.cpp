// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/dataset.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

} // namespace

StringPool::StringPool()
{
    intern({});
}

std::uint32_t StringPool::intern(std::string_view text)
{
    if (const auto found = m_ids.find(text); found != m_ids.end())
        return found->second;
    const auto id = static_cast<std::uint32_t>(m_texts.size());
    const auto inserted = m_ids.emplace(std::string(text), id).first;
    m_texts.push_back(&inserted->first); // nodes of an unordered_map do not move
    return id;
}

std::optional<std::uint32_t> StringPool::find(std::string_view text) const
{
    const auto found = m_ids.find(text);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

AssetIndex Dataset::findAsset(std::string_view name) const
{
    const auto found = assetNames.find(std::string(name));
    return found == assetNames.end() ? AssetIndex{} : found->second;
}

BatchIndex Dataset::findBatch(std::string_view name) const
{
    const auto found = batchNames.find(std::string(name));
    return found == batchNames.end() ? BatchIndex{} : found->second;
}

const Deviation* Dataset::findDeviation(std::string_view id) const
{
    const auto found = std::lower_bound(
        deviations.begin(), deviations.end(), id, [](const Deviation& d, std::string_view key) { return d.id < key; });
    return found != deviations.end() && found->id == id ? &*found : nullptr;
}

std::size_t Dataset::openRepeats() const
{
    return static_cast<std::size_t>(std::count_if(
        repeats.begin(), repeats.end(), [](const RepeatedFact& fact) { return fact.state == RepeatState::Open; }));
}

const RepeatedFact* Dataset::mergedFact(std::size_t event) const
{
    const std::pair wanted(RepeatState::Confirmed, event);
    const auto found = std::lower_bound(repeats.begin(), repeats.end(), wanted,
        [](const RepeatedFact& fact, const auto& key) { return std::pair(fact.state, fact.event) < key; });
    return found != repeats.end() && std::pair(found->state, found->event) == wanted ? &*found : nullptr;
}

CountedOnce::CountedOnce(const Dataset& dataset)
{
    for (const RepeatedFact& fact : dataset.repeats) {
        if (fact.state != RepeatState::Open)
            continue;
        m_factOf.emplace(fact.event, m_taken.size());
        for (const std::size_t copy : fact.copies)
            m_factOf.emplace(copy, m_taken.size());
        m_taken.push_back(kNone);
    }
}

std::optional<std::size_t> CountedOnce::proposalOf(std::size_t event) const
{
    const auto fact = m_factOf.find(event);
    return fact == m_factOf.end() ? std::nullopt : std::optional(fact->second);
}

bool CountedOnce::take(std::size_t event)
{
    const auto fact = m_factOf.find(event);
    if (fact == m_factOf.end())
        return true;
    std::size_t& taken = m_taken[fact->second];
    if (taken == kNone)
        taken = event;
    return taken == event;
}

} // namespace antecedent
