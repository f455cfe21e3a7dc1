// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/counters/saw_tooth_widget.h"

#include "widgets/common/text.h"
#include "widgets/counters/saw_tooth_layout.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

SawToothWidget::SawToothWidget(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Condition over time"));
}

void SawToothWidget::setInput(Input input)
{
    m_in = std::move(input);
    m_marks.clear();
    m_lanes.clear();
    const std::array<QString, 3> names{tr("Maintenance"), tr("Calibration"), tr("Cleaning")};
    std::array<std::vector<Mark>, 3> lanes;
    for (const UpkeepMark& done : m_in.history->upkeep) {
        const UnifiedEvents& events = m_in.data->context.events;
        const TableId table = events.table[done.event.value];
        const std::size_t lane = table == TableId::Calibrations ? 1 : table == TableId::Cleanings ? 2 : 0;
        lanes[lane].push_back({done.event.value, done.at, markOf(m_in.data->dataset, events, done.event.value), lane});
    }
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        if (lanes[lane].empty())
            continue;
        for (Mark& mark : lanes[lane]) {
            mark.lane = m_lanes.size();
            m_marks.push_back(mark);
        }
        m_lanes.push_back(names[lane]);
    }
    if (!m_in.history->overdue.empty())
        m_lanes.push_back(tr("Overdue"));
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    setAccessibleDescription(describe());
    updateGeometry();
    update();
}

void SawToothWidget::clear()
{
    m_in = {};
    m_marks.clear();
    m_lanes.clear();
    setAccessibleDescription({});
    updateGeometry();
    update();
}

void SawToothWidget::setSelected(std::optional<std::uint32_t> event)
{
    m_selected = event;
    update();
}

QSize SawToothWidget::sizeHint() const
{
    using namespace sawtooth;
    const int count =
        m_in.history ? static_cast<int>(m_in.history->counters.size()) + (m_in.history->asFound.empty() ? 0 : 1) : 0;
    return {kGutter + kRight + 240, count == 0 ? 0 : kAxis + lanesHeight() + count * kLeastPanel + kLegend};
}

int SawToothWidget::lanesHeight() const
{
    return static_cast<int>(m_lanes.size()) * sawtooth::kLane;
}

TimeAxis SawToothWidget::axis() const
{
    const Interval& range = m_in.history->range;
    return {range.begin.time_since_epoch().count(), range.end.time_since_epoch().count(),
        std::max(1.0, static_cast<double>(width() - sawtooth::kGutter - sawtooth::kRight))};
}

double SawToothWidget::xOf(Timestamp t) const
{
    return sawtooth::kGutter + axis().xOf(t.time_since_epoch().count());
}

std::vector<double> SawToothWidget::asFoundInTolerances() const
{
    std::vector<double> out;
    for (const AsFound& found : m_in.history->asFound) {
        const double tolerance = std::abs(toDouble(found.tolerance));
        out.push_back(tolerance > 0 ? toDouble(found.error) / tolerance : 0);
    }
    return out;
}

std::vector<SawToothWidget::Panel> SawToothWidget::panels() const
{
    using namespace sawtooth;
    std::vector<Panel> out;
    const ConditionHistory& history = *m_in.history;
    constexpr double kOffScale = 2.5; // a limit further above is named, not drawn
    for (std::size_t i = 0; i < history.counters.size(); ++i) {
        double highest = std::max(
            history.counters[i].highest({history.range.begin, history.t0}), history.counters[i].highest(history.range));
        const CounterLimit* limit = limitOf(i);
        if (limit != nullptr && limit->value <= kOffScale * highest)
            highest = std::max(highest, limit->value * 1.12);
        out.push_back({&history.counters[i], m_in.names[i], {}, highest * 1.08, limit});
    }
    if (!history.asFound.empty()) {
        double highest = 1;
        for (const double error : asFoundInTolerances())
            highest = std::max(highest, std::abs(error));
        out.push_back({nullptr, tr("As-found error"), {}, highest * 1.2, nullptr});
    }
    const double top = kAxis + lanesHeight();
    const double each = out.empty() ? 0 : (height() - kLegend - top) / static_cast<double>(out.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].area = QRectF(kGutter, top + each * static_cast<double>(i) + 12, width() - kGutter - kRight, each - 20);
    return out;
}

