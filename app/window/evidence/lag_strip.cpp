// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/lag_strip.h"

#include "widgets/common/marks.h"
#include "widgets/common/palette.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kGutter = 84;
constexpr int kRight = 18;
constexpr int kTop = 6;
constexpr int kRow = 30;
constexpr int kAxis = 34;
constexpr double kDot = 4; // radius of a control
constexpr double kNear = 7; // px around the edge that take it
constexpr double kTickPx = 64; // least distance of ticks
constexpr double kHour = 3600;

// 1, 2, 3, 6, 12 hours, then days; minutes below.
double stepOf(double range, double width)
{
    static constexpr std::array<double, 22> kSteps{1, 5, 15, 30, 60, 300, 600, 900, 1800, kHour, 2 * kHour, 3 * kHour,
        6 * kHour, 12 * kHour, 24 * kHour, 48 * kHour, 96 * kHour, 168 * kHour, 336 * kHour, 672 * kHour, 1344 * kHour,
        8760 * kHour};
    for (const double step : kSteps)
        if (step * width / range >= kTickPx)
            return step;
    return kSteps.back();
}

double niceStep(double range, double width)
{
    const double least = range * kTickPx / std::max(1.0, width);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least)
            return factor * power;
    return 10 * power;
}

// Edges are moved by whole minutes, quarters of an hour or hours, as fine as the length deserves.
Duration rounded(Duration before)
{
    using namespace std::chrono;
    const Duration step = before > hours(24) ? Duration(hours(1))
        : before > hours(4)                  ? Duration(minutes(15))
                                             : Duration(minutes(1));
    return std::max(step, Duration((before.count() + step.count() / 2) / step.count() * step.count()));
}

} // namespace

