// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes the weather out of features: where a feature of all units of one class follows the slow mean of one utility tag
// (chilled water, outdoor temperature), with the same sign everywhere, one common slope is removed. What a single unit
// does on its own is left alone. Threads: pure.

#include "model/evidence/condition/features.h"

namespace antecedent::condition {

void removeSeason(const Plant& plant, Features& features);

// Values minus the median of their product; NaN stays NaN.
std::vector<double> centredByProduct(const UnitUses& unit, const std::vector<double>& values);

} // namespace antecedent::condition
