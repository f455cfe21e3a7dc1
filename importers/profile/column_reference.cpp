// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/profile/column_reference.h"

#include "model/base/text.h"

#include <algorithm>
#include <charconv>

namespace antecedent::importers {

namespace {

constexpr std::string_view kByPlace = "column ";
constexpr std::size_t kLongest = 120; // bytes of a heading that is written out

// Whether a heading can stand in a placeholder, in a list and before an equal sign.
bool isWritable(std::string_view name)
{
    if (name.empty() || name.size() > kLongest || name != trimmed(name) || !isValidUtf8(name))
        return false;
    if (name.front() == '#' || name.front() == '[' || name.front() == '@' || name == "*")
        return false;
    return std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' || std::string_view("{}\"=|").find(c) != std::string_view::npos;
    });
}

} // namespace

std::optional<std::size_t> findColumn(const std::vector<std::string>& names, std::string_view reference)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == reference)
            return i;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (equalsIgnoreCase(names[i], reference))
            return i;
    if (!reference.starts_with(kByPlace))
        return std::nullopt;
    reference.remove_prefix(kByPlace.size());
    std::size_t place = 0;
    const auto [end, status] = std::from_chars(reference.data(), reference.data() + reference.size(), place);
    const bool isNumber = status == std::errc() && end == reference.data() + reference.size();
    return isNumber && place >= 1 && place <= names.size() ? std::optional(place - 1) : std::nullopt;
}

std::string columnReference(const std::vector<std::string>& names, std::size_t index)
{
    const std::string& name = names[index];
    return isWritable(name) && findColumn(names, name) == index ? name
                                                                : std::string(kByPlace) + std::to_string(index + 1);
}

} // namespace antecedent::importers
