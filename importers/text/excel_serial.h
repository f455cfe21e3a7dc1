// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dates and times that a spreadsheet shows as the numbers it keeps: days since 1899-12-30 (the system of 1900), the
// time of day as a fraction. Threads: pure.

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

// `45736` to `2025-03-20`, `45736.5` to `2025-03-20 12:00:00`, with milliseconds where the number has them; nullopt if
// the text is no number between 1927-05-18 (10000) and 2118-12-31 (79989). A fraction is rounded to milliseconds: more
// than that is not in the number.
std::optional<std::string> serialDateText(std::string_view text, char decimalMark);
// `0.25` to `06:00:00`; nullopt if the text is no number from 0 to 1.
std::optional<std::string> serialClockText(std::string_view text, char decimalMark);

} // namespace antecedent::importers
