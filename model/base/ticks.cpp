// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/ticks.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

std::vector<double> niceTicks(double low, double high, int most)
{
    std::vector<double> ticks;
    if (!(high > low) || most < 1 || !std::isfinite(low) || !std::isfinite(high))
        return ticks;
    const double raw = (high - low) / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double factor = raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10;
    const double step = factor * power;
    const double first = std::ceil(low / step - 1e-9);
    for (int i = 0; i <= most + 1; ++i) {
        const double value = (first + i) * step;
        if (value > high + step * 1e-9)
            break;
        ticks.push_back(std::abs(value) < step * 1e-9 ? 0 : value);
    }
    return ticks;
}

int tickDecimals(const std::vector<double>& ticks)
{
    if (ticks.size() < 2)
        return 2;
    const double step = ticks[1] - ticks[0];
    return step >= 1 ? 0 : std::min(9, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

} // namespace antecedent
