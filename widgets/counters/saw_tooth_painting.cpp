// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Painting of the saw-tooth chart, after the section "Charts" of the window's look.
#include "model/base/ticks.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/counters/saw_tooth_layout.h"
#include "widgets/counters/saw_tooth_widget.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

using namespace sawtooth;

QFont sized(const QPainter& painter, double points, QFont::Weight weight = QFont::Normal)
{
    QFont font = painter.font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

double yOf(const QRectF& area, double value, double highest)
{
    return area.bottom() - value / highest * area.height();
}

// What is worse stays visible where marks are merged.
int weightOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::CalibrationFailed:
        return 4;
    case MarkKind::Corrective:
        return 3;
    case MarkKind::Preventive:
        return 2;
    default:
        return 1;
    }
}

} // namespace

void SawToothWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::View));
    if (!m_in.history)
        return;
    const std::vector<Panel> all = panels();
    if (all.empty())
        return;
    const double later = xOf(m_in.history->t0);
    painter.fillRect(QRectF(later, kAxis, width() - kRight - later, height() - kAxis - kLegend),
        color(theme, Paint::Panel)); // after the failure: not known then
    paintAxis(painter, theme);
    for (const Panel& panel : all) {
        paintOverdue(painter, theme, panel);
        paintLimit(painter, theme, panel);
    }
    paintResets(painter, theme);
    paintLanes(painter, theme);
    paintOverdueLane(painter, theme);
    for (const Panel& panel : all)
        paintPanel(painter, theme, panel);
    const double x = xOf(m_in.history->t0);
    painter.setPen(QPen(color(theme, Paint::Failure), 2));
    painter.drawLine(QPointF(x, kAxis - 6), QPointF(x, height() - kLegend));
    for (const Panel& panel : all)
        paintFailures(painter, theme, panel);
    paintLegend(painter, theme);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void SawToothWidget::paintAxis(QPainter& painter, Theme theme)
{
    const TimeAxis time = axis();
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(QRect(0, 0, kGutter - 10, kAxis - 8), Qt::AlignRight | Qt::AlignVCenter, m_in.times.zoneName());
    const QString t0 = QStringLiteral("t0");
    const double zero = xOf(m_in.history->t0);
    constexpr double kNameWidth = 26;
    const QRectF name(zero - kNameWidth / 2, 3, kNameWidth, 17);
    constexpr std::int64_t kDayUs = 86'400'000'000;
    const std::int64_t step = std::max(kDayUs, tickStepUs(time, 86));
    for (const std::int64_t tick : localTicks(time, step, m_in.times.zone())) {
        const double x = kGutter + time.xOf(tick);
        if (x < kGutter || x > width() - kRight)
            continue;
        painter.setPen(color(theme, Paint::Grid));
        painter.drawLine(QPointF(x, kAxis), QPointF(x, height() - kLegend));
        painter.setPen(color(theme, Paint::LineStrong));
        painter.drawLine(QPointF(x, kAxis - 6), QPointF(x, kAxis));
        const QRectF place(x - 38, 3, 76, 17);
        const bool isInside = place.left() >= kGutter - 16 && place.right() <= width() - kRight + 30;
        if (!isInside || place.intersects(name.adjusted(-2, 0, 2, 0)))
            continue;
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(place, Qt::AlignCenter, m_in.times.date(Timestamp(Duration(tick))));
    }
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, kAxis, width(), kAxis);
    painter.fillRect(name, color(theme, Paint::Failure));
    painter.setPen(color(theme, Paint::View));
    painter.setFont(sized(painter, 8.25, QFont::DemiBold));
    painter.drawText(name, Qt::AlignCenter, t0);
}

void SawToothWidget::paintLanes(QPainter& painter, Theme theme)
{
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const double top = kAxis + kLane * static_cast<double>(lane);
        painter.setFont(sized(painter, 9));
        painter.setPen(color(theme, Paint::Text));
        painter.drawText(QRectF(14, top, kGutter - 24, kLane), Qt::AlignVCenter | Qt::AlignLeft, m_lanes[lane]);
        painter.setPen(color(theme, Paint::Line));
        painter.drawLine(QPointF(0, top + kLane), QPointF(width(), top + kLane));
        std::vector<const Mark*> marks;
        for (const Mark& mark : m_marks)
            if (mark.lane == lane)
                marks.push_back(&mark);
        for (std::size_t i = 0; i < marks.size();) {
            const Mark* shown = marks[i];
            std::size_t next = i + 1;
            const double first = xOf(shown->at);
            while (next < marks.size() && xOf(marks[next]->at) - first < (next - i > 1 ? kCounted : kMerge)) {
                if (weightOf(marks[next]->kind) > weightOf(shown->kind))
                    shown = marks[next];
                ++next;
            }
            for (std::size_t k = i; k < next; ++k)
                if (m_selected && marks[k]->event == *m_selected)
                    shown = marks[k];
            const QPointF place(first, top + kLane / 2.0);
            paintMark(painter, shown->kind, place, theme);
            if (m_selected && shown->event == *m_selected) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(color(theme, Paint::Accent), 1.6));
                painter.drawEllipse(place, 9, 9);
            }
            if (next - i > 1) {
                painter.setFont(sized(painter, 8.25));
                painter.setPen(color(theme, Paint::TextSecondary));
                painter.drawText(QRectF(first + 9, top, 30, kLane), Qt::AlignVCenter | Qt::AlignLeft,
                    QStringLiteral("×%1").arg(next - i));
            }
            i = next;
        }
    }
}

