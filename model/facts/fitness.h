// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fit-for-use matrix of a batch: for each step and asset, at the start of the step, whether the asset was qualified,
// clean within its hold time, calibrated, with preventive maintenance in date, without open work, and in the right
// status. Unknown where no record says; every answer has its reason and records. Threads: pure. Errors: UnknownBatch.

#include "model/facts/condition.h"

#include <array>

namespace antecedent {

enum class Answer : std::uint8_t { Yes, No, Unknown };
const char* toText(Answer answer); // yes, no, unknown

enum class FitnessCheck : std::uint8_t {
    Qualified,
    CleanWithinHold,
    Calibrated,
    MaintenanceInDate,
    NoOpenWork,
    RightStatus
};
inline constexpr std::size_t kFitnessChecks = 6;
const char* toText(
    FitnessCheck check); // qualified, clean_within_hold, calibrated, pm_in_date, no_open_work, right_status

struct FitnessCell
{
    Answer answer = Answer::Unknown;
    Phrase reason; // one sentence without full stop
    std::vector<RecordId> records;
    bool hasNoEntryTimes = false; // unknown because the sources do not state when they knew
};

struct FitnessRow
{
    std::string step;
    std::string level;
    AssetIndex asset;
    TimeValue at; // start of the step
    RecordId stepRecord;
    std::array<FitnessCell, kFitnessChecks> cells; // by FitnessCheck
};

struct FitnessMatrix
{
    BatchIndex batch;
    AsKnown known = AsKnown::Now;
    std::vector<FitnessRow> rows; // in order of start; steps without asset are left out
};

Result<FitnessMatrix> fitForUse(const AlignmentContext& context, BatchIndex batch, AsKnown known = AsKnown::Now);

} // namespace antecedent
