// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which batches a failed one is laid over: the good ones of the same product, recipe and step on the same unit, the
// nearest before it first. All others of the product and recipe are listed with the reason why they are left out; a
// person may take any of them in or out. A good batch has no deviation and no rejecting status or disposition; where
// fewer than three are left, those that deviate in another class serve too. Threads: pure.

#include "model/profile/step_runs.h"

#include <set>

namespace antecedent {

inline constexpr std::size_t kFewestGood = 3; // an envelope of fewer says nothing

enum class BatchRole : std::uint8_t {
    Case, // the batch in question
    AlsoFailed, // deviates in the same class
    Good,
    LeftOut
};
const char* toText(BatchRole role); // case, also_failed, good, left_out

enum class LeftOutFor : std::uint8_t {
    Nothing,
    OtherDeviation, // detail: the deviations
    Rejected, // detail: status or disposition
    NoSuchStep,
    StepNotEnded,
    OtherUnit, // detail: its unit
    NoData, // no tag of its unit has samples then
    BeyondNumber, // enough nearer ones
    ByHand
};
const char* toText(LeftOutFor reason); // other_deviation, ...
// In words, with the detail: "on another unit, R-102". Empty for Nothing.
std::string reasonText(LeftOutFor reason, const std::string& detail);

struct ProfileBatch
{
    BatchIndex batch;
    Timestamp begin; // of the step
    BatchRole role = BatchRole::LeftOut;
    LeftOutFor reason = LeftOutFor::Nothing;
    std::string detail;
    bool isShown = false; // good: part of the profile; also failed: drawn for comparison; the case always
    bool isByHand = false; // a person took it in or out
    std::vector<std::optional<StepRun>> runs; // by step of the question
};

struct ProfileQuestion
{
    BatchIndex batch;
    std::string classification; // of the failure; empty: any deviation counts as failed
    AssetIndex asset; // of the failure, may be none
    std::optional<Timestamp> at; // of the failure: chooses the step
};

enum class ProfileAlign : std::uint8_t {
    Phase, // each phase stretched to its median length
    PhaseStart, // time since the start of each phase
    StepStart // time since the start of the step
};
const char* toText(ProfileAlign align); // phase, phase-start, step-start
std::optional<ProfileAlign> parseProfileAlign(std::string_view text);

struct ProfileOptions
{
    std::string step; // name; empty: where the failure happened; kAllSteps
    std::size_t occurrence = 1;
    ProfileAlign align = ProfileAlign::Phase;
    std::size_t against = 12;
    std::set<std::string> in; // batches that a person took in
    std::set<std::string> out;

    static constexpr const char* kAllSteps = "all";
};

struct BatchChoice
{
    std::vector<StepRun> own; // all steps of the batch in question
    std::vector<std::size_t> steps; // the chosen ones, positions in `own`
    std::vector<ProfileBatch> batches; // the case first, then ascending by begin, id
    bool usesOthersDeviating = false; // too few without any deviation
};

// Errors: UnknownBatch; InvalidArgument for a step that the batch does not have; NotAvailable for a batch without any
// dated step or start and end.
Result<BatchChoice> chooseBatches(
    const AlignmentContext& context, const ProfileQuestion& question, const ProfileOptions& options);

} // namespace antecedent
