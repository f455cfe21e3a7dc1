// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/failure_codes.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/timeline_input.h"
#include "model/report/compose/words.h"
#include "model/report/figures/scale.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

// Unit procedures, and finer steps only where they tell a no that has not been told of their asset.
class FitnessFilter
{
public:
    explicit FitnessFilter(const FitnessMatrix& matrix)
        : m_hasProcedures(std::any_of(matrix.rows.begin(), matrix.rows.end(), isProcedure))
    {
        for (const FitnessRow& row : matrix.rows)
            if (isProcedure(row))
                tellsNews(row);
    }

    bool isPrinted(const FitnessRow& row) { return !m_hasProcedures || isProcedure(row) || tellsNews(row); }

private:
    static bool isProcedure(const FitnessRow& row) { return row.level == "unit_procedure"; }
    bool tellsNews(const FitnessRow& row)
    {
        bool isNew = false;
        for (const FitnessCell& cell : row.cells)
            if (cell.answer == Answer::No)
                isNew = m_told.emplace(row.asset, cell.reason).second || isNew;
        return isNew;
    }

    bool m_hasProcedures;
    std::set<std::pair<AssetIndex, std::string>> m_told;
};

std::array<Phrase, kFitnessChecks> checkTitles()
{
    return {phrase("Qualified"), phrase("Clean in hold"), phrase("Calibrated"), phrase("PM in date"),
        phrase("No open work"), phrase("Right status")};
}

// Names of kinds are words with underscores.
Phrase kindWords(std::string text)
{
    std::replace(text.begin(), text.end(), '_', ' ');
    return term(text);
}

// Steps, parameters and units keep their names; the rest is named by the program.
Phrase subjectWords(const Difference& difference)
{
    std::string subject = difference.subject;
    std::replace(subject.begin(), subject.end(), '_', ' ');
    const bool isOwn = difference.kind == "recipe" || difference.kind == "material_lot";
    return isOwn ? term(subject) : Phrase(std::move(subject));
}

Phrase kindWords(const std::vector<std::string>& kinds)
{
    std::vector<Phrase> items;
    for (const std::string& kind : kinds)
        items.push_back(kindWords(kind));
    return words::listed(std::move(items), 20);
}

// A text and what is known beyond it, each with its word: "B-7, product P, status released".
Phrase withDetails(Phrase first, std::vector<Phrase> details)
{
    details.insert(details.begin(), std::move(first));
    std::erase_if(details, [](const Phrase& each) { return each.empty(); });
    return listOf(std::move(details), ", ");
}

Phrase unlessEmpty(const std::string& value, Phrase words)
{
    return value.empty() ? Phrase() : std::move(words);
}

} // namespace

void Composer::titleBlock()
{
    const Failure& failure = m_in.failure;
    const std::string site = m_data.title.empty() ? say("Investigation") : m_data.title;
    m_document.title = say("Investigation report %1", failure.id);
    m_document.subject = failure.classification;
    m_document.creator = m_in.versions.program;
    m_document.created = m_in.created ? formatUtc(*m_in.created) : std::string();
    m_document.headerLeft = m_document.title + ", " + say("draft, not independently reviewed");
    m_document.headerRight = site;
    m_document.footerLeft = {
        say("%1, build %2, schema %3. Content %4", m_in.versions.program, words::orUnknown(m_in.versions.build),
            words::orUnknown(m_in.versions.schema), printDigest(m_data.contentHash).substr(0, 23) + "\u2026"),
        m_twin.digest.empty() ? say("Without a twin; the numbers of this print cannot be checked by themselves.")
                              : say("Twin %1; check with: antecedent-cli verify", m_twin.digest)};
    if (m_in.created) {
        const Phrase when = words::shortMoment(*m_in.created, m_in.siteZone);
        m_document.footerRight =
            m_in.author.empty() ? say("written %1", when) : say("written %1 by %2", when, m_in.author);
    }
    m_document.pageWords = say(phrase("page %1 of %2", std::string("%1"), std::string("%2")));
    m_document.twinDigest = m_twin.digest;
    m_document.twinName = m_twin.name;
    const std::string own = failure.classification.empty() ? say("failure") : failure.classification;
    const std::string& what = m_in.title.empty() ? own : m_in.title;
    m_document.blocks.push_back(TitleBlock{failure.id + ": " + what, say("Investigation report, %1", site),
        say("Draft. Not independently reviewed, not signed.")});
}

