// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/table_builder.h"

#include "importers/text/encoding.h"
#include "importers/text/number_text.h"
#include "model/base/csv_guard.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kMinute = 60'000'000;

}

std::string excerptOf(std::string_view text)
{
    return shownText(text, Diagnostic::kMaxExcerpt);
}

TableBuilder::TableBuilder(const Program& program, BoundTable& table, const RowBlock& block, std::uint64_t firstRow,
    std::vector<std::uint8_t>& rejected, std::vector<Diagnostic>& diagnostics)
    : m_program(program)
    , m_table(table)
    , m_block(block)
    , m_firstRow(firstRow)
    , m_rejected(rejected)
    , m_diagnostics(diagnostics)
    , m_arena(std::make_shared<TextArena>())
{
    m_batch.table = table.spec->id;
    m_batch.columns.resize(table.spec->columns.size());
}

void TableBuilder::report(DiagnosticCode code, Severity severity, const BoundColumn* column, std::size_t i,
    std::string_view text, std::string detail)
{
    Diagnostic out;
    out.code = code;
    out.severity = severity;
    out.row = m_firstRow + m_rowOf[i];
    out.line = row(i).line;
    if (column != nullptr) {
        const bool isEach = !m_eachOf.empty() && !column->value.source && !column->value.parts.empty()
            && column->value.parts.front().kind != TemplatePart::Kind::Text;
        const std::optional<std::size_t> source =
            isEach ? std::optional<std::size_t>(m_eachOf[i]) : column->value.source;
        if (source) {
            out.column = static_cast<std::uint32_t>(*source + 1);
            out.columnName = m_program.names[*source];
        } else {
            out.columnName = std::string(column->spec->name);
        }
    }
    out.excerpt = excerptOf(text);
    out.detail = std::move(detail);
    if (severity == Severity::Rejected)
        m_rejected[m_rowOf[i]] = 1;
    m_diagnostics.push_back(std::move(out));
}

void TableBuilder::rejectOrWarn(DiagnosticCode required, DiagnosticCode optional, const BoundColumn& column,
    std::size_t i, std::string_view text, std::string detail)
{
    if (column.isRequired)
        report(required, Severity::Rejected, &column, i, text, std::move(detail));
    else
        report(optional, Severity::Warning, &column, i, text, std::move(detail));
}

void TableBuilder::chooseRows(std::vector<std::uint8_t>& claimed)
{
    m_rowOf.reserve(m_block.rows.size());
    if (m_table.when.empty() && !m_table.hasEach) {
        for (std::size_t r = 0; r < m_rejected.size(); ++r) {
            if (m_rejected[r] != 0)
                continue;
            claimed[r] = 1;
            m_rowOf.push_back(static_cast<std::uint32_t>(r));
        }
        m_batch.rows = m_rowOf.size();
        return;
    }
    for (std::size_t r = 0; r < m_block.rows.size(); ++r) {
        if (m_rejected[r] != 0)
            continue;
        const RowBlock::Row& row = m_block.rows[r];
        const bool belongs = m_table.when.empty()
            || std::all_of(m_table.when.begin(), m_table.when.end(),
                [&](const BoundCondition& condition) { return holds(m_program, condition, m_block, row); });
        if (!belongs)
            continue;
        if (!m_table.hasEach) {
            claimed[r] = 1;
            m_rowOf.push_back(static_cast<std::uint32_t>(r));
            continue;
        }
        for (const std::size_t column : m_table.each) {
            if (cell(m_block, row, column).empty())
                continue; // nothing stated: no record, and never a zero
            claimed[r] = 1;
            m_rowOf.push_back(static_cast<std::uint32_t>(r));
            m_eachOf.push_back(static_cast<std::uint32_t>(column));
        }
    }
    m_batch.rows = m_rowOf.size();
}

std::string_view TableBuilder::madeText(const BoundColumn& column, std::size_t i)
{
    ValueContext context;
    context.eachColumn = m_eachOf.empty() ? 0 : m_eachOf[i];
    context.batch = &m_batch;
    context.batchRow = i;
    return evaluate(m_program, column.value, m_block, row(i), context, m_scratch);
}

