// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/dataset_loader.h"

#include "model/identity/names.h"
#include "model/store/case_file.h"
#include "model/store/chunk_reader.h"
#include "model/store/closed_case.h"
#include "model/store/content_hash.h"
#include "model/store/schema.h"
#include "model/store/source_versions.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/clock_decisions.h"
#include "model/timeline/loader_parts.h"
#include "model/timeline/own_tables.h"
#include "model/timeline/parameter_decisions.h"
#include "model/timeline/repeats.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace antecedent {

namespace {

Timestamp at(std::int64_t us)
{
    return Timestamp(Duration(us));
}

class Loader
{
public:
    Loader(const CaseFile& file, const CaseInfo& info, const LoadOptions& options, const std::stop_token& stop,
        const ProgressFn& progress)
        : m_coverage(m_clocks)
        , m_file(file)
        , m_case(info)
        , m_lastSource(std::min(lastSourceOf(info), options.state.lastSource))
        , m_options(options)
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    Result<Dataset> load()
    {
        for (const auto step : {&Loader::loadSources, &Loader::loadDecisions, &Loader::loadRows,
                 &Loader::loadEventColumns, &Loader::resolveAssets, &Loader::resolveBatches, &Loader::buildTables,
                 &Loader::mergeRepeats, &Loader::loadTags}) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, {}, {}};
            if (const Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        sortRecords();
        std::sort(m_dataset.notes.begin(), m_dataset.notes.end(), [](const ResolutionNote& a, const ResolutionNote& b) {
            return std::tie(a.code, a.table, a.name, a.detail) < std::tie(b.code, b.table, b.name, b.detail);
        });
        m_dataset.coverage = m_coverage.build(m_declared, m_dataset.strings);
        return std::move(m_dataset);
    }

private:
    Result<void> loadSources()
    {
        const Result<std::int64_t> lastDocument = lastDocumentOf(m_file, m_case);
        if (!lastDocument)
            return lastDocument.error();
        m_options.state.lastDocument = std::min(m_options.state.lastDocument, *lastDocument);
        const Result<std::string> title = m_file.title();
        const Result<std::string> zone = m_file.siteZone();
        Result<std::vector<SourceRecord>> records = readSources(m_file.database());
        if (!title || !zone || !records)
            return !title ? title.error() : !zone ? zone.error() : records.error();
        m_dataset.title = *title;
        m_dataset.siteZone = *zone;
        std::erase_if(*records, [&](const SourceRecord& record) { return record.source.id > m_lastSource; });
        m_order = orderByHash(*records);
        m_dataset.sources.resize(records->size());
        for (const SourceRecord& record : *records) {
            const auto place =
                static_cast<std::size_t>(std::find(m_order.begin(), m_order.end(), record.source.id) - m_order.begin());
            m_sources[record.source.id] = indexOf<SourceIndexTag>(place);
            m_dataset.sources[place] = record.source.info;
            if (record.source.info.declaredCoverage)
                m_declared[record.source.id] = *record.source.info.declaredCoverage;
            m_sums.events = m_sums.events + record.sums.events;
            m_sums.samples = m_sums.samples + record.sums.samples;
            m_events += storedCount(record.source, TableId::Events);
            m_samples += storedCount(record.source, TableId::Samples);
        }
        Result<SetAside> aside = SetAside::read(m_file, m_lastSource, m_options.state.lastDocument);
        if (!aside)
            return aside.error();
        m_aside = std::move(*aside);
        m_events -= m_aside.count(TableId::Events);
        m_sums.events = m_sums.events - m_aside.sum(TableId::Events);
        return {};
    }

