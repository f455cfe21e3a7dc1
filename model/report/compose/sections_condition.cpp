// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The condition card of the asset: counters, overdue and open work, as-found state, and the counters over time.
#include "model/facts/condition_history.h"
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"
#include "model/report/figures/saw_tooth_figure.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::size_t kFewestControls = 3; // that make a range

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

// As the title of a row: a capital, no stop.
std::string titleOf(const std::string& text)
{
    std::string title = sentenceOf(text);
    if (!text.ends_with('.'))
        title.pop_back();
    return title;
}

Phrase dueKinds(const std::vector<std::string>& kinds)
{
    std::vector<Phrase> items;
    for (const std::string& kind : kinds)
        items.push_back(words::maintenanceWord(kind));
    return words::listed(std::move(items), 4);
}

// The range of a counter at the controls; empty for too few of them.
Phrase rangeOf(const CounterHistory& history)
{
    if (history.controls.size() < kFewestControls)
        return {};
    const auto [low, high] = std::minmax_element(history.controls.begin(), history.controls.end(),
        [](const CounterPoint& a, const CounterPoint& b) { return a.value < b.value; });
    return phrase(history.isInBatches ? "%1 %2 to %3 batches (%4 controls)" : "%1 %2 to %3 days (%4 controls)",
        counterWords(history.name), words::number(low->value), words::number(high->value), history.controls.size());
}

} // namespace

void Composer::condition()
{
    heading(1, phrase("Condition of the asset at the failure"));
    if (!m_in.conditionNow) {
        paragraph(
            phrase("Neither the failure nor the assessment names an asset, so no condition card can be drawn up."));
        return;
    }
    const ConditionCard& now = *m_in.conditionNow;
    conditionTable(now);
    counterFigure();
    lateAndOpen(now);
    if (now.lastAsFound) {
        const AsFound& found = *now.lastAsFound;
        const Phrase where = found.point.empty() ? Phrase(assetName(found.asset))
                                                 : phrase("%1, point %2", assetName(found.asset), found.point);
        paragraph(RichText(say("Last as-found state: %1, error %2 against a tolerance of %3 %4, result %5, %6.", where,
                               numeral(words::orUnknown(formatDecimal(found.error))),
                               numeral(words::orUnknown(formatDecimal(found.tolerance))), found.unit,
                               words::orUnknown(found.result), words::moment(found.performed, m_in.siteZone))
            + " ")
                      .mark(m_marks.add('C', "last as-found state", {found.record})));
    }
    for (const KnownDifference& later : now.enteredLater)
        paragraph(
            RichText(say("Known now, not then: %1, happened %2, entered %3.", later.what,
                         words::moment(later.happened, m_in.siteZone), words::moment(later.entered, m_in.siteZone))
                + " ")
                .mark(m_marks.add('C', "entered later", {later.record})),
            ParagraphStyle::Item);
    if (m_in.conditionThen && !m_in.conditionThen->notAvailable.empty()) {
        std::vector<Phrase> tables;
        for (const std::string& table : m_in.conditionThen->notAvailable)
            tables.push_back(term(table));
        paragraph(phrase("\"As known then\" is not available for: %1 (these sources state no time of entry).",
                      words::listed(std::move(tables), 12)),
            ParagraphStyle::Small);
    }
}