// One bar per record from when it was due, its reference beside it where there is room.
void SawToothWidget::paintOverdueLane(QPainter& painter, Theme theme)
{
    if (m_in.history->overdue.empty())
        return;
    constexpr double kLeast = 3;
    const double top = kAxis + lanesHeight() - kLane;
    painter.save();
    painter.setClipRect(QRectF(kGutter, top, width() - kGutter - kRight, kLane));
    painter.setFont(sized(painter, 8.25));
    double taken = kGutter;
    for (const OverdueSpan& span : m_in.history->overdue) {
        const double left = std::max<double>(kGutter, xOf(span.time.begin));
        const double right = std::max(left + kLeast, xOf(span.time.end));
        const QRectF bar(left, top + 4, right - left, kLane - 8);
        painter.fillRect(bar, color(theme, Paint::FailureWash));
        painter.setPen(QPen(color(theme, Paint::Failure), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        const QString words = toQString(span.ref);
        const double wide = painter.fontMetrics().horizontalAdvance(words) + 8;
        const double at = right - left > wide ? left + 2 : right + 2;
        if (at < taken || at + wide > width() - kRight)
            continue;
        painter.setPen(color(theme, Paint::Failure));
        painter.drawText(QRectF(at, top, wide, kLane), Qt::AlignVCenter | Qt::AlignLeft, QLatin1Char(' ') + words);
        taken = at + wide;
    }
    painter.restore();
}

// Reset lines run through all panels, so that one repair is seen in every counter.
void SawToothWidget::paintResets(QPainter& painter, Theme theme)
{
    for (const CounterHistory& counter : m_in.history->counters) {
        if (counter.name == "since_cleaning") // after every batch: the falls of its own curve say enough
            continue;
        Paint ink = Paint::Corrective;
        Qt::PenStyle style = Qt::SolidLine;
        if (counter.name == "since_preventive" || counter.name == "since_maintenance") {
            ink = Paint::Preventive;
            style = Qt::DashLine;
        } else if (counter.name == "since_calibration") {
            ink = Paint::Calibration;
            style = Qt::DotLine;
        }
        painter.setPen(QPen(color(theme, ink), 1.2, style));
        for (const CounterReset& reset : counter.resets)
            if (m_in.history->range.begin <= reset.at && reset.at <= m_in.history->range.end)
                painter.drawLine(
                    QPointF(xOf(reset.at), kAxis + lanesHeight()), QPointF(xOf(reset.at), height() - kLegend));
    }
}

void SawToothWidget::paintOverdue(QPainter& painter, Theme theme, const Panel& panel)
{
    if (panel.counter == nullptr)
        return;
    const bool isWork = panel.counter->name == "since_preventive" || panel.counter->name == "since_maintenance";
    const bool isCalibration = panel.counter->name == "since_calibration";
    for (const OverdueSpan& span : m_in.history->overdue) {
        if (!(span.kind == "pm" ? isWork : isCalibration))
            continue;
        const double left = std::max(panel.area.left(), xOf(span.time.begin));
        const double right = std::min(panel.area.right(), xOf(span.time.end));
        if (right <= left)
            continue;
        const QRectF band(left, panel.area.top() - 8, right - left, panel.area.height() + 8);
        painter.fillRect(band, color(theme, Paint::FailureWash));
        painter.setPen(QPen(color(theme, Paint::Failure), 1, Qt::DashLine));
        painter.drawLine(band.topLeft(), band.bottomLeft());
    }
}

// What is beyond the limit is washed; a limit off scale is named.
void SawToothWidget::paintLimit(QPainter& painter, Theme theme, const Panel& panel)
{
    if (panel.limit == nullptr)
        return;
    const bool isInside = panel.limit->value < panel.highest;
    const double y = isInside ? yOf(panel.area, panel.limit->value, panel.highest) : panel.area.top() - 6;
    const QString number = numberText(panel.limit->value, 'g', 6);
    const QString words = isInside ? tr("limit %1, %2").arg(number, toQString(panel.limit->basis))
                                   : tr("limit %1, off scale").arg(number);
    if (isInside) {
        const double top = panel.area.top() - 8;
        painter.fillRect(QRectF(panel.area.left(), top, panel.area.width(), y - top), color(theme, Paint::FailureWash));
        painter.setPen(QPen(color(theme, Paint::Failure), 1, Qt::DashLine));
        painter.drawLine(QPointF(panel.area.left(), y), QPointF(panel.area.right(), y));
    }
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::Failure));
    const double above = y - panel.area.top() > 10 ? y - 15 : y + 1;
    painter.drawText(QRectF(panel.area.left() + 4, above, panel.area.width() - 8, 14), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(panel.area.width()) - 8));
}

