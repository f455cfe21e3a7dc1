// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to b2mml_table, b2mml_work, b2mml_maintenance and b2mml_plant. Threads: one.

#include "importers/format/b2mml/b2mml_table.h"

#include <initializer_list>
#include <utility>

namespace antecedent::importers {

struct B2mmlTable::Segment
{
    static constexpr std::size_t kMaxActuals = 10'000;
    static constexpr std::size_t kMaxBytes = std::size_t{16} << 20U;

    std::uint64_t line = 0;
    std::vector<std::string> equipment;
    std::vector<std::string> assets;
    std::string people;
    // Of maintenance:
    std::string parts;
    std::vector<B2mmlRow> spares; // that were put in, as installations
    std::vector<std::pair<B2mmlColumn, std::string>> facts;
    std::string data; // what has no column
    std::size_t bytes = 0; // of the elements that these come from
};

struct B2mmlTable::Order
{
    B2mmlRow row;
    bool hasRequest = false;
    bool hasOrder = false;
    bool hasResponse = false;
};

inline void append(std::string& list, std::string_view entry, std::string_view separator)
{
    constexpr std::size_t kMaxList = 1000; // bytes
    constexpr std::string_view kMore = "…";
    if (entry.empty())
        return;
    if (list.size() > kMaxList) {
        if (!list.ends_with(kMore))
            list.append(separator).append(kMore);
        return;
    }
    if (!list.empty())
        list += separator;
    list += entry;
}

// The first of these values that is there.
inline std::string_view anyOf(const XmlValues& values, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (const std::string_view value = valueOf(values, name); !value.empty())
            return value;
    return {};
}

inline std::string_view anyOf(const XmlFragment& part, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (const std::string_view value = part.childText(XmlFragment::root(), name); !value.empty())
            return value;
    return {};
}

} // namespace antecedent::importers
