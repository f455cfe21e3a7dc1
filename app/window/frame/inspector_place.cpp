// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/inspector_place.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPropertyAnimation>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace antecedent::app {

namespace {

constexpr int kWideWindow = 1400; // from here on beside the view
constexpr int kUsual = 308;
constexpr int kLeast = 240;
constexpr int kMost = 420;
constexpr int kSlideMs = 120;

} // namespace

InspectorPlace::InspectorPlace(QWidget* inspector, QSplitter* across, QWidget* ground)
    : QObject(ground)
    , m_inspector(inspector)
    , m_across(across)
    , m_ground(ground)
    , m_close(new QToolButton(inspector))
    , m_toggle(new QAction(tr("&Inspector"), this))
    , m_motion(new QPropertyAnimation(inspector, "pos", this))
    , m_width(kUsual)
{
    m_inspector->setMinimumWidth(kLeast);
    m_inspector->setMaximumWidth(kMost);
    m_close->setObjectName(QStringLiteral("inspectorClose"));
    m_close->setText(QStringLiteral("×"));
    m_close->setAccessibleName(tr("Close the inspector"));
    m_close->setToolTip(tr("Close (Ctrl+I or Esc)"));
    m_close->setAutoRaise(true);
    m_close->setFixedSize(22, 22);
    m_close->hide();
    m_toggle->setObjectName(QStringLiteral("inspectorToggle"));
    m_toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_toggle->setToolTip(tr("Show or hide the selected record beside the view"));
    m_toggle->setCheckable(true);
    connect(m_close, &QToolButton::clicked, this, [this] { setShown(false); });
    connect(m_toggle, &QAction::triggered, this, &InspectorPlace::setShown);
    connect(m_across, &QSplitter::splitterMoved, this, [this] {
        if (!m_isDrawer && m_inspector->isVisible())
            m_width = m_inspector->width();
    });
    m_across->installEventFilter(this);
    m_inspector->installEventFilter(this);
}

void InspectorPlace::setWidth(int width)
{
    m_width = std::clamp(width, kLeast, kMost);
    show();
}

void InspectorPlace::setClosed(bool isClosed)
{
    m_isClosed = isClosed;
    show();
}

void InspectorPlace::setAllowed(bool isAllowed)
{
    m_isAllowed = isAllowed;
    m_toggle->setEnabled(isAllowed);
    show();
}

void InspectorPlace::recordSelected()
{
    if (!m_isDrawer || m_isClosed || m_isOpen)
        return;
    m_isOpen = true;
    show();
}

void InspectorPlace::setShown(bool isShown)
{
    m_isClosed = !isShown;
    m_isOpen = isShown;
    show();
    if (!m_isDrawer || !m_isAllowed)
        return;
    if (isShown)
        m_inspector->setFocus();
    else
        m_across->widget(0)->setFocus();
}

void InspectorPlace::arrange(int windowWidth)
{
    const bool isDrawer = windowWidth < kWideWindow;
    if (m_isPlaced && isDrawer == m_isDrawer)
        return;
    m_isPlaced = true;
    m_isDrawer = isDrawer;
    m_motion->stop();
    if (m_isDrawer) {
        m_inspector->setParent(m_ground);
        m_inspector->hide();
    } else {
        m_across->addWidget(m_inspector);
        m_across->setStretchFactor(0, 1);
        m_across->setStretchFactor(1, 0);
        m_across->setCollapsible(0, false);
        m_across->setCollapsible(1, false);
    }
    show();
}

void InspectorPlace::show()
{
    const bool wasVisible = m_inspector->isVisible();
    const bool isWantedNow = isWanted();
    m_toggle->setChecked(isWantedNow);
    m_close->setVisible(m_isDrawer);
    m_inspector->setVisible(isWantedNow);
    if (!isWantedNow)
        return;
    if (m_isDrawer) {
        m_inspector->raise();
        if (wasVisible)
            placeDrawer();
        else
            slide();
    } else if (m_across->count() > 1) {
        m_across->setSizes({std::max(1, m_across->width() - m_width - m_across->handleWidth()), m_width});
    }
}

QRect InspectorPlace::drawerRect() const
{
    const QPoint corner = m_across->mapTo(m_ground, QPoint(0, 0));
    const int wide = std::min(m_width, m_across->width());
    return {corner.x() + m_across->width() - wide, corner.y(), wide, m_across->height()};
}

void InspectorPlace::placeDrawer()
{
    if (m_motion->state() == QPropertyAnimation::Running)
        m_motion->stop();
    m_inspector->setGeometry(drawerRect());
}

void InspectorPlace::slide()
{
    const QRect to = drawerRect();
    const bool isMoving = QApplication::isEffectEnabled(Qt::UI_General)
        && m_inspector->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_inspector) > 0
        && m_inspector->window()->isVisible();
    m_inspector->setGeometry(to);
    if (!isMoving)
        return;
    m_motion->stop();
    m_motion->setDuration(kSlideMs);
    m_motion->setStartValue(QPoint(to.right() + 1, to.top()));
    m_motion->setEndValue(to.topLeft());
    m_motion->start();
}

bool InspectorPlace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_across && m_isDrawer && m_inspector->isVisible()
        && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeDrawer();
    if (watched == m_inspector && event->type() == QEvent::Resize)
        m_close->move(m_inspector->width() - m_close->width() - 6, 8);
    if (watched == m_inspector && event->type() == QEvent::KeyPress && m_isDrawer
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        setShown(false);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace antecedent::app
