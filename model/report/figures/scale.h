// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Steps of axes, and short texts for durations and dates. Threads: pure.

#include "model/base/phrase.h"
#include "model/base/time.h"
#include "model/base/zone.h"

#include <string>
#include <vector>

namespace antecedent {

// The smallest usual step (1 min ... 1 year) that gives at most `most` steps in `length`.
Duration niceTimeStep(Duration length, int most);
// "−36 h", "+4 h", "0", "−20 min", "−84 d": signed, with a true minus sign.
std::string relativeText(Duration offset);
// The same for ticks of an axis with that step: one unit for all of them.
std::string relativeText(Duration offset, Duration step);
// "42 h", "3.5 d", "20 min": a length of time.
std::string spanText(Duration length);
// "11 Apr 2025", in the zone.
std::string dateText(Timestamp t, const Zone& zone, bool withYear = true);
// The same for any language: in ISO 8601 where that is not English ("2025-04-11", "04-11").
Phrase dayPhrase(Timestamp t, const Zone& zone, bool withYear = true);
std::string clockText(Timestamp t, const Zone& zone, bool withSeconds = false); // "08:43"
// "UTC" or "UTC+02:00".
std::string offsetText(Timestamp t, const Zone& zone);
// The first local midnight at or after t.
Timestamp nextMidnight(Timestamp t, const Zone& zone);

} // namespace antecedent
