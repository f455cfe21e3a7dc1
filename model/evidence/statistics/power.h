// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Power of a design before any result is seen: the chance that the exact test reaches alpha if the true odds ratio is
// psi and a control window or batch is exposed with a given probability (20 % where nothing is known, as in method.md
// C6). Matched windows: by simulation with a fixed generator (SplitMix64, seed in the code, 200 to 2,000 draws;
// standard error at most 0.035), batches: by summing the two binomials exactly. Threads: pure, deterministic.

#include <span>

namespace antecedent::statistics {

double matchedPower(std::span<const int> windowsPerSet, double oddsRatio, double exposure = 0.2, double alpha = 0.05);
// Strata are added up: the crude design, which is an upper estimate for the stratified one.
double batchPower(int cases, int controls, double oddsRatio, double exposure = 0.2, double alpha = 0.05);

} // namespace antecedent::statistics
