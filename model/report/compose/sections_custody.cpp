// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

namespace antecedent {

namespace {

std::string recordCounts(const std::map<std::string, std::uint64_t>& counts)
{
    std::vector<std::string> items;
    for (const auto& [name, count] : counts)
        if (count > 0)
            items.push_back(std::to_string(count) + " " + name);
    std::string out = words::listed(items, 6);
    for (char& c : out)
        c = c == '_' ? ' ' : c;
    return out;
}

} // namespace

void Composer::sources()
{
    heading(1, "Sources searched");
    if (m_in.sources.empty()) {
        paragraph("No source has been imported.");
        return;
    }
    Table table;
    table.columns = {{"File and SHA-256", Align::Left, 1, 142}, {"Zone", Align::Left, 0.9, 0},
        {"Read", Align::Right, 1, 40}, {"Stored", Align::Right, 1, 40}, {"Reject.", Align::Right, 1, 34},
        {"Dupl.", Align::Right, 1, 34}, {"Records, period", Align::Left, 2.2, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    std::vector<std::string> undeclared;
    for (const SourceCustody& source : m_in.sources) {
        const SourceInfo& info = source.info;
        const std::string mark = m_marks.add('S', "source " + info.name, {});
        RichText file(info.name + " ");
        file.add(toHex(info.sha256), RunStyle::Fixed);
        RichText period(recordCounts(source.records));
        if (info.span)
            period.add((source.records.empty() ? "" : "; ") + words::span(info.span, m_in.siteZone));
        if (info.declaredCoverage)
            period.add("; declared to cover " + words::span(info.declaredCoverage, m_in.siteZone));
        table.rows.push_back(Row{
            {file, words::orUnknown(info.zone), std::to_string(info.rowsRead), std::to_string(info.rowsStored),
                std::to_string(info.rowsRejected), std::to_string(info.rowsDuplicate), period, RichText().mark(mark)},
            false, false});
        if (info.statement.empty())
            undeclared.push_back(info.name);
    }
    table.caption = caption("Table", m_tables,
        "Sources in order of their hash. Read = stored + rejected + duplicate for each of "
        "them. The original bytes are kept in the investigation file.",
        {});
    m_document.blocks.push_back(std::move(table));
    for (const SourceCustody& source : m_in.sources)
        if (!source.info.statement.empty())
            paragraph(RichText().strong("Export statement, " + source.info.name + ": ").add(source.info.statement),
                ParagraphStyle::Item);
    if (!undeclared.empty())
        paragraph(RichText()
                      .strong("No export statement for "
                          + std::string(
                              undeclared.size() == m_in.sources.size() ? "any source" : words::listed(undeclared, 12))
                          + ". ")
                      .add("What was filtered out when these files were exported is not known: a record that is "
                           "missing in them is not "
                           "determinable, which is not the same as none."));
}

void Composer::rejectedRows()
{
    heading(1, "Rows that were not stored");
    if (m_in.rejectedTotal == 0) {
        paragraph("No row of any source was rejected.");
        return;
    }
    Table table;
    table.columns = {{"Source", Align::Left, 1.3, 0}, {"Line", Align::Right, 1, 40}, {"Column", Align::Left, 0.9, 0},
        {"Reason", Align::Left, 1.9, 0}, {"Value", Align::Left, 1.6, 0}};
    table.size = 7.2;
    for (const RejectedRow& row : m_in.rejected) {
        const DiagnosticInfo& info = diagnosticInfo(row.diagnostic.code);
        table.rows.push_back(
            Row{{row.source, std::to_string(row.diagnostic.line), words::orUnknown(row.diagnostic.columnName),
                    std::string(info.what), RichText().add(row.diagnostic.excerpt, RunStyle::Fixed)},
                false, false});
    }
    const std::uint64_t more = m_in.rejectedTotal - m_in.rejected.size();
    table.caption = caption("Table", m_tables,
        "Rejected rows with their reason"
            + (more > 0 ? std::string(", the first ") + std::to_string(m_in.rejected.size()) + " of "
                        + std::to_string(m_in.rejectedTotal) + "; all are listed by antecedent-cli diagnostics."
                        : std::string(".")),
        {});
    m_document.blocks.push_back(std::move(table));
}

void Composer::versions()
{
    heading(1, "Versions and how to verify");
    KeyValues table;
    table.rows = {{"Program", m_in.versions.program + ", build " + words::orUnknown(m_in.versions.build)},
        {"Schema of the file", words::orUnknown(m_in.versions.schema)},
        {"Time zone rules", "IANA " + words::orUnknown(m_in.versions.zoneRules)}, {"Site zone", m_in.siteZone.name()},
        {"Case", words::orUnknown(m_in.caseId) + (m_in.caseTitle.empty() ? "" : ", " + m_in.caseTitle)},
        {"Content hash", RichText().add(printDigest(m_data.contentHash), RunStyle::Fixed)},
        {"Twin",
            m_twin.digest.empty() ? RichText("none was written with this report")
                                  : RichText(m_twin.name + " ").add(m_twin.digest, RunStyle::Fixed)}};
    m_document.blocks.push_back(std::move(table));
    if (m_twin.digest.empty()) {
        paragraph("Without a twin the numbers of this report can be repeated only from the investigation file.");
        return;
    }
    paragraph(
        "The twin is a folder beside this report. It holds every number of the report with the records behind each "
        "mark in "
        "brackets, the records themselves as CSV, and a manifest with the SHA-256 of each file. The digest above is "
        "the "
        "SHA-256 of the manifest. README.txt in the twin describes the format and the method, so that the check can be "
        "repeated without this program. With it: antecedent-cli verify, followed by the twin's folder, this PDF, or "
        "the "
        "investigation file; it re-computes every hash and number by a second path and names what does not hold.");
    paragraph("A chain of hashes alone cannot show that a whole file was replaced by an older one; compare the content "
              "hash with "
              "another copy of this report for that.",
        ParagraphStyle::Small);
}

} // namespace antecedent