void TableBuilder::fillTexts(BoundColumn& column)
{
    std::vector<std::string_view>& out = m_batch.columns[column.column].texts;
    out.reserve(m_batch.rows);
    const bool required = column.isRequired;
    const PlainCells cells = plainCells(column);
    for (std::size_t i = 0; i < m_batch.rows; ++i) {
        std::string_view text = column.value.plain ? cells[i] : m_arena->keep(madeText(column, i));
        if (m_table.guarded)
            text = unguardedCell(text);
        out.push_back(text);
        if (required && text.empty())
            report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, &column, i, {});
    }
}

TimeReader::RowRules TableBuilder::rowZone(std::size_t i)
{
    TimeReader::RowRules out;
    if (!m_program.zoneColumn)
        return out;
    const std::string_view value = cell(m_block, row(i), *m_program.zoneColumn);
    if (const auto known = m_program.zoneValues.find(value); known != m_program.zoneValues.end()) {
        out.hasZone = true;
        out.zone = &known->second;
    } else if (m_program.zoneIsValue && !value.empty()) {
        if (value != m_zoneName) {
            const Result<Zone> zone = findZone(value);
            m_zone = zone ? std::optional(*zone) : std::nullopt;
            m_zoneName = value;
        }
        out.hasZone = true;
        out.zone = m_zone ? &*m_zone : nullptr;
    }
    return out;
}

TimeStatus TableBuilder::readTime(BoundColumn& column, std::size_t i, std::string_view text, TimeValue& out)
{
    TimeReader::RowRules rules = rowZone(i);
    const std::vector<TimeValue>* begins = column.begin ? &m_batch.columns[*column.begin].times : nullptr;
    const TimeValue begin = begins != nullptr && i < begins->size() ? (*begins)[i] : TimeValue();
    if (begin.known())
        rules.notBefore = begin.utcUs + begin.offsetMinutes * kMinute;
    const TimeStatus status = column.reader->readIn(text, rules, out);
    const bool isDateAlone = out.known() && out.precision >= TimePrecision::Day;
    if (begin.known() && isDateAlone && precisionWidth(out.precision) > precisionWidth(begin.precision))
        out = TimeValue{}; // no clock time was entered
    return status;
}

void TableBuilder::reportTime(const BoundColumn& column, std::size_t i, TimeStatus status, std::string_view text)
{
    const bool required = column.isRequired;
    switch (status) {
    case TimeStatus::Ok:
        return;
    case TimeStatus::Empty:
        if (required)
            report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, &column, i, {});
        return;
    case TimeStatus::EmptyWord:
        if (required)
            report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, &column, i, text);
        else
            report(DiagnosticCode::EmptyDateValue, Severity::Info, &column, i, text);
        return;
    case TimeStatus::Unreadable:
        rejectOrWarn(DiagnosticCode::RequiredValueUnreadable, DiagnosticCode::OptionalValueUnreadable, column, i, text,
            "not a date or time in this form");
        return;
    case TimeStatus::MissingZone:
        rejectOrWarn(DiagnosticCode::MissingZone, DiagnosticCode::MissingZone, column, i, text,
            rowZone(i).hasZone ? "the zone '" + excerptOf(m_zoneName) + "' is not known" : std::string());
        return;
    case TimeStatus::Nonexistent:
        rejectOrWarn(DiagnosticCode::NonexistentLocalTime, DiagnosticCode::NonexistentLocalTime, column, i, text);
        return;
    case TimeStatus::AmbiguousRejected:
        rejectOrWarn(DiagnosticCode::AmbiguousLocalTime, DiagnosticCode::AmbiguousLocalTime, column, i, text);
        return;
    case TimeStatus::AmbiguousResolved:
        report(DiagnosticCode::AmbiguousTimeResolved, Severity::Warning, &column, i, text);
        return;
    }
}

