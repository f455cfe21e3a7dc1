// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The phases of the chosen steps as columns of one axis, each with how long it took in the good batches and in the one
// in question. A column is there if that batch has the phase, or half of the good ones. Threads: pure.

#include "model/profile/batch_choice.h"

namespace antecedent {

enum class LengthFinding : std::uint8_t {
    None,
    Longer, // than in every good batch, and half as long again as usual
    Shorter, // likewise, two thirds of the usual length
    OnlyHere, // no good batch has it
    Missing // at least three good batches have it, nearly all
};
const char* toText(LengthFinding finding); // longer, ...

struct ProfileColumn
{
    std::size_t step = 0; // position in BatchChoice::steps
    std::string phase; // empty: the step as a whole
    std::size_t occurrence = 1;
    std::size_t goodBatches = 0; // of the profile that have it
    std::optional<Duration> median; // of them
    std::optional<Duration> shortest;
    std::optional<Duration> longest;
    std::optional<Duration> own; // of the batch in question
    Duration length{}; // what the width of the column stands for; > 0
    LengthFinding finding = LengthFinding::None;
};

// By step, then in the order in which the good batches usually run through them.
std::vector<ProfileColumn> phaseColumns(const BatchChoice& choice, ProfileAlign align);

// When a batch was in that column; null if it was not.
std::optional<Interval> timeIn(const ProfileBatch& batch, const ProfileColumn& column, ProfileAlign align);

} // namespace antecedent
