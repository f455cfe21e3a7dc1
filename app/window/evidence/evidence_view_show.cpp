// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the evidence view shows of its answers, and where it leads.
#include "app/casework/case_ledger.h"
#include "app/window/evidence/candidate_filter.h"
#include "app/window/evidence/candidate_panel.h"
#include "app/window/evidence/evidence_view.h"
#include "app/window/evidence/evidence_words.h"
#include "app/window/evidence/plan_panel.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/pin_dialog.h"
#include "app/window/shared/csv.h"
#include "app/window/shared/finding_label.h"
#include "app/window/shared/table_view.h"
#include "app/window/shared/window_place.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>

#include <algorithm>
#include <array>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kMessagePage = 0;
constexpr int kResultPage = 1;

const std::array kAllKinds{CandidateKind::Event, CandidateKind::Condition, CandidateKind::Parameter,
    CandidateKind::Material, CandidateKind::Operator, CandidateKind::Recipe, CandidateKind::Utility};

bool isOtherCause(CandidateKind kind)
{
    return kind == CandidateKind::Material || kind == CandidateKind::Operator || kind == CandidateKind::Recipe
        || kind == CandidateKind::Utility;
}

} // namespace

void EvidenceView::refresh()
{
    m_candidates.setTheme(themeOf(palette()));
    const bool hasResult = m_evidence && m_evidence->hasResult;
    showHead();
    if (m_isAsking)
        showMessage(QStringLiteral("<p>%1</p>")
                        .arg(tr("Weighing the evidence … The status bar tells how far it is "
                                "and cancels it.")));
    else if (hasResult)
        showResult();
    else if (m_evidence)
        showMessage(EvidenceWords::draftHtml(*m_evidence));
    else if (m_failure.empty())
        showMessage(QStringLiteral("<p>%1</p>")
                        .arg(m_snapshot && !m_snapshot->failures.empty()
                                ? tr("Choose a failure above; the evidence on it stands here.")
                                : tr("No failures yet. Import deviations (Ctrl+Shift+I); a failure needs a time.")));
    m_workspace.context.setExploratory(hasResult && m_evidence->plan.exploratory);
    Q_EMIT badgeChanged();
}

void EvidenceView::showHead()
{
    const bool hasResult = m_evidence && m_evidence->hasResult;
    const bool isDraft = m_evidence && !hasResult;
    const bool isOpen = !m_isAsking && (isDraft || (hasResult && m_isPlanOpen));
    const std::optional<Evidence>& shown = m_preflight ? m_preflight : m_evidence;
    const bool isEdited = m_preflight && m_preflight->plan.hash != m_evidence->plan.hash;
    QString question = QStringLiteral("<b>%1</b>").arg(tr("Did the condition of an asset contribute?"));
    if (shown && !m_isAsking)
        question += QStringLiteral("&nbsp; %1, %2, %3")
                        .arg(toQString(m_failure).toHtmlEscaped(), toQString(m_classification).toHtmlEscaped(),
                            EvidenceWords::planLine(*shown));
    m_question->setText(question);
    m_plan->setVisible(isOpen);
    m_other->setVisible(hasResult && !m_isAsking);
    m_other->setText(m_isPlanOpen ? tr("Back to the frozen plan") : tr("Other parameters…"));
    m_act->setVisible(isOpen);
    m_act->setEnabled(isDraft || isEdited);
    m_act->setText(isDraft ? tr("Freeze the plan and assess") : tr("Assess with these, exploratory"));
    m_numbers->setVisible(shown && !m_isAsking);
    m_numbers->setEnabled(true);
    if (!shown)
        return;
    QString names;
    QString values;
    for (const auto& [name, value] : EvidenceWords::preflight(*shown)) {
        names += QStringLiteral("<td style='padding-right:28px'><small>%1</small></td>").arg(name);
        values += QStringLiteral("<td style='padding-right:28px'><b>%1</b></td>").arg(value.toHtmlEscaped());
    }
    m_numbers->setText(QStringLiteral("<table><tr>%1</tr><tr>%2</tr></table>").arg(names, values));
}

void EvidenceView::showMessage(const QString& html)
{
    m_order.clear();
    m_candidates.setRows({});
    m_details->show(nullptr, nullptr, {}, m_workspace.context.times(), nullptr);
    m_pages->setCurrentIndex(kMessagePage);
    m_message->setHtml(html);
}

