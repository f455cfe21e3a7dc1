// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exact tests of the causes that compete for a classification, failed against good batches of the same product
// (method.md C2; one failure alone: its rank among the good batches, C5). An asset's condition is exposed where it is
// beyond the matched range, that is above a fixed quantile of the good uses of the same asset. A batch counts once,
// however many deviations name it. Each result is a Candidate without verdict and adjusted p. Threads: pure.

#include "model/evidence/condition/condition_model.h"

#include <set>

namespace antecedent::condition {

struct TestedCase
{
    BatchCase batchCase;
    std::vector<Suspect> suspects; // ascending by asset
};

// The exact one-sided rank of one finding among the good uses at least one window away from it (kGapUses).
struct OwnRank
{
    double p = 1;
    int asHigh = 0; // of the controls
    int controls = 0;
};

struct CauseTest
{
    Candidate candidate;
    Phrase doubt; // does not hold at other limits of the matched range; empty: it does, or is not significant
    // Of each case, in the order given: exposed, and the rank of its finding (conditions only).
    std::vector<bool> isExposed;
    std::vector<OwnRank> ownRank;
};

// Name of the candidate's class: "condition beyond its matched range".
extern const char* const kConditionClass;

CauseTest testCondition(const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset);
CauseTest testRival(const ConditionModel& model, const std::vector<TestedCase>& cases, const RivalKey& key);

// Failed against good batches of the same product, exposed where `shown` has records; kind and names are the caller's.
// `known`: batches of which the data say either way, null: all; the others leave the counts.
CauseTest testByBatch(const ConditionModel& model, const std::vector<TestedCase>& cases, const RivalRecords& shown,
    const std::set<BatchIndex>* known = nullptr);

// Value at a share of the ascending list, rounded down; 0 for an empty one.
double upperQuantile(const std::vector<double>& ascending, double share);

// The suspect entry of an asset in a case; null if the case can't have come from it.
const Suspect* findSuspect(const TestedCase& tested, AssetIndex asset);

} // namespace antecedent::condition
