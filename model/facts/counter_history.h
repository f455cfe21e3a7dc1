// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A counter of the condition card over time, the saw-tooth: what set it back and when, the uses that it counts, and its
// value at chosen times. Counted in batches begun since the last reset where the uses of the asset are known for the
// whole stretch, else in days. Agrees with the condition card, as known now, at every time. Threads: pure.

#include "model/facts/condition.h"

namespace antecedent {

struct CounterReset
{
    Timestamp at;
    std::string ref; // "WO-17"
    RecordId record;
};

struct CounterUse
{
    Timestamp at;
    BatchIndex batch;
    RecordId record; // the step
};

struct CounterPoint
{
    std::string id; // of the failure or of the control
    Timestamp at;
    double value = 0;
    RecordId record; // of the failure; none for a control
};

// A corner of the curve.
struct CounterVertex
{
    Timestamp at;
    double value = 0;
};

struct CounterHistory
{
    AssetIndex asset;
    std::string name; // since_preventive and so on, as in the card
    bool isInBatches = false; // else days
    std::vector<CounterReset> resets; // ascending; the first one may stand before the stretch
    std::vector<CounterUse> uses; // ascending, from the first reset on; empty where days are counted
    std::vector<CounterPoint> failures; // ascending by time
    std::vector<CounterPoint> controls;

    // Since the last reset before t; nullopt before the first one.
    std::optional<double> valueAt(Timestamp t) const;
    // Corners of the curve inside the stretch: up by one at a use, or along with time; straight down at a reset.
    std::vector<CounterVertex> curve(const Interval& stretch) const;
    // The largest value of curve and points there, at least 1.
    double highest(const Interval& stretch) const;
};

// Resets from the last one before `stretch` to its end, at most `most`, the latest; no points yet. nullopt if the
// counter has never been set back by then.
std::optional<CounterHistory> counterHistory(const ConditionFacts& facts, AssetIndex asset, const std::string& name,
    const Interval& stretch, std::size_t most = 60);

// "since preventive maintenance" for since_preventive.
Phrase counterWords(std::string_view name);

} // namespace antecedent