void SawToothWidget::paintPanel(QPainter& painter, Theme theme, const Panel& panel)
{
    const bool isCounter = panel.counter != nullptr;
    painter.setPen(color(theme, Paint::Text));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    const QRectF names(14, panel.area.top() - 4, kGutter - 58, panel.area.height() + 8);
    QRectF used;
    painter.drawText(names, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, panel.name, &used);
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 8.25));
    const QString unit = !isCounter ? tr("in tolerances") : panel.counter->isInBatches ? tr("batches") : tr("days");
    painter.drawText(QRectF(14, used.bottom() + 1, kGutter - 40, 16), Qt::AlignLeft | Qt::AlignTop, unit);
    const double low = isCounter ? 0 : -panel.highest;
    const auto y = [&](double value) {
        return isCounter ? yOf(panel.area, value, panel.highest)
                         : yOf(panel.area, value + panel.highest, 2 * panel.highest);
    };
    std::vector<double> ticks = niceTicks(low, panel.highest, panel.area.height() < 60 ? 3 : 5);
    if (isCounter && panel.counter->isInBatches) // there is no half batch
        ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [](double tick) { return tick != std::floor(tick); }),
            ticks.end());
    for (const double tick : ticks) {
        painter.setPen(color(theme, tick == 0 ? Paint::LineStrong : Paint::Grid));
        painter.drawLine(QPointF(panel.area.left(), y(tick)), QPointF(panel.area.right(), y(tick)));
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRectF(kGutter - 56, y(tick) - 8, 48, 16), Qt::AlignRight | Qt::AlignVCenter,
            numberText(tick, 'f', tickDecimals(ticks)));
    }
    if (isCounter)
        paintCurve(painter, theme, panel);
    else
        paintAsFound(painter, theme, panel);
    painter.setPen(color(theme, Paint::Line));
    painter.drawLine(QPointF(0, panel.area.bottom() + 8), QPointF(width(), panel.area.bottom() + 8));
}

void SawToothWidget::paintCurve(QPainter& painter, Theme theme, const Panel& panel)
{
    const ConditionHistory& history = *m_in.history;
    const CounterHistory& counter = *panel.counter;
    const auto line = [&](const Interval& stretch) {
        QPolygonF points;
        QPointF last;
        for (const CounterVertex& corner : counter.curve(stretch)) {
            const QPointF at(xOf(corner.at), yOf(panel.area, corner.value, panel.highest));
            if (counter.isInBatches && !points.isEmpty() && at.x() > last.x() && at.y() != last.y())
                points << QPointF(at.x(), last.y());
            points << at;
            last = at;
        }
        return points;
    };
    painter.setPen(QPen(color(theme, Paint::TextDisabled), 1.3, Qt::DashLine));
    painter.drawPolyline(line({history.t0, history.range.end}));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(theme, Paint::Text), 1.7));
    painter.drawPolyline(line({history.range.begin, history.t0}));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double value = counter.valueAt(history.t0).value_or(0);
    const QRectF place(width() - kRight + 10, panel.area.top() - 2, kRight - 14, 20);
    const bool isOver = panel.limit != nullptr && value >= panel.limit->value;
    painter.setPen(color(theme, isOver ? Paint::Failure : Paint::Text));
    painter.setFont(sized(painter, 11.25, QFont::DemiBold));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        numberText(value, 'f', counter.isInBatches ? 0 : 1) + (counter.isInBatches ? QString() : QStringLiteral(" d")));
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 8.25));
    painter.drawText(place.translated(0, 18), Qt::AlignLeft | Qt::AlignVCenter,
        counter.isInBatches ? tr("batches at t0") : tr("days at t0"));
}

