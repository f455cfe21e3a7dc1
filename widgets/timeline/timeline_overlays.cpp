// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the lanes of the timeline: failures, links, compressed time, cursors, and what is being dragged.
#include "widgets/common/text.h"
#include "widgets/timeline/lane_painting.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

// The chosen failure: a line through all lanes, its name, and its time in the axis. Returns what its name covers.
QRectF TimelineWidget::paintCurrentFailure(QPainter& painter, Theme theme, const Failure& failure)
{
    const int top = layout::kOverview + layout::kAxis;
    const double x = layout::kGutter + m_axis.xOf(failure.anchor.time_since_epoch().count());
    const double end = layout::kGutter + m_axis.widthPx;
    painter.setPen(QPen(color(theme, Paint::Failure), 2));
    painter.drawLine(QPointF(x, top + 10), QPointF(x, viewport()->height()));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    const QString label = QStringLiteral("t0 = ") + toQString(failure.id);
    const double width = m_stamps.width(painter, label);
    QRectF box(x - 12 - width, top + 2, width + 4, 15);
    if (box.left() < layout::kGutter)
        box.moveLeft(x + 9);
    painter.fillRect(box, color(theme, Paint::View)); // over the edge of compressed time
    painter.setPen(color(theme, Paint::Failure));
    painter.drawText(QPointF(box.left() + 2, top + 14), label);
    const QString clock = m_context.times().clock(failure.anchor).left(5);
    painter.setFont(sized(painter, 8.25, QFont::DemiBold));
    const double half = painter.fontMetrics().horizontalAdvance(clock) / 2.0 + 4;
    const double middle = std::clamp(x, layout::kGutter + half, std::max(layout::kGutter + half, end - half));
    const QRectF pill(middle - half, layout::kOverview + 19, 2 * half, 15);
    painter.fillRect(pill, color(theme, Paint::Failure));
    painter.setPen(color(theme, Paint::View));
    painter.drawText(pill, Qt::AlignCenter, clock);
    paintMark(painter, MarkKind::Failure, {x, top + 10.0}, theme);
    return box.united(QRectF(x - 8, top, 16, layout::kFailures));
}

// The others: marks that are near each other are one with a count; lines of those on the assets in view.
void TimelineWidget::paintOtherFailures(QPainter& painter, Theme theme, const QRectF& taken)
{
    constexpr double kMerge = 14;
    constexpr double kCounted = 40; // room for a mark with its count
    constexpr double kLeastApart = 6; // lines that are nearer would hide the lanes
    const int top = layout::kOverview + layout::kAxis;
    std::vector<std::pair<double, const Failure*>> others;
    for (const Failure& failure : m_context.data()->failures) {
        const std::int64_t at = failure.anchor.time_since_epoch().count();
        if (at >= m_axis.fromUs && at <= m_axis.toUs && &failure != m_context.currentFailure())
            others.emplace_back(layout::kGutter + m_axis.xOf(at), &failure);
    }
    QPen dashed(color(theme, Paint::Failure), 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    double lineEnd = 0;
    for (const auto& [x, failure] : others) {
        const bool isHere = std::find(m_assets.begin(), m_assets.end(), failure->asset) != m_assets.end();
        if (!isHere || x - lineEnd < kLeastApart)
            continue;
        painter.drawLine(QPointF(x, layout::kTop), QPointF(x, viewport()->height()));
        lineEnd = x;
    }
    painter.setFont(sized(painter, 9));
    double labelEnd = layout::kGutter;
    for (std::size_t i = 0; i < others.size();) {
        const double x = others[i].first;
        std::size_t next = i + 1;
        while (next < others.size() && others[next].first - x < kMerge)
            ++next;
        if (next > i + 1)
            while (next < others.size() && others[next].first - x < kCounted)
                ++next;
        const double room = next < others.size() ? others[next].first - 8 : layout::kGutter + m_axis.widthPx;
        const bool isOne = next == i + 1;
        const QString label = isOne ? toQString(others[i].second->id) : QStringLiteral("×%1").arg(next - i);
        i = next;
        const auto isFree = [&](double left, double right) { return right < taken.left() || left > taken.right(); };
        if (!isFree(x - 7, x + 7))
            continue; // the chosen one is nearer to what is looked for
        m_stamps.mark(painter, MarkKind::OtherFailure, {x, top + 10.0}, theme);
        const double width = m_stamps.width(painter, label);
        painter.setPen(color(theme, Paint::Failure));
        if (isOne && x - 10 - width > labelEnd && isFree(x - 10 - width, x))
            painter.drawText(QPointF(x - 10 - width, top + 14), label);
        else if (!isOne && x + 9 + width < room && isFree(x, x + 9 + width))
            painter.drawText(QPointF(x + 9, top + 14), label);
        labelEnd = x + 8 + (isOne ? 0 : width);
    }
}

void TimelineWidget::paintFailures(QPainter& painter, Theme theme)
{
    const int top = layout::kOverview + layout::kAxis;
    painter.setPen(color(theme, Paint::Text));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    painter.drawText(QRect(24, top, layout::kGutter - 32, layout::kFailures), Qt::AlignVCenter, tr("Failures"));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, top + layout::kFailures - 1, viewport()->width(), top + layout::kFailures - 1);
    const QRect area(layout::kGutter, layout::kOverview, static_cast<int>(m_axis.widthPx), viewport()->height());
    painter.setClipRect(area);
    const Failure* current = m_context.currentFailure();
    const std::int64_t at = current != nullptr ? current->anchor.time_since_epoch().count() : 0;
    const bool isIn = current != nullptr && at >= m_axis.fromUs && at <= m_axis.toUs;
    const QRectF taken = isIn ? paintCurrentFailure(painter, theme, *current) : QRectF(-10, 0, 0, 0);
    paintOtherFailures(painter, theme, taken);
    painter.setClipping(false);
}