    Result<void> loadDecisions()
    {
        const Result<std::vector<StoredDocument>> stored =
            m_file.documents("", kDuplicateDocuments, m_options.state.lastDocument);
        if (!stored)
            return stored.error();
        for (const StoredDocument& document : *stored) {
            Result<RepeatDecision> decision = repeatDecisionFrom(document.json);
            if (!decision)
                return decision.error();
            // What is confirmed is found by the ids of its events.
            m_options.eventIds = m_options.eventIds || decision->state == kConfirmedRepeat;
            m_decisions.emplace(document.name, std::move(*decision));
        }
        Result<AliasDecisions> aliases = readAliasDecisions(m_file, m_options.state.lastDocument);
        if (!aliases)
            return aliases.error();
        m_aliases = std::move(*aliases);
        Result<ParameterDecisions> parameters = readParameterDecisions(m_file, m_options.state.lastDocument);
        if (!parameters)
            return parameters.error();
        m_parameters = std::move(*parameters);
        Result<std::map<std::string, OwnTable>> tables = readOwnTables(m_file, m_options.state.lastDocument);
        if (!tables)
            return tables.error();
        m_dataset.ownTables = std::move(*tables);
        return m_options.correctsClocks ? loadClocks() : Result<void>();
    }

    // A source whose rows are all corrected counts as uncertain as the correction is; one with a corrected category of
    // events, as before.
    Result<void> loadClocks()
    {
        Result<ClocksByHash> clocks = readClocks(m_file, m_options.state.lastDocument);
        if (!clocks)
            return clocks.error();
        for (const auto& [id, place] : m_sources) {
            SourceInfo& info = m_dataset.sources[place.value];
            const auto found = clocks->find(toHex(info.sha256));
            if (found == clocks->end())
                continue;
            info.clocks = std::move(found->second);
            m_clocks[id] = info.clocks;
            const SourceClock* ofAll = clockFor(info.clocks, {});
            if (ofAll == nullptr)
                continue;
            info.clockUncertainty = ofAll->uncertainty ? ofAll->uncertainty : info.clockUncertainty;
            if (info.span)
                for (Timestamp* end : {&info.span->begin, &info.span->end})
                    *end = at(ofAll->correctedUs(end->time_since_epoch().count()));
        }
        return {};
    }

    Result<void> loadRows()
    {
        ContentHasher hasher;
        for (const TableSpec& table : allTables()) {
            if (table.id == TableId::Events)
                hasher.addSum(table.id, m_events, m_sums.events);
            if (table.id == TableId::Samples)
                hasher.addSum(table.id, m_samples, m_sums.samples);
            if (!isRowTable(table.id))
                continue;
            Result<RowSet> rows = readRows(m_file, table.id, m_lastSource);
            if (!rows)
                return rows.error();
            *rows = m_aside.without(std::move(*rows));
            m_coverage.addRows(*rows);
            RowSet resolved = resolveRows(std::move(*rows), m_order, m_dataset.notes);
            hasher.addRows(resolved); // content is what the sources say
            correctTimes(m_clocks, resolved);
            applyPeriods(m_aliases, resolved);
            forEachName(
                resolved, [&](std::string_view name) { m_assetUse[std::string(name)].insert(table.id); },
                [&](std::string_view name) { m_batchUse[std::string(name)].insert(table.id); });
            m_rows.emplace(table.id, std::move(resolved));
        }
        m_dataset.contentHash = hasher.finish();
        return {};
    }

    Result<void> loadEventColumns()
    {
        Result<LoadedEvents> events =
            loadEvents({m_file, m_lastSource, m_sources, m_clocks, m_aside, m_options, m_stop, m_progress},
                m_dataset.strings, m_coverage);
        if (!events)
            return events.error();
        m_loaded = std::move(*events);
        const std::set<std::string> gone = applyEventPeriods();
        for (std::uint32_t id = 1; id < m_loaded.assetNames.size(); ++id)
            if (!gone.contains(m_loaded.assetNames.text(id)))
                m_assetUse[m_loaded.assetNames.text(id)].insert(TableId::Events);
        for (std::uint32_t id = 1; id < m_loaded.batchNames.size(); ++id)
            m_batchUse[m_loaded.batchNames.text(id)].insert(TableId::Events);
        return {};
    }

