// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/normal_form.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace antecedent {

namespace {

constexpr char kUnitSeparator = '\x1F';
constexpr char kRecordSeparator = '\x1E';

void appendInteger(std::string& out, std::int64_t value)
{
    std::array<char, 24> buffer{};
    const auto [end, status] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (status == std::errc())
        out.append(buffer.data(), end);
}

void appendValue(std::string& out, const ColumnSpec& spec, const BatchColumn& column, std::size_t row)
{
    const auto head = [&] {
        out += kUnitSeparator;
        out += spec.name;
        out += '=';
    };
    if (spec.type == ColumnType::Text && !column.texts.empty()) {
        const std::string_view value = trimmed(column.texts[row]);
        if (value.empty())
            return;
        head();
        out += value;
    } else if (spec.type == ColumnType::Time && !column.times.empty() && column.times[row].known()) {
        head();
        appendInteger(out, column.times[row].utcUs);
    } else if (spec.type == ColumnType::Number && !column.numbers.empty() && column.numbers[row].known) {
        head();
        out += formatDecimal(column.numbers[row]);
    }
}

} // namespace

void appendNormalForm(std::string& out, const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    out += spec.name;
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        appendValue(out, spec.columns[c], batch.columns[c], row);
    if (batch.attributeNames.empty())
        return;
    std::vector<std::size_t> order(batch.attributeNames.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return batch.attributeNames[a] < batch.attributeNames[b]; });
    for (const std::size_t i : order) {
        const std::string_view value = trimmed(batch.attributes[i][row]);
        if (value.empty())
            continue;
        out += kRecordSeparator;
        out += batch.attributeNames[i];
        out += '=';
        out += value;
    }
}

void appendKeyForm(std::string& out, const RecordBatch& batch, std::size_t row)
{
    const TableSpec& spec = tableSpec(batch.table);
    out += spec.name;
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        if (spec.columns[c].key)
            appendValue(out, spec.columns[c], batch.columns[c], row);
}

} // namespace antecedent
