// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of a twin (or of an investigation file) as the second path sees them: each record with its class, asset
// and times, derived here from the canonical columns alone. Shares no code with model/alignment. Threads: immutable
// once built.

#include "model/report/twin/twin_tables.h"

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace antecedent::second {

inline constexpr std::int64_t kUndated = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

struct Record
{
    std::string id; // hexadecimal
    std::string table;
    std::string eventClass; // empty for tables that have none
    std::string asset;
    std::string batch;
    std::string answers; // deviation that a work order is linked to
    std::int64_t onsetUs = kUndated;
    std::int64_t endUs = kUndated; // kOpen: still open
    std::int64_t uncertaintyUs = 0;
    std::vector<std::int64_t> timesUs; // all times of the record, to check stated ones against
};

class RecordIndex
{
public:
    explicit RecordIndex(const TwinTables& tables);

    const Record* find(const std::string& id) const; // null if no record has it
    // Records of a class, ascending by onset, undated ones first.
    const std::vector<const Record*>& ofClass(const std::string& eventClass) const;
    std::string assetClassOf(const std::string& asset) const;
    bool hasBatch(const std::string& batch) const { return m_batches.contains(batch); }
    // Disposition and distribution as the batches table has them.
    const std::pair<std::string, std::string>& outcomeOf(const std::string& batch) const { return m_batches.at(batch); }
    std::size_t size() const { return m_records.size(); }

private:
    std::vector<Record> m_records;
    std::unordered_map<std::string, std::size_t> m_byId;
    std::unordered_map<std::string, std::vector<const Record*>> m_byClass;
    std::map<std::string, std::string> m_assetClass;
    std::map<std::string, std::pair<std::string, std::string>> m_batches;
};

// Microseconds of an ISO 8601 UTC text; kUndated for an empty or unreadable one.
std::int64_t microseconds(const std::string& text);

} // namespace antecedent::second
