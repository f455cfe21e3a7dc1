// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One signal of the overlay: plot, gutter, strip.
#include "widgets/profile/overlay_painting.h"

#include "model/base/ticks.h"
#include "widgets/common/site_time.h"
#include "widgets/timeline/lane_painting.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent::widgets {

namespace {

using namespace overlay;

struct Scale : OverlaySpan
{
    double top = 0;
    double height = 1;
    double y(double value) const
    {
        constexpr double kMargin = 6;
        return top + height - kMargin - (value - low) / (high - low) * (height - 2 * kMargin);
    }
};

// Consecutive bins with an envelope, [first, last).
template <class Take> void eachRun(const std::vector<ProfileBin>& bins, const Take& take)
{
    for (std::size_t i = 0; i < bins.size();) {
        std::size_t end = i;
        while (end < bins.size() && !std::isnan(bins[end].median))
            ++end;
        if (end > i)
            take(i, end);
        i = std::max(end, i + 1);
    }
}

class LanePainter
{
public:
    LanePainter(QPainter& painter, const OverlayScene& scene, const ProfileSignal& signal, const QRect& plot)
        : m_painter(painter)
        , m_scene(scene)
        , m_signal(signal)
        , m_plot(plot)
        , m_scale{overlaySpan(signal, scene.profile.choice), static_cast<double>(plot.top()),
              static_cast<double>(plot.height())}
    {
    }

    const Scale& scale() const { return m_scale; }

    void paint()
    {
        m_painter.save();
        m_painter.setClipRect(m_plot.adjusted(0, 0, 0, 1), Qt::IntersectClip);
        paintGround();
        paintGaps();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        paintBands();
        paintLines();
        paintTargets();
        paintLimit(m_signal.lowLimit, false);
        paintLimit(m_signal.highLimit, true);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.restore();
    }

private:
    QColor ink(Paint paint) const { return color(m_scene.theme, paint); }
    double x(double place) const { return m_plot.left() + m_scene.axis.xOf(place); }
    double binX(std::size_t bin, double within) const
    {
        return x(static_cast<double>(m_signal.firstColumn)
            + (static_cast<double>(bin) + within) / static_cast<double>(m_scene.profile.bins));
    }

    void paintGround()
    {
        // Columns of other steps hold nothing of this signal.
        const double left = x(static_cast<double>(m_signal.firstColumn));
        const double right = x(static_cast<double>(m_signal.firstColumn + m_signal.columns));
        const QColor beside = ink(Paint::Panel);
        if (left > m_plot.left())
            m_painter.fillRect(QRectF(m_plot.left(), m_plot.top(), left - m_plot.left(), m_plot.height()), beside);
        if (right < m_plot.right())
            m_painter.fillRect(QRectF(right, m_plot.top(), m_plot.right() + 1 - right, m_plot.height()), beside);
        for (const double tick : niceTicks(m_scale.low, m_scale.high, 4)) {
            m_painter.setPen(tick == 0 ? ink(Paint::LineStrong) : ink(Paint::Grid));
            const double y = std::round(m_scale.y(tick));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
    }

    // Where the batch in question was in a phase and has no value.
    bool isGap(std::size_t bin) const
    {
        const ProfileColumn& column = m_scene.profile.columns[m_signal.firstColumn + bin / m_scene.profile.bins];
        if (!column.own || !std::isnan(m_signal.bins[bin].own.middle))
            return false;
        const double share =
            (static_cast<double>(bin % m_scene.profile.bins) + 0.5) / static_cast<double>(m_scene.profile.bins);
        return m_scene.profile.align == ProfileAlign::Phase
            || share * static_cast<double>(column.length.count()) < static_cast<double>(column.own->count());
    }

    void paintGaps()
    {
        const QString words = OverlayWords::tr("no data");
        m_painter.setFont(sized(m_painter, 8.25));
        const double width = m_painter.fontMetrics().horizontalAdvance(words) + 8;
        for (std::size_t i = 0; i < m_signal.bins.size();) {
            std::size_t end = i;
            while (end < m_signal.bins.size() && isGap(end))
                ++end;
            const double left = std::max<double>(binX(i, 0), m_plot.left());
            const double right = end > i ? std::min<double>(binX(end - 1, 1), m_plot.right() + 1.0) : left;
            i = std::max(end, i + 1);
            if (right - left < 2)
                continue;
            const QRectF box(left, m_plot.top() + 2, right - left, m_plot.height() - 4);
            m_painter.fillRect(box, QBrush(ink(Paint::LineStrong), Qt::BDiagPattern));
            if (box.width() < width + 8)
                continue;
            const QRectF label(box.center().x() - width / 2, box.top() + 4, width, 16);
            m_painter.fillRect(label, ink(Paint::View));
            m_painter.setPen(ink(Paint::TextMuted));
            m_painter.drawText(label, Qt::AlignCenter, words);
        }
    }

    void paintBand(double ProfileBin::*low, double ProfileBin::*high, double alpha)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(seeThrough(ink(Paint::Accent), alpha));
        eachRun(m_signal.bins, [&](std::size_t first, std::size_t last) {
            QPolygonF band;
            const auto add = [&](std::size_t bin, double within, double value) {
                band << QPointF(binX(bin, within), m_scale.y(value));
            };
            add(first, 0, m_signal.bins[first].*high);
            for (std::size_t i = first; i < last; ++i)
                add(i, 0.5, m_signal.bins[i].*high);
            add(last - 1, 1, m_signal.bins[last - 1].*high);
            add(last - 1, 1, m_signal.bins[last - 1].*low);
            for (std::size_t i = last; i-- > first;)
                add(i, 0.5, m_signal.bins[i].*low);
            add(first, 0, m_signal.bins[first].*low);
            m_painter.drawPolygon(band);
        });
    }

