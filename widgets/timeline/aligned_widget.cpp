// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/aligned_widget.h"

#include "widgets/common/text.h"
#include "widgets/timeline/lane_painting.h"
#include "widgets/timeline/timeline_layout.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr int kHead = 46; // sentence and axis
constexpr int kLaneHeight = 18;
constexpr int kLeastRow = 42; // three lines in the gutter

} // namespace

AlignedWidget::AlignedWidget(Context& context, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("alignedFailures"));
    setAccessibleName(tr("Failures of one kind, aligned on their time"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&context, &Context::questionChanged, this, [this] {
        const Asked now{m_context.data(), m_context.failure(), m_context.before(), m_context.after()};
        if (now == m_asked) // the filter, which is no matter of the failures
            return;
        m_asked = now;
        m_content = {};
        m_isStale = true;
        if (isVisible())
            rebuild();
    });
    connect(&context, &Context::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&context, &Context::zoneChanged, viewport(), qOverload<>(&QWidget::update));
}

void AlignedWidget::rebuild()
{
    m_content = {};
    m_isStale = false;
    m_current = 0;
    if (m_context.data() && m_context.failure()) {
        m_content =
            alignFailures(*m_context.data(), *m_context.failure(), m_context.before(), m_context.after(), m_order);
        for (std::size_t r = 0; r < m_content.rows.size(); ++r)
            if (m_content.rows[r].failure == *m_context.failure())
                m_current = r;
    }
    fit();
    layOut();
}

void AlignedWidget::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_isStale)
        rebuild();
}

void AlignedWidget::setOrder(AlignedOrder order)
{
    m_order = order;
    m_isStale = true;
    if (isVisible())
        rebuild();
}

void AlignedWidget::fit()
{
    const std::int64_t from = -m_context.before().count();
    const std::int64_t to = m_context.after().count();
    const std::int64_t margin = std::max<std::int64_t>((to - from) / 25, 1);
    m_axis.fromUs = from - margin;
    m_axis.toUs = to + margin;
    viewport()->update();
}

int AlignedWidget::rowHeight() const
{
    return std::max(kLeastRow, static_cast<int>(m_content.kinds.size()) * kLaneHeight + 4);
}

void AlignedWidget::layOut()
{
    const int page = std::max(0, viewport()->height() - kHead);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_content.rows.size()) * rowHeight() - page));
    viewport()->update();
}

void AlignedWidget::resizeEvent(QResizeEvent*)
{
    m_axis.widthPx = std::max(1, viewport()->width() - layout::kGutter);
    layOut();
}

TimeAxis AlignedWidget::axisOf(const AlignedFailure& row) const
{
    const std::int64_t anchor = m_context.data()->failures[row.failure].anchor.time_since_epoch().count();
    return {anchor + m_axis.fromUs, anchor + m_axis.toUs, m_axis.widthPx, nullptr};
}

int AlignedWidget::middleOf(std::size_t row) const
{
    return kHead + static_cast<int>(row) * rowHeight() - verticalScrollBar()->value() + rowHeight() / 2;
}

std::optional<std::size_t> AlignedWidget::rowAt(int y) const
{
    const int at = y - kHead + verticalScrollBar()->value();
    if (y < kHead || at < 0)
        return std::nullopt;
    const auto row = static_cast<std::size_t>(at / rowHeight());
    return row < m_content.rows.size() ? std::optional(row) : std::nullopt;
}

std::optional<std::uint32_t> AlignedWidget::eventAt(const QPoint& point) const
{
    const auto row = rowAt(point.y());
    if (!row || point.x() < layout::kGutter)
        return std::nullopt;
    const int at = point.y() - kHead + verticalScrollBar()->value() - static_cast<int>(*row) * rowHeight() - 2;
    const auto lane = static_cast<std::size_t>(std::max(0, at) / kLaneHeight);
    if (lane >= m_content.kinds.size())
        return std::nullopt;
    const AlignedFailure& failure = m_content.rows[*row];
    return recordAt(failure.lanes[lane], axisOf(failure), point.x() - layout::kGutter);
}

void AlignedWidget::choose(std::size_t row)
{
    m_context.setFailure(m_content.rows[row].failure);
    Q_EMIT failureChosen();
}