LagStrip::LagStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("lagStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LagStrip::sizeHint() const
{
    return {420, kTop + 2 * kRow + kAxis};
}

QSize LagStrip::minimumSizeHint() const
{
    return {260, kTop + 2 * kRow + kAxis};
}

void LagStrip::setInput(Input input)
{
    m_in = std::move(input);
    m_edge = m_in.edge;
    m_isDragging = false;
    measure();
    const double reach = m_in.edge ? toSeconds(*m_in.edge) : -m_from;
    if (m_isLag) { // room to make the window longer
        m_from = -std::max(reach, -m_from) * 1.5;
        m_to = 0;
    }
    say();
    update();
}

void LagStrip::setWindows(std::vector<WindowUse> windows)
{
    m_in.windows = std::move(windows);
    const double from = m_from;
    const double to = m_to;
    measure();
    m_from = from; // the axis stays while it is being moved
    m_to = to;
    say();
    update();
}

void LagStrip::measure()
{
    m_dots.clear();
    m_isLag = std::none_of(
        m_in.windows.begin(), m_in.windows.end(), [](const WindowUse& use) { return use.value.has_value(); });
    for (const WindowUse& use : m_in.windows) {
        const std::optional<double>& at = m_isLag ? use.lagS : use.value;
        if (at)
            m_dots.push_back({*at, use.isCase, use.isCase && use.failure == m_in.failure});
    }
    m_from = 0;
    m_to = 0;
    for (const Dot& dot : m_dots) {
        m_from = std::min(m_from, dot.at);
        m_to = std::max(m_to, dot.at);
    }
    if (!m_isLag && m_to > m_from)
        m_to += (m_to - m_from) / 20;
}

double LagStrip::plotWidth() const
{
    return std::max(1, width() - kGutter - kRight);
}

double LagStrip::xOf(double seconds) const
{
    return m_to > m_from ? kGutter + (seconds - m_from) / (m_to - m_from) * plotWidth() : kGutter;
}

void LagStrip::say()
{
    const auto count = [&](bool isCase) {
        return std::count_if(m_dots.begin(), m_dots.end(), [&](const Dot& dot) { return dot.isCase == isCase; });
    };
    QString name = m_isLag
        ? tr("Time before t0 of the latest onset: %1 failures, %2 controls").arg(count(true)).arg(count(false))
        : tr("Value in the window: %1 failures, %2 controls").arg(count(true)).arg(count(false));
    if (m_edge && m_isLag)
        name += tr("; window of %1, to be moved with Left and Right").arg(spanText(*m_edge, false));
    setAccessibleName(name);
    setToolTip(m_isLag && m_in.edge
            ? tr("Drag the blue edge, or move it with Left and Right and take it with Enter: the counts follow at once "
                 "and are exploratory.")
            : name);
}

void LagStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::View));
    if (m_dots.empty() && !(m_isLag && m_edge)) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(rect().adjusted(14, 0, -14, 0), Qt::AlignCenter | Qt::TextWordWrap,
            tr("No window has a time or a value of it."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintAxis(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRow(painter, true, kTop + kRow / 2.0);
    paintRow(painter, false, kTop + kRow * 1.5);
    if (m_isLag && m_edge)
        paintEdge(painter);
    if (hasFocus()) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void LagStrip::paintAxis(QPainter& painter) const
{
    const Theme theme = themeOf(palette());
    const double range = m_to - m_from;
    const int bottom = kTop + 2 * kRow;
    if (m_isLag && m_edge) // outside of the window nothing counts
        painter.fillRect(QRectF(kGutter, kTop, std::max(0.0, xOf(-toSeconds(*m_edge)) - kGutter), 2 * kRow),
            color(theme, Paint::Window));
    if (range > 0) {
        const double step = m_isLag ? stepOf(range, plotWidth()) : niceStep(range, plotWidth());
        for (double at = std::ceil(m_from / step) * step; at <= m_to + step / 1000; at += step) {
            const double x = xOf(at);
            painter.setPen(color(theme, at == 0 && m_isLag ? Paint::LineStrong : Paint::Grid));
            painter.drawLine(QPointF(x, kTop), QPointF(x, bottom));
            painter.setPen(color(theme, Paint::TextSecondary));
            const QString text = !m_isLag ? numberText(at, 'g', 6)
                : std::abs(at) < step / 2 ? QStringLiteral("t0")
                                          : spanText(Duration(std::llround(at * 1e6)), true);
            painter.drawText(QRectF(x - kTickPx / 2, bottom + 1, kTickPx, 15), Qt::AlignCenter, text);
        }
    }
    painter.setPen(color(theme, Paint::TextMuted));
    painter.drawText(QRectF(kGutter, bottom + 16, plotWidth(), 16), Qt::AlignRight | Qt::AlignVCenter,
        m_isLag ? tr("latest onset before t0") : tr("value in the window"));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(kGutter, bottom, width() - kRight, bottom);
}

void LagStrip::paintRow(QPainter& painter, bool isCases, double y) const
{
    const Theme theme = themeOf(palette());
    painter.setPen(color(theme, Paint::Text));
    painter.drawText(QRectF(14, y - 9, kGutter - 18, 18), Qt::AlignVCenter | Qt::AlignLeft,
        isCases ? tr("Failures") : tr("Controls"));
    std::map<int, int> stacked; // by place of 6 px
    const auto paintDot = [&](const Dot& dot) {
        constexpr int kPlace = 6;
        constexpr int kMostStacked = 3;
        const double x = xOf(dot.at);
        const int level = stacked[static_cast<int>(std::floor(x / kPlace))]++ % kMostStacked;
        const QPointF centre(x, y + (level == 1 ? -7 : level == 2 ? 7 : 0));
        if (isCases) {
            paintMark(painter, dot.isOwn ? MarkKind::Failure : MarkKind::OtherFailure, centre, theme);
            return;
        }
        painter.setPen(QPen(color(theme, Paint::Control), 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, kDot, kDot);
    };
    for (const bool isOwn : {false, true}) // the failure at hand on top
        for (const Dot& dot : m_dots)
            if (dot.isCase == isCases && dot.isOwn == isOwn)
                paintDot(dot);
}

void LagStrip::paintEdge(QPainter& painter) const
{
    const Theme theme = themeOf(palette());
    const double x = xOf(-toSeconds(*m_edge));
    painter.setPen(QPen(color(theme, Paint::Accent), 2));
    painter.drawLine(QPointF(x, kTop), QPointF(x, kTop + 2 * kRow));
    painter.setBrush(color(theme, Paint::Accent));
    painter.drawRoundedRect(QRectF(x - 3, kTop + kRow - 9, 6, 18), 2, 2);
    painter.setPen(color(theme, Paint::Accent));
    const QString text = tr("window %1").arg(spanText(*m_edge, false));
    const double wide = fontMetrics().horizontalAdvance(text) + 6;
    const bool isRoomLeft = x - wide > kGutter;
    painter.drawText(
        QRectF(isRoomLeft ? x - wide - 2 : x + 6, kTop, wide, 14), isRoomLeft ? Qt::AlignRight : Qt::AlignLeft, text);
}

bool LagStrip::isAtEdge(const QPointF& point) const
{
    return m_isLag && m_edge && std::abs(point.x() - xOf(-toSeconds(*m_edge))) <= kNear;
}

void LagStrip::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_isDragging = event->button() == Qt::LeftButton && isAtEdge(event->position());
}

void LagStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isDragging) {
        setCursor(isAtEdge(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    const double at = m_from + (event->position().x() - kGutter) / plotWidth() * (m_to - m_from);
    moveEdge(Duration(std::llround(std::clamp(-at, 60.0, -m_from) * 1e6)));
}

void LagStrip::mouseReleaseEvent(QMouseEvent*)
{
    if (m_isDragging)
        drop();
    m_isDragging = false;
}

void LagStrip::moveEdge(Duration before)
{
    const Duration next = rounded(before);
    if (m_edge == next)
        return;
    m_edge = next;
    if (-toSeconds(next) < m_from)
        m_from = -toSeconds(next) * 1.25;
    say();
    update();
    Q_EMIT edgeMoved(next);
}

void LagStrip::drop()
{
    if (m_edge && isMoving())
        Q_EMIT edgeDropped(*m_edge);
}

void LagStrip::keyPressEvent(QKeyEvent* event)
{
    if (!m_isLag || !m_edge)
        return QWidget::keyPressEvent(event);
    const Duration step = std::max(rounded(Duration(m_edge->count() / 24)), Duration(std::chrono::minutes(1)));
    switch (event->key()) {
    case Qt::Key_Left:
        return moveEdge(*m_edge + step);
    case Qt::Key_Right:
        return moveEdge(std::max(*m_edge - step, step));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return drop();
    case Qt::Key_Escape:
        if (!isMoving())
            break;
        m_edge = m_in.edge;
        update();
        Q_EMIT edgeReset();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LagStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace antecedent::app
