// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/conclusion/conclusion_panel.h"

#include "app/window/conclusion/conclusion_words.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

ConclusionPanel::ConclusionPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scope(formChoice(QStringLiteral("conclusionScope"), tr("Failure or whole case"), this))
    , m_grade(formChoice(QStringLiteral("conclusionGrade"), tr("Grade of the conclusion"), this))
    , m_hypotheses(new QListWidget(this))
    , m_rationale(new QPlainTextEdit(this))
    , m_made(new QLabel(this))
    , m_problem(formProblem(QStringLiteral("conclusionProblem"), this))
    , m_conclude(formButton(tr("Record the conclusion"), QStringLiteral("conclusionSave"),
          tr("Record this conclusion in the case"), this))
    , m_remove(formButton(tr("Take back…"), QStringLiteral("conclusionRemove"),
          tr("Take the conclusion back; it stays in the audit trail"), this))
{
    for (const Grade grade : kAllGrades)
        m_grade->addItem(ConclusionWords::grade(grade), static_cast<int>(grade));
    m_hypotheses->setObjectName(QStringLiteral("conclusionHypotheses"));
    m_hypotheses->setAccessibleName(tr("Hypotheses that it rests on"));
    m_hypotheses->setWordWrap(true);
    m_rationale->setObjectName(QStringLiteral("conclusionRationale"));
    m_rationale->setAccessibleName(tr("Rationale"));
    m_rationale->setPlaceholderText(tr("Why: what the evidence shows, and why the other hypotheses are out"));
    m_rationale->setTabChangesFocus(true);
    m_rationale->setMinimumHeight(80);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("On"), m_scope);
    form->addRow(tr("Grade"), m_grade);
    form->addRow(tr("Rests on"), m_hypotheses);
    form->addRow(tr("Rationale"), m_rationale);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_conclude);
    QLabel* title = formHeading(tr("Conclusion"), this);
    QFont big = title->font();
    big.setPointSizeF(12);
    title->setFont(big);
    m_made->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_made);
    layout->addLayout(form, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_scope, &QComboBox::activated, this, [this] {
        const QString wanted = m_scope->currentData().toString();
        showAnew();
        m_scope->setCurrentIndex(m_scope->findData(wanted));
        refresh();
    });
    connect(m_conclude, &QPushButton::clicked, this, &ConclusionPanel::conclude);
    connect(m_remove, &QPushButton::clicked, this, &ConclusionPanel::takeBack);
}

std::string ConclusionPanel::scope() const
{
    return toUtf8(m_scope->currentData().toString());
}

void ConclusionPanel::showAnew()
{
    const QString before = m_scope->currentData().toString();
    m_scope->clear();
    if (const Failure* failure = m_workspace.context.currentFailure())
        m_scope->addItem(toQString(failure->id), toQString(failure->id));
    m_scope->addItem(ConclusionWords::scope({}), QString());
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(before)));
    if (before.isEmpty())
        m_scope->setCurrentIndex(0);
    const Conclusion* now = m_workspace.book.ledger().conclusion(scope());
    m_rationale->setPlainText(now == nullptr ? QString() : toQString(now->rationale));
    m_grade->setCurrentIndex(m_grade->findData(static_cast<int>(now == nullptr ? Grade::MostProbable : now->grade)));
    m_problem->hide();
    m_hypotheses->clear();
    refresh();
}

void ConclusionPanel::refresh()
{
    fillHypotheses();
    const Ledger& ledger = m_workspace.book.ledger();
    const Conclusion* now = ledger.conclusion(scope());
    const LedgerEntry* made = now == nullptr ? nullptr : ledger.lastEntryOf(idOf(*now));
    m_made->setText(made == nullptr ? tr("No conclusion on %1 is recorded.").arg(ConclusionWords::scope(scope()))
                                    : tr("%1, recorded by %2, %3.")
                                          .arg(ConclusionWords::grade(now->grade), toQString(made->by),
                                              m_workspace.context.times().full(made->at, 0)));
    m_remove->setVisible(now != nullptr);
    m_conclude->setText(now == nullptr ? tr("Record the conclusion") : tr("Change the conclusion"));
    for (QPushButton* button : {m_conclude, m_remove})
        button->setEnabled(m_workspace.book.isOpen());
}

void ConclusionPanel::fillHypotheses()
{
    const Ledger& ledger = m_workspace.book.ledger();
    const Conclusion* now = ledger.conclusion(scope());
    QStringList ticked; // keep what a person ticked; at first what the conclusion rests on, else what is confirmed
    const bool isFirst = m_hypotheses->count() == 0;
    for (int i = 0; i < m_hypotheses->count(); ++i)
        if (m_hypotheses->item(i)->checkState() == Qt::Checked)
            ticked << m_hypotheses->item(i)->data(Qt::UserRole).toString();
    if (isFirst && now != nullptr)
        for (const std::string& id : now->hypotheses)
            ticked << toQString(id);
    m_hypotheses->clear();
    for (const Hypothesis* hypothesis : ledger.hypothesesFor(scope())) {
        const bool isOut = hypothesis->state == HypothesisState::RuledOut;
        auto* item = new QListWidgetItem(tr("%1, %2: %3")
                                             .arg(toQString(hypothesis->id), ConclusionWords::state(hypothesis->state),
                                                 toQString(hypothesis->statement)),
            m_hypotheses);
        item->setData(Qt::UserRole, toQString(hypothesis->id));
        item->setFlags(isOut ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isConfirmed = hypothesis->state != HypothesisState::Open && !isOut;
        const bool isTicked = ticked.contains(toQString(hypothesis->id)) || (isFirst && now == nullptr && isConfirmed);
        item->setCheckState(isTicked && !isOut ? Qt::Checked : Qt::Unchecked);
    }
}

void ConclusionPanel::conclude()
{
    Conclusion wanted;
    wanted.failure = scope();
    wanted.grade = static_cast<Grade>(m_grade->currentData().toInt());
    wanted.rationale = toUtf8(m_rationale->toPlainText().trimmed());
    for (int i = 0; i < m_hypotheses->count(); ++i)
        if (m_hypotheses->item(i)->checkState() == Qt::Checked)
            wanted.hypotheses.push_back(toUtf8(m_hypotheses->item(i)->data(Qt::UserRole).toString()));
    std::sort(wanted.hypotheses.begin(), wanted.hypotheses.end());
    showProblem(m_problem, m_workspace.book.put(wanted));
}

void ConclusionPanel::takeBack()
{
    const Conclusion about{scope(), Grade::NotDetermined, {}, {}};
    askReason(this, tr("Why is the conclusion on %1 taken back?").arg(ConclusionWords::scope(about.failure)),
        [this, id = idOf(about)](const QString& reason) { return m_workspace.book.remove(id, reason); });
}

} // namespace antecedent::app
