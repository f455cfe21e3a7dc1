// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The panel itself; inspector_show.cpp fills it.
#include "app/window/records/inspector.h"

#include "app/window/records/record_actions.h"
#include "widgets/common/palette.h"

#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kPadding = 14;

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, 10, 0, 0);
    label->setWordWrap(true);
    return label;
}

// Clear of the button that the drawer has at its top.
QLayout* makeRoomFor(QLabel& label)
{
    auto* room = new QVBoxLayout;
    room->setContentsMargins(24, 36, 24, 36);
    room->addWidget(&label);
    return room;
}

void makeReadable(QLabel* label, const QString& objectName)
{
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

} // namespace

Inspector::Inspector(const Workspace& workspace, const RecordActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_mark(new QLabel)
    , m_title(new QLabel)
    , m_kind(new QLabel)
    , m_fields(new QLabel)
    , m_unifiedTitle(heading({}, this))
    , m_unified(new QLabel)
    , m_originalPlace(new QLabel)
    , m_original(new QPlainTextEdit)
    , m_related(new QListWidget)
    , m_body(new QWidget)
    , m_empty(new QLabel(tr("Select a record in the timeline, a table or the graph to see its fields, its original row "
                            "and what happened around it.")))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("The selected record"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* whole = new QVBoxLayout(m_body);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* scroll = new QScrollArea(m_body);
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setAccessibleName(tr("Fields and rows of the selected record"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(makeBody());
    scroll->widget()->setAutoFillBackground(false);
    whole->addWidget(scroll, 1);
    whole->addWidget(makeActions(actions));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeRoomFor(*m_empty));
    layout->addWidget(m_body);
    connectContext();
    refresh();
}

QWidget* Inspector::makeBody()
{
    QFont big = m_title->font();
    big.setPointSizeF(12);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    makeReadable(m_title, QStringLiteral("inspectorTitle"));
    makeReadable(m_kind, QStringLiteral("inspectorKind"));
    makeReadable(m_fields, QStringLiteral("inspectorFields"));
    makeReadable(m_unified, QStringLiteral("unifiedRow"));
    makeReadable(m_originalPlace, QStringLiteral("originalPlace"));
    for (QLabel* label : {m_fields, m_unified})
        label->setTextFormat(Qt::RichText);
    m_original->setReadOnly(true);
    m_original->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_original->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_original->setAccessibleName(tr("Original row"));
    m_original->setTabChangesFocus(true);
    m_original->setObjectName(QStringLiteral("originalRow"));
    m_related->setObjectName(QStringLiteral("relatedRecords"));
    m_related->setAccessibleName(tr("Related records"));
    m_related->setToolTip(tr("Enter or a double click goes to the record"));
    m_related->setFrameShape(QFrame::NoFrame);
    m_related->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_related->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_related->setTextElideMode(Qt::ElideRight);
    m_related->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    auto* body = new QVBoxLayout(content);
    body->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    body->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->setContentsMargins(0, 0, 18, 0); // the drawer has its button there
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_title, 1);
    body->addLayout(top);
    body->addWidget(m_kind);
    body->addWidget(m_fields);
    body->addWidget(heading(tr("Original row"), this));
    body->addWidget(m_originalPlace);
    body->addWidget(m_original);
    body->addWidget(m_unifiedTitle);
    body->addWidget(m_unified);
    body->addWidget(heading(tr("Related records, and one hour around on the same asset"), this));
    body->addWidget(m_related);
    body->addStretch(1);
    return content;
}

QWidget* Inspector::makeActions(const RecordActions& actions)
{
    auto* bar = new QWidget(this);
    auto* grid = new QGridLayout(bar);
    grid->setContentsMargins(kPadding, 8, kPadding, 10);
    grid->setSpacing(6);
    int at = 0;
    for (QAction* action : actions.all()) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        auto* button = new QPushButton(bar);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setAutoDefault(false);
        button->setText(tr("%1  %2").arg(action->text().remove(QLatin1Char('&')), key));
        button->setToolTip(tr("%1 (%2)").arg(action->toolTip(), key));
        button->setAccessibleName(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        grid->addWidget(button, at / 2, at % 2);
        ++at;
    }
    return bar;
}

void Inspector::connectContext()
{
    connect(m_related, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const QVariant failure = item->data(Qt::UserRole + 1);
        if (failure.isValid())
            m_workspace.context.setFailure(failure.toULongLong());
        else
            m_workspace.context.select(item->data(Qt::UserRole).toUInt());
    });
    connect(&m_workspace.context, &Context::selectionChanged, this, &Inspector::refresh);
    connect(&m_workspace.context, &Context::zoneChanged, this, &Inspector::refresh);
    connect(&m_workspace.context, &Context::questionChanged, this, &Inspector::refresh);
}

void Inspector::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void Inspector::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Panel));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, 0, 0, height());
}

void Inspector::refresh()
{
    const auto event = m_workspace.context.selected();
    const bool isShown = m_workspace.context.data() && event;
    m_body->setVisible(isShown);
    m_empty->setVisible(!isShown);
    ++m_question;
    if (!isShown)
        return;
    showFields(*event);
    askRows(*event);
    showRelated(*event);
}

} // namespace antecedent::app
