// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tool bars of the timeline: range; lanes, what is shown, pictures; cursors.
#include "app/window/shared/key_names.h"
#include "app/window/timeline/overlay_page.h"
#include "app/window/timeline/timeline_view.h"
#include "widgets/timeline/aligned_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>

namespace antecedent::app {

using namespace widgets;

TimelineView::TimelineView(const Workspace& workspace, QWidget* parent)
    : View(parent)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget(this))
    , m_timeline(new TimelineWidget(workspace.context, &workspace.jobs, this))
    , m_aligned(new AlignedWidget(workspace.context, this))
    , m_overlay(new OverlayPage(workspace, this))
    , m_bars(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_goTo(new QLineEdit(this))
    , m_one(new QPushButton(tr("One"), this))
    , m_all(new QPushButton(tr("Aligned"), this))
    , m_over(new QPushButton(tr("Overlay"), this))
    , m_order(new QComboBox(this))
    , m_lanes(new QPushButton(tr("Lanes"), this))
    , m_search(new QLineEdit(this))
    , m_signals(new QPushButton(tr("Process data"), this))
{
    auto* range = new QHBoxLayout;
    auto* show = new QHBoxLayout;
    for (QBoxLayout* bar : {static_cast<QBoxLayout*>(range), static_cast<QBoxLayout*>(show)})
        bar->setSpacing(6);
    makeRangeBar(range);
    makeShowBar(show);
    m_bars->setContentsMargins(14, 4, 14, 4);
    m_bars->setSpacing(4);
    m_bars->addLayout(range);
    m_bars->addLayout(show);
    m_pages->addWidget(m_timeline);
    m_pages->addWidget(m_aligned);
    m_pages->addWidget(m_overlay); // in the order of Mode
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bars);
    layout->addWidget(makeCursorBar());
    layout->addWidget(m_pages, 1);
    connectTimeline();
    recallLanes();
    showRange();
    showCursors();
    fillSignals();
    setMode(Mode::One);
    m_settle.start();
}

QSize TimelineView::minimumSizeHint() const
{
    return {640, 320};
}

