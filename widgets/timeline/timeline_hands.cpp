// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the timeline.
#include "widgets/common/text.h"
#include "widgets/timeline/lane_painting.h"
#include "widgets/timeline/neighbours.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    constexpr double kPerStep = 1.25;
    constexpr double kEighthsPerStep = 120;
    const QPoint delta = event->angleDelta();
    if ((event->modifiers() & Qt::ShiftModifier) != 0) {
        setAxis(m_axis.panned(-(delta.y() != 0 ? delta.y() : delta.x())));
    } else if (event->position().x() < layout::kGutter) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y() / 2);
    } else {
        const double steps = delta.y() / kEighthsPerStep;
        zoomAt(event->position().x() - layout::kGutter, std::pow(kPerStep, -steps));
    }
    event->accept();
}

const TimelineWidget::Row* TimelineWidget::rowAt(int y) const
{
    if (y < layout::kTop)
        return nullptr;
    const int at = y - layout::kTop + verticalScrollBar()->value();
    for (const Row& row : m_rows)
        if (at >= row.top && at < row.top + row.height)
            return &row;
    return nullptr;
}

QString TimelineWidget::assetAt(int y) const
{
    const Row* row = rowAt(y);
    return row != nullptr && row->kind <= RowKind::Plot ? m_groups[row->group].title : QString();
}

bool TimelineWidget::isHeader(int y) const
{
    const Row* row = rowAt(y);
    return row != nullptr && row->kind == RowKind::Header;
}

QString TimelineWidget::currentAsset() const
{
    const bool isAsset = m_current < m_rows.size() && m_rows[m_current].kind <= RowKind::Plot;
    return isAsset ? m_groups[m_rows[m_current].group].title : QString();
}

std::optional<std::uint32_t> TimelineWidget::eventAt(const QPoint& point) const
{
    const Row* row = rowAt(point.y());
    const Lane* lane = row != nullptr && point.x() >= layout::kGutter ? laneOf(*row) : nullptr;
    return lane != nullptr ? recordAt(*lane, m_axis, point.x() - layout::kGutter) : std::nullopt;
}

// The words at the edge of an empty lane that a click follows.
std::optional<std::uint32_t> TimelineWidget::neighbourAt(const QPoint& point) const
{
    const Row* row = rowAt(point.y());
    const Lane* lane = row != nullptr && point.x() >= layout::kGutter ? laneOf(*row) : nullptr;
    if (lane == nullptr || !m_context.data())
        return std::nullopt;
    const double x = point.x() - layout::kGutter;
    const auto [left, right] = neighbourRoom(m_axis);
    for (const Neighbour& each : neighboursOf(*m_context.data(), *lane, m_axis, m_context.currentFailure())) {
        const double width = fontMetrics().horizontalAdvance(each.words);
        if (each.isBefore ? x >= left && x <= left + width : x <= right && x >= right - width)
            return each.event;
    }
    return std::nullopt;
}

// Chooses a record outside the range and widens the range to it.
void TimelineWidget::reach(std::uint32_t event)
{
    constexpr std::int64_t kMargin = 12; // of the span
    const std::int64_t onset = m_context.data()->context.events.onsetUs[event];
    const std::int64_t from = std::min(m_axis.fromUs, onset);
    const std::int64_t to = std::max(m_axis.toUs, onset);
    const std::int64_t margin = (to - from) / kMargin;
    m_context.select(event);
    showRange(onset < m_axis.fromUs ? from - margin : from, onset > m_axis.toUs ? to + margin : to);
}

std::int64_t TimelineWidget::snapped(const QPoint& point) const
{
    constexpr double kNear = 6;
    const std::int64_t at = m_axis.usAt(point.x() - layout::kGutter);
    const auto event = eventAt(point);
    if (!event)
        return at;
    const std::int64_t onset = m_context.data()->context.events.onsetUs[*event];
    return std::abs(m_axis.xOf(onset) - m_axis.xOf(at)) <= kNear ? onset : at;
}

