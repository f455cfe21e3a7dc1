// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/timeline_figure.h"

#include "model/report/figures/plot_lane.h"
#include "model/report/figures/scale.h"
#include "model/report/figures/time_scale.h"
#include "model/report/figures/timeline_legend.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace antecedent {

namespace {

constexpr double kGutter = 92;
constexpr double kRightMargin = 6;
constexpr double kText = 6.5;
constexpr double kAxisHeight = 36;
constexpr double kLaneHeight = 17;
constexpr double kMergeDistance = 10;
constexpr double kNarrow = 5; // an interval below this width becomes its mark

// Marks of a lane that stand for one place in the drawing.
struct Group
{
    double left = 0; // of the interval, or of the mark
    double right = 0;
    double at = 0;
    const TimelineMark* shown = nullptr;
    int count = 0;
    bool isBand = false;
};

class TimelinePainter
{
public:
    TimelinePainter(const TimelineFigure& figure, double width, const Lexicon& lexicon)
        : m_figure(figure)
        , m_lexicon(lexicon)
        , m_width(width)
        , m_scale(figure.range, timelineBreaks(figure), kGutter, width - kRightMargin)
    {
        m_drawing.width = width;
    }

    Drawing paint()
    {
        double height = kAxisHeight + static_cast<double>(m_figure.plots.size()) * kPlotLaneHeight;
        for (const TimelineLane& lane : m_figure.lanes)
            height += laneHeight(lane);
        paintAxis(height);
        double y = kAxisHeight;
        for (const TimelineLane& lane : m_figure.lanes) {
            paintLane(lane, y);
            y += laneHeight(lane);
        }
        for (const TimelinePlot& plot : m_figure.plots) {
            drawPlotLane(m_drawing, plot, m_scale, y, m_lexicon);
            y += kPlotLaneHeight;
        }
        paintBreaks(y);
        m_drawing.line({0, y}, {m_width, y}, 0.8);
        paintFailures(y);
        y += 3;
        y += drawTimelineLegend(m_drawing, m_figure, y, m_width, m_lexicon);
        m_drawing.height = y + 1;
        m_drawing.description = m_lexicon.say(phrase("Timeline around %1", m_figure.failure));
        return std::move(m_drawing);
    }

private:
    double x(Timestamp t) const { return m_scale.x(t); }
    bool isShown(Timestamp t) const { return m_figure.range.begin <= t && t <= m_figure.range.end; }
    static double laneHeight(const TimelineLane& lane) { return lane.detail.empty() ? kLaneHeight : kLaneHeight + 3; }

    std::vector<Group> groupsOf(const TimelineLane& lane) const;
    void paintLane(const TimelineLane& lane, double top);
    void paintBreaks(double bottom);
    void paintLabels(const std::vector<Group>& groups, double middle);
    void paintAxis(double bottom);
    void paintRelativeAxis();
    void paintFailures(double bottom);

