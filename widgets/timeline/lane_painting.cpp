// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lane_painting.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/timeline/density.h"
#include "widgets/timeline/neighbours.h"
#include "widgets/timeline/stamps.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr double kMergePx = 14; // closer marks become one with a count
constexpr double kLeastBand = 3;
constexpr double kRagged = 4; // depth of the edge of what is still open

// A box; what is still open has a ragged right edge.
QPainterPath boxPath(const QRectF& box, bool isOpen, double radius = 0)
{
    QPainterPath path;
    if (!isOpen) {
        path.addRoundedRect(box, radius, radius);
        return path;
    }
    constexpr int kTeeth = 3;
    path.moveTo(box.topLeft());
    path.lineTo(box.topRight());
    for (int i = 1; i <= 2 * kTeeth; ++i)
        path.lineTo(box.right() - (i % 2 == 1 ? kRagged : 0), box.top() + box.height() * i / (2 * kTeeth));
    path.lineTo(box.bottomLeft());
    path.closeSubpath();
    return path;
}

class LanePainting
{
public:
    LanePainting(QPainter& painter, const LaneScene& scene, const Lane& lane, const QRect& rect)
        : m_painter(painter)
        , m_scene(scene)
        , m_events(scene.data.context.events)
        , m_lane(lane)
        , m_rect(rect)
    {
        std::tie(m_first, m_last) = lane.range(scene.axis.fromUs, scene.axis.toUs);
        m_bands = scene.axis.bands();
        if (scene.failure != nullptr)
            m_lineX = x(scene.failure->anchor.time_since_epoch().count());
        m_painter.setFont(sized(painter, 8.25));
    }

    void paint()
    {
        paintNeighbours();
        if (static_cast<double>(m_last - m_first) > 3 * m_scene.axis.widthPx)
            paintDensity(m_painter, m_scene, m_lane, m_rect);
        else if (isBand(m_lane.kind))
            paintBands();
        else
            paintMarks();
    }

private:
    double x(std::int64_t us) const { return m_rect.left() + m_scene.axis.xOf(us); }
    double endX(std::size_t i) const
    {
        const std::int64_t end = m_lane.end(i);
        return end > m_scene.axis.toUs ? m_rect.right() + kRagged + 1 : x(end);
    }
    // Neither under compressed time nor across the line of the failure.
    bool isFree(double left, double right) const
    {
        constexpr double kBeside = 2;
        return !(m_lineX && left < *m_lineX + kBeside && right > *m_lineX - kBeside) && !isUnderBand(left, right);
    }
    bool isUnderBand(double left, double right) const
    {
        return std::any_of(m_bands.begin(), m_bands.end(), [&](const TimeAxis::Band& band) {
            return left < m_rect.left() + band.right && right > m_rect.left() + band.left;
        });
    }
    bool isOpen(std::size_t i) const { return m_lane.end(i) == UnifiedEvents::kOpenEnd; }
    QColor ink(Paint paint) const { return color(m_scene.theme, paint); }
    std::string code(std::size_t i) const { return codeOf(m_scene.data.dataset, m_events, m_lane.events[i]); }

    void paintNeighbours();
    void paintBands();
    void paintBand(std::size_t i, double left, double right);
    void paintStrokes(const QRectF& box);
    void paintBandLabels();
    void paintBandLabel(std::size_t i, double left, double right, bool isOverEdges);
    Paint fillOf(std::size_t i) const;
    Paint stateOf(std::size_t i) const;
    QRectF bandBox(Paint fill, double left, double right) const;
    void paintMarks();
    std::size_t endOfMark(std::size_t i, double at) const;
    void paintBar(std::size_t i, MarkKind kind, double left, double right);
    void paintWhisker(std::size_t i, double at);
    void paintLabel(const QString& label, double at, double after, double room, bool isSelected, bool canGoLeft);

    QPainter& m_painter;
    const LaneScene& m_scene;
    const UnifiedEvents& m_events;
    const Lane& m_lane;
    const QRect m_rect;
    std::vector<TimeAxis::Band> m_bands; // nothing is written under them
    std::optional<double> m_lineX; // of the failure
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    double m_labelEnd = 0;
};

void LanePainting::paintNeighbours()
{
    if (!m_scene.isLabelled)
        return;
    m_painter.setPen(ink(Paint::TextMuted));
    const auto [left, right] = neighbourRoom(m_scene.axis);
    for (const Neighbour& each : neighboursOf(m_scene.data, m_lane, m_scene.axis, m_scene.failure)) {
        constexpr double kLabel = 170; // what stands left of the first mark
        const double width = m_scene.stamps.width(m_painter, each.words);
        const double at = m_rect.left() + (each.isBefore ? left : right - width);
        const double end = m_first == m_last ? right : x(m_lane.onsetUs[m_first]) - m_rect.left() - kLabel;
        if (isFree(at, at + width) && width < end - left)
            m_scene.stamps.write(m_painter, QPointF(at, m_rect.center().y() + 4), each.words);
    }
}