// A cursor is put with Ctrl (A) or Ctrl+Shift (B), and moved by its head in the axis.
bool TimelineWidget::pressCursor(QMouseEvent* event)
{
    constexpr double kReach = 8;
    const QPoint point = event->pos();
    if (point.x() < layout::kGutter)
        return false;
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        const bool isB = (event->modifiers() & Qt::ShiftModifier) != 0;
        m_drag = isB ? Drag::CursorB : Drag::CursorA;
        setCursor(isB ? 1 : 0, snapped(point));
        return true;
    }
    if (point.y() >= layout::kOverview && point.y() < layout::kTop)
        for (std::size_t i = 0; i < 2; ++i)
            if (m_cursors[i] && std::abs(m_axis.xOf(*m_cursors[i]) - (point.x() - layout::kGutter)) <= kReach) {
                m_drag = i == 1 ? Drag::CursorB : Drag::CursorA;
                return true;
            }
    return false;
}

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || arrangeAgain())
        return;
    m_pressed = event->pos();
    m_dragged = event->pos();
    m_pressedAxis = m_axis;
    m_drag = Drag::Pressed;
    if (const Row* row = rowAt(m_pressed.y()))
        m_current = static_cast<std::size_t>(row - m_rows.data());
    if (m_pressed.y() < layout::kOverview && m_pressed.x() >= layout::kGutter) {
        m_drag = Drag::Overview;
        dragTo(m_pressed);
    } else if (!pressCursor(event) && (event->modifiers() & Qt::ShiftModifier) != 0
        && m_pressed.x() >= layout::kGutter) {
        m_drag = Drag::Box;
    }
}

void TimelineWidget::dragTo(const QPoint& point)
{
    m_dragged = point;
    switch (m_drag) {
    case Drag::Overview: // the middle of the range follows the cursor
        goTo(wholeAxis().usAt(std::clamp<double>(point.x() - layout::kGutter, 0, m_axis.widthPx)));
        break;
    case Drag::Pan:
        setAxis(m_pressedAxis.panned(m_pressed.x() - point.x()));
        break;
    case Drag::CursorA:
    case Drag::CursorB:
        setCursor(m_drag == Drag::CursorB ? 1 : 0, snapped(point));
        break;
    default:
        viewport()->update();
    }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    constexpr int kSlack = 4;
    if ((event->buttons() & Qt::LeftButton) == 0 || m_drag == Drag::None)
        return;
    if (m_drag == Drag::Pressed && (event->pos() - m_pressed).manhattanLength() > kSlack) {
        const Row* row = rowAt(m_pressed.y());
        if (m_pressed.x() >= layout::kGutter)
            m_drag = Drag::Pan;
        else if (row != nullptr && row->kind == RowKind::Header)
            m_drag = Drag::Group;
    }
    if (m_drag != Drag::Pressed)
        dragTo(event->pos());
}

void TimelineWidget::endBox(const QPoint& point)
{
    constexpr int kLeast = 8;
    const QRect box = QRect(m_pressed, point).normalized();
    const Row* row = rowAt(m_pressed.y());
    const Plot* plot = row != nullptr && row == rowAt(point.y()) ? plotOf(*row) : nullptr;
    if (plot != nullptr && box.height() >= kLeast) {
        const ValueSpan now = yZoom(plot->tag).value_or(spanOf(*plot, traceOf(plot->tag), m_axis));
        const int top = layout::kTop + row->top - verticalScrollBar()->value();
        m_yZoom[plot->tag.value] = {
            valueAtY(now, box.bottom() - top, row->height - 1), valueAtY(now, box.top() - top, row->height - 1)};
    }
    if (box.width() >= kLeast)
        showRange(m_axis.usAt(std::max(0, box.left() - layout::kGutter)), m_axis.usAt(box.right() - layout::kGutter));
    viewport()->update();
}

std::size_t TimelineWidget::groupPlaceAt(int y) const
{
    const std::vector<std::size_t> order = m_choice.ordered(m_groups);
    const int at = y - layout::kTop + verticalScrollBar()->value();
    for (const Row& row : m_rows)
        if (row.kind == RowKind::Header && at < row.top + row.height / 2)
            return static_cast<std::size_t>(std::find(order.begin(), order.end(), row.group) - order.begin());
    return order.size();
}

void TimelineWidget::endGroup(const QPoint& point)
{
    const Row* row = rowAt(m_pressed.y());
    if (row == nullptr || row->kind != RowKind::Header)
        return;
    m_choice.move(m_groups, row->group, groupPlaceAt(point.y()));
    layOut();
    Q_EMIT choiceChanged();
}

void TimelineWidget::toggleFold(std::size_t group)
{
    const QString& title = m_groups[group].title;
    if (!m_choice.folded.insert(title).second)
        m_choice.folded.erase(title);
    layOut();
    Q_EMIT choiceChanged();
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Box)
        return endBox(event->pos());
    if (drag == Drag::Group)
        return endGroup(event->pos());
    viewport()->update();
    if (drag != Drag::Pressed)
        return;
    const Row* row = rowAt(event->pos().y());
    if (row != nullptr && row->kind == RowKind::Header)
        toggleFold(row->group);
    else if (row != nullptr && row->kind == RowKind::Left)
        setChoice({m_choice.order, m_choice.folded, {}, {}});
    else if (const auto neighbour = neighbourAt(event->pos()))
        reach(*neighbour);
    else if (event->pos().x() >= layout::kGutter)
        m_context.select(eventAt(event->pos()));
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Row* row = rowAt(event->pos().y());
    if (event->pos().x() >= layout::kGutter && event->pos().y() >= layout::kTop) {
        zoomAt(event->pos().x() - layout::kGutter, 0.25);
    } else if (const Plot* plot = row != nullptr ? plotOf(*row) : nullptr) {
        m_yZoom.erase(plot->tag.value);
        viewport()->update();
    }
}

