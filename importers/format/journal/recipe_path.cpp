// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/recipe_path.h"

#include "importers/format/batch/batch_words.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool hasLoopCount(std::string_view element)
{
    const std::size_t colon = element.rfind(':');
    return colon != std::string_view::npos && element.find('-', colon) != std::string_view::npos;
}

} // namespace

std::string_view recipeLevelName(RecipeLevel level)
{
    switch (level) {
    case RecipeLevel::Batch:
        return "batch";
    case RecipeLevel::UnitProcedure:
        return "unit_procedure";
    case RecipeLevel::Operation:
        return "operation";
    case RecipeLevel::Phase:
        break;
    }
    return "phase";
}

std::string RecipePath::upTo(std::size_t elementCount) const
{
    std::string out = procedure;
    for (std::size_t i = 0; i < std::min(elementCount, elements.size()); ++i) {
        if (!out.empty())
            out += '\\';
        out += elements[i];
    }
    return out;
}

RecipePath parseRecipePath(std::string_view text)
{
    RecipePath out;
    text = trimmed(text);
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos && isDigits(text.substr(0, colon))) {
        out.uniqueId = std::string(text.substr(0, colon));
        text.remove_prefix(colon + 1);
    }
    if (text.empty())
        return out;
    for (const std::string_view element : split(text, '\\')) {
        if (element.empty())
            continue;
        // A procedure has no instance.
        if (out.elements.empty() && out.procedure.empty() && elementName(element) == element)
            out.procedure = std::string(element);
        else
            out.elements.emplace_back(element);
    }
    if (out.elements.empty())
        return out;
    // A loop count in the first place tells an operation without a unit procedure around it.
    const std::size_t depth = out.elements.size() + (hasLoopCount(out.elements.front()) ? 1U : 0U);
    out.level = depth == 1 ? RecipeLevel::UnitProcedure : depth == 2 ? RecipeLevel::Operation : RecipeLevel::Phase;
    return out;
}

} // namespace antecedent::importers
