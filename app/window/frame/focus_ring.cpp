// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/focus_ring.h"

#include "widgets/common/palette.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kPen = 2;
constexpr int kGap = 1;

// What shows by itself where the keyboard is: what the style draws, the rail, lists that pop up.
bool isDrawnByItself(const QWidget* widget)
{
    for (const char* type : {"QMenu", "QAbstractButton", "QLineEdit", "QComboBox", "QAbstractSpinBox",
             "QAbstractSlider", "QTabBar", "antecedent::app::Rail"})
        if (widget->inherits(type))
            return true;
    return widget->windowType() == Qt::Popup;
}

// Nothing: no ring is needed.
QWidget* targetOf(QWidget* focus)
{
    if (focus == nullptr || isDrawnByItself(focus) || focus->window() == focus
        || focus->window()->windowType() == Qt::Popup)
        return nullptr;
    return focus;
}

// The inspector, which may lie over the area as a drawer; null: the area is in it.
QWidget* drawerOver(const QWidget* target)
{
    auto* drawer = target->window()->findChild<QWidget*>(QStringLiteral("inspector"));
    return drawer != nullptr && !drawer->isAncestorOf(target) && drawer != target ? drawer : nullptr;
}

} // namespace

FocusRing::FocusRing(QWidget* window)
    : QWidget(window)
    , m_home(window)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing()
{
    for (const QPointer<QWidget>& widget : m_watched)
        if (widget)
            widget->removeEventFilter(this);
}

void FocusRing::follow(QWidget* now)
{
    QWidget* target = targetOf(now);
    if (target == m_target)
        return;
    for (const QPointer<QWidget>& widget : m_watched)
        if (widget)
            widget->removeEventFilter(this);
    m_watched.clear();
    m_target = target;
    if (target == nullptr) {
        hide();
        if (parentWidget() != m_home)
            setParent(m_home);
        return;
    }
    for (QWidget* each = target; each != nullptr; each = each->isWindow() ? nullptr : each->parentWidget()) {
        each->installEventFilter(this);
        m_watched.append(each);
    }
    if (parentWidget() != target->window())
        setParent(target->window());
    if (QWidget* drawer = drawerOver(target)) {
        drawer->installEventFilter(this);
        m_watched.append(drawer);
    }
    place();
    QTimer::singleShot(0, this, &FocusRing::place); // once what is being shown has its place
}

void FocusRing::place()
{
    if (!m_target || !m_target->isVisible()) {
        hide();
        return;
    }
    // A big area takes the ring inside its edges; what is scrolled out of sight has none.
    const bool isArea = qobject_cast<QAbstractScrollArea*>(m_target.data()) != nullptr;
    const int out = isArea ? 0 : kPen + kGap;
    QRect ring(m_target->mapTo(parentWidget(), QPoint(0, 0)), m_target->size());
    for (const QWidget* in = m_target->parentWidget(); in != nullptr;
         in = in->isWindow() ? nullptr : in->parentWidget())
        ring &= QRect(in->mapTo(parentWidget(), QPoint(0, 0)), in->size());
    if (ring.isEmpty()) {
        hide();
        return;
    }
    setGeometry(ring.adjusted(-out, -out, out, out));
    QRegion mask = QRegion(rect()).subtracted(QRegion(rect().adjusted(kPen, kPen, -kPen, -kPen)));
    // What lies over the area lies over its ring.
    const QWidget* drawer = drawerOver(m_target);
    if (drawer != nullptr && drawer->isVisible())
        mask -= QRegion(QRect(drawer->mapTo(parentWidget(), QPoint(0, 0)) - pos(), drawer->size()));
    setMask(mask);
    show();
    raise();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    const bool isLeaving =
        event->type() == QEvent::Close || event->type() == QEvent::DeferredDelete || event->type() == QEvent::Hide;
    if (isLeaving && watched == parentWidget() && parentWidget() != m_home) {
        follow(nullptr); // the window goes, the ring stays
        return false;
    }
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ZOrderChange:
    case QEvent::ParentChange:
        if (watched != this)
            place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(color(themeOf(palette()), Paint::Accent), kPen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect().adjusted(kPen / 2, kPen / 2, -kPen / 2, -kPen / 2));
}

} // namespace antecedent::app