QRectF LanePainting::bandBox(Paint fill, double left, double right) const
{
    const double height = m_lane.kind == LaneKind::States ? (fill == Paint::StateIdle ? 8 : 12) : 14;
    return {left, m_rect.center().y() + 1 - height / 2, std::max(kLeastBand, right - left), height};
}

void LanePainting::paintBands()
{
    double thinEnd = -1; // right edge of the last band that is thinner than a pixel
    Paint thinFill = Paint::View;
    for (std::size_t i = m_first; i < m_last; ++i) {
        const double left = std::max(x(m_lane.onsetUs[i]), m_rect.left() - 4.0);
        const double right = std::min(endX(i), m_rect.right() + 4.0);
        const bool isSelected = m_scene.selected == m_lane.events[i];
        if (right - left < 1 && !isSelected) {
            const Paint fill = m_lane.kind == LaneKind::States ? stateOf(i) : Paint::Control;
            if (fill != thinFill || left >= thinEnd) {
                m_painter.fillRect(bandBox(fill, left, left), ink(fill));
                thinEnd = left + 1;
                thinFill = fill;
            }
            continue;
        }
        paintBand(i, left, right);
    }
    if (m_scene.isLabelled)
        paintBandLabels();
}

Paint LanePainting::stateOf(std::size_t i) const
{
    return m_lane.fills.empty() ? stateFill(code(i)) : m_lane.fills[i];
}

Paint LanePainting::fillOf(std::size_t i) const
{
    if (m_lane.kind == LaneKind::States)
        return stateOf(i);
    const Failure* failure = m_scene.failure;
    return failure != nullptr && failure->batch.valid() && m_events.batch[m_lane.events[i]] == failure->batch
        ? Paint::FailureWash
        : Paint::Step;
}

