// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profile/overlay_widget.h"

#include "widgets/timeline/lane_painting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

using namespace overlay;

OverlayWidget::OverlayWidget(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("overlayPicture"));
    setAccessibleName(tr("Signals of the batch over the golden profile"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void OverlayWidget::setProfile(DataPtr snapshot, ProfilePtr profile)
{
    const auto namesOf = [](const ProfilePtr& of) {
        std::vector<std::pair<std::string, std::size_t>> names;
        for (std::size_t c = 0; of && c < of->columns.size(); ++c)
            names.emplace_back(of->columns[c].phase, of->columns[c].step);
        return names;
    };
    const bool isSame =
        m_profile && profile && namesOf(m_profile) == namesOf(profile) && m_profile->align == profile->align;
    m_data = std::move(snapshot);
    m_profile = std::move(profile);
    m_highlighted.reset();
    m_hover.reset();
    m_hoverSignal.reset();
    if (!isSame) {
        m_place.reset();
        m_axis = m_profile ? OverlayAxis(m_profile->columns, m_columnWidth) : OverlayAxis();
        verticalScrollBar()->setValue(0);
    }
    m_current = 0;
    layOut();
    Q_EMIT placeChanged();
}

void OverlayWidget::setColumnWidth(ColumnWidth width)
{
    m_columnWidth = width;
    m_axis = m_profile ? OverlayAxis(m_profile->columns, width) : OverlayAxis();
    layOut();
}

void OverlayWidget::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    viewport()->update();
}

void OverlayWidget::setHighlighted(std::optional<std::size_t> batch)
{
    if (m_highlighted == batch)
        return;
    m_highlighted = batch;
    viewport()->update();
}

void OverlayWidget::fit()
{
    m_axis.fit();
    viewport()->update();
}

void OverlayWidget::zoom(double factor)
{
    m_axis.zoom(m_place ? std::clamp(m_axis.xOf(*m_place), 0.0, m_axis.widthPx()) : m_axis.widthPx() / 2, factor);
    viewport()->update();
}

void OverlayWidget::showColumn(std::size_t column)
{
    if (isEmpty() || column >= m_profile->columns.size())
        return;
    m_axis.show(static_cast<double>(column), static_cast<double>(column) + 1);
    viewport()->update();
}

void OverlayWidget::setCurrentSignal(std::size_t signal)
{
    if (isEmpty() || signal >= m_profile->signals.size())
        return;
    const bool isNew = m_current != signal;
    m_current = signal;
    const int top = static_cast<int>(signal) * m_laneHeight;
    QScrollBar* bar = verticalScrollBar();
    if (bar->value() > top)
        bar->setValue(top);
    else if (bar->value() + bar->pageStep() < top + m_laneHeight)
        bar->setValue(top + m_laneHeight - bar->pageStep());
    viewport()->update();
    if (isNew)
        Q_EMIT currentChanged(signal);
    Q_EMIT placeChanged();
}

void OverlayWidget::setPlace(std::optional<double> place)
{
    if (isEmpty())
        return;
    m_place = place;
    if (place)
        m_axis.reveal(*place);
    viewport()->update();
    Q_EMIT placeChanged();
}

QString OverlayWidget::valuesText() const
{
    if (isEmpty() || !m_place || m_current >= m_profile->signals.size())
        return {};
    const ProfileSignal& signal = m_profile->signals[m_current];
    const auto column = static_cast<std::size_t>(
        std::clamp(std::floor(*m_place), 0.0, static_cast<double>(m_profile->columns.size()) - 1));
    return tr("%1, %2 · %3: %4")
        .arg(OverlayWords::columnName(*m_profile, column), OverlayWords::placeText(*m_profile, *m_place),
            OverlayWords::signalName(m_data->dataset, signal),
            OverlayWords::valuesText(m_data->dataset, *m_profile, signal, *m_place));
}

void OverlayWidget::copyValues() const
{
    if (!isEmpty() && m_place)
        QGuiApplication::clipboard()->setText(OverlayWords::valuesTable(m_data->dataset, *m_profile, *m_place));
}

double OverlayWidget::firstPlace(std::size_t signal) const
{
    const ProfileSignal& at = m_profile->signals[signal];
    const double column = static_cast<double>(at.worst);
    if (at.distances.empty())
        return column;
    return column + at.worstDistance().firstOutside.value_or(0.5);
}

void OverlayWidget::pointAtLeaving()
{
    if (isEmpty() || m_current >= m_profile->signals.size())
        return;
    const double half = 0.5 / static_cast<double>(std::max<std::size_t>(m_profile->bins, 1));
    setPlace(firstPlace(m_current) + half);
}

void OverlayWidget::askForTime()
{
    if (!isEmpty() && m_current < m_profile->signals.size())
        askForTimeAt(m_place.value_or(firstPlace(m_current)));
}

void OverlayWidget::askForTimeAt(double place)
{
    const std::optional<Timestamp> at = OverlayWords::instantAt(*m_profile, place);
    if (!at)
        return;
    const auto column = static_cast<std::size_t>(
        std::clamp(std::floor(place), 0.0, static_cast<double>(m_profile->columns.size()) - 1));
    const Duration half =
        std::max<Duration>(m_profile->columns[column].own.value_or(Duration{}) / 2, std::chrono::minutes(15));
    Q_EMIT timeWanted({*at - half, *at + half});
}

OverlayScene OverlayWidget::scene() const
{
    return {m_data->dataset, *m_profile, m_axis, themeOf(palette()), m_highlighted};
}

int OverlayWidget::headHeight() const
{
    return isEmpty() ? 0 : widgets::headHeight(*m_profile);
}

void OverlayWidget::layOut()
{
    m_axis.setWidthPx(viewport()->width() - kGutter - kRight);
    const int page = std::max(0, viewport()->height() - headHeight() - kLegend);
    const int count = isEmpty() ? 0 : static_cast<int>(m_profile->signals.size());
    m_laneHeight = std::clamp(page / std::max(count, 1), kLane, kMostLane);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_laneHeight / 3);
    verticalScrollBar()->setRange(0, std::max(0, count * m_laneHeight - page));
    viewport()->update();
}

