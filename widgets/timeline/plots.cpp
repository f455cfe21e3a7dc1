// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/plots.h"

#include "model/base/ticks.h"
#include "model/domain/tag_way.h"
#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/timeline/lane_painting.h"
#include "widgets/timeline/timeline_layout.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr std::size_t kUsual = 4;
constexpr double kMargin = 5; // px above and below the data

std::optional<double> numberOf(const Decimal& decimal)
{
    return decimal.known ? std::optional(toDouble(decimal)) : std::nullopt;
}

bool isBelow(const Dataset& dataset, AssetIndex asset, AssetIndex above)
{
    for (int steps = 0; asset.valid() && steps < 64; ++steps) {
        if (asset == above)
            return true;
        asset = dataset.assets[asset.value].parent;
    }
    return false;
}

struct Scale : ValueSpan
{
    double top = 0;
    int height = 1;

    double y(double value) const { return top + yOfValue(*this, value, height); }
};

void paintHoles(QPainter& painter, Theme theme, const SampleTrace& trace, const TimeAxis& axis, const QRect& area)
{
    painter.setFont(sized(painter, 8.25));
    const std::vector<TimeAxis::Band> bands = axis.bands();
    for (const Interval& hole : trace.holes()) {
        const double left = std::max(0.0, axis.xOf(hole.begin.time_since_epoch().count()));
        const double right = std::min(axis.widthPx, axis.xOf(hole.end.time_since_epoch().count()));
        if (right - left < 2)
            continue;
        const QRectF box(area.left() + left, area.top() + 2, right - left, area.height() - 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(color(theme, Paint::LineStrong), Qt::BDiagPattern));
        painter.drawRect(box);
        const QString words = QCoreApplication::translate("Plots", "no data");
        const double width = painter.fontMetrics().horizontalAdvance(words) + 8;
        if (box.width() < width + 8)
            continue;
        const bool isUnderBand = std::any_of(bands.begin(), bands.end(), [&](const TimeAxis::Band& band) {
            return box.center().x() - width / 2 < area.left() + band.right
                && box.center().x() + width / 2 > area.left() + band.left;
        });
        if (isUnderBand)
            continue;
        const QRectF label(box.center().x() - width / 2, box.center().y() - 8, width, 16);
        painter.fillRect(label, color(theme, Paint::View));
        painter.setPen(color(theme, Paint::TextMuted));
        painter.drawText(label, Qt::AlignCenter, words);
    }
}

// What lines a stretch of data is made of, so that they are drawn at once.
struct DataLines
{
    QList<QLineF> usual;
    QList<QLineF> beyond;
    QList<QPointF> points;
    QList<QPointF> pointsBeyond;
};