    const TimelineFigure& m_figure;
    const Lexicon& m_lexicon;
    double m_width;
    TimeScale m_scale;
    Drawing m_drawing;
};

std::vector<Group> TimelinePainter::groupsOf(const TimelineLane& lane) const
{
    std::vector<Group> groups;
    for (const TimelineMark& mark : lane.marks) {
        const Timestamp end = mark.end.value_or(mark.at);
        if (end < m_figure.range.begin || mark.at > m_figure.range.end)
            continue;
        Group group;
        group.left = x(std::max(mark.at, m_figure.range.begin));
        group.right = x(std::min(end, m_figure.range.end));
        group.at = group.left;
        group.shown = &mark;
        group.count = 1;
        group.isBand = group.right - group.left >= kNarrow;
        if (!group.isBand && !isShown(mark.at))
            continue;
        if (!groups.empty() && !group.isBand && !groups.back().isBand && group.at - groups.back().at < kMergeDistance) {
            ++groups.back().count;
            if (priorityOf(mark.kind) > priorityOf(groups.back().shown->kind))
                groups.back().shown = &mark;
            continue;
        }
        groups.push_back(group);
    }
    return groups;
}

void TimelinePainter::paintLane(const TimelineLane& lane, double top)
{
    const double height = laneHeight(lane);
    const double middle = top + height / 2;
    for (const Interval& hole : lane.uncovered) {
        const Box box{x(std::max(hole.begin, m_figure.range.begin)), top + 1, x(std::min(hole.end, m_figure.range.end)),
            top + height - 1};
        m_drawing.hatch(box, Hatch::Falling, 4, Ink::Mid, 0.5);
    }
    const double nameY = lane.detail.empty() ? middle + 2.3 : middle - 1;
    m_drawing.text({0, nameY}, fitText(lane.name, kGutter - 8, kText + 0.5), kText + 0.5);
    if (!lane.detail.empty())
        m_drawing.text(
            {0, nameY + 7.5}, fitText(lane.detail, kGutter - 8, kText), kText, TextAnchor::Start, false, Ink::Dark);
    const std::vector<Group> groups = groupsOf(lane);
    for (const Group& group : groups) {
        if (group.isBand)
            drawBand(m_drawing, group.shown->band, group.left, group.right, middle);
        else
            drawMark(m_drawing, group.shown->kind, group.at, middle);
    }
    paintLabels(groups, middle);
    m_drawing.line({0, top + height}, {m_width, top + height}, 0.4, Ink::Light);
}

// Inside a wide band, else at the right, else at the left, else not at all; strong ones choose first.
void TimelinePainter::paintLabels(const std::vector<Group>& groups, double middle)
{
    std::vector<Box> taken{Box{x(m_figure.t0) - 1, middle - 5, x(m_figure.t0) + 1, middle + 5}};
    for (const TimelineMark& other : m_figure.otherFailures)
        taken.push_back(Box{x(other.at) - 1, middle - 5, x(other.at) + 1, middle + 5});
    for (const TimeScale::Break& each : m_scale.breaks())
        taken.push_back(Box{each.left - 1, middle - 5, each.right + 1, middle + 5});
    for (const Group& group : groups)
        taken.push_back(group.isBand ? Box{group.left, middle - 5, group.right, middle + 5}
                                     : Box{group.at - 4.5, middle - 5, group.at + 4.5, middle + 5});
    std::vector<std::size_t> order(groups.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return groups[a].shown->isStrong > groups[b].shown->isStrong; });
    for (const std::size_t i : order) {
        const Group& group = groups[i];
        const bool strong = group.shown->isStrong;
        const std::string label = group.count > 1 ? "\u00d7" + std::to_string(group.count) : group.shown->label;
        if (label.empty())
            continue;
        const double length = textWidth(label, kText, strong) + 2;
        const double y = middle + 2.3;
        const bool isPlain = group.shown->band == BandStyle::Box || group.shown->band == BandStyle::Running
            || group.shown->band == BandStyle::Idle || group.shown->band == BandStyle::Hold
            || group.shown->band == BandStyle::Cleaning;
        const double centre = (group.left + group.right) / 2;
        const Box inside{centre - length / 2, middle - 4, centre + length / 2, middle + 4};
        const bool isBroken = std::any_of(m_scale.breaks().begin(), m_scale.breaks().end(),
            [&](const TimeScale::Break& each) { return each.left < inside.right && inside.left < each.right; });
        if (group.isBand && isPlain && !isBroken && group.right - group.left > length + 4) {
            m_drawing.text({centre, y}, label, kText, TextAnchor::Middle, strong);
            continue;
        }
        const double edgeRight = group.isBand ? group.right + 2 : group.at + 5.5;
        const double edgeLeft = group.isBand ? group.left - 2 : group.at - 5.5;
        const Box right{edgeRight, middle - 4, edgeRight + length, middle + 4};
        const Box left{edgeLeft - length, middle - 4, edgeLeft, middle + 4};
        const auto isFree = [&](const Box& box) {
            return box.left >= kGutter - 1 && box.right <= m_width
                && std::none_of(taken.begin(), taken.end(), [&](const Box& other) { return box.overlaps(other); });
        };
        if (isFree(right)) {
            m_drawing.text({right.left, y}, label, kText, TextAnchor::Start, strong);
            taken.push_back(right);
        } else if (isFree(left)) {
            m_drawing.text({left.right, y}, label, kText, TextAnchor::End, strong);
            taken.push_back(left);
        }
    }
}

