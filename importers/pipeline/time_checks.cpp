// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/pipeline/time_checks.h"

#include "model/base/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::uint64_t kSingle = 10'000; // beyond, runs of rows share a diagnostic

std::int64_t microseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

Diagnostic warning(DiagnosticCode code, const SourceRow& row, const std::string& column, const TimeValue& time)
{
    Diagnostic out = diagnosticOf(code);
    out.row = row.row;
    out.line = row.line;
    out.columnName = column;
    out.excerpt = formatUtc(time);
    return out;
}

} // namespace

TimeChecks::TimeChecks(std::optional<Interval> covers, std::optional<Timestamp> latest, std::string latestName)
    : m_covers(covers)
    , m_latest(latest)
    , m_latestName(std::move(latestName))
{
}

void TimeChecks::check(const RecordBatch& batch, std::vector<Diagnostic>& found)
{
    if (!m_covers && !m_latest)
        return;
    m_outside.place = m_future.place = std::numeric_limits<std::size_t>::max(); // runs end with their block
    const TableSpec& spec = tableSpec(batch.table);
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        if (spec.columns[c].type == ColumnType::Time && isOccurrence(spec.columns[c]))
            for (const TimeValue& time : batch.columns[c].times)
                if (time.known()) {
                    first = std::min(first, time.utcUs);
                    last = std::max(last, time.utcUs);
                }
    const bool isInside = !m_covers || (first >= microseconds(m_covers->begin) && last <= microseconds(m_covers->end));
    if (first > last || (isInside && (!m_latest || last <= microseconds(*m_latest))))
        return;
    for (std::size_t row = 0; row < batch.rows; ++row)
        checkRow(batch, row, found);
}

void TimeChecks::checkRow(const RecordBatch& batch, std::size_t row, std::vector<Diagnostic>& found)
{
    const TableSpec& spec = tableSpec(batch.table);
    const TimeValue* outside = nullptr;
    std::string outsideColumn;
    bool isCovered = false;
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (spec.columns[c].type != ColumnType::Time || !isOccurrence(spec.columns[c]) || batch.columns[c].times.empty()
            || !batch.columns[c].times[row].known())
            continue;
        const TimeValue& time = batch.columns[c].times[row];
        if (m_covers && time.at() >= m_covers->begin && time.at() <= m_covers->end)
            isCovered = true;
        else if (m_covers && outside == nullptr) {
            outside = &time;
            outsideColumn = spec.columns[c].name;
        }
        if (m_latest && time.at() > *m_latest) {
            Diagnostic future =
                warning(DiagnosticCode::FutureTime, batch.sourceRows[row], std::string(spec.columns[c].name), time);
            future.detail = m_latestName + " " + formatUtc(*m_latest);
            add(std::move(future), m_future, found);
        }
    }
    if (outside == nullptr || isCovered)
        return;
    Diagnostic diagnostic = warning(DiagnosticCode::OutsideCoverage, batch.sourceRows[row], outsideColumn, *outside);
    diagnostic.detail = "stated: " + formatUtc(m_covers->begin) + " to " + formatUtc(m_covers->end);
    add(std::move(diagnostic), m_outside, found);
}

void TimeChecks::add(Diagnostic diagnostic, Repeated& repeated, std::vector<Diagnostic>& found)
{
    const bool continues = ++repeated.count > kSingle && repeated.place < found.size()
        && (repeated.lastRow == diagnostic.row || repeated.lastRow + 1 == diagnostic.row);
    repeated.lastRow = diagnostic.row;
    if (continues) {
        Diagnostic& run = found[repeated.place];
        const std::string rows = "rows " + std::to_string(run.row) + " to ";
        const std::size_t before = run.detail.find("; " + rows);
        run.detail = run.detail.substr(0, before) + "; " + rows + std::to_string(diagnostic.row);
        return;
    }
    repeated.place = found.size();
    found.push_back(std::move(diagnostic));
}

std::string statementValue(const std::string& statement, std::string_view name)
{
    for (const std::string_view line : split(statement, '\n')) {
        const std::size_t mark = line.find_first_of(":=");
        if (mark != std::string_view::npos && equalsIgnoreCase(trimmed(line.substr(0, mark)), name))
            return std::string(trimmed(line.substr(mark + 1)));
    }
    return {};
}

std::optional<Timestamp> exportTimeOf(const std::string& statement)
{
    const std::optional<IsoTime> time = parseIso(statementValue(statement, "exported"));
    if (!time || !time->hasOffset)
        return std::nullopt;
    return Timestamp(Duration(time->us));
}

} // namespace antecedent::importers
