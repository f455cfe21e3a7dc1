// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/conclusion/hypothesis_panel.h"

#include "app/window/conclusion/conclusion_words.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/ledger_form.h"
#include "app/window/ledger/pin_dialog.h"
#include "app/window/shared/table_view.h"
#include "widgets/common/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kTwoLines = 46;

enum Column : std::uint8_t { Side, What, Id, By };

std::vector<TableColumn> evidenceColumns()
{
    return {{HypothesisPanel::tr("Side"), false, true}, {HypothesisPanel::tr("What it shows")},
        {HypothesisPanel::tr("Id")}, {HypothesisPanel::tr("By")}};
}

QPlainTextEdit* makeText(const QString& name, const QString& accessibleName, const QString& hint, QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setPlaceholderText(hint);
    text->setTabChangesFocus(true);
    text->setFixedHeight(kTwoLines);
    return text;
}

std::optional<Paint> inkOf(EvidenceSide side)
{
    return side == EvidenceSide::For    ? std::optional(Paint::Ok)
        : side == EvidenceSide::Against ? std::optional(Paint::Error)
                                        : std::optional(Paint::TextSecondary);
}

QString signOf(EvidenceSide side)
{
    return side == EvidenceSide::For    ? QStringLiteral("+")
        : side == EvidenceSide::Against ? QStringLiteral("−")
                                        : QStringLiteral("○");
}

} // namespace

