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

std::string shortVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NoAssociation:
        return "None seen";
    case Verdict::Insufficient:
        return "Insufficient";
    case Verdict::Mechanism:
        return "Mechanism";
    default:
        return words::verdict(verdict);
    }
}

} // namespace

void Composer::sequence()
{
    heading(1, "Sequence of events");
    if (!m_in.sequence || m_in.sequence->nodes.empty()) {
        paragraph("No event sequence precedes the failures in the windows of the plan, so there is no graph to draw.");
        return;
    }
    const SequenceFigure& graph = *m_in.sequence;
    paragraph("Figure " + std::to_string(m_figures + 1)
        + " shows what came before the failures of this class, and how often the same came in the controls. An order "
          "in time is no proof of cause.");
    Figure figure;
    figure.drawing = drawSequence(graph);
    const std::string mark = m_marks.add('F', "sequence graph", {});
    std::string text =
        "Event classes before the failures; a box ends at its median time to the failure (compressed scale). In each "
        "box: "
        "in how many windows it was, of the failures and of the controls that its sources cover; black bar: share of "
        "the "
        + words::counted(static_cast<std::size_t>(graph.caseTotal), "failure window", "failure windows")
        + ", grey bar: share of the "
        + words::counted(static_cast<std::size_t>(graph.controlTotal), "control window", "control windows")
        + ". Heavy frame: in at least half of the failures and twice as often as in the controls. Solid line: order "
          "certain, dashed: "
          "likely, dotted: undetermined; beside it: in how many failures the one directly followed the other.";
    if (graph.foldedNodes > 0)
        text += " " + words::counted(static_cast<std::size_t>(graph.foldedNodes), "class", "classes")
            + " seen before fewer failures " + (graph.foldedNodes == 1 ? "is" : "are") + " not drawn.";
    if (graph.foldedEdges > 0)
        text += " " + words::counted(static_cast<std::size_t>(graph.foldedEdges), "transition", "transitions")
            + " that few failures show " + (graph.foldedEdges == 1 ? "is" : "are") + " left out too.";
    figure.caption = caption("Figure", m_figures, text, mark);
    m_document.blocks.push_back(std::move(figure));
}

void Composer::preflight()
{
    const Preflight& p = m_analysis->preflight;
    const AnalysisPlan& plan = m_in.assessment->plan;
    paragraph("What this design can show at all, fixed before any result was computed:");
    KeyValues table;
    table.rows = {
        {"Failures", std::to_string(p.failures) + " of this class, " + std::to_string(p.failuresUsable) + " usable"},
        {"Controls", std::to_string(p.controlsPerFailure) + " for each failure (median)"},
        {"Candidates",
            std::to_string(p.candidatesTried) + " tried, " + std::to_string(p.candidatesTestable)
                + " testable; the others could not reach an adjusted p of 0.05 whatever they showed"},
        {"Smallest reachable p",
            p.smallestReachableP ? words::probability(p.smallestReachableP) + ", by the best possible outcome"
                                 : std::string("none: nothing can be tested")},
        {"Power at odds ratio 5", p.powerAtOr5 ? words::percent(*p.powerAtOr5) : std::string("not computable")},
        {"Plan",
            words::shortDigest(plan.hash) + "\u2026, "
                + (plan.exploratory ? "exploratory: parameters differ from the frozen plan" : "as frozen")}};
    m_document.blocks.push_back(std::move(table));
    for (const std::string& note : p.notes)
        paragraph(words::sentence(note), ParagraphStyle::Item);
}