std::vector<std::pair<QString, QString>> TimelineView::keys()
{
    return {{keyNames(QStringLiteral("Ctrl+G")), tr("Timeline: go to a time")},
        {QStringLiteral("F, A"), tr("Fit the window, all")}, {QStringLiteral("+, −"), tr("Zoom in, out")},
        {keyNames(QStringLiteral("←, →, PgUp, PgDn")), tr("Earlier, later")},
        {tr("Shift+drag"), tr("Zoom to a box; in a plot also its values")},
        {QStringLiteral("↑, ↓"), tr("Next row; Space folds an asset, Alt+↑ and Alt+↓ move it")},
        {keyNames(QStringLiteral("Ctrl+←, Ctrl+→")), tr("Record before, after in the row")},
        {QStringLiteral("C"), tr("One hour around the selected record")},
        {QStringLiteral("B, Shift+B"), tr("Brush the time between the cursors, or in view; end the brush")},
        {QStringLiteral("[, ]"), tr("Cursor A, B at the selected record; also Ctrl+click, Ctrl+Shift+click")},
        {QStringLiteral("R, E, L, V"), tr("Relative axis, compress empty time, links, coverage")},
        {keyNames(QStringLiteral("Ctrl+Shift+C")), tr("Copy the picture")},
        {QStringLiteral("←, →, ↑, ↓"), tr("Overlay: move the cross hair, next signal; Ctrl+C copies the values")},
        {keyNames(QStringLiteral("Enter")), tr("Overlay: show that time in the timeline")}};
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    const int wanted = m_bars->itemAt(0)->sizeHint().width() + m_bars->itemAt(1)->sizeHint().width() + 40;
    m_bars->setDirection(event->size().width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TimelineView::makeRangeBar(QBoxLayout* bar)
{
    constexpr int kTimeWidth = 142;
    constexpr int kSmall = 28;
    const auto button = [&](const QString& text, const QString& tip, auto slot) {
        auto* made = new QPushButton(text, this);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QPushButton::clicked, this, slot);
        bar->addWidget(made);
        return made;
    };
    button(tr("Fit window"), tr("Show the window around the failure, or the whole overlay (F)"), [this] { fit(); });
    button(tr("All"), tr("Show everything (A)"), [this] {
        setMode(Mode::One);
        m_timeline->fitAll();
    })->setFixedWidth(44);
    button(QStringLiteral("+"), tr("Zoom in (+)"), [this] { zoom(0.6); })->setFixedWidth(kSmall);
    button(QStringLiteral("−"), tr("Zoom out (−)"), [this] { zoom(1.6); })->setFixedWidth(kSmall);
    for (QLineEdit* edit : {m_from, m_to}) {
        edit->setFixedWidth(kTimeWidth);
        edit->setAccessibleName(edit == m_from ? tr("From") : tr("To"));
        edit->setToolTip(tr("A time such as 2026-03-29 01:30, or to the failure such as -4 h"));
        connect(edit, &QLineEdit::returnPressed, this, &TimelineView::goToTyped);
    }
    m_from->setObjectName(QStringLiteral("timelineFrom"));
    m_to->setObjectName(QStringLiteral("timelineTo"));
    bar->addWidget(m_from);
    bar->addWidget(new QLabel(tr("to"), this));
    bar->addWidget(m_to);
    m_goTo->setObjectName(QStringLiteral("goTo"));
    m_goTo->setMinimumWidth(90);
    m_goTo->setMaximumWidth(150);
    m_goTo->setPlaceholderText(tr("Go to time"));
    m_goTo->setMinimumWidth(m_goTo->fontMetrics().horizontalAdvance(m_goTo->placeholderText()) + 16);
    m_goTo->setAccessibleName(tr("Go to time"));
    m_goTo->setToolTip(tr("A time such as 2026-03-29 01:30:05, t0, or −4 h 50 min; cursor A is put there (Ctrl+G)"));
    connect(m_goTo, &QLineEdit::returnPressed, this, &TimelineView::goToTime);
    bar->addWidget(m_goTo);
    bar->addStretch(1);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this);
    connect(key, &QShortcut::activated, this, [this] {
        setMode(Mode::One);
        m_goTo->setFocus();
        m_goTo->selectAll();
    });
}

