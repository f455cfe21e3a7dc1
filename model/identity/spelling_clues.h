// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the name itself says about the asset that it means: spelling, numbers, order of its parts, a letter that
// differs, words of description and class, the asset that it contains and what is left beside it. Numbers are never
// taken for one another: `R-101` and `R-102` are two assets, however alike. Threads: pure.

#include "model/identity/candidates.h"
#include "model/identity/catalogue.h"

#include <functional>
#include <string>

namespace antecedent {

// Which assets may be candidates at all; `bySpelling` where nothing but the spelling would count.
using MayBe = std::function<bool(std::uint32_t asset, bool bySpelling)>;

void addSpellingClues(
    const AssetCatalogue& catalogue, const std::string& name, const MayBe& mayBe, Candidates& candidates);

// How well what is left of a name, beside the name of the asset that holds the part, stands for the part: a clue of the
// kind Part. `left` may hold numbers.
void addPartClue(const AssetCatalogue& catalogue, std::uint32_t part, const std::string& holder, const Tokens& left,
    Candidates& candidates);

} // namespace antecedent