QRect OverlayWidget::laneRect(std::size_t signal) const
{
    return {0, headHeight() + static_cast<int>(signal) * m_laneHeight - verticalScrollBar()->value(),
        viewport()->width(), m_laneHeight};
}

std::optional<std::size_t> OverlayWidget::signalAt(int y) const
{
    if (isEmpty() || y < headHeight() || y >= viewport()->height() - kLegend)
        return std::nullopt;
    const auto signal = static_cast<std::size_t>((y - headHeight() + verticalScrollBar()->value()) / m_laneHeight);
    return signal < m_profile->signals.size() ? std::optional(signal) : std::nullopt;
}

void OverlayWidget::resizeEvent(QResizeEvent*)
{
    layOut();
}

void OverlayWidget::wheelEvent(QWheelEvent* event)
{
    constexpr double kPerStep = 1.25;
    constexpr double kEighthsPerStep = 120;
    const bool isZoom = (event->modifiers() & Qt::ControlModifier) != 0;
    const bool isSideways = (event->modifiers() & Qt::ShiftModifier) != 0 || event->angleDelta().y() == 0;
    if (isEmpty() || (!isZoom && !isSideways)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const QPoint delta = event->angleDelta();
    if (isZoom)
        m_axis.zoom(event->position().x() - kGutter, std::pow(kPerStep, -delta.y() / kEighthsPerStep));
    else
        m_axis.pan(-(delta.x() != 0 ? delta.x() : delta.y()) / 2.0);
    viewport()->update();
    event->accept();
}

void OverlayWidget::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->pos();
    m_pressedAxis = m_axis;
    m_isPressed = true;
    m_isPanning = false;
}

