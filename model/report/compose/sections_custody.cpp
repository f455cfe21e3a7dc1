// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

// "474 batch steps", "1 deviation": the tables' names are plurals, but for those of things that cannot be counted.
std::string recordCounts(const std::map<std::string, std::uint64_t>& counts)
{
    std::vector<std::string> items;
    for (const auto& [table, count] : counts) {
        if (count == 0)
            continue;
        std::string name = table == "genealogy" ? "genealogy records" : table;
        std::replace(name.begin(), name.end(), '_', ' ');
        if (count == 1 && name.ends_with("ches"))
            name.resize(name.size() - 2);
        else if (count == 1 && name.ends_with('s'))
            name.pop_back();
        items.push_back(words::grouped(count) + " " + name);
    }
    return words::listed(items, 6);
}

// By name, which a reader looks for; the hash decides between equal names.
std::vector<const SourceCustody*> inOrderOfNames(const std::vector<SourceCustody>& sources)
{
    std::vector<const SourceCustody*> sorted;
    for (const SourceCustody& source : sources)
        sorted.push_back(&source);
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const SourceCustody* a, const SourceCustody* b) { return a->info.name < b->info.name; });
    return sorted;
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
    table.columns = {{"File and SHA-256", Align::Left, 1, 142}, {"Read", Align::Right, 1, 42},
        {"Stored", Align::Right, 1, 42}, {"Rejected", Align::Right, 1, 42}, {"Repeats", Align::Right, 1, 40},
        {"Records, period, zone, format", Align::Left, 2.2, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    std::vector<std::string> undeclared;
    for (const SourceCustody* each : inOrderOfNames(m_in.sources)) {
        const SourceCustody& source = *each;
        const SourceInfo& info = source.info;
        const std::string mark = m_marks.add('S', "source " + info.name, {});
        RichText file(info.name + " ");
        file.add(toHex(info.sha256), RunStyle::Fixed);
        RichText period(recordCounts(source.records));
        if (info.span)
            period.add((source.records.empty() ? "" : "; ") + words::span(info.span, m_in.siteZone));
        period.add((period.plain().empty() ? "zone " : "; zone ") + words::orUnknown(info.zone));
        if (!info.importer.empty())
            period.add("; read as " + info.importer);
        if (info.declaredCoverage)
            period.add("; declared to cover " + words::span(info.declaredCoverage, m_in.siteZone));
        table.rows.push_back(Row{
            {file, words::grouped(info.rowsRead), words::grouped(info.rowsStored), words::grouped(info.rowsRejected),
                words::grouped(info.rowsDuplicate), period, RichText().mark(mark)},
            false, false});
        if (info.statement.empty())
            undeclared.push_back(info.name);
    }
    table.caption = caption("Table", m_tables,
        "Sources in order of their names, counted in rows. Read = stored + rejected + repeats for each of them. Zone: "
        "the one that was stated for times without their own. The original bytes are kept in the investigation file.",
        {});
    m_document.blocks.push_back(std::move(table));
    for (const SourceCustody* each : inOrderOfNames(m_in.sources))
        if (const SourceCustody& source = *each; !source.info.statement.empty())
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
        {"Reason, and what to do", Align::Left, 2.6, 0}, {"Value", Align::Left, 1.1, 0}};
    table.size = 7.2;
    for (const RejectedRow& row : m_in.rejected) {
        const DiagnosticInfo& info = diagnosticInfo(row.diagnostic.code);
        table.rows.push_back(
            Row{{row.source, std::to_string(row.diagnostic.line), words::orUnknown(row.diagnostic.columnName),
                    words::sentence(info.what) + " " + words::sentence(info.todo),
                    row.diagnostic.excerpt.empty() ? RichText("(empty)")
                                                   : RichText().add(row.diagnostic.excerpt, RunStyle::Fixed)},
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
