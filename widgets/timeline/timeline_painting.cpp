// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Painting of the timeline. Lanes paint what is in range, by pixel columns where it is much.
#include "widgets/common/text.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr double kMergePx = 14; // closer marks become one with a count
constexpr double kLeastBand = 3;

QFont sized(const QPainter& painter, double points, QFont::Weight weight = QFont::Normal)
{
    QFont font = painter.font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

Paint stateFill(const std::string& code)
{
    const QString c = toQString(code).toUpper();
    if (c.contains(QLatin1String("RUN")) || c.contains(QLatin1String("PRODUC")))
        return Paint::StateRunning;
    if (c.contains(QLatin1String("DOWN")) || c.contains(QLatin1String("FAULT")) || c.contains(QLatin1String("STOP")))
        return Paint::StateDown;
    if (c.contains(QLatin1String("HOLD")) || c.contains(QLatin1String("PAUSE")))
        return Paint::StateHold;
    if (c.contains(QLatin1String("MAINT")))
        return Paint::StateMaintenance;
    return Paint::StateIdle;
}

} // namespace

void TimelineWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Theme theme = themeOf(palette());
    painter.fillRect(viewport()->rect(), color(theme, Paint::View));
    if (!m_context.data() || m_groups.empty()) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
            tr("No dated records. Import files or a folder (Ctrl+I) to see them on one timeline."));
        return;
    }
    paintRows(painter, theme);
    paintOverview(painter, theme);
    paintAxis(painter, theme);
    paintFailures(painter, theme);
}

void TimelineWidget::paintOverview(QPainter& painter, Theme theme)
{
    const QRect strip(layout::kGutter, 4, static_cast<int>(m_axis.widthPx), layout::kOverview - 8);
    painter.fillRect(QRect(0, 0, viewport()->width(), layout::kOverview), color(theme, Paint::Panel));
    painter.fillRect(strip, color(theme, Paint::View));
    const UnifiedEvents& events = m_context.data()->context.events;
    const TimeAxis all{spanFrom(), std::max(spanTo(), spanFrom() + 1), m_axis.widthPx};
    std::vector<std::size_t> counts(static_cast<std::size_t>(strip.width()) / 2 + 1, 0);
    auto from = events.onsetUs.begin();
    for (std::size_t c = 0; c < counts.size(); ++c) {
        const auto to = std::upper_bound(from, events.onsetUs.end(), all.usAt(2.0 * static_cast<double>(c + 1)));
        counts[c] = static_cast<std::size_t>(to - from);
        from = to;
    }
    const auto most = static_cast<double>(std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end())));
    for (std::size_t c = 0; c < counts.size(); ++c) {
        if (counts[c] == 0)
            continue;
        const int h = std::max(
            1, static_cast<int>(std::lround(std::sqrt(static_cast<double>(counts[c]) / most) * (strip.height() - 8))));
        painter.fillRect(QRect(strip.left() + 2 * static_cast<int>(c), strip.bottom() + 1 - h, 2, h),
            color(theme, Paint::LineStrong));
    }
    for (const Failure& failure : m_context.data()->failures) {
        const double x = all.xOf(failure.anchor.time_since_epoch().count());
        painter.fillRect(QRectF(strip.left() + x - 0.5, strip.top(), 1.5, 8), color(theme, Paint::Failure));
    }
    const double left = std::clamp(all.xOf(m_axis.fromUs), 0.0, m_axis.widthPx);
    const double right = std::clamp(all.xOf(m_axis.toUs), 0.0, m_axis.widthPx);
    painter.setPen(QPen(color(theme, Paint::Accent), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(strip.left() + left, strip.top(), std::max(3.0, right - left), strip.height() - 1));
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 8.25));
    const SiteTime times = m_context.times();
    painter.drawText(QRect(8, 0, layout::kGutter - 16, layout::kOverview), Qt::AlignVCenter | Qt::AlignRight,
        tr("All data\n%1 – %2")
            .arg(times.date(Timestamp(Duration(spanFrom()))), times.date(Timestamp(Duration(spanTo())))));
}