void OverlayWidget::mouseMoveEvent(QMouseEvent* event)
{
    constexpr int kSlack = 4;
    if (isEmpty())
        return;
    if (m_isPressed && (event->buttons() & Qt::LeftButton) != 0) {
        m_isPanning = m_isPanning || (event->pos() - m_pressed).manhattanLength() > kSlack;
        if (m_isPanning && m_pressed.x() >= kGutter) {
            m_axis = m_pressedAxis;
            m_axis.pan(m_pressed.x() - event->pos().x());
        }
    }
    m_hoverSignal = signalAt(event->pos().y());
    const bool isOver =
        m_hoverSignal && event->pos().x() >= kGutter && event->pos().x() <= viewport()->width() - kRight;
    m_hover = isOver ? std::optional(m_axis.placeAt(plotX(event->pos().x()))) : std::nullopt;
    viewport()->setCursor(m_hoverSignal && event->pos().x() < kGutter ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void OverlayWidget::leaveEvent(QEvent*)
{
    m_hover.reset();
    m_hoverSignal.reset();
    viewport()->update();
}

void OverlayWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isClick = m_isPressed && !m_isPanning && event->button() == Qt::LeftButton;
    m_isPressed = false;
    const std::optional<std::size_t> signal = signalAt(event->pos().y());
    if (!isClick || !signal)
        return;
    setCurrentSignal(*signal);
    if (event->pos().x() < kGutter)
        return askForTimeAt(firstPlace(*signal));
    const double place = m_axis.placeAt(plotX(event->pos().x()));
    setPlace(place);
    constexpr int kSlack = 3;
    const int below = event->pos().y() - laneRect(*signal).bottom() + kBelowPlot - 2;
    if (below >= 4 - kSlack && below <= 4 + kStrip + kSlack)
        askForTimeAt(place);
}

void OverlayWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->pos().x() >= kGutter)
        fit();
}

void OverlayWidget::stepPlace(int bins)
{
    const auto perColumn = static_cast<double>(std::max<std::size_t>(m_profile->bins, 1));
    const auto columns = static_cast<double>(m_profile->columns.size());
    const double from = m_place.value_or(m_axis.placeAt(m_axis.widthPx() / 2));
    const double bin = std::floor(from * perColumn + 1e-6) + bins;
    setPlace(std::clamp((bin + 0.5) / perColumn, 0.5 / perColumn, columns - 0.5 / perColumn));
}

void OverlayWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double kPan = 60;
    if (isEmpty())
        return QAbstractScrollArea::keyPressEvent(event);
    const bool isCtrl = (event->modifiers() & Qt::ControlModifier) != 0;
    const int bins = (event->modifiers() & Qt::ShiftModifier) != 0 ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrentSignal(m_current > 0 ? m_current - 1 : 0);
    case Qt::Key_Down:
        return setCurrentSignal(
            std::min(m_current + 1, m_profile->signals.empty() ? 0 : m_profile->signals.size() - 1));
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int sign = event->key() == Qt::Key_Left ? -1 : 1;
        if (!isCtrl)
            return stepPlace(sign * bins);
        m_axis.pan(sign * kPan);
        break;
    }
    case Qt::Key_Home:
        return setPlace(0.0);
    case Qt::Key_End:
        return setPlace(static_cast<double>(m_profile->columns.size()) - 1e-6);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.8);
    case Qt::Key_Minus:
        return zoom(1.25);
    case Qt::Key_F:
        return fit();
    case Qt::Key_Escape:
        return setPlace(std::nullopt);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return askForTime();
    case Qt::Key_C:
        if (isCtrl && bins == 1)
            return copyValues();
        [[fallthrough]];
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
    viewport()->update();
}

bool OverlayWidget::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || isEmpty())
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    if (help->pos().y() < headHeight() && help->pos().x() >= kGutter) {
        const auto column =
            std::min(static_cast<std::size_t>(m_axis.placeAt(plotX(help->pos().x()))), m_profile->columns.size() - 1);
        const LengthWords words = OverlayWords::lengthText(*m_profile, column);
        text = words.title + QLatin1Char('\n') + words.detail;
    } else if (const auto signal = signalAt(help->pos().y()); signal && help->pos().x() < kGutter) {
        text = OverlayWords::distanceText(m_data->dataset, *m_profile, m_profile->signals[*signal]) + QLatin1Char('\n')
            + tr("A click opens the time in the timeline.");
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

void OverlayWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paint(painter);
}

