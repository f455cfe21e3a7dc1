// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parameters that a file speaks of: those that its list of tags states, and those of its batches. Spellings that
// differ in marks and capitals alone are one, written as tags have it most often. Threads: immutable once built.

#include "model/domain/dataset.h"
#include "model/identity/tokens.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

struct KnownParameter
{
    std::string name;
    Tokens words;
    std::map<std::string, std::size_t> units; // in which it is measured, as written, and how often
};

class ParameterWords
{
public:
    // `stated`: the parameter that a list states for each tag; empty where it states none.
    ParameterWords(const Dataset& dataset, const std::map<std::string, std::string>& stated);

    std::size_t size() const { return m_known.size(); }
    const KnownParameter& operator[](std::uint32_t parameter) const { return m_known[parameter]; }
    std::optional<std::uint32_t> find(std::string_view name) const;

    struct Place
    {
        std::uint32_t parameter = 0;
        std::size_t length = 0; // in tokens
    };
    // Parameters whose words stand in the text, one after the other.
    std::vector<Place> namedIn(std::span<const std::string> text) const;

private:
    std::vector<KnownParameter> m_known; // ascending by their words
    std::unordered_map<std::string, std::uint32_t> m_places;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_byFirstWord;
};

// A parameter that is called as its own tag is, as lists without a column for it have it, says nothing of other tags.
bool isOwnName(const std::string& tag, const std::string& parameter);

} // namespace antecedent
