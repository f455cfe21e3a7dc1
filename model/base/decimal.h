// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An exact decimal number as a source writes it: mantissa and number of decimals, so that 5.980 prints as 5.980.
// Numbers with more than 18 digits or an exponent keep their text (the Text kind); the nearest double serves for
// computing. Threads: plain values and pure functions.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

struct Decimal
{
    std::int64_t mantissa = 0;
    std::uint8_t scale = 0; // digits after the decimal point, 0..18
    bool known = false;
    bool inexact = false; // the source text does not fit; mantissa holds the bits of the nearest double

    bool operator==(const Decimal&) const = default;
};

// `[+-]digits[.digits]`, decimal point only, no blanks, no thousands marks. Texts with exponent or too many digits give
// an inexact Decimal (nearest double). "NaN", "inf" and anything else: nullopt. "-0.0" keeps its digits, not its sign.
std::optional<Decimal> parseDecimal(std::string_view text);
// As written in the source: all its decimals, no plus sign, at least one digit before the point; an inexact one as the
// shortest text that reads back to the same double. Empty for an unknown number.
std::string formatDecimal(const Decimal& value);
// NaN for an unknown number.
double toDouble(const Decimal& value);

} // namespace antecedent
