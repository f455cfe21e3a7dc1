// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/condition_history.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/timeline_input.h"
#include "model/report/compose/words.h"
#include "model/report/figures/saw_tooth_figure.h"
#include "model/report/figures/scale.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

// Clears the cells that say nothing, so that a reader finds the answers that matter.
RichText answerText(const FitnessCell& cell)
{
    RichText words;
    if (cell.answer == Answer::No)
        return words.strong("No");
    return words.add(cell.answer == Answer::Yes ? "Yes" : words::kUnknown);
}

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

constexpr std::array<const char*, kFitnessChecks> kCheckTitles{
    "Qualified", "Clean in hold", "Calibrated", "PM in date", "No open work", "Right status"};

// Names of kinds are words with underscores.
std::string plainWords(std::string text)
{
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string counterTitle(const std::string& name)
{
    return words::sentence(counterWords(name)).substr(0, counterWords(name).size());
}

std::string dueKinds(const std::vector<std::string>& kinds)
{
    std::vector<std::string> items;
    for (const std::string& kind : kinds)
        items.push_back(words::maintenanceWord(kind));
    return words::listed(items, 4);
}

bool hasCounters(const ConditionCard& card)
{
    return std::any_of(
        card.counters.begin(), card.counters.end(), [](const Counter& counter) { return counter.last.known(); });
}

bool isSameCard(const ConditionCard& a, const ConditionCard& b)
{
    return std::equal(a.counters.begin(), a.counters.end(), b.counters.begin(), b.counters.end(),
        [](const Counter& x, const Counter& y) { return x.record == y.record && x.hours == y.hours; });
}

} // namespace

void Composer::titleBlock()
{
    const Failure& failure = m_in.failure;
    const std::string site = m_data.title.empty() ? "Investigation" : m_data.title;
    m_document.title = "Investigation report " + failure.id;
    m_document.subject = failure.classification;
    m_document.creator = m_in.versions.program;
    m_document.created = m_in.created ? formatUtc(*m_in.created) : std::string();
    m_document.headerLeft = m_document.title + ", draft, not independently reviewed";
    m_document.headerRight = site;
    m_document.footerLeft = {m_in.versions.program + ", build " + words::orUnknown(m_in.versions.build) + ", schema "
            + words::orUnknown(m_in.versions.schema) + ". Content " + printDigest(m_data.contentHash).substr(0, 23)
            + "\u2026",
        m_twin.digest.empty()
            ? std::string("Without a twin; the numbers of this print cannot be checked by themselves.")
            : "Twin " + m_twin.digest + "; check with: antecedent-cli verify"};
    m_document.footerRight =
        (m_in.created ? "written " + words::shortMoment(*m_in.created, m_in.siteZone) : std::string())
        + (m_in.author.empty() ? std::string() : " by " + m_in.author);
    m_document.twinDigest = m_twin.digest;
    m_document.twinName = m_twin.name;
    const std::string own = failure.classification.empty() ? std::string("failure") : failure.classification;
    const std::string& what = m_in.title.empty() ? own : m_in.title;
    m_document.blocks.push_back(TitleBlock{
        failure.id + ": " + what, "Investigation report, " + site, "Draft. Not independently reviewed, not signed."});
}