    void paintBands()
    {
        constexpr double kPale = 0.13;
        constexpr double kDark = 0.22;
        paintBand(&ProfileBin::low, &ProfileBin::high, kPale);
        paintBand(&ProfileBin::tenth, &ProfileBin::ninetieth, kDark);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(ink(Paint::Accent), 1.6));
        eachRun(m_signal.bins, [&](std::size_t first, std::size_t last) {
            QPolygonF median;
            median << QPointF(binX(first, 0), m_scale.y(m_signal.bins[first].median));
            for (std::size_t i = first; i < last; ++i)
                median << QPointF(binX(i, 0.5), m_scale.y(m_signal.bins[i].median));
            median << QPointF(binX(last - 1, 1), m_scale.y(m_signal.bins[last - 1].median));
            m_painter.drawPolyline(median);
        });
    }

    void paintTargets()
    {
        QPen pen(ink(Paint::TextSecondary), 1);
        pen.setDashPattern({1, 3});
        m_painter.setFont(sized(m_painter, 8.25));
        for (const ProfileTarget& target : m_signal.targets) {
            const double left = std::max<double>(m_plot.left(), x(static_cast<double>(target.firstColumn)));
            const double right = x(static_cast<double>(target.firstColumn + target.columns));
            const double y = m_scale.y(target.value);
            m_painter.setPen(pen);
            m_painter.drawLine(QPointF(left, y), QPointF(right, y));
            const QString words = OverlayWords::tr("target %1").arg(OverlayWords::valueText(target.value));
            const double width = m_painter.fontMetrics().horizontalAdvance(words) + 6;
            if (right - left < width + 6)
                continue;
            const QRectF label(right - width - 2, y - 15, width, 14);
            m_painter.fillRect(label, seeThrough(ink(Paint::View), 0.8));
            m_painter.setPen(ink(Paint::TextSecondary));
            m_painter.drawText(label, Qt::AlignCenter, words);
        }
    }