void Composer::candidateTable(const std::vector<std::size_t>& positions, bool isAnnex)
{
    Table table;
    table.columns = {{"", Align::Left, 1, 32}, {"Candidate", Align::Left, 1, 0}, {"Failures", Align::Right, 1, 38},
        {"Controls", Align::Right, 1, 39}, {"", Align::Left, 1, kForestWidth}, {"Odds ratio", Align::Right, 1, 72},
        {"p", Align::Right, 1, 37}, {"p adj.", Align::Right, 1, 36}, {"Verdict", Align::Left, 1, 52}};
    if (isAnnex)
        table.columns[4].fixedWidth = 1; // no forest plot
    else {
        table.figureHeader.resize(table.columns.size());
        table.figureHeader[4].figure.push_back(drawForestHeader(kForestWidth));
    }
    table.size = 7.2;
    for (const std::size_t i : positions) {
        const Candidate& c = m_analysis->candidates[i];
        Row row;
        row.isStrong = c.verdict == Verdict::Associated || c.verdict == Verdict::Mechanism;
        row.cells = {RichText().mark(m_candidateMarks[i]), c.name + (c.isSymptom ? " (symptom)" : ""),
            words::share(c.caseExposed, c.caseWindows), words::share(c.controlExposed, c.controlWindows), Cell(),
            words::ratio(c), words::probability(c.pExact), words::probability(c.pAdjusted), shortVerdict(c.verdict)};
        if (!isAnnex) {
            const double strength = c.verdict == Verdict::Associated ? 1.8 : c.verdict == Verdict::Lead ? 1.1 : 0.7;
            const ForestRow forest =
                c.verdict == Verdict::NotTestable ? ForestRow{} : ForestRow{c.oddsRatio, c.ciLow, c.ciHigh, strength};
            row.cells[4].figure.push_back(drawForestRow(forest, kForestWidth, kForestHeight));
        }
        table.rows.push_back(std::move(row));
    }
    std::string note = isAnnex
        ? "Other candidates in the order of their rank; columns as in the table of ranked candidates."
        : "Ranked candidates, " + std::to_string(positions.size()) + " of "
            + std::to_string(m_analysis->candidates.size())
            + (positions.size() < m_analysis->candidates.size() ? "; the others are in the annex." : ".")
            + " One-sided exact test, p adjusted by Holm for the testable candidates of this classification. Ratio: "
              "odds ratio with "
              "95 % limits; \u2265: no upper limit. Arrow: the interval goes beyond the scale. Counters (\"hours since "
              "\u2026\") are compared by their rank and have no ratio: counted are the values at either end of the "
              "matched ones.";
    table.caption = caption("Table", m_tables, note, {});
    m_document.blocks.push_back(std::move(table));
}

void Composer::verdictBox()
{
    if (m_assessment == nullptr)
        return;
    VerdictBox box;
    box.head = words::contribution(m_assessment->contribution) + ".";
    const Candidate* lead = leadingCandidate();
    box.text.add(words::finding(*m_assessment, lead));
    if (lead != nullptr)
        box.text.add(" ").mark(markOf(*lead));
    const std::string said = box.text.plain();
    m_document.blocks.push_back(std::move(box));
    if (said.find("weigh") != std::string::npos)
        paragraph(
            "Weights put the possible causes of one failure in an order (see \"Terms\"); they are no p-values and "
            "no probabilities of a cause.",
            ParagraphStyle::Small);
    for (const std::string& support : m_assessment->supports)
        if (said.find(support) == std::string::npos) // what the box says already needs no repeating
            paragraph(RichText().strong("For. ").add(words::sentence(support)), ParagraphStyle::Item);
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
    heading(1, "Did the condition of an asset contribute?");
    if (m_analysis == nullptr) {
        paragraph(
            "The plan holds no analysis of this failure's classification. Nothing can be concluded for or against.");
        return;
    }
    heading(2, "Evidence");
    preflight();
    const std::vector<Candidate>& candidates = m_analysis->candidates;
    const std::size_t shown = std::min(kShownCandidates, candidates.size());
    if (candidates.empty())
        paragraph(
            "No event, condition, material, operator action, recipe or utility record was seen in any usable window, "
            "so there "
            "is no candidate to test. That is no evidence that nothing happened: it says what these sources hold.");
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
    heading(2, "Recorded physical evidence");
    for (const Pin& pin : m_assessment->pins) {
        std::vector<RecordId> records;
        for (const PinnedRecord& record : pin.records)
            records.push_back(record.id);
        const std::string mark = m_marks.add('P', pin.id + ", " + pin.candidate, records);
        const char* head = pin.role == PinRole::Mechanism ? "Mechanism: " : "Ruled out: ";
        paragraph(RichText()
                      .strong(head)
                      .add(pin.candidate + ". " + words::sentence(pin.reason) + " Recorded by " + pin.actor + " as "
                          + pin.id + ". ")
                      .mark(mark),
            ParagraphStyle::Item);
        for (const PinnedRecord& record : pin.records)
            paragraph(words::sentence(record.words) + " Record " + toHex(record.id).substr(0, 16) + ".",
                ParagraphStyle::Small);
    }
}