void SawToothWidget::paintFailures(QPainter& painter, Theme theme, const Panel& panel)
{
    if (panel.counter == nullptr)
        return;
    for (const CounterPoint& point : panel.counter->failures) {
        if (point.at < m_in.history->range.begin)
            continue;
        const QPointF place(xOf(point.at), yOf(panel.area, point.value, panel.highest));
        paintMark(painter, point.id == m_in.failure ? MarkKind::Failure : MarkKind::OtherFailure, place, theme);
    }
}

void SawToothWidget::paintAsFound(QPainter& painter, Theme theme, const Panel& panel)
{
    const auto y = [&](double value) { return yOf(panel.area, value + panel.highest, 2 * panel.highest); };
    const QRectF& area = panel.area;
    painter.fillRect(
        QRectF(QPointF(area.left(), area.top()), QPointF(area.right(), y(1))), color(theme, Paint::FailureWash));
    painter.fillRect(
        QRectF(QPointF(area.left(), y(-1)), QPointF(area.right(), area.bottom())), color(theme, Paint::FailureWash));
    painter.setPen(QPen(color(theme, Paint::Failure), 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), y(1)), QPointF(area.right(), y(1)));
    painter.drawLine(QPointF(area.left(), y(-1)), QPointF(area.right(), y(-1)));
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::Failure));
    painter.drawText(QRectF(area.left() + 4, y(1) - 15, 200, 14), Qt::AlignLeft | Qt::AlignVCenter, tr("tolerance"));
    const std::vector<double> errors = asFoundInTolerances();
    const std::vector<AsFound>& found = m_in.history->asFound;
    std::optional<std::size_t> last; // before the failure
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool isOut = std::abs(errors[i]) > 1;
        paintMark(painter, isOut ? MarkKind::CalibrationFailed : MarkKind::Calibration,
            {xOf(found[i].performed.at()), y(errors[i])}, theme);
        if (found[i].performed.at() <= m_in.history->t0)
            last = i;
    }
    if (!last)
        return;
    const AsFound& shown = found[*last];
    const QRectF place(width() - kRight + 10, area.top() - 2, kRight - 14, 20);
    painter.setPen(color(theme, std::abs(errors[*last]) > 1 ? Paint::Failure : Paint::Text));
    painter.setFont(sized(painter, 11.25, QFont::DemiBold));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        (toQString(formatDecimal(shown.error))
                .replace(QLatin1Char('-'), QChar(0x2212))
                .replace(QLatin1Char('.'), QLocale().decimalPoint())
            + QLatin1Char(' ') + toQString(shown.unit))
            .trimmed());
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 8.25));
    painter.drawText(place.translated(0, 18), Qt::AlignLeft | Qt::AlignVCenter, tr("last before t0"));
}

void SawToothWidget::paintLegend(QPainter& painter, Theme theme)
{
    const double top = height() - kLegend;
    double x = 14;
    painter.setFont(sized(painter, 8.25));
    const auto text = [&](const QString& words) {
        painter.setPen(color(theme, Paint::TextSecondary));
        const double wide = painter.fontMetrics().horizontalAdvance(words);
        painter.drawText(QRectF(x, top, wide + 4, kLegend), Qt::AlignVCenter | Qt::AlignLeft, words);
        x += wide + 16;
    };
    const auto mark = [&](MarkKind kind, const QString& words) {
        paintMark(painter, kind, {x + 6, top + kLegend / 2.0}, theme);
        x += 16;
        text(words);
    };
    const auto line = [&](Paint ink, Qt::PenStyle style, double wide, const QString& words) {
        painter.setPen(QPen(color(theme, ink), wide, style));
        painter.drawLine(QPointF(x, top + kLegend / 2.0), QPointF(x + 20, top + kLegend / 2.0));
        x += 26;
        text(words);
    };
    mark(MarkKind::Failure, tr("this failure"));
    mark(MarkKind::OtherFailure, tr("same class"));
    line(Paint::Text, Qt::SolidLine, 1.7, tr("as known now"));
    line(Paint::TextDisabled, Qt::DashLine, 1.3, tr("after t0, for context"));
    const QRectF wash(x, top + 6, 20, kLegend - 12);
    painter.fillRect(wash, color(theme, Paint::FailureWash));
    painter.setPen(color(theme, Paint::Failure));
    painter.drawLine(wash.topLeft(), wash.bottomLeft());
    x += 26;
    text(tr("overdue, over the limit, or out of tolerance"));
}

} // namespace antecedent::widgets
