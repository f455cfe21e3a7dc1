// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the weights and tests of a classification to one failure (semantics.md, "Attribution per failure"). All assets
// together must outweigh everything else, and there must be evidence of the leading asset's own; unless that is an
// association over the class, the asset must also be of a kind that can contribute. Exact: its condition is associated
// over the class; or it is a lead over the class and this failure shows it (its condition among the highest of its good
// uses, or functional corrective work followed); or this failure alone has p < 0.05, by its exact rank or by the exact
// change after the repair; but alarms on the deviation's own parameter are symptoms, and a condition that only they
// show is no such evidence. Or agreeing: its condition is among the highest of its good uses, functional corrective
// work followed, and the table says that such an asset plausibly contributes. An asset is not supported where other
// causes outweigh the assets (or nothing stood out at good coverage), and where the condition of the leading asset was
// within its matched range, no work followed, and the indicators are covered well. Threads: pure.

#include "model/evidence/condition/class_evidence.h"
#include "model/evidence/condition/repair_change.h"

#include <functional>

namespace antecedent::condition {

struct CaseDecision
{
    Contribution contribution = Contribution::Inconclusive;
    AssetIndex leading;
    std::uint32_t use = 0; // of the leading asset's unit
    double share = 0; // of all assets together, 0..1
    OwnRank own; // of the leading asset's finding at this failure
    std::optional<RepairChange> change;
    bool isPlausible = false; // the table names this kind of asset for this kind of deviation
    bool isSymptomAlone = false; // nothing but alarms on the deviation's own parameter stands out
    bool hasExactEvidence = false;
    bool hasAgreeingSigns = false;
    bool isWithinRange = false; // no evidence of any sort, at good coverage
    double coverage = 0; // of the suspects' indicators at this failure's uses
    std::optional<RivalKey> rival; // the heaviest, if it weighs more than the assets together
    std::vector<AssetIndex> order; // suspects, heaviest first
};

// Verdict of an asset's condition in the analysis of the classification.
using VerdictOf = std::function<Verdict(AssetIndex)>;

// `pinned`: the asset that recorded evidence points at for this failure, if any; it leads, whatever the weights say.
CaseDecision decideCase(const ConditionModel& model, const ClassEvidence& evidence, std::size_t position,
    const VerdictOf& verdictOf, AssetIndex pinned = {});

} // namespace antecedent::condition