// Adds the durations of a value; false if one is not there or can't be read, and the time is unknown then.
bool TableBuilder::addDurations(const BoundColumn& column, std::size_t i, TimeValue& value)
{
    ValueContext context;
    context.eachColumn = m_eachOf.empty() ? 0 : m_eachOf[i];
    bool empty = false;
    const auto sum = evaluateDurations(m_program, column.value, m_block, row(i), context, empty);
    if (sum && !empty) {
        value.utcUs += *sum;
        return true;
    }
    value = TimeValue{};
    if (!sum)
        rejectOrWarn(DiagnosticCode::RequiredValueUnreadable, DiagnosticCode::OptionalValueUnreadable, column, i, {},
            "not a duration");
    else if (column.isRequired)
        report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, &column, i, {}, "no duration");
    return false;
}

void TableBuilder::fillTimes(BoundColumn& column)
{
    std::vector<TimeValue>& out = m_batch.columns[column.column].times;
    out.reserve(m_batch.rows);
    const bool durations = !column.value.durations.empty();
    const PlainCells cells = plainCells(column);
    for (std::size_t i = 0; i < m_batch.rows; ++i) {
        const std::string_view text = column.value.plain ? cells[i] : madeText(column, i);
        TimeValue value;
        const TimeStatus status = readTime(column, i, text, value);
        if (status != TimeStatus::Ok)
            reportTime(column, i, status, text);
        if (durations && value.known())
            addDurations(column, i, value);
        out.push_back(value);
    }
}

void TableBuilder::fillNumbers(BoundColumn& column)
{
    std::vector<Decimal>& out = m_batch.columns[column.column].numbers;
    out.reserve(m_batch.rows);
    const bool required = column.isRequired;
    const bool processValue = m_table.spec->id == TableId::Samples;
    const PlainCells cells = plainCells(column);
    for (std::size_t i = 0; i < m_batch.rows; ++i) {
        const std::string_view text = column.value.plain ? cells[i] : madeText(column, i);
        Decimal value;
        const NumberStatus status = readNumber(text, m_program.decimalMark, value);
        out.push_back(value);
        if (status == NumberStatus::Ok)
            continue;
        if (status == NumberStatus::Empty) {
            if (required)
                report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, &column, i, {});
        } else if (processValue) {
            report(DiagnosticCode::BadQualityValue, Severity::Warning, &column, i, text);
        } else {
            rejectOrWarn(DiagnosticCode::RequiredValueUnreadable, DiagnosticCode::OptionalValueUnreadable, column, i,
                text, "not a number");
        }
    }
}

void TableBuilder::fillAttributes()
{
    for (const std::size_t column : m_table.attributes) {
        const std::string& name = m_program.names[column];
        m_batch.attributeNames.emplace_back(m_table.guarded ? unguardedCell(name) : name);
        std::vector<std::string_view>& values = m_batch.attributes.emplace_back(m_batch.rows);
        for (std::size_t i = 0; i < m_batch.rows; ++i)
            values[i] = m_table.guarded ? unguardedCell(cell(m_block, row(i), column)) : cell(m_block, row(i), column);
    }
}

void TableBuilder::fillSourceRows()
{
    m_batch.sourceRows.reserve(m_batch.rows);
    for (const std::uint32_t r : m_rowOf) {
        const RowBlock::Row& source = m_block.rows[r];
        m_batch.sourceRows.push_back({m_firstRow + r, source.line, m_block.byteOffset + source.begin, source.length});
    }
    m_batch.buffers.push_back(m_block.buffer);
    if (!m_arena->empty())
        m_batch.buffers.push_back(m_arena);
}

// At least one of the AnyOf columns must be known.
void TableBuilder::checkAnyOf()
{
    if (m_table.anyOf.empty())
        return;
    std::string names;
    for (const std::size_t column : m_table.anyOf)
        names += (names.empty() ? "" : " or ") + std::string(m_table.spec->columns[column].name);
    for (std::size_t i = 0; i < m_batch.rows; ++i) {
        if (m_rejected[m_rowOf[i]] != 0)
            continue;
        const bool known = std::any_of(m_table.anyOf.begin(), m_table.anyOf.end(), [&](std::size_t column) {
            const auto& times = m_batch.columns[column].times;
            return !times.empty() && times[i].known();
        });
        if (!known)
            report(DiagnosticCode::RequiredValueMissing, Severity::Rejected, nullptr, i, {}, names + " is required");
    }
}

