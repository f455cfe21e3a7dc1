// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the overlay: bar, lists, message, values.
#include "app/window/timeline/overlay_lists.h"
#include "app/window/timeline/overlay_page.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

namespace antecedent::app {

using namespace widgets;

OverlayPage::OverlayPage(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_step(new QComboBox(this))
    , m_align(new QComboBox(this))
    , m_width(new QComboBox(this))
    , m_against(new QSpinBox(this))
    , m_byRule(new QPushButton(tr("As by rule"), this))
    , m_leavingModel(new LeavingModel(this))
    , m_batchesModel(new BatchesModel(this))
    , m_leaving(new QListView(this))
    , m_batches(new QTreeView(this))
    , m_shortage(new QLabel(this))
    , m_overlay(new OverlayWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_body(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("overlayPage"));
    auto* charts = new QWidget(this);
    auto* chartLayout = new QVBoxLayout(charts);
    chartLayout->setContentsMargins(0, 0, 0, 0);
    chartLayout->setSpacing(0);
    m_shortage->setObjectName(QStringLiteral("overlayShortage"));
    m_shortage->setTextFormat(Qt::PlainText);
    m_shortage->setWordWrap(true);
    m_shortage->setContentsMargins(14, 6, 14, 6);
    m_shortage->setAccessibleName(tr("What is missing for a comparison"));
    chartLayout->addWidget(m_shortage);
    chartLayout->addWidget(m_overlay, 1);
    chartLayout->addWidget(makeValues());
    m_body->setHandleWidth(1);
    m_body->setChildrenCollapsible(false);
    m_body->addWidget(makeLists());
    m_body->addWidget(charts);
    m_body->setStretchFactor(1, 1);
    connect(m_body, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    m_pages->addWidget(m_body);
    m_pages->addWidget(makeMessage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addWidget(m_pages, 1);
    connectLists();
    connect(&m_workspace.context, &Context::questionChanged, this, &OverlayPage::refresh);
    connect(&m_workspace.context, &Context::dataChanged, this, &OverlayPage::refresh);
    connect(&m_workspace.context, &Context::zoneChanged, this, [this] {
        if (m_overlay->profile() && m_asked)
            showProfile();
    });
    connect(m_overlay, &OverlayWidget::currentChanged, this, &OverlayPage::followSignal);
    connect(m_overlay, &OverlayWidget::placeChanged, this, &OverlayPage::showValues);
    connect(m_overlay, &OverlayWidget::timeWanted, this,
        [this](const Interval& interval) { m_workspace.context.showInterval(interval); });
}

QBoxLayout* OverlayPage::makeBar()
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 0, 14, 4);
    bar->setSpacing(6);
    const auto add = [&](const QString& name, QWidget* control, const QString& objectName, const QString& tip) {
        auto* label = new QLabel(name, this);
        label->setBuddy(control);
        control->setObjectName(objectName);
        control->setToolTip(tip);
        control->setAccessibleName(name);
        control->setAccessibleDescription(tip);
        bar->addWidget(label);
        bar->addWidget(control);
        bar->addSpacing(6);
    };
    m_step->setMinimumContentsLength(14);
    m_step->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(tr("Step"), m_step, QStringLiteral("overlayStep"),
        tr("The unit procedure that is laid over; at first that in which the failure happened"));
    connect(m_step, &QComboBox::activated, this, [this] {
        const QStringList chosen = m_step->currentData().toStringList();
        if (chosen.size() != 2)
            return;
        m_wantedStep = chosen[0].toStdString();
        m_wantedOccurrence = chosen[1].toULongLong();
        refresh();
    });
    m_align->addItem(tr("Phase, stretched"), static_cast<int>(ProfileAlign::Phase));
    m_align->addItem(tr("Phase start"), static_cast<int>(ProfileAlign::PhaseStart));
    m_align->addItem(tr("Step start"), static_cast<int>(ProfileAlign::StepStart));
    add(tr("Align by"), m_align, QStringLiteral("overlayAlign"),
        tr("Stretched: each phase of a batch to the median length; else by the time since the start of phase or step"));
    connect(m_align, &QComboBox::activated, this, &OverlayPage::refresh);
    m_width->addItems({tr("Equal"), tr("By duration")});
    add(tr("Phase width"), m_width, QStringLiteral("overlayWidth"), tr("How wide phases are drawn"));
    connect(m_width, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_overlay->setColumnWidth(index == 0 ? ColumnWidth::Equal : ColumnWidth::ByDuration); });
    m_against->setRange(static_cast<int>(kFewestGood), 200);
    m_against->setValue(static_cast<int>(ProfileOptions{}.against));
    m_against->setKeyboardTracking(false);
    add(tr("Good batches, at most"), m_against, QStringLiteral("overlayAgainst"),
        tr("The nearest good batches before the failed one, then those after it"));
    connect(m_against, &QSpinBox::valueChanged, this, &OverlayPage::refresh);
    m_byRule->setObjectName(QStringLiteral("overlayByRule"));
    m_byRule->setToolTip(tr("Forget which batches were ticked in and out by hand"));
    m_byRule->setAccessibleName(m_byRule->toolTip());
    m_byRule->hide();
    connect(m_byRule, &QPushButton::clicked, this, [this] {
        m_hands.erase(m_failure);
        refresh();
    });
    bar->addWidget(m_byRule);
    bar->addStretch(1);
    return bar;
}

QWidget* OverlayPage::makeLists()
{
    const auto titled = [this](const QString& title, QWidget* list, QLabel** below) {
        auto* part = new QWidget(this);
        auto* layout = new QVBoxLayout(part);
        layout->setContentsMargins(0, 8, 0, 0);
        layout->setSpacing(2);
        auto* head = new QLabel(title, part);
        QFont font = head->font();
        font.setPointSizeF(10);
        font.setWeight(QFont::DemiBold);
        head->setFont(font);
        head->setContentsMargins(14, 0, 14, 0);
        head->setBuddy(list);
        layout->addWidget(head);
        if (below != nullptr) {
            *below = new QLabel(part);
            (*below)->setContentsMargins(14, 0, 14, 4);
            (*below)->setWordWrap(true);
            layout->addWidget(*below);
        }
        layout->addWidget(list, 1);
        return part;
    };
    m_leaving->setObjectName(QStringLiteral("overlayLeaving"));
    m_leaving->setAccessibleName(tr("What leaves the golden profile, the farthest first"));
    m_leaving->setModel(m_leavingModel);
    m_leaving->setItemDelegate(new LeavingDelegate(m_leaving));
    m_leaving->setFrameShape(QFrame::NoFrame);
    m_leaving->setUniformItemSizes(true);
    m_leaving->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_leaving->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_batches->setObjectName(QStringLiteral("overlayBatches"));
    m_batches->setAccessibleName(tr("Batches of the overlay; Space takes one in or out"));
    m_batches->setModel(m_batchesModel);
    m_batches->setHeaderHidden(true);
    m_batches->setFrameShape(QFrame::NoFrame);
    m_batches->setRootIsDecorated(false);
    m_batches->setIndentation(8);
    m_batches->setUniformRowHeights(true);
    m_batches->setAllColumnsShowFocus(true);
    m_batches->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_batches->setItemsExpandable(false);
    auto* lists = new QSplitter(Qt::Vertical, this);
    lists->setHandleWidth(1);
    lists->setChildrenCollapsible(false);
    lists->addWidget(titled(tr("Where it leaves the profile"), m_leaving, &m_leavingTitle));
    lists->addWidget(titled(tr("Batches"), m_batches, nullptr));
    lists->setSizes({400, 300});
    lists->setMinimumWidth(212);
    return lists;
}

void OverlayPage::connectLists()
{
    connect(m_leaving->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (const QVariant signal = now.data(LeavingModel::SignalRole); signal.isValid())
            m_overlay->setCurrentSignal(signal.toULongLong());
        else if (const QVariant column = now.data(LeavingModel::ColumnRole); column.isValid())
            m_overlay->setPlace(column.toDouble() + 0.5);
    });
    connect(m_leaving, &QListView::clicked, this, [this](const QModelIndex& row) {
        if (row.data(LeavingModel::SignalRole).isValid())
            m_overlay->pointAtLeaving();
    });
    connect(m_leaving, &QListView::activated, this, &OverlayPage::openRow);
    auto* copy = new QShortcut(QKeySequence::Copy, m_leaving);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] {
        QGuiApplication::clipboard()->setText(m_leavingModel->asText());
        Q_EMIT told(tr("The list is in the clipboard."));
    });
    // In a later turn: the model is filled anew by what it asks for.
    connect(m_batchesModel, &BatchesModel::ticked, this, &OverlayPage::tick, Qt::QueuedConnection);
    connect(m_batches->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        const QVariant batch = now.data(BatchesModel::BatchRole);
        m_overlay->setHighlighted(batch.isValid() ? std::optional<std::size_t>(batch.toULongLong()) : std::nullopt);
    });
}

