// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which kind of asset can plausibly contribute to which kind of deviation: a table of word stems, shipped
// (resources/tables/plausibility.csv, bundled at build time) or the file's own (configuration.h). It is prior
// knowledge: it orders suspects, and no test depends on it. Errors: InvalidTable with the line. Threads: immutable
// once parsed.

#include "model/base/digest.h"
#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

inline constexpr double kNotMatched = 0.5; // plausibility where the table says nothing about the deviation
inline constexpr double kImplausible = 0.01; // no pair of the table fits: unlikely, never impossible

struct PlausibilityRule
{
    std::vector<std::string> deviation; // stems, lower case; "=ph" is a whole word
    std::vector<std::string> asset; // none: administrative
    double weight = 0;
};

struct PlausibilityTable
{
    std::string version;
    std::vector<PlausibilityRule> rules;
    Digest hash{};

    // 0..1 for the words of a deviation (classification and text) and of an asset (class and description).
    double weight(std::string_view deviation, std::string_view asset) const;
    // Paper, not equipment: no asset contributes by its condition.
    bool isAdministrative(std::string_view deviation) const;
};

Result<PlausibilityTable> parsePlausibility(std::string_view csv);
std::string_view builtinPlausibilityText();
const PlausibilityTable& builtinPlausibility();

} // namespace antecedent
