// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a deviation of a batch can have come from: the assets of the units that the batch used, of the batches that it
// consumed, and of the skids that cleaned those units before, each with the use in question and a location weight.
// Threads: pure.

#include "model/alignment/plausibility.h"
#include "model/evidence/condition/likelihood.h"

namespace antecedent::condition {

// One deviation as a case.
struct BatchCase
{
    const Deviation* deviation = nullptr;
    Us t0 = 0; // occurred, else begin of its range, else detected, on the clock of the equipment
    std::vector<BatchIndex> batches; // the batch, then those it consumed; ascending after the first
};

// An asset as a suspect of one case: its use with the strongest evidence.
struct Suspect
{
    AssetIndex asset;
    std::uint32_t use = 0; // position in the uses of its unit
    double ratio = 1;
    double location = 1;
    double plausibility = 1;
};

// nullopt if neither batch nor any time is known.
std::optional<BatchCase> makeCase(const Plant& plant, const Deviation& deviation);

// Ascending by asset.
std::vector<Suspect> suspectsOf(
    const Plant& plant, const Ratios& ratios, const PlausibilityTable& table, const BatchCase& batchCase);

// Classification and text, as the plausibility table reads them.
std::string wordsOf(const Deviation& deviation);

} // namespace antecedent::condition
