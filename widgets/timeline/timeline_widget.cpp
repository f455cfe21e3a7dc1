// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, range and hands of the timeline; timeline_painting.cpp draws it.
#include "widgets/timeline/timeline_widget.h"

#include "widgets/common/text.h"
#include "widgets/timeline/timeline_layout.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

int heightOf(LaneKind kind)
{
    return isBand(kind) ? 26 : 30;
}

} // namespace

TimelineWidget::TimelineWidget(Context& context, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&context, &Context::dataChanged, this, &TimelineWidget::rebuild);
    connect(&context, &Context::questionChanged, this, [this] {
        rebuild();
        fitWindow();
    });
    connect(&context, &Context::selectionChanged, this, [this] {
        if (const auto event = m_context.selected()) {
            const std::int64_t at = m_context.data()->context.events.onsetUs[*event];
            if (at < m_axis.fromUs || at > m_axis.toUs)
                showRange(at - (m_axis.toUs - m_axis.fromUs) / 2, at + (m_axis.toUs - m_axis.fromUs) / 2);
        }
        viewport()->update();
    });
    connect(&context, &Context::zoneChanged, viewport(), qOverload<>(&QWidget::update));
    rebuild();
    fitWindow();
}

void TimelineWidget::rebuild()
{
    m_assets.clear();
    m_tags.clear();
    m_shownTags.clear();
    m_traces.clear();
    if (const DataPtr& snapshot = m_context.data()) {
        m_assets = assetsOnTimeline(*snapshot, m_context.currentFailure());
        m_tags = tagsOf(*snapshot, m_assets);
        m_shownTags = usualTags(*snapshot, m_context.currentFailure(), m_tags);
    }
    regroup();
    Q_EMIT tagsChanged();
}

void TimelineWidget::regroup()
{
    m_groups.clear();
    if (const DataPtr& snapshot = m_context.data())
        m_groups = lanesOf(*snapshot, m_assets, m_shownTags);
    layOut();
    Q_EMIT tracesWanted();
}

void TimelineWidget::setShown(TagIndex tag, bool isShown)
{
    if (isShown)
        m_shownTags.insert(tag.value);
    else
        m_shownTags.erase(tag.value);
    regroup();
}

std::vector<TagIndex> TimelineWidget::wantedTraces() const
{
    std::vector<TagIndex> wanted;
    for (const std::uint32_t tag : m_shownTags) {
        const SampleTrace* trace = traceOf(TagIndex{tag});
        if (trace == nullptr || !serves(*trace, m_axis))
            wanted.push_back(TagIndex{tag});
    }
    return wanted;
}

void TimelineWidget::setTrace(TagIndex tag, TracePtr trace)
{
    m_traces[tag.value] = std::move(trace);
    viewport()->update();
}

const SampleTrace* TimelineWidget::traceOf(TagIndex tag) const
{
    const auto found = m_traces.find(tag.value);
    return found != m_traces.end() ? found->second.get() : nullptr;
}

void TimelineWidget::layOut()
{
    m_rows.clear();
    int top = 0;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        m_rows.push_back({g, -1, -1, top, layout::kGroup});
        top += layout::kGroup;
        if (m_folded.contains(m_groups[g].asset.value))
            continue;
        for (std::size_t l = 0; l < m_groups[g].lanes.size(); ++l) {
            const int height = heightOf(m_groups[g].lanes[l].kind);
            m_rows.push_back({g, static_cast<int>(l), -1, top, height});
            top += height;
        }
        for (std::size_t p = 0; p < m_groups[g].plots.size(); ++p) {
            m_rows.push_back({g, -1, static_cast<int>(p), top, layout::kPlot});
            top += layout::kPlot;
        }
    }
    m_contentHeight = top;
    const int page = std::max(0, viewport()->height() - layout::kTop);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(layout::kGroup);
    verticalScrollBar()->setRange(0, std::max(0, m_contentHeight - page));
    viewport()->update();
}

void TimelineWidget::resizeEvent(QResizeEvent*)
{
    m_axis.widthPx = std::max(1, viewport()->width() - layout::kGutter);
    layOut();
    Q_EMIT tracesWanted();
}