void TimelineWidget::paintAxis(QPainter& painter, Theme theme)
{
    const int top = layout::kOverview;
    const QRect band(0, top, viewport()->width(), layout::kAxis + layout::kFailures);
    painter.fillRect(band, color(theme, Paint::View));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, top, viewport()->width(), top);
    const SiteTime times = m_context.times();
    const std::int64_t step = tickStepUs(m_axis, 70);
    constexpr std::int64_t kDayUs = 86'400'000'000;
    painter.setClipRect(QRect(layout::kGutter, top, static_cast<int>(m_axis.widthPx), layout::kAxis));
    QString lastDate;
    double dateEnd = -1;
    for (const std::int64_t tick : localTicks(m_axis, step, times.zone())) {
        const double x = layout::kGutter + m_axis.xOf(tick);
        const Timestamp at{Duration(tick)};
        painter.setPen(color(theme, Paint::LineStrong));
        painter.drawLine(QPointF(x, top + 18), QPointF(x, top + 22));
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.setFont(sized(painter, 8.25));
        const QString clock = step < 60'000'000 ? times.clock(at) : times.clock(at).left(5);
        if (step < kDayUs)
            painter.drawText(QRectF(x - 40, top + 18, 80, 16), Qt::AlignCenter, clock);
        const QString date = times.date(at);
        if (date != lastDate && x >= dateEnd) {
            painter.setFont(sized(painter, 9, QFont::DemiBold));
            painter.setPen(color(theme, Paint::Text));
            painter.drawText(QPointF(x + 2, top + 14), date);
            dateEnd = x + painter.fontMetrics().horizontalAdvance(date) + 12;
            lastDate = date;
        }
    }
    const Failure* failure = m_context.currentFailure();
    if (failure != nullptr) {
        const std::int64_t anchor = failure->anchor.time_since_epoch().count();
        painter.setFont(sized(painter, 8.25));
        painter.setPen(color(theme, Paint::TextMuted));
        for (const std::int64_t tick : relativeTicks(m_axis, step, anchor))
            painter.drawText(QRectF(layout::kGutter + m_axis.xOf(tick) - 40, top + 33, 80, 15), Qt::AlignCenter,
                tick == anchor ? QStringLiteral("t0") : spanText(Duration(tick - anchor), true));
    }
    painter.setClipping(false);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    const QRect gutter(8, top, layout::kGutter - 16, layout::kAxis);
    painter.drawText(gutter.adjusted(0, 18, 0, 0), Qt::AlignTop | Qt::AlignRight,
        times.zoneName() + QStringLiteral(", ") + times.offset(Timestamp(Duration(m_axis.toUs))));
    if (failure != nullptr)
        painter.drawText(gutter.adjusted(0, 34, 0, 0), Qt::AlignTop | Qt::AlignRight, tr("Relative to failure"));
}

void TimelineWidget::paintRows(QPainter& painter, Theme theme)
{
    const int scroll = verticalScrollBar()->value();
    const int right = viewport()->width();
    painter.setClipRect(QRect(0, layout::kTop, right, viewport()->height() - layout::kTop));
    const std::int64_t step = tickStepUs(m_axis, 70);
    const auto ticks = localTicks(m_axis, step, m_context.times().zone());
    for (const Row& row : m_rows) {
        const int top = layout::kTop + row.top - scroll;
        if (top + row.height < layout::kTop || top > viewport()->height())
            continue;
        const LaneGroup& group = m_groups[row.group];
        if (row.plot >= 0) {
            const Plot& plot = group.plots[static_cast<std::size_t>(row.plot)];
            painter.setPen(color(theme, Paint::Line));
            painter.drawLine(0, top + row.height - 1, right, top + row.height - 1);
            paintPlot(painter, theme, plot, traceOf(plot.tag), m_axis,
                QRect(layout::kGutter, top, static_cast<int>(m_axis.widthPx), row.height - 1));
            continue;
        }
        if (row.lane < 0) {
            painter.fillRect(QRect(0, top, right, row.height), color(theme, Paint::Window));
            painter.setPen(color(theme, Paint::Text));
            painter.setFont(sized(painter, 9, QFont::DemiBold));
            const QString arrow = m_folded.contains(group.asset.value) ? QStringLiteral("▸ ") : QStringLiteral("▾ ");
            painter.drawText(QPointF(8, top + 14), arrow + group.title);
            const double end = 8 + painter.fontMetrics().horizontalAdvance(arrow + group.title) + 10;
            painter.setFont(sized(painter, 9));
            painter.setPen(color(theme, Paint::TextSecondary));
            painter.drawText(QPointF(end, top + 14), group.subtitle);
            continue;
        }
        const Lane& lane = group.lanes[static_cast<std::size_t>(row.lane)];
        painter.setPen(color(theme, Paint::Grid));
        for (const std::int64_t tick : ticks) {
            const double x = layout::kGutter + m_axis.xOf(tick);
            painter.drawLine(QPointF(x, top), QPointF(x, top + row.height));
        }
        painter.setPen(color(theme, Paint::Line));
        painter.drawLine(0, top + row.height - 1, right, top + row.height - 1);
        painter.setPen(color(theme, Paint::Text));
        painter.setFont(sized(painter, 9));
        painter.drawText(
            QRect(24, top, layout::kGutter - 32, row.height), Qt::AlignVCenter | Qt::AlignLeft, laneName(lane.kind));
        const QRect area(layout::kGutter, top, static_cast<int>(m_axis.widthPx), row.height);
        painter.save();
        painter.setClipRect(area.intersected(QRect(0, layout::kTop, right, viewport()->height() - layout::kTop)));
        paintLane(painter, theme, lane, area);
        painter.restore();
    }
    painter.setClipping(false);
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(layout::kGutter - 1, layout::kOverview, layout::kGutter - 1, viewport()->height());
}

