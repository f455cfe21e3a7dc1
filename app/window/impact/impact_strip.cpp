// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/impact/impact_strip.h"

#include "widgets/common/marks.h"
#include "widgets/common/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr int kGutter = 150;
constexpr int kAxis = 32;
constexpr int kLegend = 20;
constexpr int kLane = 30;
constexpr int kBox = 18;
constexpr int kRight = 14;
constexpr double kLeast = 4; // px that a box is wide at least
constexpr double kTickPx = 90;
constexpr int kMostGenerations = 4; // what is further down shares the last lane

} // namespace

ImpactStrip::ImpactStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("impactStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

QSize ImpactStrip::sizeHint() const
{
    return {640, kAxis + lanes() * kLane + kLegend};
}

int ImpactStrip::madeFrom() const
{
    return m_hasLinks ? 2 : 1;
}

// Lanes of the genealogy; folded it is one, with its count in words.
int ImpactStrip::generations() const
{
    return m_isFolded ? std::min(1, m_generations) : m_generations;
}

int ImpactStrip::lanes() const
{
    return madeFrom() + generations();
}

int ImpactStrip::laneOf(const StripBox& box) const
{
    return box.lane == StripLane::Use ? 0 : box.lane == StripLane::Link ? 1 : madeFrom() + box.generation - 1;
}

bool ImpactStrip::isShown(const StripBox& box) const
{
    return box.lane != StripLane::Made || !m_isFolded;
}

void ImpactStrip::setFolded(bool isFolded)
{
    if (m_isFolded == isFolded)
        return;
    m_isFolded = isFolded;
    updateGeometry();
    update();
}

QRectF ImpactStrip::foldPlace() const
{
    return m_generations == 0 ? QRectF() : QRectF(8, kAxis + madeFrom() * kLane, kGutter - 12, kLane);
}

void ImpactStrip::setInput(Input input)
{
    m_in = std::move(input);
    m_chosen = BatchIndex{};
    m_hasLinks = false;
    m_generations = 0;
    for (StripBox& box : m_in.boxes) {
        m_hasLinks = m_hasLinks || box.lane == StripLane::Link;
        if (box.lane != StripLane::Made)
            continue;
        box.generation = std::clamp(box.generation, 1, kMostGenerations);
        m_generations = std::max(m_generations, box.generation);
    }
    updateGeometry();
    const auto exposed =
        std::count_if(m_in.boxes.begin(), m_in.boxes.end(), [](const StripBox& box) { return box.isIn; });
    setAccessibleName(tr("Use of %1 in time: %2 batches, %3 of them exposed", nullptr, pluralOf(m_in.boxes.size()))
                          .arg(m_in.asset.isEmpty() ? tr("no asset") : m_in.asset)
                          .arg(m_in.boxes.size())
                          .arg(exposed));
    update();
}

void ImpactStrip::setChosen(BatchIndex batch)
{
    m_chosen = batch;
    update();
}

TimeAxis ImpactStrip::axis() const
{
    TimeAxis axis;
    axis.widthPx = std::max(1, width() - kGutter - kRight);
    if (m_in.boxes.empty() && !m_in.suspect)
        return axis;
    std::int64_t from = std::numeric_limits<std::int64_t>::max();
    std::int64_t to = std::numeric_limits<std::int64_t>::min();
    const auto reach = [&](const Interval& interval) {
        from = std::min(from, interval.begin.time_since_epoch().count());
        to = std::max(to, interval.end.time_since_epoch().count());
    };
    for (const StripBox& box : m_in.boxes)
        reach(box.interval);
    if (m_in.suspect)
        reach(*m_in.suspect);
    constexpr int kRoom = 60;
    const std::int64_t room = std::max<std::int64_t>((to - from) / kRoom, 1'000'000);
    axis.fromUs = from - room;
    axis.toUs = to + room;
    return axis;
}

QRectF ImpactStrip::rectOf(const StripBox& box) const
{
    const TimeAxis axis = this->axis();
    const double left = kGutter + axis.xOf(box.interval.begin.time_since_epoch().count());
    const double right = kGutter + axis.xOf(box.interval.end.time_since_epoch().count());
    const int lane = kAxis + laneOf(box) * kLane;
    return {left, lane + (kLane - kBox) / 2.0, std::max(kLeast, right - left), kBox};
}

QRectF ImpactStrip::placeOf(BatchIndex batch) const
{
    const auto found =
        std::find_if(m_in.boxes.begin(), m_in.boxes.end(), [&](const StripBox& box) { return box.batch == batch; });
    return found != m_in.boxes.end() && isShown(*found) ? rectOf(*found) : QRectF();
}

const StripBox* ImpactStrip::boxAt(const QPointF& point) const
{
    const StripBox* found = nullptr;
    for (const StripBox& box : m_in.boxes)
        if (isShown(box) && rectOf(box).adjusted(-2, -4, 2, 4).contains(point) && (found == nullptr || !found->isIn))
            found = &box;
    return found;
}

void ImpactStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::View));
    paintSuspect(painter, theme);
    paintAxis(painter, theme);
    paintNames(painter, theme);
    paintDescent(painter, theme);
    paintBoxes(painter, theme);
    if (m_in.failure) {
        const double x = kGutter + axis().xOf(m_in.failure->time_since_epoch().count());
        painter.setPen(QPen(color(theme, Paint::Failure), 2));
        painter.drawLine(QPointF(x, kAxis - 4), QPointF(x, kAxis + lanes() * kLane));
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, MarkKind::Failure, {x, kAxis - 5.0}, theme);
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ImpactStrip::paintAxis(QPainter& painter, Theme theme) const
{
    const TimeAxis axis = this->axis();
    painter.setFont(font());
    for (const std::int64_t tick : localTicks(axis, tickStepUs(axis, kTickPx), m_in.times.zone())) {
        const double x = kGutter + axis.xOf(tick);
        if (x < kGutter)
            continue;
        painter.setPen(color(theme, Paint::Line));
        painter.drawLine(QPointF(x, kAxis), QPointF(x, kAxis + lanes() * kLane));
        const QString text = m_in.times.date(Timestamp(Duration(tick)));
        if (x + kTickPx > width())
            continue;
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRectF(x, 2, kTickPx, kAxis - 14), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    painter.setPen(color(theme, Paint::TextMuted));
    painter.drawText(QRect(kGutter, kAxis + lanes() * kLane, width() - kGutter - kRight, kLegend),
        Qt::AlignVCenter | Qt::AlignLeft,
        m_in.suspect ? tr(
            "Filled: exposed. Hollow: not exposed. Washed: time in which %1 is suspect. Lines: made from. Times in %2.")
                           .arg(m_in.asset, m_in.times.zoneName())
                     : tr("Filled: made from the failing batch. Times in %1.").arg(m_in.times.zoneName()));
    painter.setPen(color(theme, Paint::LineStrong));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void ImpactStrip::paintNames(QPainter& painter, Theme theme) const
{
    painter.setFont(font());
    const auto name = [&](int lane, const QString& words, Paint ink) {
        const QRect place(14, kAxis + lane * kLane, kGutter - 22, kLane);
        painter.setPen(color(theme, ink));
        painter.drawText(
            place, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(words, Qt::ElideMiddle, place.width()));
    };
    const QString used = m_in.asset.isEmpty() ? tr("Failing batch") : tr("Used %1").arg(m_in.asset);
    const bool hasRoom = fontMetrics().horizontalAdvance(used) <= kGutter - 22;
    name(0, hasRoom || m_in.asset.isEmpty() ? used : m_in.asset, Paint::Text); // the asset says more than the verb
    if (m_hasLinks)
        name(1, tr("Reached otherwise"), Paint::Text);
    if (m_generations == 0)
        return;
    const auto made = std::count_if(
        m_in.boxes.begin(), m_in.boxes.end(), [](const StripBox& box) { return box.lane == StripLane::Made; });
    name(madeFrom(), m_isFolded ? tr("▸ Made from them") : tr("▾ Made from them"), Paint::Text);
    if (m_isFolded) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRect(kGutter, kAxis + madeFrom() * kLane, width() - kGutter - kRight, kLane),
            Qt::AlignVCenter | Qt::AlignLeft,
            tr("%1 batches in %2 generations, folded. Click the name, or G, to show them.")
                .arg(made)
                .arg(m_generations));
        return;
    }
    for (int generation = 2; generation <= m_generations; ++generation)
        name(madeFrom() + generation - 1, tr("    generation %1").arg(generation), Paint::TextSecondary);
}