void Composer::problem()
{
    const Failure& failure = m_in.failure;
    const Deviation* deviation = failure.deviation;
    heading(1, phrase("Problem statement"));
    KeyValues table;
    const auto add = [&](const char* name, RichText value) { table.rows.emplace_back(say(name), std::move(value)); };
    const std::string text =
        deviation != nullptr && !deviation->text.empty() ? deviation->text : failure.classification;
    add("What", RichText(words::orUnknown(text)).add(" ").mark(m_failureMark));
    const std::string severity = deviation == nullptr ? std::string() : deviation->severity;
    add("Classification",
        say(withDetails(
            words::orUnknown(failure.classification), {unlessEmpty(severity, phrase("severity %1", severity))})));
    const Asset* asset = m_data.asset(failure.asset);
    add("Where",
        say(asset != nullptr ? withDetails(asset->id, {asset->description})
                : m_in.failure.batch.valid()
                ? phrase("No asset is stated in the record; the batch and its units are examined.")
                : phrase("No asset is stated in the record.")));
    const Batch* batch = m_data.batch(failure.batch);
    add("Batch",
        say(batch == nullptr ? phrase("No batch is stated in the record.")
                             : withDetails(batch->id,
                                 {unlessEmpty(batch->product, phrase("product %1", batch->product)),
                                     unlessEmpty(batch->recipe, phrase("recipe %1", batch->recipe)),
                                     unlessEmpty(batch->status, phrase("status %1", batch->status))})));
    if (deviation != nullptr)
        timesOf(*deviation, table);
    add("Time used as t0",
        say("%1 (%2, \u00b1%3)", words::moment(failure.anchor, m_in.siteZone), failure.anchorFrom,
            words::duration(toSeconds(failure.uncertainty))));
    const std::size_t same = m_analysis == nullptr ? 0 : m_analysis->failures.size();
    add("Extent",
        same <= 1 ? say("The only failure of this classification in the data.")
                  : say("%1 failures of this classification in the data: %2.", same,
                      words::listed(m_analysis->failures, 12)));
    if (m_assessment != nullptr)
        add("Outcome",
            RichText()
                .strong(
                    say("Contribution of asset condition: %1.", words::contribution(m_assessment->contribution)) + " ")
                .add(say("See sections on evidence and conclusion; facts stand before them.")));
    m_document.blocks.push_back(std::move(table));
    paragraph(m_in.ledger.facts().empty()
            ? phrase("Immediate actions, interviews and physical findings are entered by people; none are recorded in "
                     "this investigation yet.")
            : phrase(
                "What people told, saw and tested is recorded as manual facts, see \"Hypotheses and conclusion\"."),
        ParagraphStyle::Small);
}

void Composer::timesOf(const Deviation& deviation, KeyValues& table) const
{
    const auto when = [&](const TimeValue& time) { return words::moment(time, m_in.siteZone); };
    table.rows.emplace_back(say("When it occurred"), say(when(deviation.occurred)));
    if (deviation.occurredFrom.known() || deviation.occurredTo.known())
        table.rows.emplace_back(say("Between"),
            say("last known good %1, first known bad %2", when(deviation.occurredFrom), when(deviation.occurredTo)));
    table.rows.emplace_back(say("When it was found"), say(when(deviation.detected)));
}

