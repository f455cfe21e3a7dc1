// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The place in a recipe as a batch journal writes it (CreateIDEventData in the help of the batch server):
//   <UniqueID>:[<Procedure>\][<UnitProcedure>:<Instance>\]<Operation>:<Instance>-<LoopCount>[\<Phase>:<Instance>]
// Threads: pure.

#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

enum class RecipeLevel : std::uint8_t { Batch, UnitProcedure, Operation, Phase };
// "batch", "unit_procedure", "operation", "phase".
std::string_view recipeLevelName(RecipeLevel level);

struct RecipePath
{
    std::string uniqueId; // digits in front of the first colon; may be empty
    std::string procedure; // may be empty: the recipe begins at a lower level
    std::vector<std::string> elements; // below the procedure, as written
    RecipeLevel level = RecipeLevel::Batch; // of the last element

    // The text up to the n-th element.
    std::string upTo(std::size_t elementCount) const;
};
RecipePath parseRecipePath(std::string_view text);

} // namespace antecedent::importers
