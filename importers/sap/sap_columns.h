// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which columns of a list are which fields of SAP plant maintenance. Headings differ by language, layout and column
// width: they are known from resources/tables/sap_headings.csv, and where one heading has several meanings
// ("Description" twice), the column before it decides, or what the cells hold (a clock time under the heading of a
// date). Threads: pure.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct SapColumns
{
    std::map<std::string, std::size_t, std::less<>> byField; // technical name -> column
    int weight = 0; // how much speaks for SAP
    std::size_t known = 0; // columns that are fields
    std::size_t named = 0; // columns with a heading

    std::optional<std::size_t> find(std::string_view field) const
    {
        const auto found = byField.find(field);
        return found == byField.end() ? std::nullopt : std::optional(found->second);
    }
    bool has(std::string_view field) const { return byField.contains(field); }
    // Whether the headings are those of a list of orders, notifications, equipment or measurements.
    bool isSap() const;
};

// `headings`: as in the list. `rows`: the first ones.
SapColumns findSapColumns(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows);

} // namespace antecedent::importers
