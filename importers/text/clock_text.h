// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times of lists whose columns are told by what is in them, and times that stand in several cells. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent::importers {

// Whether a text is a time, in whatever order its date stands.
bool isTimeText(std::string_view text);
// Whether it is a time of day.
bool isClockText(std::string_view text);

// `250` of thousandths as the fraction `.250`; empty unless it is a whole number of at most three digits.
std::string thousandthsText(std::string_view text);
// The fraction behind the seconds of `1:58:10 AM` or `01:58:10+01:00`, unless they have one already.
void insertFraction(std::string& time, std::string_view fraction);

} // namespace antecedent::importers