void TimelinePainter::paintAxis(double bottom)
{
    const Zone& zone = m_figure.siteZone;
    m_drawing.text({kGutter - 14, 8}, m_lexicon.say(phrase("Site time, %1", offsetText(m_figure.t0, zone))), kText,
        TextAnchor::End, false, Ink::Dark);
    m_drawing.text({kGutter - 14, 20}, m_lexicon.say(phrase("To failure")), kText, TextAnchor::End, false, Ink::Dark);
    m_drawing.line({kGutter, kAxisHeight - 8}, {m_width - kRightMargin, kAxisHeight - 8}, 0.8);
    const bool isShort = m_scale.drawn() < std::chrono::hours(30);
    double free = kGutter - 2;
    const auto label = [&](Timestamp t, const std::string& text, bool strong) {
        const double at = x(t) + 2;
        const double length = textWidth(text, kText, strong);
        if (at < free || at + length > m_width || m_scale.isInBreak(t))
            return;
        m_drawing.text({at, 8}, text, kText, TextAnchor::Start, strong);
        free = at + length + 5;
    };
    std::string day;
    if (isShort) {
        const Duration step = niceTimeStep(m_scale.drawn(), 9);
        const std::int64_t begin = m_figure.range.begin.time_since_epoch().count() / step.count();
        for (std::int64_t i = begin + 1; Timestamp(step * i) < m_figure.range.end; ++i) {
            const Timestamp t(step * i);
            if (m_scale.isInBreak(t))
                continue;
            // The day stands at the first label, at midnight and behind a break.
            const std::string today = m_lexicon.say(dayPhrase(t, zone, false));
            const bool isFirst = today != day;
            const double before = free;
            label(t, isFirst ? today + " " + clockText(t, zone) : clockText(t, zone), isFirst);
            day = before == free ? day : today;
            m_drawing.line({x(t), 2}, {x(t), 10}, 0.4, Ink::Mid);
        }
        return;
    }
    // Days, and where the time goes on behind a break.
    std::map<Timestamp, std::string> places{
        {m_figure.range.begin, m_lexicon.say(dayPhrase(m_figure.range.begin, zone))}};
    for (Timestamp t = nextMidnight(m_figure.range.begin, zone); t < m_figure.range.end;
         t = nextMidnight(t + std::chrono::hours(1), zone))
        places.emplace(t, m_lexicon.say(dayPhrase(t, zone)));
    for (const TimeScale::Break& each : m_scale.breaks())
        places.insert_or_assign(
            each.time.end, m_lexicon.say(dayPhrase(each.time.end, zone, false)) + " " + clockText(each.time.end, zone));
    for (const auto& [t, text] : places) {
        const double before = free;
        label(t, text, true);
        if (free != before)
            m_drawing.line({x(t), 2}, {x(t), bottom}, 0.4, Ink::Light);
    }
}