    Result<void> resolveAssets()
    {
        NameResolver resolver;
        std::set<std::string> ids;
        const RowSet& rows = m_rows.at(TableId::Assets);
        const TableSpec& spec = tableSpec(TableId::Assets);
        const auto value = [&](const char* column, std::size_t row) {
            const auto& texts = rows.batch.columns[*spec.find(column)].texts;
            return texts.empty() ? std::string() : std::string(texts[row]);
        };
        for (std::size_t row = 0; row < rows.batch.rows; ++row) {
            const std::string id = value("asset_id", row);
            ids.insert(id);
            resolver.addAsset(id, {value("cmms_id", row), value("historian_prefix", row)});
        }
        addDecisions(
            m_aliases, [this](const std::string& name) { return m_assetUse.contains(name); }, resolver);
        std::map<std::string, std::string> meaning; // every used name
        for (const std::string& id : ids)
            meaning[id] = id;
        for (const auto& [name, tables] : m_assetUse) {
            const std::optional<std::string> id = resolver.resolve(name);
            meaning[name] = id.value_or(name);
            if (id) {
                ids.insert(*id); // of an alias of an asset that no list has
                continue;
            }
            ids.insert(name);
            note(TableId::Assets, name, tables);
        }
        m_dataset.assets.resize(ids.size());
        std::map<std::string, AssetIndex> places;
        for (const std::string& id : ids) {
            const auto index = indexOf<AssetIndexTag>(places.size());
            places[id] = index;
            m_dataset.assets[index.value].id = id;
            m_dataset.assets[index.value].isImplicit = true; // until its row is found
        }
        for (const auto& [name, id] : meaning)
            m_dataset.assetNames[name] = places.at(id);
        for (std::size_t row = 0; row < rows.batch.rows; ++row)
            for (const char* column : {"cmms_id", "historian_prefix"})
                if (const std::string name = value(column, row); !name.empty())
                    m_dataset.assetNames.try_emplace(name, places.at(value("asset_id", row)));
        buildAssets(rows, m_sources, m_dataset);
        return {};
    }

    // Events have their names as positions in a pool. Returns the names that no event has any more.
    std::set<std::string> applyEventPeriods()
    {
        std::map<std::uint32_t, bool> dated; // position, and whether an event still has the name
        for (const auto& [name, decision] : m_aliases)
            if (const auto id = m_loaded.assetNames.find(name); id && !decision.periods.empty())
                dated[*id] = false;
        if (dated.empty())
            return {};
        EventColumns& events = m_loaded.columns;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto found = dated.find(events.asset[i].value);
            if (found == dated.end())
                continue;
            const std::string* asset =
                assetInPeriod(m_aliases, m_loaded.assetNames.text(found->first), events.timeUs[i]);
            found->second = found->second || !asset;
            if (asset)
                events.asset[i].value = m_loaded.assetNames.intern(*asset);
        }
        std::set<std::string> gone;
        for (const auto& [id, isUsed] : dated)
            if (!isUsed)
                gone.insert(m_loaded.assetNames.text(id));
        return gone;
    }

    Result<void> resolveBatches()
    {
        const RowSet& rows = m_rows.at(TableId::Batches);
        std::set<std::string> ids;
        for (const std::string_view id : rows.batch.columns.front().texts) // batch_id is the first column
            ids.emplace(id);
        for (const auto& [name, tables] : m_batchUse)
            if (ids.insert(name).second)
                note(TableId::Batches, name, tables);
        m_dataset.batches.resize(ids.size());
        std::size_t place = 0;
        for (const std::string& id : ids) {
            m_dataset.batches[place].id = id;
            m_dataset.batches[place].isImplicit = true;
            m_dataset.batchNames[id] = indexOf<BatchIndexTag>(place++);
        }
        buildBatches(rows, m_sources, m_dataset);
        return {};
    }

