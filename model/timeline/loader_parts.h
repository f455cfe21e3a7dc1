// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of loadDataset, one file each: rows into records, event chunks into columns, times into coverage.
// Threads: plain values.

#include "model/domain/dataset.h"
#include "model/domain/source_clock.h"
#include "model/store/row_set.h"
#include "model/store/source_versions.h"
#include "model/timeline/dataset_loader.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

// Accepted corrections.
using SourceClocks = std::map<SourceId, std::vector<SourceClock>>;
// The correction of a source's rows, or of its events of a category; null: none.
const SourceClock* clockOf(const SourceClocks& clocks, SourceId source, std::string_view category = {});
// Moves the times at which something happened or was entered, each by the clock of the source that states it; dates
// that people set, as when something is due, stay.
void correctTimes(const SourceClocks& clocks, RowSet& rows);

// Where each source has data of each kind, on the corrected clock.
class CoverageBuilder
{
public:
    explicit CoverageBuilder(const SourceClocks& clocks)
        : m_clocks(clocks)
    {
    }
    // `category` is an id of the dataset's strings, 0 for tables other than events. Times are corrected ones.
    void add(TableId table, std::uint32_t category, SourceId source, std::int64_t firstUs, std::int64_t lastUs);
    // All occurrence times of the statements, as stated.
    void addRows(const RowSet& rows);
    // A source with declared coverage, as its clock has it, covers that for every kind that it holds. `strings` has the
    // categories.
    std::vector<Coverage> build(const std::map<SourceId, Interval>& declared, const StringPool& strings) const;

private:
    struct Key
    {
        TableId table;
        std::uint32_t category;
        SourceId source;
        auto operator<=>(const Key&) const = default;
    };
    const SourceClocks& m_clocks;
    std::map<Key, std::pair<std::int64_t, std::int64_t>> m_spans;
};

// Events before names are resolved: `asset` and `batch` hold positions in `assetNames` and `batchNames`.
struct LoadedEvents
{
    EventColumns columns;
    StringPool assetNames;
    StringPool batchNames;
};
struct EventLoad
{
    const CaseFile& file;
    SourceId lastSource;
    const std::unordered_map<SourceId, SourceIndex>& sources;
    const SourceClocks& clocks;
    const SetAside& aside;
    const LoadOptions& options;
    const std::stop_token& stop;
    const ProgressFn& progress;
};
// In canonical order; interns into `strings` and adds to the coverage.
Result<LoadedEvents> loadEvents(const EventLoad& load, StringPool& strings, CoverageBuilder& coverage);

// Whether a column of a table names an asset (an asset's own id does not).
bool namesAsset(TableId table, std::string_view column);

// Every asset and batch that the rows name: calls `asset` and `batch` with each name and its table, once per row.
using NameFn = std::function<void(std::string_view name)>;
void forEachName(const RowSet& rows, const NameFn& asset, const NameFn& batch);

// Adds the resolved rows of one table as records; asset and batch names are in the dataset's maps.
// Assets and batches are made first, by buildAssets and buildBatches.
void buildRecords(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset);
void buildAssets(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset);
void buildBatches(const RowSet& rows, const std::unordered_map<SourceId, SourceIndex>& sources, Dataset& dataset);

} // namespace antecedent