void LanePainting::paintBand(std::size_t i, double left, double right)
{
    const std::uint32_t event = m_lane.events[i];
    const bool isState = m_lane.kind == LaneKind::States;
    const Paint fill = fillOf(i);
    const bool isFailed = fill == Paint::FailureWash;
    const QRectF box = bandBox(fill, left, right);
    const QPainterPath path = boxPath(box, isOpen(i), isState ? 0 : 2);
    m_painter.setPen(isState ? Qt::NoPen : QPen(ink(isFailed ? Paint::Failure : Paint::Control), 1));
    m_painter.setBrush(ink(fill));
    m_painter.drawPath(path);
    const auto pattern = [&](Paint over, Qt::BrushStyle style) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(QBrush(ink(over), style));
        m_painter.drawPath(path);
    };
    if (fill == Paint::StateDown)
        pattern(Paint::View, Qt::BDiagPattern);
    else if (fill == Paint::StateMaintenance)
        pattern(Paint::View, Qt::DiagCrossPattern);
    if (isFailed)
        paintStrokes(box);
    if (fill == Paint::StateHold) {
        m_painter.setPen(QPen(ink(Paint::Control), 1, Qt::DotLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
    }
    if (m_scene.selected == event) {
        m_painter.setPen(QPen(ink(Paint::Accent), 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(box.adjusted(-2, -2, 2, 2));
    }
}

// Three strokes at the end of a failed step: told apart without colour.
void LanePainting::paintStrokes(const QRectF& box)
{
    constexpr double kApart = 5;
    if (box.width() < 4 * kApart)
        return;
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(QPen(ink(Paint::Failure), 1));
    const double right = std::min<double>(box.right(), m_rect.right()) - 2;
    for (int i = 0; i < 3; ++i)
        m_painter.drawLine(
            QPointF(right - i * kApart - 5, box.bottom() - 2), QPointF(right - i * kApart, box.top() + 2));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

// The name of a band, or the batch of steps that follow each other or lie in each other, once over all of them.
void LanePainting::paintBandLabels()
{
    const auto isOfOne = [&](std::size_t i, std::size_t next) {
        const BatchIndex batch = m_events.batch[m_lane.events[i]];
        return m_lane.kind == LaneKind::Steps && batch.valid() && batch == m_events.batch[m_lane.events[next]];
    };
    m_labelEnd = m_rect.left();
    for (std::size_t i = m_first; i < m_last;) {
        double left = std::max<double>(x(m_lane.onsetUs[i]), m_rect.left());
        double right = std::min<double>(endX(i), m_rect.right());
        std::size_t next = i + 1;
        for (; next < m_last && isOfOne(i, next); ++next)
            right = std::max(right, std::min<double>(endX(next), m_rect.right()));
        paintBandLabel(i, left, right, next - i > 1);
        i = next;
    }
}

void LanePainting::paintBandLabel(std::size_t i, double left, double right, bool isOverEdges)
{
    constexpr double kLeast = 12;
    if (right - left < kLeast)
        return;
    const bool isState = m_lane.kind == LaneKind::States;
    const std::uint32_t event = m_lane.events[i];
    const Batch* batch = isState ? nullptr : m_scene.data.dataset.batch(m_events.batch[event]);
    const std::string name = code(i);
    const Paint fill = fillOf(i);
    const bool isFailed = fill == Paint::FailureWash;
    m_painter.setFont(sized(m_painter, 8.25, isFailed ? QFont::DemiBold : QFont::Normal));
    const QString label = toQString(batch != nullptr ? batch->id : name);
    const double width = m_scene.stamps.width(m_painter, label);
    const double behind = m_lineX && *m_lineX > left ? *m_lineX + 2 : left; // right of the line of the failure
    for (const double at : {left, behind}) {
        if (width + 6 >= right - at || at + 3 < m_labelEnd || !isFree(at, at + width + 6))
            continue;
        const QRectF box = bandBox(fill, left, right);
        const bool isDark = fill == Paint::StateDown;
        if (isDark || isFailed || isOverEdges) // letters on a hatch or an edge are not read
            m_painter.fillRect(QRectF(at + 2, box.top() + 1, width + 3, box.height() - 2), ink(fill));
        m_painter.setPen(ink(isFailed ? Paint::Failure : isDark ? Paint::View : Paint::Text));
        m_scene.stamps.write(m_painter, QPointF(at + 3, box.center().y() + 4), label);
        m_labelEnd = at + 3 + width + 6;
        m_painter.setFont(sized(m_painter, 8.25));
        return;
    }
    // Beside the box, as long as nothing stands there.
    if (!isState && left - width - 5 > m_labelEnd && isFree(left - width - 5, left - 5)) {
        m_painter.setPen(ink(isFailed ? Paint::Failure : Paint::Text));
        m_scene.stamps.write(m_painter, QPointF(left - width - 5, m_rect.center().y() + 5), label);
    }
    m_painter.setFont(sized(m_painter, 8.25));
}

// How far the onset may be off, where it can be seen.
void LanePainting::paintWhisker(std::size_t i, double at)
{
    constexpr double kVisible = 2;
    const std::int64_t off = m_events.uncertaintyUs[m_lane.events[i]];
    if (off <= 0)
        return;
    const double left = x(m_lane.onsetUs[i] - off);
    const double right = x(m_lane.onsetUs[i] + off);
    if (right - at <= kVisible && at - left <= kVisible)
        return;
    const double y = m_rect.center().y();
    m_painter.setPen(QPen(ink(Paint::Uncertainty), 1.4));
    m_painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double end : {left, right})
        m_painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4));
}

void LanePainting::paintBar(std::size_t i, MarkKind kind, double left, double right)
{
    const QRectF box(left, m_rect.center().y() - 6, right - left, 12);
    const QPainterPath path = boxPath(box, isOpen(i), kind == MarkKind::Cleaning ? 5 : 2);
    const QColor edge = ink(markPaint(kind));
    const bool isFull = kind == MarkKind::Corrective;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(isFull ? edge : ink(Paint::View));
    m_painter.drawPath(path);
    if (isFull || kind == MarkKind::Cleaning) {
        m_painter.setBrush(QBrush(isFull ? ink(Paint::View) : edge, isFull ? Qt::BDiagPattern : Qt::Dense6Pattern));
        m_painter.drawPath(path);
    }
    m_painter.setPen(QPen(edge, 1.4));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(path);
}

void LanePainting::paintLabel(
    const QString& label, double at, double after, double room, bool isSelected, bool canGoLeft)
{
    const double y = m_rect.center().y();
    const double before = m_labelEnd;
    const double gap = isSelected ? 13 : 9; // outside of the ring
    const double width = m_scene.stamps.width(m_painter, label);
    m_painter.setPen(ink(isSelected ? Paint::Accent : Paint::Text));
    m_labelEnd = std::max(m_labelEnd, at + after + gap);
    if (width + gap - 5 < room && isFree(at + after + gap, at + after + gap + width)) {
        m_scene.stamps.write(m_painter, QPointF(at + after + gap, y + 4), label);
        m_labelEnd = at + after + gap + width;
    } else if (at - width - gap > before && canGoLeft && isFree(at - width - gap, at - gap)) {
        m_scene.stamps.write(m_painter, QPointF(at - width - gap, y + 4), label);
    } else if (!canGoLeft && width + gap - 5 < room
        && !isUnderBand(at + gap, at + gap + width)) { // a count is never left out: over the line of the failure
        m_painter.fillRect(QRectF(at + gap - 1, y - 6, width + 2, 12), ink(Paint::View));
        m_scene.stamps.write(m_painter, QPointF(at + gap, y + 4), label);
        m_labelEnd = at + gap + width;
    }
}

// Behind the last record that is one mark with i, which stands at `at`.
std::size_t LanePainting::endOfMark(std::size_t i, double at) const
{
    const auto from = m_lane.onsetUs.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto to = m_lane.onsetUs.begin() + static_cast<std::ptrdiff_t>(m_last);
    const auto end = std::partition_point(from, to, [&](std::int64_t us) { return x(us) - at < kMergePx; });
    return static_cast<std::size_t>(end - m_lane.onsetUs.begin());
}

void LanePainting::paintMarks()
{
    const double y = m_rect.center().y();
    m_labelEnd = m_rect.left();
    for (std::size_t i = m_first; i < m_last;) {
        const double at = x(m_lane.onsetUs[i]);
        const std::size_t next = endOfMark(i, at);
        const MarkKind kind = m_lane.urgent(i, next); // the most urgent one is on top
        std::size_t shown = i;
        while (m_lane.marks[shown] != kind)
            ++shown;
        const auto member = m_lane.events.begin() + static_cast<std::ptrdiff_t>(i);
        const bool isSelected = m_scene.selected
            && std::binary_search(member, member + static_cast<std::ptrdiff_t>(next - i), *m_scene.selected);
        const double end = next == i + 1 ? std::min<double>(endX(i), m_rect.right() + kRagged + 1) : at;
        const double left = std::max<double>(at, m_rect.left() - kRagged);
        if (end - left > kLeastBand)
            paintBar(i, kind, left, end);
        if (next == i + 1)
            paintWhisker(i, at);
        if (isSelected) {
            m_painter.setPen(QPen(ink(Paint::Accent), 1.6));
            m_painter.setBrush(ink(Paint::Selection));
            m_painter.drawEllipse(QPointF(at, y), 9, 9);
        }
        m_scene.stamps.mark(m_painter, kind, {at, y}, m_scene.theme);
        const double after = std::clamp(end - at, 0.0, m_scene.axis.widthPx);
        const double room = (next < m_last ? x(m_lane.onsetUs[next]) : m_rect.right()) - at - after - kMergePx;
        if (m_scene.isLabelled)
            paintLabel(next - i > 1 ? QStringLiteral("×%1").arg(next - i) : toQString(code(shown)), at, after, room,
                isSelected, next - i == 1);
        i = next;
    }
}

} // namespace