void TimelineWidget::moveCurrent(int by)
{
    if (m_rows.empty())
        return;
    const auto next = static_cast<std::ptrdiff_t>(m_current) + by;
    m_current = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, std::ssize(m_rows) - 1));
    const Row& row = m_rows[m_current];
    QScrollBar* bar = verticalScrollBar();
    if (row.top < bar->value())
        bar->setValue(row.top);
    else if (row.top + row.height > bar->value() + bar->pageStep())
        bar->setValue(row.top + row.height - bar->pageStep());
    viewport()->update();
}

void TimelineWidget::moveGroup(int by)
{
    if (m_rows.empty() || m_rows[m_current].kind > RowKind::Plot)
        return;
    const std::size_t group = m_rows[m_current].group;
    std::vector<std::size_t> shown; // with a header
    for (const Row& row : m_rows)
        if (row.kind == RowKind::Header)
            shown.push_back(row.group);
    const auto at = std::find(shown.begin(), shown.end(), group) - shown.begin();
    const std::ptrdiff_t other = at + by;
    if (other < 0 || other >= std::ssize(shown))
        return;
    const std::vector<std::size_t> order = m_choice.ordered(m_groups);
    const auto place = static_cast<std::size_t>(
        std::find(order.begin(), order.end(), shown[static_cast<std::size_t>(other)]) - order.begin());
    m_choice.move(m_groups, group, by > 0 ? place + 1 : place);
    layOut();
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        if (m_rows[r].kind == RowKind::Header && m_rows[r].group == group)
            m_current = r;
    moveCurrent(0);
    Q_EMIT choiceChanged();
}

// From the selected record, else from the left edge of the view.
void TimelineWidget::step(int by)
{
    if (m_rows.empty() || m_rows[m_current].kind > RowKind::Lane)
        return;
    const UnifiedEvents& events = m_context.data()->context.events;
    const auto selected = m_context.selected();
    const std::uint32_t at = selected
        ? *selected
        : static_cast<std::uint32_t>(
            std::lower_bound(events.onsetUs.begin(), events.onsetUs.end(), m_axis.fromUs) - events.onsetUs.begin());
    std::optional<std::uint32_t> best;
    const LaneGroup& group = m_groups[m_rows[m_current].group];
    for (const Lane& lane : group.lanes) {
        if (laneOf(m_rows[m_current]) != nullptr && laneOf(m_rows[m_current]) != &lane)
            continue;
        if (by > 0) { // events are numbered in the order of time
            const auto next = selected ? std::upper_bound(lane.events.begin(), lane.events.end(), at)
                                       : std::lower_bound(lane.events.begin(), lane.events.end(), at);
            if (next != lane.events.end())
                best = std::min(best.value_or(*next), *next);
        } else {
            const auto next = std::lower_bound(lane.events.begin(), lane.events.end(), at);
            if (next != lane.events.begin())
                best = std::max(best.value_or(*(next - 1)), *(next - 1));
        }
    }
    if (best)
        m_context.select(best);
}

bool TimelineWidget::keyOfRows(QKeyEvent* event)
{
    const bool isAlt = (event->modifiers() & Qt::AltModifier) != 0;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int by = event->key() == Qt::Key_Up ? -1 : 1;
        if (isAlt)
            moveGroup(by);
        else
            moveCurrent(by);
        return true;
    }
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (arrangeAgain())
            return true;
        if (m_current < m_rows.size() && m_rows[m_current].kind == RowKind::Header)
            toggleFold(m_rows[m_current].group);
        else if (m_current < m_rows.size() && m_rows[m_current].kind == RowKind::Left)
            setChoice({m_choice.order, m_choice.folded, {}, {}});
        return true;
    case Qt::Key_Escape:
        m_drag = Drag::None;
        m_cursors = {};
        viewport()->update();
        Q_EMIT cursorsChanged();
        return true;
    default:
        return false;
    }
}

