// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failures of an alignment: deviations of the quality system, or unified events that a filter chose as sentinel,
// each with its anchor on the time axis. Threads: pure functions.

#include "model/alignment/unified_events.h"
#include "model/alignment/window_options.h"
#include "model/base/phrase.h"

namespace antecedent {

class Filter;

struct Failure
{
    std::string id; // deviation id; for sentinels `class @ asset #n`
    RecordId record;
    const Deviation* deviation = nullptr; // in the Dataset; null for sentinels
    std::string classification; // class of the sentinel
    AssetIndex asset;
    BatchIndex batch;
    Timestamp anchor;
    Duration uncertainty{}; // of the anchor, +-
    TimePrecision precision = TimePrecision::Second;
    std::optional<Interval> band; // occurred_from..occurred_to
    Phrase anchorFrom; // which time it is: "occurred", "occurred_to", "detected", "step X start", ...
};

// How a reason names another failure, so that reasons that differ in nothing else can be put together.
inline constexpr const char* kFailureWords = "failure %1";

struct ExcludedFailure
{
    std::string id;
    Phrase reason; // "no time of occurrence or detection"
};

struct FailureSet
{
    std::vector<Failure> failures; // ascending by id
    std::vector<ExcludedFailure> excluded;
};

struct FailureSelection
{
    std::vector<std::string> ids; // empty: all
    std::string classification; // empty: all
    const Filter* where = nullptr; // on deviations
};

// Errors: UnknownFailure for an id that no deviation has. `samples` serves the anchor first-excursion and may be null.
Result<FailureSet> selectFailures(const Dataset& dataset, const FailureSelection& selection, const AnchorRule& anchor,
    SampleReader* samples = nullptr);

// Every event that the filter matches is a failure, anchored at its onset (finished: its end; other anchors mean the
// onset); with `occurrence` > 0 only the n-th per asset (1 is the first), the others are excluded with that reason.
FailureSet selectSentinels(const Dataset& dataset, const UnifiedEvents& events, const Filter& filter,
    int occurrence = 0, const AnchorRule& anchor = {});

// True if the work order answers the failure: linked to it, or on the same asset (or a part of it) and reported at or
// after t0. It is never an antecedent.
bool answersFailure(const Dataset& dataset, const WorkOrder& order, const Failure& failure);

} // namespace antecedent