void Composer::chronology()
{
    heading(1, phrase("Chronology"));
    const Chronology& list = m_in.chronology;
    if (list.rows.empty()) {
        paragraph(phrase("No dated record stands in the time around the failure."));
        return;
    }
    Table table;
    table.columns = {{say("Site time"), Align::Left, 1, 42}, {"UTC", Align::Left, 1, 42},
        {say("To failure"), Align::Right, 1, 50}, {say("Asset"), Align::Left, 1.1, 0},
        {say("Record"), Align::Left, 2.9, 0}, {say("Source, row"), Align::Left, 1.5, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    const Zone utc;
    std::string day;
    for (const ChronologyRow& row : list.rows) {
        const std::string today = say(dayPhrase(row.at, m_in.siteZone)) + ", " + offsetText(row.at, m_in.siteZone);
        if (today != day)
            table.rows.push_back(Row{{today}, false, true});
        day = today;
        const std::string mark = m_marks.add('R', row.eventClass, {row.ref.id});
        const bool hasSource = row.ref.source.valid() && row.ref.source.value < m_data.sources.size();
        const std::string source = hasSource
            ? m_data.sources[row.ref.source.value].name + ", " + std::to_string(row.ref.row)
            : std::string(words::kUnknown);
        RichText text(row.eventClass);
        if (const Phrase mode = failureModeOfClass(row.eventClass); !mode.empty())
            text.add(" (" + say(mode) + ")");
        if (!row.text.empty())
            text.add(": " + row.text);
        // The stamp of the source is shown where a clock correction moved it.
        if (row.original.known() && row.original.at() != row.at)
            text.add(" " + say("(source stamp %1)", formatUtc(row.original)));
        Row out;
        out.isStrong = row.isFailure;
        out.cells = {clockText(row.at, m_in.siteZone, true), clockText(row.at, utc, true),
            row.isFailure ? std::string("0") : m_lexicon.number(relativeText(row.offset)), assetName(row.asset), text,
            source, RichText().mark(mark)};
        table.rows.push_back(std::move(out));
    }
    std::vector<Phrase> note{plural(list.rows.size(), "Records around the failure in order of time, %1 row.",
        "Records around the failure in order of time, %1 rows.")};
    if (list.leftOut > 0 && list.leftOutNote.empty())
        note.push_back(plural(list.leftOut, "%1 further row is left out; they are in the twin.",
            "%1 further rows are left out; they are in the twin."));
    else if (list.leftOut > 0)
        note.push_back(plural(list.leftOut, "%1 further row is left out (%2); they are in the twin.",
            "%1 further rows are left out (%2); they are in the twin.", list.leftOutNote));
    table.caption = tableCaption(following(std::move(note)));
    m_document.blocks.push_back(std::move(table));
}

void Composer::timelineFigure()
{
    if (!m_in.window)
        return;
    const TimelineInput input = timelineInput(m_in, m_lexicon);
    const std::string mark = m_marks.add('F', "timeline", input.records);
    const AlignedWindow& window = *m_in.window;
    if (isLeftOut(ReportFigure::Timeline)) {
        sayLeftOut(phrase("The figure of the timeline was left out by the author; its records are in the twin."), mark);
        return;
    }
    const Failure& failure = m_in.failure;
    paragraph(phrase("Figure %1 draws these records, and all others of the window, in time.", m_figures + 1));
    const Phrase subject = failure.asset.valid() ? phrase("%1 and its unit", assetName(failure.asset))
        : failure.batch.valid()                  ? phrase("Batch %1", batchName(failure.batch))
                                                 : phrase("All records");
    const Phrase text = phrase("%1 from %2 to %3; failure at %4. Black diamond and line: this failure. White diamond: "
                               "another failure. Hatched grey: no data from the sources of that kind. \u00d7n: n "
                               "records at one place. Records after the failure are shown and never count as "
                               "antecedents.",
        subject, words::shortMoment(input.figure.range.begin, m_in.siteZone),
        words::shortMoment(window.shownUntil, m_in.siteZone), words::moment(m_in.failure.anchor, m_in.siteZone));
    Figure figure;
    figure.drawing = drawTimeline(input.figure, kTextWidth, m_lexicon);
    figure.caption = figureCaption(
        following({text, input.note}), mark + ", " + say(plural(input.records.size(), "%1 record", "%1 records")));
    m_document.blocks.push_back(std::move(figure));
}

void Composer::fitness()
{
    heading(1, phrase("Fit for use, and what was different"));
    if (m_in.fitness && !m_in.fitness->rows.empty())
        fitnessTable();
    else
        paragraph(m_in.failure.batch.valid()
                ? phrase("The batch has no step on a known asset, so fit for use at the start of its steps cannot be "
                         "shown.")
                : phrase("The failure names no batch, so there are no steps to examine for fitness for use."));
}

void Composer::fitnessTable()
{
    Table table;
    table.columns = {{say("Step"), Align::Left, m_lexicon.isEnglish() ? 2 : 1.4, 0}, {say("Asset"), Align::Left, 1, 0},
        {say("Start"), Align::Left, 1, 56}};
    for (const Phrase& title : checkTitles())
        table.columns.push_back({say(title), Align::Centre, 1, m_lexicon.isEnglish() ? 46.0 : 50.0});
    table.columns.push_back({"", Align::Left, 1, 34});
    table.size = 7.2;
    std::vector<RichText> reasons;
    std::size_t leftOut = 0;
    FitnessFilter filter(*m_in.fitness);
    for (const FitnessRow& row : m_in.fitness->rows) {
        if (!filter.isPrinted(row)) {
            ++leftOut;
            continue;
        }
        std::vector<RecordId> records{row.stepRecord};
        for (const FitnessCell& cell : row.cells)
            records.insert(records.end(), cell.records.begin(), cell.records.end());
        const std::string mark = m_marks.add('Q', row.step + " @ " + assetName(row.asset), records);
        Row out;
        out.cells = {row.step, assetName(row.asset),
            row.at.known()
                ? say(dayPhrase(row.at.at(), m_in.siteZone, false)) + " " + clockText(row.at.at(), m_in.siteZone)
                : std::string(words::kUnknown)};
        for (const FitnessCell& cell : row.cells) {
            const bool isNo = cell.answer == Answer::No;
            out.cells.emplace_back(isNo ? RichText().strong(say("No"))
                    : cell.answer == Answer::Yes
                    ? RichText(say("Yes"))
                    : RichText(words::kUnknown)); // an empty answer lets the others stand out
            if (isNo)
                reasons.push_back(RichText()
                                      .strong(row.step + ", " + assetName(row.asset) + ": ")
                                      .add(saySentence(cell.reason) + " ")
                                      .mark(mark));
        }
        out.cells.emplace_back(RichText().mark(mark));
        table.rows.push_back(std::move(out));
    }
    const std::string batch = batchName(m_in.fitness->batch);
    table.caption = tableCaption(following({m_in.fitness->known == AsKnown::Then
            ? phrase("Fit for use at the start of each step of batch %1, as known then.", batch)
            : phrase("Fit for use at the start of each step of batch %1, as known now.", batch),
        phrase("Start: site time. PM: preventive maintenance. \u2013: no record says, which is neither yes nor no."),
        leftOut == 0 ? Phrase()
                     : plural(leftOut, "%1 finer step with nothing to add are left out; they are in the twin.",
                         "%1 finer steps with nothing to add are left out; they are in the twin.")}));
    m_document.blocks.push_back(std::move(table));
    if (reasons.empty())
        paragraph(phrase("No check is answered with no."));
    for (RichText& reason : reasons)
        paragraph(std::move(reason), ParagraphStyle::Item);
}

void Composer::differences()
{
    if (!m_in.differences)
        return;
    const Differences& all = *m_in.differences;
    std::vector<std::string> against;
    for (const BatchIndex batch : all.against)
        against.push_back(batchName(batch));
    if (against.empty()) {
        paragraph(phrase("There is no earlier good batch of the same product in the data to compare with."));
        return;
    }
    const Phrase compared = plural(against.size(), "Compared with the last %1 good batch of the same product (%2).",
        "Compared with the last %1 good batches of the same product (%2).", words::listed(against, 12));
    if (all.differences.empty())
        paragraph(following({compared, phrase("Nothing that the data record was different.")}));
    else
        differenceTable(compared);
    if (!all.same.empty())
        paragraph(phrase("Compared and equal: %1.", kindWords(all.same)));
    if (!all.notComparable.empty())
        paragraph(phrase("Not comparable, because the data have no such records: %1.", kindWords(all.notComparable)));
}

void Composer::differenceTable(const Phrase& compared)
{
    constexpr std::size_t kMost = 40;
    const std::vector<Difference>& all = m_in.differences->differences;
    Table table;
    table.columns = {{say("Kind"), Align::Left, 1.1, 0}, {say("What"), Align::Left, 1.5, 0},
        {say("In this batch"), Align::Left, 1.8, 0}, {say("In the good batches"), Align::Left, 2.2, 0},
        {say("Same"), Align::Right, 1, 36}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    for (std::size_t i = 0; i < all.size() && i < kMost; ++i) {
        const Difference& difference = all[i];
        const std::string mark = m_marks.add('D', difference.kind + " " + difference.subject, difference.records);
        table.rows.push_back(
            Row{{say(kindWords(difference.kind)), say(subjectWords(difference)),
                    difference.here.empty() ? std::string(words::kUnknown) : say(difference.here),
                    difference.there.empty() ? std::string(words::kUnknown) : say(difference.there),
                    words::share(difference.goodWithSame, difference.goodKnown), RichText().mark(mark)},
                false, false});
    }
    table.caption = tableCaption(following({phrase("What was different."), compared,
        phrase("Same: good batches with the same value, of those where it is known; in brackets after a value: how "
               "many had it. People appear as pseudonyms."),
        all.size() <= kMost ? Phrase() : phrase("%1 more differences are in the twin.", all.size() - kMost)}));
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
