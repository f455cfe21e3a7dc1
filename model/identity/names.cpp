// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/names.h"

#include <algorithm>

namespace antecedent {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::string_view withoutNumberInFront(std::string_view name)
{
    std::size_t at = 0;
    while (at < name.size() && isDigit(name[at]))
        ++at;
    if (at == 0 || at == name.size() || std::string_view("-_. /:").find(name[at]) == std::string_view::npos)
        return {};
    const std::string_view rest = name.substr(at + 1);
    return std::any_of(rest.begin(), rest.end(), isLetter) ? rest : std::string_view();
}

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

std::string strictSpelling(std::string_view name)
{
    std::string out;
    bool hasMark = false;
    for (const char c : name) {
        if (!isDigit(c) && !isLetter(c)) {
            hasMark = true;
            continue;
        }
        if (hasMark && isDigit(c) && !out.empty() && isDigit(out.back()))
            out += '.';
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        hasMark = false;
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
    for (const std::string_view part : {name, withoutNumberInFront(name)})
        if (const std::string spelling = strictSpelling(part); !spelling.empty())
            m_strictSpellings[spelling].insert(asset);
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

bool NameResolver::contains(const Names& names, const std::string& spelling, const std::string& asset)
{
    const auto found = names.find(spelling);
    return found != names.end() && found->second.contains(asset);
}

void NameResolver::setApart(const std::string& name)
{
    m_apart.insert(name);
}

std::optional<std::string> NameResolver::spelled(std::string_view name) const
{
    std::optional<std::string> asset = only(m_spellings, normalSpelling(name));
    return asset && contains(m_strictSpellings, strictSpelling(name), *asset) ? asset : std::nullopt;
}

std::optional<std::string> NameResolver::resolve(std::string_view name) const
{
    if (m_ids.contains(name))
        return std::string(name);
    if (m_apart.contains(name))
        return std::nullopt;
    if (const auto alias = m_aliases.find(std::string(name)); alias != m_aliases.end())
        return alias->second;
    const std::string spelling = normalSpelling(name);
    if (spelling.empty() || m_spellings.contains(spelling))
        return spelled(name);
    if (const std::string_view rest = withoutNumberInFront(name); !rest.empty()) {
        const auto asset = spelled(rest);
        if (asset && !contains(m_withoutPrefix, normalSpelling(rest), *asset))
            return asset;
        return std::nullopt;
    }
    const std::optional<std::string> asset = only(m_withoutPrefix, spelling);
    return asset && contains(m_strictSpellings, strictSpelling(name), *asset) ? asset : std::nullopt;
}

} // namespace antecedent
