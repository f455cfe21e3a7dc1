// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes record batches and small investigation files from values written in a test. Header only: tests link the store,
// this adds no library. A clock that ticks a second per reading stands in for the wall clock.

#include "model/domain/record_batch.h"
#include "model/store/case_file.h"

#include <cassert>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace antecedent::testing {

using Row = std::map<std::string, std::string>;

inline Actor tester(std::string name = "tester")
{
    auto tick = std::make_shared<std::int64_t>(0);
    return Actor{std::move(name), [tick] {
                     const std::int64_t us = 1'767'225'600'000'000 + ++*tick * 1'000'000; // from 2026-01-01T00:00:00Z
                     return WallTime{Timestamp(Duration(us)), 60};
                 }};
}

// Times are ISO 8601 (without offset: UTC), numbers decimal; unknown column names become attributes. Rows are numbered
// from `firstRow`; their places are those of the text that `csvText` gives.
inline RecordBatch makeBatch(TableId table, const std::vector<Row>& rows, std::uint64_t firstRow = 1)
{
    const TableSpec& spec = tableSpec(table);
    auto texts = std::make_shared<std::vector<std::string>>();
    texts->reserve(rows.size() * 40);
    RecordBatch batch;
    batch.table = table;
    batch.rows = rows.size();
    batch.columns.resize(spec.columns.size());
    batch.buffers = {texts};
    std::map<std::string, std::size_t> attributes;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        batch.sourceRows.push_back({firstRow + r, firstRow + r + 1, (firstRow + r) * 10, 9});
        for (const auto& [name, value] : rows[r]) {
            assert(texts->size() < texts->capacity());
            texts->push_back(value);
            const std::string_view text = texts->back();
            const auto column = spec.find(name);
            if (!column) {
                if (attributes.try_emplace(name, attributes.size()).second) {
                    batch.attributeNames.push_back(name);
                    batch.attributes.emplace_back(rows.size());
                }
                batch.attributes[attributes[name]][r] = text;
                continue;
            }
            BatchColumn& values = batch.columns[*column];
            if (spec.columns[*column].type == ColumnType::Text) {
                values.texts.resize(rows.size());
                values.texts[r] = text;
            } else if (spec.columns[*column].type == ColumnType::Number) {
                values.numbers.resize(rows.size());
                values.numbers[r] = parseDecimal(text).value_or(Decimal{});
            } else if (const auto iso = parseIso(text)) {
                values.times.resize(rows.size());
                values.times[r] = TimeValue{iso->us, iso->offsetMinutes, iso->precision,
                    iso->hasOffset ? TimeBasis::ExplicitOffset : TimeBasis::AssumedZone, false};
            }
        }
    }
    return batch;
}

// Ten bytes per row, as makeBatch counts them: the text of row n begins at n * 10.
inline std::string sourceText(std::size_t rows)
{
    std::string text = "header---\n";
    for (std::size_t r = 1; r <= rows; ++r) {
        std::string line = "row " + std::to_string(r);
        line.resize(9, '.');
        text += line + '\n';
    }
    return text;
}

// Stores batches as one source whose bytes are `bytes`. Duplicates are counted as the store finds them.
inline Result<SourceResult> addSource(CaseFile& file, const std::string& name, const std::vector<RecordBatch>& batches,
    std::string bytes = {}, const std::vector<Diagnostic>& diagnostics = {}, std::optional<Interval> covers = {})
{
    SourceMeta meta;
    meta.name = name;
    meta.importer = "test";
    meta.importerVersion = "1";
    meta.zone = "UTC";
    meta.plan = "{}";
    meta.covers = covers;
    auto writer = file.beginSource(std::move(meta));
    if (!writer)
        return writer.error();
    SourceTotals totals;
    for (const RecordBatch& batch : batches) {
        const Result<AddOutcome> outcome = (*writer)->add(batch);
        if (!outcome)
            return outcome.error();
        totals.read += batch.rows;
        totals.stored += outcome->stored;
        totals.duplicate += outcome->duplicateRows.size();
    }
    if (const Result<void> added = (*writer)->addDiagnostics(diagnostics); !added)
        return added.error();
    for (const Diagnostic& diagnostic : diagnostics) {
        totals.read += diagnostic.severity == Severity::Rejected ? 1 : 0;
        totals.rejected += diagnostic.severity == Severity::Rejected ? 1 : 0;
    }
    if (bytes.empty())
        bytes = name;
    if (const Result<void> added = (*writer)->addSourceBytes(std::as_bytes(std::span(bytes))); !added)
        return added.error();
    return (*writer)->finish(totals, sha256(bytes));
}

} // namespace antecedent::testing