std::optional<QPointF> TimelineWidget::placeOf(std::uint32_t event) const
{
    if (!m_context.data())
        return std::nullopt;
    const UnifiedEvents& events = m_context.data()->context.events;
    if (event >= events.size())
        return std::nullopt;
    const double x = layout::kGutter + m_axis.xOf(events.onsetUs[event]);
    const int offset = layout::kTop - verticalScrollBar()->value();
    const LaneKind kind = laneOfMark(markOf(m_context.data()->dataset, events, event));
    std::optional<QPointF> header;
    for (const Row& row : m_rows) {
        if (row.kind > RowKind::Lane || m_groups[row.group].asset != events.asset[event])
            continue;
        const QPointF middle(x, offset + row.top + row.height / 2.0);
        if (row.kind == RowKind::Header)
            header = middle; // where its lanes are folded
        else if (laneOf(row)->kind == kind)
            return middle;
    }
    const bool isFolded = header && std::any_of(m_groups.begin(), m_groups.end(), [&](const LaneGroup& group) {
        return group.asset == events.asset[event] && m_choice.folded.contains(group.title);
    });
    return isFolded ? header : std::nullopt;
}

std::optional<QPointF> TimelineWidget::placeOf(const LinkEnd& end) const
{
    if (!end.isFailure)
        return placeOf(end.index);
    const std::int64_t at = m_context.data()->failures[end.index].anchor.time_since_epoch().count();
    return QPointF(layout::kGutter + m_axis.xOf(at), layout::kTop - layout::kFailures / 2.0);
}

void TimelineWidget::paintLinks(QPainter& painter, Theme theme)
{
    constexpr double kBesideMark = 10;
    if (!m_isLinked || m_links.empty() || !m_context.data())
        return;
    painter.save();
    painter.setClipRect(QRect(
        layout::kGutter, layout::kTop - layout::kFailures, static_cast<int>(m_axis.widthPx), viewport()->height()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RecordLink& link : m_links) {
        std::optional<QPointF> from = placeOf(link.from);
        std::optional<QPointF> to = placeOf(link.to);
        if (!from || !to)
            continue;
        if (link.to.isFailure) // t0 goes through all lanes
            to->setY(from->y());
        else if (link.from.isFailure)
            from->setY(to->y());
        const double far = 4 * m_axis.widthPx; // what is out of view is only pointed at
        from->setX(std::clamp(from->x(), -far, far));
        to->setX(std::clamp(to->x(), -far, far));
        if (to->x() - from->x() < 2 * kBesideMark && std::abs(to->y() - from->y()) < kBesideMark)
            continue; // the marks touch
        QPen pen(color(theme, Paint::Accent), 1.4, link.isStated ? Qt::SolidLine : Qt::DotLine);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        const QPointF begin(from->x() + kBesideMark, from->y());
        const QPointF end(to->x() - kBesideMark, to->y());
        const double bend = std::clamp((end.x() - begin.x()) / 2, 12.0, 120.0);
        QPainterPath path(begin);
        path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(theme, Paint::Accent));
        painter.drawPolygon(
            QPolygonF(QList<QPointF>{end + QPointF(4, 0), end + QPointF(-4, -4), end + QPointF(-4, 4)}));
    }
    painter.restore();
}