void Composer::problem()
{
    const Failure& failure = m_in.failure;
    const Deviation* deviation = failure.deviation;
    heading(1, "Problem statement");
    KeyValues table;
    const auto add = [&](const char* name, RichText value) { table.rows.emplace_back(name, std::move(value)); };
    const std::string text =
        deviation != nullptr && !deviation->text.empty() ? deviation->text : failure.classification;
    add("What", RichText(words::orUnknown(text)).add(" ").mark(m_failureMark));
    add("Classification",
        words::orUnknown(failure.classification)
            + (deviation != nullptr && !deviation->severity.empty() ? ", severity " + deviation->severity : ""));
    const Asset* asset = m_data.asset(failure.asset);
    add("Where",
        asset == nullptr ? std::string("No asset is stated in the record")
                + (m_in.failure.batch.valid() ? "; the batch and its units are examined." : ".")
                         : asset->id + (asset->description.empty() ? "" : ", " + asset->description));
    const Batch* batch = m_data.batch(failure.batch);
    add("Batch",
        batch == nullptr ? std::string("No batch is stated in the record.")
                         : batch->id + (batch->product.empty() ? "" : ", product " + batch->product)
                + (batch->recipe.empty() ? "" : ", recipe " + batch->recipe)
                + (batch->status.empty() ? "" : ", status " + batch->status));
    if (deviation != nullptr) {
        add("When it occurred", words::moment(deviation->occurred, m_in.siteZone));
        if (deviation->occurredFrom.known() || deviation->occurredTo.known())
            add("Between",
                "last known good " + words::moment(deviation->occurredFrom, m_in.siteZone) + ", first known bad "
                    + words::moment(deviation->occurredTo, m_in.siteZone));
        add("When it was found", words::moment(deviation->detected, m_in.siteZone));
    }
    add("Time used as t0",
        words::moment(failure.anchor, m_in.siteZone) + " (" + failure.anchorFrom + ", \u00b1"
            + words::duration(toSeconds(failure.uncertainty)) + ")");
    const std::size_t same = m_analysis == nullptr ? 0 : m_analysis->failures.size();
    add("Extent",
        same <= 1 ? std::string("The only failure of this classification in the data.")
                  : words::counted(same, "failure", "failures")
                + " of this classification in the data: " + words::listed(m_analysis->failures, 12) + ".");
    if (m_assessment != nullptr)
        add("Outcome",
            RichText()
                .strong("Contribution of asset condition: " + words::contribution(m_assessment->contribution) + ". ")
                .add("See sections on evidence and conclusion; facts stand before them."));
    m_document.blocks.push_back(std::move(table));
    paragraph(m_in.ledger.facts().empty()
            ? "Immediate actions, interviews and physical findings are entered by people; none are recorded in this "
              "investigation yet."
            : "What people told, saw and tested is recorded as manual facts, see \"Hypotheses and conclusion\".",
        ParagraphStyle::Small);
}

void Composer::chronology()
{
    heading(1, "Chronology");
    const Chronology& list = m_in.chronology;
    if (list.rows.empty()) {
        paragraph("No dated record stands in the time around the failure.");
        return;
    }
    Table table;
    table.columns = {{"Site time", Align::Left, 1, 42}, {"UTC", Align::Left, 1, 42},
        {"To failure", Align::Right, 1, 50}, {"Asset", Align::Left, 1.1, 0}, {"Record", Align::Left, 2.9, 0},
        {"Source, row", Align::Left, 1.5, 0}, {"", Align::Left, 1, 34}};
    table.size = 7.2;
    const Zone utc;
    std::string day;
    for (const ChronologyRow& row : list.rows) {
        const std::string today = dateText(row.at, m_in.siteZone) + ", " + offsetText(row.at, m_in.siteZone);
        if (today != day)
            table.rows.push_back(Row{{today}, false, true});
        day = today;
        const std::string mark = m_marks.add('R', row.eventClass, {row.ref.id});
        const bool hasSource = row.ref.source.valid() && row.ref.source.value < m_data.sources.size();
        const std::string source = hasSource
            ? m_data.sources[row.ref.source.value].name + ", " + std::to_string(row.ref.row)
            : std::string(words::kUnknown);
        RichText text(row.eventClass);
        if (!row.text.empty())
            text.add(": " + row.text);
        // The stamp of the source is shown where a clock correction moved it.
        if (row.original.known() && row.original.at() != row.at)
            text.add(" (source stamp " + formatUtc(row.original) + ")");
        Row out;
        out.isStrong = row.isFailure;
        out.cells = {clockText(row.at, m_in.siteZone, true), clockText(row.at, utc, true),
            row.isFailure ? std::string("0") : relativeText(row.offset), assetName(row.asset), text, source,
            RichText().mark(mark)};
        table.rows.push_back(std::move(out));
    }
    std::string note =
        "Records around the failure in order of time, " + words::counted(list.rows.size(), "row", "rows") + ".";
    if (list.leftOut > 0)
        note += " " + words::counted(list.leftOut, "further row is", "further rows are") + " left out"
            + (list.leftOutNote.empty() ? "" : " (" + list.leftOutNote + ")") + "; they are in the twin.";
    table.caption = caption("Table", m_tables, note, {});
    m_document.blocks.push_back(std::move(table));
}

