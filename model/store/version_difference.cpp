// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/version_difference.h"

#include "model/base/time.h"
#include "model/store/chunk_reader.h"
#include "model/store/event_chunk.h"
#include "model/store/schema.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace antecedent {

namespace {

// Beyond it, two sources are no versions of each other, and the decision would be as large as they are.
constexpr std::size_t kMostGone = 500'000;

using Values = std::map<std::string, std::string>;

struct Line
{
    std::string key;
    SourceId source = 0;
    RecordPlace place;
    std::int64_t timeUs = TimeValue::kUnknown; // the earliest at which something happened
    Values values;
};

std::string textOf(const BatchColumn& column, ColumnType type, std::size_t row)
{
    switch (type) {
    case ColumnType::Text:
        return column.texts.empty() ? std::string() : std::string(column.texts[row]);
    case ColumnType::Number:
        return column.numbers.empty() || !column.numbers[row].known ? std::string()
                                                                    : formatDecimal(column.numbers[row]);
    case ColumnType::Time:
        return column.times.empty() || !column.times[row].known() ? std::string() : formatUtc(column.times[row]);
    }
    return {};
}

bool isKeyPart(const TableSpec& spec, const ColumnSpec& column)
{
    if (spec.hasKey())
        return column.key;
    return column.role != ColumnRole::Optional || column.name == "asset_id" || column.name == "batch_id";
}

Line lineOf(const RecordBatch& batch, std::size_t row, SourceId source, const Fingerprint& print)
{
    const TableSpec& spec = tableSpec(batch.table);
    Line out;
    out.source = source;
    out.place = {batch.sourceRows[row].row, print};
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        std::string text = textOf(batch.columns[c], spec.columns[c].type, row);
        if (text.empty())
            continue;
        if (spec.columns[c].type == ColumnType::Time && isOccurrence(spec.columns[c]))
            if (const std::int64_t us = batch.columns[c].times[row].utcUs;
                out.timeUs == TimeValue::kUnknown || us < out.timeUs)
                out.timeUs = us;
        if (isKeyPart(spec, spec.columns[c]))
            (out.key += out.key.empty() ? "" : "/") += text;
        out.values.emplace(spec.columns[c].name, std::move(text));
    }
    for (std::size_t a = 0; a < batch.attributes.size(); ++a)
        if (!batch.attributes[a][row].empty())
            out.values.emplace(batch.attributeNames[a], batch.attributes[a][row]);
    return out;
}

// Ascending by column.
std::vector<ValueChange> changesOf(const Values& before, const Values& after)
{
    std::vector<ValueChange> out;
    for (const auto& [name, value] : before) {
        const auto now = after.find(name);
        if (now == after.end() || now->second != value)
            out.push_back({name, value, now == after.end() ? std::string() : now->second});
    }
    for (const auto& [name, value] : after)
        if (!before.contains(name))
            out.push_back({name, {}, value});
    std::sort(out.begin(), out.end(), [](const ValueChange& a, const ValueChange& b) { return a.column < b.column; });
    return out;
}

class Comparison
{
public:
    Comparison(const CaseFile& file, const std::vector<StoredSource>& earlier, const StoredSource& newer,
        const SetAside& before, const StatedRecords& states, const std::vector<const StatedRecords*>& others,
        const std::stop_token& stop)
        : m_file(file)
        , m_newer(newer)
        , m_aside(before)
        , m_states(states)
        , m_others(others)
        , m_stop(stop)
    {
        for (const StoredSource& source : earlier) {
            m_hashes[source.id] = toHex(source.info.sha256);
            addTables(source);
        }
        addTables(newer);
        m_out.decision.replaces = m_hashes.at(earlier.front().id);
    }

    Result<VersionDifference> run()
    {
        for (const TableSpec& table : allTables()) {
            if (table.id == TableId::Samples || !m_tables.contains(table.id))
                continue;
            m_gone.clear();
            m_goneKeys.clear();
            m_new.clear();
            m_change = TableChange{table.id, 0, 0, 0, 0};
            if (const Result<void> read = isRowTable(table.id) ? readTable(table.id) : readEvents(); !read)
                return read.error();
            pair(table.id);
            if (m_change.same + m_change.changed + m_change.vanished + m_change.added > 0)
                m_out.tables.push_back(m_change);
        }
        for (auto& [source, tables] : m_out.decision.setAside)
            for (auto& [table, places] : tables)
                std::sort(places.begin(), places.end());
        return std::move(m_out);
    }

private:
    void addTables(const StoredSource& source)
    {
        for (const auto& [name, count] : source.records)
            if (const TableSpec* table = findTable(name); table != nullptr && count > 0)
                m_tables.insert(table->id);
    }