void AlignedWidget::wheelEvent(QWheelEvent* event)
{
    constexpr double kPerStep = 1.25;
    constexpr double kEighthsPerStep = 120;
    if (event->position().x() < layout::kGutter || (event->modifiers() & Qt::ControlModifier) == 0) {
        QAbstractScrollArea::wheelEvent(event); // a stack is scrolled; Ctrl zooms
        return;
    }
    const double steps = event->angleDelta().y() / kEighthsPerStep;
    m_axis = m_axis.zoomed(event->position().x() - layout::kGutter, std::pow(kPerStep, -steps));
    viewport()->update();
    event->accept();
}

void AlignedWidget::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_pressedAxis = m_axis;
    m_isPanning = false;
}

void AlignedWidget::mouseMoveEvent(QMouseEvent* event)
{
    constexpr int kSlack = 4;
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    m_isPanning = m_isPanning || (event->pos() - m_pressed).manhattanLength() > kSlack;
    if (!m_isPanning || m_pressed.x() < layout::kGutter)
        return;
    m_axis = m_pressedAxis.panned(m_pressed.x() - event->pos().x());
    viewport()->update();
}

void AlignedWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const auto row = rowAt(event->pos().y());
    if (m_isPanning || event->button() != Qt::LeftButton || !row)
        return;
    m_current = *row;
    if (const auto found = eventAt(event->pos()))
        m_context.select(found);
    else
        choose(*row);
}

void AlignedWidget::moveCurrent(int by)
{
    if (m_content.rows.empty())
        return;
    const auto next = static_cast<std::ptrdiff_t>(m_current) + by;
    m_current = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, std::ssize(m_content.rows) - 1));
    const int top = static_cast<int>(m_current) * rowHeight();
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), top + rowHeight() - bar->pageStep(), top));
    viewport()->update();
}

void AlignedWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 60;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(-1);
    case Qt::Key_Down:
        return moveCurrent(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current < m_content.rows.size())
            choose(m_current);
        return;
    case Qt::Key_Left:
        m_axis = m_axis.panned(-kStep);
        break;
    case Qt::Key_Right:
        m_axis = m_axis.panned(kStep);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_axis = m_axis.zoomed(m_axis.widthPx / 2, 0.8);
        break;
    case Qt::Key_Minus:
        m_axis = m_axis.zoomed(m_axis.widthPx / 2, 1.25);
        break;
    case Qt::Key_F:
        fit();
        break;
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
    viewport()->update();
}

bool AlignedWidget::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_context.data())
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto found = eventAt(help->pos());
    const auto row = rowAt(help->pos().y());
    if (!found || !row) {
        QToolTip::hideText();
        return true;
    }
    const UnifiedEvents& events = m_context.data()->context.events;
    const Failure& failure = m_context.data()->failures[m_content.rows[*row].failure];
    QToolTip::showText(help->globalPos(),
        toQString(events.className(*found)) + QLatin1Char('\n')
            + m_context.times().full(onsetTime(m_context.data()->dataset, events, *found)) + QStringLiteral(", ")
            + tr("%1 to %2")
                  .arg(spanText(Timestamp(Duration(events.onsetUs[*found])) - failure.anchor, true),
                      toQString(failure.id)),
        viewport());
    return true;
}

void AlignedWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paint(painter);
}

void AlignedWidget::paintHead(QPainter& painter, Theme theme)
{
    const int right = viewport()->width();
    painter.fillRect(QRect(0, 0, right, kHead), color(theme, Paint::View));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    painter.setPen(color(theme, Paint::Text));
    const QString what = m_content.classification.isEmpty() ? tr("no classification") : m_content.classification;
    painter.drawText(QRect(14, 4, right - 28, 18), Qt::AlignVCenter,
        tr("%1 failures: %2. Aligned on their time, t0.", nullptr, pluralOf(m_content.rows.size()))
            .arg(m_content.rows.size())
            .arg(what));
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(QRect(8, 28, layout::kGutter - 16, 16), Qt::AlignRight | Qt::AlignVCenter, tr("Time to failure"));
    painter.setClipRect(QRect(layout::kGutter, 24, static_cast<int>(m_axis.widthPx), kHead));
    for (const std::int64_t tick : relativeTicks(m_axis, tickStepUs(m_axis, 70), 0)) {
        const double x = layout::kGutter + m_axis.xOf(tick);
        painter.setPen(color(theme, Paint::LineStrong));
        painter.drawLine(QPointF(x, kHead - 5), QPointF(x, kHead - 1));
        painter.setPen(color(theme, tick == 0 ? Paint::Failure : Paint::TextSecondary));
        painter.drawText(QRectF(x - 40, 26, 80, 16), Qt::AlignCenter,
            tick == 0 ? QStringLiteral("t0") : spanText(Duration(tick), true));
    }
    painter.setClipping(false);
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, kHead - 1, right, kHead - 1);
}

