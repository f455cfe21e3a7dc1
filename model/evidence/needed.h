// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What would be needed to decide about a candidate that the data do not decide: how many more failures, or how many
// more controls, if both keep showing it as often as they do now. Exact test of the design as counted, with the added
// windows in sets like those there are, corrected for the number of candidates as if it stayed. A plan, not a
// prediction. Threads: pure.

#include "model/evidence/assessment.h"

namespace antecedent {

inline constexpr int kMostFailuresNeeded = 100;
inline constexpr int kMostControlsNeeded = 1000;

struct Needed
{
    std::optional<int> failures; // unset: more than kMostFailuresNeeded
    std::optional<int> controls; // unset: no number up to kMostControlsNeeded does, with the failures there are
    // Failures do not show it more often than controls do: more of the same would not show an association.
    bool isNotMore = false;
};

// nullopt: decided, or not counted in windows (ranks). `testable`: candidates in the family.
std::optional<Needed> neededFor(const Candidate& candidate, int testable);

} // namespace antecedent
