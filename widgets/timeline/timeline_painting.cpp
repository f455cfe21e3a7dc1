// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Painting of the timeline: overview, axis and rows. What lies over them is in timeline_overlays.cpp.
#include "widgets/common/text.h"
#include "widgets/timeline/axis_labels.h"
#include "widgets/timeline/density.h"
#include "widgets/timeline/lane_painting.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

// `Europe/Vienna, UTC+1`, with both offsets where the clocks change in view.
QString zoneText(const SiteTime& times, const TimeAxis& axis)
{
    const QString from = times.offset(Timestamp(Duration(axis.fromUs)));
    const QString to = times.offset(Timestamp(Duration(axis.toUs)));
    if (times.zoneName() == to && from == to)
        return to;
    return times.zoneName() + QStringLiteral(", ") + (from == to ? to : from + QStringLiteral(" → ") + to);
}

} // namespace

void TimelineWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paint(painter);
}

void TimelineWidget::paint(QPainter& painter)
{
    const Theme theme = themeOf(palette());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), color(theme, Paint::View));
    const bool isEmpty = std::all_of(m_groups.begin(), m_groups.end(),
        [](const LaneGroup& group) { return group.lanes.empty() && group.plots.empty(); });
    if (!m_context.data() || isEmpty) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, emptyText());
        return;
    }
    paintRows(painter, theme);
    paintOverview(painter, theme);
    paintAxis(painter, theme);
    paintBands(painter, theme);
    paintBrush(painter, theme);
    paintFailures(painter, theme);
    paintLinks(painter, theme);
    paintCursors(painter, theme);
    paintDrag(painter, theme);
}

QString TimelineWidget::emptyText() const
{
    switch (m_arranging) {
    case Arranging::Runs:
        return tr("The records are being arranged by asset.");
    case Arranging::Cancelled:
        return tr("The records were not arranged by asset, because it was cancelled. Click here or press Return to do "
                  "it.");
    default:
        return tr("No dated records. Import files or a folder (Ctrl+Shift+I) to see them on one timeline.");
    }
}

const std::vector<QRect>& TimelineWidget::overviewBars(const QRect& strip)
{
    if (m_overview.data.lock() == m_context.data() && m_overview.strip == strip)
        return m_overview.bars;
    m_overview = {m_context.data(), strip, {}};
    const UnifiedEvents& events = m_context.data()->context.events;
    const TimeAxis all = wholeAxis();
    std::vector<std::size_t> counts(static_cast<std::size_t>(strip.width()) / 2 + 1, 0);
    auto from = events.onsetUs.begin();
    for (std::size_t c = 0; c < counts.size(); ++c) {
        const auto to = std::upper_bound(from, events.onsetUs.end(), all.usAt(2.0 * static_cast<double>(c + 1)));
        counts[c] = static_cast<std::size_t>(to - from);
        from = to;
    }
    const auto most = static_cast<double>(std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end())));
    std::vector<QRect>& bars = m_overview.bars;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        if (counts[c] == 0)
            continue;
        const int h = std::max(
            1, static_cast<int>(std::lround(std::sqrt(static_cast<double>(counts[c]) / most) * (strip.height() - 8))));
        bars.emplace_back(strip.left() + 2 * static_cast<int>(c), strip.bottom() + 1 - h, 2, h);
    }
    return bars;
}

void TimelineWidget::paintOverview(QPainter& painter, Theme theme)
{
    const QRect strip(layout::kGutter, 4, static_cast<int>(m_axis.widthPx), layout::kOverview - 8);
    painter.fillRect(QRect(0, 0, viewport()->width(), layout::kOverview), color(theme, Paint::Panel));
    painter.fillRect(strip, color(theme, Paint::View));
    const TimeAxis all = wholeAxis();
    const std::vector<QRect>& bars = overviewBars(strip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(theme, Paint::LineStrong));
    painter.drawRects(bars.data(), static_cast<int>(bars.size()));
    double last = -1;
    for (const Failure& failure : m_context.data()->failures) { // ascending: what is nearer can't be told apart
        const double x = all.xOf(failure.anchor.time_since_epoch().count());
        if (x - last < 0.25)
            continue;
        painter.fillRect(QRectF(strip.left() + x - 0.5, strip.top(), 1.5, 8), color(theme, Paint::Failure));
        last = x;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(color(theme, Paint::Control), Qt::BDiagPattern));
    for (const TimeAxis::Band& band : m_axis.bands()) // what the axis below leaves out
        painter.drawRect(QRectF(strip.left() + all.xOf(band.at.beginUs), strip.top() + 10,
            all.xOf(band.at.endUs) - all.xOf(band.at.beginUs), strip.height() - 11));
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
            .arg(times.date(Timestamp(Duration(all.fromUs))), times.date(Timestamp(Duration(all.toUs)))));
}