// Records that stand on the timeline by their time, and have none.
void TableBuilder::checkDated()
{
    if (m_table.completes || m_table.spec != m_program.tables.front().spec)
        return; // said of the main record of a row only
    std::vector<std::string_view> onsets;
    if (m_table.spec->id == TableId::Batches)
        onsets = {"start", "end"};
    else if (m_table.spec->id == TableId::WorkOrders)
        onsets = {"reported", "started", "finished", "malfunction_start", "malfunction_end"};
    else if (m_table.spec->id == TableId::Results)
        onsets = {"sampled", "reported"};
    else if (m_table.spec->id == TableId::Genealogy)
        onsets = {"time"};
    else
        return;
    for (std::size_t i = 0; i < m_batch.rows; ++i) {
        const bool sameRow = i > 0 && m_rowOf[i] == m_rowOf[i - 1]; // said once for a row that gives many records
        if (m_rejected[m_rowOf[i]] != 0 || sameRow)
            continue;
        const bool dated = std::any_of(onsets.begin(), onsets.end(), [&](std::string_view name) {
            const auto& times = m_batch.columns[*m_table.spec->find(name)].times;
            return !times.empty() && times[i].known();
        });
        if (!dated)
            report(DiagnosticCode::UndatedRecord, Severity::Warning, nullptr, i, {});
    }
}

// A list in order of time whose local times step back by up to two hours: the clock was set back, as at the end of
// daylight saving. Lists in another order are left alone.
void TableBuilder::checkClock()
{
    const TableId table = m_table.spec->id;
    if ((table != TableId::Events && table != TableId::Samples) || !m_table.ascending)
        return;
    const auto& times = m_batch.columns[*m_table.spec->find("time")].times;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!times[i].known() || times[i].basis == TimeBasis::ExplicitOffset)
            continue;
        const std::int64_t local = times[i].utcUs + times[i].offsetMinutes * kMinute;
        const std::int64_t back = m_table.lastLocalUs == TimeValue::kUnknown ? 0 : m_table.lastLocalUs - local;
        m_table.lastLocalUs = local;
        if (back > 120 * kMinute) {
            m_table.ascending = false;
            return;
        }
        if (back >= 25 * kMinute && m_rejected[m_rowOf[i]] == 0)
            report(DiagnosticCode::ClockWentBack, Severity::Warning, nullptr, i, {},
                "back by " + std::to_string(back / kMinute) + " min");
    }
}

void TableBuilder::checkOrder(std::string_view begin, std::string_view end)
{
    const auto first = m_table.spec->find(begin);
    const auto last = m_table.spec->find(end);
    if (!first || !last)
        return;
    const auto& begins = m_batch.columns[*first].times;
    const auto& ends = m_batch.columns[*last].times;
    if (begins.empty() || ends.empty())
        return;
    for (std::size_t i = 0; i < m_batch.rows; ++i)
        if (begins[i].known() && ends[i].known() && ends[i].utcUs < begins[i].utcUs && m_rejected[m_rowOf[i]] == 0)
            report(DiagnosticCode::EndBeforeStart, Severity::Warning, nullptr, i, {},
                std::string(end) + " " + formatUtc(ends[i]) + " is before " + std::string(begin) + " "
                    + formatUtc(begins[i]));
}

void TableBuilder::build(std::vector<std::uint8_t>& claimed)
{
    chooseRows(claimed);
    for (BoundColumn& column : m_table.columns) {
        switch (column.spec->type) {
        case ColumnType::Text:
            fillTexts(column);
            break;
        case ColumnType::Time:
            fillTimes(column);
            break;
        case ColumnType::Number:
            fillNumbers(column);
            break;
        }
    }
    fillAttributes();
    fillSourceRows();
    checkAnyOf();
    checkDated();
    checkClock();
    checkOrder("start", "end");
    checkOrder("time", "end");
    checkOrder("started", "finished");
    checkOrder("from", "to");
    checkOrder("occurred_from", "occurred_to");
}

} // namespace antecedent::importers