void EvidenceView::showResult()
{
    const Candidate* before = currentCandidate();
    const std::string kept = before != nullptr ? before->name : std::string();
    const FailureAssessment* assessment = m_evidence->assessmentOf(m_failure);
    if (assessment != nullptr && !m_evidence->plan.exploratory)
        m_workspace.context.setSuspect(m_failure, assessment->leadingAsset);
    m_pages->setCurrentIndex(kResultPage);
    m_answer->setText(EvidenceWords::answerHtml(*m_evidence, m_failure));
    m_answer->setStrong(
        assessment != nullptr && assessment->contribution == Contribution::Supported && !m_evidence->plan.exploratory);
    m_order = candidateOrder(*m_evidence, assessment);
    std::vector<CandidateKind> kinds;
    for (const std::size_t position : m_order)
        kinds.push_back(m_evidence->analysis.candidates[position].kind);
    std::vector<Verdict> verdicts;
    for (const std::size_t position : m_order)
        verdicts.push_back(m_evidence->analysis.candidates[position].verdict);
    m_filter->setRowKinds(std::move(kinds));
    m_filter->setRowVerdicts(std::move(verdicts));
    m_candidates.setRows(EvidenceWords::candidateRows(*m_evidence, assessment, m_order));
    fitColumns();
    showKinds();
    showVerdicts();
    showFound();
    int row = 0;
    for (int i = 0; i < m_filter->rowCount(); ++i) {
        const Candidate* candidate = candidateOfRow(m_filter->index(i, 0).data(TextTableModel::kRowRole).toInt());
        if (candidate != nullptr && candidate->name == kept)
            row = i;
    }
    if (m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(row, 0));
    showCandidate();
}

// Numbers and words are never cut, also those of rows that are not in view.
void EvidenceView::fitColumns()
{
    constexpr int kPadding = 14;
    constexpr int kMark = 20;
    QFont strong = m_table->font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics headings(strong);
    for (const int column : {EvidenceWords::Place, EvidenceWords::Kind, EvidenceWords::Counts, EvidenceWords::Ratio,
             EvidenceWords::Adjusted, EvidenceWords::Lag, EvidenceWords::Here, EvidenceWords::Verdict}) {
        int width = 0;
        for (const QString& line : m_candidates.headerData(column, Qt::Horizontal).toString().split(QLatin1Char('\n')))
            width = std::max(width, headings.horizontalAdvance(line));
        const int mark = column == EvidenceWords::Verdict ? kMark : 0;
        for (int row = 0; row < m_candidates.rowCount(); ++row)
            width = std::max(
                width, mark + fontMetrics().horizontalAdvance(m_candidates.index(row, column).data().toString()));
        m_table->setColumnWidth(column, width + kPadding);
    }
    const QString forest = m_candidates.headerData(EvidenceWords::Forest, Qt::Horizontal).toString();
    m_leastForest = kPadding + headings.horizontalAdvance(forest);
    shareRest();
}

// Names and the axis of ratios have what the others leave.
void EvidenceView::shareRest()
{
    constexpr int kLeastName = 160;
    constexpr int kUsualName = 300;
    constexpr int kMostForest = 420;
    const int others = m_table->horizontalHeader()->length() - m_table->columnWidth(EvidenceWords::Name)
        - m_table->columnWidth(EvidenceWords::Forest);
    const int rest = m_table->viewport()->width() - others;
    const int forest = std::clamp(rest - kUsualName, m_leastForest, std::max(m_leastForest, kMostForest));
    m_table->setColumnWidth(EvidenceWords::Forest, forest);
    m_table->setColumnWidth(EvidenceWords::Name, std::max(kLeastName, rest - forest));
}

