// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/evidence_words.h"

#include "model/evidence/needed.h"
#include "model/evidence/verdict.h"
#include "model/report/compose/words.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <cmath>
#include <limits>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kConclusive = 0.05; // level of the verdicts

bool isSignificant(const Candidate& c)
{
    return c.pAdjusted.value_or(1) < kConclusive && c.ciLow.value_or(0) > 1;
}

QString escaped(const std::string& text)
{
    return toQString(text).toHtmlEscaped();
}

QString sentenceHtml(const Phrase& text)
{
    return toQString(sentence(text)).toHtmlEscaped();
}

// Unknown sorts last.
QVariant keyOf(std::optional<double> value)
{
    return value.value_or(std::numeric_limits<double>::infinity());
}

QString list(const QString& title, const std::vector<Phrase>& sentences)
{
    if (sentences.empty())
        return {};
    QString html = QStringLiteral("<p style='margin:6px 0 2px 0'><b>%1</b></p>").arg(title);
    for (const Phrase& text : sentences)
        html += QStringLiteral("<p style='margin:1px 0 3px 12px'>%1</p>").arg(sentenceHtml(text));
    return html;
}

std::optional<MarkKind> markOf(const Candidate& candidate)
{
    const std::string_view name = candidate.eventClass;
    switch (candidate.kind) {
    case CandidateKind::Material:
        return MarkKind::Material;
    case CandidateKind::Operator:
        return MarkKind::Operator;
    case CandidateKind::Event:
        break;
    default:
        return std::nullopt;
    }
    for (const auto& [start, mark] :
        {std::pair("alarm:", MarkKind::AlarmMedium), std::pair("work_order:PM", MarkKind::Preventive),
            std::pair("work_order:", MarkKind::Corrective), std::pair("calibration:", MarkKind::Calibration),
            std::pair("cleaning:", MarkKind::Cleaning), std::pair("state:", MarkKind::State),
            std::pair("step:", MarkKind::Step), std::pair("change:", MarkKind::Change),
            std::pair("result:", MarkKind::Result), std::pair("operator:", MarkKind::Operator)})
        if (name.starts_with(start))
            return mark;
    return MarkKind::Event;
}

const Candidate* leadingOf(const Evidence& evidence, const FailureAssessment& assessment)
{
    const auto& all = evidence.analysis.candidates;
    if (assessment.order.empty() || static_cast<std::size_t>(assessment.order.front()) >= all.size())
        return nullptr;
    return &all[static_cast<std::size_t>(assessment.order.front())];
}

} // namespace

QString EvidenceWords::verdict(antecedent::Verdict verdict)
{
    return toQString(words::verdict(verdict));
}

QString EvidenceWords::contribution(Contribution contribution)
{
    return toQString(words::contribution(contribution));
}

QString EvidenceWords::kind(CandidateKind kind)
{
    return toQString(words::kind(kind));
}

QString EvidenceWords::counts(const Candidate& c)
{
    return tr("%1 vs %2").arg(share(c.caseExposed, c.caseWindows).text, share(c.controlExposed, c.controlWindows).text);
}

QString EvidenceWords::ratio(const Candidate& candidate)
{
    return toQString(words::ratio(candidate));
}

QString EvidenceWords::probability(std::optional<double> p)
{
    return toQString(words::probability(p));
}

QString EvidenceWords::lag(const Candidate& candidate)
{
    constexpr double kMicro = 1e6;
    return candidate.medianOffsetS ? spanText(Duration(std::llround(*candidate.medianOffsetS * kMicro)), true)
                                   : unknownText();
}

TableCell EvidenceWords::share(int part, int whole)
{
    return whole == 0 ? TableCell(unknownText(), -1.0)
                      : TableCell(toQString(words::share(part, whole)), static_cast<double>(part) / whole);
}

QString EvidenceWords::planLine(const Evidence& evidence)
{
    const QString hash = toQString(toHex(evidence.plan.hash)).left(8);
    if (!evidence.isFrozen)
        return tr("plan %1, draft: no result yet").arg(hash);
    if (evidence.hasResult && evidence.plan.exploratory)
        return evidence.isLaterChoice ? tr("plan %1, exploratory: chosen after the plan was frozen").arg(hash)
                                      : tr("plan %1, exploratory, look %2").arg(hash).arg(evidence.plan.looks);
    return evidence.hasResult
        ? tr("plan %1, frozen before the first result").arg(hash)
        : tr("plan %1, edited, not assessed; the result below is that of the plan before").arg(hash);
}

