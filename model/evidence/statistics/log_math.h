// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Logarithms of factorials, binomial coefficients and sums, for distributions whose terms leave the range of a double.
// Pure arithmetic (no lgamma, whose last digits differ between systems). Errors below 1e-15 relative. Threads: pure.

#include <cstdint>
#include <limits>
#include <span>

namespace antecedent::statistics {

inline constexpr double kLogZero = -std::numeric_limits<double>::infinity();

// ln n! for n >= 0: table of sums of logarithms below 256, Stirling's series above.
double logFactorial(std::int64_t n);
// ln of n choose k; kLogZero outside 0 <= k <= n.
double logChoose(std::int64_t n, std::int64_t k);
// ln of the sum of exp(terms); kLogZero for no terms.
double logSum(std::span<const double> terms);

} // namespace antecedent::statistics