void TimelineWidget::paintAxis(QPainter& painter, Theme theme)
{
    constexpr int kTickTop = 18;
    constexpr int kRelativeTop = 33;
    const int top = layout::kOverview;
    painter.fillRect(QRect(0, top, viewport()->width(), layout::kAxis + layout::kFailures), color(theme, Paint::View));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, top, viewport()->width(), top);
    painter.setClipRect(QRect(layout::kGutter, top, static_cast<int>(m_axis.widthPx), layout::kAxis));
    const AxisLabels all = axisLabels(m_axis, m_context.times(), anchorUs(), m_isRelative);
    painter.setPen(color(theme, Paint::LineStrong));
    const int tickTop = m_isRelative && anchorUs() ? kRelativeTop : kTickTop;
    for (const std::int64_t tick : all.ticks) {
        const double x = layout::kGutter + m_axis.xOf(tick);
        painter.drawLine(QPointF(x, top + tickTop), QPointF(x, top + tickTop + 4));
    }
    double dateEnd = -1;
    const std::vector<TimeAxis::Band> bands = m_axis.bands();
    const auto isFree = [&](double left, double right) {
        return std::none_of(bands.begin(), bands.end(), [&](const TimeAxis::Band& band) {
            return left < layout::kGutter + band.right && right > layout::kGutter + band.left;
        });
    };
    constexpr double kHalfClock = 18;
    const double right = layout::kGutter + m_axis.widthPx;
    const double pill = anchorUs() ? layout::kGutter + m_axis.xOf(*anchorUs()) : -100; // the time of the failure
    for (const AxisLabel& label : all.labels) {
        const double x = layout::kGutter + label.x;
        const bool isLeading = label.isRelative == (m_isRelative && anchorUs());
        if (label.isDate) {
            painter.setFont(sized(painter, 9, QFont::DemiBold));
            const double width = m_stamps.width(painter, label.text);
            if (x < dateEnd || !isFree(x + 2, x + 2 + width) || x + 2 + width > right)
                continue;
            painter.setPen(color(theme, Paint::Text));
            m_stamps.write(painter, QPointF(x + 2, top + 14), label.text);
            dateEnd = x + width + 12;
            continue;
        }
        if (!isFree(x - kHalfClock, x + kHalfClock) || (!label.isRelative && std::abs(x - pill) < 2 * kHalfClock))
            continue;
        painter.setFont(sized(painter, 8.25, isLeading && m_isRelative ? QFont::DemiBold : QFont::Normal));
        const double half = painter.fontMetrics().horizontalAdvance(label.text) / 2.0;
        if (x - half < layout::kGutter || x + half > right) // never cut
            continue;
        painter.setPen(color(theme, isLeading ? Paint::TextSecondary : Paint::TextMuted));
        painter.drawText(
            QRectF(x - 40, top + (label.isRelative ? kRelativeTop : kTickTop), 80, 16), Qt::AlignCenter, label.text);
    }
    painter.setClipping(false);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    const SiteTime times = m_context.times();
    const QRect gutter(8, top, layout::kGutter - 16, layout::kAxis);
    painter.drawText(gutter.adjusted(0, kTickTop, 0, 0), Qt::AlignTop | Qt::AlignRight, zoneText(times, m_axis));
    if (anchorUs())
        painter.drawText(
            gutter.adjusted(0, kRelativeTop + 1, 0, 0), Qt::AlignTop | Qt::AlignRight, tr("Relative to failure"));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(layout::kGutter - 1, top, layout::kGutter - 1, layout::kTop);
}

void TimelineWidget::paintHeader(QPainter& painter, Theme theme, const Row& row, int top)
{
    constexpr int kIndent = 12;
    const LaneGroup& group = m_groups[row.group];
    const bool isFolded = m_choice.folded.contains(group.title);
    painter.fillRect(QRect(0, top, viewport()->width(), row.height), color(theme, Paint::Window));
    painter.setPen(color(theme, Paint::Text));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    const QString title = (isFolded ? QStringLiteral("▸ ") : QStringLiteral("▾ ")) + group.title;
    const int left = 8 + kIndent * std::min(group.depth, 4);
    m_stamps.write(painter, QPointF(left, top + 14), title);
    const double end = left + m_stamps.width(painter, title) + 10;
    painter.setFont(sized(painter, 9));
    painter.setPen(color(theme, Paint::TextSecondary));
    QString words = group.subtitle;
    if (isFolded) { // what is folded is counted, and seen
        std::size_t records = 0;
        const LaneScene scene{*m_context.data(), theme, m_axis, {}, nullptr, false, m_stamps, &m_columnEnds};
        for (const Lane& lane : group.lanes) {
            const auto [first, last] = lane.range(m_axis.fromUs, m_axis.toUs);
            records += last - first;
            if (!isBand(lane.kind))
                paintDensity(
                    painter, scene, lane, QRect(layout::kGutter, top, static_cast<int>(m_axis.widthPx), row.height));
        }
        words = tr("%1 records here", nullptr, pluralOf(records)).arg(countText(records));
        painter.setPen(color(theme, Paint::TextSecondary));
    }
    const double room = isFolded ? layout::kGutter - end - 4 : viewport()->width() - end - 4;
    if (words.isEmpty())
        return;
    const bool isWhole = m_stamps.width(painter, words) <= room;
    m_stamps.write(painter, QPointF(end, top + 14),
        isWhole ? words : painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(room)));
}