void EvidenceView::showKinds()
{
    const auto& candidates = m_evidence->analysis.candidates;
    const QVariantList before = m_kind->currentData().toList();
    const QSignalBlocker blocker(m_kind);
    m_kind->clear();
    const auto add = [&](const QString& name, const auto& isMeant) {
        QVariantList kinds;
        for (const CandidateKind kind : kAllKinds)
            if (isMeant(kind))
                kinds << static_cast<int>(kind);
        const auto count =
            std::count_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return isMeant(c.kind); });
        m_kind->addItem(tr("%1 (%2)").arg(name).arg(count), kinds);
        if (kinds == before)
            m_kind->setCurrentIndex(m_kind->count() - 1);
    };
    add(tr("All kinds"), [](CandidateKind) { return true; });
    add(tr("Of assets"), [](CandidateKind kind) { return !isOtherCause(kind); });
    add(tr("Other causes"), isOtherCause);
    for (const CandidateKind wanted : kAllKinds)
        add(EvidenceWords::kind(wanted), [wanted](CandidateKind kind) { return kind == wanted; });
}

void EvidenceView::showVerdicts()
{
    const auto& candidates = m_evidence->analysis.candidates;
    const QVariantList before = m_verdict->currentData().toList();
    const QSignalBlocker blocker(m_verdict);
    m_verdict->clear();
    m_verdict->addItem(tr("All verdicts"), QVariantList());
    for (const Verdict verdict : {Verdict::Mechanism, Verdict::Associated, Verdict::Lead, Verdict::NoAssociation,
             Verdict::Insufficient, Verdict::NotTestable}) {
        const auto count = std::count_if(
            candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.verdict == verdict; });
        const QVariantList only{static_cast<int>(verdict)};
        if (count == 0 && only != before)
            continue;
        m_verdict->addItem(tr("%1 (%2)").arg(EvidenceWords::verdict(verdict)).arg(count), only);
        if (only == before)
            m_verdict->setCurrentIndex(m_verdict->count() - 1);
    }
}

void EvidenceView::exportShown()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the candidates as shown"), {}, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> written = writeCsv(*m_filter, path); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT told(tr("Wrote %1.").arg(path));
}

void EvidenceView::showFound()
{
    const int all = m_candidates.rowCount();
    m_found->setText(tr("%1 of %2 candidates", nullptr, pluralOf(all)).arg(m_filter->rowCount()).arg(all));
    m_table->setEmptyText(all > 0
            ? tr("No candidate has this kind and verdict and holds this text. Clear the filter to see all.")
            : tr("No event, condition, material, operator action, recipe or utility record was seen in any usable "
                 "window, so there is no candidate to test. That is no evidence that nothing happened: it says what "
                 "these sources hold. Import more sources, or try a longer window or a wider scope with Other "
                 "parameters."));
}

void EvidenceView::showCandidate()
{
    resetEdge();
    m_details->show(m_evidence ? &*m_evidence : nullptr, currentCandidate(), m_failure, m_workspace.context.times(),
        m_snapshot.get());
}

void EvidenceView::openCandidate()
{
    const Candidate* candidate = currentCandidate();
    if (candidate == nullptr || candidate->windows.empty())
        return;
    const auto own = std::find_if(candidate->windows.begin(), candidate->windows.end(),
        [&](const WindowUse& use) { return use.isCase && use.failure == m_failure; });
    openWindow(own != candidate->windows.end() ? *own : candidate->windows.front());
}

void EvidenceView::pinCandidate()
{
    const Candidate* candidate = currentCandidate();
    if (candidate != nullptr && m_workspace.book.isOpen())
        askWhereToPin(
            m_workspace, this, casework::shownCandidate(m_snapshot->dataset, m_evidence->plan, m_failure, *candidate));
}

void EvidenceView::openWindow(const WindowUse& use)
{
    Context& context = m_workspace.context;
    const WindowUse wanted = use; // the failure may change what is shown
    const WindowPlace place = placeOf(*m_snapshot, wanted);
    if (wanted.isCase && place.failure)
        context.setFailure(place.failure);
    if (!place.interval) {
        Q_EMIT told(tr("%1 has no time to show.").arg(toQString(wanted.id)));
        return;
    }
    context.select(place.event);
    context.showInterval(*place.interval);
}

const Candidate* EvidenceView::candidateOfRow(int row) const
{
    const auto position = static_cast<std::size_t>(row);
    return m_evidence && row >= 0 && position < m_order.size() ? &m_evidence->analysis.candidates[m_order[position]]
                                                               : nullptr;
}

const Candidate* EvidenceView::currentCandidate() const
{
    const QModelIndex now = m_table->currentIndex();
    return now.isValid() ? candidateOfRow(now.data(TextTableModel::kRowRole).toInt()) : nullptr;
}

} // namespace antecedent::app
