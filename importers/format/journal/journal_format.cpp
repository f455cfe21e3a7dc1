// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_format.h"

#include "importers/format/journal/journal_layout.h"
#include "importers/format/journal/journal_lines.h"
#include "importers/format/journal/journal_table.h"
#include "model/base/text.h"

#include <algorithm>
#include <utility>

namespace antecedent::importers {

namespace {

// The first line that is not blank.
std::optional<JournalLine> firstLine(ByteSource& bytes)
{
    constexpr int kMostBlank = 100;
    JournalLines lines(bytes);
    JournalLine line;
    for (int i = 0; i < kMostBlank; ++i) {
        const Result<bool> more = lines.next(line);
        if (!more || !*more)
            return std::nullopt;
        if (!trimmed(line.text).empty())
            return line;
    }
    return std::nullopt;
}

class JournalSource final : public TableSource
{
public:
    explicit JournalSource(ByteSource& bytes)
        : m_table(bytes)
    {
    }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        if (!m_hasStarted)
            rows.row(kJournalColumnNames);
        m_hasStarted = true;
        const Result<bool> more = m_table.next(rows.text());
        if (more && !*more && m_table.openBatches() > 0)
            note(DiagnosticCode::SourceRemark,
                counted(m_table.openBatches(), "batch has no end in this journal: its end is left open",
                    "batches have no end in this journal: their ends are left open"));
        return more;
    }

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
    const std::optional<JournalLine> line = firstLine(bytes);
    const std::optional<JournalLayout> layout = line ? journalLayoutOf(line->text) : std::nullopt;
    if (!layout)
        return std::nullopt;
    if (layout->hasHeader)
        return FormatMatch{97, phrase("the columns of a batch journal")};
    return FormatMatch{
        isNamed ? 92 : 85, phrase("rows of a batch journal without header, by their number and recipe path")};
}

Result<std::unique_ptr<TableSource>> openJournal(
    ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    return std::unique_ptr<TableSource>(std::make_unique<JournalSource>(bytes));
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
