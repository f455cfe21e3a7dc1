// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parameters against their limits as candidates by batches (method.md C2): those of the batch record, and process data
// of tags that have limits, at the asset of the tag. A failed batch is exposed by process data before its failure only,
// a good one by any in its use, which is on the safe side. A use without samples is left out. The deviation's own
// parameter is a symptom. Threads: pure.

#include "model/evidence/condition/cause_tests.h"

namespace antecedent::condition {

std::vector<CauseTest> testParameters(
    const ConditionModel& model, const std::vector<TestedCase>& cases, const std::string& classification);

} // namespace antecedent::condition
