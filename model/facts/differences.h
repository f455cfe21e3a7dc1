// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was different in a batch from the last N good ones of the same product: lots, assets, installed parts, recipe,
// people and shift, maintenance, calibration, cleaning, changes, parameters. Each with what the good ones had. A good
// batch has no deviation and, where known, no rejecting disposition or status. Threads: pure. Errors: UnknownBatch.

#include "model/base/phrase.h"
#include "model/facts/condition.h"

namespace antecedent {

struct Difference
{
    std::string kind; // material_lot, asset, installed_part, recipe, operator, shift, maintenance, calibration,
                      // cleaning, change, parameter, step_duration
    std::string subject; // what is compared: material, step, position, parameter
    Phrase here; // in this batch
    Phrase there; // in the good ones, most frequent first
    int goodWithSame = 0; // good batches that had the same as this one
    int goodKnown = 0; // good batches in which it is known at all
    AssetIndex asset;
    std::vector<RecordId> records; // behind `here`
};

struct Differences
{
    BatchIndex batch;
    std::vector<BatchIndex> against; // latest first
    std::vector<Difference> differences; // by kind, fewest good ones with the same first, subject
    std::vector<std::string> same; // kinds that were compared and are equal
    std::vector<std::string> notComparable; // kinds without data
};

Result<Differences> differencesOf(const AlignmentContext& context, BatchIndex batch, int against = 10);

// Neither deviating nor rejected as far as is known.
bool isGoodBatch(const Dataset& dataset, BatchIndex batch);

} // namespace antecedent
