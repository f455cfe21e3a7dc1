// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rail.h"

#include "widgets/common/palette.h"
#include "widgets/common/step_icons.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace antecedent::app {

using namespace widgets;

namespace {
constexpr int kWidth = 168;
constexpr int kNarrow = 48;
constexpr int kItem = 34;
constexpr int kTop = 8;
} // namespace

Rail::Rail(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(kWidth);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void Rail::addStep(const QString& title)
{
    m_steps.push_back({title, {}, {}});
    describe();
    update();
}

void Rail::setBadge(int step, const QString& badge, const QString& words)
{
    m_steps[static_cast<std::size_t>(step)].badge = badge;
    m_steps[static_cast<std::size_t>(step)].words = words;
    describe();
    update();
}

QString Rail::words(int step) const
{
    const Step& of = m_steps[static_cast<std::size_t>(step)];
    const QString key =
        QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + (step + 1) % 10)).toString(QKeySequence::NativeText);
    return of.words.isEmpty() ? tr("%1 (%2)").arg(of.title, key) : tr("%1: %2 (%3)").arg(of.title, of.words, key);
}

void Rail::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    setFixedWidth(isNarrow ? kNarrow : kWidth);
    update();
}

void Rail::setCurrent(int step)
{
    if (step < 0 || step >= static_cast<int>(m_steps.size()) || step == m_current)
        return;
    m_current = step;
    describe();
    update();
    Q_EMIT chosen(step);
}

void Rail::describe()
{
    if (!m_steps.empty())
        setAccessibleName(tr("Steps, now %1").arg(words(m_current)));
    QStringList all;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        all << words(i);
    setAccessibleDescription(all.join(QStringLiteral("; ")));
}

bool Rail::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int step = stepAt(help->pos());
    if (step >= 0)
        QToolTip::showText(help->globalPos(), words(step), this, rectOf(step));
    else
        QToolTip::hideText();
    return true;
}

QSize Rail::sizeHint() const
{
    return {m_isNarrow ? kNarrow : kWidth, kTop + kItem * static_cast<int>(m_steps.size())};
}

QRect Rail::rectOf(int step) const
{
    return {0, kTop + step * kItem, width(), kItem};
}

int Rail::stepAt(const QPoint& point) const
{
    const int step = (point.y() - kTop) / kItem;
    return point.y() >= kTop && step < static_cast<int>(m_steps.size()) ? step : -1;
}

void Rail::paintStep(QPainter& painter, int at) const
{
    constexpr int kIconLeft = 16;
    constexpr int kTextLeft = 38;
    constexpr int kRight = 12;
    constexpr int kGap = 6;
    const Theme theme = themeOf(palette());
    const QRect item = rectOf(at);
    const Step& step = m_steps[static_cast<std::size_t>(at)];
    const bool isCurrent = at == m_current;
    if (isCurrent) {
        painter.fillRect(item, color(theme, Paint::View));
        painter.fillRect(QRect(0, item.top(), 3, item.height()), color(theme, Paint::Accent));
    } else if (at == m_hover) {
        painter.fillRect(item, color(theme, Paint::Hover));
    }
    const QPointF icon(m_isNarrow ? kNarrow / 2.0 : kIconLeft + 8.0, item.center().y() + 0.5);
    paintStepIcon(
        painter, static_cast<StepIcon>(at), icon, color(theme, isCurrent ? Paint::Text : Paint::TextSecondary));
    if (m_isNarrow)
        return;
    QFont strong = font();
    strong.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
    painter.setFont(strong);
    painter.setPen(color(theme, Paint::Text));
    const QRect inner = item.adjusted(kTextLeft, 0, -kRight, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, step.title);
    const int room = inner.width() - painter.fontMetrics().horizontalAdvance(step.title) - kGap;
    painter.setFont(font());
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(
        inner, Qt::AlignVCenter | Qt::AlignRight, painter.fontMetrics().elidedText(step.badge, Qt::ElideRight, room));
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Window));
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        paintStep(painter, i);
        if (i == m_current && hasFocus()) {
            painter.setPen(QPen(color(theme, Paint::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rectOf(i).adjusted(5, 2, -3, -3));
        }
    }
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void Rail::mousePressEvent(QMouseEvent* event)
{
    setCurrent(stepAt(event->pos()));
}

void Rail::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = stepAt(event->pos());
    update();
}

void Rail::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        setCurrent(m_current + 1);
    else if (event->key() == Qt::Key_Up)
        setCurrent(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace antecedent::app