void Composer::conditionTable(const ConditionCard& now)
{
    Table table;
    table.columns = {{say("Counter"), Align::Left, 1.6, 0}, {say("Hours"), Align::Right, 0.8, 0},
        {say("Run hours"), Align::Right, m_lexicon.isEnglish() ? 0.8 : 1.1, 0},
        {say("Batches"), Align::Right, m_lexicon.isEnglish() ? 0.7 : 0.9, 0}, {say("Cycles"), Align::Right, 0.7, 0},
        {say("Last reset"), Align::Left, 2, 0}, {say("Record"), Align::Left, 1.5, 0}, {"", Align::Left, 1, 34}};
    const auto addCard = [&](const ConditionCard& card, const Phrase& title) {
        table.rows.push_back(Row{{say(title)}, false, true});
        for (const Counter& counter : card.counters) {
            const std::string mark = m_marks.add('C', counter.name, {counter.record});
            table.rows.push_back(Row{
                {titleOf(say(counterWords(counter.name))), say(words::number(counter.hours)),
                    say(words::number(counter.runHours)),
                    counter.batches ? std::to_string(*counter.batches) : std::string(words::kUnknown),
                    say(words::number(counter.cycles)),
                    counter.last.known() ? say(words::shortMoment(counter.last.at(), m_in.siteZone)) : say("no record"),
                    words::orUnknown(counter.ref), RichText().mark(mark)},
                false, false});
        }
    };
    const bool isThenKnown = m_in.conditionThen && hasCounters(*m_in.conditionThen);
    if (isThenKnown && isSameCard(*m_in.conditionThen, now)) {
        addCard(now, phrase("As known then, and the same as known now"));
    } else {
        if (isThenKnown)
            addCard(*m_in.conditionThen, phrase("As known then"));
        addCard(
            now, isThenKnown ? phrase("As known now") : phrase("As known now (no record tells what was known then)"));
    }
    table.caption = tableCaption(phrase("Use of %1 and its parts at %2. Run hours: in operation. Cycles: of a meter, "
                                        "else uses. \u2013: unknown, which is not zero.",
        assetName(now.asset), words::moment(now.at, m_in.siteZone)));
    m_document.blocks.push_back(std::move(table));
}

void Composer::lateAndOpen(const ConditionCard& now)
{
    if (!now.dueUnknown.empty())
        paragraph(
            phrase("No due date is known for: %1. Nothing is said about overdue there.", dueKinds(now.dueUnknown)));
    if (now.overdue.empty())
        paragraph(phrase("Nothing was overdue as far as due dates are known."));
    for (const Overdue& late : now.overdue)
        paragraph(
            RichText()
                .strong(say("Overdue:") + " ")
                .add(say("%1 of %2, due %3, %4 late (%5).", words::maintenanceWord(late.kind), assetName(late.asset),
                         words::moment(late.due, m_in.siteZone), words::duration(late.byS), late.ref)
                    + " ")
                .mark(m_marks.add('C', "overdue " + late.kind, {late.record})),
            ParagraphStyle::Item);
    for (const OpenWork& work : now.openWork)
        paragraph(RichText()
                      .strong(say("Open work:") + " ")
                      .add(say("work order %1 on %2.", work.id, assetName(work.asset)) + " ")
                      .mark(m_marks.add('C', "open work order", {work.record})),
            ParagraphStyle::Item);
}

void Composer::counterFigure()
{
    if (m_in.counters.empty())
        return;
    SawToothFigure figure{
        counterRange(m_in.counters, m_in.failure.anchor), m_in.failure.anchor, m_in.failure.id, m_in.siteZone, {}};
    std::vector<RecordId> records;
    std::vector<Phrase> ranges;
    for (const CounterHistory& history : m_in.counters) {
        figure.panels.push_back({say(counterWords(history.name)), &history});
        for (const CounterReset& reset : history.resets)
            records.push_back(reset.record);
        for (const CounterPoint& point : history.failures)
            records.push_back(point.record);
        if (Phrase range = rangeOf(history); !range.empty())
            ranges.push_back(std::move(range));
    }
    const std::string mark = m_marks.add('F', "counters over time", records);
    if (isLeftOut(ReportFigure::Counters)) {
        sayLeftOut(
            phrase("The figure of the counters over time was left out by the author; its numbers are in the twin."),
            mark);
        return;
    }
    Figure block;
    block.drawing = drawSawTooth(figure, kTextWidth, m_lexicon);
    const Phrase what = phrase("Counters of %1 and its parts, as known now. The curve falls at each reset (small "
                               "triangle below the axis). Black diamond: this failure; white diamonds: other failures "
                               "of the same class on this unit or its batches.",
        assetName(m_in.conditionAsset));
    block.caption = figureCaption(
        following({what,
            ranges.empty() ? Phrase() : phrase("Grey: the range at the controls, %1.", listOf(std::move(ranges), "; ")),
            phrase("No counting after the failure.")}),
        mark);
    m_document.blocks.push_back(std::move(block));
}

} // namespace antecedent
