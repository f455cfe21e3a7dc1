// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/alarm/alarm_format.h"

#include "importers/alarm/alarm_table.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchAlarms(std::string_view head, std::string_view /*name*/)
{
    const std::optional<AlarmColumns> columns = findAlarmColumns(readDelimitedHead(head));
    if (!columns)
        return std::nullopt;
    return FormatMatch{columns->confidence, phrase("an alarm journal by its headings: %1", columns->name)};
}

class AlarmSource final : public TableSource
{
public:
    explicit AlarmSource(std::unique_ptr<AlarmTable> table)
        : m_table(std::move(table))
    {
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        constexpr std::size_t kRows = 1000;
        if (!m_isStarted)
            rows.row(m_table->header());
        m_isStarted = true;
        for (std::size_t i = 0; i < kRows; ++i) {
            const Result<bool> hasMore = m_table->next(m_row);
            if (!hasMore)
                return hasMore;
            if (!*hasMore) {
                for (std::string& remark : m_table->remarks())
                    note(DiagnosticCode::SourceRemark, std::move(remark));
                return false;
            }
            rows.row(m_row);
        }
        return true;
    }

private:
    std::unique_ptr<AlarmTable> m_table;
    std::vector<std::string> m_row;
    bool m_isStarted = false;
};

Result<std::unique_ptr<TableSource>> openAlarms(
    ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<AlarmTable>> table = AlarmTable::open(bytes);
    if (!table)
        return table.error();
    return std::unique_ptr<TableSource>(std::make_unique<AlarmSource>(std::move(*table)));
}

} // namespace

Format alarmFormat()
{
    Format out;
    out.id = "alarms";
    out.title = "alarm journals";
    out.isDelimited = true;
    out.match = matchAlarms;
    out.open = openAlarms;
    return out;
}

} // namespace antecedent::importers