HypothesisPanel::HypothesisPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_evidence(evidenceColumns())
    , m_title(new QLabel(this))
    , m_made(new QLabel(this))
    , m_statement(makeText(QStringLiteral("hypothesisStatement"), tr("Statement"),
          tr("What may have caused or contributed to it"), this))
    , m_ifFalse(makeText(QStringLiteral("hypothesisIfFalse"), tr("What would be seen if it were false"),
          tr("What would be seen if it were false; it is what to look for"), this))
    , m_group(formChoice(QStringLiteral("hypothesisGroup"), tr("Group of causes"), this))
    , m_scope(formChoice(QStringLiteral("hypothesisScope"), tr("Failure or whole case"), this))
    , m_save(
          formButton(tr("Save"), QStringLiteral("hypothesisSave"), tr("Keep the hypothesis as it stands here"), this))
    , m_remove(formButton(tr("Take back…"), QStringLiteral("hypothesisRemove"),
          tr("Take the hypothesis back; it stays in the audit trail"), this))
    , m_problem(formProblem(QStringLiteral("hypothesisProblem"), this))
    , m_state(formChoice(QStringLiteral("hypothesisState"), tr("State of the hypothesis"), this))
    , m_reason(new QLineEdit(this))
    , m_selected(new QLabel(this))
    , m_table(new TableView(this))
{
    QFont big = m_title->font();
    big.setPointSizeF(12);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_title->setObjectName(QStringLiteral("hypothesisTitle"));
    m_made->setWordWrap(true);
    m_below = new QWidget(this);
    auto* below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(6);
    below->addWidget(makeState());
    below->addWidget(makeEvidence(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_made);
    layout->addWidget(makeForm());
    layout->addWidget(m_problem);
    layout->addWidget(m_below, 1);
    layout->addStretch(0);
    connect(&workspace.context, &Context::selectionChanged, this, &HypothesisPanel::refresh);
}

QWidget* HypothesisPanel::makeForm()
{
    auto* form = new QWidget(this);
    form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    for (const CauseGroup group : kAllGroups)
        m_group->addItem(tr("%1: %2").arg(ConclusionWords::group(group), ConclusionWords::groupHint(group)),
            static_cast<int>(group));
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->addRow(tr("Hypothesis"), m_statement);
    layout->addRow(tr("If false"), m_ifFalse);
    layout->addRow(tr("Cause"), m_group);
    auto* last = new QHBoxLayout;
    last->setSpacing(6);
    last->addWidget(m_scope, 1);
    last->addWidget(m_save);
    last->addWidget(m_remove);
    layout->addRow(tr("Of"), last);
    connect(m_save, &QPushButton::clicked, this, &HypothesisPanel::save);
    connect(m_remove, &QPushButton::clicked, this, &HypothesisPanel::takeBack);
    return form;
}

QWidget* HypothesisPanel::makeState()
{
    auto* bar = new QWidget(m_below);
    for (const HypothesisState state : kAllStates)
        m_state->addItem(ConclusionWords::state(state), static_cast<int>(state));
    m_reason->setObjectName(QStringLiteral("stateReason"));
    m_reason->setAccessibleName(tr("Reason of the state"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_setState = formButton(tr("Set"), QStringLiteral("stateSet"), tr("Set the state, with its reason"), bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(formHeading(tr("State"), bar));
    layout->addWidget(m_state);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_setState);
    connect(m_setState, &QPushButton::clicked, this, &HypothesisPanel::setState);
    connect(m_reason, &QLineEdit::returnPressed, this, &HypothesisPanel::setState);
    return bar;
}

QWidget* HypothesisPanel::makeEvidence()
{
    auto* box = new QWidget(m_below);
    m_table->setObjectName(QStringLiteral("evidenceLines"));
    m_table->setAccessibleName(tr("Evidence of the hypothesis"));
    m_table->setModel(&m_evidence);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({74, 200, 62, 70});
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setEmptyText(
        tr("No evidence yet. Select a record anywhere and pin it here, or pin a candidate in Evidence."));
    auto* pins = new QHBoxLayout;
    pins->setSpacing(6);
    m_selected->setObjectName(QStringLiteral("selectedRecord"));
    m_selected->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_selected->setWordWrap(true);
    pins->addWidget(m_selected, 1);
    auto* changes = new QHBoxLayout;
    changes->setSpacing(6);
    changes->addWidget(new QLabel(tr("Turn to"), box));
    for (const EvidenceSide side : kAllSides) {
        const QString word = ConclusionWords::side(side);
        const QString id = QString::fromLatin1(toText(side));
        QPushButton* pin = formButton(
            tr("Pin %1").arg(word), QStringLiteral("pin_") + id, tr("Pin the selected record: %1").arg(word), box);
        connect(pin, &QPushButton::clicked, this, [this, side] { pinSelected(side); });
        pins->addWidget(pin);
        m_pins.push_back(pin);
        QPushButton* turned = formButton(
            tr("%1…").arg(word), QStringLiteral("turn_") + id, tr("The chosen evidence speaks %1").arg(word), box);
        connect(turned, &QPushButton::clicked, this, [this, side] { turn(side); });
        changes->addWidget(turned);
        m_changes.push_back(turned);
    }
    QPushButton* away = formButton(tr("Take away…"), QStringLiteral("evidenceRemove"),
        tr("Take the chosen evidence away; it stays in the audit trail"), box);
    connect(away, &QPushButton::clicked, this, &HypothesisPanel::takeAway);
    changes->addWidget(away);
    changes->addStretch(1);
    m_changes.push_back(away);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(pins);
    layout->addWidget(m_table, 1);
    layout->addLayout(changes);
    connect(m_table, &QTableView::clicked, this, [this] { openEvidence(false); });
    connect(m_table, &QTableView::activated, this, [this] { openEvidence(true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        for (QPushButton* button : m_changes)
            button->setEnabled(chosen() != nullptr && m_workspace.book.isOpen());
    });
    return box;
}

bool HypothesisPanel::isBlank() const
{
    return m_id.empty() && m_statement->toPlainText().isEmpty() && m_ifFalse->toPlainText().isEmpty();
}

void HypothesisPanel::show(const std::string& id)
{
    const Hypothesis* hypothesis = m_workspace.book.ledger().hypothesis(id);
    if (hypothesis == nullptr)
        return;
    m_id = id;
    fill(*hypothesis);
}

void HypothesisPanel::showNew(const Hypothesis& draft)
{
    m_id.clear();
    fill(draft);
}

void HypothesisPanel::focusForm()
{
    m_statement->setFocus();
}

void HypothesisPanel::fill(const Hypothesis& hypothesis)
{
    m_draft = hypothesis;
    m_problem->hide();
    fillScope();
    m_statement->setPlainText(toQString(hypothesis.statement));
    m_ifFalse->setPlainText(toQString(hypothesis.ifFalse));
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(hypothesis.group)));
    m_state->setCurrentIndex(m_state->findData(static_cast<int>(hypothesis.state)));
    m_reason->clear();
    m_reason->setPlaceholderText(
        hypothesis.stateReason.empty() ? tr("Reason") : tr("Now: %1").arg(toQString(hypothesis.stateReason)));
    refresh();
}

void HypothesisPanel::fillScope()
{
    m_scope->clear();
    if (!m_draft.failure.empty())
        m_scope->addItem(toQString(m_draft.failure), toQString(m_draft.failure));
    const Failure* failure = m_workspace.context.currentFailure();
    if (failure != nullptr && failure->id != m_draft.failure)
        m_scope->addItem(toQString(failure->id), toQString(failure->id));
    m_scope->addItem(ConclusionWords::scope({}), QString());
    m_scope->setCurrentIndex(m_scope->findData(toQString(m_draft.failure)));
}

void HypothesisPanel::refresh()
{
    const Ledger& ledger = m_workspace.book.ledger();
    const Hypothesis* now = m_id.empty() ? nullptr : ledger.hypothesis(m_id);
    if (now != nullptr && *now != m_draft) {
        fill(*now); // it was changed elsewhere, or is saved
        return;
    }
    const bool isOpen = m_workspace.book.isOpen();
    m_title->setText(m_id.empty() ? tr("New hypothesis") : toQString(m_id));
    const LedgerEntry* made = m_id.empty() ? nullptr : ledger.lastEntryOf(m_id);
    m_made->setVisible(made != nullptr || !m_draft.proposal.empty());
    QString origin = m_draft.proposal.empty() ? QString() : tr("Proposed from %1.").arg(toQString(m_draft.proposal));
    if (made != nullptr)
        origin = tr("Last changed by %1, %2. ").arg(toQString(made->by), m_workspace.context.times().full(made->at, 0))
            + origin;
    m_made->setText(origin);
    m_save->setText(m_id.empty() ? tr("Add hypothesis") : tr("Save"));
    m_save->setEnabled(isOpen);
    m_remove->setVisible(!m_id.empty());
    m_remove->setEnabled(isOpen);
    m_setState->setEnabled(isOpen);
    m_below->setVisible(!m_id.empty());
    const DataPtr& snapshot = m_workspace.context.data();
    const auto event = m_workspace.context.selected();
    const bool hasRecord = snapshot && event;
    m_selected->setText(hasRecord ? tr("Selected: %1").arg(toQString(snapshot->context.events.className(*event)))
                                  : tr("Select a record to pin it."));
    for (QPushButton* button : m_pins)
        button->setEnabled(isOpen && hasRecord);
    fillEvidence();
}

void HypothesisPanel::fillEvidence()
{
    const EvidenceLine* before = chosen();
    const std::string kept = before == nullptr ? std::string() : before->id;
    const Ledger& ledger = m_workspace.book.ledger();
    m_lines.clear();
    std::vector<std::vector<TableCell>> rows;
    for (const EvidenceLine* line : ledger.evidenceFor(m_id)) {
        m_lines.push_back(line->id);
        TableCell side(
            signOf(line->side) + QLatin1Char(' ') + ConclusionWords::side(line->side), static_cast<int>(line->side));
        side.ink = inkOf(line->side);
        const QString words = toQString(line->shown.words);
        TableCell what(line->comment.empty() ? words : words + QStringLiteral(" — ") + toQString(line->comment));
        what.tip = tr("%1\nFrozen as sha256:%2").arg(what.text, toQString(toHex(line->shown.hash)));
        const LedgerEntry* made = ledger.lastEntryOf(line->id);
        rows.push_back({side, what, toQString(line->id), made == nullptr ? QString() : toQString(made->by)});
    }
    m_evidence.setTheme(themeOf(palette()));
    m_evidence.setRows(std::move(rows));
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i] == kept)
            m_table->selectRow(static_cast<int>(i));
    for (QPushButton* button : m_changes)
        button->setEnabled(chosen() != nullptr && m_workspace.book.isOpen());
}

