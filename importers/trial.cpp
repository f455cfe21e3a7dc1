// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/trial.h"

#include "importers/mapping/mapper.h"
#include "importers/text/encoding.h"
#include "model/base/text.h"

#include <algorithm>
#include <unordered_set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostCompared = 8'000'000; // rows

// FNV-1a, 64 bits: equal rows are counted, not merged, so a chance in 10^7 is good enough.
std::uint64_t hashOf(std::string_view bytes)
{
    std::uint64_t out = 14695981039346656037ULL;
    for (const char c : bytes)
        out = (out ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return out;
}

// The different texts of each column, as long as they may be codes.
class ValueCounter
{
public:
    explicit ValueCounter(const std::vector<std::string>& columns)
        : m_names(columns)
        , m_columns(columns.size())
    {
    }

    void add(const RowBlock& rows)
    {
        for (std::size_t c = 0; c < m_columns.size(); ++c)
            if (m_columns[c].isOpen)
                addColumn(rows, c);
    }

    std::map<std::string, std::vector<ValueCount>> finish() const
    {
        std::map<std::string, std::vector<ValueCount>> out;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            if (!m_columns[c].isOpen || m_columns[c].counts.empty())
                continue;
            std::vector<ValueCount>& values = out[m_names[c]];
            for (const auto& [value, count] : m_columns[c].counts)
                values.push_back({value, count});
            std::stable_sort(values.begin(), values.end(),
                [](const ValueCount& a, const ValueCount& b) { return a.count > b.count; });
        }
        return out;
    }

private:
    static constexpr std::size_t kLongestCode = 200; // bytes

    struct Column
    {
        std::map<std::string, std::size_t, std::less<>> counts;
        bool isOpen = true;
    };

    void addColumn(const RowBlock& rows, std::size_t c)
    {
        Column& column = m_columns[c];
        for (const RowBlock::Row& row : rows.rows) {
            if (row.flaw != RowFlaw::None || c >= row.fieldCount)
                continue;
            const std::string_view text = trimmed(rows.field(row, c));
            if (text.empty())
                continue;
            if (const auto found = column.counts.find(text); found != column.counts.end()) {
                ++found->second;
                continue;
            }
            if (column.counts.size() == kTrialValues || text.size() > kLongestCode) {
                column.isOpen = false;
                column.counts.clear();
                return;
            }
            column.counts.emplace(text, 1);
        }
    }

    const std::vector<std::string>& m_names;
    std::vector<Column> m_columns;
};

class TrialCounter
{
public:
    TrialCounter(const Mapper& mapper, const ImportPlan& plan, const ProgressFn& progress)
        : m_mapper(mapper)
        , m_progress(progress)
        , m_values(plan.columns)
    {
    }

    void add(const RowBlock& rows, const MappedBlock& mapped)
    {
        countRepeats(rows);
        m_values.add(rows);
        m_mapper.collectDates(rows, m_out.dates);
        for (const RecordBatch& batch : mapped.batches)
            countBatch(batch);
        for (const Diagnostic& diagnostic : mapped.diagnostics) {
            ++m_out.diagnostics[diagnostic.code];
            if (diagnostic.code == DiagnosticCode::MissingZone)
                ++m_out.withoutZone;
            if (diagnostic.severity == Severity::Rejected && m_out.rejects.size() < kTrialRejects)
                m_out.rejects.push_back({diagnostic, originalOf(rows, diagnostic.line)});
        }
        if (m_progress && !rows.rows.empty()) {
            const RowBlock::Row& last = rows.rows.back();
            m_progress({"try", rows.byteOffset + last.begin + last.length, 0});
        }
    }

    Trial finish(const ReadTotals& totals)
    {
        m_out.read = totals.read;
        m_out.rejected = totals.rejected;
        m_out.values = m_values.finish();
        std::erase_if(m_out.dates, [](const auto& entry) { return entry.second.numericDates == 0; });
        return std::move(m_out);
    }

private:
    void countRepeats(const RowBlock& rows)
    {
        for (const RowBlock::Row& row : rows.rows) {
            if (m_seen.size() >= kMostCompared) {
                m_out.isRepeatedKnown = false;
                return;
            }
            if (!m_seen.insert(hashOf(rows.raw(row))).second)
                ++m_out.repeated;
        }
    }

    void countBatch(const RecordBatch& batch)
    {
        const TableSpec& spec = tableSpec(batch.table);
        m_out.records[batch.table] += batch.rows;
        for (std::size_t c = 0; c < batch.columns.size(); ++c) {
            for (const TimeValue& time : batch.columns[c].times) {
                if (!time.known())
                    continue;
                if (time.basis == TimeBasis::AssumedZone)
                    ++m_out.byZone;
                if (!isOccurrence(spec.columns[c]))
                    continue;
                m_out.first = std::min(m_out.first.value_or(time.at()), time.at());
                m_out.last = std::max(m_out.last.value_or(time.at()), time.at());
            }
        }
    }

    static std::string originalOf(const RowBlock& rows, std::uint64_t line)
    {
        const auto found = std::lower_bound(rows.rows.begin(), rows.rows.end(), line,
            [](const RowBlock::Row& row, std::uint64_t wanted) { return row.line < wanted; });
        return found == rows.rows.end() || found->line != line ? std::string()
                                                               : shownText(rows.raw(*found), TrialReject::kMaxOriginal);
    }

    const Mapper& m_mapper;
    const ProgressFn& m_progress;
    std::unordered_set<std::uint64_t> m_seen;
    ValueCounter m_values;
    Trial m_out;
};

} // namespace

Result<Trial> tryImport(
    const SourceOpener& open, const ImportPlan& plan, const std::stop_token& stop, const ProgressFn& progress)
{
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    const Result<Mapper> mapper = Mapper::compile(plan); // for the dates; the reader has its own
    if (!mapper)
        return mapper.error();
    TrialCounter counter(*mapper, plan, progress);
    const RowsFn take = [&counter](const RowBlock& rows, const MappedBlock& mapped) -> Result<void> {
        counter.add(rows, mapped);
        return {};
    };
    const Result<ReadTotals> totals = readRows(**bytes, plan, take, stop);
    if (!totals)
        return totals.error();
    return counter.finish(*totals);
}

} // namespace antecedent::importers
