// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/records/record_actions.h"

#include "app/casework/case_sentinels.h"
#include "app/window/ledger/case_book.h"
#include "app/window/ledger/pin_dialog.h"
#include "app/window/records/sentinel_dialog.h"
#include "widgets/common/text.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace antecedent::app {

using namespace widgets;

RecordActions::RecordActions(const Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_pin(add(QStringLiteral("recordPin"), tr("&Pin as evidence…"), Qt::Key_P,
          tr("Pin the selected record to a hypothesis, for, against or beside it")))
    , m_note(add(QStringLiteral("recordNote"), tr("Add &note…"), Qt::Key_N, tr("Write a note on the selected record")))
    , m_around(add(QStringLiteral("recordAround"), tr("Context ±1 &h"), Qt::Key_C,
          tr("Show one hour before and after the selected record, on its asset")))
    , m_sentinel(add(QStringLiteral("recordSentinel"), tr("Make &sentinel…"), Qt::Key_S,
          tr("Take events like the selected one as failures of this case")))
{
    connect(m_pin, &QAction::triggered, this, [this] {
        if (const auto event = m_workspace.context.selected())
            whenShown(
                m_workspace, this, *event, [this](const Shown& shown) { askWhereToPin(m_workspace, m_window, shown); });
    });
    connect(m_note, &QAction::triggered, this, [this] {
        if (const auto event = m_workspace.context.selected())
            whenShown(
                m_workspace, this, *event, [this](const Shown& shown) { askForNote(m_workspace, m_window, shown); });
    });
    connect(m_around, &QAction::triggered, &m_workspace.context, &Context::showAround);
    connect(m_sentinel, &QAction::triggered, this, &RecordActions::askWhich);
    connect(&workspace.book, &CaseBook::changed, this, &RecordActions::refresh);
    connect(&workspace.context, &Context::selectionChanged, this, &RecordActions::refresh);
    connect(&workspace.context, &Context::dataChanged, this, &RecordActions::showTaken);
    connect(&workspace.context, &Context::dataChanged, this, &RecordActions::refresh);
    qApp->installEventFilter(this);
    refresh();
}

QAction* RecordActions::add(const QString& name, const QString& text, Qt::Key key, const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(key));
    action->setToolTip(tip);
    action->setStatusTip(tip);
    return action;
}

void RecordActions::refresh()
{
    const DataPtr& snapshot = m_workspace.context.data();
    const bool isRecord = snapshot && m_workspace.context.selected().has_value();
    const bool isEditable = isRecord && m_workspace.book.isOpen();
    m_pin->setEnabled(isEditable);
    m_note->setEnabled(isEditable);
    m_around->setEnabled(isRecord);
    m_sentinel->setEnabled(isRecord && snapshot->caseInfo.open);
}

// Lists that are not typed into still choose by the first letter.
bool RecordActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        const bool isLetter = isPlain && key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z;
        if (isLetter && (qobject_cast<QComboBox*>(watched) != nullptr || qobject_cast<QMenu*>(watched) != nullptr)) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void RecordActions::askWhich()
{
    const auto event = m_workspace.context.selected();
    const DataPtr snapshot = m_workspace.context.data();
    if (!event || !snapshot)
        return;
    const RecordId record = recordOf(snapshot->dataset, snapshot->context.events, *event).id;
    const auto known = std::find_if(snapshot->failures.begin(), snapshot->failures.end(),
        [&](const Failure& failure) { return failure.record == record; });
    if (known != snapshot->failures.end()) {
        m_workspace.context.setFailure(static_cast<std::size_t>(known - snapshot->failures.begin()));
        Q_EMIT told(tr("%1 is a failure of this case already; it is the one at hand now.").arg(toQString(known->id)));
        return;
    }
    askForSentinel(m_workspace, m_window, *event, [this, record](const std::string& where, const std::string& reason) {
        m_taken = record;
        take(where, reason);
    });
}

void RecordActions::take(const std::string& where, const std::string& reason)
{
    const DataPtr snapshot = m_workspace.context.data();
    m_workspace.jobs.run<bool>(
        tr("Writing to the case"), this,
        [snapshot, where, reason](const std::stop_token&, const ProgressFn&) -> Result<bool> {
            Result<CaseFile> file = CaseFile::open(snapshot->path, OpenMode::ReadWrite, currentActor());
            if (!file)
                return file.error();
            const auto added =
                casework::addSentinel(*file, snapshot->caseInfo, snapshot->dataset, SentinelRule{where, 0, {}}, reason);
            if (!added)
                return added.error();
            return true;
        },
        [this, where](Result<bool> written) {
            if (!written) {
                m_taken.reset();
                Q_EMIT failed(written.error());
                return;
            }
            Q_EMIT told(tr("The case takes these events as failures: %1.").arg(toQString(where)));
            Q_EMIT changed();
        });
}

void RecordActions::showTaken()
{
    const DataPtr& snapshot = m_workspace.context.data();
    if (!m_taken || !snapshot)
        return;
    for (std::size_t i = 0; i < snapshot->failures.size(); ++i)
        if (snapshot->failures[i].record == *m_taken) {
            m_taken.reset();
            m_workspace.context.setFailure(i);
            return;
        }
}

} // namespace antecedent::app
