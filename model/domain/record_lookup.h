// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One record by its id, or by what a person would call it. For a few look-ups by hand (a pin, a question about a row),
// not for loops: each goes through all records. Threads: pure.

#include "model/domain/dataset.h"

#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

struct FoundRecord
{
    RecordId id;
    TableId table = TableId::Events;
    std::string key; // "WO-0012", "alarm:TI_HIGH"; empty where the record has none of its own
    TimeValue time; // with which it stands on the axis
    AssetIndex asset;
    BatchIndex batch;
    std::string text;
    std::string part = {}; // of a record whose own id is not its key alone: point of a calibration, test of a sample

    bool operator==(const FoundRecord& other) const { return id == other.id; }
};

// The records with this id; one, or none.
std::vector<FoundRecord> findRecord(const Dataset& dataset, const RecordId& id);
// The records that a text names: a record id, the first eight or more of its digits, or the id that the record has in
// its own system (work order, calibration, cleaning, change, sample, deviation). Several if it is ambiguous.
std::vector<FoundRecord> findRecord(const Dataset& dataset, std::string_view text);

// What stays the same when another export states the record differently: its table and its own id, or where it has none
// of its own the key with time, asset and batch. `asset` and `batch` are names, `time` as formatUtc prints it.
struct LastingParts
{
    std::string key;
    std::string part;
    std::string time;
    std::string asset;
    std::string batch;
};
std::string lastingKey(TableId table, const LastingParts& parts);
std::string lastingKey(const Dataset& dataset, const FoundRecord& record);
// The records with this key; one, none, or several that only their other values tell apart.
std::vector<FoundRecord> findByLastingKey(const Dataset& dataset, std::string_view lastingKey);

// "work order WO-0012 of AG-101, 2025-03-04T10:15:00Z: Seal worn out": what a person reads.
std::string describe(const Dataset& dataset, const FoundRecord& record);

} // namespace antecedent
