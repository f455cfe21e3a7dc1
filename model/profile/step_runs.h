// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a batch went through, as its record says: its unit procedures in order, each with the phases that ran on its
// unit (ISA-88). The finest steps serve as phases; an operation without phases stands for itself, a procedure without
// either is one phase. Without unit procedures each unit that the batch used makes a run, without any dated step the
// batch itself. Threads: pure.

#include "model/alignment/align.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent {

struct PhaseRun
{
    std::string name; // empty: the step has no phases
    std::size_t occurrence = 1; // n-th of that name in the step
    Interval during;
};

struct StepRun
{
    std::string name; // empty: the batch as a whole
    std::size_t occurrence = 1; // n-th of that name in the batch
    AssetIndex unit; // none for manual steps
    Interval during;
    bool isOpen = false; // its end is not stated; `during` ends with what is known of it
    std::vector<PhaseRun> phases; // ascending by begin, then name; at least one
};

// Ascending by begin, then name.
std::vector<StepRun> stepRuns(const AlignmentContext& context, BatchIndex batch);

// The run in which an instant lies: on the asset's unit where one is, else any that runs, else the last that began
// before; 0 if all began later. `runs` must not be empty.
std::size_t runAt(const AlignmentContext& context, const std::vector<StepRun>& runs, AssetIndex asset, Timestamp t);

} // namespace antecedent
