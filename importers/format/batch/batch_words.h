// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words and names as batch servers write them, in a journal as in a record. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent::importers {

// `Prompt Response` as an identifier: PROMPT_RESPONSE.
std::string identifierOf(std::string_view words);
// Several words in capitals that are joined by underscores, such as MANUAL_SAMPLE: they name an action.
bool isIdentifier(std::string_view text);
// An element of a recipe without instance and loop count: `OP_HEAT:1-1` is OP_HEAT.
std::string_view elementName(std::string_view element);
// `part` is in lower case; the text need not be.
bool containsIgnoreCase(std::string_view text, std::string_view part);

} // namespace antecedent::importers
