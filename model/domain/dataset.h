// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All records of one investigation in memory, in canonical order, ready for analysis. Events are columns (structure of
// arrays) so that ten million of them stay cheap; their texts are interned, or left in the store where nobody asks for
// them. Samples are not part of it: they are read by tag and time through SampleReader. Built by model/timeline
// (loadDataset) or by tests by hand; immutable afterwards, so any number of threads may read it.

#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/domain/records.h"
#include "model/domain/source_clock.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace antecedent {

// Interned texts; id 0 is the empty text.
class StringPool
{
public:
    StringPool();
    StringPool(StringPool&&) = default; // moving keeps the nodes; a copy would point into the original
    StringPool& operator=(StringPool&&) = default;
    StringPool(const StringPool&) = delete;
    StringPool& operator=(const StringPool&) = delete;
    ~StringPool() = default;
    std::uint32_t intern(std::string_view text);
    // nullopt if the text was never interned.
    std::optional<std::uint32_t> find(std::string_view text) const;
    const std::string& text(std::uint32_t id) const { return *m_texts[id]; }
    std::size_t size() const { return m_texts.size(); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_ids;
    std::vector<const std::string*> m_texts;
};

// One row per event, all vectors of equal length, sorted by time; ties by category, code, asset, batch, end, then
// source and row, so that equal sources give equal order whatever the order of their import.
struct EventColumns
{
    std::vector<std::int64_t> timeUs; // onset, UTC
    std::vector<std::int64_t> endUs; // TimeValue::kUnknown if the source states none
    std::vector<std::uint8_t> precision; // TimePrecision of the onset
    std::vector<AssetIndex> asset;
    std::vector<BatchIndex> batch;
    std::vector<std::uint32_t> category; // ids of Dataset::strings
    std::vector<std::uint32_t> code;
    std::vector<std::uint32_t> severity;
    std::vector<std::uint32_t> text; // id 0 where the dataset was loaded without texts
    std::vector<std::uint32_t> actor;
    std::vector<SourceIndex> source;
    std::vector<std::uint64_t> row;
    std::vector<RecordId> id; // empty if the dataset was loaded without event ids
    std::vector<std::int64_t> recordedUs; // TimeValue::kUnknown where not stated

