// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The document of `assess --json` (shape: cli.md): keys sorted, null for unknown, durations in seconds, times ISO-8601
// UTC, equal bytes for equal results. Threads: pure.

#include "model/evidence/assessment.h"

#include <string>

namespace antecedent {

struct AssessmentJsonOptions
{
    bool withWindows = false; // each candidate's windows with the ids of the records that expose them (twin)
    int indent = -1; // -1: one line
};

// An assessment lists those of its analysis' candidates whose test its failure takes part in, by rank.
std::string toJson(const AssessmentResult& result, const AssessmentJsonOptions& options = {});

} // namespace antecedent
