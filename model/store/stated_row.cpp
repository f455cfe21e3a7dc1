// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/stated_row.h"

#include "model/store/case_file.h"
#include "model/store/chunk_reader.h"
#include "model/store/row_set.h"

namespace antecedent {

namespace {

StatedRow statedRow(const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    StatedRow out;
    if (row < batch.sourceRows.size())
        out.place = batch.sourceRows[row];
    for (std::size_t c = 0; c < spec.columns.size() && c < batch.columns.size(); ++c) {
        const BatchColumn& column = batch.columns[c];
        StatedValue value{std::string(spec.columns[c].name), {}, std::nullopt, false};
        if (row < column.times.size() && column.times[row].known()) {
            value.time = column.times[row];
            value.text = formatUtc(column.times[row]);
        } else if (row < column.numbers.size()) {
            value.text = formatDecimal(column.numbers[row]);
        } else if (row < column.texts.size()) {
            value.text = column.texts[row];
        }
        if (!value.text.empty())
            out.values.push_back(std::move(value));
    }
    for (std::size_t a = 0; a < batch.attributes.size(); ++a)
        if (row < batch.attributes[a].size() && !batch.attributes[a][row].empty())
            out.values.push_back({batch.attributeNames[a], std::string(batch.attributes[a][row]), std::nullopt, true});
    return out;
}

Result<StatedRow> missing(const CaseFile& file, SourceId source, std::uint64_t row)
{
    return Error{ErrorCode::InvalidArgument, file.path(),
        "source " + std::to_string(source) + " has no row " + std::to_string(row)};
}

} // namespace

Result<StatedRow> readStatedRow(
    const CaseFile& file, TableId table, SourceId source, std::uint64_t row, std::int64_t timeUs)
{
    if (table == TableId::Events) {
        const Result<std::optional<FoundEvent>> found = findEvent(file, source, timeUs, row);
        if (!found)
            return found.error();
        return *found ? Result<StatedRow>(statedRow((*found)->chunk, (*found)->position)) : missing(file, source, row);
    }
    if (table == TableId::Samples)
        return missing(file, source, row); // values of process data are no rows of their own
    const Result<RowSet> rows = readRows(file, table, source);
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->batch.rows; ++i)
        if (rows->source[i] == source && rows->batch.sourceRows[i].row == row)
            return statedRow(rows->batch, i);
    return missing(file, source, row);
}

} // namespace antecedent