void TimelineWidget::paintLaneRow(QPainter& painter, Theme theme, const Row& row, int top)
{
    const Lane& lane = *laneOf(row);
    const InvestigationData& snapshot = *m_context.data();
    painter.setPen(color(theme, Paint::Line));
    painter.drawLine(0, top + row.height - 1, viewport()->width(), top + row.height - 1);
    painter.setPen(color(theme, Paint::Text));
    painter.setFont(sized(painter, 9));
    m_stamps.write(painter, QRect(24, top, layout::kGutter - 32, row.height), laneName(lane.kind));
    const QRect area(layout::kGutter, top, static_cast<int>(m_axis.widthPx), row.height);
    painter.save();
    painter.setClipRect(
        area.intersected(QRect(0, layout::kTop, viewport()->width(), viewport()->height() - layout::kTop)));
    const LaneScene scene{
        snapshot, theme, m_axis, m_context.selected(), m_context.currentFailure(), true, m_stamps, &m_columnEnds};
    if (m_isCovered)
        paintUncovered(painter, scene, uncovered(snapshot.dataset, lane, m_axis.fromUs, m_axis.toUs), area);
    paintLane(painter, scene, lane, area);
    painter.restore();
}

void TimelineWidget::paintLeft(QPainter& painter, Theme theme, const Row& row, int top)
{
    painter.setPen(color(theme, Paint::Accent));
    painter.setFont(sized(painter, 9));
    painter.drawText(QRect(24, top, viewport()->width() - 32, row.height), Qt::AlignVCenter | Qt::AlignLeft,
        tr("%1 lanes hidden, %2 assets without any other. Show all", nullptr, pluralOf(m_hidden.second))
            .arg(m_hidden.second)
            .arg(m_hidden.first));
}

void TimelineWidget::paintRows(QPainter& painter, Theme theme)
{
    const int scroll = verticalScrollBar()->value();
    const QRect below(0, layout::kTop, viewport()->width(), viewport()->height() - layout::kTop);
    painter.setClipRect(below);
    columnEnds(m_axis, static_cast<int>(m_axis.widthPx), m_columnEnds);
    const AxisLabels labels = axisLabels(m_axis, m_context.times(), anchorUs(), m_isRelative);
    QList<QLineF> grid;
    for (const std::int64_t tick : labels.ticks) {
        const double x = layout::kGutter + m_axis.xOf(tick);
        grid.emplaceBack(x, below.top(), x, below.bottom());
    }
    painter.setPen(color(theme, Paint::Grid));
    painter.drawLines(grid);
    painter.setPen(color(theme, Paint::LineStrong)); // below the headings of the groups, which run across it
    painter.drawLine(layout::kGutter - 1, layout::kTop, layout::kGutter - 1, viewport()->height());
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const Row& row = m_rows[r];
        const int top = layout::kTop + row.top - scroll;
        if (top + row.height < layout::kTop || top > viewport()->height())
            continue;
        const QRect area(layout::kGutter, top, static_cast<int>(m_axis.widthPx), row.height - 1);
        if (const Plot* plot = plotOf(row)) {
            painter.setPen(color(theme, Paint::Line));
            painter.drawLine(0, top + row.height - 1, viewport()->width(), top + row.height - 1);
            paintPlot(painter, theme, *plot, traceOf(plot->tag), m_axis, area, yZoom(plot->tag));
        } else if (row.kind == RowKind::Header) {
            paintHeader(painter, theme, row, top);
        } else if (row.kind == RowKind::Lane) {
            paintLaneRow(painter, theme, row, top);
        } else if (row.kind == RowKind::Coverage) {
            paintCoverage(painter, theme, m_coverage, m_axis, area);
        } else {
            paintLeft(painter, theme, row, top);
        }
        if (r == m_current && hasFocus()) // where the keys work
            painter.fillRect(QRect(0, top, 3, row.height - 1), color(theme, Paint::Accent));
    }
    painter.setClipping(false);
}

} // namespace antecedent::widgets