    void paintLimit(std::optional<double> limit, bool isHigh)
    {
        if (!limit)
            return;
        const bool isOff = *limit < m_scale.low || *limit > m_scale.high;
        QString words = (isHigh ? OverlayWords::tr("max %1 %2") : OverlayWords::tr("min %1 %2"))
                            .arg(OverlayWords::valueText(*limit), OverlayWords::signalUnit(m_scene.dataset, m_signal))
                            .trimmed();
        if (isOff)
            words = OverlayWords::tr("%1, off scale").arg(words);
        const double y = isOff ? (isHigh ? m_plot.top() + 1.0 : m_plot.bottom() - 1.0) : m_scale.y(*limit);
        if (!isOff) {
            QPen pen(ink(Paint::Failure), 1);
            pen.setDashPattern({7, 3});
            m_painter.setPen(pen);
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
        m_painter.setFont(sized(m_painter, 8.25));
        const bool isUnder = isOff ? isHigh : y - 14 < m_plot.top();
        const QRectF label(
            m_plot.left() + 4, isUnder ? y + 2 : y - 15, m_painter.fontMetrics().horizontalAdvance(words) + 6, 14);
        m_painter.fillRect(label, seeThrough(ink(Paint::View), 0.8));
        m_painter.setPen(ink(Paint::Failure));
        m_painter.drawText(label, Qt::AlignCenter, words);
    }

    void paintLine(const std::vector<LinePoint>& line, const QPen& pen)
    {
        m_painter.setPen(pen);
        QPolygonF part;
        const auto flush = [&] {
            if (part.size() == 1)
                m_painter.drawPoint(part.front());
            else if (part.size() > 1)
                m_painter.drawPolyline(part);
            part.clear();
        };
        for (const LinePoint& point : line) {
            if (std::isnan(point.y))
                flush();
            else
                part << QPointF(x(point.x), m_scale.y(point.y));
        }
        flush();
    }

    void paintLines()
    {
        const auto& batches = m_scene.profile.choice.batches;
        for (std::size_t b = batches.size(); b-- > 0;) { // the case, which is first, on top
            const ProfileBatch& batch = batches[b];
            if (b >= m_signal.lines.size() || m_signal.lines[b].empty())
                continue;
            QPen pen(ink(Paint::Failure), 2.0);
            if (batch.role == BatchRole::AlsoFailed) {
                pen.setWidthF(m_scene.highlighted == b ? 1.8 : 1.2);
                pen.setDashPattern({4, 3});
            } else if (batch.role == BatchRole::Good) {
                const bool isAlone = m_signal.state != SignalState::Compared; // no band: the batches side by side
                if (m_scene.highlighted != b && !isAlone)
                    continue;
                pen = m_scene.highlighted == b ? QPen(ink(Paint::Text), 1.3) : QPen(ink(Paint::Accent), 1.0);
            }
            paintLine(m_signal.lines[b], pen);
        }
    }

    QPainter& m_painter;
    const OverlayScene& m_scene;
    const ProfileSignal& m_signal;
    const QRect m_plot;
    const Scale m_scale;
};

void paintGutter(QPainter& painter, const OverlayScene& scene, const ProfileSignal& signal, const Scale& scale,
    const QRect& gutter, bool isCurrent)
{
    const Theme theme = scene.theme;
    if (isCurrent)
        painter.fillRect(gutter.adjusted(0, 0, -1, 0), color(theme, Paint::Selection));
    const std::vector<double> ticks = niceTicks(scale.low, scale.high, 4);
    const int decimals = tickDecimals(ticks);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    int widest = 0;
    for (const double tick : ticks) {
        const QString text = numberText(tick, 'f', decimals);
        const double y = scale.y(tick);
        if (y < scale.top + 4 || y > scale.top + scale.height - 4)
            continue;
        widest = std::max(widest, painter.fontMetrics().horizontalAdvance(text));
        painter.drawText(QRectF(gutter.right() - 68, y - 7, 62, 14), Qt::AlignRight | Qt::AlignVCenter, text);
    }
    const int width = gutter.width() - 14 - widest - 14;
    const auto line = [&](int top, const QString& text) {
        painter.drawText(QRect(gutter.left() + 14, gutter.top() + top, width, 15), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
    };
    const int top = (gutter.height() - kBelowPlot) / 2 - 22;
    line(top + 17, OverlayWords::signalTags(scene.dataset, signal));
    line(top + 32, OverlayWords::signalUnit(scene.dataset, signal));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    painter.setPen(color(theme, Paint::Text));
    line(top, OverlayWords::signalName(scene.dataset, signal));
}

void paintStrip(QPainter& painter, const OverlayScene& scene, const ProfileSignal& signal, const QRect& strip)
{
    constexpr double kLeast = 2; // a single bin stays to be seen
    painter.save();
    painter.setClipRect(strip, Qt::IntersectClip);
    const double left = strip.left() + scene.axis.xOf(static_cast<double>(signal.firstColumn));
    const double right = strip.left() + scene.axis.xOf(static_cast<double>(signal.firstColumn + signal.columns));
    painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), color(scene.theme, Paint::Grid));
    for (const auto& [from, to] : outsidePlaces(scene.profile, signal)) {
        const double begin = strip.left() + scene.axis.xOf(from);
        const double end = strip.left() + scene.axis.xOf(to);
        painter.fillRect(QRectF(begin, strip.top(), std::max(end - begin, kLeast), strip.height()),
            color(scene.theme, Paint::Failure));
    }
    painter.restore();
}

} // namespace

