// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which asset a tag measures, where no list says so: learned from the tags whose asset is stated. A tag that ends like
// one of a sister (`R102.SL01.PI` beside `R101.SL01.PI`) measures the same part of its own unit; so do, less surely,
// tags with the same ending or parameter at other units, and words that the parameter shares with a part. Threads:
// immutable once built; refers to the catalogue.

#include "model/identity/candidates.h"
#include "model/identity/catalogue.h"
#include "model/identity/spelling_clues.h"
#include "model/identity/tag_reading.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

class TagClues
{
public:
    // `stated`: tags and their assets.
    TagClues(const AssetCatalogue& catalogue, const std::vector<std::pair<const Tag*, AssetIndex>>& stated);
    void add(const Tag& tag, const MayBe& mayBe, Candidates& candidates) const;

private:
    // Which part of its holder a tag measures, told so that it can be found at another holder.
    struct Part
    {
        std::string assetClass;
        std::string code; // what its id adds; empty for the holder itself
        bool isHolder = false;
        auto operator<=>(const Part&) const = default;
    };
    struct Votes
    {
        std::map<Part, std::size_t> counts;
        std::map<Part, std::string> example; // a tag
        std::size_t total = 0;
    };
    struct Keys // under which votes are looked up, from the surest to the weakest
    {
        std::string sister;
        std::string ending;
        std::string parameter;
    };

    Keys keysOf(const TagReading& reading, const Tag& tag) const;
    AssetCatalogue::Assets partAt(std::uint32_t holder, const Part& part) const;
    void addVotes(const Votes* votes, double one, double several, bool isSister, std::uint32_t holder,
        const MayBe& mayBe, Candidates& candidates) const;
    void addWords(const Tag& tag, const TagReading& reading, const MayBe& mayBe, Candidates& candidates) const;

    const AssetCatalogue& m_catalogue;
    std::map<std::string, Votes> m_votes;
    std::map<std::uint32_t, std::map<std::uint32_t, std::string>> m_neighbours; // holder to measured parts, with a tag
};

} // namespace antecedent
