// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/tag_clues.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr double kHolder = 0.35;
constexpr double kSister = 0.88; // one sister; several that agree
constexpr double kSisters = 0.92;
constexpr double kEnding = 0.65;
constexpr double kEndings = 0.8;
constexpr double kParameter = 0.4;
constexpr double kParameters = 0.5;
constexpr double kNeighbour = 0.3;
constexpr double kOneWord = 0.35;
constexpr double kTwoWords = 0.5;

constexpr std::size_t kStemLength = 4; // words that may have another ending

// The word itself is among the words, or the same in the plural.
bool hasWord(const Tokens& words, std::string_view word)
{
    return std::any_of(words.begin(), words.end(), [&](const std::string& other) {
        const std::string_view shorter = other.size() < word.size() ? std::string_view(other) : word;
        const std::string_view longer = other.size() < word.size() ? word : std::string_view(other);
        return other == word
            || (shorter.size() >= kStemLength && longer.starts_with(shorter) && longer.size() - shorter.size() <= 2);
    });
}

} // namespace

TagClues::TagClues(const AssetCatalogue& catalogue, const std::vector<std::pair<const Tag*, AssetIndex>>& stated)
    : m_catalogue(catalogue)
{
    for (const auto& [tag, asset] : stated) {
        if (!asset.valid())
            continue;
        for (const TagReading& reading : readTag(m_catalogue, tag->name)) {
            if (!m_catalogue.isWithin(asset.value, reading.holder))
                continue;
            Part part{m_catalogue.dataset().assets[asset.value].assetClass,
                joinedTokens(m_catalogue.known(asset.value).part), asset.value == reading.holder};
            if (part.isHolder)
                part = {{}, {}, true};
            const Keys keys = keysOf(reading, *tag);
            for (const std::string& key : {keys.sister, keys.ending, keys.parameter}) {
                if (key.empty())
                    continue;
                Votes& votes = m_votes[key];
                ++votes.counts[part];
                ++votes.total;
                votes.example.try_emplace(part, tag->name);
            }
            if (asset.value != reading.holder)
                m_neighbours[reading.holder].try_emplace(asset.value, tag->name);
        }
    }
}

TagClues::Keys TagClues::keysOf(const TagReading& reading, const Tag& tag) const
{
    const std::string& holderClass = m_catalogue.dataset().assets[reading.holder].assetClass;
    const std::string ending = joinedTokens(reading.left) + '\n' + tag.parameter + '\n' + tag.unit;
    Keys keys;
    if (!holderClass.empty() && !reading.left.empty())
        keys.sister = "s\n" + holderClass + '\n' + ending;
    if (!reading.left.empty() && !tag.parameter.empty())
        keys.ending = "e\n" + ending;
    if (!tag.parameter.empty())
        keys.parameter = "p\n" + tag.parameter + '\n' + tag.unit;
    return keys;
}

// The part of the same class and code; if there is none, the parts of the class.
AssetCatalogue::Assets TagClues::partAt(std::uint32_t holder, const Part& part) const
{
    if (part.isHolder)
        return {holder};
    AssetCatalogue::Assets sameClass;
    for (const std::uint32_t asset : m_catalogue.partsOf(holder)) {
        if (m_catalogue.dataset().assets[asset].assetClass != part.assetClass)
            continue;
        if (!part.code.empty() && joinedTokens(m_catalogue.known(asset).part) == part.code)
            return {asset};
        if (!part.assetClass.empty())
            sameClass.push_back(asset);
    }
    return sameClass;
}

void TagClues::addVotes(const Votes* votes, double one, double several, bool isSister, std::uint32_t holder,
    const MayBe& mayBe, Candidates& candidates) const
{
    if (!votes)
        return;
    for (const auto& [part, count] : votes->counts) {
        const AssetCatalogue::Assets parts = partAt(holder, part);
        const double share = static_cast<double>(count) / static_cast<double>(votes->total);
        for (const std::uint32_t asset : parts) {
            if (!mayBe(asset, false))
                continue;
            const double weight = (count > 1 ? several : one) * share / static_cast<double>(parts.size());
            const std::string& example = votes->example.at(part);
            candidates.add(asset, ClueKind::Sister, weight,
                isSister ? phrase("%1, the same tag of an asset of the same class, measures this part", example)
                         : plural(count, "%1 tag of the same ending or parameter measures such a part: %2",
                             "%1 tags of the same ending or parameter measure such a part, one is %2", example));
        }
    }
}

void TagClues::addWords(const Tag& tag, const TagReading& reading, const MayBe& mayBe, Candidates& candidates) const
{
    const Tokens words = wordsOf(tag.parameter);
    const std::string& holder = m_catalogue.id(reading.holder);
    for (const std::uint32_t part : m_catalogue.partsOf(reading.holder)) {
        if (!mayBe(part, false))
            continue;
        addPartClue(m_catalogue, part, holder, reading.left, candidates);
        std::vector<Phrase> shared;
        const KnownAsset& known = m_catalogue.known(part);
        for (const std::string& word : words)
            if (hasWord(known.classWords, word) || hasWord(known.description, word))
                shared.emplace_back(word);
        if (shared.empty())
            continue;
        const double weight = shared.size() > 1 ? kTwoWords : kOneWord;
        candidates.add(part, ClueKind::Words, weight,
            phrase("its class or description has words of the parameter: %1", listOf(std::move(shared), ", ")));
        candidates.add(part, ClueKind::Holder, kHolder, phrase("the name contains that of %1", holder));
    }
}

void TagClues::add(const Tag& tag, const MayBe& mayBe, Candidates& candidates) const
{
    const auto votesOf = [&](const std::string& key) {
        const auto found = m_votes.find(key);
        return key.empty() || found == m_votes.end() ? nullptr : &found->second;
    };
    for (const TagReading& reading : readTag(m_catalogue, tag.name)) {
        if (!mayBe(reading.holder, false))
            continue;
        candidates.add(reading.holder, ClueKind::Holder, kHolder,
            phrase("the name contains that of %1", m_catalogue.id(reading.holder)));
        const Keys keys = keysOf(reading, tag);
        addVotes(votesOf(keys.sister), kSister, kSisters, true, reading.holder, mayBe, candidates);
        addVotes(votesOf(keys.ending), kEnding, kEndings, false, reading.holder, mayBe, candidates);
        addVotes(votesOf(keys.parameter), kParameter, kParameters, false, reading.holder, mayBe, candidates);
        addWords(tag, reading, mayBe, candidates);
        if (const auto found = m_neighbours.find(reading.holder); found != m_neighbours.end())
            for (const auto& [part, example] : found->second)
                if (mayBe(part, false) && !candidates.has(part)) // a last resort, no support for other clues
                    candidates.add(part, ClueKind::Neighbour, kNeighbour,
                        phrase(
                            "other tags of %1 measure this part, such as %2", m_catalogue.id(reading.holder), example));
    }
}

} // namespace antecedent