void OverlayWidget::paint(QPainter& painter)
{
    constexpr double kPaler = 0.4;
    const Theme theme = themeOf(palette());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), color(theme, Paint::View));
    if (isEmpty())
        return;
    const QRect lanes(0, headHeight(), viewport()->width(), viewport()->height() - headHeight() - kLegend);
    painter.save();
    painter.setClipRect(lanes);
    for (std::size_t s = 0; s < m_profile->signals.size(); ++s) {
        const QRect rect = laneRect(s);
        if (rect.bottom() >= lanes.top() && rect.top() <= lanes.bottom())
            paintLane(painter, scene(), m_profile->signals[s], rect, s == m_current && hasFocus());
    }
    painter.restore();
    painter.save();
    painter.setClipRect(lanes.adjusted(kGutter, 0, 0, 0));
    paintCrossHair(painter);
    painter.restore();
    painter.setClipping(false);
    paintHead(painter, scene(), QRect(0, 0, viewport()->width(), headHeight()));
    paintLegend(painter, scene(), QRect(0, viewport()->height() - kLegend, viewport()->width(), kLegend));
    if (m_isBusy) {
        QColor veil = color(theme, Paint::View);
        veil.setAlphaF(static_cast<float>(kPaler));
        painter.fillRect(viewport()->rect(), veil);
        painter.fillRect(QRect(0, 0, viewport()->width(), 2), color(theme, Paint::Accent));
    }
}

void OverlayWidget::paintCrossHair(QPainter& painter)
{
    const Theme theme = themeOf(palette());
    QPen pen(color(theme, Paint::Accent), 1);
    pen.setDashPattern({2, 2});
    for (const std::optional<double>& place : {m_place, m_hover}) {
        if (!place)
            continue;
        const double x = std::round(kGutter + m_axis.xOf(*place)) + 0.5;
        painter.setPen(pen);
        painter.drawLine(QPointF(x, headHeight()), QPointF(x, viewport()->height() - kLegend));
    }
    if (m_hover && m_hoverSignal && !m_isPanning)
        paintValues(painter, *m_hoverSignal, *m_hover);
    else if (m_place && m_current < m_profile->signals.size())
        paintValues(painter, m_current, *m_place);
}

void OverlayWidget::paintValues(QPainter& painter, std::size_t signal, double place)
{
    const Theme theme = themeOf(palette());
    const ProfileSignal& at = m_profile->signals[signal];
    const ProfileBin* bin = OverlayWords::binAt(*m_profile, at, place);
    if (bin == nullptr)
        return;
    const auto column = static_cast<std::size_t>(
        std::clamp(std::floor(place), 0.0, static_cast<double>(m_profile->columns.size()) - 1));
    const QString where = OverlayWords::columnName(*m_profile, column) + QStringLiteral(", ")
        + OverlayWords::placeText(*m_profile, place);
    const QString own = std::isnan(bin->own.middle)
        ? tr("no data")
        : QStringLiteral("%1 %2").arg(
            OverlayWords::valueText(bin->own.middle), OverlayWords::signalUnit(m_data->dataset, at));
    const QString good = std::isnan(bin->median)
        ? tr("%n good batches with data", nullptr, static_cast<int>(bin->batches))
        : tr("median %1, 10–90 % %2 to %3")
              .arg(OverlayWords::valueText(bin->median), OverlayWords::valueText(bin->tenth),
                  OverlayWords::valueText(bin->ninetieth));
    painter.setFont(sized(painter, 8.25));
    int width = std::max(painter.fontMetrics().horizontalAdvance(where), painter.fontMetrics().horizontalAdvance(good));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    width = std::max(width, painter.fontMetrics().horizontalAdvance(own)) + 16;
    const double x = kGutter + m_axis.xOf(place);
    const bool isLeft = x + 10 + width > viewport()->width() - kRight;
    const double left = std::clamp<double>(isLeft ? x - 10 - width : x + 10, kGutter + 2.0,
        std::max<double>(kGutter + 2.0, viewport()->width() - kRight - width));
    const QRectF box(left, laneRect(signal).top() + 6, width, 52);
    painter.setPen(color(theme, Paint::LineStrong));
    painter.setBrush(color(theme, Paint::View));
    painter.drawRect(box);
    painter.setPen(color(theme, Paint::Failure));
    painter.drawText(box.adjusted(8, 18, -4, 0), Qt::AlignLeft | Qt::AlignTop, own);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(box.adjusted(8, 3, -4, 0), Qt::AlignLeft | Qt::AlignTop, where);
    painter.setPen(color(theme, Paint::Accent));
    painter.drawText(box.adjusted(8, 34, -4, 0), Qt::AlignLeft | Qt::AlignTop, good);
}

} // namespace antecedent::widgets
