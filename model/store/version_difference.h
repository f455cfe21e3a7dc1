// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a newer export of a source says differently: rows that are new, changed or, inside of the period that it covers,
// not there any more. A row is
// recognised by the key of its table; in tables without one by the values that every row must have, its asset and its
// batch. Threads: those of the file.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/store/fingerprint.h"
#include "model/store/source_versions.h"

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

enum class RowChangeKind : std::uint8_t { Changed, Vanished, Added };

struct ValueChange
{
    std::string column; // of the table, or of the source
    std::string before; // empty: unknown
    std::string after;
};

struct RowChange
{
    RowChangeKind kind = RowChangeKind::Changed;
    TableId table = TableId::Events;
    std::string key; // what a person calls the row
    SourceId sourceBefore = 0; // where it is stored; 0 for what was added
    std::uint64_t rowBefore = 0;
    std::uint64_t rowAfter = 0; // in the newer source; 0 for what vanished
    std::vector<ValueChange> values; // of what changed
};

struct TableChange
{
    TableId table = TableId::Events;
    std::uint64_t same = 0;
    std::uint64_t changed = 0;
    std::uint64_t vanished = 0;
    std::uint64_t added = 0;
};

struct VersionDifference
{
    static constexpr std::size_t kMostRows = 2'000;
    std::vector<TableChange> tables; // in the order of allTables(), those that either has; no process data
    std::vector<RowChange> rows; // by table, kind and key; kMostRows at most
    VersionDecision decision; // that the newer replaces the earlier

    TableChange total() const;
};

// All records that sources state, also those that others stated before. 16 to 32 bytes each.
class StatedRecords
{
public:
    void add(const RecordBatch& batch); // process data are left out
    bool states(TableId table, const Fingerprint& print) const;
    std::size_t sharedWith(const StatedRecords& other) const;

private:
    std::map<TableId, FingerprintSet> m_prints;
};

// `earlier`: the source that is replaced and those that it replaces itself, the nearest first. `before`: what the
// versions before the newer set aside. `states`: what the newer states. `others`: what sources state that are neither.
// Errors: Cancelled, InvalidArgument if more rows of the earlier sources are gone than versions of one source leave
// out, those of the store.
Result<VersionDifference> compareVersions(const CaseFile& file, const std::vector<StoredSource>& earlier,
    const StoredSource& newer, const SetAside& before, const StatedRecords& states,
    const std::vector<const StatedRecords*>& others, const std::stop_token& stop = {});

} // namespace antecedent