void Composer::timelineFigure()
{
    if (!m_in.window)
        return;
    const TimelineInput input = timelineInput(m_in);
    const std::string mark = m_marks.add('F', "timeline", input.records);
    const AlignedWindow& window = *m_in.window;
    const Failure& failure = m_in.failure;
    paragraph(
        "Figure " + std::to_string(m_figures + 1) + " draws these records, and all others of the window, in time.");
    const std::string subject = failure.asset.valid() ? assetName(failure.asset) + " and its unit"
        : failure.batch.valid()                       ? "Batch " + batchName(failure.batch)
                                                      : std::string("All records");
    std::string text = subject + " from " + words::shortMoment(input.figure.range.begin, m_in.siteZone) + " to "
        + words::shortMoment(window.shownUntil, m_in.siteZone) + "; failure at "
        + words::moment(m_in.failure.anchor, m_in.siteZone)
        + ". Black diamond and line: this failure. White diamond: another failure. Hatched grey: no data from the "
          "sources of that kind. \u00d7n: n records at one place. Records after the failure are shown and never count "
          "as antecedents.";
    if (!input.note.empty())
        text += " " + input.note;
    Figure figure;
    figure.drawing = drawTimeline(input.figure, kTextWidth);
    figure.caption =
        caption("Figure", m_figures, text, mark + ", " + words::counted(input.records.size(), "record", "records"));
    m_document.blocks.push_back(std::move(figure));
}

void Composer::fitness()
{
    heading(1, "Fit for use, and what was different");
    if (!m_in.fitness || m_in.fitness->rows.empty()) {
        paragraph(m_in.failure.batch.valid()
                ? "The batch has no step on a known asset, so fit for use at the start of its steps cannot be shown."
                : "The failure names no batch, so there are no steps to examine for fitness for use.");
        return;
    }
    Table table;
    table.columns = {{"Step", Align::Left, 2, 0}, {"Asset", Align::Left, 1, 0}, {"Start", Align::Left, 1, 56}};
    for (const char* title : kCheckTitles)
        table.columns.push_back({title, Align::Centre, 1, 46});
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
            row.at.known() ? dateText(row.at.at(), m_in.siteZone, false) + " " + clockText(row.at.at(), m_in.siteZone)
                           : std::string(words::kUnknown)};
        for (std::size_t c = 0; c < kFitnessChecks; ++c) {
            out.cells.emplace_back(answerText(row.cells[c]));
            if (row.cells[c].answer == Answer::No)
                reasons.push_back(
                    RichText()
                        .strong(row.step + ", " + assetName(row.asset) + ": ")
                        .add(words::sentence(words::withMoments(row.cells[c].reason, m_in.siteZone)) + " ")
                        .mark(mark));
        }
        out.cells.emplace_back(RichText().mark(mark));
        table.rows.push_back(std::move(out));
    }
    table.caption = caption("Table", m_tables,
        "Fit for use at the start of each step of batch " + batchName(m_in.fitness->batch) + ", as known "
            + (m_in.fitness->known == AsKnown::Then ? "then" : "now")
            + ". Start: site time. PM: preventive maintenance. \u2013: no record says, which is neither yes nor no."
            + (leftOut == 0 ? std::string()
                            : " " + words::counted(leftOut, "finer step", "finer steps")
                        + " with nothing to add are left out; they are in the twin."),
        {});
    m_document.blocks.push_back(std::move(table));
    if (reasons.empty())
        paragraph("No check is answered with no.");
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
        paragraph("There is no earlier good batch of the same product in the data to compare with.");
        return;
    }
    const std::string compared = "Compared with the last "
        + words::counted(against.size(), "good batch", "good batches") + " of the same product ("
        + words::listed(against, 12) + ").";
    if (all.differences.empty()) {
        paragraph(compared + " Nothing that the data record was different.");
    } else {
        Table table;
        table.columns = {{"Kind", Align::Left, 1.1, 0}, {"What", Align::Left, 1.5, 0},
            {"In this batch", Align::Left, 1.8, 0}, {"In the good batches", Align::Left, 2.2, 0},
            {"Same", Align::Right, 1, 36}, {"", Align::Left, 1, 34}};
        table.size = 7.2;
        constexpr std::size_t kMost = 40;
        for (std::size_t i = 0; i < all.differences.size() && i < kMost; ++i) {
            const Difference& difference = all.differences[i];
            const std::string mark = m_marks.add('D', difference.kind + " " + difference.subject, difference.records);
            table.rows.push_back(
                Row{{plainWords(difference.kind), plainWords(difference.subject), words::orUnknown(difference.here),
                        words::orUnknown(difference.there), words::share(difference.goodWithSame, difference.goodKnown),
                        RichText().mark(mark)},
                    false, false});
        }
        std::string note = "What was different. " + compared
            + " Same: good batches with the same value, of those where it is known; in brackets after a value: how "
              "many had it. "
              "People appear as pseudonyms.";
        if (all.differences.size() > kMost)
            note += " " + std::to_string(all.differences.size() - kMost) + " more differences are in the twin.";
        table.caption = caption("Table", m_tables, note, {});
        m_document.blocks.push_back(std::move(table));
    }
    if (!all.same.empty())
        paragraph("Compared and equal: " + plainWords(words::listed(all.same, 20)) + ".");
    if (!all.notComparable.empty())
        paragraph("Not comparable, because the data have no such records: "
            + plainWords(words::listed(all.notComparable, 20)) + ".");
}