bool TimelineWidget::keyOfView(QKeyEvent* event)
{
    constexpr double kStep = 60;
    const bool isCtrl = (event->modifiers() & Qt::ControlModifier) != 0;
    if (isCtrl && event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z)
        return false; // copy and the like
    const auto selected = m_context.selected();
    const std::int64_t here =
        selected ? m_context.data()->context.events.onsetUs[*selected] : m_axis.usAt(m_axis.widthPx / 2);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        if (isCtrl)
            step(by);
        else
            setAxis(m_axis.panned(by * kStep));
        return true;
    }
    case Qt::Key_PageUp:
        setAxis(m_axis.panned(-0.9 * m_axis.widthPx));
        return true;
    case Qt::Key_PageDown:
        setAxis(m_axis.panned(0.9 * m_axis.widthPx));
        return true;
    case Qt::Key_Home:
        goTo(span().first);
        return true;
    case Qt::Key_End:
        goTo(span().second);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8);
        return true;
    case Qt::Key_Minus:
        zoom(1.25);
        return true;
    case Qt::Key_F:
        fitWindow();
        return true;
    case Qt::Key_A:
        fitAll();
        return true;
    case Qt::Key_C:
        showContext();
        return true;
    case Qt::Key_B:
        brush(event->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_BracketLeft:
        setCursor(0, here);
        return true;
    case Qt::Key_BracketRight:
        setCursor(1, here);
        return true;
    default:
        return false;
    }
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_context.data() || (!keyOfRows(event) && !keyOfView(event)))
        QAbstractScrollArea::keyPressEvent(event);
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_context.data())
        return;
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse && event->pos().x() >= layout::kGutter;
    const std::int64_t at = isMouse ? snapped(event->pos()) : m_axis.usAt(m_axis.widthPx / 2);
    QMenu menu(this);
    menu.addAction(tr("Cursor A here"), this, [this, at] { setCursor(0, at); });
    menu.addAction(tr("Cursor B here"), this, [this, at] { setCursor(1, at); });
    menu.addAction(tr("Remove the cursors"), this,
            [this] {
                setCursor(0, std::nullopt);
                setCursor(1, std::nullopt);
            })
        ->setEnabled(m_cursors[0] || m_cursors[1]);
    menu.addAction(
        m_cursors[0] && m_cursors[1] ? tr("Brush the time between the cursors") : tr("Brush the time in view"), this,
        [this] { brush(); });
    menu.addAction(tr("End the brush"), this, [this] { brush(true); })->setEnabled(m_context.brush().has_value());
    menu.addSeparator();
    menu.addAction(tr("One hour around the selected record"), this, &TimelineWidget::showContext)
        ->setEnabled(m_context.selected().has_value());
    menu.addAction(tr("Window of the failure"), this, &TimelineWidget::fitWindow);
    menu.addSeparator();
    const Row* row = rowAt(event->pos().y());
    if (const Lane* lane = row != nullptr ? laneOf(*row) : nullptr) {
        const LaneKind kind = lane->kind;
        menu.addAction(tr("Hide all lanes “%1”").arg(laneName(kind)), this, [this, kind] {
            LaneChoice choice = m_choice;
            choice.hidden.set(static_cast<std::size_t>(kind));
            setChoice(choice);
        });
    }
    menu.addAction(tr("Fold all"), this, [this] { foldAll(true); });
    menu.addAction(tr("Unfold all"), this, [this] { foldAll(false); });
    menu.exec(event->globalPos());
}

bool TimelineWidget::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Row* row = rowAt(help->pos().y());
    if (const Plot* plot = row != nullptr ? plotOf(*row) : nullptr) {
        const double x = help->pos().x() - layout::kGutter;
        const SampleTrace* trace = traceOf(plot->tag);
        const QString value = trace != nullptr && x >= 0 ? valueAt(*plot, *trace, m_axis, x) : QString();
        const QString when = m_context.times().full(Timestamp(Duration(m_axis.usAt(x))));
        QToolTip::showText(help->globalPos(),
            plot->name + QLatin1Char('\n') + when + QLatin1Char('\n') + (value.isEmpty() ? tr("no data") : value),
            viewport());
        return true;
    }
    auto found = eventAt(help->pos());
    if (!found)
        found = neighbourAt(help->pos());
    if (!found) {
        QToolTip::hideText();
        return true;
    }
    const InvestigationData& snapshot = *m_context.data();
    const UnifiedEvents& events = snapshot.context.events;
    QString text = toQString(events.className(*found)) + QLatin1Char('\n')
        + m_context.times().full(onsetTime(snapshot.dataset, events, *found));
    if (const std::int64_t off = events.uncertaintyUs[*found]; off > 0)
        text += QStringLiteral(" ±") + spanText(Duration(off), false);
    if (const Failure* failure = m_context.currentFailure())
        text += QStringLiteral(", ")
            + tr("%1 to %2")
                  .arg(spanText(Timestamp(Duration(events.onsetUs[*found])) - failure->anchor, true),
                      toQString(failure->id));
    const QString words = toQString(textOf(snapshot.dataset, events, *found)).simplified();
    QToolTip::showText(help->globalPos(), words.isEmpty() ? text : text + QLatin1Char('\n') + words, viewport());
    return true;
}

} // namespace antecedent::widgets