void TimelineWidget::paintLane(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect)
{
    const auto [first, last] = lane.range(m_axis.fromUs, m_axis.toUs);
    if (first == last && !isBand(lane.kind)) {
        paintNeighbours(painter, theme, lane, rect, last);
    } else if (static_cast<double>(last - first) > 3 * m_axis.widthPx) {
        paintDensity(painter, theme, lane, rect);
    } else if (isBand(lane.kind)) {
        double labelEnd = rect.left();
        for (std::size_t i = first; i < last; ++i)
            paintBand(painter, theme, lane, i, rect, labelEnd);
    } else {
        paintMarks(painter, theme, lane, rect);
    }
}

// What stands nearest outside the range, so that an empty lane is not read as "never".
void TimelineWidget::paintNeighbours(
    QPainter& painter, Theme theme, const Lane& lane, const QRect& rect, std::size_t next)
{
    const InvestigationData& snapshot = *m_context.data();
    const auto text = [&](std::size_t i, std::int64_t span) {
        return toQString(codeOf(snapshot.dataset, snapshot.context.events, lane.events[i])) + QStringLiteral(", ")
            + spanText(Duration(span), false);
    };
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextMuted));
    if (next > 0)
        painter.drawText(rect.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft,
            tr("‹ %1 before").arg(text(next - 1, m_axis.fromUs - lane.onsetUs[next - 1])));
    if (next < lane.events.size())
        painter.drawText(rect.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignRight,
            tr("%1 after ›").arg(text(next, lane.onsetUs[next] - m_axis.toUs)));
}

void TimelineWidget::paintDensity(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect)
{
    auto from = std::lower_bound(lane.onsetUs.begin(), lane.onsetUs.end(), m_axis.fromUs);
    const InvestigationData& snapshot = *m_context.data();
    const QColor ink = color(theme, markPaint(markOf(snapshot.dataset, snapshot.context.events, lane.events.front())));
    for (int x = 0; x < rect.width(); ++x) {
        const auto to = std::upper_bound(from, lane.onsetUs.end(), m_axis.usAt(x + 1));
        if (to != from) {
            const double height = std::min(1.0, 0.35 + 0.15 * std::log2(static_cast<double>(to - from)));
            const int h = static_cast<int>(height * (rect.height() - 8));
            painter.fillRect(QRect(rect.left() + x, rect.bottom() - 3 - h, 1, h), ink);
        }
        from = to;
    }
}

void TimelineWidget::paintBand(
    QPainter& painter, Theme theme, const Lane& lane, std::size_t i, const QRect& rect, double& labelEnd)
{
    const InvestigationData& snapshot = *m_context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const std::uint32_t event = lane.events[i];
    const double left = std::max(rect.left() + m_axis.xOf(lane.onsetUs[i]), rect.left() - 4.0);
    const double right = std::min(rect.left() + m_axis.xOf(lane.endUs[i]), rect.right() + 4.0);
    const QRectF box(left, rect.top() + 6, std::max(kLeastBand, right - left), rect.height() - 12);
    const Failure* failure = m_context.currentFailure();
    const bool isFailed = failure != nullptr && failure->batch.valid() && events.batch[event] == failure->batch
        && lane.kind == LaneKind::Steps;
    const std::string code = codeOf(snapshot.dataset, events, event);
    Paint fill = lane.kind == LaneKind::States ? stateFill(code) : Paint::Step;
    if (isFailed)
        fill = Paint::FailureWash;
    painter.setPen(
        lane.kind == LaneKind::States ? Qt::NoPen : QPen(color(theme, isFailed ? Paint::Failure : Paint::Control), 1));
    painter.setBrush(color(theme, fill));
    painter.drawRect(box);
    if (fill == Paint::StateDown) {
        painter.setBrush(QBrush(color(theme, Paint::View), Qt::BDiagPattern));
        painter.drawRect(box);
    }
    if (m_context.selected() == event) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(-2, -2, 2, 2));
    }
    const Batch* batch = snapshot.dataset.batch(events.batch[event]);
    QString label = lane.kind == LaneKind::Steps && batch != nullptr ? toQString(batch->id) : toQString(code);
    painter.setFont(sized(painter, 8.25, isFailed ? QFont::DemiBold : QFont::Normal));
    const double width = painter.fontMetrics().horizontalAdvance(label);
    const double shown = std::max(left, static_cast<double>(rect.left()));
    if (width + 6 < right - shown && shown + 3 >= labelEnd) {
        const bool isDark = fill == Paint::StateDown;
        painter.setPen(color(theme, isFailed ? Paint::Failure : isDark ? Paint::View : Paint::Text));
        painter.drawText(QPointF(shown + 3, box.center().y() + 4), label);
        labelEnd = shown + 3 + width + 6;
    }
}

