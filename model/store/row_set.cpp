// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/row_set.h"

#include "model/domain/normal_form.h"
#include "model/store/case_file.h"
#include "model/store/database.h"
#include "model/store/schema.h"
#include "model/store/text_arena.h"
#include "model/store/time_form.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

namespace antecedent {

namespace {

RecordId idOf(std::span<const std::uint8_t> blob)
{
    RecordId id;
    std::copy_n(blob.begin(), std::min(blob.size(), id.bytes.size()), id.bytes.begin());
    return id;
}

// Reads the statements of one table into columns.
class RowReader
{
public:
    RowReader(RowSet& out, TableId table)
        : m_out(out)
        , m_spec(tableSpec(table))
        , m_arena(std::make_shared<TextArena>())
    {
        m_out.batch.table = table;
        m_out.batch.columns.resize(m_spec.columns.size());
        m_out.batch.buffers.push_back(m_arena);
    }

    bool take(const Statement& row)
    {
        m_out.id.push_back(idOf(row.blob(1)));
        m_out.source.push_back(row.integer(2));
        m_out.batch.sourceRows.push_back(
            SourceRow{static_cast<std::uint64_t>(row.integer(3)), static_cast<std::uint64_t>(row.integer(4)),
                static_cast<std::uint64_t>(row.integer(5)), static_cast<std::uint32_t>(row.integer(6))});
        int at = 7;
        for (std::size_t c = 0; c < m_spec.columns.size(); ++c) {
            BatchColumn& column = m_out.batch.columns[c];
            if (m_spec.columns[c].type == ColumnType::Text) {
                column.texts.push_back(m_arena->keep(row.text(at++)));
            } else if (m_spec.columns[c].type == ColumnType::Number) {
                column.numbers.push_back(parseDecimal(row.text(at++)).value_or(Decimal{}));
            } else {
                column.times.push_back(row.isNull(at)
                        ? TimeValue{}
                        : unpackTimeForm(row.integer(at), static_cast<std::uint32_t>(row.integer(at + 1))));
                at += 2;
            }
        }
        const bool good = row.isNull(at) || takeAttributes(row.text(at));
        ++m_out.batch.rows;
        for (auto& values : m_out.batch.attributes)
            values.resize(m_out.batch.rows);
        return good;
    }

private:
    bool takeAttributes(std::string_view json)
    {
        const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
        if (!object.is_object())
            return false;
        for (const auto& [name, value] : object.items()) {
            if (!value.is_string())
                return false;
            const auto [place, isNew] = m_attributes.try_emplace(name, m_out.batch.attributeNames.size());
            if (isNew) {
                m_out.batch.attributeNames.push_back(name);
                m_out.batch.attributes.emplace_back();
            }
            auto& values = m_out.batch.attributes[place->second];
            values.resize(m_out.batch.rows + 1);
            values[m_out.batch.rows] = m_arena->keep(value.get_ref<const std::string&>());
        }
        return true;
    }

    RowSet& m_out;
    const TableSpec& m_spec;
    std::shared_ptr<TextArena> m_arena;
    std::unordered_map<std::string, std::size_t> m_attributes;
};

// Merges the rows of one group (in order of preference) into its first row, column by column.
class GroupMerger
{
public:
    GroupMerger(RowSet& rows, std::vector<ResolutionNote>& notes)
        : m_rows(rows)
        , m_spec(tableSpec(rows.batch.table))
        , m_notes(notes)
    {
    }

    void merge(const std::vector<std::size_t>& group)
    {
        for (std::size_t c = 0; c < m_spec.columns.size(); ++c) {
            BatchColumn& column = m_rows.batch.columns[c];
            const std::string_view name = m_spec.columns[c].name;
            if (m_spec.columns[c].type == ColumnType::Text)
                mergeValues(
                    group, name, column.texts, [](std::string_view v) { return !v.empty(); },
                    [](std::string_view v) { return std::string(v); });
            else if (m_spec.columns[c].type == ColumnType::Number)
                mergeValues(
                    group, name, column.numbers, [](const Decimal& v) { return v.known; },
                    [](const Decimal& v) { return formatDecimal(v); });
            else
                mergeTimes(group, c, column.times);
        }
        for (std::size_t a = 0; a < m_rows.batch.attributes.size(); ++a)
            mergeValues(
                group, m_rows.batch.attributeNames[a], m_rows.batch.attributes[a],
                [](std::string_view v) { return !v.empty(); }, [](std::string_view v) { return std::string(v); });
    }

private:
    template <class Values, class Known, class Print>
    void mergeValues(const std::vector<std::size_t>& group, std::string_view name, Values& values, const Known& known,
        const Print& print)
    {
        const auto first =
            std::find_if(group.begin(), group.end(), [&](std::size_t row) { return known(values[row]); });
        if (first == group.end())
            return;
        const std::string used = print(values[*first]);
        std::vector<std::string> others;
        for (auto at = first + 1; at != group.end(); ++at)
            if (known(values[*at]) && print(values[*at]) != used)
                others.push_back(print(values[*at]));
        values[group.front()] = values[*first];
        noteConflict(group.front(), name, used, std::move(others));
    }

