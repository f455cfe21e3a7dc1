// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/historian_format.h"

#include "importers/historian/signal_table.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchHistorian(std::string_view head, std::string_view /*name*/)
{
    const std::optional<SignalColumns> columns = findSignalColumns(readDelimitedHead(head));
    if (!columns)
        return std::nullopt;
    const std::size_t count = columns->signals.size();
    switch (columns->shape) {
    case SignalColumns::Shape::Narrow:
        return FormatMatch{columns->confidence, phrase("process data, one row per value, by its headings")};
    case SignalColumns::Shape::Wide:
        return FormatMatch{columns->confidence,
            plural(count, "process data: a time and %1 column named like a tag",
                "process data: a time and %1 columns named like tags")};
    case SignalColumns::Shape::Paired:
        return FormatMatch{columns->confidence, phrase("process data: %1 tags with a time column of their own", count)};
    }
    return std::nullopt;
}

class SignalSource final : public TableSource
{
public:
    explicit SignalSource(std::unique_ptr<SignalTable> table)
        : m_table(std::move(table))
    {
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        constexpr std::size_t kRows = 2000;
        if (!m_isStarted)
            rows.row(SignalTable::header());
        m_isStarted = true;
        for (std::size_t i = 0; i < kRows; ++i) {
            const Result<bool> hasMore = m_table->next(m_row);
            if (!hasMore || !*hasMore)
                return hasMore;
            rows.row(m_row);
        }
        return true;
    }

private:
    std::unique_ptr<SignalTable> m_table;
    std::vector<std::string> m_row;
    bool m_isStarted = false;
};

Result<std::unique_ptr<TableSource>> openHistorian(
    ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<SignalTable>> table = SignalTable::open(bytes);
    if (!table)
        return table.error();
    return std::unique_ptr<TableSource>(std::make_unique<SignalSource>(std::move(*table)));
}

} // namespace

Format historianFormat()
{
    Format out;
    out.id = "historian";
    out.title = "historian exports";
    out.isDelimited = true;
    out.match = matchHistorian;
    out.open = openHistorian;
    return out;
}

} // namespace antecedent::importers
