// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/status_strip.h"

#include "widgets/common/text.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace antecedent::app {

using namespace widgets;

StatusStrip::StatusStrip(const Workspace& workspace, QWidget* parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_work(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_left(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_summary(new QLabel(this))
    , m_user(new QLabel(this))
    , m_zone(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_work->setObjectName(QStringLiteral("work"));
    m_progress->setObjectName(QStringLiteral("workProgress"));
    m_progress->setAccessibleName(tr("How far the work is"));
    m_progress->setFixedWidth(160);
    m_progress->setMaximumHeight(12);
    m_progress->setTextVisible(false);
    m_left->setObjectName(QStringLiteral("workLeft"));
    m_cancel->setObjectName(QStringLiteral("workCancel"));
    m_cancel->setAccessibleName(tr("Cancel the work that runs"));
    m_cancel->setToolTip(tr("Stop this work; what it has changed so far is undone"));
    m_cancel->setAutoDefault(false);
    m_cancel->setFixedHeight(20);
    m_summary->setObjectName(QStringLiteral("caseSummary"));
    m_user->setObjectName(QStringLiteral("statusUser"));
    m_zone->setObjectName(QStringLiteral("statusZone"));
    for (QLabel* label : {m_work, m_left, m_summary, m_user, m_zone}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
    }
    addWidget(m_work);
    addWidget(m_progress);
    addWidget(m_left);
    addWidget(m_cancel);
    for (QLabel* label : {m_summary, m_user, m_zone})
        addPermanentWidget(label);
    const QString user = toQString(currentActor().name);
    m_user->setText(user);
    m_user->setToolTip(tr("What you change is recorded in the audit trail under this name: %1").arg(user));
    connect(&workspace.jobs, &Jobs::changed, this, &StatusStrip::showWork);
    connect(m_cancel, &QPushButton::clicked, &workspace.jobs, &Jobs::cancelShown);
    connect(&workspace.context, &Context::dataChanged, this, &StatusStrip::showCase);
    connect(&workspace.context, &Context::zoneChanged, this, &StatusStrip::showCase);
    showWork();
    showCase();
}

void StatusStrip::addSwitch(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto name = [button, action] {
        button->setText(action->text().remove(QLatin1Char('&')));
        button->setVisible(action->isVisible());
        button->setAccessibleName(action->toolTip());
        button->setToolTip(tr("%1 (%2)").arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(action, &QAction::changed, button, name);
    addPermanentWidget(button);
    name();
}

void StatusStrip::showWork()
{
    const Jobs& jobs = m_workspace.jobs;
    const QString title = jobs.title();
    const std::size_t others = jobs.shownCount() > 1 ? jobs.shownCount() - 1 : 0;
    m_work->setText(title.isEmpty() ? tr("Ready")
            : others > 0            ? tr("%1, %n more waiting", nullptr, static_cast<int>(others)).arg(title)
                                    : title);
    for (QWidget* widget : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(!title.isEmpty());
    const double fraction = jobs.fraction();
    m_progress->setRange(0, fraction < 0 ? 0 : 1000);
    m_progress->setValue(static_cast<int>(fraction * 1000));
    const std::optional<std::int64_t> left = jobs.timeLeftMs();
    m_left->setVisible(left.has_value());
    m_left->setText(left ? timeLeftText(*left) : QString());
}

void StatusStrip::showCase()
{
    const DataPtr& snapshot = m_workspace.context.data();
    m_summary->setVisible(snapshot != nullptr);
    m_zone->setVisible(snapshot != nullptr);
    if (!snapshot)
        return;
    const QString zone = SiteTime(snapshot->siteZone).zoneName();
    m_summary->setText(tr("%1 records · %2 sources · %3")
                           .arg(countText(snapshot->context.events.size()), countText(snapshot->sources.size()),
                               toQString(snapshot->caseInfo.id)));
    m_zone->setText(m_workspace.context.isUtc() ? tr("Times in UTC") : tr("Site time, %1").arg(zone));
    m_zone->setToolTip(tr("Times of the site are in %1; the context bar changes between them and UTC.").arg(zone));
}

} // namespace antecedent::app