void Composer::against()
{
    heading(2, "What speaks against");
    const bool hasAny = m_assessment != nullptr && !m_assessment->against.empty();
    if (hasAny)
        for (const std::string& sentence : m_assessment->against)
            paragraph(words::sentence(sentence), ParagraphStyle::Item);
    const Candidate* lead = leadingCandidate();
    if (lead == nullptr) {
        if (!hasAny)
            paragraph("No candidate leads, so there is nothing to weigh against one.");
        return;
    }
    // Every report says how often the leading candidate was there without a failure, whatever the assessment lists.
    paragraph(RichText("Of " + words::counted(static_cast<std::size_t>(lead->controlWindows), "control", "controls")
                  + ", " + std::to_string(lead->controlExposed) + " had " + lead->name + " without this failure; of "
                  + words::counted(static_cast<std::size_t>(lead->caseWindows), "failure", "failures") + ", "
                  + std::to_string(lead->caseWindows - lead->caseExposed) + " came without it. ")
                  .mark(markOf(*lead)),
        ParagraphStyle::Item);
    if (lead->uncovered > 0)
        paragraph(words::counted(static_cast<std::size_t>(lead->uncovered), "window was", "windows were")
                + " dropped because the sources have no data there.",
            ParagraphStyle::Item);
    if (!lead->stability.empty())
        paragraph(words::sentence(lead->stability), ParagraphStyle::Item);
}

void Composer::rivals()
{
    heading(2, "Other causes considered");
    if (m_assessment != nullptr)
        for (const std::string& rival : m_assessment->rivals)
            paragraph(words::sentence(rival), ParagraphStyle::Item);
    if (m_analysis->candidates.empty()) {
        paragraph("No candidate of any kind was seen, so no other cause is found and none is ruled out.");
        return;
    }
    Table table;
    table.columns = {{"Cause", Align::Left, 1, 60}, {"Best candidate of this kind", Align::Left, 1, 0},
        {"Tried", Align::Right, 1, 32}, {"Failures", Align::Right, 1, 40}, {"Controls", Align::Right, 1, 44},
        {"p", Align::Right, 1, 40}, {"p adj.", Align::Right, 1, 40}, {"Verdict", Align::Left, 1, 58},
        {"", Align::Left, 1, 34}};
    table.size = 7.5;
    for (const auto& [kind, name] :
        {std::pair(CandidateKind::Material, "Material"), std::pair(CandidateKind::Operator, "Operator"),
            std::pair(CandidateKind::Recipe, "Recipe"), std::pair(CandidateKind::Utility, "Utility")}) {
        const Candidate* best = nullptr;
        int tried = 0;
        for (const Candidate& c : m_analysis->candidates)
            if (c.kind == kind) {
                best = best == nullptr ? &c : best;
                ++tried;
            }
        if (best == nullptr)
            table.rows.push_back(Row{
                {name, "no such record in any window: not determinable", "0", "", "", "", "", "", ""}, false, false});
        else
            table.rows.push_back(Row{
                {name, best->name, std::to_string(tried), words::share(best->caseExposed, best->caseWindows),
                    words::share(best->controlExposed, best->controlWindows), words::probability(best->pExact),
                    words::probability(best->pAdjusted), shortVerdict(best->verdict), RichText().mark(markOf(*best))},
                false, false});
    }
    table.caption = caption("Table", m_tables,
        "Causes other than an asset, tested in the same way and adjusted together with the others. Tried: candidates "
        "of "
        "this kind.",
        {});
    m_document.blocks.push_back(std::move(table));
}

} // namespace antecedent
