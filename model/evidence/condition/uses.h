// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The uses of a plant: each unit procedure of a batch on a unit, and each run of a service skid, with their phases.
// A unit is the nearest asset that unit procedures name, else the alignment's unit. A missing unit procedure is rebuilt
// from its operations and phases. Batch records may come from a clock that is off: they are shifted by the median
// offset between unit procedures and the nearest RUNNING state of the unit, for these computations only. Threads:
// pure; the context must outlive the plant.

#include "model/alignment/align.h"

#include <map>
#include <string>
#include <vector>

namespace antecedent::condition {

using Us = std::int64_t;
inline constexpr std::uint32_t kNoSlot = 0xFFFF'FFFFU;

struct Phase
{
    std::string name;
    Us begin = 0;
    Us end = 0;
};

struct Use
{
    BatchIndex batch; // none for the run of a skid
    std::string product;
    Us begin = 0;
    Us end = 0;
    std::vector<Phase> phases; // ascending by begin
    AssetIndex target; // of a run: the unit that it served
    std::vector<RecordId> records; // steps, or the state event; ascending
};

// A unit or a skid with its assets and uses.
struct UnitUses
{
    AssetIndex unit;
    bool isService = false; // a skid without steps: its runs serve units
    std::vector<AssetIndex> assets; // the unit and its parts, ascending
    std::vector<Use> uses; // ascending by begin, then batch
};

// One use by position.
struct UseRef
{
    std::uint32_t slot = 0; // in Plant::units
    std::uint32_t use = 0; // in UnitUses::uses
    auto operator<=>(const UseRef&) const = default;
};

struct Plant
{
    const AlignmentContext& context;
    std::vector<AssetIndex> unitOf; // by asset
    std::vector<std::uint32_t> slotOf; // by asset: position in units, or kNoSlot
    std::vector<UnitUses> units; // ascending by unit; only those with uses
    std::vector<std::vector<UseRef>> usesOfBatch; // by batch, ascending
    std::vector<bool> isFailed; // by batch: any deviation names it
    Us recordShift = 0; // added to the times of batch records
    Phrase note; // about the shift; empty if there is none

    const Dataset& dataset() const { return context.dataset; }
    // Not a failed batch's; runs of a skid count as good.
    bool isGood(const Use& use) const { return !use.batch.valid() || !isFailed[use.batch.value]; }
};

Plant makePlant(const AlignmentContext& context);

// Letters and digits only, upper case: names as different systems spell them.
std::string plainName(std::string_view name);

} // namespace antecedent::condition
