// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Further candidates by batches, all named before any result: hours since preventive and corrective maintenance,
// calibration and cleaning at the use in question, by their exact rank among the good uses of the same asset and
// product (method.md C5, two-sided: early failure after maintenance and wear both matter), for assets that can
// plausibly contribute. Which work resets which counter is said by the maintenance table. A use without any earlier
// record has no counter and is left out, never taken as 0. Threads: pure.

#include "model/evidence/condition/cause_tests.h"

namespace antecedent::condition {

std::vector<CauseTest> testCounters(const ConditionModel& model, const std::vector<TestedCase>& cases);

} // namespace antecedent::condition