std::vector<std::pair<QString, QString>> EvidenceWords::preflight(const Evidence& evidence)
{
    const Preflight& p = evidence.analysis.preflight;
    std::vector<std::pair<QString, QString>> out{
        {tr("Failures usable"), tr("%1 of %2").arg(p.failuresUsable).arg(p.failures)},
        {tr("Controls"), tr("%1, at most %2 per failure").arg(p.windows - p.failuresUsable).arg(p.controlsPerFailure)},
        {tr("Coverage ≥ 90 %"), tr("%1 of %2 windows").arg(p.windowsCovered).arg(p.windows)},
        {tr("Smallest reachable p"), p.smallestReachableP ? probability(p.smallestReachableP) : tr("none")},
        {tr("Power at odds ratio 5"), p.powerAtOr5 ? tr("%1 %").arg(std::lround(100 * *p.powerAtOr5)) : unknownText()}};
    if (evidence.hasResult)
        out.emplace_back(
            tr("Candidates"), tr("%1 tried, %2 testable").arg(p.candidatesTried).arg(p.candidatesTestable));
    return out;
}

QString EvidenceWords::draftHtml(const Evidence& evidence)
{
    QString html = QStringLiteral("<h3 style='margin:0 0 4px 0'>%1</h3>").arg(tr("No result has been computed yet"));
    html +=
        QStringLiteral("<p style='margin:2px 0'>%1</p>")
            .arg(tr("The plan above says what is compared. It is frozen before the first result, so that nobody can "
                    "choose it to fit the answer; other parameters can be tried afterwards and are exploratory. It "
                    "holds for all classes of failure of this case. Freezing is written to the audit trail and "
                    "can't be undone in this case."));
    const Preflight& p = evidence.analysis.preflight;
    if (p.failuresUsable == 0)
        html += QStringLiteral("<p style='margin:6px 0'><b>%1</b></p>")
                    .arg(tr("With this plan no failure has a usable window, so nothing can be tested."));
    else if (p.smallestReachableP.value_or(1) >= kConclusive)
        html +=
            QStringLiteral("<p style='margin:6px 0'><b>%1</b></p>")
                .arg(tr("With this plan no test in control windows can be conclusive: the smallest reachable p is %1. "
                        "A shorter window gives more controls; failures of batches are also compared with the good "
                        "uses, batch by batch.")
                         .arg(probability(p.smallestReachableP)));
    std::vector<Phrase> notes = p.notes;
    for (const Exclusion& e : evidence.analysis.exclusions)
        if (e.window.empty())
            notes.push_back(listOf({e.failure, e.reason}, ": "));
    return html + list(tr("What the pre-flight says"), notes);
}

QString EvidenceWords::answerHtml(const Evidence& evidence, const std::string& failure)
{
    const FailureAssessment* a = evidence.assessmentOf(failure);
    QString html;
    if (evidence.plan.exploratory)
        html = evidence.isLaterChoice
            ? QStringLiteral("<b>%1</b> %2<br>")
                  .arg(tr("Exploratory."),
                      tr("These events were chosen as failures after the plan was frozen: at most a lead, never an "
                         "association."))
            : QStringLiteral("<b>%1</b> %2<br>")
                  .arg(tr("Exploratory, look %1.").arg(evidence.plan.looks),
                      tr("The parameters differ from the frozen plan: at most a lead, never an association."));
    if (a == nullptr)
        return html + tr("%1 can't be assessed: it has no usable window.").arg(escaped(failure));
    const Candidate* lead = leadingOf(evidence, *a);
    html += QStringLiteral("<b>%1.</b> %2")
                .arg(contribution(a->contribution), toQString(words::finding(*a, lead)).toHtmlEscaped());
    if (a->contribution == Contribution::Inconclusive && lead != nullptr)
        if (const QString words = needed(*lead, evidence.analysis.preflight.candidatesTestable); !words.isEmpty())
            html += QLatin1Char(' ') + words.toHtmlEscaped();
    return html;
}