void TimelineView::makeShowBar(QBoxLayout* bar)
{
    m_one->setToolTip(tr("The chosen failure on its timeline"));
    m_all->setToolTip(tr("All failures of its kind, aligned on their time"));
    m_all->setObjectName(QStringLiteral("alignFailures"));
    m_over->setToolTip(tr("The batch of the failure over good batches of the same product and step, aligned by phase"));
    m_over->setObjectName(QStringLiteral("overlay"));
    for (const auto& [button, mode] :
        {std::pair(m_one, Mode::One), std::pair(m_all, Mode::Aligned), std::pair(m_over, Mode::Overlay)}) {
        button->setCheckable(true);
        button->setAccessibleName(button->toolTip());
        bar->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, chosen = mode] { setMode(chosen); });
    }
    m_order->addItems({tr("by date"), tr("by likeness")});
    m_order->setAccessibleName(tr("Order of the failures"));
    m_order->setToolTip(tr("By likeness: by the share of event classes before the failure that both have"));
    m_order->setObjectName(QStringLiteral("alignedOrder"));
    connect(m_order, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_aligned->setOrder(index == 0 ? AlignedOrder::Date : AlignedOrder::Likeness); });
    bar->addWidget(m_order);
    m_search->setObjectName(QStringLiteral("findLanes"));
    m_search->setPlaceholderText(tr("Find lanes"));
    m_search->setAccessibleName(tr("Find lanes"));
    m_search->setToolTip(tr("Words of assets and lanes; the others are hidden"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(116);
    connect(m_search, &QLineEdit::textChanged, this, &TimelineView::setSearch);
    bar->addWidget(m_search);
    const auto menuButton = [&](QPushButton* button, const QString& name, const QString& tip) {
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setMenu(new QMenu(button));
        bar->addWidget(button);
    };
    menuButton(m_lanes, QStringLiteral("lanes"), tr("Kinds of records that are shown, folding and order of assets"));
    connect(m_lanes->menu(), &QMenu::aboutToShow, this, &TimelineView::fillLanes);
    fillLanes();
    menuButton(m_signals, QStringLiteral("signals"), tr("Tags that are drawn below the lanes of their asset"));
    m_show = new QPushButton(tr("Show"), this);
    menuButton(m_show, QStringLiteral("show"), tr("Axis, empty time, links, coverage, cursors"));
    makeShowMenu(m_show);
    auto* save = new QPushButton(tr("Export"), this);
    menuButton(save, QStringLiteral("exportPicture"), tr("The picture exactly as seen"));
    makeExportMenu(save);
    bar->addStretch(1);
}

QAction* TimelineView::addToggle(
    QMenu* menu, const QString& text, const QKeySequence& key, bool isOn, void (TimelineWidget::*set)(bool))
{
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(isOn);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    connect(action, &QAction::toggled, m_timeline, set);
    return action;
}

void TimelineView::makeShowMenu(QPushButton* button)
{
    QMenu* menu = button->menu();
    addToggle(menu, tr("Axis relative to the failure"), Qt::Key_R, false, &TimelineWidget::setRelative)
        ->setObjectName(QStringLiteral("timelineRelative"));
    addToggle(menu, tr("Compress empty time"), Qt::Key_E, false, &TimelineWidget::setCompressed)
        ->setObjectName(QStringLiteral("timelineCompressed"));
    addToggle(menu, tr("Links of the selected record"), Qt::Key_L, true, &TimelineWidget::setLinked)
        ->setObjectName(QStringLiteral("timelineLinked"));
    addToggle(menu, tr("Coverage"), Qt::Key_V, true, &TimelineWidget::setCovered)
        ->setObjectName(QStringLiteral("timelineCovered"));
    menu->addSeparator();
    menu->addAction(
        tr("One hour around the selected record") + QStringLiteral("\tC"), m_timeline, &TimelineWidget::showContext);
    const auto here = [this] { return m_timeline->axis().usAt(m_timeline->axis().widthPx / 2); };
    menu->addAction(tr("Cursor A") + QStringLiteral("\t["), this, [this, here] { m_timeline->setCursor(0, here()); });
    menu->addAction(tr("Cursor B") + QStringLiteral("\t]"), this, [this, here] { m_timeline->setCursor(1, here()); });
}

void TimelineView::makeExportMenu(QPushButton* button)
{
    QMenu* menu = button->menu();
    for (const QString& format : {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")})
        menu->addAction(tr("Save as %1…").arg(format.toUpper()), this, [this, format] { savePictureAs(format); });
    menu->addSeparator();
    QAction* copy = menu->addAction(tr("Copy the picture"), this, &TimelineView::copyPicture);
    copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(copy);
}

QWidget* TimelineView::makeCursorBar()
{
    m_cursorBar = new QWidget(this);
    auto* bar = new QHBoxLayout(m_cursorBar);
    bar->setContentsMargins(14, 0, 14, 4);
    m_cursorText = new QLabel(m_cursorBar);
    m_cursorText->setObjectName(QStringLiteral("cursorText"));
    m_cursorText->setTextFormat(Qt::PlainText);
    m_cursorText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* copy = new QPushButton(tr("Copy"), m_cursorBar);
    copy->setObjectName(QStringLiteral("copyCursors"));
    copy->setToolTip(tr("Copy times and values at the cursors"));
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_timeline->cursorWords()); });
    auto* remove = new QPushButton(tr("Remove cursors"), m_cursorBar);
    remove->setToolTip(tr("Remove both cursors (Esc)"));
    connect(remove, &QPushButton::clicked, this, [this] {
        m_timeline->setCursor(0, std::nullopt);
        m_timeline->setCursor(1, std::nullopt);
    });
    bar->addWidget(m_cursorText, 1);
    bar->addWidget(copy, 0, Qt::AlignTop);
    bar->addWidget(remove, 0, Qt::AlignTop);
    return m_cursorBar;
}

} // namespace antecedent::app
