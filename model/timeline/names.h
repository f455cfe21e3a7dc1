// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which asset a name means. Systems spell one asset in different ways; a name is resolved by the first rule that gives
// exactly one asset: its id as written; a confirmed alias; the spelling without punctuation and case, over ids, CMMS
// names, historian prefixes and aliases; the same after leaving out a number in front (an area or plant prefix such as
// `10-`). What no rule resolves becomes an asset of its own. Threads: plain values.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

// Letters and digits only, letters in lower case (ASCII; other characters as they are).
std::string normalSpelling(std::string_view name);

class NameResolver
{
public:
    // An asset with the other names that its record gives it.
    void addAsset(const std::string& id, const std::vector<std::string>& otherNames);
    // After the assets; an alias of an unknown asset is left out.
    void addAlias(const std::string& alias, const std::string& asset);
    // The asset's id, or nullopt.
    std::optional<std::string> resolve(std::string_view name) const;

private:
    using Names = std::unordered_map<std::string, std::set<std::string>>; // spelling to assets
    static std::optional<std::string> only(const Names& names, const std::string& spelling);
    void addSpelling(std::string_view name, const std::string& asset);

    std::set<std::string, std::less<>> m_ids;
    std::unordered_map<std::string, std::string> m_aliases;
    Names m_spellings;
    Names m_withoutPrefix;
};

} // namespace antecedent
