// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/statement_text.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"

#include <algorithm>

namespace antecedent {

namespace {

// "474 batch steps", "1 deviation": the tables' names are plurals, but for those of things that cannot be counted.
Phrase recordCounts(const std::map<std::string, std::uint64_t>& counts)
{
    std::vector<Phrase> items;
    for (const auto& [table, count] : counts) {
        if (count == 0)
            continue;
        std::string name = table == "genealogy" ? "genealogy records" : table;
        std::replace(name.begin(), name.end(), '_', ' ');
        if (count == 1 && name.ends_with("ches"))
            name.resize(name.size() - 2);
        else if (count == 1 && name.ends_with('s') && !name.ends_with("status"))
            name.pop_back();
        items.push_back(listOf({words::grouped(count), term(name)}, " "));
    }
    return words::listed(std::move(items), 6);
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

std::string clockName(const SourceCustody& source, const SourceClock& clock)
{
    return clock.category.empty() ? source.info.name : source.info.name + "/" + clock.category;
}

Phrase seconds(double value)
{
    return words::number(value);
}

// What was done to the times, how sure that is and how it is known; the stored rows have them as stated.
Phrase clockWords(const CorrectedClock& corrected)
{
    constexpr double kSecondsADay = 86'400 / 1e6; // of 1 ppm
    const SourceClock& clock = corrected.clock;
    std::vector<Phrase> parts{phrase("moved by %1 s", seconds(-toSeconds(clock.offset)))};
    if (clock.uncertainty)
        parts.push_back(phrase("± %1 s", seconds(toSeconds(*clock.uncertainty))));
    if (clock.driftPpm != 0)
        parts.push_back(phrase("drift %1 s a day", seconds(clock.driftPpm * kSecondsADay)));
    parts.push_back(phrase("known by: %1", kept(corrected.basis)));
    parts.push_back(phrase("the stored rows are as the source states them"));
    return listOf(std::move(parts), "; ");
}

} // namespace

void Composer::sources()
{
    heading(1, phrase("Sources searched"));
    if (m_in.sources.empty()) {
        paragraph(phrase("No source has been imported."));
        return;
    }
    Table table;
    table.columns = {{say("File and SHA-256"), Align::Left, 1, 142}, {say("Read"), Align::Right, 1, 42},
        {say("Stored"), Align::Right, 1, m_lexicon.isEnglish() ? 42.0 : 55.0},
        {say("Rejected"), Align::Right, 1, m_lexicon.isEnglish() ? 42.0 : 54.0}, {say("Repeats"), Align::Right, 1, 40},
        {say("Records, period, zone, format"), Align::Left, 2.2, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    std::vector<std::string> undeclared;
    for (const SourceCustody* each : inOrderOfNames(m_in.sources)) {
        const SourceCustody& source = *each;
        const SourceInfo& info = source.info;
        const std::string mark = m_marks.add('S', "source " + info.name, {});
        RichText file(info.name + " ");
        file.add(toHex(info.sha256), RunStyle::Fixed);
        std::vector<Phrase> facts{recordCounts(source.records),
            info.span ? words::span(info.span, m_in.siteZone) : Phrase(),
            phrase("zone %1", words::orUnknown(info.zone)),
            info.importer.empty() ? Phrase() : phrase("read as %1", info.importer),
            info.declaredCoverage ? phrase("declared to cover %1", words::span(info.declaredCoverage, m_in.siteZone))
                                  : Phrase()};
        std::erase_if(facts, [](const Phrase& fact) { return fact.empty(); });
        table.rows.push_back(Row{{file, say(words::grouped(info.rowsRead)), say(words::grouped(info.rowsStored)),
                                     say(words::grouped(info.rowsRejected)), say(words::grouped(info.rowsDuplicate)),
                                     say(listOf(std::move(facts), "; ")), RichText().mark(mark)},
            false, false});
        if (!tellsOfAbsence(info.statement))
            undeclared.push_back(info.name);
    }
    table.caption = tableCaption(
        phrase("Sources in order of their names, counted in rows. Read = stored + rejected + repeats for each of them. "
               "Zone: the one that was stated for times without their own. The original bytes are kept in the "
               "investigation file."));
    m_document.blocks.push_back(std::move(table));
    for (const SourceCustody* each : inOrderOfNames(m_in.sources))
        if (const SourceCustody& source = *each; !source.info.statement.empty())
            paragraph(
                RichText().strong(say("Export statement, %1:", source.info.name) + " ").add(source.info.statement),
                ParagraphStyle::Item);
    for (const SourceCustody* each : inOrderOfNames(m_in.sources))
        for (const CorrectedClock& corrected : each->clocks)
            paragraph(RichText()
                          .strong(say("Corrected times, %1:", clockName(*each, corrected.clock)) + " ")
                          .add(say(clockWords(corrected))),
                ParagraphStyle::Item);
    for (const SourceCustody* each : inOrderOfNames(m_in.sources))
        if (!each->replacedBy.empty())
            paragraph(RichText()
                          .strong(say("Replaced by a newer version, %1:", each->info.name) + " ")
                          .add(say("by the source with the SHA-256 %1. What that one does not state any more is set "
                                   "aside: %2 count nowhere in this report and stay in the investigation file.",
                              each->replacedBy, plural(each->setAside, "%1 record", "%1 records"))),
                ParagraphStyle::Item);
    if (!undeclared.empty())
        paragraph(RichText()
                      .strong((undeclared.size() == m_in.sources.size()
                                      ? say("No export statement for any source.")
                                      : say("No export statement for %1.", words::listed(undeclared, 12)))
                          + " ")
                      .add(say("What was filtered out when these files were exported is not known: a record that is "
                               "missing in them is not determinable, which is not the same as none.")));
}

void Composer::rejectedRows()
{
    heading(1, phrase("Rows that were not stored"));
    if (m_in.rejectedTotal == 0) {
        paragraph(phrase("No row of any source was rejected."));
        return;
    }
    Table table;
    table.columns = {{say("Source"), Align::Left, 1.3, 0}, {say("Line"), Align::Right, 1, 40},
        {say("Column"), Align::Left, 0.9, 0}, {say("Reason, and what to do"), Align::Left, 2.6, 0},
        {say("Value"), Align::Left, 1.1, 0}};
    table.size = 7.2;
    for (const RejectedRow& row : m_in.rejected) {
        const DiagnosticInfo& info = diagnosticInfo(row.diagnostic.code);
        table.rows.push_back(
            Row{{row.source, std::to_string(row.diagnostic.line), words::orUnknown(row.diagnostic.columnName),
                    say(following({sentence(term(info.what)), sentence(term(info.todo))})),
                    row.diagnostic.excerpt.empty() ? RichText(say("(empty)"))
                                                   : RichText().add(row.diagnostic.excerpt, RunStyle::Fixed)},
                false, false});
    }
    table.caption = tableCaption(m_in.rejectedTotal > m_in.rejected.size()
            ? phrase("Rejected rows with their reason, the first %1 of %2; all are listed by antecedent-cli "
                     "diagnostics.",
                m_in.rejected.size(), m_in.rejectedTotal)
            : phrase("Rejected rows with their reason."));
    m_document.blocks.push_back(std::move(table));
}

void Composer::versions()
{
    heading(1, phrase("Versions and how to verify"));
    KeyValues table;
    table.rows = {{say("Program"), say("%1, build %2", m_in.versions.program, words::orUnknown(m_in.versions.build))},
        {say("Schema of the file"), words::orUnknown(m_in.versions.schema)},
        {say("Time zone rules"), "IANA " + words::orUnknown(m_in.versions.zoneRules)},
        {say("Site zone"), m_in.siteZone.name()},
        {say("Case"), words::orUnknown(m_in.caseId) + (m_in.caseTitle.empty() ? "" : ", " + m_in.caseTitle)},
        {say("Content hash"), RichText().add(printDigest(m_data.contentHash), RunStyle::Fixed)},
        {say("Twin"),
            m_twin.digest.empty() ? RichText(say("none was written with this report"))
                                  : RichText(m_twin.name + " ").add(m_twin.digest, RunStyle::Fixed)}};
    m_document.blocks.push_back(std::move(table));
    if (m_twin.digest.empty()) {
        paragraph(
            phrase("Without a twin the numbers of this report can be repeated only from the investigation file."));
        return;
    }
    paragraph(phrase(
        "The twin is a folder beside this report. It holds every number of the report with the records behind each "
        "mark in brackets, the records themselves as CSV, and a manifest with the SHA-256 of each file. The digest "
        "above is the SHA-256 of the manifest. README.txt in the twin describes the format and the method, so that the "
        "check can be repeated without this program. With it: antecedent-cli verify, followed by the twin's folder, "
        "this PDF, or the investigation file; it re-computes every hash and number by a second path and names what "
        "does not hold."));
    paragraph(phrase("A chain of hashes alone cannot show that a whole file was replaced by an older one; compare the "
                     "content hash with another copy of this report for that."),
        ParagraphStyle::Small);
}

} // namespace antecedent