QWidget* OverlayPage::makeMessage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    m_message = new QLabel(page);
    m_message->setObjectName(QStringLiteral("overlayMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_action = new QPushButton(tr("Show the aligned failures"), page);
    m_action->setObjectName(QStringLiteral("overlayAction"));
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (!m_action->property("isRetry").toBool())
            return Q_EMIT alignedWanted();
        m_asked.reset();
        refresh();
    });
    layout->addStretch(1);
    layout->addWidget(m_message, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

QWidget* OverlayPage::makeValues()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 4, 14, 4);
    layout->setSpacing(6);
    m_values = new QLabel(bar);
    m_values->setObjectName(QStringLiteral("overlayValues"));
    m_values->setTextFormat(Qt::PlainText);
    m_values->setWordWrap(true);
    m_values->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_values->setAccessibleName(tr("Values at the cross hair"));
    auto* copy = new QPushButton(tr("Copy values"), bar);
    copy->setObjectName(QStringLiteral("overlayCopy"));
    copy->setToolTip(tr("Copy the values of all signals at the cross hair as a table (Ctrl+C)"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QPushButton::clicked, this, [this] {
        if (!m_overlay->place())
            return;
        m_overlay->copyValues();
        Q_EMIT told(tr("The values are in the clipboard."));
    });
    auto* open = new QPushButton(tr("Show in timeline"), bar);
    open->setObjectName(QStringLiteral("overlayOpen"));
    open->setToolTip(
        tr("Show the timeline at the cross hair, or where the chosen signal first leaves the profile (Enter)"));
    open->setAccessibleName(open->toolTip());
    connect(open, &QPushButton::clicked, m_overlay, &OverlayWidget::askForTime);
    connect(m_overlay, &OverlayWidget::placeChanged, copy,
        [this, copy] { copy->setEnabled(m_overlay->place().has_value()); });
    copy->setEnabled(false);
    layout->addWidget(m_values, 1);
    layout->addWidget(copy);
    layout->addWidget(open);
    return bar;
}

} // namespace antecedent::app
