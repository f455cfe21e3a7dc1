// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers as exports write them: decimal point or comma, marks between thousands, blanks around, a minus behind
// (`12,50-`). Exact (model/base/decimal.h). Threads: pure.

#include "model/base/decimal.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace antecedent::importers {

enum class NumberStatus : std::uint8_t { Ok, Empty, Unreadable };

// `decimalMark` is '.' or ','; the other one, blanks and apostrophes may stand between groups of three digits.
NumberStatus readNumber(std::string_view text, char decimalMark, Decimal& out);
// With a point as decimal mark.
bool isNumber(std::string_view text);

// The number with a decimal point and no other mark; a text that is none, or has more digits than fit, stays.
std::string pointNumber(std::string_view text, char decimalMark);
// Without the zeros that say nothing, too: `007` is 7, `1.50` is 1.5.
std::string plainNumber(std::string_view text, char decimalMark);

} // namespace antecedent::importers