    std::size_t size() const { return timeUs.size(); }
};

// One stored statement of an event: the row of a source that says it.
struct EventStatement
{
    RecordId id;
    SourceIndex source;
    std::uint64_t row = 0;
    std::int64_t timeUs = 0; // of this statement, by the corrected clock of its source
};

enum class RepeatState : std::uint8_t { Open, Confirmed, Refused };

// The same fact in several sources: events of one class at one asset whose times are no further apart than their
// uncertainties. Open ones are proposals and stay separate events; confirmed ones are one event with all statements.
struct RepeatedFact
{
    std::string id; // REP-…, from the ids of the statements
    RepeatState state = RepeatState::Open;
    std::size_t event = 0; // position in EventColumns: the merged event, or the first of the proposed ones
    std::vector<EventStatement> statements; // ascending by source, row
    std::vector<std::size_t> copies = {}; // of an open one: positions of the other proposed events, ascending
};

struct SourceInfo
{
    Digest sha256{};
    std::string name; // file name without folder
    std::string importer;
    std::string zone;
    std::uint64_t rowsRead = 0;
    std::uint64_t rowsStored = 0;
    std::uint64_t rowsRejected = 0;
    std::uint64_t rowsDuplicate = 0;
    std::optional<Interval> span; // first to last dated record
    std::optional<Interval> declaredCoverage; // as stated at import
    std::string statement; // export statement, one line each
    std::optional<Duration> clockUncertainty; // unknown unless stated, or known from the correction of all its rows
    std::vector<SourceClock> clocks = {}; // corrections that the times of the dataset have
};

// What the loader found while it resolved the statements of several sources.
struct ResolutionNote
{
    DiagnosticCode code = DiagnosticCode::UnresolvedName; // or ConflictingValues
    TableId table = TableId::Assets;
    std::string name; // the unresolved name, or the record's key
    std::string detail; // for a conflict the column, the value used and the others
};

// Coverage of one record kind: where its sources have data. Kinds are the tables; events are split by category.
struct Coverage
{
    TableId table = TableId::Events;
    std::uint32_t category = 0; // for events, id of Dataset::strings
    std::vector<Interval> intervals; // disjoint, ascending
};

struct Sample
{
    Timestamp time;
    double value = 0; // NaN: a gap (bad quality)
};

// Reads process data; implemented by the store. Not thread-safe: one per thread.
class SampleReader
{
public:
    virtual ~SampleReader() = default;
    // All samples of a tag in [begin, end), ascending.
    virtual Result<std::vector<Sample>> read(TagIndex tag, const Interval& interval) = 0;
};

// A table that the file has in place of the one that comes with the program (alignment/configuration.h).
struct OwnTable
{
    std::string text; // empty: the built-in one is in use again
    std::vector<std::string> earlier; // texts that were in use before, in their order
};

struct Dataset
{
    std::string title;
    std::string siteZone; // IANA name, empty: UTC
    StringPool strings;
    std::vector<SourceInfo> sources; // ascending by hash
    std::vector<Asset> assets; // ascending by id
    std::vector<AssetLink> assetLinks;
    std::vector<Batch> batches; // ascending by id
    std::vector<BatchStep> steps; // ascending by start, batch, level, name
    std::vector<Parameter> parameters;
    std::vector<TestResult> results;
    std::vector<GenealogyEntry> genealogy;
    EventColumns events;
    std::vector<WorkOrder> workOrders; // ascending by id
    std::vector<WorkOrderStatus> workOrderStatus;
    std::vector<Installation> installations;
    std::vector<Calibration> calibrations; // ascending by performed, id, point
    std::vector<Cleaning> cleanings; // ascending by start, id
    std::vector<Limit> limits;
    std::vector<MeterReading> meters;
    std::vector<Change> changes;
    std::vector<Tag> tags; // ascending by name
    std::vector<Deviation> deviations; // ascending by id
    std::vector<DeviationLink> deviationLinks;
    std::vector<Coverage> coverage;
    std::vector<ResolutionNote> notes; // ascending by code, table, name, detail
    std::vector<RepeatedFact> repeats; // ascending by state, event, id; none without event ids
    std::map<std::string, OwnTable> ownTables; // by name
    Digest contentHash{};
    std::unordered_map<std::string, AssetIndex> assetNames; // every id, alias and resolved spelling
    std::unordered_map<std::string, BatchIndex> batchNames;

    const Asset* asset(AssetIndex index) const { return index.valid() ? &assets[index.value] : nullptr; }
    const Batch* batch(BatchIndex index) const { return index.valid() ? &batches[index.value] : nullptr; }
    AssetIndex findAsset(std::string_view name) const;
    BatchIndex findBatch(std::string_view name) const;
    const Deviation* findDeviation(std::string_view id) const;
    std::size_t openRepeats() const; // proposals that nobody has decided
    // The confirmed fact that this position of the events stands for, or null.
    const RepeatedFact* mergedFact(std::size_t event) const;
};

// For what counts events: takes one event of each open proposal, the first that it is asked about.
class CountedOnce
{
public:
    explicit CountedOnce(const Dataset& dataset);
    // False if another event of the same proposal was taken; position in EventColumns.
    bool take(std::size_t event);
    // Number of the proposal that the event belongs to; for callers that keep their own account of what they took.
    std::optional<std::size_t> proposalOf(std::size_t event) const;

private:
    std::unordered_map<std::size_t, std::size_t> m_factOf; // by event: position in m_taken
    std::vector<std::size_t> m_taken; // by fact: the event that was taken, or kNone
};

} // namespace antecedent