void Composer::condition()
{
    heading(1, "Condition of the asset at the failure");
    if (!m_in.conditionNow) {
        paragraph("Neither the failure nor the assessment names an asset, so no condition card can be drawn up.");
        return;
    }
    const ConditionCard& now = *m_in.conditionNow;
    Table table;
    table.columns = {{"Counter", Align::Left, 1.6, 0}, {"Hours", Align::Right, 0.8, 0},
        {"Run hours", Align::Right, 0.8, 0}, {"Batches", Align::Right, 0.7, 0}, {"Cycles", Align::Right, 0.7, 0},
        {"Last reset", Align::Left, 2, 0}, {"Record", Align::Left, 1.5, 0}, {"", Align::Left, 1, 34}};
    const auto addCard = [&](const ConditionCard& card, const char* title) {
        table.rows.push_back(Row{{title}, false, true});
        for (const Counter& counter : card.counters) {
            const std::string mark = m_marks.add('C', counter.name, {counter.record});
            const bool isKnown = counter.last.known();
            table.rows.push_back(
                Row{{counterTitle(counter.name), words::number(counter.hours), words::number(counter.runHours),
                        counter.batches ? std::to_string(*counter.batches) : std::string(words::kUnknown),
                        words::number(counter.cycles),
                        isKnown ? words::shortMoment(counter.last.at(), m_in.siteZone) : std::string("no record"),
                        words::orUnknown(counter.ref), RichText().mark(mark)},
                    false, false});
        }
    };
    const bool isThenKnown = m_in.conditionThen && hasCounters(*m_in.conditionThen);
    if (isThenKnown && isSameCard(*m_in.conditionThen, now)) {
        addCard(now, "As known then, and the same as known now");
    } else {
        if (isThenKnown)
            addCard(*m_in.conditionThen, "As known then");
        addCard(now, isThenKnown ? "As known now" : "As known now (no record tells what was known then)");
    }
    table.caption = caption("Table", m_tables,
        "Use of " + assetName(now.asset) + " and its parts at " + words::moment(now.at, m_in.siteZone)
            + ". Run hours: in operation. Cycles: of a meter, else uses. \u2013: unknown, which is not zero.",
        {});
    m_document.blocks.push_back(std::move(table));
    counterFigure();
    if (!now.dueUnknown.empty())
        paragraph("No due date is known for: " + dueKinds(now.dueUnknown) + ". Nothing is said about overdue there.");
    if (now.overdue.empty())
        paragraph("Nothing was overdue as far as due dates are known.");
    for (const Overdue& late : now.overdue)
        paragraph(RichText()
                      .strong("Overdue: ")
                      .add(words::maintenanceWord(late.kind) + " of " + assetName(late.asset) + ", due "
                          + words::moment(late.due, m_in.siteZone) + ", " + words::duration(late.byS) + " late ("
                          + late.ref + "). ")
                      .mark(m_marks.add('C', "overdue " + late.kind, {late.record})),
            ParagraphStyle::Item);
    for (const OpenWork& work : now.openWork)
        paragraph(RichText()
                      .strong("Open work: ")
                      .add("work order " + work.id + " on " + assetName(work.asset) + ". ")
                      .mark(m_marks.add('C', "open work order", {work.record})),
            ParagraphStyle::Item);
    if (now.lastAsFound) {
        const AsFound& found = *now.lastAsFound;
        paragraph(RichText("Last as-found state: " + assetName(found.asset)
            + (found.point.empty() ? "" : ", point " + found.point) + ", error "
            + words::orUnknown(formatDecimal(found.error)) + " against a tolerance of "
            + words::orUnknown(formatDecimal(found.tolerance)) + " " + found.unit + ", result "
            + words::orUnknown(found.result) + ", " + words::moment(found.performed, m_in.siteZone) + ". ")
                      .mark(m_marks.add('C', "last as-found state", {found.record})));
    }
    for (const KnownDifference& later : now.enteredLater)
        paragraph(
            RichText("Known now, not then: " + later.what + ", happened " + words::moment(later.happened, m_in.siteZone)
                + ", entered " + words::moment(later.entered, m_in.siteZone) + ". ")
                .mark(m_marks.add('C', "entered later", {later.record})),
            ParagraphStyle::Item);
    if (m_in.conditionThen && !m_in.conditionThen->notAvailable.empty())
        paragraph("\"As known then\" is not available for: " + words::listed(m_in.conditionThen->notAvailable, 12)
                + " (these sources state no time of entry).",
            ParagraphStyle::Small);
}