// Bands with zigzag edges over lanes and axis, with their length in words.
void TimelineWidget::paintBands(QPainter& painter, Theme theme)
{
    constexpr double kTooth = 4;
    const double top = layout::kOverview + layout::kAxis;
    const double bottom = viewport()->height();
    painter.save();
    painter.setClipRect(QRectF(layout::kGutter, top, m_axis.widthPx, bottom - top));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TimeAxis::Band& band : m_axis.bands()) {
        const double left = layout::kGutter + band.left + 2;
        const double right = layout::kGutter + band.right - 2;
        QPolygonF shape;
        const auto edge = [&](double x, double from, double to) {
            const double step = from < to ? 8 : -8;
            int tooth = 0;
            for (double y = from; step > 0 ? y <= to : y >= to; y += step, ++tooth)
                shape << QPointF(x + (tooth % 2 == 0 ? 0 : kTooth / 2), y);
        };
        edge(left, top, bottom);
        edge(right, bottom, top);
        painter.setPen(QPen(color(theme, Paint::LineStrong), 1));
        painter.setBrush(color(theme, Paint::Panel));
        painter.drawPolygon(shape);
        if (right - left < TimeAxis::kBreakPx / 2)
            continue;
        painter.save();
        painter.translate((left + right) / 2, (layout::kTop + bottom) / 2);
        painter.rotate(-90);
        painter.setFont(sized(painter, 8.25));
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRectF(-(bottom - layout::kTop) / 2, -10, bottom - layout::kTop, 20), Qt::AlignCenter,
            tr("%1 without records, compressed").arg(spanText(Duration(band.at.endUs - band.at.beginUs), false)));
        painter.restore();
    }
    painter.restore();
}

// The stretch that is brushed, around the failure at hand; what is outside of it is paler.
void TimelineWidget::paintBrush(QPainter& painter, Theme theme)
{
    const std::optional<TimeBrush>& brush = m_context.brush();
    const auto zero = anchorUs();
    if (!brush || !zero)
        return;
    constexpr double kOutside = 0.5;
    constexpr double kBand = 0.35;
    const double top = layout::kOverview + layout::kAxis;
    const double right = layout::kGutter + m_axis.widthPx;
    const auto placeOf = [&](Duration offset) {
        return layout::kGutter + std::clamp(m_axis.xOf(*zero + offset.count()), 0.0, m_axis.widthPx);
    };
    const double from = placeOf(brush->from);
    const double to = placeOf(brush->to);
    painter.save();
    painter.setOpacity(kOutside);
    painter.fillRect(
        QRectF(layout::kGutter, top, from - layout::kGutter, viewport()->height()), color(theme, Paint::View));
    painter.fillRect(QRectF(to, top, right - to, viewport()->height()), color(theme, Paint::View));
    painter.setOpacity(kBand);
    painter.fillRect(QRectF(from, top - 5, to - from, 5), color(theme, Paint::Accent));
    painter.setOpacity(1);
    painter.setPen(QPen(color(theme, Paint::Accent), 1, Qt::DashLine));
    for (const double x : {from, to})
        if (x > layout::kGutter && x < right)
            painter.drawLine(QPointF(x, top - 5), QPointF(x, viewport()->height()));
    painter.restore();
}