QColor seeThrough(QColor ink, double alpha)
{
    ink.setAlphaF(static_cast<float>(alpha));
    return ink;
}

OverlaySpan overlaySpan(const ProfileSignal& signal, const BatchChoice& choice)
{
    constexpr double kNear = 0.5; // of the range: limits further away are named only
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto widen = [&](double value) {
        low = std::min(low, std::isnan(value) ? low : value);
        high = std::max(high, std::isnan(value) ? high : value);
    };
    for (const ProfileBin& bin : signal.bins) {
        widen(bin.low);
        widen(bin.high);
    }
    for (std::size_t b = 0; b < signal.lines.size(); ++b)
        if (choice.batches[b].role != BatchRole::Good || signal.state != SignalState::Compared)
            for (const LinePoint& point : signal.lines[b])
                widen(point.y);
    for (const ProfileTarget& target : signal.targets)
        widen(target.value);
    if (low > high)
        return {};
    const double range = std::max(high - low, 1e-9);
    for (const auto& limit : {signal.lowLimit, signal.highLimit})
        if (limit && *limit > low - kNear * range && *limit < high + kNear * range)
            widen(*limit);
    const double margin = high > low ? (high - low) * 0.04 : std::max(std::abs(high) * 0.05, 0.5);
    return {low - margin, high + margin};
}

std::vector<std::pair<double, double>> outsidePlaces(const Profile& profile, const ProfileSignal& signal)
{
    std::vector<std::pair<double, double>> places;
    const auto bins = static_cast<double>(std::max<std::size_t>(profile.bins, 1));
    for (std::size_t i = 0; i < signal.bins.size(); ++i) {
        const ProfileBin& bin = signal.bins[i];
        if (std::isnan(bin.median) || std::isnan(bin.own.middle)
            || (bin.own.high <= bin.high && bin.own.low >= bin.low))
            continue;
        const double from = static_cast<double>(signal.firstColumn) + static_cast<double>(i) / bins;
        const double to = static_cast<double>(signal.firstColumn) + static_cast<double>(i + 1) / bins;
        if (!places.empty() && places.back().second >= from - 1e-9)
            places.back().second = to;
        else
            places.emplace_back(from, to);
    }
    return places;
}

void paintLane(
    QPainter& painter, const OverlayScene& scene, const ProfileSignal& signal, const QRect& rect, bool isCurrent)
{
    const QRect plot(
        rect.left() + kGutter, rect.top() + 2, rect.width() - kGutter - kRight, rect.height() - kBelowPlot);
    LanePainter lane(painter, scene, signal, plot);
    lane.paint();
    paintGutter(
        painter, scene, signal, lane.scale(), QRect(rect.left(), rect.top(), kGutter, rect.height()), isCurrent);
    const QRect strip(plot.left(), plot.bottom() + 4, plot.width(), kStrip);
    if (signal.state == SignalState::Compared) {
        painter.setFont(sized(painter, 8.25));
        painter.setPen(color(scene.theme, Paint::TextMuted));
        painter.drawText(QRect(rect.left(), strip.top() - 4, kGutter - 6, 14), Qt::AlignRight | Qt::AlignVCenter,
            OverlayWords::tr("outside"));
        paintStrip(painter, scene, signal, strip);
    } else {
        painter.setFont(sized(painter, 8.25));
        painter.setPen(color(scene.theme, Paint::TextMuted));
        painter.drawText(QRect(plot.left() + 4, strip.top() - 6, plot.width() - 8, 16),
            Qt::AlignLeft | Qt::AlignVCenter, OverlayWords::whereText(scene.profile, signal));
    }
    painter.save();
    painter.setClipRect(QRect(plot.left(), rect.top(), plot.width() + 1, rect.height()), Qt::IntersectClip);
    for (std::size_t c = 0; c < scene.profile.columns.size(); ++c) {
        const bool isLastOfStep =
            c + 1 == scene.profile.columns.size() || scene.profile.columns[c + 1].step != scene.profile.columns[c].step;
        const double x = plot.left() + scene.axis.xOf(static_cast<double>(c) + 1);
        painter.setPen(color(scene.theme, isLastOfStep ? Paint::LineStrong : Paint::Line));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    painter.restore();
    painter.setPen(color(scene.theme, Paint::LineStrong));
    painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom());
    painter.drawLine(plot.left() - 1, rect.top(), plot.left() - 1, rect.bottom());
}

} // namespace antecedent::widgets