void TimelinePainter::paintRelativeAxis()
{
    const double axisY = kAxisHeight - 8;
    const Duration step = niceTimeStep(m_scale.drawn(), 10);
    const std::int64_t first = (m_figure.range.begin - m_figure.t0).count() / step.count();
    const std::int64_t last = (m_figure.range.end - m_figure.t0).count() / step.count();
    double free = kGutter - 20;
    const double zeroLeft = x(m_figure.t0) - 6;
    for (std::int64_t i = first; i <= last; ++i) {
        if (m_scale.isInBreak(m_figure.t0 + step * i))
            continue;
        const double at = x(m_figure.t0 + step * i);
        m_drawing.line({at, axisY - 3}, {at, axisY}, 0.7);
        const std::string text = m_lexicon.number(relativeText(step * i, step));
        const double half = textWidth(text, kText, i == 0) / 2;
        if (i != 0 && (at - half < free || at + half > m_width || (i < 0 && at + half > zeroLeft)))
            continue;
        m_drawing.text({at, axisY - 6}, text, kText, TextAnchor::Middle, i == 0);
        free = at + half + 4;
    }
}

// A white band with zigzag edges over all lanes, and in it how much time is left out.
void TimelinePainter::paintBreaks(double bottom)
{
    const double axisY = kAxisHeight - 8;
    for (const TimeScale::Break& each : m_scale.breaks()) {
        m_drawing.rect({each.left, axisY - 2, each.right, bottom}, Ink::White, Ink::None);
        for (const double edge : {each.left, each.right}) {
            std::vector<Point> zigzag;
            double y = axisY - 4;
            for (int i = 0; y < bottom; ++i, y += 4)
                zigzag.push_back({edge + (i % 2 == 0 ? -1.6 : 1.6), y});
            m_drawing.polyline(std::move(zigzag), 0.5, Ink::Dark);
        }
        const std::string length = m_lexicon.number(spanText(each.time.length()));
        const double middle = (each.left + each.right) / 2;
        const std::string words = m_lexicon.say(phrase("%1 without records", length));
        const bool hasRoom = bottom - axisY > textWidth(words, kText) + 12;
        TextItem text{{middle + 2.3, (axisY + bottom) / 2}, hasRoom ? words : length, kText, false, TextAnchor::Middle,
            true, Ink::Black};
        m_drawing.items.emplace_back(std::move(text));
    }
}

void TimelinePainter::paintFailures(double bottom)
{
    paintRelativeAxis();
    const double axisY = kAxisHeight - 8;
    for (const TimelineMark& other : m_figure.otherFailures) {
        if (!isShown(other.at))
            continue;
        m_drawing.line({x(other.at), axisY}, {x(other.at), bottom}, 0.8, Ink::Black, Dash::Dashed);
        drawMark(m_drawing, MarkKind::OtherFailure, x(other.at), axisY);
    }
    if (m_figure.band)
        m_drawing.line({x(m_figure.band->begin), axisY}, {x(m_figure.band->end), axisY}, 3, Ink::Black);
    m_drawing.line({x(m_figure.t0), axisY}, {x(m_figure.t0), bottom}, 1.5);
    drawMark(m_drawing, MarkKind::Failure, x(m_figure.t0), axisY);
}

} // namespace

std::vector<Interval> timelineBreaks(const TimelineFigure& figure)
{
    std::vector<Timestamp> busy = figure.undrawn;
    busy.push_back(figure.t0);
    if (figure.band) {
        busy.push_back(figure.band->begin);
        busy.push_back(figure.band->end);
    }
    for (const TimelineMark& other : figure.otherFailures)
        busy.push_back(other.at);
    for (const TimelineLane& lane : figure.lanes)
        for (const TimelineMark& mark : lane.marks) {
            busy.push_back(mark.at);
            if (mark.end)
                busy.push_back(*mark.end);
        }
    for (const TimelinePlot& plot : figure.plots)
        for (const Sample& sample : plot.samples)
            if (!std::isnan(sample.value))
                busy.push_back(sample.time);
    return idleStretches(figure.range, std::move(busy));
}

Drawing drawTimeline(const TimelineFigure& figure, double width, const Lexicon& lexicon)
{
    return TimelinePainter(figure, width, lexicon).paint();
}

} // namespace antecedent
