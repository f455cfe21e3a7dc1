// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the ticks of an axis of numbers stand. Threads: pure.

#include <vector>

namespace antecedent {

// Multiples of 1, 2 or 5 times a power of ten inside [low, high], at most `most`; empty if the range is empty.
std::vector<double> niceTicks(double low, double high, int most);
// Digits after the point that tell neighbouring ticks apart.
int tickDecimals(const std::vector<double>& ticks);
} // namespace antecedent