// First and last record or sample.
std::pair<std::int64_t, std::int64_t> TimelineWidget::span() const
{
    const DataPtr& snapshot = m_context.data();
    if (!snapshot)
        return {0, 1};
    const UnifiedEvents& events = snapshot->context.events;
    std::optional<std::pair<std::int64_t, std::int64_t>> found;
    if (events.size() > 0)
        found = {events.onsetUs.front(), events.onsetUs.back()};
    for (const Tag& tag : snapshot->dataset.tags) {
        if (!tag.sampleSpan)
            continue;
        const std::int64_t from = tag.sampleSpan->begin.time_since_epoch().count();
        const std::int64_t to = tag.sampleSpan->end.time_since_epoch().count();
        found = found ? std::pair(std::min(found->first, from), std::max(found->second, to)) : std::pair(from, to);
    }
    return found.value_or(std::pair<std::int64_t, std::int64_t>{0, 1});
}

std::int64_t TimelineWidget::spanFrom() const
{
    return span().first;
}

std::int64_t TimelineWidget::spanTo() const
{
    return span().second;
}

void TimelineWidget::setAxis(const TimeAxis& axis)
{
    m_axis = axis;
    m_axis.toUs = std::max(m_axis.toUs, m_axis.fromUs + 1);
    viewport()->update();
    Q_EMIT rangeChanged();
    Q_EMIT tracesWanted();
}

void TimelineWidget::showRange(std::int64_t fromUs, std::int64_t toUs)
{
    setAxis({fromUs, toUs, m_axis.widthPx});
}

void TimelineWidget::fitWindow()
{
    const Failure* failure = m_context.currentFailure();
    if (failure == nullptr) {
        fitAll();
        return;
    }
    const std::int64_t at = failure->anchor.time_since_epoch().count();
    const std::int64_t from = at - m_context.before().count();
    const std::int64_t to = at + m_context.after().count();
    const std::int64_t margin = (to - from) / 25;
    showRange(from - margin, to + margin);
}

void TimelineWidget::fitAll()
{
    const std::int64_t margin = std::max<std::int64_t>((spanTo() - spanFrom()) / 50, 1);
    showRange(spanFrom() - margin, spanTo() + margin);
}

void TimelineWidget::zoom(double factor)
{
    setAxis(m_axis.zoomed(m_axis.widthPx / 2, factor));
}

QPixmap TimelineWidget::picture()
{
    return viewport()->grab();
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    constexpr double kPerStep = 1.25;
    constexpr double kEighthsPerStep = 120;
    const QPoint delta = event->angleDelta();
    if ((event->modifiers() & Qt::ShiftModifier) != 0) {
        setAxis(m_axis.panned(-(delta.y() != 0 ? delta.y() : delta.x())));
    } else if (event->position().x() < layout::kGutter) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y() / 2);
    } else {
        const double steps = delta.y() / kEighthsPerStep;
        setAxis(m_axis.zoomed(event->position().x() - layout::kGutter, std::pow(kPerStep, -steps)));
    }
    event->accept();
}

const TimelineWidget::Row* TimelineWidget::rowAt(int y) const
{
    if (y < layout::kTop)
        return nullptr;
    const int at = y - layout::kTop + verticalScrollBar()->value();
    for (const Row& row : m_rows)
        if (at >= row.top && at < row.top + row.height)
            return &row;
    return nullptr;
}

const Plot* TimelineWidget::plotAt(int y) const
{
    const Row* row = rowAt(y);
    return row != nullptr && row->plot >= 0 ? &m_groups[row->group].plots[static_cast<std::size_t>(row->plot)]
                                            : nullptr;
}

