// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/composer.h"
#include "model/report/compose/words.h"
#include "model/report/figures/forest_figure.h"

#include <algorithm>
#include <numeric>

namespace antecedent {

namespace {

constexpr double kForestWidth = 76;
constexpr double kForestHeight = 14;

std::vector<RecordId> recordsOf(const Candidate& candidate)
{
    std::vector<RecordId> records;
    for (const WindowUse& use : candidate.windows)
        records.insert(records.end(), use.records.begin(), use.records.end());
    return records;
}

std::vector<std::size_t> firstPositions(std::size_t count)
{
    std::vector<std::size_t> positions(count);
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    return positions;
}

} // namespace

void Composer::sequence()
{
    heading(1, phrase("Sequence of events"));
    if (!m_in.sequence || m_in.sequence->nodes.empty()) {
        paragraph(phrase(
            "No event sequence precedes the failures in the windows of the plan, so there is no graph to draw."));
        return;
    }
    const SequenceFigure& graph = *m_in.sequence;
    const std::string mark = m_marks.add('F', "sequence graph", {});
    if (isLeftOut(ReportFigure::Sequence)) {
        sayLeftOut(
            phrase("The figure of the event sequences was left out by the author; its numbers are in the twin."), mark);
        return;
    }
    paragraph(phrase("Figure %1 shows what came before the failures of this class, and how often the same came in the "
                     "controls. An order in time is no proof of cause.",
        m_figures + 1));
    Figure figure;
    figure.drawing = drawSequence(graph, m_lexicon);
    const Phrase text =
        phrase("Event classes before the failures; a box ends at its median time to the failure "
               "(compressed scale). In each box: in how many windows it was, of the failures and of the "
               "controls that its sources cover; black bar: share of the %1, grey bar: share of the "
               "%2. Heavy frame: in at least half of the failures and twice as often as in the "
               "controls. Solid line: order certain, dashed: likely, dotted: undetermined; beside it: "
               "in how many failures the one directly followed the other.",
            plural(graph.caseTotal, "%1 failure window", "%1 failure windows"),
            plural(graph.controlTotal, "%1 control window", "%1 control windows"));
    const Phrase nodes = graph.foldedNodes == 0
        ? Phrase()
        : plural(graph.foldedNodes, "%1 class seen before fewer failures is not drawn.",
            "%1 classes seen before fewer failures are not drawn.");
    const Phrase edges = graph.foldedEdges == 0
        ? Phrase()
        : plural(graph.foldedEdges, "%1 transition that few failures show is left out too.",
            "%1 transitions that few failures show are left out too.");
    figure.caption = figureCaption(following({text, nodes, edges}), mark);
    m_document.blocks.push_back(std::move(figure));
}

void Composer::preflight()
{
    const Preflight& p = m_analysis->preflight;
    const AnalysisPlan& plan = m_in.assessment->plan;
    paragraph(phrase("What this design can show at all, fixed before any result was computed:"));
    KeyValues table;
    table.rows = {{say("Failures"), say("%1 of this class, %2 usable", p.failures, p.failuresUsable)},
        {say("Controls"), say("%1 for each failure (median)", p.controlsPerFailure)},
        {say("Candidates"),
            say("%1 tried, %2 testable; the others could not reach an adjusted p of 0.05 whatever they showed",
                p.candidatesTried, p.candidatesTestable)},
        {say("Smallest reachable p"),
            p.smallestReachableP ? say("%1, by the best possible outcome", words::probability(p.smallestReachableP))
                                 : say("none: nothing can be tested")},
        {say("Power at odds ratio 5"), p.powerAtOr5 ? say(words::percent(*p.powerAtOr5)) : say("not computable")},
        {say("Plan"),
            words::shortDigest(plan.hash) + "\u2026, "
                + (plan.exploratory ? say("exploratory: parameters differ from the frozen plan") : say("as frozen"))}};
    m_document.blocks.push_back(std::move(table));
    for (const Phrase& note : p.notes)
        paragraph(sentence(note), ParagraphStyle::Item);
}

void Composer::candidateTable(const std::vector<std::size_t>& positions, bool isAnnex)
{
    Table table;
    table.columns = {{"", Align::Left, 1, 32}, {say("Candidate"), Align::Left, 1, 0},
        {say("Failures"), Align::Right, 1, m_lexicon.isEnglish() ? 38.0 : 42.0},
        {say("Controls"), Align::Right, 1, m_lexicon.isEnglish() ? 39.0 : 49.0}, {"", Align::Left, 1, kForestWidth},
        {say("Odds ratio"), Align::Right, 1, 72}, {"p", Align::Right, 1, 37}, {say("p adj."), Align::Right, 1, 36},
        {say("Verdict"), Align::Left, 1, m_lexicon.isEnglish() ? 52.0 : 60.0}};
    if (isAnnex)
        table.columns[4].fixedWidth = 1; // no forest plot
    else {
        table.figureHeader.resize(table.columns.size());
        table.figureHeader[4].figure.push_back(drawForestHeader(kForestWidth, m_lexicon));
    }
    table.size = 7.2;
    for (const std::size_t i : positions) {
        const Candidate& c = m_analysis->candidates[i];
        Row row;
        row.isStrong = c.verdict == Verdict::Associated || c.verdict == Verdict::Mechanism;
        row.cells = {RichText().mark(m_candidateMarks[i]),
            c.isSymptom ? say("%1 (symptom)", shownName(c)) : say(shownName(c)),
            words::share(c.caseExposed, c.caseWindows), words::share(c.controlExposed, c.controlWindows), Cell(),
            say(words::ratio(c)), say(words::probability(c.pExact)), say(words::probability(c.pAdjusted)),
            say(words::shortVerdict(c.verdict))};
        if (!isAnnex) {
            const double strength = c.verdict == Verdict::Associated ? 1.8 : c.verdict == Verdict::Lead ? 1.1 : 0.7;
            const ForestRow forest =
                c.verdict == Verdict::NotTestable ? ForestRow{} : ForestRow{c.oddsRatio, c.ciLow, c.ciHigh, strength};
            row.cells[4].figure.push_back(drawForestRow(forest, kForestWidth, kForestHeight));
        }
        table.rows.push_back(std::move(row));
    }
    const std::size_t all = m_analysis->candidates.size();
    const Phrase count = positions.size() < all
        ? phrase("Ranked candidates, %1 of %2; the others are in the annex.", positions.size(), all)
        : phrase("Ranked candidates, %1 of %2.", positions.size(), all);
    table.caption = tableCaption(isAnnex
            ? phrase("Other candidates in the order of their rank; columns as in the table of ranked candidates.")
            : following({count,
                phrase("One-sided exact test, p adjusted by Holm for the testable candidates of this classification. "
                       "Ratio: odds ratio with 95 % limits; \u2265: no upper limit. Arrow: the interval goes beyond "
                       "the scale. Counters (\"hours since \u2026\") are compared by their rank and have no ratio: "
                       "counted are the values at either end of the matched ones.")}));
    m_document.blocks.push_back(std::move(table));
}

void Composer::verdictBox()
{
    if (m_assessment == nullptr)
        return;
    VerdictBox box;
    box.head = say(words::contribution(m_assessment->contribution)) + ".";
    const Candidate* lead = leadingCandidate();
    const Phrase finding = words::finding(*m_assessment, lead);
    box.text.add(say(finding));
    if (lead != nullptr)
        box.text.add(" ").mark(markOf(*lead));
    m_document.blocks.push_back(std::move(box));
    if (finding.contains("weigh"))
        paragraph(phrase("Weights put the possible causes of one failure in an order (see \"Terms\"); they are no "
                         "p-values and no probabilities of a cause."),
            ParagraphStyle::Small);
    for (const Phrase& support : m_assessment->supports)
        if (!finding.contains(support.english())) // what the box says already needs no repeating
            paragraph(RichText().strong(say("For.") + " ").add(say(sentence(support))), ParagraphStyle::Item);
}

const Candidate* Composer::leadingCandidate() const
{
    if (m_assessment == nullptr || m_analysis == nullptr || m_assessment->order.empty())
        return nullptr;
    const auto position = static_cast<std::size_t>(std::max(0, m_assessment->order.front()));
    return position < m_analysis->candidates.size() ? &m_analysis->candidates[position] : nullptr;
}

const std::string& Composer::markOf(const Candidate& candidate) const
{
    return m_candidateMarks[static_cast<std::size_t>(&candidate - m_analysis->candidates.data())];
}

void Composer::markCandidates()
{
    if (m_analysis == nullptr)
        return;
    for (const Candidate& candidate : m_analysis->candidates)
        m_candidateMarks.push_back(m_marks.add('E', candidate.name, recordsOf(candidate)));
}

void Composer::evidence()
{
    heading(1, phrase("Did the condition of an asset contribute?"));
    if (m_analysis == nullptr) {
        paragraph(phrase(
            "The plan holds no analysis of this failure's classification. Nothing can be concluded for or against."));
        return;
    }
    heading(2, phrase("Evidence"));
    preflight();
    const std::vector<Candidate>& candidates = m_analysis->candidates;
    const std::size_t shown = std::min(kShownCandidates, candidates.size());
    if (candidates.empty())
        paragraph(phrase("No event, condition, material, operator action, recipe or utility record was seen in any "
                         "usable window, so there is no candidate to test. That is no evidence that nothing happened: "
                         "it says what these sources hold."));
    else
        candidateTable(firstPositions(shown), false);
    verdictBox();
    pins();
    against();
    rivals();
}

void Composer::pins()
{
    if (m_assessment == nullptr || m_assessment->pins.empty())
        return;
    heading(2, phrase("Recorded physical evidence"));
    for (const Pin& pin : m_assessment->pins) {
        std::vector<RecordId> records;
        for (const PinnedRecord& record : pin.records)
            records.push_back(record.id);
        const std::string mark = m_marks.add('P', pin.id + ", " + pin.candidate, records);
        const std::string head = pin.role == PinRole::Mechanism ? say("Mechanism:") : say("Ruled out:");
        paragraph(RichText()
                      .strong(head + " ")
                      .add(pin.candidate + ". " + sentenceOf(pin.reason) + " "
                          + say("Recorded by %1 as %2.", pin.actor, pin.id) + " ")
                      .mark(mark),
            ParagraphStyle::Item);
        for (const PinnedRecord& record : pin.records)
            paragraph(sentenceOf(record.words) + " " + say("Record %1.", toHex(record.id).substr(0, 16)),
                ParagraphStyle::Small);
    }
}

void Composer::against()
{
    heading(2, phrase("What speaks against"));
    const bool hasAny = m_assessment != nullptr && !m_assessment->against.empty();
    if (hasAny)
        for (const Phrase& each : m_assessment->against)
            paragraph(sentence(each), ParagraphStyle::Item);
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr) {
        if (!hasAny)
            paragraph(phrase("No candidate leads, so there is nothing to weigh against one."));
        return;
    }
    // Every report says how often the leading candidate was there without a failure, whatever the assessment lists.
    paragraph(
        RichText(say("Of %1, %2 had %3 without this failure; of %4, %5 came without it.",
                     plural(lead->controlWindows, "%1 control", "%1 controls"), lead->controlExposed, shownName(*lead),
                     plural(lead->caseWindows, "%1 failure", "%1 failures"), lead->caseWindows - lead->caseExposed)
            + " ")
            .mark(markOf(*lead)),
        ParagraphStyle::Item);
    if (lead->uncovered > 0)
        paragraph(plural(lead->uncovered, "%1 window was dropped because the sources have no data there.",
                      "%1 windows were dropped because the sources have no data there."),
            ParagraphStyle::Item);
    if (!lead->stability.empty())
        paragraph(sentence(lead->stability), ParagraphStyle::Item);
}

