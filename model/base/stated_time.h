// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A time as its source stated it, for exports. Threads: pure.

#include "model/base/time.h"

#include <string>

namespace antecedent {

// As exact as it was stated, with its offset; parseIso() reads the same instant from it. A date is `2026-03-29+02:00`,
// a month `2026-03+02:00` (XML Schema 1.1, date and gYearMonth). Empty for an unknown time.
std::string formatStated(const TimeValue& value);

} // namespace antecedent