void paintLane(QPainter& painter, const LaneScene& scene, const Lane& lane, const QRect& rect)
{
    LanePainting(painter, scene, lane, rect).paint();
}

void paintUncovered(QPainter& painter, const LaneScene& scene, const std::vector<Interval>& gaps, const QRect& rect)
{
    constexpr double kVisible = 3;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(color(scene.theme, Paint::Line), Qt::BDiagPattern));
    for (const Interval& gap : gaps) {
        const double left = scene.axis.xOf(gap.begin.time_since_epoch().count());
        const double right = scene.axis.xOf(gap.end.time_since_epoch().count());
        if (right - left > kVisible)
            painter.drawRect(QRectF(rect.left() + left, rect.top(), right - left, rect.height() - 1));
    }
}

std::optional<std::uint32_t> recordAt(const Lane& lane, const TimeAxis& axis, double x)
{
    constexpr double kReach = 10;
    constexpr std::size_t kMostLookedAt = 20'000;
    const auto [first, last] = lane.range(axis.usAt(x - kReach), axis.usAt(x + kReach));
    std::optional<std::uint32_t> best;
    std::pair<double, std::int64_t> nearest{kReach, std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = first; i < last && i - first < kMostLookedAt; ++i) {
        const std::int64_t end = std::min(lane.end(i), std::max(axis.toUs, lane.onsetUs[i]));
        const double from = axis.xOf(lane.onsetUs[i]);
        const double distance = x < from ? from - x : std::max(0.0, x - axis.xOf(end));
        const std::pair<double, std::int64_t> now{distance, end - lane.onsetUs[i]};
        if (now <= nearest) {
            nearest = now;
            best = lane.events[i];
        }
    }
    return best;
}

} // namespace antecedent::widgets