    // A date and a time on that date do not contradict each other: the finer one is used.
    void mergeTimes(const std::vector<std::size_t>& group, std::size_t column, std::vector<TimeValue>& values)
    {
        const std::string_view name = m_spec.columns[column].name;
        const auto holds = [](const TimeValue& wide, const TimeValue& fine) {
            return wide.utcUs <= fine.utcUs && fine.utcUs - wide.utcUs < precisionWidth(wide.precision).count();
        };
        const auto first =
            std::find_if(group.begin(), group.end(), [&](std::size_t row) { return values[row].known(); });
        if (first == group.end())
            return;
        TimeValue used = values[*first];
        SourceId source = m_rows.source[*first];
        for (auto at = first + 1; at != group.end(); ++at)
            if (values[*at].known() && precisionWidth(values[*at].precision) < precisionWidth(used.precision)
                && holds(used, values[*at])) {
                used = values[*at];
                source = m_rows.source[*at];
            }
        std::vector<std::string> others;
        for (auto at = first; at != group.end(); ++at)
            if (const TimeValue& other = values[*at]; other.known() && other.utcUs != used.utcUs && !holds(other, used))
                others.push_back(formatUtc(other.at(), 6));
        values[group.front()] = used;
        m_rows.timeSource.resize(m_spec.columns.size());
        if (m_rows.timeSource[column].empty())
            m_rows.timeSource[column] = m_rows.source;
        m_rows.timeSource[column][group.front()] = source;
        noteConflict(group.front(), name, formatUtc(used.at(), 6), std::move(others));
    }

    void noteConflict(std::size_t row, std::string_view name, const std::string& used, std::vector<std::string> others)
    {
        if (others.empty() || name == "recorded" || name == "recorded_by" || name == "source_ref")
            return;
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
        std::string detail = std::string(name) + ": " + used + " used, also stated";
        for (const std::string& other : others)
            detail += " " + other;
        m_notes.push_back(
            {DiagnosticCode::ConflictingValues, m_rows.batch.table, keyTextOf(m_rows.batch, row), std::move(detail)});
    }

    RowSet& m_rows;
    const TableSpec& m_spec;
    std::vector<ResolutionNote>& m_notes;
};

std::vector<std::string> normalForms(const RecordBatch& batch)
{
    std::vector<std::string> forms(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row)
        appendNormalForm(forms[row], batch, row);
    return forms;
}

// Merges groups of equal keys; returns the rows that remain.
std::vector<std::size_t> mergeByKey(
    RowSet& rows, const std::vector<std::size_t>& rank, std::vector<ResolutionNote>& notes)
{
    const std::vector<std::string> forms = normalForms(rows.batch);
    std::unordered_map<std::string, std::vector<std::size_t>> groups;
    std::string key;
    for (std::size_t row = 0; row < rows.batch.rows; ++row) {
        key.clear();
        appendKeyForm(key, rows.batch, row);
        groups[key].push_back(row);
    }
    const std::size_t recorded = *tableSpec(rows.batch.table).find("recorded");
    GroupMerger merger(rows, notes);
    std::vector<std::size_t> kept;
    for (auto& [name, group] : groups) { // any order: the result is sorted afterwards
        if (group.size() > 1) {
            const std::size_t firstSource =
                *std::min_element(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
                    return std::pair(rank[a], rows.batch.sourceRows[a].row)
                        < std::pair(rank[b], rows.batch.sourceRows[b].row);
                });
            const SourceId source = rows.source[firstSource];
            const SourceRow place = rows.batch.sourceRows[firstSource];
            std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
                const std::int64_t ta = rows.batch.columns[recorded].times[a].utcUs;
                const std::int64_t tb = rows.batch.columns[recorded].times[b].utcUs;
                return ta != tb ? ta > tb : forms[a] > forms[b];
            });
            merger.merge(group);
            rows.source[group.front()] = source;
            rows.batch.sourceRows[group.front()] = place;
        }
        kept.push_back(group.front());
    }
    return kept;
}