void TimelineWidget::paintMarks(QPainter& painter, Theme theme, const Lane& lane, const QRect& rect)
{
    const InvestigationData& snapshot = *m_context.data();
    const UnifiedEvents& events = snapshot.context.events;
    const auto [first, last] = lane.range(m_axis.fromUs, m_axis.toUs);
    const double y = rect.center().y();
    painter.setFont(sized(painter, 8.25));
    double labelEnd = rect.left();
    for (std::size_t i = first; i < last;) {
        const double x = rect.left() + m_axis.xOf(lane.onsetUs[i]);
        std::uint32_t shown = lane.events[i];
        MarkKind kind = markOf(snapshot.dataset, events, shown);
        bool isSelected = m_context.selected() == shown;
        std::size_t next = i + 1;
        while (next < last && rect.left() + m_axis.xOf(lane.onsetUs[next]) - x < kMergePx) {
            const MarkKind other = markOf(snapshot.dataset, events, lane.events[next]);
            if (other < kind) { // the more urgent one is on top
                kind = other;
                shown = lane.events[next];
            }
            isSelected = isSelected || m_context.selected() == lane.events[next];
            ++next;
        }
        const double end = rect.left() + m_axis.xOf(lane.endUs[i]);
        if (next == i + 1 && end - x > kLeastBand) {
            painter.setPen(QPen(color(theme, markPaint(kind)), 2));
            painter.drawLine(QPointF(x, y), QPointF(std::min<double>(end, rect.right()), y));
        }
        if (isSelected) {
            painter.setPen(QPen(color(theme, Paint::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(x, y), 9, 9);
        }
        paintMark(painter, kind, {x, y}, theme);
        const double after = next == i + 1 ? std::clamp(end - x, 0.0, 400.0) : 0; // behind the line of an interval
        const QString label =
            next - i > 1 ? QStringLiteral("×%1").arg(next - i) : toQString(codeOf(snapshot.dataset, events, shown));
        const double room =
            (next < last ? rect.left() + m_axis.xOf(lane.onsetUs[next]) : rect.right()) - x - after - kMergePx;
        const double width = painter.fontMetrics().horizontalAdvance(label);
        if (width + 4 < room) {
            painter.setPen(color(theme, isSelected ? Paint::Accent : Paint::Text));
            painter.drawText(QPointF(x + after + 9, y + 4), label);
        } else if (x - width - 9 > labelEnd && next - i == 1) {
            painter.setPen(color(theme, isSelected ? Paint::Accent : Paint::Text));
            painter.drawText(QPointF(x - width - 9, y + 4), label);
        }
        labelEnd = x + after + 9 + width;
        i = next;
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
    painter.setClipRect(QRect(layout::kGutter, top, static_cast<int>(m_axis.widthPx), viewport()->height()));
    const Failure* current = m_context.currentFailure();
    double labelEnd = 0;
    for (const Failure& failure : m_context.data()->failures) {
        const std::int64_t at = failure.anchor.time_since_epoch().count();
        if (at < m_axis.fromUs || at > m_axis.toUs)
            continue;
        const double x = layout::kGutter + m_axis.xOf(at);
        const bool isCurrent = &failure == current;
        QPen pen(color(theme, Paint::Failure), isCurrent ? 2 : 1);
        if (!isCurrent)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, top + 10), QPointF(x, viewport()->height()));
        paintMark(painter, isCurrent ? MarkKind::Failure : MarkKind::OtherFailure, {x, top + 10.0}, theme);
        painter.setFont(sized(painter, 9, isCurrent ? QFont::DemiBold : QFont::Normal));
        const QString label = isCurrent ? QStringLiteral("t0 = ") + toQString(failure.id) : toQString(failure.id);
        const double width = painter.fontMetrics().horizontalAdvance(label);
        const double left = x - 10 - width;
        if (left > labelEnd) {
            painter.setPen(color(theme, Paint::Failure));
            painter.drawText(QPointF(left, top + 14), label);
        }
        labelEnd = x + 8;
    }
    painter.setClipping(false);
}

} // namespace antecedent::widgets
