// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Clocks of the sources of a file: what the anchors say, and what people decided. A decision is a document of the whole
// file with a reason in the audit trail; withdrawing it is one more. Stored times never change. Datasets here hold
// times as the sources state them (LoadOptions::correctsClocks false). Threads: that of the file.

#include "model/alignment/clock_estimate.h"
#include "model/store/case_file.h"
#include "model/timeline/clock_decisions.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent::casework {

struct ClockStanding
{
    SourceIndex source;
    std::string category; // of events; empty: rows of other tables
    std::optional<ClockEstimate> estimate;
    std::optional<ClockDecision> decision; // the latest, withdrawn ones too
};

// All that can be compared or is decided, in order of source and category.
Result<std::vector<ClockStanding>> clockStandings(
    const CaseFile& file, const Dataset& stated, std::vector<ClockEstimate> estimates);

struct ClockWish
{
    SourceIndex source;
    std::string category; // empty: all rows of the source but those of categories with a clock of their own
    std::optional<ClockDecision> decision; // nullopt: withdraw the one that was accepted or refused
};

// What accepting an estimate that differs decides: its clock, and that categories of events of the same source that
// were compared by themselves, or are what is compared with, do not move with it.
std::vector<ClockWish> wishesOf(
    const Dataset& stated, const std::vector<ClockStanding>& standings, const ClockEstimate& estimate);

// That an estimate which differs is not believed: the times stay as stated, and it is not offered again.
ClockWish refusalOf(const Dataset& stated, const ClockEstimate& estimate);

// A clock that a person knows: ahead by `offset` at the source's first record, and gaining so many seconds a day.
inline constexpr double kMostDriftSADay = 3'600;
ClockWish statedClock(
    const Dataset& stated, SourceIndex source, const std::string& category, Duration offset, double driftSADay);

// Whether the source holds process data, which is the clock that the others are set by.
Result<bool> holdsProcessData(const CaseFile& file, const Dataset& stated, SourceIndex source);

// Stores all or none. Errors: InvalidArgument for a source with process data, a category that the source does not have,
// and a withdrawal of what nobody decided; those of the store.
Result<void> decideClocks(
    CaseFile& file, const Dataset& stated, const std::vector<ClockWish>& wishes, const std::string& reason);

} // namespace antecedent::casework
