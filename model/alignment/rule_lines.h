// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The form that the editable tables of rules share: comments with #, one of them `# version: N`, a header, a rule per
// line. Threads: pure.

#include "model/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

struct RuleLine
{
    std::size_t number = 0; // 1-based, in the table's text
    std::string_view text; // trimmed, of the text that was given
};

struct RuleLines
{
    std::string version; // empty: none stated
    std::vector<RuleLine> rules; // at least one
};

// What the first line `# version: N` of a table or a mapping profile says; empty: there is none.
std::string statedVersion(std::string_view text);

// `what`: how errors call the table, "reset table". InvalidTable: another header, or no rule.
Result<RuleLines> ruleLines(std::string_view csv, std::string_view header, std::string_view what);
// An error in one of its lines.
Error invalidRule(std::string_view what, std::size_t line, std::string detail);

} // namespace antecedent