// The names of required columns without a value; empty if the record is whole.
std::string missingValues(const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    std::string out;
    std::string anyOf;
    bool isAnyKnown = false;
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (spec.columns[c].role == ColumnRole::Optional)
            continue;
        const BatchColumn& column = batch.columns[c];
        const bool isKnown = (!column.texts.empty() && !column.texts[row].empty())
            || (!column.times.empty() && column.times[row].known())
            || (!column.numbers.empty() && column.numbers[row].known);
        if (spec.columns[c].role == ColumnRole::AnyOf) {
            (anyOf += anyOf.empty() ? "" : " or ") += spec.columns[c].name;
            isAnyKnown = isAnyKnown || isKnown;
        } else if (!isKnown) {
            (out += out.empty() ? "" : ", ") += spec.columns[c].name;
        }
    }
    if (!anyOf.empty() && !isAnyKnown)
        (out += out.empty() ? "" : ", ") += anyOf;
    return out;
}

// Records that several sources were to complete, and did not.
void dropIncomplete(const RowSet& rows, std::vector<std::size_t>& kept, std::vector<ResolutionNote>& notes)
{
    std::erase_if(kept, [&](std::size_t row) {
        const std::string missing = missingValues(rows.batch, row);
        if (!missing.empty())
            notes.push_back({DiagnosticCode::IncompleteRecord, rows.batch.table, keyTextOf(rows.batch, row),
                "no source states " + missing});
        return !missing.empty();
    });
}

} // namespace

RowSet chosenRows(const RowSet& rows, const std::vector<std::size_t>& chosen)
{
    const auto pick = [&](const auto& values) {
        std::remove_cvref_t<decltype(values)> out;
        if (!values.empty()) {
            out.reserve(chosen.size());
            for (const std::size_t row : chosen)
                out.push_back(values[row]);
        }
        return out;
    };
    RowSet out;
    out.batch.table = rows.batch.table;
    out.batch.rows = chosen.size();
    for (const BatchColumn& column : rows.batch.columns)
        out.batch.columns.push_back({pick(column.texts), pick(column.times), pick(column.numbers)});
    out.batch.attributeNames = rows.batch.attributeNames;
    for (const auto& values : rows.batch.attributes)
        out.batch.attributes.push_back(pick(values));
    out.batch.sourceRows = pick(rows.batch.sourceRows);
    out.batch.buffers = rows.batch.buffers;
    out.source = pick(rows.source);
    out.id = pick(rows.id);
    for (const auto& sources : rows.timeSource)
        out.timeSource.push_back(pick(sources));
    return out;
}

std::string keyTextOf(const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    std::string out;
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        if (spec.columns[c].key && !batch.columns[c].texts[row].empty())
            (out += out.empty() ? "" : "/") += batch.columns[c].texts[row];
    return out;
}

Result<RowSet> readRows(const CaseFile& file, TableId table, SourceId lastSource)
{
    const SealedTable& sealed = sealedTable(tableSpec(table).name);
    Result<Statement> statement = file.database().prepare(
        "SELECT " + sealed.columns + " FROM \"" + sealed.name + "\" WHERE source_id <= ? ORDER BY row_id");
    if (!statement)
        return statement.error();
    statement->bind(1, lastSource);
    RowSet rows;
    RowReader reader(rows, table);
    for (;;) {
        const Result<bool> more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        if (!reader.take(*statement))
            return Error{ErrorCode::InvestigationDamaged, file.path(), "attributes of a row in " + sealed.name};
    }
}

RowSet resolveRows(RowSet rows, const std::vector<SourceId>& sourceOrder, std::vector<ResolutionNote>& notes)
{
    std::unordered_map<SourceId, std::size_t> ranks;
    for (std::size_t i = 0; i < sourceOrder.size(); ++i)
        ranks.emplace(sourceOrder[i], i);
    std::vector<std::size_t> rank(rows.batch.rows);
    for (std::size_t row = 0; row < rows.batch.rows; ++row)
        rank[row] = ranks.contains(rows.source[row]) ? ranks[rows.source[row]] : sourceOrder.size();

    std::vector<std::size_t> kept(rows.batch.rows);
    if (tableSpec(rows.batch.table).hasKey()) {
        kept = mergeByKey(rows, rank, notes);
        dropIncomplete(rows, kept, notes);
    } else {
        std::iota(kept.begin(), kept.end(), std::size_t{0});
    }

    const std::vector<std::string> forms = normalForms(rows.batch);
    std::sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) { return forms[a] < forms[b]; });
    for (const std::size_t row : kept)
        rows.id[row] = recordIdOf(forms[row]);
    return chosenRows(rows, kept);
}

} // namespace antecedent
