// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). Threads: pure.

#include <vector>

namespace antecedent {

// `p` in 0..1; NaN for no values. No value may be NaN.
double quantile(std::vector<double> values, double p);
double sortedQuantile(const std::vector<double>& ascending, double p);

} // namespace antecedent