void paintLines(QPainter& painter, Theme theme, const DataLines& lines, bool isDense)
{
    painter.setRenderHint(QPainter::Antialiasing, !isDense);
    painter.setPen(QPen(color(theme, Paint::Control), isDense ? 1 : 1.3));
    painter.drawLines(lines.usual);
    painter.drawPoints(lines.points.constData(), static_cast<int>(lines.points.size()));
    painter.setPen(QPen(color(theme, Paint::Failure), isDense ? 2 : 2.2));
    painter.drawLines(lines.beyond);
    painter.drawPoints(lines.pointsBeyond.constData(), static_cast<int>(lines.pointsBeyond.size()));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Per column from the least to the greatest value, then on to the next column; never over a gap.
void paintData(QPainter& painter, Theme theme, const Plot& plot, const SampleTrace& trace, const TimeAxis& axis,
    const Scale& scale, const QRect& area)
{
    constexpr int kBeside = 2; // columns left and right of the view that lines come from
    const std::int64_t longest = std::max(trace.longestStep(), Duration(1)).count();
    const auto us = [](Timestamp t) { return t.time_since_epoch().count(); };
    const auto isBeyond = [&](double value) {
        return (plot.lowLimit && value < *plot.lowLimit) || (plot.highLimit && value > *plot.highLimit);
    };
    auto first = std::lower_bound(trace.columns.begin(), trace.columns.end(), axis.fromUs,
        [&](const SampleColumn& column, std::int64_t at) { return us(column.lastTime) < at; });
    auto last = std::upper_bound(first, trace.columns.end(), axis.toUs,
        [&](std::int64_t at, const SampleColumn& column) { return at < us(column.firstTime); });
    first -= std::min<std::ptrdiff_t>(kBeside, first - trace.columns.begin());
    last += std::min<std::ptrdiff_t>(kBeside, trace.columns.end() - last);
    const bool isDense = last - first > area.width() / 3;
    DataLines lines;
    lines.usual.reserve(3 * (last - first));
    const SampleColumn* before = nullptr;
    double beforeX = 0;
    for (auto column = first; column != last; before = &*column, ++column) {
        const double left = area.left() + axis.xOf(us(column->firstTime));
        const double right = column->samples > 1 ? area.left() + axis.xOf(us(column->lastTime)) : left;
        const bool isOut = isBeyond(column->low) || isBeyond(column->high);
        QList<QLineF>& chosen = isOut ? lines.beyond : lines.usual;
        const double y = scale.y(column->first);
        const bool isJoined = before != nullptr && us(column->firstTime) - us(before->lastTime) <= longest;
        if (isJoined && plot.isStep) {
            const double held = scale.y(before->last);
            (isBeyond(before->last) ? lines.beyond : lines.usual).emplaceBack(beforeX, held, left, held);
            chosen.emplaceBack(left, held, left, y);
        } else if (isJoined)
            chosen.emplaceBack(beforeX, scale.y(before->last), left, y);
        else if (column->high <= column->low)
            (isOut ? lines.pointsBeyond : lines.points).emplaceBack(left, y);
        if (right - left > 1.5 && plot.isStep) {
            chosen.emplaceBack(left, y, right, y);
            chosen.emplaceBack(right, y, right, scale.y(column->last));
        } else if (right - left > 1.5) // few samples in a wide column: their ends are all that is known of the way
            chosen.emplaceBack(left, y, right, scale.y(column->last));
        if (column->high > column->low) {
            const double middle = isDense ? std::floor((left + right) / 2) : (left + right) / 2;
            chosen.emplaceBack(middle, scale.y(column->low), middle, scale.y(column->high));
        }
        beforeX = right;
    }
    paintLines(painter, theme, lines, isDense);
}

void paintLimit(QPainter& painter, Theme theme, double limit, bool isHigh, const Plot& plot, const Scale& scale,
    const TimeAxis& axis, const QRect& area)
{
    const bool isOff = limit < scale.low || limit > scale.high;
    const std::vector<TimeAxis::Band> bands = axis.bands();
    const double inset = !bands.empty() && bands.front().left <= 1 ? bands.front().right : 0;
    QString words =
        (isHigh ? QCoreApplication::translate("Plots", "max %1 %2") : QCoreApplication::translate("Plots", "min %1 %2"))
            .arg(numberText(limit, 'g', 6))
            .arg(plot.unit)
            .trimmed();
    const double y = isOff ? (isHigh ? area.top() + 12.0 : area.bottom() - 4.0) : scale.y(limit);
    painter.setFont(sized(painter, 8.25));
    if (isOff) {
        words += QCoreApplication::translate("Plots", ", off scale");
    } else {
        QPen pen(color(theme, Paint::Failure), 1);
        pen.setDashPattern({7, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    const double base = isOff ? y : y - 14 > area.top() ? y - 3 : y + 12;
    const QRectF label(area.left() + inset + 4, base - 11, painter.fontMetrics().horizontalAdvance(words) + 6, 14);
    painter.fillRect(label, color(theme, Paint::View));
    painter.setPen(color(theme, Paint::Failure));
    painter.drawText(label, Qt::AlignCenter, words);
}

void paintGutter(QPainter& painter, Theme theme, const Plot& plot, const Scale& scale, const QRect& area, bool isZoomed)
{
    const std::vector<double> ticks = niceTicks(scale.low, scale.high, 4);
    const int decimals = tickDecimals(ticks);
    painter.setFont(sized(painter, 8.25));
    for (const double tick : ticks) {
        const double y = scale.y(tick);
        if (y < area.top() || y > area.bottom())
            continue;
        painter.setPen(color(theme, Paint::Grid));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRectF(area.left() - 64, y - 7, 58, 14), Qt::AlignRight | Qt::AlignVCenter,
            numberText(tick, 'f', decimals));
    }
    const double width = layout::kGutter - 24 - 62;
    const auto line = [&](double top, const QString& text) {
        painter.drawText(QRectF(24, top, width, 15), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(width)));
    };
    const double top = area.center().y() - 22;
    painter.setFont(sized(painter, 9));
    painter.setPen(color(theme, Paint::Text));
    line(top, plot.name);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    if (plot.tagName != plot.name)
        line(top + 15, plot.tagName);
    line(top + (plot.tagName != plot.name ? 30 : 15),
        isZoomed ? QCoreApplication::translate("Plots", "%1, zoomed").arg(plot.unit) : plot.unit);
}

} // namespace

std::vector<TagIndex> tagsOf(const InvestigationData& data, const std::vector<AssetIndex>& assets)
{
    std::vector<std::pair<std::size_t, TagIndex>> found;
    const auto& tags = data.dataset.tags;
    for (std::uint32_t i = 0; i < tags.size(); ++i) {
        if (tags[i].sampleCount == 0)
            continue;
        const auto place = std::find(assets.begin(), assets.end(), tags[i].asset);
        if (place != assets.end() || !tags[i].asset.valid())
            found.emplace_back(static_cast<std::size_t>(place - assets.begin()), TagIndex{i});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<TagIndex> out;
    out.reserve(found.size());
    for (const auto& entry : found)
        out.push_back(entry.second);
    return out;
}

TagSet usualTags(const InvestigationData& data, const Failure* failure, const std::vector<TagIndex>& tags)
{
    const Dataset& dataset = data.dataset;
    std::vector<std::pair<int, std::uint32_t>> order;
    for (const TagIndex tag : tags) {
        const Tag& record = dataset.tags[tag.value];
        const bool isOwn =
            failure != nullptr && failure->asset.valid() && isBelow(dataset, record.asset, failure->asset);
        const bool hasLimit = record.lowLimit.known || record.highLimit.known;
        order.emplace_back((isOwn ? 0 : 2) + (hasLimit ? 0 : 1), tag.value);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    TagSet shown;
    for (std::size_t i = 0; i < order.size() && i < kUsual; ++i)
        shown.insert(order[i].second);
    return shown;
}

Plot plotOf(const Dataset& dataset, TagIndex tag)
{
    const Tag& record = dataset.tags[tag.value];
    return {tag, toQString(record.parameter.empty() ? record.name : record.parameter), toQString(record.name),
        toQString(record.unit), numberOf(record.lowLimit), numberOf(record.highLimit), isStep(record)};
}

bool serves(const SampleTrace& trace, const TimeAxis& axis)
{
    constexpr double kAlike = 1.1;
    const auto columns = static_cast<double>(std::max<std::size_t>(trace.asked, 1));
    const double there = static_cast<double>((trace.range.end - trace.range.begin).count()) / columns;
    const Interval range = rangeToRead(axis);
    const double asked =
        static_cast<double>((range.end - range.begin).count()) / static_cast<double>(columnsToRead(axis));
    return trace.range.begin.time_since_epoch().count() <= axis.fromUs
        && trace.range.end.time_since_epoch().count() >= axis.toUs && there < asked * kAlike && asked < there * kAlike;
}

Interval rangeToRead(const TimeAxis& axis)
{
    const std::int64_t half = (axis.toUs - axis.fromUs) / 2;
    return {Timestamp(Duration(axis.fromUs - half)), Timestamp(Duration(axis.toUs + half))};
}

std::size_t columnsToRead(const TimeAxis& axis)
{
    constexpr double kMost = 200'000; // a compressed axis may reach over years
    const Interval range = rangeToRead(axis);
    const double columns = static_cast<double>((range.end - range.begin).count()) / axis.usPerPx();
    return static_cast<std::size_t>(std::clamp(columns, 2.0, kMost));
}

ValueSpan spanOf(const Plot& plot, const SampleTrace* trace, const TimeAxis& axis)
{
    std::optional<double> low;
    std::optional<double> high;
    if (trace != nullptr)
        for (const SampleColumn& column : trace->columns) {
            if (column.lastTime.time_since_epoch().count() < axis.fromUs
                || column.firstTime.time_since_epoch().count() > axis.toUs)
                continue;
            low = std::min(low.value_or(column.low), column.low);
            high = std::max(high.value_or(column.high), column.high);
        }
    // A limit counts if it is not so far away that it would flatten the data.
    const double span = low ? *high - *low : 0;
    for (const std::optional<double>& limit : {plot.lowLimit, plot.highLimit})
        if (limit && (!low || (*limit >= *low - 2 * span - 1e-12 && *limit <= *high + 2 * span + 1e-12))) {
            low = std::min(low.value_or(*limit), *limit);
            high = std::max(high.value_or(*limit), *limit);
        }
    if (!low)
        return {};
    const double margin = *high > *low ? (*high - *low) * 0.04 : std::max(std::abs(*high) * 0.05, 0.5);
    return {*low - margin, *high + margin};
}

double yOfValue(const ValueSpan& span, double value, int height)
{
    return height - kMargin - (value - span.low) / (span.high - span.low) * (height - 2 * kMargin);
}

double valueAtY(const ValueSpan& span, double y, int height)
{
    return span.low + (height - kMargin - y) / (height - 2 * kMargin) * (span.high - span.low);
}

void paintPlot(QPainter& painter, Theme theme, const Plot& plot, const SampleTrace* trace, const TimeAxis& axis,
    const QRect& area, const std::optional<ValueSpan>& zoomed)
{
    const Scale scale{zoomed.value_or(spanOf(plot, trace, axis)), static_cast<double>(area.top()), area.height()};
    paintGutter(painter, theme, plot, scale, area, zoomed.has_value());
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    if (trace == nullptr) {
        painter.setFont(sized(painter, 8.25));
        painter.setPen(color(theme, Paint::TextMuted));
        painter.drawText(area, Qt::AlignCenter, QCoreApplication::translate("Plots", "reading"));
    } else {
        paintHoles(painter, theme, *trace, axis, area);
        paintData(painter, theme, plot, *trace, axis, scale, area);
    }
    if (plot.lowLimit)
        paintLimit(painter, theme, *plot.lowLimit, false, plot, scale, axis, area);
    if (plot.highLimit)
        paintLimit(painter, theme, *plot.highLimit, true, plot, scale, axis, area);
    painter.restore();
}

namespace {

// The column whose last value a step signal still has at x; nullptr in a hole.
const SampleColumn* heldAt(const SampleTrace& trace, const TimeAxis& axis, double x)
{
    const auto after = std::find_if(trace.columns.begin(), trace.columns.end(),
        [&](const SampleColumn& column) { return axis.xOf(column.firstTime.time_since_epoch().count()) > x; });
    if (after == trace.columns.begin() || after == trace.columns.end())
        return nullptr;
    const SampleColumn& before = *std::prev(after);
    return after->firstTime - before.lastTime <= std::max(trace.longestStep(), Duration(1)) ? &before : nullptr;
}

} // namespace

QString valueAt(const Plot& plot, const SampleTrace& trace, const TimeAxis& axis, double x)
{
    constexpr double kReach = 4;
    const SampleColumn* best = nullptr;
    double nearest = kReach;
    for (const SampleColumn& column : trace.columns) {
        const double left = axis.xOf(column.firstTime.time_since_epoch().count());
        const double right = axis.xOf(column.lastTime.time_since_epoch().count());
        const double distance = x < left ? left - x : std::max(0.0, x - right);
        if (distance > nearest)
            continue;
        nearest = distance;
        best = &column;
    }
    if (best == nullptr && plot.isStep)
        best = heldAt(trace, axis, x);
    if (best == nullptr)
        return {};
    if (plot.isStep && axis.xOf(best->lastTime.time_since_epoch().count()) < x - kReach)
        return QStringLiteral("%1 %2").arg(numberText(best->last, 'g', 6), plot.unit).trimmed();
    const QString range = best->high > best->low
        ? QStringLiteral("%1 … %2").arg(numberText(best->low, 'g', 6), numberText(best->high, 'g', 6))
        : numberText(best->low, 'g', 6);
    return QStringLiteral("%1 %2").arg(range, plot.unit).trimmed();
}

} // namespace antecedent::widgets
