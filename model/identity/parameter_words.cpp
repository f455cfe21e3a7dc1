// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/parameter_words.h"

#include <algorithm>
#include <tuple>

namespace antecedent {

namespace {

struct Use
{
    std::size_t tags = 0;
    std::size_t batches = 0;
};

struct Spellings
{
    std::map<std::string, Use> uses;
    std::map<std::string, std::size_t> units;

    // The most used one, of equal ones the first.
    const std::string& best() const
    {
        const auto found = std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) {
            return std::tie(a.second.tags, a.second.batches) < std::tie(b.second.tags, b.second.batches);
        });
        return found->first;
    }
};

} // namespace

ParameterWords::ParameterWords(const Dataset& dataset, const std::map<std::string, std::string>& stated)
{
    std::map<std::string, Spellings> all; // by their words
    const auto add = [&](const std::string& name, const std::string& unit, std::size_t Use::*use) {
        const std::string key = joinedTokens(tokensOf(name));
        if (key.empty())
            return;
        Spellings& spellings = all[key];
        ++(spellings.uses[name].*use);
        if (!unit.empty())
            ++spellings.units[unit];
    };
    for (const Tag& tag : dataset.tags)
        if (const auto found = stated.find(tag.name); found != stated.end() && !isOwnName(tag.name, found->second))
            add(found->second, tag.unit, &Use::tags);
    for (const Parameter& parameter : dataset.parameters)
        add(parameter.parameter, parameter.unit, &Use::batches);
    for (auto& [key, spellings] : all) {
        const auto place = static_cast<std::uint32_t>(m_known.size());
        m_known.push_back({spellings.best(), tokensOf(spellings.best()), std::move(spellings.units)});
        m_places[key] = place;
        m_byFirstWord[m_known.back().words.front()].push_back(place);
    }
}

std::optional<std::uint32_t> ParameterWords::find(std::string_view name) const
{
    const auto found = m_places.find(joinedTokens(tokensOf(name)));
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::vector<ParameterWords::Place> ParameterWords::namedIn(std::span<const std::string> text) const
{
    std::vector<Place> out;
    for (std::size_t begin = 0; begin < text.size(); ++begin)
        if (const auto found = m_byFirstWord.find(text[begin]); found != m_byFirstWord.end())
            for (const std::uint32_t parameter : found->second)
                if (findTokens(
                        text.subspan(begin).first(std::min(text.size() - begin, m_known[parameter].words.size())),
                        m_known[parameter].words)
                    == 0)
                    out.push_back({parameter, m_known[parameter].words.size()});
    return out;
}

bool isOwnName(const std::string& tag, const std::string& parameter)
{
    return tokensOf(tag) == tokensOf(parameter);
}

} // namespace antecedent
