// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/decision_panel.h"

#include "app/window/investigation_files.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/shared/closed_case.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kSide = 14;
constexpr int kGap = 8;

} // namespace

DecisionPanel::DecisionPanel(const Workspace& workspace, const QString& name, const QString& title,
    std::vector<TableColumn> columns, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(std::move(columns))
    , m_table(new TableView(this))
    , m_note(new QLabel(this))
    , m_acts(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this))
{
    m_table->setObjectName(name);
    m_table->setAccessibleName(title);
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_acts->setContentsMargins(kSide, 6, kSide, 6);
    m_acts->setSpacing(kGap);
    m_acts->addStretch(1);
    m_note->setContentsMargins(kSide, 6, kSide, 0);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_note);
    m_layout->addLayout(m_acts);
    m_layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isFilling)
            choose(chosenRow());
    });
    connect(&workspace.context, &Context::dataChanged, this, &DecisionPanel::forget);
}

void DecisionPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    begin();
}

void DecisionPanel::begin()
{
    if (std::exchange(m_isAsked, true))
        return;
    ++m_question;
    m_askedOf = m_workspace.context.data();
    ask();
}

void DecisionPanel::forget()
{
    const DataPtr& now = m_workspace.context.data();
    if (m_isAsked && now && m_askedOf && &now->dataset == &m_askedOf->dataset)
        return; // other failures of the same data
    m_isAsked = false;
    m_askedOf.reset();
    ++m_question;
    drop();
    setRows({});
    setNote({});
    if (isVisible())
        begin();
}

QPushButton* DecisionPanel::addAct(
    const QString& text, const QString& name, const QString& tip, const std::function<void()>& act)
{
    QPushButton* button = formButton(text, name, tip, this);
    button->setEnabled(false);
    m_acts->insertWidget(m_acts->count() - 1, button);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void DecisionPanel::addChoice(QWidget* widget)
{
    m_acts->insertWidget(0, widget);
}

void DecisionPanel::addBelow(QWidget* widget)
{
    m_layout->addWidget(widget);
}

void DecisionPanel::setWidths(const std::vector<int>& widths)
{
    m_table->setWidths(widths);
}

void DecisionPanel::setRows(std::vector<std::vector<TableCell>> rows)
{
    if (const int row = m_table->currentIndex().row(); row >= 0)
        m_row = row;
    m_isFilling = true;
    m_model.setTheme(themeOf(palette()));
    m_model.setRows(std::move(rows));
    if (m_model.rowCount() > 0)
        m_table->selectRow(std::min(m_row, m_model.rowCount() - 1));
    m_isFilling = false;
    choose(chosenRow());
}

void DecisionPanel::setNote(const QString& note)
{
    const QString closed = closedCaseNote(m_workspace.context.data());
    m_note->setText(closed.isEmpty() ? note : closed + QLatin1Char(' ') + note);
}

void DecisionPanel::setEmptyText(const QString& text)
{
    m_table->setEmptyText(text);
}

void DecisionPanel::showFailure(const Error& error)
{
    m_isAsked = false;
    if (error.code == ErrorCode::Cancelled) {
        setEmptyText(tr("The comparison was cancelled."));
        return;
    }
    setEmptyText(tr("The comparison failed."));
    Q_EMIT failed(error);
}

int DecisionPanel::chosenRow() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? index.data(TextTableModel::kRowRole).toInt() : -1;
}

void DecisionPanel::decide(const QString& title, const Decision& decision)
{
    askReason(this, title, [this, title, decision, asked = m_askedOf](const QString& text) -> Result<void> {
        if (asked != m_askedOf || !asked)
            return Error{ErrorCode::InvalidArgument, {}, toUtf8(tr("the data have changed meanwhile; ask again"))};
        const std::string reason = toUtf8(text.trimmed());
        if (reason.empty())
            return Error{ErrorCode::InvalidArgument, {}, toUtf8(tr("state a reason, for the audit trail"))};
        write(title, decision, reason);
        return {};
    });
}

void DecisionPanel::write(const QString& title, const Decision& decision, const std::string& reason)
{
    const DataPtr snapshot = m_workspace.context.data();
    if (!snapshot)
        return;
    m_workspace.jobs.run<bool>(
        title, this,
        [snapshot, decision, reason](const std::stop_token& stop, const ProgressFn&) -> Result<bool> {
            Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadWrite, currentActor());
            if (!file)
                return file.error();
            const Result<void> done = decision(*file, reason, stop);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        },
        [this](const Result<bool>& done) {
            if (done)
                Q_EMIT changed();
            else if (done.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(done.error());
        });
}

} // namespace antecedent::app