// From each batch to what was made from it; those of the chosen batch in accent.
void ImpactStrip::paintDescent(QPainter& painter, Theme theme) const
{
    if (m_isFolded || m_generations == 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const StripBox& box : m_in.boxes)
        for (const BatchIndex parent : box.from) {
            const QRectF from = placeOf(parent);
            if (from.isEmpty())
                continue;
            const QRectF to = rectOf(box);
            const bool isChosen = m_chosen.valid() && (m_chosen == parent || m_chosen == box.batch);
            painter.setPen(QPen(color(theme, isChosen ? Paint::Accent : Paint::Control), isChosen ? 1.8 : 1));
            const QPointF begin(from.center().x(), from.bottom());
            const QPointF end(to.center().x(), to.top());
            const double bend = (end.y() - begin.y()) / 2;
            QPainterPath path(begin);
            path.cubicTo(begin + QPointF(0, bend), end - QPointF(0, bend), end);
            painter.drawPath(path);
        }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ImpactStrip::paintSuspect(QPainter& painter, Theme theme) const
{
    if (!m_in.suspect)
        return;
    const TimeAxis axis = this->axis();
    const double left = kGutter + axis.xOf(m_in.suspect->begin.time_since_epoch().count());
    const double right = kGutter + axis.xOf(m_in.suspect->end.time_since_epoch().count());
    painter.fillRect(QRectF(left, kAxis, right - left, lanes() * kLane), color(theme, Paint::FailureWash));
    painter.setPen(QPen(color(theme, Paint::Failure), 1, Qt::DashLine));
    for (const double x : {left, right})
        painter.drawLine(QPointF(x, kAxis), QPointF(x, kAxis + lanes() * kLane));
}

void ImpactStrip::paintBoxes(QPainter& painter, Theme theme) const
{
    for (const StripBox& box : m_in.boxes) {
        if (!isShown(box))
            continue;
        const QRectF place = rectOf(box);
        const QColor edge = color(theme, box.isFailure ? Paint::Failure : Paint::Control);
        painter.setPen(QPen(edge, box.isFailure ? 2 : 1));
        painter.setBrush(box.isFailure ? color(theme, Paint::Failure)
                : box.isIn             ? color(theme, Paint::Control)
                                       : color(theme, Paint::View));
        painter.drawRect(place);
        if (box.batch == m_chosen) {
            painter.setPen(QPen(color(theme, Paint::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(-3, -3, 3, 3));
        }
    }
}

bool ImpactStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_in.data) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const StripBox* box = boxAt(help->pos());
        if (box == nullptr)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                tr("%1, %2: %3 to %4")
                    .arg(toQString(m_in.data->dataset.batches[box->batch.value].id),
                        box->isFailure  ? tr("the failing batch")
                            : box->isIn ? tr("exposed")
                                        : tr("not exposed"),
                        m_in.times.full(box->interval.begin), m_in.times.full(box->interval.end)),
                this);
        return true;
    }
    return QWidget::event(event);
}

void ImpactStrip::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (foldPlace().contains(event->position())) {
        setFolded(!m_isFolded);
        return;
    }
    if (const StripBox* box = boxAt(event->position()))
        Q_EMIT chosen(box->batch);
}

void ImpactStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const StripBox* box = boxAt(event->position()))
        Q_EMIT opened(box->batch);
}

void ImpactStrip::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_chosen.valid())
            Q_EMIT opened(m_chosen);
        return;
    }
    if (event->key() == Qt::Key_G && m_generations > 0) {
        setFolded(!m_isFolded);
        return;
    }
    std::vector<BatchIndex> shown;
    for (const StripBox& box : m_in.boxes)
        if (isShown(box))
            shown.push_back(box.batch);
    if (step == 0 || shown.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto now = std::find(shown.begin(), shown.end(), m_chosen);
    const auto last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
    const auto next = now == shown.end() ? 0 : std::clamp<std::ptrdiff_t>(now - shown.begin() + step, 0, last);
    Q_EMIT chosen(shown[static_cast<std::size_t>(next)]);
}

} // namespace antecedent::app
