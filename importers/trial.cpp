// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/trial.h"

#include "importers/mapping/mapper.h"
#include "importers/text/encoding.h"

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

class TrialCounter
{
public:
    TrialCounter(const Mapper& mapper, const ProgressFn& progress)
        : m_mapper(mapper)
        , m_progress(progress)
    {
    }

    void add(const RowBlock& rows, const MappedBlock& mapped)
    {
        countRepeats(rows);
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
    TrialCounter counter(*mapper, progress);
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