void AlignedWidget::paintRow(QPainter& painter, Theme theme, std::size_t index, int top)
{
    const AlignedFailure& row = m_content.rows[index];
    const InvestigationData& snapshot = *m_context.data();
    const Failure& failure = snapshot.failures[row.failure];
    const bool isChosen = m_context.failure() == row.failure;
    const int height = rowHeight();
    const QRect area(layout::kGutter, top, static_cast<int>(m_axis.widthPx), height - 1);
    const double anchor = layout::kGutter + m_axis.xOf(0);
    // After t0 is no antecedent.
    painter.fillRect(QRectF(anchor, top, std::max(0.0, area.right() - anchor), height - 1), color(theme, Paint::Panel));
    if (isChosen)
        painter.fillRect(QRect(0, top, layout::kGutter, height - 1), color(theme, Paint::Selection));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    painter.setPen(color(theme, isChosen ? Paint::Failure : Paint::Text));
    const auto line = [&](int y, const QString& text) {
        painter.drawText(QRect(14, top + y, layout::kGutter - 22, 14), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, layout::kGutter - 22));
    };
    const Asset* asset = snapshot.dataset.asset(failure.asset);
    line(1, toQString(failure.id) + (asset != nullptr ? QStringLiteral("  ") + toQString(asset->id) : QString()));
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    line(14, m_context.times().full(failure.anchor));
    if (!isChosen)
        line(27, tr("%1 of %2 classes as in the chosen").arg(row.alike).arg(row.classes));
    painter.save();
    painter.setClipRect(area.intersected(QRect(0, kHead, viewport()->width(), viewport()->height())));
    const LaneScene scene{snapshot, theme, axisOf(row), m_context.selected(), &failure, true, m_stamps};
    for (std::size_t lane = 0; lane < row.lanes.size(); ++lane)
        if (!row.lanes[lane].events.empty())
            paintLane(painter, scene, row.lanes[lane],
                QRect(area.left(), top + 2 + static_cast<int>(lane) * kLaneHeight, area.width(), kLaneHeight));
    painter.restore();
    paintMark(painter, isChosen ? MarkKind::Failure : MarkKind::OtherFailure, {anchor, top + height / 2.0}, theme);
    painter.setPen(color(theme, Paint::Line));
    painter.drawLine(0, top + height - 1, viewport()->width(), top + height - 1);
    if (index == m_current && hasFocus())
        painter.fillRect(QRect(0, top, 3, height - 1), color(theme, Paint::Accent));
}

void AlignedWidget::paint(QPainter& painter)
{
    const Theme theme = themeOf(palette());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), color(theme, Paint::View));
    if (!m_context.data() || m_content.rows.empty()) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
            tr("No failure is chosen. Choose one above to see all of its kind aligned."));
        return;
    }
    const double anchor = layout::kGutter + m_axis.xOf(0);
    painter.setClipRect(QRect(0, kHead, viewport()->width(), viewport()->height() - kHead));
    for (std::size_t r = 0; r < m_content.rows.size(); ++r) {
        const int top = middleOf(r) - rowHeight() / 2;
        if (top + rowHeight() > kHead && top < viewport()->height())
            paintRow(painter, theme, r, top);
    }
    if (anchor >= layout::kGutter && anchor <= viewport()->width()) {
        painter.setPen(QPen(color(theme, Paint::Failure), 2));
        painter.drawLine(QPointF(anchor, kHead), QPointF(anchor, viewport()->height()));
    }
    painter.setClipping(false);
    paintHead(painter, theme);
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(layout::kGutter - 1, 24, layout::kGutter - 1, viewport()->height());
}

} // namespace antecedent::widgets
