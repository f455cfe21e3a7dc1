// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent {

double sortedQuantile(const std::vector<double>& ascending, double p)
{
    if (ascending.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double place = p * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (ascending[above] - ascending[below]) * (place - static_cast<double>(below));
}

double quantile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return sortedQuantile(values, p);
}

} // namespace antecedent
