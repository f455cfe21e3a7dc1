// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a number in a cell stands for by its format (ISO/IEC 29500-1, 18.8.30 and 18.8.31), and its text. Threads: pure.

#include <cstdint>
#include <string>
#include <string_view>

namespace antecedent::importers {

enum class NumberKind : std::uint8_t { Number, Date, DateTime, Time, Duration };

struct NumberForm
{
    NumberKind kind = NumberKind::Number;
    int secondDigits = -1; // that a clock shows after the second; -1: it shows no seconds
};

NumberForm builtinForm(unsigned id);
NumberForm formOfCode(std::string_view code);

// The text of a cell's number: `2026-03-29 01:58:10.25`, `2026-03-29 01:58`, `2026-03-29`, `14:30`, `26:15:00` (hours
// of a duration), or the number with at most 15 digits, which is all that a spreadsheet program keeps. A time has the
// digits that its format shows, and more only where the number has them: what is not shown is claimed by nobody. A
// number that is no day of its calendar stays a number.
std::string numberText(std::string_view raw, const NumberForm& form, bool isFrom1904);

} // namespace antecedent::importers
