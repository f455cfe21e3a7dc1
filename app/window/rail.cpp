// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rail.h"

#include "widgets/common/palette.h"

#include <QKeyEvent>
#include <QPainter>

namespace antecedent::app {

using namespace widgets;

namespace {
constexpr int kWidth = 168;
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
    m_steps.push_back({title, {}});
    describe();
    update();
}

void Rail::setBadge(int step, const QString& badge)
{
    m_steps[static_cast<std::size_t>(step)].badge = badge;
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
        setAccessibleName(tr("Steps, now %1").arg(m_steps[static_cast<std::size_t>(m_current)].title));
}

QSize Rail::sizeHint() const
{
    return {kWidth, kTop + kItem * static_cast<int>(m_steps.size())};
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

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::Window));
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        const QRect item = rectOf(i);
        const Step& step = m_steps[static_cast<std::size_t>(i)];
        const bool isCurrent = i == m_current;
        if (isCurrent) {
            painter.fillRect(item, color(theme, Paint::View));
            painter.fillRect(QRect(0, item.top(), 3, item.height()), color(theme, Paint::Accent));
        } else if (i == m_hover) {
            painter.fillRect(item, color(theme, Paint::Hover));
        }
        QFont font = this->font();
        font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(color(theme, Paint::Text));
        painter.drawText(item.adjusted(18, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, step.title);
        painter.setFont(this->font());
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(item.adjusted(18, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, step.badge);
        if (isCurrent && hasFocus()) {
            painter.setPen(QPen(color(theme, Paint::Accent), 2));
            painter.drawRect(item.adjusted(4, 2, -3, -3));
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