const EvidenceLine* HypothesisPanel::chosen() const
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    return m_table->currentIndex().isValid() && row < m_lines.size() ? m_workspace.book.ledger().evidence(m_lines[row])
                                                                     : nullptr;
}

void HypothesisPanel::save()
{
    Hypothesis wanted = m_draft;
    wanted.id = m_id;
    wanted.statement = toUtf8(m_statement->toPlainText().trimmed());
    wanted.ifFalse = toUtf8(m_ifFalse->toPlainText().trimmed());
    wanted.group = static_cast<CauseGroup>(m_group->currentData().toInt());
    wanted.failure = toUtf8(m_scope->currentData().toString());
    showProblem(m_problem, m_workspace.book.put(wanted));
}

void HypothesisPanel::setState()
{
    const Hypothesis* now = m_workspace.book.ledger().hypothesis(m_id);
    if (now == nullptr)
        return;
    Hypothesis wanted = *now;
    wanted.state = static_cast<HypothesisState>(m_state->currentData().toInt());
    wanted.stateReason = wanted.state == HypothesisState::Open ? std::string() : toUtf8(m_reason->text().trimmed());
    showProblem(m_problem, m_workspace.book.put(wanted, m_reason->text()));
}

void HypothesisPanel::takeBack()
{
    askReason(this, tr("Why is %1 taken back?").arg(toQString(m_id)),
        [this, id = m_id](const QString& reason) { return m_workspace.book.remove(id, reason); });
}

void HypothesisPanel::pinSelected(EvidenceSide side)
{
    const DataPtr snapshot = m_workspace.context.data();
    const auto event = m_workspace.context.selected();
    if (!snapshot || !event)
        return;
    whenShown(m_workspace, this, *event, [this, side, id = m_id](const Shown& shown) {
        showProblem(m_problem, m_workspace.book.put(EvidenceLine{{}, id, side, shown, {}}));
    });
}

void HypothesisPanel::turn(EvidenceSide side)
{
    const EvidenceLine* line = chosen();
    if (line == nullptr)
        return;
    EvidenceLine turned = *line;
    turned.side = side;
    askReason(this, tr("Why does %1 speak %2?").arg(toQString(line->id), ConclusionWords::side(side)),
        [this, turned](const QString& reason) { return m_workspace.book.put(turned, reason); });
}

void HypothesisPanel::takeAway()
{
    if (const EvidenceLine* line = chosen())
        askReason(this, tr("Why is %1 taken away?").arg(toQString(line->id)),
            [this, id = line->id](const QString& reason) { return m_workspace.book.remove(id, reason); });
}

void HypothesisPanel::openEvidence(bool inTimeline)
{
    if (const EvidenceLine* line = chosen())
        Q_EMIT evidenceOpened(line->shown, inTimeline);
}

} // namespace antecedent::app
