// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The assets of a dataset, to be found by what a name or a text shares with them: spelling, words and numbers, class,
// description. Which short form stands for which class of part (`agt` for agitators) is learned from the ids, classes
// and descriptions themselves. Threads: immutable once built; refers to the dataset.

#include "model/domain/dataset.h"
#include "model/identity/tokens.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

struct KnownAsset
{
    std::vector<Tokens> forms; // of id, CMMS name and historian prefix; without a number in front too
    Tokens part; // what its id adds to its parent's; empty without parent or where it does not begin like it
    Tokens description;
    Tokens classWords;
};

class AssetCatalogue
{
public:
    using Assets = std::vector<std::uint32_t>; // ascending

    explicit AssetCatalogue(const Dataset& dataset);

    const Dataset& dataset() const { return m_dataset; }
    const KnownAsset& known(std::uint32_t asset) const { return m_known[asset]; }
    std::size_t size() const { return m_known.size(); }
    const std::string& id(std::uint32_t asset) const { return m_dataset.assets[asset].id; }

    const Assets& bySpelling(const std::string& spelling) const { return find(m_spellings, spelling); }
    // Spelled like the name after leaving out a number in front, of the name, the asset's name, or both.
    const Assets& byCore(const std::string& spelling) const { return find(m_cores, spelling); }
    const Assets& byTokens(const std::string& joined) const { return find(m_forms, joined); }
    const Assets& bySortedTokens(const std::string& joined) const { return find(m_sorted, joined); }
    // With O for 0 and I, L for 1.
    const Assets& byLooks(const std::string& spelling) const { return find(m_looks, spelling); }
    // Whose name or description has just these numbers (numbersOf).
    const Assets& byNumbers(const std::string& numbers) const { return find(m_numbers, numbers); }
    const Assets& byDescription(const std::string& joined) const { return find(m_descriptions, joined); }

    struct Place
    {
        std::uint32_t asset = 0;
        std::size_t begin = 0; // in the tokens
        std::size_t length = 0;
    };
    // Assets whose name stands in the tokens, of those that are meant: the longest ones, in the order of their places.
    std::vector<Place> namedIn(
        const Tokens& tokens, const std::function<bool(std::uint32_t asset)>& isMeant = {}) const;
    // Everything that a text speaks of: names, and descriptions that belong to one asset; no place counts twice, the
    // longer one goes first.
    struct Mention : Place
    {
        bool isDescription = false;
    };
    std::vector<Mention> mentionsIn(const Tokens& tokens) const;

    // The asset's parts and their parts, ascending; at most 200.
    Assets partsOf(std::uint32_t asset) const;
    bool isWithin(std::uint32_t asset, std::uint32_t holder) const; // itself included
    // How many assets of the class have the token as part of their id, and how many of other classes.
    std::pair<std::size_t, std::size_t> codeUse(const std::string& token, const std::string& assetClass) const;

private:
    using Lookup = std::unordered_map<std::string, Assets>;
    static const Assets& find(const Lookup& lookup, const std::string& key);
    static void put(Lookup& lookup, const std::string& key, std::uint32_t asset);
    void addName(std::string_view name, std::uint32_t asset);

    const Dataset& m_dataset;
    std::vector<KnownAsset> m_known;
    Lookup m_spellings;
    Lookup m_cores;
    Lookup m_forms;
    Lookup m_sorted;
    Lookup m_looks;
    Lookup m_numbers;
    Lookup m_descriptions;
    std::map<std::string, std::map<std::string, std::size_t>> m_codes; // token of a part to classes
    std::size_t m_longestForm = 0;
    std::size_t m_longestDescription = 0;
};

// "bearing pump" of class "bearing_pump", without the numbers and one-letter words.
Tokens wordsOf(std::string_view text);
// A spelling that looks like another: O for 0, I and L for 1.
std::string looksOf(std::string_view name);

} // namespace antecedent
