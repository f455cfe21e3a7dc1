// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a text (or the bytes of a file) through recognition, plan and mapping, and prints what became of it as lines,
// so that expectations read as text.

#include "importers/source_reader.h"
#include "model/base/decimal.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers::test {

// Bytes that arrive in pieces of a given size, the first one of another.
class PiecewiseSource final : public ByteSource
{
public:
    PiecewiseSource(std::string_view bytes, std::size_t first, std::size_t next)
        : m_rest(bytes)
        , m_piece(first)
        , m_next(next)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        const std::size_t count = std::min({out.size(), m_rest.size(), std::max<std::size_t>(m_piece, 1)});
        std::copy_n(m_rest.begin(), count, out.begin());
        m_rest.remove_prefix(count);
        m_piece = m_next;
        return count;
    }

private:
    std::string_view m_rest;
    std::size_t m_piece;
    std::size_t m_next;
};

struct Reading
{
    std::vector<std::string> records; // "table: column=value | …; attribute=value | row n line m"
    std::vector<std::string> diagnostics; // "Code severity row/line/column name 'excerpt' detail"
    ReadTotals totals;
    std::uint64_t storedRows = 0; // rows that stand in a batch
    std::string error; // empty, or the error's text
    ImportPlan plan;

    bool sumsHold() const { return totals.read == storedRows + totals.rejected; }
};

inline std::string valueText(const ColumnSpec& spec, const BatchColumn& column, std::size_t row)
{
    if (spec.type == ColumnType::Text)
        return column.texts.empty() ? std::string() : std::string(column.texts[row]);
    if (spec.type == ColumnType::Number)
        return column.numbers.empty() ? std::string() : formatDecimal(column.numbers[row]);
    if (column.times.empty() || !column.times[row].known())
        return {};
    const TimeValue& time = column.times[row];
    static constexpr const char* kBasis[] = {"", " rule", " assumed"};
    return formatUtc(time) + kBasis[static_cast<std::size_t>(time.basis)] + (time.ambiguous ? " ambiguous" : "");
}

inline std::string recordText(const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    std::string out = std::string(spec.name) + ":";
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        const std::string value = valueText(spec.columns[c], batch.columns[c], row);
        if (!value.empty())
            out += " " + std::string(spec.columns[c].name) + "=" + value;
    }
    for (std::size_t a = 0; a < batch.attributeNames.size(); ++a)
        if (!batch.attributes[a][row].empty())
            out += " +" + batch.attributeNames[a] + "=" + std::string(batch.attributes[a][row]);
    return out + " @" + std::to_string(batch.sourceRows[row].row) + "/" + std::to_string(batch.sourceRows[row].line);
}

inline std::string diagnosticText(const Diagnostic& d)
{
    static constexpr const char* kSeverity[] = {"info", "warning", "rejected", "duplicate"};
    std::string out = std::string(diagnosticInfo(d.code).name) + " " + kSeverity[static_cast<std::size_t>(d.severity)]
        + " " + std::to_string(d.row) + "/" + std::to_string(d.line) + "/" + std::to_string(d.column);
    if (!d.columnName.empty())
        out += " " + d.columnName;
    if (!d.excerpt.empty())
        out += " '" + d.excerpt + "'";
    if (!d.detail.empty())
        out += " " + d.detail;
    return out;
}

class CollectingSink final : public RecordSink
{
public:
    explicit CollectingSink(Reading& reading)
        : m_reading(reading)
    {
    }
    Result<void> add(MappedBlock block) override
    {
        std::vector<std::uint64_t> rows;
        for (const RecordBatch& batch : block.batches) {
            for (std::size_t i = 0; i < batch.rows; ++i) {
                m_reading.records.push_back(recordText(batch, i));
                rows.push_back(batch.sourceRows[i].row);
            }
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        m_reading.storedRows += rows.size();
        for (const Diagnostic& diagnostic : block.diagnostics)
            m_reading.diagnostics.push_back(diagnosticText(diagnostic));
        return {};
    }

private:
    Reading& m_reading;
};

inline Reading readBytes(std::string_view bytes, const PlanOptions& options = {}, std::size_t firstPiece = 1U << 20U,
    std::size_t nextPiece = 1U << 20U, std::size_t blockBytes = TextSource::kBlockBytes,
    const std::string& name = "source.csv")
{
    Reading out;
    MemorySource forHead(bytes);
    const Result<SourceHead> head = readSourceHead(forHead, name, options);
    if (!head) {
        out.error = errorText(head.error());
        return out;
    }
    Result<ImportPlan> plan = proposePlan(*head, options);
    if (!plan) {
        out.error = errorText(plan.error());
        return out;
    }
    const SourceOpener open = [&]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
    if (const Result<void> settled = settleDateOrders(open, *head, options, *plan); !settled) {
        out.error = errorText(settled.error());
        return out;
    }
    out.plan = *plan;
    PiecewiseSource source(bytes, firstPiece, nextPiece);
    CollectingSink sink(out);
    const Result<ReadTotals> totals = readSource(source, *plan, sink, {}, blockBytes);
    if (totals)
        out.totals = *totals;
    else
        out.error = errorText(totals.error());
    return out;
}

inline std::string joined(const std::vector<std::string>& lines)
{
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

inline PlanOptions inZone(const std::string& zone)
{
    PlanOptions out;
    out.zone = zone;
    return out;
}

} // namespace antecedent::importers::test
