// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The name of a tag as the asset that it names and what is left beside it: `R101.TI01.PV` is R-101 and TI01.PV.
// Threads: pure.

#include "model/identity/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace antecedent {

struct TagReading
{
    std::uint32_t holder = 0;
    Tokens left; // what follows the holder's name
    Tokens front; // what stands before it
};

// `L210.PI01` may be a value of L-210-PI, or a value PI01 of its unit L-210: holders whose name stands at the same
// place are readings too. Each holder once; empty where the name contains that of no asset.
std::vector<TagReading> readTag(const AssetCatalogue& catalogue, const std::string& name);

} // namespace antecedent
