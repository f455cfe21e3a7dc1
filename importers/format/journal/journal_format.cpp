// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_format.h"

#include "importers/format/journal/batch_event_view.h"
#include "importers/format/journal/journal_layout.h"
#include "importers/format/journal/journal_table.h"
#include "importers/text/line_reader.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

// The first line that is not blank; empty: none.
std::string firstLine(ByteSource& bytes)
{
    constexpr std::uint64_t kMostBlank = 100;
    LineReader lines(bytes);
    while (lines.number() < kMostBlank) {
        const Result<bool> more = lines.next();
        if (!more || !*more)
            break;
        if (!trimmed(lines.line()).empty())
            return std::string(lines.line());
    }
    return {};
}

class JournalSource final : public TableSource
{
public:
    // `lines`: of the journal; what they are made of outlives the table. `rows`: that they are made of; nullptr: none.
    explicit JournalSource(std::unique_ptr<ByteSource> lines, const DelimitedRows* rows)
        : m_lines(std::move(lines))
        , m_rows(rows)
        , m_table(*m_lines)
    {
    }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        if (!m_hasStarted)
            rows.row(kJournalColumnNames);
        m_hasStarted = true;
        const Result<bool> more = m_table.next(rows.text());
        if (m_rows != nullptr)
            tellOf(*m_rows, more && !*more);
        if (more && !*more && m_table.openBatches() > 0)
            note(DiagnosticCode::SourceRemark,
                counted(m_table.openBatches(), "batch has no end in this journal: its end is left open",
                    "batches have no end in this journal: their ends are left open"));
        return more;
    }

    void tellOf(const DelimitedRows& rows, bool isEnd)
    {
        say(rows.statement());
        countRows(rows.rowsRead());
        if (isEnd)
            for (std::string& remark : rows.footers().remarks())
                note(DiagnosticCode::SourceRemark, std::move(remark));
    }

    std::unique_ptr<ByteSource> m_lines;
    const DelimitedRows* m_rows;
    JournalTable m_table;
    bool m_hasStarted = false;
};

std::optional<FormatMatch> matchJournal(std::string_view head, std::string_view name)
{
    const std::string lower = toLowerAscii(name);
    const bool isNamed = lower.ends_with(".evt") || lower.ends_with(".evtj") || lower.ends_with(".evtx");
    // Another kind of event file: taken here so that it is refused with the reason.
    if (isNamed && !foreignEventFile(head).empty())
        return FormatMatch{40, phrase("the name of an event file")};
    MemorySource bytes(head);
    const std::optional<JournalLayout> layout = journalLayoutOf(firstLine(bytes));
    if (!layout && findBatchEventColumns(readDelimitedHead(head)))
        return FormatMatch{95, phrase("the columns of a view of batch events")};
    if (!layout)
        return std::nullopt;
    if (layout->hasHeader)
        return FormatMatch{97, phrase("the columns of a batch journal")};
    return FormatMatch{
        isNamed ? 92 : 85, phrase("rows of a batch journal without header, by their number and recipe path")};
}

Result<std::unique_ptr<TableSource>> openJournal(ByteSource& bytes, std::string_view /*part*/, const TextHints& hints)
{
    Result<Head> head = readHead(bytes, kHeadBytes);
    if (!head)
        return head.error();
    MemorySource begin(head->bytes);
    const bool isJournal = journalLayoutOf(firstLine(begin)).has_value();
    std::unique_ptr<ByteSource> lines;
    const DelimitedRows* viewed = nullptr;
    if (!isJournal)
        if (const auto columns = findBatchEventColumns(readDelimitedHead(head->bytes, hints))) {
            auto rows = DelimitedRows::openBehind(std::move(head->bytes), bytes, hints);
            viewed = rows.get();
            lines = std::make_unique<BatchEventView>(std::move(rows), *columns);
        }
    if (!lines)
        lines = std::make_unique<PrefixedSource>(std::move(head->bytes), bytes);
    return std::unique_ptr<TableSource>(std::make_unique<JournalSource>(std::move(lines), viewed));
}

} // namespace

Format batchJournalFormat()
{
    Format out;
    out.id = "batchjournal";
    out.title = "batch journals (.evt)";
    out.match = &matchJournal;
    out.open = &openJournal;
    return out;
}

} // namespace antecedent::importers
