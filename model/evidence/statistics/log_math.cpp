// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statistics/log_math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace antecedent::statistics {

namespace {

constexpr std::size_t kTable = 256;

std::array<double, kTable> makeTable()
{
    std::array<double, kTable> table{};
    long double sum = 0;
    for (std::size_t n = 2; n < kTable; ++n) {
        sum += std::log(static_cast<long double>(n));
        table[n] = static_cast<double>(sum);
    }
    return table;
}

} // namespace

double logFactorial(std::int64_t n)
{
    static const std::array<double, kTable> table = makeTable();
    if (n < static_cast<std::int64_t>(kTable))
        return table[static_cast<std::size_t>(std::max<std::int64_t>(n, 0))];
    const double x = static_cast<double>(n);
    const double inverse = 1 / x;
    const double square = inverse * inverse;
    return x * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi * x)
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
}

double logChoose(std::int64_t n, std::int64_t k)
{
    if (k < 0 || n < 0 || k > n)
        return kLogZero;
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

double logSum(std::span<const double> terms)
{
    if (terms.empty())
        return kLogZero;
    const double largest = *std::max_element(terms.begin(), terms.end());
    if (largest == kLogZero)
        return kLogZero;
    double sum = 0;
    for (const double term : terms)
        sum += std::exp(term - largest);
    return largest + std::log(sum);
}

} // namespace antecedent::statistics