void TimelineWidget::brush(bool isOff)
{
    const auto zero = anchorUs();
    if (isOff || !zero) {
        m_context.setBrush(std::nullopt);
        return;
    }
    const bool isMarked = m_cursors[0] && m_cursors[1];
    const std::int64_t from = isMarked ? std::min(*m_cursors[0], *m_cursors[1]) : m_axis.fromUs;
    const std::int64_t to = isMarked ? std::max(*m_cursors[0], *m_cursors[1]) : m_axis.toUs;
    m_context.setBrush(TimeBrush{Duration(from - *zero), Duration(to - *zero)});
}

void TimelineWidget::paintCursors(QPainter& painter, Theme theme)
{
    painter.save();
    painter.setClipRect(QRectF(layout::kGutter, layout::kOverview, m_axis.widthPx, viewport()->height()));
    for (std::size_t i = 0; i < m_cursors.size(); ++i) {
        if (!m_cursors[i] || *m_cursors[i] < m_axis.fromUs || *m_cursors[i] > m_axis.toUs)
            continue;
        const double x = layout::kGutter + m_axis.xOf(*m_cursors[i]);
        QPen pen(color(theme, Paint::Accent), 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, layout::kOverview + 2), QPointF(x, viewport()->height()));
        const QRectF head(x - 7, layout::kOverview + 2, 14, 14);
        painter.fillRect(head, color(theme, Paint::Accent));
        painter.setPen(color(theme, Paint::OnAccent));
        painter.setFont(sized(painter, 8.25, QFont::DemiBold));
        painter.drawText(head, Qt::AlignCenter, i == 0 ? QStringLiteral("A") : QStringLiteral("B"));
        for (const Row& row : m_rows) { // values beside the line
            const Plot* plot = plotOf(row);
            const int top = layout::kTop + row.top - verticalScrollBar()->value();
            if (plot == nullptr || traceOf(plot->tag) == nullptr || top + row.height < layout::kTop)
                continue;
            const auto value = valueOf(*traceOf(plot->tag), *m_cursors[i]);
            const QString text = value ? rangeText(*value) : unknownText();
            const ValueSpan span = yZoom(plot->tag).value_or(spanOf(*plot, traceOf(plot->tag), m_axis));
            const double middle = value ? yOfValue(span, (value->low + value->high) / 2, row.height - 1) : 20;
            const double y =
                std::clamp<double>(top + middle, std::max(top + 8, layout::kTop + 8), top + row.height - 9);
            const double width = painter.fontMetrics().horizontalAdvance(text) + 6;
            painter.fillRect(QRectF(x + 3, y - 7, width, 14), color(theme, Paint::View));
            painter.setPen(color(theme, Paint::Accent));
            painter.drawText(QRectF(x + 3, y - 7, width, 14), Qt::AlignCenter, text);
        }
    }
    painter.restore();
}

void TimelineWidget::paintDrag(QPainter& painter, Theme theme)
{
    QColor wash = color(theme, Paint::Accent);
    wash.setAlphaF(0.15F);
    painter.setPen(QPen(color(theme, Paint::Accent), 1));
    if (m_drag == Drag::Box) {
        const Row* row = rowAt(m_pressed.y());
        const bool isPlot = row != nullptr && plotOf(*row) != nullptr && row == rowAt(m_dragged.y());
        QRect box = QRect(m_pressed, m_dragged).normalized();
        if (!isPlot) { // only the time counts
            box.setTop(layout::kTop);
            box.setBottom(viewport()->height());
        }
        painter.setBrush(wash);
        painter.drawRect(box);
    } else if (m_drag == Drag::Group) {
        const std::vector<std::size_t> order = m_choice.ordered(m_groups);
        const std::size_t place = groupPlaceAt(m_dragged.y());
        int y = m_rows.empty() ? 0 : m_rows.back().top + m_rows.back().height;
        for (const Row& row : m_rows)
            if (row.kind == RowKind::Header && place < order.size() && row.group == order[place])
                y = row.top;
        y += layout::kTop - verticalScrollBar()->value();
        painter.fillRect(QRect(0, y - 1, viewport()->width(), 3), color(theme, Paint::Accent));
    }
}

} // namespace antecedent::widgets
