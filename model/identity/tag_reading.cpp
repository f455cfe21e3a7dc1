// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/tag_reading.h"

#include <algorithm>
#include <span>

namespace antecedent {

std::vector<TagReading> readTag(const AssetCatalogue& catalogue, const std::string& name)
{
    const Tokens tokens = tokensOf(name);
    std::vector<TagReading> out;
    const auto add = [&](std::uint32_t holder, std::size_t begin, std::size_t end) {
        const bool isKnown =
            std::any_of(out.begin(), out.end(), [&](const TagReading& reading) { return reading.holder == holder; });
        const auto at = [&](std::size_t place) { return tokens.begin() + static_cast<std::ptrdiff_t>(place); };
        if (!isKnown)
            out.push_back({holder, Tokens(at(end), tokens.end()), Tokens(tokens.begin(), at(begin))});
    };
    for (const AssetCatalogue::Place& place : catalogue.namedIn(tokens)) {
        add(place.asset, place.begin, place.begin + place.length);
        const std::span<const std::string> rest = std::span<const std::string>(tokens).subspan(place.begin);
        for (AssetIndex at = catalogue.dataset().assets[place.asset].parent; at.valid();
             at = catalogue.dataset().assets[at.value].parent)
            for (const Tokens& form : catalogue.known(at.value).forms)
                if (findTokens(rest.first(std::min(rest.size(), form.size())), form) == 0)
                    add(at.value, place.begin, place.begin + form.size());
    }
    return out;
}

} // namespace antecedent