std::optional<std::uint32_t> TimelineWidget::eventAt(const QPoint& point) const
{
    constexpr double kReach = 10;
    const Row* row = rowAt(point.y());
    if (row == nullptr || row->lane < 0 || point.x() < layout::kGutter)
        return std::nullopt;
    const Lane& lane = m_groups[row->group].lanes[static_cast<std::size_t>(row->lane)];
    const double x = point.x() - layout::kGutter;
    const auto [first, last] = lane.range(m_axis.usAt(x - kReach), m_axis.usAt(x + kReach));
    std::optional<std::uint32_t> best;
    double bestDistance = kReach;
    constexpr std::size_t kMostLookedAt = 20'000;
    for (std::size_t i = first; i < last && i - first < kMostLookedAt; ++i) {
        const double from = m_axis.xOf(lane.onsetUs[i]);
        const double to = m_axis.xOf(lane.endUs[i]);
        const double distance = x < from ? from - x : std::max(0.0, x - to);
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = lane.events[i];
        }
    }
    return best;
}

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_pressedAxis = m_axis;
    m_isPanning = false;
    m_isOnOverview = event->pos().y() < layout::kOverview && event->pos().x() >= layout::kGutter;
    if (m_isOnOverview)
        mouseMoveEvent(event);
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    constexpr int kSlack = 4;
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    if (m_isOnOverview) { // the middle of the range follows the cursor
        const TimeAxis all{spanFrom(), std::max(spanTo(), spanFrom() + 1), m_axis.widthPx};
        const std::int64_t middle = all.usAt(event->pos().x() - layout::kGutter);
        const std::int64_t half = (m_pressedAxis.toUs - m_pressedAxis.fromUs) / 2;
        showRange(middle - half, middle + half);
        return;
    }
    const QPoint moved = event->pos() - m_pressed;
    m_isPanning = m_isPanning || moved.manhattanLength() > kSlack;
    if (m_isPanning && m_pressed.x() >= layout::kGutter)
        setAxis(m_pressedAxis.panned(-moved.x()));
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isPanning || m_isOnOverview || event->button() != Qt::LeftButton)
        return;
    const Row* row = rowAt(event->pos().y());
    if (row != nullptr && row->lane < 0 && row->plot < 0) {
        const std::uint32_t asset = m_groups[row->group].asset.value;
        if (!m_folded.insert(asset).second)
            m_folded.erase(asset);
        layOut();
        return;
    }
    m_context.select(eventAt(event->pos()));
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->pos().x() >= layout::kGutter && event->pos().y() >= layout::kTop)
        setAxis(m_axis.zoomed(event->pos().x() - layout::kGutter, 0.25));
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 60;
    switch (event->key()) {
    case Qt::Key_Left:
        setAxis(m_axis.panned(-kStep));
        break;
    case Qt::Key_Right:
        setAxis(m_axis.panned(kStep));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8);
        break;
    case Qt::Key_Minus:
        zoom(1.25);
        break;
    case Qt::Key_F:
        fitWindow();
        break;
    case Qt::Key_A:
        fitAll();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineWidget::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const Plot* plot = plotAt(help->pos().y())) {
        const double x = help->pos().x() - layout::kGutter;
        const SampleTrace* trace = traceOf(plot->tag);
        const QString value = trace != nullptr && x >= 0 ? valueAt(*plot, *trace, m_axis, x) : QString();
        const QString when = m_context.times().full(Timestamp(Duration(m_axis.usAt(x))));
        QToolTip::showText(help->globalPos(),
            plot->name + QLatin1Char('\n') + when + QLatin1Char('\n') + (value.isEmpty() ? tr("no data") : value),
            viewport());
        return true;
    }
    const auto found = eventAt(help->pos());
    if (!found) {
        QToolTip::hideText();
        return true;
    }
    const InvestigationData& snapshot = *m_context.data();
    const UnifiedEvents& events = snapshot.context.events;
    QString text = toQString(events.className(*found)) + QLatin1Char('\n')
        + m_context.times().full(onsetTime(snapshot.dataset, events, *found));
    if (const Failure* failure = m_context.currentFailure())
        text += QStringLiteral(", ")
            + tr("%1 to %2")
                  .arg(spanText(Timestamp(Duration(events.onsetUs[*found])) - failure->anchor, true),
                      toQString(failure->id));
    const QString words = toQString(textOf(snapshot.dataset, events, *found)).simplified();
    QToolTip::showText(help->globalPos(), words.isEmpty() ? text : text + QLatin1Char('\n') + words, viewport());
    return true;
}

} // namespace antecedent::widgets
