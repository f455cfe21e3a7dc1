// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One classification of batch deviations: its cases, the weights of the competing causes, and their exact tests.
// Threads: pure.

#include "model/evidence/condition/cause_tests.h"
#include "model/evidence/condition/competition.h"
#include "model/evidence/condition/counter_tests.h"
#include "model/evidence/condition/parameter_tests.h"
#include "model/evidence/pins.h"

namespace antecedent::condition {

struct ClassEvidence
{
    std::string classification;
    bool isAdministrative = false;
    std::vector<TestedCase> cases; // ascending by deviation id
    std::vector<CaseWeights> weights; // parallel to cases
    std::map<AssetIndex, CauseTest> conditions;
    std::map<RivalKey, CauseTest> rivals;
    std::vector<CauseTest> further; // counters and parameters: tested, but not part of the competition
};

// Empty cases if no deviation of the class can be tied to a batch with uses. What a pin rules out for a failure is
// tested like the rest, and weighs nothing in the competition for that failure.
ClassEvidence weighClass(const ConditionModel& model, const std::string& classification, const PinBook& pins = {});

} // namespace antecedent::condition
