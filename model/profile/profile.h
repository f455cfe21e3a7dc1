// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The golden profile: the process data of a batch laid over those of good batches, phase by phase, and its signals
// ranked by how far they are away from it. Two sensors of a unit that measure the same (first word of the parameter,
// unit of measure, names that differ in digits only) also give their difference as a signal: one that drifts shows
// there first. The number of bins does not depend on a picture, so command line and window say the same. Errors: those
// of chooseBatches and of the reader; Cancelled. Threads: pure but for the reader.

#include "model/base/progress.h"
#include "model/profile/envelope.h"
#include "model/profile/phase_columns.h"

namespace antecedent {

enum class SignalState : std::uint8_t {
    Compared,
    FewGood, // fewer than three good batches have data of it
    NoOwnData // the batch in question has none
};
const char* toText(SignalState state); // compared, few_good, no_own_data

// What the batch record asked for, where it did.
struct ProfileTarget
{
    std::size_t firstColumn = 0;
    std::size_t columns = 0;
    double value = 0;
};

struct ProfileSignal
{
    TagIndex tag; // at the unit of the batch in question
    TagIndex minus; // valid: the difference of two sensors that measure the same
    std::size_t step = 0; // position in BatchChoice::steps
    std::size_t firstColumn = 0;
    std::size_t columns = 0;
    SignalState state = SignalState::NoOwnData;
    std::size_t goodWithData = 0;
    std::optional<double> lowLimit;
    std::optional<double> highLimit;
    std::vector<ProfileTarget> targets;
    std::vector<ProfileBin> bins; // Profile::bins per column
    std::vector<ColumnDistance> distances; // per column
    std::size_t worst = 0; // column (of the profile) in which it is farthest
    double distance = 0; // its rank() there, in band widths
    double outside = 0; // share of all judged bins
    // By batch of the choice; x in columns of the profile. Empty where it has no data or is not shown.
    std::vector<std::vector<LinePoint>> lines;

    const ColumnDistance& worstDistance() const { return distances[worst - firstColumn]; }
};

struct Profile
{
    BatchChoice choice;
    ProfileAlign align = ProfileAlign::Phase;
    std::vector<ProfileColumn> columns;
    std::size_t bins = 0; // per column
    std::size_t goodBatches = 0; // that make the profile
    std::vector<ProfileSignal> signals; // the compared ones by distance, then the others by name
};

Result<Profile> computeProfile(const AlignmentContext& context, const ProfileQuestion& question,
    const ProfileOptions& options, SampleReader& reader, const std::stop_token& stop = {},
    const ProgressFn& progress = {});

} // namespace antecedent
