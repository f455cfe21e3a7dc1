// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which asset a name means. Systems spell one asset in different ways; a name is resolved by the first rule that gives
// exactly one asset: its id as written; a confirmed alias; the spelling without punctuation and case, over ids, CMMS
// names, historian prefixes and aliases; the same after leaving out a number in front (an area or plant prefix such as
// `10-`), unless the asset is known to have another number there. A mark between two digits is no punctuation: `1.0` is
// not `10`. A name that a person has set apart has its own asset. What no rule resolves becomes an asset of its own.
// Threads: plain values.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

// Letters and digits only, letters in lower case (ASCII; other characters as they are).
std::string normalSpelling(std::string_view name);
// The same, but one point stays for marks between two digits.
std::string strictSpelling(std::string_view name);
// `10-C120` gives `C120`; empty if there is no number with a mark in front, or no letter behind.
std::string_view withoutNumberInFront(std::string_view name);

class NameResolver
{
public:
    // An asset with the other names that its record gives it.
    void addAsset(const std::string& id, const std::vector<std::string>& otherNames);
    // After the assets; an alias of an unknown asset is left out.
    void addAlias(const std::string& alias, const std::string& asset);
    // The same for an asset that no list has: the alias as written, no spelling of it.
    void addAliasOfUnlisted(const std::string& alias, const std::string& asset) { m_aliases[alias] = asset; }
    // A name that no rule may resolve.
    void setApart(const std::string& name);
    // The asset's id, or nullopt.
    std::optional<std::string> resolve(std::string_view name) const;

private:
    using Names = std::unordered_map<std::string, std::set<std::string>>; // spelling to assets
    static std::optional<std::string> only(const Names& names, const std::string& spelling);
    static bool contains(const Names& names, const std::string& spelling, const std::string& asset);
    // The only asset of that spelling, if marks between digits agree too.
    std::optional<std::string> spelled(std::string_view name) const;
    void addSpelling(std::string_view name, const std::string& asset);

    std::set<std::string, std::less<>> m_ids;
    std::unordered_map<std::string, std::string> m_aliases;
    std::set<std::string, std::less<>> m_apart;
    Names m_spellings;
    Names m_strictSpellings;
    Names m_withoutPrefix;
};

} // namespace antecedent
