// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_table.h"

#include "importers/historian/signal_quality.h"
#include "importers/text/excel_serial.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

enum Column : std::size_t { Element, Record, Time, Tag, Value, Quality, Unit, Zone, ColumnCount };

bool hasOffset(std::string_view text)
{
    if (text.ends_with('Z') || text.ends_with('z') || text.ends_with("UTC") || text.ends_with("GMT"))
        return true;
    // A sign behind the time of day, `+01:00`.
    const std::size_t clock = text.find(':');
    return clock != std::string_view::npos && text.find_first_of("+-", clock) != std::string_view::npos;
}

bool isUtcName(std::string_view zone)
{
    return equalsIgnoreCase(zone, "UTC") || equalsIgnoreCase(zone, "GMT");
}

// AVEVA Historian's own numbers for the quality of a value.
std::string avevaQuality(std::string_view text)
{
    return text == "0" ? "Good" : text == "1" ? "Bad" : text == "16" || text == "133" ? "Uncertain" : std::string(text);
}

} // namespace

SignalTable::SignalTable(std::unique_ptr<DelimitedRows> rows, SignalColumns columns)
    : m_rows(std::move(rows))
    , m_columns(std::move(columns))
    , m_skip(m_columns.unitRows)
{
}

Result<std::unique_ptr<SignalTable>> SignalTable::open(ByteSource& bytes, const TextHints& hints)
{
    Result<std::unique_ptr<DelimitedRows>> rows = DelimitedRows::open(bytes, hints);
    if (!rows)
        return rows.error();
    std::optional<SignalColumns> columns = findSignalColumns((*rows)->head());
    if (!columns)
        return Error{ErrorCode::UnknownFormat, {}, "not a table of process values"};
    return std::unique_ptr<SignalTable>(new SignalTable(std::move(*rows), std::move(*columns)));
}

const std::vector<std::string>& SignalTable::header()
{
    static const std::vector<std::string> kHeader{
        "element", "record", "time", "tag", "value", "quality", "unit", "zone"};
    return kHeader;
}

std::string SignalTable::timeText(const SignalColumns::Signal& signal) const
{
    const std::string_view cell = m_rows->cell(signal.time);
    std::string out = serialDateText(cell, m_columns.decimalMark).value_or(std::string(cell));
    if (const std::string_view clock = m_rows->cell(signal.clock); !clock.empty() && !out.empty())
        out += " " + std::string(clock);
    const bool isUtc = m_columns.isUtc || isUtcName(m_rows->cell(m_columns.zone));
    if (isUtc && !out.empty() && !hasOffset(out))
        out += out.find(':') == std::string::npos ? " 00:00:00Z" : "Z";
    return out;
}

bool SignalTable::fill(const SignalColumns::Signal& signal, std::vector<std::string>& row) const
{
    const std::string_view value = m_rows->cell(signal.value);
    const std::string_view quality = m_rows->cell(signal.quality);
    if (m_columns.shape != SignalColumns::Shape::Narrow && value.empty()
        && (m_columns.shape == SignalColumns::Shape::Wide ? quality.empty() : m_rows->cell(signal.time).empty()))
        return false;
    row[Element] = std::to_string(m_rows->line());
    row[Record] = "sample";
    row[Time] = timeText(signal);
    row[Tag] = m_columns.tag == SignalColumns::kNone ? signal.tag : std::string(m_rows->cell(m_columns.tag));
    row[Value] = pointNumber(value, m_columns.decimalMark);
    row[Quality] = m_columns.isAvevaQuality ? avevaQuality(quality) : signalQuality(quality);
    row[Unit].clear();
    const std::string_view zone = m_rows->cell(m_columns.zone);
    row[Zone] = isUtcName(zone) ? std::string_view() : zone;
    Decimal number;
    if (value.empty())
        row[Value] = row[Quality].empty() ? "no value" : row[Quality];
    else if (row[Quality].empty() && readNumber(value, m_columns.decimalMark, number) != NumberStatus::Ok)
        row[Quality] = std::string(value);
    return true;
}

Result<bool> SignalTable::next(std::vector<std::string>& row)
{
    row.resize(ColumnCount);
    for (; m_tagRow < m_columns.signals.size(); ++m_tagRow) {
        const SignalColumns::Signal& signal = m_columns.signals[m_tagRow];
        if (signal.unit.empty() || signal.tag.empty())
            continue;
        std::for_each(row.begin(), row.end(), [](std::string& cell) { cell.clear(); });
        row[Element] = "1";
        row[Record] = "tag";
        row[Tag] = signal.tag;
        row[Unit] = signal.unit;
        ++m_tagRow;
        return true;
    }
    for (;;) {
        if (!m_hasRow) {
            const Result<bool> more = m_rows->next();
            if (!more || !*more)
                return more;
            if (m_skip > 0) {
                --m_skip;
                continue;
            }
            if (!m_rows->isSound()) {
                std::for_each(row.begin(), row.end(), [](std::string& cell) { cell.clear(); });
                row[Element] = std::to_string(m_rows->line());
                row[Record] = "sample";
                return true;
            }
            m_hasRow = true;
            m_signal = 0;
        }
        while (m_signal < m_columns.signals.size())
            if (fill(m_columns.signals[m_signal++], row))
                return true;
        m_hasRow = false;
    }
}

} // namespace antecedent::importers
