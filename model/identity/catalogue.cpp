// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/catalogue.h"

#include "model/identity/names.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kMostAlike = 200; // assets under one key; more say nothing
constexpr std::size_t kMostParts = 200;
constexpr std::size_t kMostFormTokens = 8;
constexpr std::size_t kMostDescriptionTokens = 12;
constexpr std::size_t kLeastLetters = 4; // of a name without number that is looked for inside other names

// A name that can be recognised inside a longer one: letters and a number, or enough letters.
bool isTelling(std::span<const std::string> form)
{
    std::size_t letters = 0;
    for (const std::string& token : form)
        letters += isNumber(token) ? 0 : token.size();
    return letters > 0 && (hasNumber(form) || letters >= kLeastLetters);
}

bool isTaken(const std::vector<bool>& taken, std::size_t begin, std::size_t length)
{
    return std::any_of(taken.begin() + static_cast<std::ptrdiff_t>(begin),
        taken.begin() + static_cast<std::ptrdiff_t>(begin + length), [](bool b) { return b; });
}

} // namespace

Tokens wordsOf(std::string_view text)
{
    Tokens words = tokensOf(text);
    std::erase_if(words, [](const std::string& word) { return word.size() < 2 || isNumber(word); });
    return words;
}

std::string looksOf(std::string_view name)
{
    std::string out = normalSpelling(name);
    for (char& c : out)
        c = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
    return out;
}

AssetCatalogue::AssetCatalogue(const Dataset& dataset)
    : m_dataset(dataset)
    , m_known(dataset.assets.size())
{
    for (std::uint32_t i = 0; i < m_known.size(); ++i) {
        const Asset& asset = dataset.assets[i];
        for (const std::string* name : {&asset.id, &asset.cmmsId, &asset.historianPrefix})
            if (!name->empty())
                addName(*name, i);
        KnownAsset& known = m_known[i];
        known.description = tokensOf(asset.description);
        known.classWords = wordsOf(asset.assetClass);
        if (!known.description.empty() && known.description.size() <= kMostDescriptionTokens) {
            put(m_descriptions, joinedTokens(known.description), i);
            m_longestDescription = std::max(m_longestDescription, known.description.size());
        }
        if (!known.description.empty())
            put(m_numbers, numbersOf(known.description), i);
        if (const Asset* parent = dataset.asset(asset.parent)) {
            const Tokens own = tokensOf(asset.id);
            const Tokens front = tokensOf(parent->id);
            if (own.size() > front.size() && std::equal(front.begin(), front.end(), own.begin()))
                known.part.assign(own.begin() + static_cast<std::ptrdiff_t>(front.size()), own.end());
            for (const std::string& token : known.part)
                if (!isNumber(token) && !asset.assetClass.empty())
                    ++m_codes[token][asset.assetClass];
        }
    }
}

const AssetCatalogue::Assets& AssetCatalogue::find(const Lookup& lookup, const std::string& key)
{
    static const Assets kNone;
    const auto found = lookup.find(key);
    return found == lookup.end() || found->second.size() > kMostAlike ? kNone : found->second;
}

void AssetCatalogue::put(Lookup& lookup, const std::string& key, std::uint32_t asset)
{
    if (key.empty())
        return;
    Assets& assets = lookup[key];
    if (assets.size() <= kMostAlike && (assets.empty() || assets.back() != asset))
        assets.push_back(asset);
}

void AssetCatalogue::addName(std::string_view name, std::uint32_t asset)
{
    put(m_spellings, normalSpelling(name), asset);
    put(m_cores, normalSpelling(name), asset);
    put(m_cores, normalSpelling(withoutNumberInFront(name)), asset);
    put(m_looks, looksOf(name), asset);
    for (const std::string_view text : {name, withoutNumberInFront(name)}) {
        const Tokens form = tokensOf(text);
        if (form.empty())
            continue;
        auto& forms = m_known[asset].forms;
        if (std::find(forms.begin(), forms.end(), form) != forms.end())
            continue;
        forms.push_back(form);
        Tokens sorted = form;
        std::sort(sorted.begin(), sorted.end());
        put(m_sorted, joinedTokens(sorted), asset);
        put(m_numbers, numbersOf(form), asset);
        put(m_forms, joinedTokens(form), asset);
        if (form.size() <= kMostFormTokens && isTelling(form))
            m_longestForm = std::max(m_longestForm, form.size());
    }
}

std::vector<AssetCatalogue::Place> AssetCatalogue::namedIn(
    const Tokens& tokens, const std::function<bool(std::uint32_t asset)>& isMeant) const
{
    const std::span<const std::string> all(tokens);
    for (std::size_t length = std::min(m_longestForm, all.size()); length > 0; --length) {
        std::vector<Place> places;
        for (std::size_t begin = 0; begin + length <= all.size(); ++begin) {
            const auto part = all.subspan(begin, length);
            if (isTelling(part))
                for (const std::uint32_t asset : byTokens(joinedTokens(part)))
                    if (!isMeant || isMeant(asset))
                        places.push_back({asset, begin, length});
        }
        if (!places.empty())
            return places;
    }
    return {};
}

std::vector<AssetCatalogue::Mention> AssetCatalogue::mentionsIn(const Tokens& tokens) const
{
    const std::span<const std::string> all(tokens);
    std::vector<Mention> out;
    std::vector<bool> taken(all.size());
    const auto take = [&](std::uint32_t asset, std::size_t begin, std::size_t length, bool isDescription) {
        out.push_back({{asset, begin, length}, isDescription});
        std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(begin), length, true);
    };
    for (std::size_t length = std::min(std::max(m_longestForm, m_longestDescription), all.size()); length > 0; --length)
        for (std::size_t begin = 0; begin + length <= all.size(); ++begin) {
            if (isTaken(taken, begin, length))
                continue;
            const auto part = all.subspan(begin, length);
            const std::string key = joinedTokens(part);
            const Assets& described = length > 1 ? byDescription(key) : byDescription({});
            const Assets& named = isTelling(part) ? byTokens(key) : byDescription({});
            if (described.size() == 1)
                take(described.front(), begin, length, true);
            else if (named.size() == 1)
                take(named.front(), begin, length, false);
        }
    return out;
}

AssetCatalogue::Assets AssetCatalogue::partsOf(std::uint32_t asset) const
{
    Assets out;
    Assets open{asset};
    while (!open.empty() && out.size() < kMostParts) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (const AssetIndex child : m_dataset.assets[at].children)
            if (out.size() < kMostParts) {
                out.push_back(child.value);
                open.push_back(child.value);
            }
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool AssetCatalogue::isWithin(std::uint32_t asset, std::uint32_t holder) const
{
    for (AssetIndex at{asset}; at.valid(); at = m_dataset.assets[at.value].parent)
        if (at.value == holder)
            return true;
    return false;
}

std::pair<std::size_t, std::size_t> AssetCatalogue::codeUse(
    const std::string& token, const std::string& assetClass) const
{
    std::pair<std::size_t, std::size_t> out{0, 0};
    if (const auto found = m_codes.find(token); found != m_codes.end())
        for (const auto& [name, count] : found->second)
            (name == assetClass ? out.first : out.second) += count;
    return out;
}

} // namespace antecedent
