// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Impact: other batches exposed to the same condition. The suspect interval of an asset runs from its last good check
// (passing calibration, repair, replacement, good inspection) to its correction; exposed are the batches that used it
// in between, those reached over links (a cleaning skid and what it cleaned), and what was made from them (genealogy).
// Every batch of the data is listed in or out with its reason. Threads: pure. Errors: UnknownAsset, UnknownFailure,
// NotAvailable.

#include "model/facts/condition.h"

namespace antecedent {

struct SuspectInterval
{
    AssetIndex asset;
    Interval interval;
    Phrase fromReason; // "last passing calibration CAL-3", "no earlier good check: begin of the data"
    Phrase toReason; // "repair WO-17 finished", "not corrected in the data"
    std::vector<RecordId> records;
};

enum class ImpactWay : std::uint8_t { None, AssetUse, Link, Genealogy, Failure };
const char* toText(ImpactWay way); // none, asset_use, link, genealogy, failure

struct BatchImpact
{
    BatchIndex batch;
    bool isIn = false;
    ImpactWay way = ImpactWay::None;
    Phrase reason;
    std::string disposition; // as recorded; empty if unknown
    std::string distributed;
    // First to last use of the suspect asset (or of what it is built into), in or out of the suspect interval.
    std::optional<Interval> use;
    std::vector<RecordId> records; // steps, cleanings, genealogy rows
};

struct Impact
{
    SuspectInterval suspect;
    std::vector<BatchImpact> batches; // every batch with a known id, ascending by id
};

// Last good check before `t` and correction after it, of an asset.
SuspectInterval suspectInterval(const AlignmentContext& context, AssetIndex asset, Timestamp t);

Result<Impact> impactOf(const AlignmentContext& context, const SuspectInterval& suspect);
Result<Impact> impactOf(const AlignmentContext& context, AssetIndex asset, const Interval& interval);
// What was made from a batch, with no asset suspected.
Impact descendantsOf(const AlignmentContext& context, BatchIndex batch);
// Of a failure: `leading` is the suspected asset (AssetIndex{}: the failure's own; without one its batch's genealogy).
Result<Impact> impactOf(const AlignmentContext& context, const Failure& failure, AssetIndex leading = {});

} // namespace antecedent