    Result<void> buildTables()
    {
        for (const auto& [table, rows] : m_rows)
            buildRecords(rows, m_sources, m_dataset);
        EventColumns& events = m_loaded.columns;
        std::vector<AssetIndex> assets(m_loaded.assetNames.size());
        for (std::uint32_t id = 1; id < assets.size(); ++id)
            assets[id] = m_dataset.findAsset(m_loaded.assetNames.text(id));
        std::vector<BatchIndex> batches(m_loaded.batchNames.size());
        for (std::uint32_t id = 1; id < batches.size(); ++id)
            batches[id] = m_dataset.findBatch(m_loaded.batchNames.text(id));
        for (AssetIndex& asset : events.asset)
            asset = assets[asset.value];
        for (BatchIndex& batch : events.batch)
            batch = batches[batch.value];
        m_dataset.events = std::move(events);
        return {};
    }

    // Content is what the records say: a fact that two sources state counts once from its confirmation on.
    Result<void> mergeRepeats()
    {
        resolveRepeats(m_dataset, m_decisions);
        std::string merged;
        for (const RepeatedFact& fact : m_dataset.repeats)
            if (fact.state == RepeatState::Confirmed)
                merged += fact.id + '\n';
        if (!merged.empty())
            m_dataset.contentHash = sha256(toHex(m_dataset.contentHash) + '\n' + merged);
        return {};
    }

    Result<void> loadTags()
    {
        const Result<std::vector<SampledTag>> sampled = listSampledTags(m_file, m_lastSource);
        if (!sampled)
            return sampled.error();
        std::map<std::string, Tag> tags;
        for (Tag& tag : m_dataset.tags)
            tags[tag.name] = tag;
        for (const SampledTag& stored : *sampled) {
            Tag& tag = tags[stored.name];
            if (tag.name.empty())
                note(TableId::Tags, stored.name, {TableId::Samples});
            tag.name = stored.name;
            tag.sampleCount = stored.samples;
            tag.sampleSpan = Interval{at(stored.first), at(stored.last + 1)};
        }
        m_dataset.tags.clear();
        for (auto& [name, tag] : tags) {
            if (!tag.asset.valid())
                tag.asset = assetOfTag(name);
            const auto decided = m_parameters.find(name);
            if (tag.parameter.empty() && decided != m_parameters.end()
                && decided->second.state == AliasState::Confirmed)
                tag.parameter = decided->second.parameter;
            m_dataset.tags.push_back(std::move(tag));
        }
        const Result<std::vector<SampleSpan>> spans = listSampleSpans(m_file, m_lastSource);
        if (!spans)
            return spans.error();
        for (const SampleSpan& span : *spans)
            m_coverage.add(TableId::Samples, 0, span.source, span.first, span.last);
        return {};
    }

    AssetIndex assetOfTag(const std::string& tag) const
    {
        if (const auto decision = m_aliases.find(tag); decision != m_aliases.end()) {
            if (decision->second.state == AliasState::Refused)
                return {};
            if (decision->second.state == AliasState::Confirmed && !decision->second.asset.empty())
                return m_dataset.findAsset(decision->second.asset);
        }
        return assetNamedBy(tag);
    }

    // Tags that no list describes are often called after their asset: `R-101.TEMP`, `R-101/TEMP`. The longest name of
    // an asset in front of a mark counts.
    AssetIndex assetNamedBy(const std::string& tag) const
    {
        for (std::size_t end = tag.find_last_of(".:/|"); end != std::string::npos && end > 0;
             end = tag.find_last_of(".:/|", end - 1))
            if (const AssetIndex asset = m_dataset.findAsset(tag.substr(0, end)); asset.valid())
                return asset;
        return {};
    }

    void note(TableId kind, const std::string& name, const std::set<TableId>& tables)
    {
        std::string detail = "named in";
        for (const TableId table : tables)
            detail += (table == *tables.begin() ? " " : ", ") + std::string(tableSpec(table).name);
        m_dataset.notes.push_back({DiagnosticCode::UnresolvedName, kind, name, std::move(detail)});
    }