void Composer::counterFigure()
{
    if (m_in.counters.empty())
        return;
    SawToothFigure figure{
        counterRange(m_in.counters, m_in.failure.anchor), m_in.failure.anchor, m_in.failure.id, m_in.siteZone, {}};
    std::vector<RecordId> records;
    std::string ranges;
    for (const CounterHistory& history : m_in.counters) {
        figure.panels.push_back({counterWords(history.name), &history});
        for (const CounterReset& reset : history.resets)
            records.push_back(reset.record);
        for (const CounterPoint& point : history.failures)
            records.push_back(point.record);
        if (history.controls.size() < 3)
            continue;
        const auto [low, high] = std::minmax_element(history.controls.begin(), history.controls.end(),
            [](const CounterPoint& a, const CounterPoint& b) { return a.value < b.value; });
        ranges += (ranges.empty() ? " Grey: the range at the controls, " : "; ") + counterWords(history.name) + " "
            + words::number(low->value) + " to " + words::number(high->value)
            + (history.isInBatches ? " batches" : " days") + " (" + std::to_string(history.controls.size())
            + " controls)";
    }
    const std::string mark = m_marks.add('F', "counters over time", records);
    Figure block;
    block.drawing = drawSawTooth(figure, kTextWidth);
    block.caption = caption("Figure", m_figures,
        "Counters of " + assetName(m_in.conditionAsset)
            + " and its parts, as known now. The curve falls at each reset (small triangle below the axis). Black "
              "diamond: "
              "this failure; white diamonds: other failures of the same class on this unit or its batches."
            + ranges + (ranges.empty() ? "" : ".") + " No counting after the failure.",
        mark);
    m_document.blocks.push_back(std::move(block));
}

} // namespace antecedent
