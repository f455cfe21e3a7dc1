// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The letters of instruments as ANSI/ISA-5.1-2009, table 4.1, has them: the first says what is measured (T temperature,
// P pressure, ...), the others what the instrument does. Only letters of instruments that give a value count: switches,
// valves and alarms do not measure. What the standard leaves to the user stays out, but for C, D and M as they are
// commonly used. Threads: pure functions.

#include "model/identity/tokens.h"

#include <optional>
#include <string_view>

namespace antecedent {

struct MeasuredLetter
{
    char first = 0; // in lower case
    bool isDifference = false; // PDI
};

// What `code`, in lower case and without numbers, stands for; nullopt if it is no such code.
std::optional<MeasuredLetter> measuredLetter(std::string_view code);
// The words of a parameter, in lower case, say that it is such a quantity: English and German.
bool isMeasuredBy(MeasuredLetter letter, const Tokens& parameter);

} // namespace antecedent