    // Rows come in the order of their normal form, so that a stable sort leaves no ties to chance.
    void sortRecords()
    {
        Dataset& d = m_dataset;
        const auto by = [](auto& records, auto key) {
            std::stable_sort(
                records.begin(), records.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
        };
        by(d.steps, [](const BatchStep& s) { return std::tuple(s.start.utcUs, s.batch.value, s.level, s.name); });
        by(d.workOrders, [](const WorkOrder& w) { return std::string_view(w.id); });
        by(d.workOrderStatus,
            [](const WorkOrderStatus& s) { return std::pair(s.time.utcUs, std::string_view(s.workOrderId)); });
        by(d.calibrations, [](const Calibration& c) { return std::tuple(c.performed.utcUs, c.id, c.point); });
        by(d.cleanings, [](const Cleaning& c) { return std::pair(c.start.utcUs, std::string_view(c.id)); });
        by(d.deviations, [](const Deviation& v) { return std::string_view(v.id); });
        by(d.meters, [](const MeterReading& m) { return std::tuple(m.time.utcUs, m.asset.value, m.kind); });
        by(d.installations, [](const Installation& i) { return std::tuple(i.from.utcUs, i.position.value, i.item); });
        by(d.changes, [](const Change& c) { return std::pair(c.effective.utcUs, std::string_view(c.id)); });
    }

    std::unordered_map<SourceId, SourceIndex> m_sources;
    SourceClocks m_clocks;
    SetAside m_aside;
    CoverageBuilder m_coverage;
    const CaseFile& m_file;
    const CaseInfo& m_case;
    const SourceId m_lastSource;
    LoadOptions m_options;
    const std::stop_token& m_stop;
    const ProgressFn& m_progress;
    Dataset m_dataset;
    std::vector<SourceId> m_order;
    std::map<SourceId, Interval> m_declared;
    ContentSums m_sums;
    std::uint64_t m_events = 0;
    std::uint64_t m_samples = 0;
    std::map<std::string, RepeatDecision> m_decisions;
    AliasDecisions m_aliases;
    ParameterDecisions m_parameters;
    std::map<TableId, RowSet> m_rows;
    LoadedEvents m_loaded;
    std::map<std::string, std::set<TableId>> m_assetUse;
    std::map<std::string, std::set<TableId>> m_batchUse;
};

// Reads the chunks of a dataset's tags.
class StoredSampleReader : public SampleReader
{
public:
    StoredSampleReader(const CaseFile& file, SourceId lastSource, const Dataset& dataset)
        : m_file(file)
        , m_lastSource(lastSource)
        , m_dataset(dataset)
    {
    }

    Result<std::vector<Sample>> read(TagIndex tag, const Interval& interval) override
    {
        if (!m_reader)
            if (const Result<void> opened = open(); !opened)
                return opened.error();
        if (!tag.valid() || tag.value >= m_dataset.tags.size())
            return Error{ErrorCode::InvalidArgument, "tag " + std::to_string(tag.value), "no such tag"};
        const auto stored = m_ids.find(m_dataset.tags[tag.value].name);
        if (stored == m_ids.end())
            return std::vector<Sample>();
        return m_reader->read(stored->second, interval);
    }

private:
    Result<void> open()
    {
        const Result<std::vector<SourceRecord>> sources = readSources(m_file.database());
        const Result<std::vector<SampledTag>> tags = listSampledTags(m_file, m_lastSource);
        if (!sources || !tags)
            return !sources ? sources.error() : tags.error();
        for (const SampledTag& tag : *tags)
            m_ids[tag.name] = tag.id;
        m_reader = std::make_unique<SampleChunkReader>(m_file, m_lastSource, orderByHash(*sources));
        return {};
    }

    const CaseFile& m_file;
    const SourceId m_lastSource;
    const Dataset& m_dataset;
    std::unordered_map<std::string, std::int64_t> m_ids;
    std::unique_ptr<SampleChunkReader> m_reader;
};

} // namespace

Result<Dataset> loadDataset(const CaseFile& file, const CaseInfo& investigationCase, const LoadOptions& options,
    const std::stop_token& stop, const ProgressFn& progress)
{
    return Loader(file, investigationCase, options, stop, progress).load();
}

std::unique_ptr<SampleReader> makeSampleReader(
    const CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset)
{
    return std::make_unique<StoredSampleReader>(file, lastSourceOf(investigationCase), dataset);
}

} // namespace antecedent
