// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_page.h"

#include "app/window/frame/start_parts.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace antecedent::app {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
    , m_filter(new QLineEdit(this))
{
    setObjectName(QStringLiteral("startPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 24, 0, 24);
    grid->setHorizontalSpacing(36);
    grid->setVerticalSpacing(24);
    grid->setColumnMinimumWidth(0, 36);
    grid->setColumnMinimumWidth(3, 36);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 12);
    grid->setColumnStretch(2, 5);
    grid->setColumnStretch(3, 1);
    grid->setRowMinimumHeight(0, 12);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(2, 8);
    grid->setRowStretch(4, 1);
    grid->addWidget(makeHead(), 1, 1, 1, 2);
    grid->addWidget(makeRecent(), 2, 1);
    grid->addWidget(makeStart(), 2, 2, Qt::AlignTop);
    grid->addWidget(new DropZone(this), 3, 1, 1, 2);
    connect(m_recent, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { Q_EMIT recentWanted(item->data(Qt::UserRole).toString()); });
    connect(m_filter, &QLineEdit::textChanged, this, &StartPage::narrow);
}

QWidget* StartPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* name = new QLabel(QStringLiteral("Antecedent"), head);
    QFont big = name->font();
    big.setPointSizeF(18);
    big.setWeight(QFont::DemiBold);
    name->setFont(big);
    auto* purpose = new QLabel(
        tr("Find out whether the condition of an asset contributed to a batch deviation: all records on one timeline, "
           "honest evidence, and a report that stands up in an audit."),
        head);
    purpose->setWordWrap(true);
    auto* offline = new QLabel(tr("Works offline. Nothing leaves this computer."), head);
    offline->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(new ProgramMark(head), 0, 0, 2, 1);
    grid->addWidget(name, 0, 1);
    grid->addWidget(offline, 0, 2, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(purpose, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    return head;
}

QWidget* StartPage::makeRecent()
{
    auto* part = new QWidget(this);
    auto* title = new QLabel(tr("Recent investigations"), part);
    QFont strong = title->font();
    strong.setPointSizeF(10);
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setBuddy(m_recent);
    title->setMinimumHeight(m_filter->sizeHint().height()); // level with the other column
    m_filter->setObjectName(QStringLiteral("recentFilter"));
    m_filter->setPlaceholderText(tr("Filter by name or folder"));
    m_filter->setAccessibleName(tr("Filter of the recent investigations"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(220);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setAccessibleName(tr("Recent investigations"));
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_recent->setMinimumHeight(160);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_filter, 0, 1, Qt::AlignRight);
    grid->addWidget(m_recent, 1, 0, 1, 2);
    grid->addWidget(new RecentLegend(part), 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    return part;
}

QWidget* StartPage::makeStart()
{
    auto* part = new QWidget(this);
    auto* title = new QLabel(tr("Start"), part);
    QFont strong = title->font();
    strong.setPointSizeF(10);
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    title->setMinimumHeight(m_filter->sizeHint().height());
    column->addWidget(title);
    const auto add = [&](StartCard::Sign sign, const QString& name, const QString& text, const QString& more,
                         const QString& key, void (StartPage::*wanted)()) {
        auto* card = new StartCard(sign, text, more, key, part);
        card->setObjectName(name);
        connect(card, &QPushButton::clicked, this, wanted);
        column->addWidget(card);
        return card;
    };
    add(StartCard::Sign::Play, QStringLiteral("openSample"), tr("Open the sample investigation"),
        tr("A worn part and a decoy, five minutes"), {}, &StartPage::sampleWanted)
        ->setDefault(true);
    add(StartCard::Sign::Plus, QStringLiteral("newInvestigation"), tr("New investigation…"),
        tr("An empty file, then import your exports"),
        QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText), &StartPage::newWanted);
    add(StartCard::Sign::Folder, QStringLiteral("openInvestigation"), tr("Open…"), tr("An investigation file (.ante)"),
        QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText), &StartPage::openWanted);
    column->addStretch(1);
    return part;
}

void StartPage::setRecent(const std::vector<RecentFile>& files)
{
    m_recent->clear();
    for (const RecentFile& file : files) {
        const QString name = file.title.isEmpty() ? QFileInfo(file.path).completeBaseName() : file.title;
        auto* item = new QListWidgetItem(name, m_recent);
        item->setData(Qt::UserRole, file.path);
        item->setData(RecentDelegate::kFileRole, QVariant::fromValue(file));
        item->setToolTip(file.path);
        item->setData(
            Qt::AccessibleTextRole, QStringList{name, file.path, file.words, file.step}.join(QStringLiteral(", ")));
    }
    if (files.empty()) {
        auto* none = new QListWidgetItem(tr("None yet. Open the sample, or drop files or a folder below."), m_recent);
        none->setFlags(Qt::NoItemFlags);
    }
    m_filter->setVisible(files.size() > 3);
    narrow();
}

void StartPage::narrow()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < m_recent->count(); ++i) {
        QListWidgetItem* item = m_recent->item(i);
        const QString all = item->text() + QLatin1Char(' ') + item->data(Qt::UserRole).toString();
        bool isShown = true;
        for (const QString& word : words)
            isShown = isShown && all.contains(word, Qt::CaseInsensitive);
        item->setHidden(!isShown);
    }
}

} // namespace antecedent::app
