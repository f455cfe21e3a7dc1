// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the records of each asset say that can tell which asset a name means: texts, other columns, calibrations, times.
// Texts, columns and events only of assets that no list has. Bounded for each asset, whatever the number of records.
// Threads: pure.

#include "model/domain/dataset.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

struct NameCalibration
{
    std::int64_t performedUs = 0;
    std::int64_t dueUs = TimeValue::kUnknown;
    std::string measure; // unit and tolerance
};

struct NameRecords
{
    std::size_t count = 0;
    std::int64_t firstUs = TimeValue::kUnknown; // of work orders, calibrations and events
    std::int64_t lastUs = TimeValue::kUnknown;
    std::map<std::string, std::size_t> texts; // and how many records have it
    std::map<std::pair<std::string, std::string>, std::size_t> attributes; // column and value
    std::vector<NameCalibration> calibrations; // ascending by time, one per time
    std::vector<std::int64_t> eventsUs; // onsets of events, ascending
    std::vector<Interval> uses; // batch steps, ascending by start
    std::vector<BatchIndex> useBatches; // of each of them
};

// One entry per asset of the dataset.
std::vector<NameRecords> recordsByAsset(const Dataset& dataset);

} // namespace antecedent