    Result<void> readTable(TableId table)
    {
        const Result<RowSet> rows = readRows(m_file, table);
        if (!rows)
            return rows.error();
        const std::vector<Fingerprint> prints = fingerprints(rows->batch);
        for (std::size_t row = 0; row < rows->batch.rows; ++row)
            if (m_hashes.contains(rows->source[row]))
                if (const Result<void> taken = takeEarlier(rows->batch, row, rows->source[row], prints[row]); !taken)
                    return taken;
        for (std::size_t row = 0; row < rows->batch.rows; ++row)
            if (rows->source[row] == m_newer.id)
                takeNew(rows->batch, row, prints[row]);
        return {};
    }

    Result<void> readEvents()
    {
        const Result<std::vector<EventChunkRef>> chunks = listEventChunks(m_file, kAllSources);
        if (!chunks)
            return chunks.error();
        for (const EventChunkRef& chunk : *chunks)
            if (m_hashes.contains(chunk.source))
                if (const Result<void> read = readChunk(chunk); !read)
                    return read;
        for (const EventChunkRef& chunk : *chunks)
            if (chunk.source == m_newer.id)
                if (const Result<void> read = readChunk(chunk); !read)
                    return read;
        return {};
    }

    Result<void> readChunk(const EventChunkRef& chunk)
    {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<EventChunkBlocks> blocks = readEventChunk(m_file, chunk.id, true);
        if (!blocks)
            return blocks.error();
        const Result<RecordBatch> batch = decodeEvents(blocks->columns, blocks->details);
        if (!batch)
            return batch.error();
        const std::vector<Fingerprint> prints = fingerprints(*batch);
        for (std::size_t row = 0; row < batch->rows; ++row)
            if (chunk.source == m_newer.id)
                takeNew(*batch, row, prints[row]);
            else if (const Result<void> taken = takeEarlier(*batch, row, chunk.source, prints[row]); !taken)
                return taken;
        return {};
    }

    Result<void> takeEarlier(const RecordBatch& batch, std::size_t row, SourceId source, const Fingerprint& print)
    {
        if (m_states.states(batch.table, print)) {
            ++m_change.same;
            return {};
        }
        if (std::any_of(m_others.begin(), m_others.end(),
                [&](const StatedRecords* other) { return other->states(batch.table, print); }))
            return {};
        const RecordPlace place{batch.sourceRows[row].row, print};
        const std::vector<RecordPlace>* before = m_aside.find(source, batch.table);
        if (before != nullptr && std::binary_search(before->begin(), before->end(), place)) {
            setAside(batch.table, source, place); // an earlier version did that already
            return {};
        }
        Line line = lineOf(batch, row, source, print);
        m_goneKeys.insert(line.key);
        m_gone.push_back(std::move(line));
        if (m_gone.size() > kMostGone)
            return Error{ErrorCode::InvalidArgument, m_newer.info.name,
                "does not state more than " + std::to_string(kMostGone) + " rows of the earlier source"};
        return {};
    }

    // A longer export may add any number of rows: only what can belong to a row that is gone is kept.
    void takeNew(const RecordBatch& batch, std::size_t row, const Fingerprint& print)
    {
        Line line = lineOf(batch, row, m_newer.id, print);
        if (m_goneKeys.contains(line.key))
            m_new.push_back(std::move(line));
        else
            countAdded(batch.table, line);
    }

    void countAdded(TableId table, const Line& line)
    {
        if (++m_change.added <= VersionDifference::kMostRows)
            m_added.push_back({RowChangeKind::Added, table, line.key, 0, 0, line.place.row, {}});
    }