const CounterLimit* SawToothWidget::limitOf(std::size_t counter) const
{
    for (const CounterLimit& limit : m_in.history->limits)
        if (limit.counter == counter)
            return &limit;
    return nullptr;
}

std::optional<QPointF> SawToothWidget::placeOf(std::uint32_t event) const
{
    for (const Mark& mark : m_marks)
        if (mark.event == event)
            return QPointF(xOf(mark.at), sawtooth::kAxis + sawtooth::kLane * (static_cast<double>(mark.lane) + 0.5));
    return std::nullopt;
}

const SawToothWidget::Mark* SawToothWidget::markAt(const QPointF& point) const
{
    constexpr double kNear = 8;
    const Mark* nearest = nullptr;
    double best = kNear;
    for (const Mark& mark : m_marks) {
        const QPointF place(xOf(mark.at), sawtooth::kAxis + sawtooth::kLane * (static_cast<double>(mark.lane) + 0.5));
        const double distance = std::abs(place.x() - point.x());
        if (std::abs(place.y() - point.y()) > sawtooth::kLane / 2.0 || distance > best)
            continue;
        best = distance;
        nearest = &mark;
    }
    return nearest;
}

QString SawToothWidget::describeMark(const Mark& mark) const
{
    const InvestigationData& from = *m_in.data;
    const QString text = toQString(textOf(from.dataset, from.context.events, mark.event)).simplified();
    return markName(mark.kind) + QStringLiteral(", ") + toQString(from.context.events.className(mark.event))
        + QStringLiteral("\n") + m_in.times.full(mark.at) + QLatin1Char(' ') + m_in.times.offset(mark.at)
        + QStringLiteral(" (") + spanText(mark.at - m_in.history->t0, true) + QLatin1Char(')')
        + (text.isEmpty() ? QString() : QStringLiteral("\n") + text);
}

QString SawToothWidget::describe() const
{
    QStringList out;
    const ConditionHistory& history = *m_in.history;
    for (std::size_t i = 0; i < history.counters.size(); ++i) {
        const CounterHistory& counter = history.counters[i];
        const double value = counter.valueAt(history.t0).value_or(0);
        out << (counter.isInBatches ? tr("%1: %2 batches at the failure") : tr("%1: %2 days at the failure"))
                   .arg(m_in.names[i], numberText(value, 'f', counter.isInBatches ? 0 : 1));
        if (const CounterLimit* limit = limitOf(i))
            out << tr("limit %1 (%2)").arg(numberText(limit->value, 'g', 6), toQString(limit->basis));
    }
    for (const OverdueSpan& span : history.overdue)
        out << tr("%1 overdue from %2 to %3")
                   .arg(toQString(span.ref), m_in.times.full(span.time.begin), m_in.times.full(span.time.end));
    return out.join(QStringLiteral("; "));
}

bool SawToothWidget::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_in.history) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Mark* mark = markAt(help->pos());
        if (mark != nullptr)
            QToolTip::showText(help->globalPos(), describeMark(*mark), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void SawToothWidget::mousePressEvent(QMouseEvent* event)
{
    if (const Mark* mark = m_in.history ? markAt(event->position()) : nullptr)
        Q_EMIT chosen(mark->event);
}

void SawToothWidget::keyPressEvent(QKeyEvent* event)
{
    const bool isLeft = event->key() == Qt::Key_Left;
    if ((!isLeft && event->key() != Qt::Key_Right) || m_marks.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto now = std::find_if(
        m_marks.begin(), m_marks.end(), [this](const Mark& mark) { return m_selected && mark.event == *m_selected; });
    if (now == m_marks.end())
        Q_EMIT chosen(isLeft ? m_marks.back().event : m_marks.front().event);
    else if (isLeft && now != m_marks.begin())
        Q_EMIT chosen(std::prev(now)->event);
    else if (!isLeft && std::next(now) != m_marks.end())
        Q_EMIT chosen(std::next(now)->event);
}

} // namespace antecedent::widgets
