// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The time brush on the axis of the sequence graph.
#include "widgets/sequence/sequence_painting.h"
#include "widgets/sequence/sequence_widget.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

using namespace sequence;

namespace {

constexpr double kHandle = 5; // px around an end that take it
constexpr double kLeast = 4; // px that are a drag and no click

// To whole minutes, below an hour; else to tenths of an hour: what can be read off and typed.
double rounded(double offsetS)
{
    constexpr double kHour = 3600;
    const double step = offsetS > -kHour ? 60 : offsetS > -72 * kHour ? kHour / 10 : kHour;
    return std::round(offsetS / step) * step;
}

} // namespace

void SequenceWidget::setBrush(Brush brush)
{
    if (m_brush == brush)
        return;
    m_brush = std::move(brush);
    update();
}

bool SequenceWidget::isOnAxis(const QPointF& place) const
{
    return m_picture && place.y() >= 20 && place.y() <= kAxis + 2;
}

void SequenceWidget::mousePressEvent(QMouseEvent* event)
{
    if (!isOnAxis(event->position())) {
        choose(at(event->position()));
        return;
    }
    const double x = event->position().x();
    m_grip = Grip::New;
    m_gripX = x;
    m_taken = m_brush;
    if (!m_brush)
        return;
    const double begin = xOfOffset(m_picture->layout, m_brush->first);
    const double end = xOfOffset(m_picture->layout, m_brush->second);
    if (std::abs(x - begin) <= kHandle)
        m_grip = Grip::Begin;
    else if (std::abs(x - end) <= kHandle)
        m_grip = Grip::End;
    else if (begin < x && x < end)
        m_grip = Grip::Whole;
}

void SequenceWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip != Grip::None) {
        dragBrush(event->position().x());
        return;
    }
    setCursor(isOnAxis(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void SequenceWidget::dragBrush(double x)
{
    if (!m_picture || std::abs(x - m_gripX) < kLeast)
        return;
    const SequenceLayout& layout = m_picture->layout;
    const auto offset = [&](double place) { return rounded(offsetOfX(layout, place)); };
    double begin = m_gripX;
    double end = x;
    if (m_grip != Grip::New) {
        begin = xOfOffset(layout, m_taken->first) + (m_grip == Grip::End ? 0 : x - m_gripX);
        end = xOfOffset(layout, m_taken->second) + (m_grip == Grip::Begin ? 0 : x - m_gripX);
    }
    const double first = offset(std::min(begin, end));
    const double last = offset(std::max(begin, end));
    setBrush(first < last ? Brush({first, last}) : std::nullopt);
}

void SequenceWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_grip == Grip::None)
        return;
    dragBrush(event->position().x());
    m_grip = Grip::None;
    if (m_brush != m_taken)
        Q_EMIT brushed(m_brush);
}

void SequenceWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (isOnAxis(event->position())) {
        m_grip = Grip::None;
        if (m_brush)
            Q_EMIT brushed(std::nullopt);
        return;
    }
    choose(at(event->position()));
    if (!choice().isNone())
        Q_EMIT opened();
}

void SequenceWidget::stepBrush(int step, bool isEnd)
{
    std::vector<double> ticks;
    for (const CompressedScale::Tick& tick : m_picture->layout.ticks)
        ticks.push_back(tick.offsetS);
    Brush next = m_brush.value_or(std::pair(ticks.front(), 0.0));
    double& edge = isEnd ? next->second : next->first;
    if (step > 0) {
        const auto later = std::upper_bound(ticks.begin(), ticks.end(), edge);
        edge = later != ticks.end() ? *later : ticks.back();
    } else {
        const auto here = std::lower_bound(ticks.begin(), ticks.end(), edge);
        edge = here != ticks.begin() ? *std::prev(here) : ticks.front();
    }
    if (next->first >= next->second)
        return;
    const bool isWhole = next->first <= ticks.front() && next->second >= 0;
    setBrush(isWhole ? std::nullopt : next);
    Q_EMIT brushed(m_brush);
}

} // namespace antecedent::widgets