std::vector<std::pair<QString, QString>> EvidenceWords::sensitivity(const Candidate& c)
{
    std::vector<std::pair<QString, QString>> lines;
    const auto quiet = [](double p) { return p < kConclusive ? tr("not quiet, p %1") : tr("quiet, p %1"); };
    if (c.pAfter)
        lines.emplace_back(tr("Negative control: its class after t0"), quiet(*c.pAfter).arg(probability(c.pAfter)));
    const auto addRun = [&](const QString& name, const std::optional<WindowRun>& run) {
        if (!run)
            return;
        const QString counts = tr("%1 vs %2")
                                   .arg(share(run->caseExposed, run->caseWindows).text,
                                       share(run->controlExposed, run->controlWindows).text);
        const QString kept = run->isSignificant == isSignificant(c) ? tr("significance unchanged") : tr("changed");
        lines.emplace_back(name.arg(toQString(run->before)),
            run->pExact ? tr("%1, p adjusted %2: %3").arg(counts, probability(run->pAdjusted), kept)
                        : tr("not seen in any window: %1").arg(kept));
    };
    addRun(tr("Window −50 % (%1)"), c.shorter);
    addRun(tr("Window +50 % (%1)"), c.longer);
    if (!c.shorter && !c.longer)
        lines.emplace_back(tr("Window ±50 %"),
            isSignificant(c) ? tr("not varied: its length is an event's, or it was tested batch by batch")
                             : tr("nothing to overturn: it is not significant"));
    if (c.pClocks)
        lines.emplace_back(tr("Clocks off by their uncertainty"),
            tr("p %1 instead of %2").arg(probability(c.pClocks), probability(c.pExact)));
    if (c.pWithoutCoFailures)
        lines.emplace_back(tr("Without shared windows"), tr("p %1").arg(probability(c.pWithoutCoFailures)));
    if (const auto e = c.more.find("e_value"); e != c.more.end())
        lines.emplace_back(tr("E-value"),
            tr("a hidden common cause would need a ratio of %1 with both")
                .arg(toQString(numeral(printNumber(e->second)))));
    return lines;
}

QString EvidenceWords::needed(const Candidate& candidate, int testable)
{
    const std::optional<Needed> need = neededFor(candidate, testable);
    if (!need)
        return {};
    if (need->isNotMore)
        return tr("Failures do not show it more often than controls: more windows like these would not make it an "
                  "association.");
    const QString failures = need->failures ? tr("%n more failure(s)", nullptr, *need->failures) : QString();
    const QString controls = need->controls ? tr("%n more control(s)", nullptr, *need->controls) : QString();
    if (failures.isEmpty() && controls.isEmpty())
        return tr("Not even %1 more failures, or %2 more controls, would decide it if they show it as often as now.")
            .arg(kMostFailuresNeeded)
            .arg(kMostControlsNeeded);
    const QString what = failures.isEmpty() ? controls
        : controls.isEmpty()                ? failures
                                            : tr("%1 or %2").arg(failures, controls);
    return tr("Needed to decide: %1, if they show it as often as now.").arg(what);
}

QString EvidenceWords::candidateHtml(const Candidate& candidate, int testable)
{
    QString html = QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b></p><p style='margin:2px 0'><b>%2.</b> %3</p>")
                       .arg(toQString(shownName(candidate)).toHtmlEscaped(), verdict(candidate.verdict),
                           sentenceHtml(candidate.statement));
    const auto line = [&](const QString& name, const QString& text) {
        html += QStringLiteral("<tr><td style='padding:1px 16px 1px 0'>%1</td><td style='padding:1px 0'>%2</td></tr>")
                    .arg(name, text.toHtmlEscaped());
    };
    if (const QString words = needed(candidate, testable); !words.isEmpty())
        html += QStringLiteral("<p style='margin:4px 0'><b>%1</b></p>").arg(words.toHtmlEscaped());
    html += QStringLiteral("<table style='margin-top:4px'>");
    line(tr("Failures vs controls"), counts(candidate));
    line(tr("Odds ratio, 95 %"), ratio(candidate));
    line(tr("p"), tr("exact %1, adjusted %2").arg(probability(candidate.pExact), probability(candidate.pAdjusted)));
    line(tr("Smallest reachable p"), probability(candidate.pSmallest));
    line(tr("Median lag"), lag(candidate));
    line(tr("Coverage"),
        toQString(words::percent(candidate.coverage))
            + (candidate.uncovered > 0
                    ? tr(", %1 windows left out", nullptr, pluralOf(candidate.uncovered)).arg(candidate.uncovered)
                    : QString()));
    for (const auto& [name, text] : sensitivity(candidate))
        line(name, text);
    if (!candidate.stability.empty())
        line(tr("Stability"), toQString(candidate.stability));
    if (candidate.isSymptom)
        line(tr("Symptom"), tr("a sign of the failure rather than an antecedent"));
    if (!candidate.coFailures.empty())
        line(tr("Shared with"), toQString(words::listed(candidate.coFailures, 6)));
    if (!candidate.pins.empty())
        line(tr("Physical evidence"), toQString(words::listed(candidate.pins, 6)));
    return html + QStringLiteral("</table>");
}

