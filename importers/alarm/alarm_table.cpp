// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_table.h"

#include "importers/alarm/alarm_positions.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

constexpr std::array<std::string_view, 28> kFixed{"element", "record", "onset", "end", "acknowledged",
    "acknowledged_by", "source", "condition", "severity", "priority", "message", "value", "limit", "unit", "area",
    "kind", "batch", "rows", "chattering", "flood", "pairing", "instance", "suppressed", "event_category", "old_value",
    "equipment_unit", "source_description", "properties"};

// Whether the times of the first rows go down.
bool isNewestFirst(const DelimitedHead& head, const AlarmColumns& columns)
{
    std::size_t up = 0;
    std::size_t down = 0;
    std::int64_t last = AlarmRow::kUnknown;
    for (const auto& row : head.rows) {
        const AlarmRow read = readAlarmRow(
            columns, [&](std::size_t c) { return c < row.size() ? std::string_view(row[c]) : std::string_view(); });
        if (read.timeUs == AlarmRow::kUnknown)
            continue;
        if (last != AlarmRow::kUnknown && read.timeUs != last)
            (read.timeUs > last ? up : down) += 1;
        last = read.timeUs;
    }
    return down > up;
}

std::string listOfLines(const AlarmInterval& interval)
{
    std::string out;
    for (const std::uint64_t line : interval.lines)
        out += (out.empty() ? "" : ", ") + std::to_string(line);
    return interval.rows > interval.lines.size() ? out + ", …" : out;
}