void Composer::rivals()
{
    heading(2, phrase("Other causes considered"));
    if (m_assessment != nullptr)
        for (const Phrase& rival : m_assessment->rivals)
            paragraph(sentence(rival), ParagraphStyle::Item);
    if (m_analysis->candidates.empty()) {
        paragraph(phrase("No candidate of any kind was seen, so no other cause is found and none is ruled out."));
        return;
    }
    Table table;
    table.columns = {{say("Cause"), Align::Left, 1, 60}, {say("Best candidate of this kind"), Align::Left, 1, 0},
        {say("Tried"), Align::Right, 1, m_lexicon.isEnglish() ? 32.0 : 50.0},
        {say("Failures"), Align::Right, 1, m_lexicon.isEnglish() ? 40.0 : 44.0},
        {say("Controls"), Align::Right, 1, m_lexicon.isEnglish() ? 44.0 : 50.0}, {"p", Align::Right, 1, 40},
        {say("p adj."), Align::Right, 1, 40}, {say("Verdict"), Align::Left, 1, m_lexicon.isEnglish() ? 58.0 : 64.0},
        {"", Align::Left, 1, 34}};
    table.size = 7.5;
    for (const auto& [kind, name] :
        {std::pair(CandidateKind::Material, phrase("Material")), std::pair(CandidateKind::Operator, phrase("Operator")),
            std::pair(CandidateKind::Recipe, phrase("Recipe")), std::pair(CandidateKind::Utility, phrase("Utility"))}) {
        const Candidate* best = nullptr;
        int tried = 0;
        for (const Candidate& c : m_analysis->candidates)
            if (c.kind == kind) {
                best = best == nullptr ? &c : best;
                ++tried;
            }
        if (best == nullptr)
            table.rows.push_back(
                Row{{say(name), say("no such record in any window: not determinable"), "0", "", "", "", "", "", ""},
                    false, false});
        else
            table.rows.push_back(
                Row{{say(name), say(shownName(*best)), std::to_string(tried),
                        words::share(best->caseExposed, best->caseWindows),
                        words::share(best->controlExposed, best->controlWindows), say(words::probability(best->pExact)),
                        say(words::probability(best->pAdjusted)), say(words::shortVerdict(best->verdict)),
                        RichText().mark(markOf(*best))},
                    false, false});
    }
    table.caption = tableCaption(phrase("Causes other than an asset, tested in the same way and adjusted together with "
                                        "the others. Tried: candidates of this kind."));
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