QString EvidenceWords::reasonsHtml(const Evidence& evidence, const std::string& failure)
{
    QString html;
    if (const FailureAssessment* a = evidence.assessmentOf(failure))
        html = list(tr("What supports it"), a->supports) + list(tr("What speaks against it"), a->against)
            + list(tr("Other causes considered"), a->rivals);
    html += list(tr("What the pre-flight says"), evidence.analysis.preflight.notes);
    return html.isEmpty() ? tr("The data say nothing for or against.") : html;
}

std::vector<TableColumn> EvidenceWords::candidateColumns()
{
    return {{tr("#"), true}, {tr("Candidate"), false, true}, {tr("Kind")}, {tr("Failures\nvs controls"), true},
        {tr("Odds ratio, 95 % interval")}, {tr("Ratio"), true}, {tr("p\nadjusted"), true}, {tr("Median\nlag"), true},
        {tr("Seen here")}, {tr("Verdict")}};
}

EvidenceWords::Rows EvidenceWords::candidateRows(
    const Evidence& evidence, const FailureAssessment* assessment, const std::vector<std::size_t>& order)
{
    Rows rows;
    for (const std::size_t position : order) {
        const Candidate& c = evidence.analysis.candidates[position];
        const bool isKnownHere = assessment != nullptr && position < assessment->exposedHere.size();
        const bool isHere = isKnownHere && assessment->exposedHere[position];
        TableCell place(QString::number(rows.size() + 1), static_cast<int>(rows.size()));
        place.tip = tr("Place for this failure; rank %1 in its classification").arg(c.rank);
        TableCell name(toQString(shownName(c)) + (c.isSymptom ? tr(" (symptom)") : QString()));
        name.mark = markOf(c);
        TableCell forest(QString(), keyOf(c.ciLow));
        forest.tip = ratio(c);
        TableCell adjusted(probability(c.pAdjusted), keyOf(c.pAdjusted));
        adjusted.tip = tr("exact p %1; smallest reachable %2").arg(probability(c.pExact), probability(c.pSmallest));
        TableCell here(isKnownHere ? (isHere ? tr("yes") : tr("no")) : unknownText());
        here.tip = tr("Whether this failure's own window shows it");
        TableCell word(verdict(c.verdict), static_cast<int>(c.verdict));
        word.tip = toQString(c.statement);
        rows.push_back(
            {place, name, kind(c.kind), TableCell(counts(c), share(c.caseExposed, c.caseWindows).key), forest,
                TableCell(ratio(c), keyOf(c.ciLow)), adjusted, TableCell(lag(c), keyOf(c.medianOffsetS)), here, word});
    }
    return rows;
}

std::vector<std::size_t> candidateOrder(const Evidence& evidence, const FailureAssessment* assessment)
{
    const std::size_t count = evidence.analysis.candidates.size();
    std::vector<std::size_t> order;
    std::vector<bool> isTaken(count, false);
    const auto take = [&](std::size_t position) {
        if (position < count && !isTaken[position]) {
            isTaken[position] = true;
            order.push_back(position);
        }
    };
    if (assessment != nullptr)
        for (const int position : assessment->order)
            take(static_cast<std::size_t>(position));
    for (std::size_t i = 0; i < count; ++i)
        take(i);
    return order;
}

} // namespace antecedent::app