bool hasUnknownScale(const AlarmRow& row)
{
    return row.severity.empty() && !row.priority.empty()
        && std::all_of(row.priority.begin(), row.priority.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string yesOrEmpty(bool isSo)
{
    return isSo ? "yes" : "";
}

} // namespace

AlarmTable::AlarmTable(std::unique_ptr<CellRows> rows, const DelimitedHead& head, AlarmColumns columns)
    : m_rows(std::move(rows))
    , m_columns(std::move(columns))
    , m_decimalMark(head.dialect.dialect.decimalMark)
    , m_header(kFixed.begin(), kFixed.end())
    , m_isNewestFirst(isNewestFirst(head, m_columns))
{
    for (const std::size_t column : m_columns.extras)
        m_header.push_back(head.columns[column]);
}

Result<std::unique_ptr<AlarmTable>> AlarmTable::open(ByteSource& bytes, const TextHints& hints)
{
    Result<Head> head = readHead(bytes, kHeadBytes);
    if (!head)
        return head.error();
    std::unique_ptr<CellRows> rows;
    DelimitedHead found;
    std::string doubt;
    if (std::optional<PositionalJournal> journal = findPositionalJournal(head->bytes, hints)) {
        found = std::move(journal->head);
        if (!journal->isCertain)
            doubt = "the columns are those that all of the first " + std::to_string(journal->lines)
                + " lines leave apart; check them in the preview";
        rows = std::make_unique<LineCells>(
            std::move(head->bytes), bytes, found.encoding.encoding, std::move(journal->cut));
    } else {
        std::unique_ptr<DelimitedRows> delimited = DelimitedRows::openBehind(std::move(head->bytes), bytes, hints);
        found = delimited->head();
        rows = std::move(delimited);
    }
    std::optional<AlarmColumns> columns = findAlarmColumns(found, hints.dateOrder);
    if (!columns)
        return Error{ErrorCode::UnknownFormat, {}, "not an alarm journal"};
    std::unique_ptr<AlarmTable> out(new AlarmTable(std::move(rows), found, std::move(*columns)));
    out->m_doubt = std::move(doubt);
    if (out->m_isNewestFirst)
        if (const Result<void> done = out->feedReversed(); !done)
            return done.error();
    return out;
}

// The next row with all its properties, which may stand in rows of their own behind it; false at the end. Nothing in
// `row`: there was a damaged line, or nothing is whole yet.
Result<bool> AlarmTable::readRow(std::optional<AlarmRow>& row)
{
    row.reset();
    const Result<bool> more = m_rows->next();
    if (!more)
        return more;
    if (!*more) {
        row = std::exchange(m_pending, std::nullopt);
        return row.has_value();
    }
    if (!m_rows->isSound()) {
        m_damaged.push_back(std::to_string(m_rows->line()));
        return true;
    }
    const CellFn cell = [&](std::size_t c) { return m_rows->cell(c); };
    if (m_pending && addAlarmProperty(m_columns, cell, *m_pending))
        return true;
    AlarmRow read = readAlarmRow(m_columns, cell);
    read.line = m_rows->line();
    if (m_columns.property == AlarmColumns::kNone)
        row = std::move(read);
    else
        row = std::exchange(m_pending, std::move(read));
    return true;
}

// A journal that begins with the newest row is read as a whole and taken from its end.
Result<void> AlarmTable::feedReversed()
{
    std::vector<AlarmRow> all;
    for (;;) {
        std::optional<AlarmRow> row;
        const Result<bool> more = readRow(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (all.size() + m_damaged.size() > kMostReversed)
            return Error{ErrorCode::CorruptInput, {},
                "the journal begins with the newest row and is too long to be turned; export it oldest first"};
        if (row)
            all.push_back(std::move(*row));
    }
    for (auto row = all.rbegin(); row != all.rend(); ++row)
        m_pairing.add(std::move(*row));
    m_pairing.finish();
    m_isEnded = true;
    return {};
}

Result<bool> AlarmTable::feed()
{
    if (m_isEnded)
        return false;
    std::optional<AlarmRow> row;
    const Result<bool> more = readRow(row);
    if (!more)
        return more;
    if (!*more) {
        m_pairing.finish();
        m_isEnded = true;
    } else if (row) {
        m_pairing.add(std::move(*row));
    }
    return true;
}

void AlarmTable::write(const AlarmInterval& interval, std::vector<std::string>& row) const
{
    const AlarmRow& first = interval.row;
    const bool isSuppression = !first.suppression.empty();
    const char mark = m_decimalMark;
    std::size_t i = 0;
    const auto put = [&](std::string text) { row[i++] = std::move(text); };
    put(listOfLines(interval));
    put(first.isEvent ? "event" : isSuppression ? "suppression" : "alarm");
    put(interval.onset);
    put(interval.end);
    put(interval.acknowledged);
    put(first.isEvent || isSuppression ? first.by : interval.acknowledgedBy);
    put(first.source);
    put(first.code);
    put(first.severity);
    put(first.priority);
    put(first.text);
    const std::string value = pointNumber(first.value, mark);
    const bool isText = first.isEvent && !value.empty() && !isNumber(value); // what somebody wrote
    put(isText ? std::string() : value);
    put(pointNumber(first.limit, mark));
    put(first.unit);
    put(first.area);
    put(first.kind);
    put(first.batch);
    put(std::to_string(interval.rows));
    put(yesOrEmpty(interval.isChattering));
    put(yesOrEmpty(interval.isInFlood));
    put(interval.note);
    put(first.instance == first.onset || m_columns.isInstanceUtc ? std::string() : first.instance);
    put(isSuppression ? first.suppression : interval.suppressed);
    put(first.isEvent ? first.category : std::string());
    put(first.oldValue);
    put(first.parent);
    put(first.place);
    put(isText ? "value=" + value : first.properties);
    for (const std::string& extra : first.extras)
        if (i < row.size())
            put(extra);
}

void AlarmTable::count(const AlarmInterval& interval)
{
    if (interval.row.isEvent) {
        ++m_counts.events;
        m_counts.unknownStates += interval.row.hasUnknownState ? 1U : 0U;
        return;
    }
    if (!interval.row.suppression.empty()) {
        ++m_counts.suppressions;
        m_counts.openSuppressions += interval.note == kNoClear ? 1U : 0U;
        m_counts.withoutSet += interval.note == kNoSet ? 1U : 0U;
        return;
    }
    m_counts.suppressed += interval.suppressed.empty() ? 0U : 1U;
    ++m_counts.intervals;
    m_counts.withoutClear += interval.note == kNoClear ? 1U : 0U;
    m_counts.withoutSet += interval.note == kNoSet ? 1U : 0U;
    m_counts.chattering += interval.isChattering ? 1U : 0U;
    m_counts.inFlood += interval.isInFlood ? 1U : 0U;
    m_counts.withoutScale += hasUnknownScale(interval.row) ? 1U : 0U;
}

std::vector<std::string> AlarmTable::remarks() const
{
    std::vector<std::string> out;
    const auto say = [&](std::uint64_t count, std::string_view one, std::string_view many) {
        if (count > 0)
            out.push_back(counted(count, one, many));
    };
    if (m_isNewestFirst)
        out.emplace_back("the journal begins with the newest row");
    say(m_counts.intervals, "alarm made of the rows of the journal", "alarms made of the rows of the journal");
    say(m_counts.withoutClear, "alarm without the row that it went", "alarms without the row that they went");
    say(m_counts.withoutSet, "row of an alarm that came before the journal begins",
        "rows of alarms that came before the journal begins");
    say(m_pairing.repeatedRows(), "row that comes again, as in exports that overlap",
        "rows that come again, as in exports that overlap");
    say(m_counts.chattering, "chattering alarm (three or more within a minute)",
        "chattering alarms (three or more within a minute)");
    say(m_counts.inFlood, "alarm in a flood (more than ten in ten minutes)",
        "alarms in floods (more than ten in ten minutes)");
    say(m_counts.withoutScale, "alarm whose priority is a number of an unknown scale, kept as it stands",
        "alarms whose priorities are numbers of an unknown scale, kept as they stand");
    say(m_counts.suppressions, "time in which an alarm was suppressed, shelved or out of service",
        "times in which alarms were suppressed, shelved or out of service");
    say(m_counts.openSuppressions, "of them has no row that ends it", "of them have no row that ends them");
    say(m_counts.suppressed, "alarm that was in force meanwhile", "alarms that were in force meanwhile");
    say(m_counts.events, "row that is no alarm", "rows that are no alarms");
    say(m_counts.unknownStates, "row of an alarm whose state is not known stands as a message",
        "rows of alarms whose states are not known stand as messages");
    if (m_columns.bias != AlarmColumns::kNone)
        out.emplace_back(
            "the offset of the times is that of the column Bias, counted as Windows does (UTC = local time + bias)");
    if (!m_doubt.empty())
        out.push_back(m_doubt);
    return out;
}

Result<bool> AlarmTable::next(std::vector<std::string>& row)
{
    row.resize(m_header.size());
    while (m_copies == 0) {
        if (!m_damaged.empty()) {
            std::for_each(row.begin(), row.end(), [](std::string& cell) { cell.clear(); });
            row[0] = m_damaged.back();
            row[1] = "alarm";
            m_damaged.pop_back();
            return true;
        }
        if (m_pairing.take(m_interval)) {
            count(m_interval);
            m_copies = m_interval.copies;
            break;
        }
        const Result<bool> more = feed();
        if (!more || !*more)
            return more;
    }
    --m_copies;
    write(m_interval, row);
    return true;
}

} // namespace antecedent::importers
