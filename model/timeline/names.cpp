// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/names.h"

#include <algorithm>

namespace antecedent {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// `10-C120` gives `C120`; empty if there is no number with a mark in front.
std::string_view withoutNumberInFront(std::string_view name)
{
    std::size_t at = 0;
    while (at < name.size() && isDigit(name[at]))
        ++at;
    if (at == 0 || at == name.size() || std::string_view("-_. /:").find(name[at]) == std::string_view::npos)
        return {};
    return name.substr(at + 1);
}

} // namespace

std::string normalSpelling(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || isDigit(c) || static_cast<unsigned char>(c) >= 0x80)
            out += c;
    }
    return out;
}

void NameResolver::addAsset(const std::string& id, const std::vector<std::string>& otherNames)
{
    m_ids.insert(id);
    addSpelling(id, id);
    for (const std::string& name : otherNames)
        addSpelling(name, id);
}

void NameResolver::addAlias(const std::string& alias, const std::string& asset)
{
    if (!m_ids.contains(asset))
        return;
    m_aliases[alias] = asset;
    addSpelling(alias, asset);
}

void NameResolver::addSpelling(std::string_view name, const std::string& asset)
{
    if (const std::string spelling = normalSpelling(name); !spelling.empty())
        m_spellings[spelling].insert(asset);
    if (const std::string spelling = normalSpelling(withoutNumberInFront(name)); !spelling.empty())
        m_withoutPrefix[spelling].insert(asset);
}

std::optional<std::string> NameResolver::only(const Names& names, const std::string& spelling)
{
    const auto found = names.find(spelling);
    if (found == names.end() || found->second.size() != 1)
        return std::nullopt;
    return *found->second.begin();
}

std::optional<std::string> NameResolver::resolve(std::string_view name) const
{
    if (m_ids.contains(name))
        return std::string(name);
    if (const auto alias = m_aliases.find(std::string(name)); alias != m_aliases.end())
        return alias->second;
    const std::string spelling = normalSpelling(name);
    if (spelling.empty() || m_spellings.contains(spelling))
        return only(m_spellings, spelling);
    const std::string rest = normalSpelling(withoutNumberInFront(name));
    if (!rest.empty())
        if (auto asset = only(m_spellings, rest))
            return asset;
    return only(m_withoutPrefix, spelling);
}

} // namespace antecedent