    // Rows of equal keys belong together in the order of their rows.
    void pair(TableId table)
    {
        const auto byKey = [](const Line& a, const Line& b) {
            return std::tie(a.key, a.source, a.place) < std::tie(b.key, b.source, b.place);
        };
        std::sort(m_gone.begin(), m_gone.end(), byKey);
        std::sort(m_new.begin(), m_new.end(), byKey);
        std::vector<RowChange> changed;
        std::vector<RowChange> vanished;
        std::size_t next = 0;
        for (const Line& before : m_gone) {
            for (; next < m_new.size() && m_new[next].key < before.key; ++next)
                countAdded(table, m_new[next]);
            if (next < m_new.size() && m_new[next].key == before.key) {
                const Line& after = m_new[next++];
                setAside(table, before.source, before.place);
                changed.push_back({RowChangeKind::Changed, table, before.key, before.source, before.place.row,
                    after.place.row, changesOf(before.values, after.values)});
            } else if (isInPeriod(before)) {
                setAside(table, before.source, before.place);
                vanished.push_back(
                    {RowChangeKind::Vanished, table, before.key, before.source, before.place.row, 0, {}});
            }
        }
        for (; next < m_new.size(); ++next)
            countAdded(table, m_new[next]);
        m_change.changed = changed.size();
        m_change.vanished = vanished.size();
        std::sort(m_added.begin(), m_added.end(), [](const RowChange& a, const RowChange& b) {
            return std::tie(a.key, a.rowAfter) < std::tie(b.key, b.rowAfter);
        });
        for (std::vector<RowChange>* part : {&changed, &vanished, &m_added}) {
            const std::size_t count = std::min(part->size(), VersionDifference::kMostRows - m_out.rows.size());
            m_out.rows.insert(m_out.rows.end(), std::make_move_iterator(part->begin()),
                std::make_move_iterator(part->begin() + static_cast<std::ptrdiff_t>(count)));
        }
        m_added.clear();
    }

    // A row before or after what the newer source covers is not gone: nothing was asked about it.
    bool isInPeriod(const Line& line) const
    {
        const std::optional<Interval>& period =
            m_newer.info.declaredCoverage ? m_newer.info.declaredCoverage : m_newer.info.span;
        if (!period || line.timeUs == TimeValue::kUnknown)
            return true;
        const Timestamp at{Duration(line.timeUs)};
        return at >= period->begin && at <= period->end;
    }

    void setAside(TableId table, SourceId source, const RecordPlace& place)
    {
        m_out.decision.setAside[m_hashes.at(source)][table].push_back(place);
    }

    const CaseFile& m_file;
    const StoredSource& m_newer;
    const SetAside& m_aside;
    const StatedRecords& m_states;
    const std::vector<const StatedRecords*>& m_others;
    const std::stop_token& m_stop;
    std::map<SourceId, std::string> m_hashes; // of the earlier sources
    std::set<TableId> m_tables; // that they have records of
    VersionDifference m_out;
    TableChange m_change;
    std::vector<Line> m_gone;
    std::unordered_set<std::string> m_goneKeys;
    std::vector<Line> m_new; // of keys of what is gone
    std::vector<RowChange> m_added;
};

} // namespace

TableChange VersionDifference::total() const
{
    TableChange out;
    for (const TableChange& table : tables) {
        out.same += table.same;
        out.changed += table.changed;
        out.vanished += table.vanished;
        out.added += table.added;
    }
    return out;
}

void StatedRecords::add(const RecordBatch& batch)
{
    if (batch.table == TableId::Samples)
        return;
    FingerprintSet& prints = m_prints[batch.table];
    for (const Fingerprint& print : fingerprints(batch))
        prints.insert(print);
}

bool StatedRecords::states(TableId table, const Fingerprint& print) const
{
    const auto found = m_prints.find(table);
    return found != m_prints.end() && found->second.contains(print);
}

std::size_t StatedRecords::sharedWith(const StatedRecords& other) const
{
    std::size_t out = 0;
    for (const auto& [table, prints] : m_prints)
        if (const auto found = other.m_prints.find(table); found != other.m_prints.end())
            out += prints.sharedWith(found->second);
    return out;
}

Result<VersionDifference> compareVersions(const CaseFile& file, const std::vector<StoredSource>& earlier,
    const StoredSource& newer, const SetAside& before, const StatedRecords& states,
    const std::vector<const StatedRecords*>& others, const std::stop_token& stop)
{
    return Comparison(file, earlier, newer, before, states, others, stop).run();
}

} // namespace antecedent
