// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace antecedent::app {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
{
    setObjectName(QStringLiteral("startPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* name = new QLabel(QStringLiteral("Antecedent"), this);
    QFont big = name->font();
    big.setPointSizeF(18);
    big.setWeight(QFont::DemiBold);
    name->setFont(big);
    auto* purpose = new QLabel(
        tr("Find out whether the condition of an asset contributed to a batch deviation: all records on one timeline,\n"
           "honest evidence, and a report that stands up in an audit. Nothing leaves this machine."),
        this);
    purpose->setForegroundRole(QPalette::PlaceholderText);
    auto* sample = new QPushButton(tr("Open the sample investigation"), this);
    sample->setObjectName(QStringLiteral("openSample"));
    sample->setDefault(true);
    auto* create = new QPushButton(tr("New investigation…"), this);
    auto* open = new QPushButton(tr("Open…"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(sample);
    buttons->addWidget(create);
    buttons->addWidget(open);
    buttons->addStretch(1);
    auto* recent = new QLabel(tr("Recent investigations"), this);
    recent->setBuddy(m_recent);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Recent investigations"));
    auto* hint = new QLabel(tr("Files and folders can be dropped anywhere in this window."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(name);
    column->addWidget(purpose);
    column->addLayout(buttons);
    column->addSpacing(24);
    column->addWidget(recent);
    column->addWidget(m_recent, 3);
    column->addWidget(hint);
    column->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 4);
    layout->addStretch(1);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(create, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_recent, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { Q_EMIT recentWanted(item->data(Qt::UserRole).toString()); });
}

void StartPage::setRecent(const QStringList& paths)
{
    m_recent->clear();
    for (const QString& path : paths) {
        const QFileInfo info(path);
        auto* item =
            new QListWidgetItem(info.completeBaseName() + QStringLiteral("   ") + info.absolutePath(), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
    }
    if (paths.isEmpty()) {
        auto* none = new QListWidgetItem(tr("None yet."), m_recent);
        none->setFlags(Qt::NoItemFlags);
    }
}

} // namespace antecedent::app
